"""Edits that take a colour out of a picture, so that what lies beneath is seen: a green screen."""

from typing import Literal

from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, changed, clip_index, clip_start
from nemovideo_mcp.studio.timeline.edits_clips import DeleteClips
from nemovideo_mcp.studio.timeline.edits_overlay import overlay_with
from nemovideo_mcp.studio.timeline.edits_text import HEX
from nemovideo_mcp.studio.timeline.model import PLAIN, Clip, MediaKind, Overlay, Place, Project, Sound
from nemovideo_mcp.studio.timeline.ripple import settled


class ChromaKey(Edit):
    """Take a colour, and what is `amount` percent near to it, out of an overlay or a clip, by id; 0 puts it back.

    A clip is taken off the main track and laid over all of the clip `over`, or the one before it (the first: the one after
    it); its sound goes with it.
    """

    op: Literal["chroma_key"] = "chroma_key"
    id: str
    color: str = "#00ff00"
    amount: int = 30
    over: str | None = None

    def apply(self, project: Project) -> Project:
        """See-through where that colour was."""
        if not HEX.fullmatch(self.color):
            raise EditError("bad_color", color=self.color)
        if not 0 <= self.amount <= 100:
            raise EditError("bad_amount", amount=self.amount, lowest=0)
        if any(clip.id == self.id for clip in project.clips):
            return self._laid(project)
        old = overlay_with(project, self.id)
        keyed = (
            {"key": self.color, "similarity": self.amount} if self.amount else {"key": None, "similarity": 30}
        )
        new = old.model_copy(update=keyed)
        return changed(project, overlays=tuple(new if one.id == self.id else one for one in project.overlays))

    def _laid(self, project: Project) -> Project:
        index = clip_index(project, self.id)
        clip, name = project.clips[index], project.medium(project.clips[index].media).name
        if len(project.clips) == 1:
            raise EditError("nothing_under", name=name)
        if clip.speed != 1 or clip.backwards or clip.treatment != PLAIN:
            raise EditError("no_key", name=name)
        under = self.over or project.clips[index - 1 if index else 1].id
        if under == self.id:
            raise EditError("same_clip")
        after = DeleteClips(clips=(self.id,)).apply(project)
        at = clip_start(after, clip_index(after, under))
        ids = Ids(after)
        overlay = Overlay(
            id=ids.new("o"),
            media=clip.media,
            at=at,
            duration=min(clip.end - clip.start, after.duration - at),
            start=0 if project.medium(clip.media).kind is MediaKind.IMAGE else clip.start,
            place=Place.CENTER,
            size=100,
            key=self.color if self.amount else None,
            similarity=self.amount or 30,
        )
        sounds = (*after.sounds, *self._heard(project, clip, at, ids))
        overlays = (*after.overlays, overlay)
        return settled(changed(after, overlays=overlays, sounds=sounds, serial=ids.next))

    @staticmethod
    def _heard(project: Project, clip: Clip, at: int, ids: Ids) -> list[Sound]:
        if clip.muted or not project.medium(clip.media).has_audio:
            return []
        sound = {"start": clip.start, "end": clip.end, "volume": clip.volume, "tone": clip.tone}
        return [Sound(id=ids.new("s"), media=clip.media, at=at, role="sound", **sound)]
