"""The project: what is on the timeline, frozen; every edit makes a new one."""

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from nemovideo_mcp.studio.timeline.time import Ticks

Ratio: TypeAlias = Annotated[Fraction, BeforeValidator(Fraction), PlainSerializer(str, return_type=str)]


class Frozen(BaseModel):
    """A value: equal by content, never changed, nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class MediaKind(StrEnum):
    """What a file gives: moving picture, a still, or sound alone."""

    VIDEO = "video"
    IMAGE = "image"
    AUDIO = "audio"


class Place(StrEnum):
    """The nine anchors of a text on the picture."""

    TOP_LEFT = "top-left"
    TOP = "top"
    TOP_RIGHT = "top-right"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM = "bottom"
    BOTTOM_RIGHT = "bottom-right"


class Media(Frozen):
    """A file of the project: `id` is its content hash; width and height upright and in square pixels.

    `duration` in ticks (0 for a still); `fps` is None for stills and sound.
    """

    id: str
    name: str
    kind: MediaKind
    duration: Ticks = Field(ge=0)
    width: int = 0
    height: int = 0
    fps: Ratio | None = None
    has_audio: bool = False


class EffectKind(StrEnum):
    """What can be done to a clip's colours and sharpness, in the order in which it is done."""

    BRIGHTNESS = "brightness"
    CONTRAST = "contrast"
    SATURATION = "saturation"
    TEMPERATURE = "temperature"
    BLACK_AND_WHITE = "black_and_white"
    BLUR = "blur"
    SHARPEN = "sharpen"
    VIGNETTE = "vignette"


class Effect(Frozen):
    """One effect; `amount` in percent, below 0 for darker, flatter, paler, cooler; 0 is none and is not kept."""

    kind: EffectKind
    amount: int = Field(ge=-100, le=100)


class Treatment(Frozen):
    """How a clip's picture differs from its source: mirrored, then turned, then cut in to `zoom` percent, then its effects.

    `turn` in degrees clockwise; `mirror` left for right, `flip` upside down; each effect kind at most once, in order.
    """

    effects: tuple[Effect, ...] = ()
    turn: Literal[0, 90, 180, 270] = 0
    mirror: bool = False
    flip: bool = False
    zoom: int = Field(default=100, ge=100, le=1000)


PLAIN: Final = Treatment()


class Tone(Frozen):
    """How a sound differs from its source; `pan` in percent, -100 all left, 100 all right; `denoise` in dB taken off noise.

    `equaliser` names a preset.
    """

    denoise: int = Field(default=0, ge=0, le=40)
    pan: int = Field(default=0, ge=-100, le=100)
    equaliser: Literal["", "voice", "bass", "treble"] = ""


UNCHANGED: Final = Tone()


class Transition(Frozen):
    """How a clip follows the one before it: a crossfade overlaps the two for `duration` ticks.

    A dip goes down to the colour and comes up again in `duration` ticks, half of them on either side of the cut.
    """

    kind: Literal["crossfade", "dip_black", "dip_white"]
    duration: Ticks = Field(gt=0)

    @property
    def overlap(self) -> Ticks:
        """Ticks for which both clips are seen."""
        return self.duration if self.kind == "crossfade" else 0


class Clip(Frozen):
    """A piece of a medium on the main track, with its own sound; clips stand end to end in their order.

    `start` and `end` are ticks within the source (a still's run from 0); on the timeline the clip takes
    (end − start) / speed. `volume` in percent; fades are ticks on the timeline, of picture and sound together.
    """

    id: str
    media: str
    start: Ticks = Field(ge=0)
    end: Ticks = Field(gt=0)
    speed: Ratio = Fraction(1)
    volume: int = Field(default=100, ge=0, le=400)
    muted: bool = False
    fade_in: Ticks = Field(default=0, ge=0)
    fade_out: Ticks = Field(default=0, ge=0)
    treatment: Treatment = PLAIN
    enters: Transition | None = None
    tone: Tone = UNCHANGED

    @property
    def duration(self) -> Ticks:
        """Ticks on the timeline."""
        length = self.end - self.start
        return length if self.speed == 1 else round(Fraction(length) / self.speed)


def starts(clips: Sequence[Clip]) -> tuple[Ticks, ...]:
    """Where each clip begins on the timeline, and last, where the film ends: the one sum of lengths and overlaps."""
    ends: list[Ticks] = [0]
    for index, clip in enumerate(clips):
        overlap = clip.enters.overlap if clip.enters and index else 0
        ends[-1] -= overlap
        ends.append(ends[-1] + clip.duration)
    return tuple(ends)


class Sound(Frozen):
    """A sound laid under or over the picture, at its own place on the timeline.

    `at` in ticks on the timeline; `start`/`end` in ticks within the source. `loop` repeats it until the picture ends;
    what reaches past the end of the picture is not heard. A `ducked` one steps back while clips and voices are heard.
    """

    id: str
    media: str
    at: Ticks = Field(ge=0)
    start: Ticks = Field(ge=0)
    end: Ticks = Field(gt=0)
    role: Literal["music", "voice", "sound"] = "music"
    loop: bool = False
    volume: int = Field(default=100, ge=0, le=400)
    muted: bool = False
    fade_in: Ticks = Field(default=0, ge=0)
    fade_out: Ticks = Field(default=0, ge=0)
    ducked: bool = False
    tone: Tone = UNCHANGED


class Text(Frozen):
    """Words on the picture; `at` and `duration` in ticks on the timeline.

    `size` in percent of the picture's short side; `box` puts a dark box behind the words; they come and go in `fade` ticks each. A `pinned` text was placed at the very start (or end) by its user and stays
    there; any other moves with the picture it was laid on.
    """

    id: str
    text: str = Field(min_length=1)
    at: Ticks = Field(ge=0)
    duration: Ticks = Field(gt=0)
    role: Literal["title", "caption"] = "title"
    place: Place = Place.CENTER
    size: int = Field(default=8, ge=1, le=50)
    color: str = Field(default="#ffffff", pattern=r"^#[0-9a-f]{6}$")
    pinned: Literal["start", "end"] | None = None
    box: bool = False
    fade: Ticks = Field(default=0, ge=0)


class Overlay(Frozen):
    """A picture or a film laid over the picture: a logo, a watermark, a picture in the picture; it is not heard.

    `at` and `duration` in ticks on the timeline, `start` within a film; `size` in percent of the film's width, `opacity` in
    percent. One that is `whole` lies over the film from its beginning to its end, whatever is cut.
    """

    id: str
    media: str
    at: Ticks = Field(default=0, ge=0)
    duration: Ticks = Field(gt=0)
    start: Ticks = Field(default=0, ge=0)
    place: Place = Place.TOP_RIGHT
    size: int = Field(default=15, ge=1, le=100)
    opacity: int = Field(default=100, ge=1, le=100)
    whole: bool = False


class Canvas(Frozen):
    """The picture of the project in pixels (even numbers) and frames per second.

    `fit` says what happens to a clip of another shape: pad (bars) or crop (fill the picture).
    """

    width: int = Field(ge=2, multiple_of=2)
    height: int = Field(ge=2, multiple_of=2)
    fps: Ratio
    fit: Literal["pad", "crop"] = "pad"


class Project(Frozen):
    """Everything on the timeline, and the media it may draw from.

    `canvas` is None until there is a picture to take it from. `serial` numbers the next id, so that ids never come back.
    `fade_in` and `fade_out` in ticks are those of the whole film, picture and sound. `loudness` in LUFS is what the whole mix
    is brought to; None leaves it as it is.
    """

    name: str = "project"
    canvas: Canvas | None = None
    media: tuple[Media, ...] = ()
    clips: tuple[Clip, ...] = ()
    sounds: tuple[Sound, ...] = ()
    texts: tuple[Text, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    fade_in: Ticks = Field(default=0, ge=0)
    fade_out: Ticks = Field(default=0, ge=0)
    loudness: int | None = Field(default=None, ge=-40, le=-5)
    serial: int = Field(default=1, ge=1)

    @property
    def duration(self) -> Ticks:
        """Ticks of the film: of its clips, or without any, to the end of its last sound."""
        if self.clips:
            return starts(self.clips)[-1]
        return max((sound.at + sound.end - sound.start for sound in self.sounds), default=0)

    def medium(self, media_id: str) -> Media:
        """The medium with this id; KeyError when the project does not know it."""
        for medium in self.media:
            if medium.id == media_id:
                return medium
        raise KeyError(media_id)
