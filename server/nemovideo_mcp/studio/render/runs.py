"""Pieces that can be read in one pass: forward through one medium, so that hundreds of cuts need few decoders."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count
from typing import Final

from nemovideo_mcp.studio.media.appearance import Appearance
from nemovideo_mcp.studio.render.pieces import Piece
from nemovideo_mcp.studio.timeline.model import MediaKind
from nemovideo_mcp.studio.timeline.time import TICKS_PER_MS, TICKS_PER_SECOND, Ticks, frame_ticks

_FEW_INPUTS: Final = 24
_GAP: Final = 4 * TICKS_PER_SECOND
_MOST_GAP: Final = 8 * TICKS_PER_SECOND
_PREROLL: Final = TICKS_PER_SECOND // 4
_NOT_WORTH: Final = 2 * TICKS_PER_SECOND
_ON_GRID: Final = Fraction(1, 1000)
_HELD: Final = 200_000_000  # bytes of pictures that wait to be turned around
_FEWEST_HELD: Final = 8


@dataclass(frozen=True)
class Run:
    """Pieces of one medium at one speed in ascending order, read from `seek` ticks on.

    A run of a piece that plays backwards has its picture in `turned`: stretches in the order in which they are seen, each so
    short that it can be held to be turned around; the picture comes from an `input` of its own. `sides` are read
    beside it, each from its own `input`, and share its picture.
    """

    pieces: tuple[Piece, ...]
    look: Appearance
    seek: Ticks
    turned: tuple["Run", ...] = ()
    input: int = 0
    sides: tuple["Run", ...] = ()

    @property
    def frames(self) -> int:
        """Frames of the film that the run fills."""
        return sum(piece.frames for piece in self.pieces)

    def offsets(self, fps: Fraction) -> list[int]:
        """At which frame of the source, resampled to the film's rate from the first piece's start, each piece begins."""
        first = self.pieces[0]
        return [round(_steps(first, piece, fps)) for piece in self.pieces]


def runs(pieces: Sequence[Piece], looks: dict[str, Appearance], fps: Fraction | None) -> list[Run]:
    """Group neighbours; a short stretch between two of them is read and thrown away sooner than a new input opened.

    Every input costs its decoder's memory (some ten pictures), every skipped second its decoding.
    """
    gap = _GAP
    groups = _grouped(pieces, fps, gap)
    while len(groups) > _FEW_INPUTS and gap < _MOST_GAP:
        gap *= 2
        groups = _grouped(pieces, fps, gap)
    return [_shared(_turned(_run(group, looks[group[0].medium.id]), fps), looks) for group in groups]


def _grouped(pieces: Sequence[Piece], fps: Fraction | None, gap: Ticks) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _can_follow(groups[-1], piece, fps, gap):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _can_follow(group: list[Piece], piece: Piece, fps: Fraction | None, gap: Ticks) -> bool:
    last = group[-1]
    if piece.backwards or last.backwards or piece.sides or last.sides:
        return False
    if piece.medium.id != last.medium.id or piece.medium.kind is MediaKind.IMAGE or piece.speed != last.speed:
        return False
    if piece.treatment != last.treatment or piece.treatment.motion or (piece.enters and piece.enters.overlap):
        return False
    skipped = piece.start - last.end
    if not 0 <= skipped <= gap:
        return False
    if fps is None or piece.medium.kind is MediaKind.AUDIO:
        return True
    steps = _steps(group[0], piece, fps)
    frames_free = round(steps) >= round(_steps(group[0], last, fps)) + last.frames
    return frames_free and abs(steps - round(steps)) <= _ON_GRID


def _steps(first: Piece, piece: Piece, fps: Fraction) -> Fraction:
    return Fraction(piece.start - first.start) / piece.speed / frame_ticks(fps)


def _run(group: list[Piece], look: Appearance) -> Run:
    start = group[0].start
    seek = (start - _PREROLL) // TICKS_PER_MS * TICKS_PER_MS if look.seekable and start >= _NOT_WORTH else 0
    return Run(tuple(group), look, seek)


def _shared(run: Run, looks: dict[str, Appearance]) -> Run:
    """The run with those that are read beside it, if it shares its picture."""
    piece = run.pieces[0]
    sides = tuple(_run([piece.beside(side)], looks[side.medium.id]) for side in piece.sides)
    return replace(run, sides=sides) if sides else run


def _turned(run: Run, fps: Fraction | None) -> Run:
    """The run with the stretches of its picture, last one first, if it plays backwards."""
    piece = run.pieces[0]
    if not piece.backwards or fps is None or piece.medium.kind is not MediaKind.VIDEO:
        return run
    most = max(_FEWEST_HELD, _HELD // (piece.medium.width * piece.medium.height * 3 // 2))
    step = frame_ticks(fps) * piece.speed
    parts: list[Run] = []
    for last in range(piece.frames, 0, -most):
        first = max(0, last - most)
        start, end = (piece.start + round(frame * step) for frame in (first, last))
        part = replace(piece, start=start, end=end, frames=last - first)
        parts.append(_run([part], run.look))
    return replace(run, turned=tuple(parts))


def with_inputs(runs: Sequence[Run], first: int) -> list[Run]:
    """The runs with inputs of their own, numbered from `first`, for the pictures of those that play backwards."""
    numbers = count(first)
    return [replace(run, input=next(numbers)) if run.turned else run for run in runs]
