"""A chat's answer as a whole: events folded into text, tools, changes and errors."""

from dataclasses import dataclass, field
from typing import Any, Final

from nemovideo_mcp.client.errors import AgentFailed, ApiError, NoCredits, RateLimited, StreamLost, for_number
from nemovideo_mcp.client.events import CUT, INLINE, Event, Kind
from nemovideo_mcp.client.trailing import DROPPED
from nemovideo_mcp.wire.envelope import Code

MOST_SOUND: Final = 400_000
MOST_SOUNDS: Final = 3
_SPENT: Final = ("credit", "积分", "余额")
_BUSY: Final = ("RESOURCE_EXHAUSTED", "RATE_LIMIT", "TOO_MANY_REQUESTS")


@dataclass(slots=True)
class ToolUse:
    """One tool the backend's editor used; `response` is None while, or when, nothing came back."""

    name: str
    args: dict[str, Any]
    response: dict[str, Any] | None = None
    call_id: str = ""


@dataclass(frozen=True, slots=True)
class Sound:
    """A small sound of an answer: its MIME type, and base64 of its bytes."""

    mime_type: str
    data: str


@dataclass(slots=True)
class Reply:
    """What a stream amounted to; `add` every event in order, at any time read what there is."""

    tools: list[ToolUse] = field(default_factory=list)
    state_delta: dict[str, Any] = field(default_factory=dict)
    errors: list[Event] = field(default_factory=list)
    sounds: list[Sound] = field(default_factory=list)
    issue_dropped: bool = False
    events: int = 0
    _blocks: dict[int, list[str]] = field(default_factory=dict)

    def add(self, event: Event) -> None:
        """Takes the next event in."""
        self.events += event.alive
        self.state_delta.update(event.state_delta)
        if event.kind is Kind.TEXT:
            self._blocks.setdefault(event.block, []).append(event.text)
        elif event.kind is Kind.TOOL_CALL:
            self.tools.append(ToolUse(event.name, dict(event.data), call_id=event.call_id))
        elif event.kind is Kind.TOOL_RESULT:
            self._answer(event)
        elif event.kind is Kind.ERROR:
            self.errors.append(event)
        elif event.name == INLINE:
            self._hear(event)
        elif event.name == DROPPED:
            self.issue_dropped = True

    @property
    def text(self) -> str:
        """The exact words of every message, messages parted by a blank line."""
        messages = ("".join(pieces).strip("\r\n") for pieces in self._blocks.values())
        return "\n\n".join(message for message in messages if message.strip())

    @property
    def silent(self) -> bool:
        """Whether nothing was said; the state then tells what was done."""
        return not self.text

    @property
    def failed(self) -> bool:
        """Whether an error was told; what was done before it stands."""
        return bool(self.errors)

    @property
    def error(self) -> ApiError | None:
        """The last error told, as the error it means."""
        return fault(self.errors[-1]) if self.errors else None

    @property
    def failure(self) -> str:
        """The last error in words for people; empty when there was none."""
        return self.error.message if self.error else ""

    def _hear(self, event: Event) -> None:
        """A small sound that comes with the answer; anything else, and what is too large to pass on, is left."""
        kind, data = event.data.get("mimeType", event.data.get("mime_type")), event.data.get("data")
        if not isinstance(kind, str) or not isinstance(data, str) or not kind.startswith("audio/"):
            return
        if len(data) <= MOST_SOUND and len(self.sounds) < MOST_SOUNDS:
            even = data.replace("-", "+").replace("_", "/")
            self.sounds.append(Sound(kind, even + "=" * (-len(even) % 4)))

    def _answer(self, event: Event) -> None:
        waiting = [tool for tool in self.tools if tool.response is None]
        same = [tool for tool in waiting if event.call_id and tool.call_id == event.call_id]
        named = [tool for tool in waiting if tool.name == event.name]
        for tool in (same or named)[:1]:
            tool.response = dict(event.data)
            return
        self.tools.append(ToolUse(event.name, {}, dict(event.data), event.call_id))


def fault(event: Event) -> ApiError:
    """The error that an error event of a stream means."""
    words, code = event.text, event.name
    if code == CUT:
        return StreamLost()
    if code.isdecimal() and int(code) != Code.OK:
        return for_number(int(code), words)
    if any(word in words.casefold() for word in _SPENT) and (
        code in _BUSY or "insufficient" in words.casefold()
    ):
        return NoCredits(detail=words)
    return RateLimited(detail=words) if code in _BUSY else AgentFailed(detail=words)
