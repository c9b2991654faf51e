"""The edit that turns time around: clips, a range, or the whole film played backwards."""

from collections.abc import Sequence
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.captions import without_unheard
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, clip_index, require_clips, span, stem
from nemovideo_mcp.studio.timeline.edits_cutting import split_at
from nemovideo_mcp.studio.timeline.edits_transition import with_clips
from nemovideo_mcp.studio.timeline.model import Clip, MediaKind, Project
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_seconds

MOST: Final = from_seconds(300)


class Reverse(Edit):
    """Play backwards, picture and sound: some clips in their places, a range, or the whole film, its clips in the other order.

    With `on` false what plays backwards plays forwards again. A range goes before clips. At most five minutes of film.
    """

    op: Literal["reverse"] = "reverse"
    clips: tuple[str, ...] = ()
    start_ms: int | None = None
    end_ms: int | None = None
    on: bool = True

    def apply(self, project: Project) -> Project:
        """As long as before, to the frame; texts go with the clips they begin on, captions with the words that can be understood."""
        require_clips(project)
        project, chosen = self._chosen(project)
        moving = [clip for clip in project.clips if clip.id in chosen and _moves(project, clip)]
        if shared := next((clip for clip in moving if clip.beside), None):
            raise EditError("no_turn", name=stem(project, shared))
        if all(clip.backwards == self.on for clip in moving):
            return project
        in_place = self.clips and self.start_ms is None and self.end_ms is None
        if in_place or (not self.on and not all(clip.backwards for clip in moving)):
            turned = [self._set(project, clip) if clip in moving else clip for clip in project.clips]
        else:
            turned = _around(project, chosen)
        _must_fit(turned)
        return without_unheard(with_clips(project, turned))

    def _chosen(self, project: Project) -> tuple[Project, set[str]]:
        if self.start_ms is not None or self.end_ms is not None:
            start, end = span(project, self.start_ms or 0, self.end_ms)
            project = split_at(split_at(project, start), end)
            return project, {clip.id for clip, at in placed(project.clips) if start <= at < end}
        ids = {project.clips[clip_index(project, clip)].id for clip in self.clips}
        return project, ids or {clip.id for clip in project.clips}

    def _set(self, project: Project, clip: Clip) -> Clip:
        return clip.model_copy(update={"backwards": self.on}) if _moves(project, clip) else clip


def _moves(project: Project, clip: Clip) -> bool:
    return project.medium(clip.media).kind is not MediaKind.IMAGE


def _around(project: Project, chosen: set[str]) -> list[Clip]:
    """The clips with the chosen ones, which stand together, in the other order and direction; cuts keep their transitions."""
    first = next(i for i, clip in enumerate(project.clips) if clip.id in chosen)
    last = first + len(chosen)
    cuts = [clip.enters for clip in project.clips[first:last]]
    into = [cuts[0], *reversed(cuts[1:])]
    turned = [
        _turned(project, clip).model_copy(update={"enters": enters})
        for clip, enters in zip(reversed(project.clips[first:last]), into, strict=True)
    ]
    return [*project.clips[:first], *turned, *project.clips[last:]]


def _turned(project: Project, clip: Clip) -> Clip:
    """The clip from its other end: what it faded into is now what it fades from."""
    fades = {"fade_in": clip.fade_out, "fade_out": clip.fade_in}
    sounds = {"sound_in": clip.sound_out, "sound_out": clip.sound_in}
    backwards = not clip.backwards if _moves(project, clip) else False
    return clip.model_copy(update={**fades, **sounds, "backwards": backwards})


def _must_fit(clips: Sequence[Clip]) -> None:
    """Every picture that is seen backwards has to be held until its turn comes."""
    length: Ticks = sum(clip.duration for clip in clips if clip.backwards)
    if length > MOST:
        raise EditError("long_reverse", length=as_text(length), most=as_text(MOST))
