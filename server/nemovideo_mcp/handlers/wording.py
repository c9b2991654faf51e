"""How the values of operations are said: times, quoted words, and what on the timeline is meant, by its id."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from nemovideo_mcp.handlers.errors import HandlerError
from nemovideo_mcp.handlers.summary import name, seconds
from nemovideo_mcp.wire.draft import Draft, Segment, Track, TrackType
from nemovideo_mcp.wire.upload import UploadedFile

SEPARATOR = "; "
_QUOTES = (('"', '"'), ("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("«", "»"))
_SHOWN = 12


class NotThere(HandlerError):
    """An operation names something that is not on the timeline, or was not uploaded."""


def quoted(words: str) -> str:
    """Words between marks that they do not hold themselves; failing that, with their own marks escaped."""
    for first, last in _QUOTES:
        if not {first, last, "\\"} & set(words) or (first != '"' and not {first, last} & set(words)):
            return f"{first}{words}{last}"
    return '"' + words.replace('"', '\\"') + '"'


def plain_name(name: str) -> str:
    """A file's name without the marks that could not stand in quotes."""
    return " ".join(re.sub(r'["“”\\\s]+', " ", name).split())


def moment(ms: int) -> str:
    """`1.5 seconds`, exact to the millisecond."""
    return f"{seconds(ms)} seconds"


def span(start_ms: int, end_ms: int | None) -> str:
    """`from 1 seconds to 2 seconds`, or to the end."""
    return f"from {moment(start_ms)} to {'the end' if end_ms is None else moment(end_ms)}"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return ", ".join(words[:-1]) + (" and " if len(words) > 1 else "") + words[-1]


@dataclass(frozen=True)
class Names:
    """What is on the timeline and in the project, by the ids the draft shows.

    The studio's agent knows these ids, which hold whatever the operations before moved; another backend is told places.
    """

    draft: Draft
    files: Sequence[UploadedFile] = ()

    def clip(self, id: str) -> str:
        """`clip c2`, or the place it has; NotThere."""
        return f"clip {self._said(id, self._of(TrackType.VIDEO), 'clip')}"

    def clips(self, ids: Sequence[str]) -> str:
        """`clip c2`, `clips c1 and c3`; NotThere."""
        said = [self.clip(one).removeprefix("clip ") for one in dict.fromkeys(ids)]
        return f"clip{'s' * (len(said) > 1)} {listed(said)}"

    def text(self, id: str) -> str:
        """`text t3`, or which text it is; NotThere."""
        return f"text {self._said(id, self._of(TrackType.TEXT), 'text')}"

    def later(self, ids: Sequence[str]) -> list[str]:
        """Each of these clips that follows another one, in the order of the timeline; NotThere."""
        for one in ids:
            self.clip(one)
        order = [segment.id for segment, _ in self._of(TrackType.VIDEO)]
        found = [one for one in order[1:] if one in ids]
        return [self.clip(one) for one in found or ids if one]

    def overlay(self, id: str) -> str:
        """`the overlay o5`, or which overlay it is; NotThere."""
        there = [
            (one, track) for track in self.draft.tracks if track.role == "overlay" for one in track.segments
        ]
        return f"the overlay {self._said(id, there, 'overlay')}"

    def layer(self, id: str) -> str:
        """A clip or an overlay, whichever has this id; NotThere."""
        main = any(
            segment.id == id for segment, track in self._of(TrackType.VIDEO) if track.role != "overlay"
        )
        return self.clip(id) if main else self.overlay(id)

    def file(self, given: str, kinds: Sequence[str] = ()) -> str:
        """An uploaded file's name in quotes, its id where another has the same name; NotThere. `kinds`: those that fit."""
        fitting = [file for file in self.files if not kinds or file.file_type in kinds]
        for matches in (_same_id, _same_name, _same_stem):
            found = [file for file in fitting if matches(file, given)]
            if found:
                return self._called(found[-1])
        names = ", ".join(file.filename for file in fitting[:_SHOWN]) or "none"
        raise NotThere(f"There is no uploaded file {given!r} that fits here.", f"The files are: {names}.")

    def _called(self, file: UploadedFile) -> str:
        same = [one for one in self.files if one.filename.lower() == file.filename.lower()]
        return quoted(file.filename if len(same) == 1 or not file.hash else file.hash)

    def _of(self, kind: TrackType) -> list[tuple[Segment, Track]]:
        tracks = [track for track in self.draft.tracks if track.type == kind]
        main = [track for track in tracks if track.role == "main"] if kind is TrackType.VIDEO else []
        return [(segment, track) for track in main or tracks for segment in track.segments]

    def _said(self, id: str, there: Sequence[tuple[Segment, Track]], kind: str) -> str:
        for place, (segment, _) in enumerate(there, 1):
            if id == (segment.id or str(place)):
                return id if self.draft.revision is not None else str(place)
        known = ", ".join(f"{one.id} ({name(one, track)})" for one, track in there[:_SHOWN])
        raise NotThere(f"There is no {kind} {id!r} on the timeline.", f"There is: {known or 'none'}.")


_Matches = Callable[[UploadedFile, str], bool]


def _same_id(file: UploadedFile, given: str) -> bool:
    return file.hash is not None and file.hash == given


def _same_name(file: UploadedFile, given: str) -> bool:
    return file.filename.lower() == given.strip().lower()


def _same_stem(file: UploadedFile, given: str) -> bool:
    return file.filename.rsplit(".", 1)[0].lower() == given.strip().lower()


def ranged(operation: Any) -> str:
    """The range an operation is for, if it has one: ` from 1 seconds to 2 seconds`."""
    if operation.start_ms is None and operation.end_ms is None:
        return ""
    return f" {span(operation.start_ms or 0, operation.end_ms)}"


def where(operation: Any, names: Names) -> str:
    """A range, else clips, else nothing, after a verb or an amount."""
    if said := ranged(operation):
        return said
    return f" for {names.clips(operation.clips)}" if operation.clips else ""
