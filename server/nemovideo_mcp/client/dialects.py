"""The dialects of a stream: one frame's data, in any published shape, to events."""

import json
from collections.abc import Mapping
from typing import Any, Final

from nemovideo_mcp.client.events import NOTHING, Event, Kind
from nemovideo_mcp.client.once import Once, Voice
from nemovideo_mcp.client.trailing import Trailing

_ALIVE_WORDS: Final = frozenset({"heartbeat", "ping", "keepalive", "keep-alive", "keep_alive"})
_ALIVE_DATA: Final = _ALIVE_WORDS | {""}
_TYPED_TEXT: Final = {
    "text": Kind.TEXT,
    "message": Kind.TEXT,
    "thought": Kind.THOUGHT,
    "thinking": Kind.THOUGHT,
}
_ADK_KEYS: Final = frozenset({"invocationId", "invocation_id", "actions"})
_ALIVE: Final = Event(Kind.HEARTBEAT)
_load = json.JSONDecoder(strict=False).decode


class Reader:
    """Frames in, events out: typed, ADK's and bare shapes; an unknown one is an unknown event, never a failure."""

    def __init__(self) -> None:
        self._once = Once()
        self._trailing = Trailing()

    def put(self, event: Event) -> None:
        """An event that no frame carried."""
        self._trailing.put(event)

    def taken(self) -> list[Event]:
        """The events since the last time."""
        return self._trailing.taken()

    def finish(self) -> None:
        """Nothing more will come."""
        self._trailing.finish()

    def frame(self, name: str, data: str, *, is_last: bool = False) -> bool:
        """One frame's event name and data. False when the data of the last frame is not whole, and was not read."""
        if (not data.startswith("{") and data.strip() in _ALIVE_DATA) or name in _ALIVE_WORDS:
            self.put(_ALIVE)
            return True
        try:
            said = _load(data)
        except (ValueError, RecursionError):
            if "\n" in data:  # frames that no blank line parted
                read = [self.frame(name, line, is_last=is_last) for line in data.split("\n")]
                return all(read)
            if not is_last:
                self.put(Event(Kind.UNKNOWN))
            return not is_last
        if isinstance(said, dict):
            self._object(name, said)
        else:
            self.put(Event(Kind.UNKNOWN))
        return True

    def _object(self, name: str, said: dict[str, Any]) -> None:
        content = said.get("content")
        if isinstance(content, dict) or not _ADK_KEYS.isdisjoint(said):
            self._adk(said, content if isinstance(content, dict) else {})
        elif "error" in said or "errorCode" in said or "errorMessage" in said or name == "error":
            self._error(said)
        elif isinstance(said.get("type"), str):
            self._typed(said["type"], said)
        elif isinstance(said.get("text"), str):
            self._words(Kind.TEXT, said["text"], said)
        elif said.get("code") and "message" in said:
            self._error(said)
        else:
            self.put(Event(Kind.UNKNOWN, data=said, state_delta=_delta(said)))

    def _typed(self, kind: str, said: dict[str, Any]) -> None:
        tool = _text(said.get("name"))
        call = _text(said.get("id"))
        if kind in _TYPED_TEXT:
            self._words(_TYPED_TEXT[kind], _text(said.get("content", said.get("text"))), said)
        elif kind == "tool_call":
            self._once.step(_TYPED)
            self.put(Event(Kind.TOOL_CALL, name=tool, data=_mapping(said.get("args")), call_id=call))
        elif kind == "tool_result":
            self._once.step(_TYPED)
            result = _mapping(said.get("result", said.get("response")))
            self.put(Event(Kind.TOOL_RESULT, name=tool, data=result, state_delta=_delta(said), call_id=call))
        elif kind in _ALIVE_WORDS:
            self.put(_ALIVE)
        elif kind == "error":
            self._error(said)
        else:
            self.put(Event(Kind.UNKNOWN, name=kind, data=said, state_delta=_delta(said)))

    def _words(self, kind: Kind, text: str, said: dict[str, Any]) -> None:
        """Words of a typed or bare frame, where nothing tells a piece from a whole unless `partial` does."""
        text, partial = _sound(text), said.get("partial")
        heard = (
            self._once.piece(_TYPED[kind], text)
            if partial is None
            else self._heard(_TYPED[kind], text, bool(partial))
        )
        if heard is not None:
            self.put(Event(kind, heard[0], block=heard[1], partial=partial is not False))

    def _heard(self, voice: Voice, text: str, partial: bool) -> tuple[str, int] | None:  # noqa: FBT001 - as on the wire
        return self._once.partial(voice, text) if partial else self._once.whole(voice, text)

    def _adk(self, said: dict[str, Any], content: dict[str, Any]) -> None:
        partial = bool(said.get("partial"))
        voice = (str(said.get("invocationId")), str(said.get("author")), str(said.get("branch")))
        parts = content.get("parts")
        events: list[Event] = []
        block: dict[Kind, int] = {}
        for number, part in enumerate(parts if isinstance(parts, list) else ()):
            if isinstance(part, dict) and (partial or not self._once.repeated(said.get("id"), number, part)):
                event = self._part(part, voice, block, partial=partial)
                events += [event] if event is not None else []
        if said.get("turnComplete") or (events and events[-1].kind is Kind.TOOL_RESULT):
            self._once.step(_voices(voice))
        delta = _delta(said)
        failed = said.get("errorCode") or said.get("errorMessage") or said.get("error")
        if delta or not (parts or failed):
            events = _with_delta(events, delta)
        for event in events:
            self.put(event)
        if failed:
            self._error(said)

    def _part(
        self, part: dict[str, Any], voice: Any, block: dict[Kind, int], *, partial: bool
    ) -> Event | None:
        text = part.get("text")
        if isinstance(text, str):
            kind = Kind.THOUGHT if part.get("thought") else Kind.TEXT
            text, mouth = _sound(text), (kind, *voice)
            heard = (
                self._once.partial(mouth, text) if partial else self._once.whole(mouth, text, block.get(kind))
            )
            if heard is None:
                return None
            block[kind] = heard[1]
            return Event(kind, heard[0], block=heard[1], partial=partial)
        return _tool(part, partial=partial)

    def _error(self, said: Mapping[str, Any]) -> None:
        error = said.get("error")
        inner = error if isinstance(error, dict) else {}
        details = said.get("error_details", said.get("errorDetails"))
        code = said.get("errorCode", said.get("code", inner.get("code")))
        words = (
            said.get("errorMessage"),
            error,
            inner.get("message"),
            said.get("message"),
            said.get("content"),
        )
        text = next((each for each in words if isinstance(each, str) and each), "")
        data = details if isinstance(details, dict) else inner or NOTHING
        self.put(Event(Kind.ERROR, text, _text(code), data))


def _voices(voice: Any) -> dict[Kind, Voice]:
    return {kind: (kind, *voice) for kind in (Kind.TEXT, Kind.THOUGHT)}


_TYPED: Final = _voices(("typed",))


def _tool(part: dict[str, Any], *, partial: bool) -> Event:
    call = part.get("functionCall", part.get("function_call"))
    if isinstance(call, dict):
        kind = (
            Kind.UNKNOWN if partial else Kind.TOOL_CALL
        )  # a call that is still being written comes whole later
        return Event(
            kind, name=_text(call.get("name")), data=_mapping(call.get("args")), call_id=_text(call.get("id"))
        )
    result = part.get("functionResponse", part.get("function_response"))
    if isinstance(result, dict):
        data = _mapping(result.get("response"))
        return Event(
            Kind.TOOL_RESULT, name=_text(result.get("name")), data=data, call_id=_text(result.get("id"))
        )
    return Event(Kind.UNKNOWN, name=next(iter(part), ""))


def _with_delta(events: list[Event], delta: Mapping[str, Any]) -> list[Event]:
    """The state's change goes with the last event, or stands alone as progress."""
    if not events:
        return [Event(Kind.UNKNOWN, state_delta=delta)]
    return [*events[:-1], events[-1]._replace(state_delta=delta)]


def _delta(said: Mapping[str, Any]) -> Mapping[str, Any]:
    actions = said.get("actions")
    if not isinstance(actions, dict):
        return NOTHING
    delta = actions.get("stateDelta", actions.get("state_delta"))
    return delta if isinstance(delta, dict) and delta else NOTHING


def _sound(text: str) -> str:
    """Text that can be written as UTF-8; half a surrogate pair cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def _text(value: Any) -> str:
    return (
        value
        if isinstance(value, str)
        else ""
        if value is None or isinstance(value, (dict, list))
        else str(value)
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    return NOTHING if value is None else {"value": value}
