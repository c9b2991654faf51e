"""Edits of what happens between clips: crossfades, wipes, slides and dips, on all cuts or some."""

from typing import Literal

from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, clip_index, require_clips
from nemovideo_mcp.studio.timeline.model import Clip, Project, Transition, Way
from nemovideo_mcp.studio.timeline.ripple import entered, follow, pieces_of
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_frames, from_ms, to_frames

USUAL_MS = 1000


class SetTransition(Edit):
    """Put a transition on cuts: those before the clips named, or without any between all clips.

    Crossfades, wipes and slides overlap the clips, so that the film gets shorter by their length; a dip does not. Without
    `duration_ms` it takes a second, or half of the shortest clip it touches. A wipe or a slide moves to the `way`.
    """

    op: Literal["transition"] = "transition"
    kind: Literal["crossfade", "wipe", "slide", "dip_black", "dip_white"] = "crossfade"
    way: Way = "left"
    duration_ms: int | None = None
    clips: tuple[str, ...] = ()

    def apply(self, project: Project) -> Project:
        """The same clips, some of them entering in another way; texts and sounds move with them."""
        chosen = led_into(project, self.clips)
        if not chosen:
            raise EditError("one_clip")
        new = [self._entering(project, i) if i in chosen else clip for i, clip in enumerate(project.clips)]
        return with_clips(project, new)

    def _entering(self, project: Project, index: int) -> Clip:
        before, clip = project.clips[index - 1], project.clips[index]
        after = project.clips[index + 1 : index + 2]
        next_to = [before, clip, *(one for one in after if one.enters or not self.clips)]
        most = min(one.duration for one in next_to) // 2
        length = min(from_ms(USUAL_MS), most) if self.duration_ms is None else from_ms(self.duration_ms)
        length = self._on_frames(project, length)
        if not 0 < length <= most:
            facts = {"duration": as_text(max(length, 0)), "most": as_text(most)}
            raise EditError("bad_transition", **facts)
        way: Way = self.way if self.kind in ("wipe", "slide") else "left"
        enters = Transition(kind=self.kind, duration=length, way=way)
        return clip.model_copy(update={"enters": enters})

    @staticmethod
    def _on_frames(project: Project, length: Ticks) -> Ticks:
        fps = project.canvas.fps if project.canvas else None
        return from_frames(to_frames(length, fps), fps) if fps else length


class RemoveTransitions(Edit):
    """Make plain cuts again of the transitions before the clips named, or of all."""

    op: Literal["remove_transitions"] = "remove_transitions"
    clips: tuple[str, ...] = ()

    def apply(self, project: Project) -> Project:
        """Clips end to end; what a crossfade overlapped is seen in full again."""
        chosen = led_into(project, self.clips)
        new = [
            clip.model_copy(update={"enters": None}) if i in chosen else clip
            for i, clip in enumerate(project.clips)
        ]
        return with_clips(project, new)


def led_into(project: Project, clips: tuple[str, ...]) -> set[int]:
    """Which clips, by index, a transition leads into; the first one follows none."""
    indexes = {clip_index(project, clip) for clip in clips} or set(range(len(require_clips(project))))
    return indexes - {0}


def with_clips(project: Project, clips: list[Clip]) -> Project:
    """The project with these clips in place of its own, in the same order; what is laid on them moves along."""
    new = entered(clips)
    return follow(project, new, pieces_of(project.clips, new), Ids(project))
