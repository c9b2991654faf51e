"""A clip's treatment as filters: mirrored and turned before it is fitted, coloured and softened after."""

from typing import Final

from nemovideo_mcp.studio.render.graph import FORMAT
from nemovideo_mcp.studio.render.lut import lut_steps
from nemovideo_mcp.studio.timeline.model import EffectKind, Media, Part, Treatment

_TURNS: Final = {0: [], 90: ["transpose=clock"], 180: ["hflip", "vflip"], 270: ["transpose=cclock"]}
_LEVELS: Final = (
    EffectKind.BRIGHTNESS,
    EffectKind.CONTRAST,
    EffectKind.SATURATION,
    EffectKind.BLACK_AND_WHITE,
)
_BLUREST: Final = 1 / 20  # of the short side, as the blur's deviation at 100 %


def turned(treatment: Treatment, medium: Media) -> tuple[list[str], Media]:
    """The filters that stand a picture as it was asked to stand, and the medium as it is seen then."""
    steps = ["hflip"] if treatment.mirror else []
    steps += ["vflip"] if treatment.flip else []
    steps += _TURNS[treatment.turn]
    if treatment.turn % 180:
        medium = medium.model_copy(update={"width": medium.height, "height": medium.width})
    if treatment.part:
        step, medium = _cropped(treatment.part, medium)
        steps.append(step)
    if treatment.zoom > 100:
        part = f"2*trunc(i%s*50/{treatment.zoom})"
        steps.append(f"crop={part % 'w'}:{part % 'h'}")
    return steps, medium


def _cropped(part: Part, medium: Media) -> tuple[str, Media]:
    """The filter that leaves a part of a picture, in the file's own pixels, and the medium as it is seen then."""
    kept = (("w", part.width), ("h", part.height), ("w", part.x), ("h", part.y))
    crop = [f"i{side}" if share == 1 else f"2*trunc(i{side}*{share}/2)" for side, share in kept]
    size = {"width": round(medium.width * part.width), "height": round(medium.height * part.height)}
    return f"crop={':'.join(crop)}", medium.model_copy(update=size)


def coloured(treatment: Treatment, short_side: int) -> list[str]:
    """The filters of a treatment's effects, for 4:2:0 video whose short side has this many pixels."""
    amounts = {effect.kind: effect.amount / 100 for effect in treatment.effects}
    steps = lut_steps(treatment)
    steps += [_levels(amounts)] if any(kind in amounts for kind in _LEVELS) else []
    if warmth := amounts.get(EffectKind.TEMPERATURE):
        # Red against blue in light, not in chroma, so that black stays black.
        gains = f"rr={1 + 0.35 * warmth:.3f}:bb={1 - 0.35 * warmth:.3f}"
        steps += [
            "format=gbrp",
            f"colorchannelmixer={gains}",
            FORMAT,
        ]
    if blur := amounts.get(EffectKind.BLUR):
        steps.append(f"gblur=sigma={blur * short_side * _BLUREST:.2f}")
    if sharp := amounts.get(EffectKind.SHARPEN):
        steps.append(f"unsharp=5:5:{2.5 * sharp:.2f}:5:5:0")
    if dark := amounts.get(EffectKind.VIGNETTE):
        steps.append(f"vignette=a={0.25 + 0.55 * dark:.3f}")
    return steps


def _levels(amounts: dict[EffectKind, float]) -> str:
    """One pass for all that is a curve: brightness bends the middle tones, so that black and white stay themselves."""
    brightness, contrast = amounts.get(EffectKind.BRIGHTNESS, 0.0), amounts.get(EffectKind.CONTRAST, 0.0)
    colour = amounts.get(EffectKind.SATURATION, 0.0)
    saturation = (1 + colour) * (1 - amounts.get(EffectKind.BLACK_AND_WHITE, 0.0))
    return f"eq=gamma={2 ** (2 * brightness):.3f}:contrast={1 + contrast:.3f}:saturation={saturation:.3f}"
