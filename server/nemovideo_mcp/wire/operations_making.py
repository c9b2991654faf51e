"""Operations that make something: slideshows, cards, captions, split screens, a film of a script; and the canvas."""

from decimal import Decimal
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from nemovideo_mcp.wire.operation import Color, Id, Ids, Ms, Operation, Words

Length: TypeAlias = Annotated[Ms, Field(ge=1, le=3_600_000)]
Position: TypeAlias = Annotated[int, Field(ge=1, le=100_000)]
Long: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Side: TypeAlias = Annotated[int, Field(ge=16, le=4096, multiple_of=2)]
Rate: TypeAlias = Annotated[Decimal, Field(ge=12, le=120, decimal_places=3)]


class SetLength(Operation):
    """Show pictures so long, or cut films down to it; without clips, every picture."""

    op: Literal["set_length"] = "set_length"
    duration_ms: Length
    clips: Ids = ()


class Slideshow(Operation):
    """Show all pictures, each so long or all in so long, with crossfades of `fade_ms`."""

    op: Literal["slideshow"] = "slideshow"
    each_ms: Length | None = None
    total_ms: Length | None = None
    fade_ms: Annotated[Ms, Field(le=10_000)] | None = None

    @model_validator(mode="after")
    def _one_length(self) -> Self:
        if self.each_ms is not None and self.total_ms is not None:
            raise ValueError("slideshow takes each_ms or total_ms, not both")
        return self


class Card(Operation):
    """What cards share: a place among the clips, counted from 1, and colours."""

    position: Position | None = None
    background: Color = "#000000"
    color: Color | None = None


class AddCard(Card):
    """Put a plain coloured card, with words or none, among the clips."""

    op: Literal["add_card"] = "add_card"
    text: Annotated[str, StringConstraints(max_length=500)] = ""
    duration_ms: Length = 3000


class Countdown(Card):
    """Count the seconds down on a card."""

    op: Literal["countdown"] = "countdown"
    seconds: Annotated[int, Field(ge=1, le=60)] = 3


class Credits(Operation):
    """Roll credits at the end, on a card or `over` the film."""

    op: Literal["credits"] = "credits"
    text: Long
    duration_ms: Length = 10_000
    over: bool = False
    background: Color = "#000000"
    color: Color | None = None


class Cue(BaseModel):
    """One caption, in ms of the film."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    start_ms: Ms
    end_ms: Ms
    text: Words


class AddCaptions(Operation):
    """Write several captions, each at its time."""

    op: Literal["add_captions"] = "add_captions"
    cues: Annotated[tuple[Cue, ...], Field(min_length=1, max_length=500)]


class SplitScreen(Operation):
    """Show clips at once."""

    op: Literal["split_screen"] = "split_screen"
    clips: Annotated[tuple[Id, ...], Field(min_length=2, max_length=4)]
    layout: Literal["columns", "rows", "grid"] = "columns"


class FromScript(Operation):
    """Make a film of a script, a paragraph a line, on the pictures there are or on cards."""

    op: Literal["from_script"] = "from_script"
    text: Long


class SetCanvas(Operation):
    """Set the picture's size in pixels, its frames a second, or both."""

    op: Literal["canvas"] = "canvas"
    width: Side | None = None
    height: Side | None = None
    fps: Rate | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if (self.width is None) != (self.height is None):
            raise ValueError("canvas takes width and height together")
        if self.width is None and self.fps is None:
            raise ValueError("canvas takes width and height, fps, or all of them")
        return self
