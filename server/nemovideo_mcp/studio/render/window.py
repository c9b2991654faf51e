"""The part of a film that is needed to see one of its frames."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from nemovideo_mcp.studio.render.pieces import Piece
from nemovideo_mcp.studio.render.runs import Run
from nemovideo_mcp.studio.timeline.model import Project
from nemovideo_mcp.studio.timeline.time import frame_ticks, from_frames


@dataclass(frozen=True)
class Window:
    """One frame, number `frame` of the film: `pieces` are what is seen around it, of which it is number `inside`."""

    pieces: tuple[Piece, ...]
    frame: int
    inside: int


@dataclass(frozen=True)
class Still:
    """A window in its graph: `film` is the whole film's runs, by whose times it is faded."""

    window: Window
    film: list[Run]


def window(pieces: Sequence[Piece], frame: int, fps: Fraction) -> Window:
    """What a frame of the film is made of: one piece's frame, or where two overlap, all of their overlap."""
    seen = [piece for piece in pieces if piece.first_frame <= frame < piece.first_frame + piece.frames]
    if len(seen) == 1:
        first, end = frame, frame + 1
    else:
        first = max(piece.first_frame for piece in seen)
        end = min(piece.first_frame + piece.frames for piece in seen)
    return Window(tuple(_cut(piece, first, end, fps) for piece in seen), frame, frame - first)


def _cut(piece: Piece, first: int, end: int, fps: Fraction) -> Piece:
    """A piece's frames from one of the film to another, counted from the first of them."""
    step = frame_ticks(fps) * piece.speed
    before = piece.first_frame + piece.frames - end if piece.backwards else first - piece.first_frame
    start = piece.start + round(before * step)
    until = start + round((end - first) * step)
    turned = piece.backwards and end - first > 1
    return replace(piece, start=start, end=until, first_frame=0, frames=end - first, backwards=turned)


def seen_at(project: Project, frame: int, fps: Fraction) -> Project:
    """The project with only those texts and overlays that the frame shows: fonts and files take long to open."""
    begin, end = from_frames(frame, fps), from_frames(frame + 1, fps)
    texts = tuple(one for one in project.texts if one.at < end and one.at + one.duration > begin)
    overlays = tuple(one for one in project.overlays if one.at < end and one.at + one.duration > begin)
    return project.model_copy(update={"texts": texts, "overlays": overlays})
