"""Edits that show something again or longer: duplicate clips, hold a frame."""

from fractions import Fraction
from typing import Literal

from nemovideo_mcp.studio.timeline.edit import (
    Edit,
    EditError,
    Ids,
    changed,
    clip_index,
    on_frame,
    point,
    require_clips,
)
from nemovideo_mcp.studio.timeline.edits_cutting import split_at
from nemovideo_mcp.studio.timeline.edits_transition import with_clips
from nemovideo_mcp.studio.timeline.model import Clip, Project
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, frame_ticks, from_frames, from_ms, to_frames

MOST_TIMES = 50


class DuplicateClips(Edit):
    """Show clips again, `times` more times, right after themselves; without any named, the whole film after its end."""

    op: Literal["duplicate_clips"] = "duplicate_clips"
    clips: tuple[str, ...] = ()
    times: int = 1

    def apply(self, project: Project) -> Project:
        """Longer by the copies, which are clips of their own."""
        clips = require_clips(project)
        if not 1 <= self.times <= MOST_TIMES:
            raise EditError("bad_times", times=self.times, most=MOST_TIMES)
        ids = Ids(project)
        if not self.clips:
            copies = [_copy(clip, ids) for _ in range(self.times) for clip in clips]
            return with_clips(changed(project, serial=ids.next), [*clips, *copies])
        chosen = {clip_index(project, clip) for clip in self.clips}
        order: list[Clip] = []
        for index, clip in enumerate(clips):
            order.append(clip)
            order += [_copy(clip, ids) for _ in range(self.times if index in chosen else 0)]
        return with_clips(changed(project, serial=ids.next), order)


def _copy(clip: Clip, ids: Ids) -> Clip:
    return clip.model_copy(update={"id": ids.new("c"), "enters": None})


class Freeze(Edit):
    """Hold the frame at a time of the film, silently, for `duration_ms`; at a cut, or the film's end, the frame before it."""

    op: Literal["freeze"] = "freeze"
    at_ms: int
    duration_ms: int = 2000

    def apply(self, project: Project) -> Project:
        """Longer by the held frame; what follows comes later."""
        require_clips(project)
        at = on_frame(project, point(project, self.at_ms))
        if self.duration_ms <= 0 or project.canvas is None:
            raise EditError("short_text", duration=f"{self.duration_ms / 1000:g} s")
        split = split_at(project, at)
        inside = split is not project or at == 0
        project, ids = split, Ids(split)
        order: list[Clip] = []
        for clip, start in placed(project.clips):
            if inside and start == at:
                order.append(_held(project, clip, 0, self.duration_ms, ids))
            order.append(clip)
            if not inside and start + clip.duration == at:
                order.append(_held(project, clip, clip.duration, self.duration_ms, ids))
        if len(order) == len(project.clips):
            raise EditError("in_transition", at=as_text(at))
        return with_clips(changed(project, serial=ids.next), order)


def _held(project: Project, clip: Clip, inside: Ticks, duration_ms: int, ids: Ids) -> Clip:
    """One frame of a clip's source, played so slowly that it lasts."""
    fps = project.canvas.fps if project.canvas else Fraction(30)
    length = from_frames(max(1, to_frames(from_ms(duration_ms), fps)), fps)
    one = max(1, min(round(frame_ticks(fps) * clip.speed), clip.end - clip.start))
    start = clip.start if (inside == 0) != clip.backwards else clip.end - one
    held = {"start": start, "end": start + one, "speed": Fraction(one, length)}
    silent = {"muted": True, "fade_in": 0, "fade_out": 0, "sound_in": 0, "sound_out": 0, "enters": None}
    held["backwards"] = False
    return clip.model_copy(update={"id": ids.new("c"), **held, **silent})
