"""The project: what is on the timeline, frozen; every edit makes a new one."""

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal, TypeAlias

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

    @property
    def duration(self) -> Ticks:
        """Ticks on the timeline."""
        length = self.end - self.start
        return length if self.speed == 1 else round(Fraction(length) / self.speed)


class Sound(Frozen):
    """A sound laid under or over the picture, at its own place on the timeline.

    `at` in ticks on the timeline; `start`/`end` in ticks within the source. `loop` repeats it until the picture ends;
    what reaches past the end of the picture is not heard.
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


class Text(Frozen):
    """Words on the picture; `at` and `duration` in ticks on the timeline.

    `size` in percent of the picture's short side. A `pinned` text was placed at the very start (or end) by its user and stays
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
    `fade_in` and `fade_out` in ticks are those of the whole film, picture and sound.
    """

    name: str = "project"
    canvas: Canvas | None = None
    media: tuple[Media, ...] = ()
    clips: tuple[Clip, ...] = ()
    sounds: tuple[Sound, ...] = ()
    texts: tuple[Text, ...] = ()
    fade_in: Ticks = Field(default=0, ge=0)
    fade_out: Ticks = Field(default=0, ge=0)
    serial: int = Field(default=1, ge=1)

    @property
    def duration(self) -> Ticks:
        """Ticks of the film: of its clips, or without any, to the end of its last sound."""
        if self.clips:
            return sum(clip.duration for clip in self.clips)
        return max((sound.at + sound.end - sound.start for sound in self.sounds), default=0)

    def medium(self, media_id: str) -> Media:
        """The medium with this id; KeyError when the project does not know it."""
        for medium in self.media:
            if medium.id == media_id:
                return medium
        raise KeyError(media_id)
