"""Edits of the picture as a whole: its shape, and its fades."""

from fractions import Fraction
from math import floor
from typing import Final, Literal, TypeAlias

from nemovideo_mcp.studio.timeline.edit import (
    Edit,
    EditError,
    changed,
    clip_index,
    require_clips,
    require_film,
)
from nemovideo_mcp.studio.timeline.model import Canvas, Clip, Project
from nemovideo_mcp.studio.timeline.ripple import settled
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_ms

Shape: TypeAlias = Literal["16:9", "9:16", "1:1", "4:5"]
SHAPES: Final[tuple[Shape, ...]] = ("16:9", "9:16", "1:1", "4:5")


class Aspect(Edit):
    """Give the picture a shape; clips of another one are cropped to fill it, or padded with bars."""

    op: Literal["aspect"] = "aspect"
    shape: Shape
    fit: Literal["crop", "pad"] = "pad"

    def apply(self, project: Project) -> Project:
        """A canvas of exactly this shape, its short side as near to the present one as even numbers allow."""
        require_clips(project)
        canvas = project.canvas or Canvas(width=1280, height=720, fps=Fraction(30))
        width, height = shaped(canvas.width, canvas.height, self.shape)
        return changed(project, canvas=Canvas(width=width, height=height, fps=canvas.fps, fit=self.fit))


def shaped(width: int, height: int, shape: Shape) -> tuple[int, int]:
    """Even pixels of exactly a shape, the short side kept as well as it can be."""
    across, down = (int(part) for part in shape.split(":"))
    odd = across % 2 or down % 2
    step = 2 if odd else 1
    unit = Fraction(min(width, height), min(across, down))
    times = max(1, floor(unit / step + Fraction(1, 2))) * step
    return across * times, down * times


class Fade(Edit):
    """What both fades share: a length in ms, 0 for none, and what fades: the film, one clip, or the music.

    With `sound` only what is heard fades, and the picture stays as it is.
    """

    duration_ms: int = 1000
    clip: str | None = None
    music: bool = False
    sound: bool = False

    def _faded(self, project: Project, end: Literal["fade_in", "fade_out"]) -> Project:
        length = require_film(project)
        ticks = self._ticks(length)
        if self.music:
            return self._faded_music(project, end, ticks)
        if self.clip is not None:
            index = clip_index(project, self.clip)
            clip = project.clips[index].model_copy(update={self.field: ticks})
            self._check(clip, clip.duration)
            return changed(project, clips=(*project.clips[:index], clip, *project.clips[index + 1 :]))
        after = changed(project, **{self.field: ticks})
        self._check(after, length)
        return settled(after)

    @property
    def field(self) -> str:
        """What of a clip or a film it sets."""
        return self.op.replace("fade", "sound") if self.sound else self.op

    def _check(self, one: Clip | Project, length: Ticks) -> None:
        fades = (one.sound_in, one.sound_out) if self.sound else (one.fade_in, one.fade_out)
        _check_fades(*fades, length)

    def _ticks(self, length: Ticks) -> Ticks:
        ticks = from_ms(self.duration_ms)
        if not 0 <= ticks <= length:
            words = f"{self.duration_ms / 1000:g} s"
            raise EditError("bad_fade", duration=words, length=as_text(length))
        return ticks

    def _faded_music(self, project: Project, end: str, ticks: Ticks) -> Project:
        if not any(sound.role == "music" for sound in project.sounds):
            raise EditError("no_music")
        sounds = [s.model_copy(update={end: ticks}) if s.role == "music" else s for s in project.sounds]
        for sound in sounds:
            _check_fades(sound.fade_in, sound.fade_out, max(sound.end - sound.start, project.duration))
        return changed(project, sounds=tuple(sounds))


def _check_fades(fade_in: Ticks, fade_out: Ticks, length: Ticks) -> None:
    if fade_in + fade_out > length:
        facts = {"fade_in": as_text(fade_in), "fade_out": as_text(fade_out), "length": as_text(length)}
        raise EditError("fades_meet", **facts)


class FadeIn(Fade):
    """From black and silence at the beginning."""

    op: Literal["fade_in"] = "fade_in"

    def apply(self, project: Project) -> Project:
        """With the fade, in place of the one there was."""
        return self._faded(project, "fade_in")


class FadeOut(Fade):
    """To black and silence at the end."""

    op: Literal["fade_out"] = "fade_out"

    def apply(self, project: Project) -> Project:
        """With the fade, in place of the one there was."""
        return self._faded(project, "fade_out")
