"""Operations on what a clip shows and where it stands in the frame."""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from nemovideo_mcp.wire.operation import Color, File, Id, Operation, Ranged

Share: TypeAlias = Annotated[int, Field(ge=0, le=100)]
Pixels: TypeAlias = Annotated[int, Field(ge=0, le=100_000)]
Length: TypeAlias = Annotated[int, Field(ge=1, le=100_000)]
Way: TypeAlias = Literal["left", "right", "up", "down"]


class Crop(Ranged):
    """Show only a part of the picture, from its top left; `relative` to what an earlier crop left. Nothing given: all of it."""

    op: Literal["crop"] = "crop"
    x: Pixels = 0
    y: Pixels = 0
    width: Length | None = None
    height: Length | None = None
    unit: Literal["percent", "px"] = "percent"
    relative: bool = False


class Scale(Ranged):
    """Set the picture smaller, to `percent` of what fits, its middle at `x` and `y` percent of the frame."""

    op: Literal["scale"] = "scale"
    percent: Annotated[int, Field(ge=5, le=100)] | None = None
    x: Share | None = None
    y: Share | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if (self.percent, self.x, self.y) == (None, None, None):
            raise ValueError("scale takes at least one of percent, x and y")
        return self


class KenBurns(Ranged):
    """Move slowly over stills (or the clips named), enlarged to `percent`: in, out, or to a side; `none` takes it away."""

    op: Literal["ken_burns"] = "ken_burns"
    way: Literal["in", "out", "left", "right", "up", "down", "none"] = "in"
    percent: Annotated[int, Field(ge=101, le=300)] = 120


class ChromaKey(Operation):
    """Take a colour out of an overlay, or of a clip, which is laid over the clip `over` or the one before it."""

    op: Literal["chroma_key"] = "chroma_key"
    id: Id
    color: Color = "#00ff00"
    amount: Share = 30
    over: Id | None = None


class Stabilise(Ranged):
    """Take the camera's shaking out of films, so strongly; 0 not at all."""

    op: Literal["stabilise"] = "stabilise"
    percent: Annotated[int, Field(ge=0, le=100)] = 50


class Lut(Ranged):
    """Show clips in the colours of a LUT, so much of it: `file` is the path of a .cube file, or the name of one sent before; none: without."""

    op: Literal["lut"] = "lut"
    file: File | None = None
    percent: Annotated[int, Field(ge=1, le=100)] = 100
