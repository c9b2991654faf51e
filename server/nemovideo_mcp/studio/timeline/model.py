"""The project: what is on the timeline, frozen; every edit makes a new one."""

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from nemovideo_mcp.studio.timeline.remembered import Recent
from nemovideo_mcp.studio.timeline.time import Ticks, played

Way: TypeAlias = Literal["left", "right", "up", "down"]
# Most of a long film's clips run at one speed: its words are read once.
_ratio: Final = lru_cache(maxsize=256)(Fraction)
Ratio: TypeAlias = Annotated[Fraction, BeforeValidator(_ratio), PlainSerializer(str, return_type=str)]


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


class Saying(Frozen):
    """Words and how the studio speaks them: the voice's id, its own `speed` (1 is usual), `tempo` by which that is made to fit."""

    text: str = Field(min_length=1)
    voice: str
    speed: Ratio = Fraction(1)
    tempo: Ratio = Fraction(1)


class Media(Frozen):
    """A file of the project: `id` is its content hash; width and height upright and in square pixels.

    `duration` in ticks (0 for a still); `fps` is None for stills and sound. `saying`: what the studio speaks in it, if it made it so.
    """

    id: str
    name: str
    kind: MediaKind
    duration: Ticks = Field(ge=0)
    width: int = 0
    height: int = 0
    fps: Ratio | None = None
    has_audio: bool = False
    saying: Saying | None = None


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


class Part(Frozen):
    """The part of a picture that stays when it is cropped, in shares of its width and height, as the picture stands."""

    x: Ratio = Field(default=Fraction(0), ge=0, lt=1)
    y: Ratio = Field(default=Fraction(0), ge=0, lt=1)
    width: Ratio = Field(default=Fraction(1), gt=0, le=1)
    height: Ratio = Field(default=Fraction(1), gt=0, le=1)


class Motion(Frozen):
    """A slow, even move over a picture that fills the frame, while its source runs from `start` to `end` ticks.

    `in` and `out` go between the whole picture and its middle enlarged to `zoom` percent; the others pass over it, enlarged so.
    """

    way: Literal["in", "out", "left", "right", "up", "down"]
    zoom: int = Field(default=120, gt=100, le=300)
    start: Ticks = Field(ge=0)
    end: Ticks = Field(gt=0)


class Lut(Frozen):
    """A table that gives every colour another: `id` is its content's hash, `name` its file's; `percent` is how much of it shows."""

    id: str = Field(pattern=r"^[0-9a-f]{64}$")
    name: str = Field(min_length=1, max_length=255)
    percent: int = Field(default=100, ge=1, le=100)


class Treatment(Frozen):
    """How a clip's picture differs from its source: mirrored, turned, cropped to a part, cut in to `zoom` percent, effects.

    `turn` in degrees clockwise; `mirror` left for right, `flip` upside down; each effect kind at most once, in order. `scale` in
    percent of the size that fits the frame; `x` and `y` in percent of the frame say where its middle stands. `steady` is how much of the
    camera's shaking is taken out, in percent. The colours go through `lut` before the effects.
    """

    effects: tuple[Effect, ...] = ()
    turn: Literal[0, 90, 180, 270] = 0
    mirror: bool = False
    flip: bool = False
    zoom: int = Field(default=100, ge=100, le=1000)
    part: Part | None = None
    scale: int = Field(default=100, ge=5, le=100)
    x: int = Field(default=50, ge=0, le=100)
    y: int = Field(default=50, ge=0, le=100)
    motion: Motion | None = None
    steady: int = Field(default=0, ge=0, le=100)
    lut: Lut | None = None


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
    """How a clip follows the one before it: a crossfade, a wipe or a slide overlaps the two for `duration` ticks.

    A dip goes down to the colour and comes up again in `duration` ticks, half of them on either side of the cut. `way` is where
    the edge of a wipe, or what slides, moves to.
    """

    kind: Literal["crossfade", "wipe", "slide", "dip_black", "dip_white"]
    duration: Ticks = Field(gt=0)
    way: Way = "left"

    @property
    def overlap(self) -> Ticks:
        """Ticks for which both clips are seen."""
        return 0 if self.kind.startswith("dip") else self.duration


class Cell(Frozen):
    """Another medium seen beside a clip's own, in a cell of its own.

    `offset` in ticks is how much later in its source it stands than the clip in its: whatever is cut, both go on together.
    `volume` in percent, on top of the clip's.
    """

    media: str
    offset: int = 0
    treatment: Treatment = PLAIN
    volume: int = Field(default=100, ge=0, le=400)


class Beside(Frozen):
    """What a clip shares the picture with: in columns, in rows, or in a grid of two by two; each fills its cell.

    `own` is the volume of the clip's own medium in percent, on top of the clip's.
    """

    layout: Literal["columns", "rows", "grid"]
    own: int = Field(default=100, ge=0, le=400)
    cells: tuple[Cell, ...] = Field(min_length=1, max_length=3)


class Clip(Frozen):
    """A piece of a medium on the main track, with its own sound; clips stand end to end in their order.

    `start` and `end` are ticks within the source (a still's run from 0); on the timeline the clip takes
    (end − start) / speed. `volume` in percent; fades are ticks on the timeline, of picture and sound together, those of
    `sound_in` and `sound_out` of its sound alone. A clip that plays `backwards` begins with what lies at `end`.
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
    backwards: bool = False
    sound_in: Ticks = Field(default=0, ge=0)
    sound_out: Ticks = Field(default=0, ge=0)
    beside: Beside | None = None

    @property
    def duration(self) -> Ticks:
        """Ticks on the timeline."""
        return played(self.end - self.start, self.speed)


def media_of(clip: Clip) -> tuple[str, ...]:
    """Ids of what is seen in a clip: its own medium, and those beside it."""
    return (clip.media, *(cell.media for cell in clip.beside.cells)) if clip.beside else (clip.media,)


def starts(clips: Sequence[Clip]) -> tuple[Ticks, ...]:
    """Where each clip begins on the timeline, and last, where the film ends: the one sum of lengths and overlaps."""
    return _known_starts(clips) if isinstance(clips, tuple) else _starts(clips)


def _starts(clips: Sequence[Clip]) -> tuple[Ticks, ...]:
    ends: list[Ticks] = [0]
    for index, clip in enumerate(clips):
        overlap = clip.enters.overlap if clip.enters and index else 0
        ends[-1] -= overlap
        ends.append(ends[-1] + clip.duration)
    return tuple(ends)


# An edit asks a dozen times how long the film is; a long one takes a while to add up.
_known_starts: Final = Recent[tuple[Clip, ...], tuple[Ticks, ...]](_starts)


class Sound(Frozen):
    """A sound laid under or over the picture, at its own place on the timeline.

    `at` in ticks on the timeline; `start`/`end` in ticks within the source. `loop` repeats it until the picture ends;
    what reaches past the end of the picture is not heard. A `ducked` one steps back while clips and voices are heard; while one
    that `leads` is heard, everything else does.
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
    leads: bool = False
    tone: Tone = UNCHANGED


class TimedWord(Frozen):
    """A word of a caption as it is said, in ticks on the timeline; `joined`: no space stands before it."""

    text: str
    at: Ticks = Field(ge=0)
    end: Ticks = Field(gt=0)
    joined: bool = False


class Text(Frozen):
    """Words on the picture; `at` and `duration` in ticks on the timeline.

    `size` in percent of the picture's short side; `box` puts a dark box behind the words; they come and go in `fade` ticks each.
    `x` and `y`, in percent of the picture, say where their middle stands instead of `place`. `outline` in percent of the letters'
    size, None a usual one. A `pinned` text was placed at the very start (or end) by its user and stays
    there; any other moves with the picture it was laid on. `words` are those of a caption that are said, and go with what is cut;
    in one that has a `highlight` each of them takes this colour when it is said.
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
    x: int | None = Field(default=None, ge=0, le=100)
    y: int | None = Field(default=None, ge=0, le=100)
    outline: int | None = Field(default=None, ge=0, le=20)
    outline_color: str = Field(default="#000000", pattern=r"^#[0-9a-f]{6}$")
    rolls: bool = False
    words: tuple[TimedWord, ...] = ()
    highlight: str | None = Field(default=None, pattern=r"^#[0-9a-f]{6}$")


class Overlay(Frozen):
    """A picture or a film laid over the picture: a logo, a watermark, a picture in the picture; it is not heard.

    `at` and `duration` in ticks on the timeline, `start` within a film; `size` in percent of the film's width, `opacity` in
    percent. `x` and `y`, in percent of the film, say where its middle stands instead of `place`. What has the colour `key`, or one
    that is `similarity` percent near to it, is see-through. One that is `whole` lies over the film from its beginning to its end, whatever is cut.
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
    x: int | None = Field(default=None, ge=0, le=100)
    y: int | None = Field(default=None, ge=0, le=100)
    key: str | None = Field(default=None, pattern=r"^#[0-9a-f]{6}$")
    similarity: int = Field(default=30, ge=1, le=100)


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
    `fade_in` and `fade_out` in ticks are those of the whole film, picture and sound; `sound_in` and `sound_out` of all that is
    heard. `loudness` in LUFS is what the whole mix is brought to; None leaves it as it is. With `soft_captions` the captions are not drawn but go
    into the file as a track of its own; `caption_language` is that of what is said, as in ISO 639-1, empty when nobody knows.
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
    sound_in: Ticks = Field(default=0, ge=0)
    sound_out: Ticks = Field(default=0, ge=0)
    loudness: int | None = Field(default=None, ge=-40, le=-5)
    soft_captions: bool = False
    caption_language: str = Field(default="", pattern=r"^([a-z]{2,3})?$")
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
