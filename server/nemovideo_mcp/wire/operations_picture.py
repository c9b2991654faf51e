"""Operations on the picture: its shape, its fades, its colours, and how it is turned."""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from nemovideo_mcp.wire.operation import File, Id, Ids, Ms, Operation, Place, Ranged, SomeIds

EffectKind: TypeAlias = Literal[
    "brightness", "contrast", "saturation", "temperature", "black_and_white", "blur", "sharpen", "vignette"
]
Share: TypeAlias = Annotated[int, Field(ge=1, le=100)]
Middle: TypeAlias = Annotated[int, Field(ge=0, le=100)] | None
Way: TypeAlias = Literal["left", "right", "up", "down"]
Length: TypeAlias = Annotated[Ms, Field(ge=1)]


class Aspect(Operation):
    """Give the picture a shape; clips of another one get bars, or are cropped to fill it."""

    op: Literal["aspect"] = "aspect"
    shape: Literal["16:9", "9:16", "1:1", "4:5"]
    fit: Literal["crop", "pad"] = "pad"


class Fade(Operation):
    """What both fades share: 0 ms for none; of the film, of one clip, or of the music; `sound`: not of the picture."""

    duration_ms: Ms = 1000
    clip: Id | None = None
    music: bool = False
    sound: bool = False


class FadeIn(Fade):
    """From black and silence."""

    op: Literal["fade_in"] = "fade_in"


class FadeOut(Fade):
    """To black and silence."""

    op: Literal["fade_out"] = "fade_out"


class SetEffect(Ranged):
    """Set an effect to an amount in percent, or with `relative` to that much more or less than it is."""

    op: Literal["effect"] = "effect"
    kind: EffectKind
    amount: Annotated[int, Field(ge=-100, le=100)]
    relative: bool = False


class RemoveEffects(Ranged):
    """Take effects away: those kinds, or without any all of them."""

    op: Literal["remove_effects"] = "remove_effects"
    kinds: tuple[EffectKind, ...] = ()


class Rotate(Ranged):
    """Turn the picture clockwise by quarter turns, on top of the turns there are."""

    op: Literal["rotate"] = "rotate"
    degrees: Annotated[int, Field(ge=-270, le=270, multiple_of=90)]


class Flip(Ranged):
    """Mirror the picture left for right, or turn it upside down."""

    op: Literal["flip"] = "flip"
    way: Literal["horizontal", "vertical"]


class Zoom(Ranged):
    """Show the picture's middle, enlarged; 100 is all of it."""

    op: Literal["zoom"] = "zoom"
    percent: Annotated[int, Field(ge=100, le=1000)]


class SetTransition(Operation):
    """Put a transition on the cuts before the clips named, or without any on all cuts."""

    op: Literal["transition"] = "transition"
    kind: Literal["crossfade", "wipe", "slide", "dip_black", "dip_white"] = "crossfade"
    way: Way = "left"
    duration_ms: Length | None = None
    clips: Ids = ()


class RemoveTransitions(Operation):
    """Make plain cuts again: before the clips named, or all."""

    op: Literal["remove_transitions"] = "remove_transitions"
    clips: Ids = ()


class AddOverlay(Operation):
    """Lay an uploaded picture or film over the picture; `size` in percent of the width."""

    op: Literal["add_overlay"] = "add_overlay"
    media: File
    place: Place = "top-right"
    size: Share = 15
    opacity: Share = 100
    at_ms: Ms | None = None
    duration_ms: Length | None = None
    x: Middle = None
    y: Middle = None


class ChangeOverlay(Operation):
    """Give an overlay another place, size, opacity or time; what is left out stays."""

    op: Literal["change_overlay"] = "change_overlay"
    id: Id
    place: Place | None = None
    size: Share | None = None
    opacity: Share | None = None
    at_ms: Ms | None = None
    duration_ms: Length | None = None
    x: Middle = None
    y: Middle = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set - {"op", "id"}:
            raise ValueError("change_overlay takes at least one thing to change")
        return self


class RemoveOverlays(Operation):
    """Take overlays away; their files stay."""

    op: Literal["remove_overlays"] = "remove_overlays"
    ids: SomeIds
