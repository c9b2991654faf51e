"""The plan a prompt becomes: ordered steps, why they were chosen, and the language they were read in."""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What a step does; only ``CHAT`` opens a stream."""

    UPLOAD = "upload"
    CHAT = "chat"
    EXPORT = "export"
    STATE = "state"
    CREDITS = "credits"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do.

    ``text`` (chat) is the prompt's own words without the clauses other steps serve. ``files`` (upload) are
    paths and URLs as they were written; they may be empty when the prompt names none. ``format`` (export) is one of
    mp4 mov webm mkv gif mp3 wav m4a, and ``resolution`` looks like ``1080p`` or ``4k``; both None when not said.
    ``path`` (export) is the file or folder the film is to be put in, as it was written; None when not said. An export's
    ``text`` is what was asked of it that no other field holds: a format that is not made ("prores"), "without sound".
    """

    action: Action
    text: str = ""
    files: tuple[str, ...] = ()
    format: str | None = None
    resolution: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """At least one step, in the order they are to be done."""

    steps: tuple[Step, ...]
    why: str
    language: str

    @property
    def actions(self) -> tuple[str, ...]:
        """The actions of the steps, in order, as plain strings."""
        return tuple(step.action.value for step in self.steps)

    @property
    def primary(self) -> Action:
        """The action of the first step."""
        return self.steps[0].action
