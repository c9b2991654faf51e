"""The film cut into pieces: which stretch of which medium fills which frames and samples."""

from dataclasses import dataclass, replace
from fractions import Fraction

from nemovideo_mcp.studio.timeline.model import (
    PLAIN,
    UNCHANGED,
    Clip,
    Media,
    Project,
    Tone,
    Transition,
    Treatment,
)
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import Ticks, from_frames, to_frames, to_samples


@dataclass(frozen=True)
class Grid:
    """Where cuts fall: on frames at `fps`, or with None (sound alone, no canvas) on samples only."""

    fps: Fraction | None

    def frame(self, at: Ticks) -> int:
        """The frame boundary of a time on the timeline."""
        return 0 if self.fps is None else to_frames(at, self.fps)

    def sample(self, at: Ticks) -> int:
        """The sample at which a time's frame begins, so that picture and sound are cut together."""
        return to_samples(at if self.fps is None else from_frames(self.frame(at), self.fps))


@dataclass(frozen=True)
class Side:
    """What is seen beside a piece: another medium, `offset` ticks later in its source, at `volume` percent."""

    medium: Media
    offset: int
    treatment: Treatment
    volume: int


@dataclass(frozen=True)
class Piece:
    """A stretch `start` to `end` (ticks of the source) that fills `frames` frames and `samples` samples of the film.

    `volume` in percent, 0 when muted; fades in ticks on the timeline. `enters` is the transition from the piece before.
    A `backwards` one is read from `start` to `end` and shown the other way. With `sides` it shares the picture, in a `layout`.
    """

    medium: Media
    start: Ticks
    end: Ticks
    speed: Fraction
    volume: int
    fade_in: Ticks
    fade_out: Ticks
    first_frame: int
    frames: int
    first_sample: int
    samples: int
    treatment: Treatment = PLAIN
    enters: Transition | None = None
    tone: Tone = UNCHANGED
    sound_in: Ticks = 0
    sound_out: Ticks = 0
    backwards: bool = False
    sides: tuple[Side, ...] = ()
    layout: str = ""

    def beside(self, side: Side) -> "Piece":
        """The stretch of what is seen beside it."""
        start, end = max(0, self.start + side.offset), max(1, self.end + side.offset)
        part = replace(self, medium=side.medium, start=start, end=end, volume=side.volume, sides=())
        return replace(part, treatment=side.treatment, tone=UNCHANGED)


def pieces(project: Project, grid: Grid) -> list[Piece]:
    """The clips as pieces in the film's order; clips that go on where the one before stopped are one piece.

    Each boundary is rounded once, from the exact sum of what lies before it: nothing drifts.
    """
    found: list[Piece] = []
    for clip, at in placed(project.clips):
        piece = _shared(_piece(clip, project.medium(clip.media), at, grid), clip, project)
        if not piece.samples:
            continue
        if found and _goes_on(found[-1], piece):
            found[-1] = _joined(found[-1], piece)
        else:
            found.append(piece)
    return found


def _piece(clip: Clip, medium: Media, at: Ticks, grid: Grid) -> Piece:
    first_frame, first_sample = grid.frame(at), grid.sample(at)
    return Piece(
        medium=medium,
        start=clip.start,
        end=clip.end,
        speed=clip.speed,
        volume=0 if clip.muted else clip.volume,
        fade_in=clip.fade_in,
        fade_out=clip.fade_out,
        first_frame=first_frame,
        frames=grid.frame(at + clip.duration) - first_frame,
        first_sample=first_sample,
        samples=grid.sample(at + clip.duration) - first_sample,
        treatment=clip.treatment,
        enters=clip.enters,
        tone=clip.tone,
        sound_in=max(clip.fade_in, clip.sound_in),
        sound_out=max(clip.fade_out, clip.sound_out),
        backwards=clip.backwards,
    )


def _shared(piece: Piece, clip: Clip, project: Project) -> Piece:
    """The piece with what is seen beside it, if it shares the picture."""
    if clip.beside is None:
        return piece
    sides = tuple(
        Side(project.medium(cell.media), cell.offset, cell.treatment, piece.volume * cell.volume // 100)
        for cell in clip.beside.cells
    )
    return replace(
        piece, volume=piece.volume * clip.beside.own // 100, sides=sides, layout=clip.beside.layout
    )


def _goes_on(before: Piece, after: Piece) -> bool:
    same = (before.medium.id, before.speed, before.volume) == (after.medium.id, after.speed, after.volume)
    same = same and before.treatment == after.treatment and after.enters is None and before.tone == after.tone
    same = same and before.backwards == after.backwards
    same = same and (before.sides, before.layout) == (after.sides, after.layout)
    meet = before.start == after.end if before.backwards else before.end == after.start
    return same and meet and not before.sound_out and not after.sound_in


def _joined(before: Piece, after: Piece) -> Piece:
    return replace(
        before,
        start=min(before.start, after.start),
        end=max(before.end, after.end),
        fade_out=after.fade_out,
        sound_out=after.sound_out,
        frames=before.frames + after.frames,
        samples=before.samples + after.samples,
    )
