"""Pieces that can be read in one pass: forward through one medium, so that hundreds of cuts need few decoders."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
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


@dataclass(frozen=True)
class Run:
    """Pieces of one medium at one speed in ascending order, read from `seek` ticks on."""

    pieces: tuple[Piece, ...]
    look: Appearance
    seek: Ticks

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
    return [_run(group, looks[group[0].medium.id]) for group in groups]


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
    if piece.medium.id != last.medium.id or piece.medium.kind is MediaKind.IMAGE or piece.speed != last.speed:
        return False
    if piece.treatment != last.treatment or (piece.enters and piece.enters.overlap):
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
