"""Which frames of a film may be copied as they are coded in their sources, and which are made anew around the cuts."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from nemovideo_mcp.studio.media.reel import Reel
from nemovideo_mcp.studio.render.output import Output, rate, size
from nemovideo_mcp.studio.render.pieces import Grid, Piece, pieces
from nemovideo_mcp.studio.timeline.model import Canvas, Clip, Media, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import Ticks, from_frames, to_frames, to_seconds

_FORMATS: Final = ("mp4", "mov", "mkv")
_LEAST_S: Final = 1  # what is shorter costs less to make than to join
_WORTH: Final = 2  # at least one frame in so many is copied, or the ordinary render is as good
_OFF: Final = 0.45  # of a frame: a clip that begins between two frames shows the nearer one
_HEARD: Final = ("volume", "muted", "tone", "sound_in", "sound_out")
_MIXED: Final = ("name", "sounds", "loudness", "serial")


@dataclass(frozen=True)
class Stretch:
    """Frames of a piece of the film, `skip` of them after its first; copied from packet number `packet` on, or made anew."""

    piece: Piece
    skip: int
    frames: int
    packet: int | None = None

    def clip(self, number: int) -> Clip:
        """The stretch as a clip with no sound of its own, so that the ordinary render can make it."""
        fps = _fps(self.piece)
        start, end = (self.piece.start + from_frames(at, fps) for at in (self.skip, self.skip + self.frames))
        return Clip(id=f"m{number}", media=self.piece.medium.id, start=start, end=end, muted=True)


def film_to_cut(project: Project, output: Output) -> list[Piece]:
    """The pieces of a film whose picture is only cut and joined, at the size and rate of its media; none for any other.

    Whatever field a model has or will get: all that is not known to be heard only must be as it is by default.
    """
    canvas = project.canvas
    if canvas is None or output.format not in _FORMATS or output.quality != "high":
        return []
    if rate(output, canvas) != canvas.fps or size(output, canvas) != (canvas.width, canvas.height):
        return []
    used = {clip.media for clip in project.clips}
    if not _is_plain(project, canvas) or not all(_fits(project.medium(media), canvas) for media in used):
        return []
    clips = tuple(_unheard(clip) for clip in project.clips)
    silent = project.model_copy(update={"clips": clips})
    return [piece for piece in pieces(silent, Grid(canvas.fps)) if piece.frames]


def _is_plain(project: Project, canvas: Canvas) -> bool:
    plain = Project(
        canvas=Canvas(width=canvas.width, height=canvas.height, fps=canvas.fps, fit=canvas.fit),
        media=project.media,
        clips=project.clips,
        **{field: getattr(project, field) for field in _MIXED},
    )
    clips = (
        (_unheard(clip), Clip(id=clip.id, media=clip.media, start=clip.start, end=clip.end))
        for clip in project.clips
    )
    return plain == project and all(clip == cut for clip, cut in clips)


def _unheard(clip: Clip) -> Clip:
    """A clip with all that is only heard as it is by default."""
    return clip.model_copy(update={field: Clip.model_fields[field].default for field in _HEARD})


def _fits(medium: Media, canvas: Canvas) -> bool:
    same = (medium.width, medium.height, medium.fps) == (canvas.width, canvas.height, canvas.fps)
    return same and medium.kind is MediaKind.VIDEO


def stretches(film: Iterable[Piece], reels: Mapping[str, Reel]) -> list[Stretch]:
    """The film's frames in order, copied where that can be; none when too little could be copied to be worth it.

    `reels` by media id, of all media of the film. They are copied from only when all are coded alike.
    """
    if len({reel.coding for reel in reels.values()}) != 1:
        return []
    found = [stretch for piece in film for stretch in _of_piece(piece, reels[piece.medium.id])]
    copied = sum(stretch.frames for stretch in found if stretch.packet is not None)
    return found if copied * _WORTH >= sum(stretch.frames for stretch in found) and copied else []


def _of_piece(piece: Piece, reel: Reel) -> list[Stretch]:
    """Made up to the first entry, copied from there to the last break before the end, made after it."""
    whole = [Stretch(piece, 0, piece.frames)]
    first = _first_picture(piece)
    if first is None:
        return whole
    begin, end = first - reel.first, first - reel.first + piece.frames
    entry = bisect_left(reel.entries, begin)
    last = reel.breaks[max(0, bisect_right(reel.breaks, end) - 1)]
    if entry == len(reel.entries) or last - reel.entries[entry] < _LEAST_S * _fps(piece):
        return whole
    packet = reel.entries[entry]
    parts = [
        Stretch(piece, 0, packet - begin),
        Stretch(piece, packet - begin, last - packet, packet),
        Stretch(piece, last - begin, end - last),
    ]
    return [part for part in parts if part.frames]


def _first_picture(piece: Piece) -> int | None:
    """Number of the source's picture that the piece begins with; None when it begins too nearly between two."""
    fps = _fps(piece)
    number = to_frames(piece.start, fps)
    off: Ticks = abs(piece.start - from_frames(number, fps))
    return number if to_seconds(off) * fps <= _OFF else None


def _fps(piece: Piece) -> Fraction:
    """The rate of the film, which is that of all its media."""
    return piece.medium.fps or Fraction(1)
