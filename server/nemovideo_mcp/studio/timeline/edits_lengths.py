"""Edits of how long clips are seen: a length for stills and films, and the slideshow."""

from fractions import Fraction
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.card import is_card
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, clip_index, require_clips, stem
from nemovideo_mcp.studio.timeline.edits_clips import AddClips
from nemovideo_mcp.studio.timeline.edits_transition import with_clips
from nemovideo_mcp.studio.timeline.model import Clip, MediaKind, Project, Transition
from nemovideo_mcp.studio.timeline.time import (
    Ticks,
    as_text,
    frame_ticks,
    from_frames,
    from_ms,
    from_seconds,
    to_frames,
)

LONGEST: Final = from_seconds(3600)
USUAL_MS: Final = 4000
CROSSFADE_MS: Final = 700
_STILL_FPS: Final = Fraction(30)


def fps_of(project: Project) -> Fraction:
    """Frames a second of the canvas, or those a still gives one."""
    return project.canvas.fps if project.canvas else _STILL_FPS


def whole_frames(project: Project, duration_ms: int) -> Ticks:
    """A length on frames, at least one of them; EditError for one that is none, or above an hour."""
    fps, length = fps_of(project), from_ms(duration_ms)
    if not 0 < length <= LONGEST:
        least = as_text(round(frame_ticks(fps)))
        facts = {"length": f"{duration_ms / 1000:g} s", "least": least, "most": as_text(LONGEST)}
        raise EditError("bad_length", **facts)
    return from_frames(max(1, to_frames(length, fps)), fps)


def is_still(project: Project, clip: Clip) -> bool:
    """Whether a clip can be seen for as long as anybody likes."""
    return project.medium(clip.media).kind is MediaKind.IMAGE


def lasting(clip: Clip, length: Ticks) -> Clip:
    """A still of this length, a slow move over it from its beginning to its end as before."""
    end = clip.start + round(length * clip.speed)
    motion = clip.treatment.motion
    if motion is None:
        return clip.model_copy(update={"end": end})
    moved = motion.model_copy(update={"start": clip.start, "end": end})
    treatment = clip.treatment.model_copy(update={"motion": moved})
    return clip.model_copy(update={"end": end, "treatment": treatment})


class SetLength(Edit):
    """Show clips for `duration_ms`: stills exactly so long, films cut down to it. Without any named: every still."""

    op: Literal["set_length"] = "set_length"
    duration_ms: int
    clips: tuple[str, ...] = ()

    def apply(self, project: Project) -> Project:
        """The same clips, some of them longer or shorter; what is laid on them moves along."""
        clips = require_clips(project)
        length = whole_frames(project, self.duration_ms)
        stills = {i for i, clip in enumerate(clips) if is_still(project, clip)}
        chosen = {clip_index(project, clip) for clip in self.clips} or stills
        if not chosen:
            raise EditError("no_stills")
        return with_clips(
            project, [self._cut(project, c, length) if i in chosen else c for i, c in enumerate(clips)]
        )

    @staticmethod
    def _cut(project: Project, clip: Clip, length: Ticks) -> Clip:
        if is_still(project, clip):
            return lasting(clip, length)
        if length > clip.duration:
            facts = {"name": stem(project, clip), "length": as_text(clip.duration), "wanted": as_text(length)}
            raise EditError("too_short", **facts)
        taken = min(round(length * clip.speed), clip.end - clip.start)
        source = {"start": clip.end - taken} if clip.backwards else {"end": clip.start + taken}
        return clip.model_copy(update=source)


class Slideshow(Edit):
    """Show every picture for `each_ms`, or all of them in `total_ms`, with crossfades of `fade_ms` between them (0: cuts).

    Uploaded pictures that are not on the timeline are put behind, in the order they came. Without lengths each is seen for
    4 s and crossfades take 0.7 s, or less where pictures are short; a crossfade counts for both pictures.
    """

    op: Literal["slideshow"] = "slideshow"
    each_ms: int | None = None
    total_ms: int | None = None
    fade_ms: int | None = None

    def apply(self, project: Project) -> Project:
        """The pictures one after the other, films where they were."""
        there = {clip.media for clip in project.clips}
        pictures = [m for m in project.media if m.kind is MediaKind.IMAGE and not is_card(m.id)]
        missing = tuple(m.id for m in pictures if m.id not in there and not _is_laid(project, m.id))
        project = AddClips(media=missing).apply(project) if missing else project
        shown = {i for i, c in enumerate(project.clips) if is_still(project, c) and not is_card(c.media)}
        if not shown:
            raise EditError("no_stills")
        return with_clips(project, self._shown(project, shown))

    def _shown(self, project: Project, shown: set[int]) -> list[Clip]:
        fps, follows = fps_of(project), {i for i in shown if i - 1 in shown}
        fade = self._fade(project, len(shown))
        lengths = self._lengths(project, len(shown), len(follows) * fade)
        most = min(lengths) // 2
        if not 0 <= fade <= most:
            facts = {
                "duration": as_text(from_frames(max(fade, 0), fps)),
                "most": as_text(from_frames(most, fps)),
            }
            raise EditError("bad_transition", **facts)
        enters = Transition(kind="crossfade", duration=from_frames(fade, fps)) if fade else None
        left = iter(lengths)
        return [
            _timed(clip, from_frames(next(left), fps), enters, keep=i not in follows) if i in shown else clip
            for i, clip in enumerate(project.clips)
        ]

    def _fade(self, project: Project, count: int) -> int:
        """Frames of a crossfade: as asked, or the usual ones where the pictures leave room for them."""
        fps = fps_of(project)
        if self.fade_ms is not None:
            return to_frames(from_ms(self.fade_ms), fps)
        shortest = min(self._lengths(project, count, 0))
        return min(to_frames(from_ms(CROSSFADE_MS), fps), shortest // 3)

    def _lengths(self, project: Project, count: int, faded: int) -> list[int]:
        """Frames of each picture; of a total, as even as they come."""
        fps = fps_of(project)
        if self.total_ms is None:
            each = USUAL_MS if self.each_ms is None else self.each_ms
            return [to_frames(whole_frames(project, each), fps)] * count
        total = to_frames(whole_frames(project, self.total_ms), fps) + faded
        if total < count:
            least = as_text(from_frames(count, fps))
            facts = {"length": f"{self.total_ms / 1000:g} s", "least": least, "most": as_text(LONGEST)}
            raise EditError("bad_length", **facts)
        edges = [total * part // count for part in range(count + 1)]
        return [edges[part + 1] - edges[part] for part in range(count)]


def _timed(clip: Clip, length: Ticks, enters: Transition | None, *, keep: bool) -> Clip:
    """A picture of this length, entering so unless it follows no other picture."""
    timed = lasting(clip, length)
    return timed if keep else timed.model_copy(update={"enters": enters})


def _is_laid(project: Project, media_id: str) -> bool:
    """Whether a picture serves as a logo."""
    return any(overlay.media == media_id for overlay in project.overlays)
