"""A chat: one message sent once, and its stream of events until it ends, breaks or takes too long."""

import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractContextManager
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
from nemovideo_mcp.client.transport import MAX_ANSWER, Call, read_bounded
from nemovideo_mcp.wire import routes
from nemovideo_mcp.wire.events import MAX_STREAM_S, ChatRequest
from nemovideo_mcp.wire.headers import Attribution

QUIET_S: Final = 600.0
EVENT_STREAM: Final = "text/event-stream"
_GONE_BETWEEN: Final = frozenset({HTTPStatus.BAD_GATEWAY, HTTPStatus.GATEWAY_TIMEOUT})


async def chat(
    connection: Connection, attribution: Attribution, session_id: str, text: str
) -> AsyncGenerator[Event, None]:
    """The events of the answer; closing the iterator closes the stream.

    Raises StreamLost when it breaks off, StreamTimedOut after 600 s with nothing but signs of life or 900 s in all,
    and what a refusal means before the first event. The message is sent again only where it was refused unread.
    """
    patience = _Patience(connection.clock)
    response = await connection.perform(_message(attribution, session_id, text), partial(_opened, connection))
    chunks, decoder = response.aiter_bytes(), Decoder()
    try:
        chunk: bytes | None = b""
        while chunk is not None:
            chunk, lost = await _next_chunk(chunks, patience)
            events = decoder.end() if chunk is None else decoder.feed(chunk)
            patience.heard(events)
            for event in events:
                if event.kind is Kind.ERROR and event.name == CUT:
                    raise StreamLost
                yield event
        if lost is not None:
            raise lost
    finally:
        await response.aclose()


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


async def _opened(connection: Connection, call: Call) -> httpx.Response:
    """The stream, begun; an answer that is no stream becomes one event or the error it means."""
    try:
        with connection.clock.limit(QUIET_S):
            response = await connection.transport.open(call)
    except TimeoutError:
        raise StreamTimedOut from None
    except Unreachable as error:
        raise (StreamLost() if error.sent else error) from error
    except ServerFault as error:
        raise (StreamLost() if error.status in _GONE_BETWEEN else error) from error
    kind = response.headers.get("content-type", EVENT_STREAM).partition(";")[0].strip().casefold()
    if kind == "application/json":
        return _as_stream(await read_bounded(response, MAX_ANSWER))
    if kind == "text/html":
        await response.aclose()
        raise BadAnswer
    return response


def _as_stream(body: bytes) -> httpx.Response:
    data = unwrapped(parsed(body)) if body.strip() else None
    frame = b"" if data is None else b"data: " + json.dumps(data).encode() + b"\n\n"
    return httpx.Response(HTTPStatus.OK, content=frame)


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
