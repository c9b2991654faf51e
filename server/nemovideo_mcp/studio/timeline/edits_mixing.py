"""Edits of the mix: music that steps back, the loudness of the whole, noise, side and tone of what is heard."""

from typing import Final, Literal, TypeAlias

from nemovideo_mcp.studio.timeline.edit import Edit, EditError, changed, require_film
from nemovideo_mcp.studio.timeline.edits_sound import Heard, Target, heard_ids, with_each
from nemovideo_mcp.studio.timeline.model import Project

USUAL_LUFS: Final = -14
LOUDNESSES: Final = (-40, -5)
USUAL_DENOISE_DB: Final = 15
MOST_DENOISE_DB: Final = 40

Preset: TypeAlias = Literal["", "voice", "bass", "treble"]


class Duck(Edit):
    """Let the music step back while clips and voices are heard, and all else under a voiceover; with `on` false no more."""

    op: Literal["duck"] = "duck"
    on: bool = True

    def apply(self, project: Project) -> Project:
        """The music's own level is kept; it is what is heard in the pauses."""
        require_film(project)
        if not any(sound.role in {"music", "voice"} for sound in project.sounds):
            raise EditError("no_music")
        steps = {"music": "ducked", "voice": "leads"}
        sounds = [
            s.model_copy(update={steps[s.role]: self.on}) if s.role in steps else s for s in project.sounds
        ]
        return changed(project, sounds=tuple(sounds))


class Normalise(Edit):
    """Bring the whole mix to a loudness in LUFS when it is rendered; None leaves it as it is."""

    op: Literal["normalise"] = "normalise"
    lufs: int | None = USUAL_LUFS

    def apply(self, project: Project) -> Project:
        """Levels stay in proportion; it is measured and set at the end of the mix."""
        require_film(project)
        low, high = LOUDNESSES
        if self.lufs is not None and not low <= self.lufs <= high:
            raise EditError("bad_loudness", lufs=self.lufs, low=low, high=high)
        return changed(project, loudness=self.lufs)


class Toned(Edit):
    """What edits of tone share: whose sound it is; `clips` by id go before the target."""

    target: Target = "all"
    clips: tuple[str, ...] = ()

    def _toned(self, project: Project, **change: object) -> Project:
        def tone(one: Heard) -> Heard:
            return one.model_copy(update={"tone": one.tone.model_copy(update=change)})

        return with_each(project, heard_ids(project, self.target, self.clips), tone, tone)


class Denoise(Toned):
    """Take steady noise down by `db` decibels; 0 leaves the sound as it came."""

    op: Literal["denoise"] = "denoise"
    db: int = USUAL_DENOISE_DB

    def apply(self, project: Project) -> Project:
        """The same sound with less hiss and hum."""
        if not 0 <= self.db <= MOST_DENOISE_DB:
            raise EditError("bad_denoise", db=self.db, most=MOST_DENOISE_DB)
        return self._toned(project, denoise=self.db)


class Pan(Toned):
    """Move sound to a side: `percent` from -100 (all left) over 0 (as it came) to 100 (all right)."""

    op: Literal["pan"] = "pan"
    percent: int

    def apply(self, project: Project) -> Project:
        """At its place, as loud as before."""
        if not -100 <= self.percent <= 100:
            raise EditError("bad_pan", percent=self.percent)
        return self._toned(project, pan=self.percent)


class Equalise(Toned):
    """Shape the sound by a preset: voice (clearer speech), bass (more lows), treble (more highs), or empty for none."""

    op: Literal["equalise"] = "equalise"
    preset: Preset

    def apply(self, project: Project) -> Project:
        """The preset takes the place of the one before."""
        return self._toned(project, equaliser=self.preset)
