"""Operations on words over the picture."""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from nemovideo_mcp.wire.operation import Color, Id, Ms, Operation, Place, Side, SomeIds, Words

Length: TypeAlias = Annotated[Ms, Field(ge=1)]
Fade: TypeAlias = Annotated[Ms, Field(le=10_000)]
Middle: TypeAlias = Annotated[int, Field(ge=0, le=100)] | None
Outline: TypeAlias = Annotated[int, Field(ge=0, le=20)]
Size: TypeAlias = Annotated[int, Field(ge=1, le=50)]


class AddTitle(Operation):
    """Lay words over the picture: at a time, or kept at one end of the film; `size` in percent of the short side.

    `box` puts a dark box behind them; they appear and go in `fade_ms` each. `x` and `y` in percent: where their middle stands;
    `outline` in percent of `size`.
    """

    op: Literal["add_title"] = "add_title"
    text: Words
    at_ms: Ms | None = None
    anchor: Side | None = None
    duration_ms: Length | None = None
    place: Place = "center"
    size: Size = 8
    color: Color = "#ffffff"
    box: bool = False
    fade_ms: Fade = 0
    x: Middle = None
    y: Middle = None
    outline: Outline | None = None
    outline_color: Color | None = None


class ChangeText(Operation):
    """Give a text other words, another place, look or time; what is left out stays."""

    op: Literal["change_text"] = "change_text"
    id: Id
    text: Words | None = None
    at_ms: Ms | None = None
    anchor: Side | None = None
    duration_ms: Length | None = None
    place: Place | None = None
    size: Size | None = None
    color: Color | None = None
    box: bool | None = None
    fade_ms: Fade | None = None
    x: Middle = None
    y: Middle = None
    outline: Outline | None = None
    outline_color: Color | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set - {"op", "id"}:
            raise ValueError("change_text takes at least one thing to change")
        return self


class RemoveText(Operation):
    """Take texts away."""

    op: Literal["remove_text"] = "remove_text"
    ids: SomeIds
