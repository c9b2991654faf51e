"""What a chat's stream says, in one form for every dialect."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


CUT: Final = "cut"
INLINE: Final = "inlineData"


class Kind(StrEnum):
    """What an event is."""

    TEXT = "text"
    THOUGHT = "thought"
    TOOL_CALL = "tool_call"
    TOOL_RESULT = "tool_result"
    HEARTBEAT = "heartbeat"
    ERROR = "error"
    UNKNOWN = "unknown"


class Event(NamedTuple):
    """One event; joining the `text` of all text events gives every text once.

    `text`: words (new ones only), a thought, or an error's message as the backend put it (not for users).
    `name`: of a tool, of an error's code, or of what an unknown event is about.
    `data`: a call's args, a result's response, an error's details. `state_delta`: what changed in the state.
    `block`: texts of one number are one message and join directly; another number is another message.
    `partial`: more of the same message is likely to come.
    """

    kind: Kind
    text: str = ""
    name: str = ""
    data: Mapping[str, Any] = NOTHING
    state_delta: Mapping[str, Any] = NOTHING
    call_id: str = ""
    block: int = -1
    partial: bool = False

    @property
    def alive(self) -> bool:
        """Whether this is more than a sign of life."""
        return self.kind is not Kind.HEARTBEAT

    def as_json(self) -> dict[str, Any]:
        """Plain values, for a line of JSON: `kind` and `text` always, the others where they say something."""
        said: dict[str, Any] = {"kind": self.kind.value, "text": self.text}
        if self.name:
            said["name"] = self.name
        if self.data:
            said["data"] = dict(self.data)
        if self.state_delta:
            said["state_delta"] = dict(self.state_delta)
        if self.partial:
            said["partial"] = True
        return said
