"""What can be wrong with a file that someone brings."""

from typing import Literal, TypeAlias

Fault: TypeAlias = Literal["unsupported", "too_large", "broken", "empty"]


class BadMedia(Exception):
    """A file that cannot go on a timeline: `kind` (one word), `reason` (what was found), `hint` (what to do next)."""

    def __init__(self, kind: Fault, reason: str, hint: str) -> None:
        super().__init__(f"{reason} {hint}")
        self.kind = kind
        self.reason = reason
        self.hint = hint
