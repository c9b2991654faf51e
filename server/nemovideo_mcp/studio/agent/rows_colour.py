"""Rows of the vocabulary about colour and sharpness: effects, and taking them away."""

from collections.abc import Sequence
from typing import Any, Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import base_of, clip_ids, span_ms
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_colour import MOST, ONE_WAY, RemoveEffects, SetEffect
from nemovideo_mcp.studio.timeline.model import EffectKind

USUAL: Final = {
    EffectKind.BRIGHTNESS: 25,
    EffectKind.CONTRAST: 25,
    EffectKind.SATURATION: 40,
    EffectKind.TEMPERATURE: 40,
    EffectKind.BLACK_AND_WHITE: 100,
    EffectKind.BLUR: 30,
    EffectKind.SHARPEN: 50,
    EffectKind.VIGNETTE: 50,
}


def on_which(found: Found) -> dict[str, Any]:
    """The clips or the range an edit of the picture is for; neither is the whole film."""
    ranges = found.all("RANGE")
    if ranges:
        start, end = span_ms(ranges[0], found.project, base_of(found))
        return {"start_ms": start, "end_ms": end}
    ids = clip_ids(found)
    return {"clips": ids} if ids and len(ids) < len(found.project.clips) else {}


def _effects(found: Found) -> Sequence[Edit]:
    where = on_which(found)
    named = list(dict.fromkeys(found.all("EFFECT")))
    if any(sign for _, sign in named) and found.has("LOUDER", "QUIETER"):
        raise LackError("one_by_one")  # "brighter and a bit louder": two changes, of which one would be lost
    if found.has("REMOVE", "NO"):
        return [RemoveEffects(kinds=tuple(EffectKind(kind) for kind, _ in named), **where)]
    return [SetEffect(**_amount(found, EffectKind(kind), sign), **where) for kind, sign in named]


def _amount(found: Found, kind: EffectKind, sign: int) -> dict[str, Any]:
    """How much: a percentage, or the usual step, less or more of it as said; words that compare add to what there is."""
    less = found.has("QUIETER", "LESSER", "LESS")
    way = -1 if (sign < 0) != less else 1
    compared = bool(sign) or less or found.has("LOUDER", "MORE")
    percent = found.one("PERCENT")
    if percent is None:
        share = found.one("DEGREE") or 100
        amount = min(USUAL[kind] * share // 100, MOST) if kind is not EffectKind.BLACK_AND_WHITE else MOST
        return {"kind": kind, "amount": way * amount, **({"relative": True} if compared else {})}
    whole = round(percent)
    if kind not in ONE_WAY and kind is not EffectKind.TEMPERATURE and _is_level(found, whole, sign):
        return {"kind": kind, "amount": whole - 100}
    relative = {"relative": True} if compared and (found.has("BY") or not found.has("TO")) else {}
    return {"kind": kind, "amount": way * whole if compared else whole, **relative}


def _is_level(found: Found, percent: int, sign: int) -> bool:
    """Whether a percentage says what it should be (100 as it came), not by how much to change it."""
    return percent > MOST or (not sign and percent >= 0 and found.has("TO") and not found.has("BY"))


def _remove_effects(found: Found) -> Sequence[Edit]:
    return [RemoveEffects(**on_which(found))]


_WITH: Final = (
    "CHANGE|ADD|USE|CLIP|CLIPWORD|CLIPS|ALL|PERCENT|LOUDER|QUIETER|LESSER|FILE|RANGE|EFFECTWORD|MORE|LESS|BIGGER|"
    "SMALLER|SCREEN|UP|DOWN|REMOVE|NO|COLORWORD|PART"
)

COLOUR: Final[tuple[Row, ...]] = (
    Row(
        name="effect",
        kind="edit",
        does={
            "en": "change the look: brightness, contrast, saturation, warmer or cooler, black and white, blur, sharpen, vignette",
            "zh": "调整画面：亮度、对比度、饱和度、冷暖、黑白、模糊、锐化、暗角",
        },
        examples={
            "en": (
                "make it a bit brighter",
                "make clip 2 black and white",
                "increase the contrast by 20%",
                "blur the first 3 seconds",
            ),
            "zh": ("稍微调亮一点", "把第二段变成黑白", "对比度提高20%", "加暗角"),
        },
        forms=(f"EFFECT+ [{_WITH}]",),
        build=_effects,
    ),
    Row(
        name="remove_effects",
        kind="edit",
        does={"en": "take effects away", "zh": "去掉画面效果"},
        examples={"en": ("remove the effects", "remove the blur"), "zh": ("去掉滤镜",)},
        forms=("REMOVE|NO|CLEAR EFFECTWORD [ALL|CLIP|CLIPS|CLIPWORD|FILE|RANGE|SCREEN]",),
        build=_remove_effects,
    ),
)
