"""The dialects of a stream: one frame's data, in any published shape, to events."""

import json
from collections.abc import Mapping
from json.scanner import make_scanner
from typing import Any, Final

from nemovideo_mcp.client import frames
from nemovideo_mcp.client.events import INLINE, NOTHING, Event, Kind
from nemovideo_mcp.client.frames import ALIVE_WORDS, mapping, plain
from nemovideo_mcp.client.once import Once, Voice
from nemovideo_mcp.client.trailing import Trailing

_ALIVE_DATA: Final = ALIVE_WORDS | {""}
_ADK_KEYS: Final = frozenset({"invocationId", "invocation_id", "actions"})
_PLAIN_PIECE: Final = frozenset(
    {"content", "partial", "author", "invocationId", "id", "timestamp", "actions", "branch", "nodeInfo"}
)
_ALIVE: Final = Event(Kind.HEARTBEAT)
_decoder = json.JSONDecoder(strict=False, parse_constant=lambda _: None)
_scan = make_scanner(_decoder)  # type: ignore[arg-type] # typeshed has its own idea of the context


def _load(data: str) -> Any:
    """JSON as its decoder reads it; without white space around it, which costs two more searches, as it mostly is."""
    try:
        said, end = _scan(data, 0)
    except StopIteration:
        end = -1
    return said if end == len(data) else _decoder.decode(data)


class Reader:
    """Frames in, events out: typed, ADK's and bare shapes; an unknown one is an unknown event, never a failure."""

    def __init__(self) -> None:
        self._once = Once()
        self._trailing = Trailing()
        self._named: tuple[Any, ...] = ()
        self._said_by = ("None", "None", "None")

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
        if (data[:1] != "{" and data.strip().casefold() in _ALIVE_DATA) or name in ALIVE_WORDS:
            self.put(_ALIVE)
            return True
        try:
            said = _load(data)
        except (ValueError, RecursionError):
            return self._unread(name, data, is_last=is_last)
        if isinstance(said, dict):
            self._object(name, said)
        elif isinstance(said, list) and any(isinstance(each, dict) for each in said):
            for each in said:
                self._object(name, each if isinstance(each, dict) else {})
        else:
            alive = isinstance(said, str) and said.casefold() in _ALIVE_DATA
            self.put(_ALIVE if alive else Event(Kind.UNKNOWN))
        return True

    def _unread(self, name: str, data: str, *, is_last: bool) -> bool:
        """Data that is no JSON: several frames that no blank line parted, an error in plain words, or nothing known."""
        if "\n" in data:
            read = [self.frame(name, line, is_last=is_last) for line in data.split("\n")]
            return all(read)
        if is_last:
            return False
        self.put(Event(Kind.ERROR, _sound(data.strip())) if name == "error" else Event(Kind.UNKNOWN))
        return True

    def _object(self, name: str, said: dict[str, Any]) -> None:
        content = said.get("content")
        if isinstance(content, dict) and "parts" in content:
            self._adk(said, content["parts"])
            return
        kind = frames.kind_of(name, said)
        if kind is not None:
            self._typed(kind, said, content)
        elif isinstance(content, dict) or not _ADK_KEYS.isdisjoint(said):
            self._adk(said, content)
        elif isinstance(said.get("text"), str) and len(said) == 1:
            self._words(Kind.TEXT, said["text"], said)
        elif frames.has_failed(said):
            self.put(frames.error(said))
        elif isinstance(said.get("type"), str):
            self.put(Event(Kind.UNKNOWN, name=said["type"], data=said, state_delta=_delta(said)))
        else:
            self._bare(name, said)

    def _bare(self, name: str, said: dict[str, Any]) -> None:
        """A frame that says neither what it is nor who speaks: words, an envelope, or nothing known."""
        words = frames.words_in(said.get("text")) or frames.words_in(said.get("content"))
        inner = said.get("data")
        if words:
            self._words(Kind.TEXT, words, said)
        elif said.get("code") or said.get("success") is False:
            self.put(frames.error(said))
        elif isinstance(inner, dict) and "data" not in inner and not {"code", "success"}.isdisjoint(said):
            self._object(name, inner)
        else:
            self.put(Event(Kind.UNKNOWN, data=said, state_delta=_delta(said)))

    def _typed(self, kind: Kind, said: dict[str, Any], content: Any) -> None:
        if kind is Kind.TEXT or kind is Kind.THOUGHT:
            self._words(kind, content if isinstance(content, str) else frames.words_in(said), said)
            if frames.has_failed(said):
                self.put(frames.error(said))
        elif kind is Kind.TOOL_CALL:
            self._once.step(_TYPED)
            self.put(frames.tool_call(said))
        elif kind is Kind.TOOL_RESULT:
            self._once.step(_TYPED)
            self.put(frames.tool_result(said, _delta(said)))
        elif kind is Kind.HEARTBEAT:
            self.put(_ALIVE)
        else:
            self.put(frames.error(said))

    def _words(self, kind: Kind, text: str, said: dict[str, Any]) -> None:
        """Words of a typed or bare frame, where nothing tells a piece from a whole unless `partial` does."""
        text, partial = _sound(text), said.get("partial")
        kind = Kind.THOUGHT if said.get("thought") else kind
        heard = (
            self._once.piece(_TYPED[kind], text)
            if partial is None
            else self._heard(_TYPED[kind], text, bool(partial))
        )
        if heard is not None:
            self.put(Event(kind, heard[0], "", NOTHING, NOTHING, "", heard[1], partial is not False))

    def _heard(self, voice: Voice, text: str, partial: bool) -> tuple[str, int] | None:  # noqa: FBT001 - as on the wire
        return self._once.partial(voice, text) if partial else self._once.whole(voice, text)

    def _adk(self, said: dict[str, Any], parts: Any) -> None:
        partial = bool(said.get("partial"))
        voice = self._voice(said.get("invocationId"), said.get("author"), said.get("branch"))
        if partial and self._piece(said, parts, voice):
            return
        events: list[Event] = []
        block: dict[Kind, int] = {}
        for number, part in enumerate(parts if isinstance(parts, list) else frames.parts_of(parts)):
            if isinstance(part, str):
                part = {"text": part}  # noqa: PLW2901 - the same part, as it is mostly written
            if isinstance(part, dict) and (partial or not self._once.repeated(said.get("id"), number, part)):
                events += self._part(part, voice, block, partial=partial)
        if said.get("turnComplete", said.get("turn_complete")) or (
            events and events[-1].kind is Kind.TOOL_RESULT
        ):
            self._once.step(_voices(voice))
        delta = _delta(said)
        failed = frames.has_failed(said)
        if delta or not (parts or failed):
            events = _with_delta(events, delta)
        put = self._trailing.put
        for event in events:
            put(event)
        if failed:
            self.put(frames.error(said))

    def _voice(self, run: Any, author: Any, branch: Any) -> tuple[str, str, str]:
        """Who speaks; mostly who spoke last."""
        named = (run, author, branch)
        if named != self._named:
            self._named, self._said_by = named, (str(run), str(author), str(branch))
        return self._said_by

    def _piece(self, said: dict[str, Any], parts: Any, voice: tuple[str, str, str]) -> bool:
        """Reads an event that is one piece of text and no more, as nearly all are; False for any other."""
        if not _PLAIN_PIECE.issuperset(said) or not isinstance(parts, list) or len(parts) != 1:
            return False
        if "actions" in said and _delta(said):
            return False
        part = parts[0]
        if not isinstance(part, dict) or len(part) != 1 or not isinstance(part.get("text"), str):
            return False
        heard = self._once.partial((Kind.TEXT, *voice), _sound(part["text"]))
        if heard is not None:
            self.put(Event(Kind.TEXT, heard[0], "", NOTHING, NOTHING, "", heard[1], True))  # noqa: FBT003 - a tuple's place
        return True

    def _part(
        self, part: dict[str, Any], voice: Any, block: dict[Kind, int], *, partial: bool
    ) -> list[Event]:
        """What one part says: words, a thought, a tool; rarely two of them."""
        text = part.get("text")
        if not isinstance(text, str):
            return [_tool(part, partial)]
        kind = Kind.THOUGHT if part.get("thought") else Kind.TEXT
        text, mouth = _sound(text), (kind, *voice)
        heard = self._once.partial(mouth, text) if partial else self._once.whole(mouth, text, block.get(kind))
        events: list[Event] = []
        if heard is not None:
            block[kind] = heard[1]
            events = [Event(kind, heard[0], block=heard[1], partial=partial)]
        tool = _tool(part, partial) if len(part) > 1 else None
        return (
            [*events, tool] if tool is not None and (tool.kind is not Kind.UNKNOWN or tool.data) else events
        )


def _voices(voice: Any) -> dict[Kind, Voice]:
    return {kind: (kind, *voice) for kind in (Kind.TEXT, Kind.THOUGHT)}


_TYPED: Final = _voices(("typed",))


def _tool(part: dict[str, Any], partial: bool) -> Event:  # noqa: FBT001 - as on the wire
    call = part.get("functionCall") or part.get("function_call")
    if isinstance(call, dict):
        kind = (
            Kind.UNKNOWN if partial else Kind.TOOL_CALL
        )  # one that is still being written comes whole later
        data, call_id = mapping(call.get("args")), plain(call.get("id"))
        return Event(kind, "", plain(call.get("name")), data, NOTHING, call_id)
    result = part.get("functionResponse") or part.get("function_response")
    if isinstance(result, dict):
        data, call_id = mapping(result.get("response")), plain(result.get("id"))
        return Event(Kind.TOOL_RESULT, "", plain(result.get("name")), data, NOTHING, call_id)
    inline = part.get("inlineData") or part.get("inline_data")
    if isinstance(inline, dict):
        return Event(Kind.UNKNOWN, name=INLINE, data=mapping(inline))
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
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
