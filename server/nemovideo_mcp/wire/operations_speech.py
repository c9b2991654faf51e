"""Operations on what is said: captions of it, and cuts by it; the editor listens for where it is."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from nemovideo_mcp.wire.operation import Color, Operation, Place, Words

Look = Literal["plain", "boxed", "bold", "highlight"]


class AddSubtitles(Operation):
    """Lay what is said on the picture as captions; `as_track`: not in the picture, but as a track that players can show."""

    op: Literal["add_subtitles"] = "add_subtitles"
    style: Look = "plain"
    place: Place = "bottom"
    as_track: bool = False


class StyleSubtitles(Operation):
    """Give all captions another look or place; `size` in percent of the picture's short side."""

    op: Literal["style_subtitles"] = "style_subtitles"
    style: Look | None = None
    place: Place | None = None
    color: Color | None = None
    size: Annotated[int, Field(ge=1, le=50)] | None = None
    as_track: bool | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set - {"op"}:
            raise ValueError("give at least one thing to change")
        return self


class ShiftSubtitles(Operation):
    """Show all captions later, or with a minus earlier."""

    op: Literal["shift_subtitles"] = "shift_subtitles"
    by_ms: Annotated[int, Field(ge=-3_600_000, le=3_600_000)]

    @model_validator(mode="after")
    def _moves(self) -> Self:
        if not self.by_ms:
            raise ValueError("by_ms must not be 0")
        return self


class RemoveSubtitles(Operation):
    """Take all captions away."""

    op: Literal["remove_subtitles"] = "remove_subtitles"


class CutSpoken(Operation):
    """Cut out where these words are said, or with `keep` keep only that; `which` of the times, from 1, −1 the last; left out: all."""

    op: Literal["cut_spoken"] = "cut_spoken"
    words: Words
    keep: bool = False
    which: Literal[-1, 1, 2, 3, 4, 5] | None = None
