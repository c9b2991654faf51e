"""What every typed operation is, and the kinds of values their parameters take."""

from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Ms: TypeAlias = Annotated[int, Field(ge=0, le=359_999_999)]
Id: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Ids: TypeAlias = Annotated[tuple[Id, ...], Field(max_length=500)]
SomeIds: TypeAlias = Annotated[tuple[Id, ...], Field(min_length=1, max_length=500)]
File: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=255)]
Percent: TypeAlias = Annotated[int, Field(ge=0, le=1000)]
Factor: TypeAlias = Annotated[Decimal, Field(gt=0, le=100, decimal_places=3)]
Place: TypeAlias = Literal[
    "top-left", "top", "top-right", "left", "center", "right", "bottom-left", "bottom", "bottom-right"
]
Color: TypeAlias = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$", to_lower=True)]
Words: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Side: TypeAlias = Literal["start", "end"]
Target: TypeAlias = Literal["all", "clips", "music", "voice"]


class Operation(BaseModel):
    """One thing to do to a timeline; `op` tells which.

    Times are ms of the timeline as the operations before it left it; clips and texts are named by the ids of the draft,
    files by the names they were uploaded under.
    """

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)

    op: str


class Ranged(Operation):
    """An operation on some clips (none: all), or on a range of the film, which goes before them."""

    clips: Ids = ()
    start_ms: Ms | None = None
    end_ms: Ms | None = None
