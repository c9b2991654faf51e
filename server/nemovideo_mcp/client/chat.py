"""A chat: one message sent once, and its stream of events until it ends, breaks or takes too long."""

import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractContextManager, aclosing
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from typing import Final

import httpx

from nemovideo_mcp.client.answers import parsed, unwrapped
from nemovideo_mcp.client.clock import Clock
from nemovideo_mcp.client.connection import Connection
from nemovideo_mcp.client.errors import BadAnswer, ServerFault, StreamLost, StreamTimedOut, Unreachable
from nemovideo_mcp.client.events import CUT, Event, Kind
from nemovideo_mcp.client.stream import Decoder
from nemovideo_mcp.client.transport import MAX_ANSWER, Call, Waiting, unreachable
from nemovideo_mcp.wire import routes
from nemovideo_mcp.wire.envelope import Code
from nemovideo_mcp.wire.events import MAX_STREAM_S, ChatRequest
from nemovideo_mcp.wire.headers import Attribution

QUIET_S: Final = 600.0
MAX_ANSWER_BYTES: Final = 64 * 1024 * 1024
EVENT_STREAM: Final = "text/event-stream"
_BAD_TOKEN: Final = str(int(Code.BAD_TOKEN))
_BOM: Final = b"\xef\xbb\xbf"
_GONE_BETWEEN: Final = frozenset({HTTPStatus.BAD_GATEWAY, HTTPStatus.GATEWAY_TIMEOUT})


async def chat(
    connection: Connection,
    attribution: Attribution,
    session_id: str,
    text: str,
    waiting: Waiting | None = None,
) -> AsyncGenerator[Event, None]:
    """The events of the answer; closing the iterator closes the stream.

    Raises StreamLost when it breaks off, StreamTimedOut after 600 s with nothing but signs of life or 900 s in all,
    and what a refusal means before the first event. The message is sent again only where it was refused unread.
    """
    token = await connection.token(attribution, waiting)
    call = replace(_message(attribution, session_id, text), waiting=waiting)
    first, refused = True, False
    async with aclosing(_answer(connection, call)) as events:
        async for event in events:
            refused = first and event.kind is Kind.ERROR and event.name == _BAD_TOKEN
            if refused:
                break
            first = False
            yield event
    if refused:
        connection.refused(token)
        async with aclosing(_answer(connection, call)) as events:
            async for event in events:
                yield event


async def _answer(connection: Connection, call: Call) -> AsyncGenerator[Event, None]:
    patience = _Patience(connection.clock)
    stream = await connection.perform(call, partial(_opened, connection))
    decoder, size = Decoder(), 0
    try:
        chunk: bytes | None = b""
        while chunk is not None:
            chunk, lost = await _next_chunk(stream.chunks, patience)
            size += len(chunk or b"")
            if size > MAX_ANSWER_BYTES:
                raise StreamLost(
                    "The answer was far too long and was broken off; the message was not sent a second time."
                )
            events = decoder.end() if chunk is None else decoder.feed(chunk)
            patience.heard(events)
            for event in events:
                if event.kind is Kind.ERROR and event.name == CUT:
                    raise StreamLost
                yield event
        if lost is not None:
            raise lost
    finally:
        await stream.response.aclose()


@dataclass(frozen=True, slots=True)
class _Stream:
    """An answer that has begun, and its bytes."""

    response: httpx.Response
    chunks: AsyncIterator[bytes]


class _Patience:
    """How long a stream may still go on: 900 s in all, 600 s since the last thing that was more than a sign of life."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until = clock.now() + MAX_STREAM_S
        self._quiet_until = clock.now() + QUIET_S

    def heard(self, events: list[Event]) -> None:
        """Progress puts the end off."""
        if any(event.alive for event in events):
            self._quiet_until = self._clock.now() + QUIET_S

    def limit(self) -> AbstractContextManager[object]:
        """TimeoutError in a block when it is over; StreamTimedOut when it is over already."""
        left = min(self._until, self._quiet_until) - self._clock.now()
        if left <= 0:
            raise StreamTimedOut
        return self._clock.limit(left)


def _message(attribution: Attribution, session_id: str, text: str) -> Call:
    body = ChatRequest.saying(session_id, text).body()
    return Call(
        method="POST",
        path=routes.CHAT,
        attribution=attribution,
        json=body,
        accept=EVENT_STREAM,
        silence_s=None,
    )


async def _opened(connection: Connection, call: Call) -> _Stream:
    """The stream, begun; an answer that is no stream becomes one event or the error it means."""
    try:
        with connection.clock.limit(QUIET_S):
            response = await connection.transport.open(call)
            return await _looked_at(response)
    except TimeoutError:
        raise StreamTimedOut from None
    except Unreachable as error:
        raise (StreamLost() if error.sent else error) from error
    except ServerFault as error:
        raise (StreamLost() if error.status in _GONE_BETWEEN else error) from error


async def _looked_at(response: httpx.Response) -> _Stream:
    """What kind of answer it is, by its type, or by its first bytes where the type does not say."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind == EVENT_STREAM:
        return _Stream(response, response.aiter_bytes())
    try:
        return await _told_apart(response, kind)
    except BaseException:
        await response.aclose()
        raise


async def _told_apart(response: httpx.Response, kind: str) -> _Stream:
    if kind == "text/html":
        raise BadAnswer
    chunks, begun = response.aiter_bytes(), b""
    try:
        while not begun.strip() and (chunk := await anext(chunks, None)) is not None:
            begun += chunk
        first = begun.lstrip(_BOM).lstrip()[:1]
        if first == b"<":
            raise BadAnswer
        if first not in {b"{", b"["}:
            return _Stream(response, _joined(begun, chunks))
        while (chunk := await anext(chunks, None)) is not None:
            begun += chunk
            if len(begun) > MAX_ANSWER:
                raise BadAnswer("The service's answer was far too large and was not read.")
    except httpx.HTTPError as error:
        raise unreachable(error) from error
    return _Stream(response, _joined(_as_frame(begun)))


async def _joined(begun: bytes, rest: AsyncIterator[bytes] | None = None) -> AsyncIterator[bytes]:
    yield begun
    if rest is not None:
        async for chunk in rest:
            yield chunk


def _as_frame(body: bytes) -> bytes:
    """An answer in plain JSON as the one frame of a stream. Raises what a refusal in it means."""
    data = unwrapped(parsed(body))
    return b"" if data is None else b"data: " + json.dumps(data).encode() + b"\n\n"


async def _next_chunk(
    chunks: AsyncIterator[bytes], patience: _Patience
) -> tuple[bytes | None, StreamLost | None]:
    """The next bytes, or None at the end, with the error that made it one. Raises StreamTimedOut."""
    try:
        with patience.limit():
            return await anext(chunks, None), None
    except TimeoutError:
        raise StreamTimedOut from None
    except httpx.HTTPError as error:
        lost = StreamLost()
        lost.__cause__ = error
        return None, lost
