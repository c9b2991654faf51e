"""Edits of sound: volume, mute, music."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final, Literal, TypeAlias, TypeVar

from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, changed, clip_index, require_film
from nemovideo_mcp.studio.timeline.library import TUNES, is_library, library_medium
from nemovideo_mcp.studio.timeline.model import Clip, Project, Ratio, Sound
from nemovideo_mcp.studio.timeline.time import Ticks, from_ms

LOUDEST: Final = 400
MUSIC_LEVEL: Final = 35

Target: TypeAlias = Literal["all", "clips", "music", "voice"]
Heard = TypeVar("Heard", Clip, Sound)


def heard_ids(project: Project, target: Target, clips: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """Ids of the clips and of the sounds an edit is about; EditError when there are none."""
    require_film(project)
    if clips:
        return {project.clips[clip_index(project, clip)].id for clip in clips}, set()
    music, voice = ({s.id for s in project.sounds if s.role == role} for role in ("music", "voice"))
    if target == "music":
        if not music:
            raise EditError("no_music")
        return set(), music
    if target == "voice":
        if not voice:
            raise EditError("no_voiceover")
        return set(), voice
    every = {sound.id for sound in project.sounds}
    return {clip.id for clip in project.clips}, every if target == "all" else every - music - voice


def with_each(
    project: Project,
    chosen: tuple[set[str], set[str]],
    clip: Callable[[Clip], Clip],
    sound: Callable[[Sound], Sound],
) -> Project:
    """The project with the chosen clips and sounds (by id) changed."""
    clips = tuple(clip(one) if one.id in chosen[0] else one for one in project.clips)
    sounds = tuple(sound(one) if one.id in chosen[1] else one for one in project.sounds)
    return changed(project, clips=clips, sounds=sounds)


class Volume(Edit):
    """Set how loud something is: `percent` of its own level, or `db` or `factor` relative to the present.

    The target "all" is balanced: a percentage is that of its loudest part, the others keep their proportion.
    """

    op: Literal["volume"] = "volume"
    percent: int | None = None
    db: float | None = None
    factor: Ratio | None = None
    target: Target = "all"
    clips: tuple[str, ...] = ()

    def apply(self, project: Project) -> Project:
        """At the new level, and heard even if it was muted."""
        chosen = heard_ids(project, self.target, self.clips)
        ratio = self._ratio(project, chosen)
        return with_each(
            project, chosen, lambda one: self._set(one, ratio), lambda one: self._set(one, ratio)
        )

    def _ratio(self, project: Project, chosen: tuple[set[str], set[str]]) -> Fraction | None:
        """What present levels are multiplied with; None when all are set to the percentage."""
        if self.factor is not None:
            return self.factor
        if self.db is not None:
            if not -100 <= self.db <= 100:
                raise EditError(
                    "bad_volume", percent=round(100 * 10 ** (max(-99.0, min(self.db, 99.0)) / 20))
                )
            return Fraction(10 ** (self.db / 20))
        if self.percent is None:
            raise EditError("no_level")
        levels = [one.volume for one in project.clips if one.id in chosen[0]]
        levels += [one.volume for one in project.sounds if one.id in chosen[1]]
        if self.target != "all" or self.clips or not any(levels):
            return None
        return Fraction(self.percent, max(levels))

    def _set(self, one: Heard, ratio: Fraction | None) -> Heard:
        level = (self.percent or 0) if ratio is None else round(one.volume * ratio)
        if not 0 <= level <= LOUDEST:
            raise EditError("bad_volume", percent=level)
        return one.model_copy(update={"volume": level, "muted": False})


class Mute(Edit):
    """Silence the clips' own sound, the music, all, or some clips by id."""

    op: Literal["mute"] = "mute"
    target: Target = "clips"
    clips: tuple[str, ...] = ()

    def apply(self, project: Project) -> Project:
        """Silent there; the levels are kept for later."""
        return _muted(project, self.target, self.clips, muted=True)


class Unmute(Edit):
    """Let it be heard again."""

    op: Literal["unmute"] = "unmute"
    target: Target = "all"
    clips: tuple[str, ...] = ()

    def apply(self, project: Project) -> Project:
        """Heard at the level it had."""
        return _muted(project, self.target, self.clips, muted=False)


def _muted(project: Project, target: Target, clips: tuple[str, ...], *, muted: bool) -> Project:
    chosen = heard_ids(project, target, clips)
    update = {"muted": muted}
    return with_each(
        project,
        chosen,
        lambda one: one.model_copy(update=update),
        lambda one: one.model_copy(update=update),
    )


class AddMusic(Edit):
    """Lay a file's sound, by media id, under the whole film, looped to its length; it replaces other music.

    `media` may be one of the studio's own: library:lo-fi, library:upbeat, library:calm, library:cinematic. `level` in
    percent; fades in ms.
    """

    op: Literal["add_music"] = "add_music"
    media: str
    level: int = MUSIC_LEVEL
    fade_in_ms: int = 0
    fade_out_ms: int = 0

    def apply(self, project: Project) -> Project:
        """With the music from the film's start to its end."""
        length = require_film(project)
        project = _with_tune(project, self.media)
        source = self._source(project)
        if not 0 <= self.level <= LOUDEST:
            raise EditError("bad_volume", percent=self.level)
        ids = Ids(project)
        music = Sound(
            id=ids.new("s"),
            media=self.media,
            at=0,
            start=0,
            end=source,
            loop=True,
            volume=self.level,
            fade_in=_within(self.fade_in_ms, length),
            fade_out=_within(self.fade_out_ms, length),
        )
        others = tuple(s for s in project.sounds if s.role != "music" and s.media != self.media)
        return changed(project, sounds=(*others, music), serial=ids.next)

    def _source(self, project: Project) -> Ticks:
        for medium in project.media:
            if medium.id == self.media:
                if not medium.has_audio or not medium.duration:
                    raise EditError("no_sound_in", name=medium.name)
                return medium.duration
        raise EditError("no_medium", name=self.media, names=", ".join(m.name for m in project.media))


def _with_tune(project: Project, media: str) -> Project:
    """The project that knows the studio's own tune of this id, if it is one; EditError when there is no such tune."""
    if not is_library(media) or any(known.id == media for known in project.media):
        return project
    try:
        return changed(project, media=(*project.media, library_medium(media)))
    except KeyError as missing:
        raise EditError("no_tune", name=media, names=", ".join(TUNES)) from missing


def _within(duration_ms: int, length: Ticks) -> Ticks:
    return min(max(from_ms(duration_ms), 0), length // 2)


class RemoveMusic(Edit):
    """Take the music away."""

    op: Literal["remove_music"] = "remove_music"

    def apply(self, project: Project) -> Project:
        """Without music; voices and other sounds stay."""
        if not any(sound.role == "music" for sound in project.sounds):
            raise EditError("no_music")
        return changed(project, sounds=tuple(s for s in project.sounds if s.role != "music"))
