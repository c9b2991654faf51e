"""Edits of the canvas: the picture's size in pixels, and its frames a second."""

from fractions import Fraction
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.card import USUAL_CANVAS
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, changed
from nemovideo_mcp.studio.timeline.edits_lengths import is_still, lasting
from nemovideo_mcp.studio.timeline.model import Clip, Project, Ratio, starts
from nemovideo_mcp.studio.timeline.ripple import entered, follow, pieces_of, settled
from nemovideo_mcp.studio.timeline.time import Ticks, from_frames, to_frames

LEAST_SIDE: Final = 16
MOST_SIDE: Final = 4096
LEAST_FPS: Final = 12
MOST_FPS: Final = 120
_NTSC: Final = {
    Fraction(n * 1000, 1001): names
    for n, names in {24: ("23.976", "23.98"), 30: ("29.97",), 48: ("47.952", "47.95"), 60: ("59.94",)}.items()
}


class SetCanvas(Edit):
    """Give the film a size in pixels, frames a second, or both; what is None stays. `fps` may be a fraction, as 30000/1001.

    At another rate every cut moves to the nearest frame of that rate.
    """

    op: Literal["canvas"] = "canvas"
    width: int | None = None
    height: int | None = None
    fps: Ratio | None = None

    def apply(self, project: Project) -> Project:
        """The same film on that canvas."""
        canvas = project.canvas or USUAL_CANVAS
        width, height = (self.width or canvas.width), (self.height or canvas.height)
        if not all(LEAST_SIDE <= side <= MOST_SIDE and side % 2 == 0 for side in (width, height)):
            raise EditError("bad_canvas", size=f"{width}×{height}", least=LEAST_SIDE, most=MOST_SIDE)
        fps = canvas.fps if self.fps is None else exact(self.fps)
        if not LEAST_FPS <= fps <= MOST_FPS:
            raise EditError("bad_fps", fps=rate_words(fps), least=LEAST_FPS, most=MOST_FPS)
        sized = changed(
            project, canvas=canvas.model_copy(update={"width": width, "height": height, "fps": fps})
        )
        return sized if fps == canvas.fps or not project.clips else _on_new_frames(project, sized, fps)


def exact(fps: Fraction) -> Fraction:
    """The rate itself, or the one that people mean by 23.976, 29.97 and their like."""
    for rate, names in _NTSC.items():
        if any(fps == Fraction(name) for name in names) or abs(fps - rate) < Fraction(1, 10_000):
            return rate
    return fps


def rate_words(fps: Fraction) -> str:
    """`30`, `29.97`: a rate for people."""
    return f"{float(fps):.3f}".rstrip("0").rstrip(".")


def _on_new_frames(before: Project, sized: Project, fps: Fraction) -> Project:
    """Every cut on the frame of the new rate that is nearest to where it was; no clip loses its last frame."""
    edges = starts(before.clips)
    new: list[Clip] = []
    at = 0
    for clip, start in zip(before.clips, edges, strict=False):
        first = to_frames(start, fps)
        fitted = _fitted(before, clip, to_frames(start + clip.duration, fps) - first, fps)
        overlap = max(0, at - first) if clip.enters and clip.enters.overlap else 0
        new.append(_entering(fitted, overlap, fps))
        at = first + to_frames(fitted.duration, fps)
    clips = entered(new)
    return settled(follow(sized, clips, pieces_of(before.clips, clips), Ids(sized)))


def _fitted(project: Project, clip: Clip, frames: int, fps: Fraction) -> Clip:
    """The clip in so many frames, or as many as its source still has."""
    if is_still(project, clip):
        return lasting(clip, from_frames(max(1, frames), fps))
    rest = project.medium(clip.media).duration - clip.start if not clip.backwards else clip.end
    frames = max(1, frames)
    while frames > 1 and _source(frames, fps, clip.speed) > rest:
        frames -= 1
    taken = _source(frames, fps, clip.speed)
    if taken > rest:
        # Less than a frame of source is left: it is held for the one frame that can be seen.
        return clip.model_copy(update={"speed": Fraction(clip.end - clip.start, from_frames(1, fps))})
    ends = {"start": clip.end - taken} if clip.backwards else {"end": clip.start + taken}
    return _faded(clip.model_copy(update=ends))


def _source(frames: int, fps: Fraction, speed: Fraction) -> Ticks:
    return max(1, round(from_frames(frames, fps) * speed))


def _faded(clip: Clip) -> Clip:
    """Its fades no longer together than itself."""
    fade_in = min(clip.fade_in, clip.duration)
    return clip.model_copy(
        update={"fade_in": fade_in, "fade_out": min(clip.fade_out, clip.duration - fade_in)}
    )


def _entering(clip: Clip, overlap: int, fps: Fraction) -> Clip:
    if clip.enters is None:
        return clip
    frames = overlap if clip.enters.overlap else to_frames(clip.enters.duration, fps)
    enters = clip.enters.model_copy(update={"duration": from_frames(frames, fps)}) if frames else None
    return clip.model_copy(update={"enters": enters})
