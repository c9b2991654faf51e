"""Edits that part a clip from its sound: another in its place, or its own laid beside it."""

from fractions import Fraction
from typing import Literal

from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, changed, clip_index, clip_start, stem
from nemovideo_mcp.studio.timeline.model import Clip, Media, Project, Sound
from nemovideo_mcp.studio.timeline.time import Ticks


class ReplaceSound(Edit):
    """Silence a clip, by id, and lay a file's sound, by media id, in its place: from its start, at most as long as it is."""

    op: Literal["replace_sound"] = "replace_sound"
    clip: str
    media: str
    level: int = 100

    def apply(self, project: Project) -> Project:
        """The clip with other sound; its own level is kept for later."""
        clip = project.clips[clip_index(project, self.clip)]
        medium = _with_sound(project, self.media)
        if not 0 <= self.level <= 400:
            raise EditError("bad_volume", percent=self.level)
        return _parted(project, clip, medium.id, (0, min(medium.duration, clip.duration)), self.level)


class DetachSound(Edit):
    """Lay a clip's own sound beside it as a sound of its own, that can be moved, faded and changed alone."""

    op: Literal["detach_sound"] = "detach_sound"
    clip: str

    def apply(self, project: Project) -> Project:
        """It sounds as before; the clip is silent and its sound lies under it."""
        clip = project.clips[clip_index(project, self.clip)]
        _with_sound(project, clip.media)
        if clip.muted or clip.backwards or clip.speed != Fraction(1):
            raise EditError("no_detach", name=stem(project, clip))
        return _parted(project, clip, clip.media, (clip.start, clip.end), clip.volume)


def _with_sound(project: Project, media: str) -> Media:
    for medium in project.media:
        if medium.id == media:
            if not medium.has_audio or not medium.duration:
                raise EditError("no_sound_in", name=medium.name)
            return medium
    raise EditError("no_medium", name=media, names=", ".join(m.name for m in project.media))


def _parted(project: Project, clip: Clip, media: str, source: tuple[Ticks, Ticks], level: int) -> Project:
    ids = Ids(project)
    length = source[1] - source[0]
    fade_in = min(max(clip.fade_in, clip.sound_in), length)
    sound = Sound(
        id=ids.new("s"),
        media=media,
        at=clip_start(project, clip_index(project, clip.id)),
        start=source[0],
        end=source[1],
        role="sound",
        volume=level,
        fade_in=fade_in,
        fade_out=min(max(clip.fade_out, clip.sound_out), length - fade_in),
        tone=clip.tone,
    )
    silent = tuple(c.model_copy(update={"muted": True}) if c.id == clip.id else c for c in project.clips)
    return changed(project, clips=silent, sounds=(*project.sounds, sound), serial=ids.next)
