"""Operations on sound: volume, mute, music."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from nemovideo_mcp.wire.operation import Factor, File, Id, Ids, Ms, Operation, Percent, Target


class Volume(Operation):
    """Set how loud something is, by exactly one of `percent`, `db` and `factor`; the last two from the present level."""

    op: Literal["volume"] = "volume"
    percent: Percent | None = None
    db: Annotated[Decimal, Field(ge=-100, le=100, decimal_places=3)] | None = None
    factor: Factor | None = None
    target: Target = "all"
    clips: Ids = ()

    @model_validator(mode="after")
    def _one_level(self) -> Self:
        if sum(level is not None for level in (self.percent, self.db, self.factor)) != 1:
            raise ValueError("volume takes one of percent, db and factor")
        return self


class Mute(Operation):
    """Silence the clips' own sound, the music, all, or some clips."""

    op: Literal["mute"] = "mute"
    target: Target = "clips"
    clips: Ids = ()


class Unmute(Operation):
    """Let it be heard again."""

    op: Literal["unmute"] = "unmute"
    target: Target = "all"
    clips: Ids = ()


class AddMusic(Operation):
    """Lay an uploaded sound under the whole film, in place of other music; `level` in percent."""

    op: Literal["add_music"] = "add_music"
    media: File
    level: Percent = 35
    fade_in_ms: Ms = 0
    fade_out_ms: Ms = 0


class RemoveMusic(Operation):
    """Take the music away."""

    op: Literal["remove_music"] = "remove_music"


class Duck(Operation):
    """Let the music step back while others are heard, or no more."""

    op: Literal["duck"] = "duck"
    on: bool = True


class Normalise(Operation):
    """Bring the whole to a loudness in LUFS; null leaves it as it is."""

    op: Literal["normalise"] = "normalise"
    lufs: Annotated[int, Field(ge=-40, le=-5)] | None = -14


class Toned(Operation):
    """What operations on tone share: whose sound it is; clips go before the target."""

    target: Target = "all"
    clips: Ids = ()


class Denoise(Toned):
    """Take steady noise down by so many dB; 0 leaves it."""

    op: Literal["denoise"] = "denoise"
    db: Annotated[int, Field(ge=0, le=40)] = 15


class Pan(Toned):
    """Move sound to a side: -100 left, 0 as it came, 100 right."""

    op: Literal["pan"] = "pan"
    percent: Annotated[int, Field(ge=-100, le=100)]


class Equalise(Toned):
    """Shape the sound by a preset; empty for none."""

    op: Literal["equalise"] = "equalise"
    preset: Literal["", "voice", "bass", "treble"]


class ReplaceSound(Operation):
    """Silence a clip and lay an uploaded sound in its place; `level` in percent."""

    op: Literal["replace_sound"] = "replace_sound"
    clip: Id
    media: File
    level: Percent = 100


class DetachSound(Operation):
    """Lay a clip's own sound beside it as a sound of its own."""

    op: Literal["detach_sound"] = "detach_sound"
    clip: Id
