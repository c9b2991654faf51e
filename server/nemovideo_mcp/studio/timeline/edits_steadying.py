"""Edits that take the camera's shaking out of films."""

from typing import Final, Literal

from nemovideo_mcp.studio.timeline.edit import EditError, changed, clip_index, clip_names, require_clips, stem
from nemovideo_mcp.studio.timeline.edits_colour import Treated
from nemovideo_mcp.studio.timeline.model import Clip, MediaKind, Project

USUAL: Final = 50


class Stabilise(Treated):
    """Hold shaky films still, `percent` strong; 0 shows them as they were shot. Pictures and cards stand still already."""

    op: Literal["stabilise"] = "stabilise"
    percent: int = USUAL

    def apply(self, project: Project) -> Project:
        """Each of those clips that is a film is steadied when the file is made."""
        require_clips(project)
        if not 0 <= self.percent <= 100:
            raise EditError("bad_steady", percent=self.percent)
        whole, chosen = self._chosen(project)
        films = {clip.id for clip in whole.clips if clip.id in chosen and _is_film(whole, clip)}
        if not films:
            named = [stem(project, project.clips[clip_index(project, one)]) for one in self.clips]
            raise EditError("no_shake", what=", ".join(named[:12]) or clip_names(project))
        clips = [self._steadied(clip) if clip.id in films else clip for clip in whole.clips]
        return changed(whole, clips=tuple(clips))

    def _steadied(self, clip: Clip) -> Clip:
        return self._changed(clip, lambda old: old.model_copy(update={"steady": self.percent}))


def _is_film(project: Project, clip: Clip) -> bool:
    return project.medium(clip.media).kind is MediaKind.VIDEO
