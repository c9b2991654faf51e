"""Rows of the vocabulary about what lies over the picture: a logo, a watermark, a picture in the picture."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from nemovideo_mcp.studio.agent.moments import END, START
from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import base_of, length_ms, ms, span_ms
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_overlay import (
    AddOverlay,
    ChangeOverlay,
    RemoveOverlays,
    overlay_names,
    overlay_with,
)
from nemovideo_mcp.studio.timeline.model import MediaKind, Overlay, Place
from nemovideo_mcp.studio.timeline.time import to_ms

PIP_SIZE: Final = 30
FAINT: Final = 50
STEP: Final = 1.5
_STEPS: Final = ("BIGGER", "SMALLER", "MORE", "LESS")
_SIZES: Final = {4: 8, 6: 10, 8: 15, 12: 25, 16: 40}
_NAMED: Final = ("logo", "watermark", "overlay", "sticker", "badge", "标志", "水印", "角标")


def _add_overlay(found: Found) -> Sequence[Edit]:
    named = found.has("CLIP") and not _while_clip(found)
    if found.project.overlays and found.has("PUT") and not named and not found.has("ADD", "FILE"):
        return change_overlay(found)
    look = _look(found)
    usual = {"size": round((PIP_SIZE if found.has("PIP") else _SIZES[8]) * _step(found))}
    usual = usual if found.has("PIP", *_STEPS) else {}
    media = _which_file(found)
    timing = _timing(found)
    if timing:  # a picture that was a clip of its own is none any more, and the film ends sooner
        timing = _timing(replace(found, project=AddOverlay(media=media).apply(found.project)))
    return [AddOverlay.model_validate({"media": media, **usual, **look, **timing})]


def _step(found: Found) -> float:
    if not found.has(*_STEPS):
        return 1
    return STEP if found.has("BIGGER", "MORE") else 1 / STEP


def _which_file(found: Found) -> str:
    """The file named; else one that is called a logo, the one still picture, or the last of several uploads."""
    named: str | None = found.one("FILE")
    if named is not None:
        return named
    named_clips = found.has("CLIP") and not _while_clip(found)
    clips = [clip.media for clip in found.project.clips if named_clips and clip.id in _clip_ids(found)]
    if clips:
        return clips[0]
    seen = [medium for medium in found.project.media if medium.kind is not MediaKind.AUDIO]
    called = [medium for medium in seen if any(word in medium.name.lower() for word in _NAMED)]
    stills = [medium for medium in seen if medium.kind is MediaKind.IMAGE]
    for choice in (called, stills):
        if len(choice) == 1:
            return choice[0].id
    names = ", ".join(medium.name for medium in seen)
    raise LackError("which_overlay_file", names=names or "-")


def _while_clip(found: Found) -> bool:
    """`the logo during clip 2`: the clip says when it is seen; in `clip 2 as a logo` it is what is seen."""
    symbols = [token.symbol for token in found.tokens]
    if "CLIP" not in symbols or "OVERLAYWORD" not in symbols or found.has("PIP"):
        return False
    return found.has("DURING") or symbols.index("OVERLAYWORD") < symbols.index("CLIP")


def _clip_ids(found: Found) -> list[str]:
    clips = found.project.clips
    numbers = [number for value in found.all("CLIP") for number in value if isinstance(number, int)]
    return [clips[n - 1 if n > 0 else n].id for n in numbers if n and -len(clips) <= n <= len(clips)]


def _look(found: Found) -> dict[str, Any]:
    look: dict[str, Any] = {}
    if (place := found.one("PLACE")) is not None:
        look["place"] = Place(place)
    if (at := found.one("POS")) is not None:
        look |= {name: value for name, value in zip("xy", at, strict=True) if value is not None}
    percent = found.one("PERCENT")
    faint = found.has("OPACITY", "TRANSPARENT")
    if faint:
        look["opacity"] = FAINT if percent is None else round(percent)
    if percent is not None and not faint:
        look["size"] = round(percent)
    elif (size := found.one("SIZE")) is not None:
        look["size"] = _SIZES[size]
    return look


def _timing(found: Found) -> dict[str, Any]:
    project = found.project
    span, point, length = found.one("RANGE"), found.one("POINT"), found.one("LENGTH")
    timing: dict[str, Any] = {}
    if _while_clip(found) and (base := base_of(found)) and found.has("ADD", "PUT", "USE", "ONLY", "DURING"):
        timing = {"at_ms": to_ms(base[0]), "duration_ms": to_ms(base[1])}
    elif span is not None:
        start, end = span_ms(span, project)
        timing = {"at_ms": start} | ({} if end is None else {"duration_ms": end - start})
    elif point is not None and point != START:
        timing = {"at_ms": ms(point, project)}
    if length is not None:
        lasts = length_ms(length, project)
        timing["duration_ms"] = lasts
        if point == END:
            timing["at_ms"] = max(0, to_ms(project.duration) - lasts)
    return timing


def _the_overlay(found: Found) -> Overlay:
    overlays = found.project.overlays
    if (by_id := found.one("OVERLAYWORD")) is not None:
        return overlay_with(found.project, by_id)
    named = found.one("FILE")
    mine = [one for one in overlays if named is None or one.media == named]
    if not mine:
        raise LackError("no_overlay_yet")
    if found.last is not None and found.last.op == "change_overlay":
        mine = [one for one in mine if one.id == getattr(found.last, "id", None)] or mine
    if len(mine) > 1 and not (found.last and found.last.op == "add_overlay"):
        raise LackError("which_overlay", overlays=overlay_names(found.project))
    return mine[-1]


def change_overlay(found: Found) -> Sequence[Edit]:
    """Another place, size, opacity or time of the overlay meant; one that is not there yet is added where that is what is said."""
    if not found.project.overlays and found.has("PUT", "MOVE", "FILE"):
        return _add_overlay(found)
    old = _the_overlay(found)
    changes = _look(found) | _timing(found)
    if found.has(*_STEPS) and "size" not in changes:
        changes["size"] = min(max(round(old.size * _step(found)), 1), 100)
    if not changes:
        raise LackError("change_overlay_what", name=found.project.medium(old.media).name)
    return [ChangeOverlay(id=old.id, **changes)]


def remove_overlay(found: Found) -> Sequence[Edit]:
    """Take the overlay meant away, or all of them."""
    overlays = found.project.overlays
    if not overlays:
        raise LackError("no_overlay_yet")
    if found.has("ALL"):
        return [RemoveOverlays(ids=tuple(overlay.id for overlay in overlays))]
    return [RemoveOverlays(ids=(_the_overlay(found).id,))]


_LOOKS: Final = (
    "PLACE|POS|PERCENT|SIZE|SIZEWORD|OPACITY|TRANSPARENT|POSITION|POSITIONING|SCREEN|COLORWORD|PIP"
)
_WHEN: Final = "RANGE|POINT|LENGTH|ENTIRE|ALL|LENGTHWORD|PART|FRONT|BACK"
_HOW: Final = f"{_LOOKS}|{_WHEN}|OVERLAYWORD|FILE|CLIP|CLIPWORD|USE|ADD|UNDER|ONLY"

OVERLAYS: Final[tuple[Row, ...]] = (
    Row(
        name="add_overlay",
        kind="edit",
        does={
            "en": "lay an uploaded picture or video over the film: logo, watermark, picture-in-picture",
            "zh": "把上传的图片或视频叠加在画面上：标志、水印、画中画",
        },
        examples={
            "en": (
                "add logo.png in the top right corner",
                "add the logo at the bottom left at 20% size",
                "put the watermark in the corner at 50% opacity",
            ),
            "zh": ("在右上角加logo", "把水印放在左下角，不透明度50%"),
        },
        forms=(
            f"ADD|USE OVERLAYWORD|PIP [{_HOW}]",
            f"ADD|USE FILE PLACE|POS|PIP|OPACITY|TRANSPARENT|SCREEN [{_HOW}|BIGGER|SMALLER|MORE|LESS]",
            f"ADD|USE|CHANGE CLIP|FILE PIP [{_HOW}]",
            f"ADD|USE|CHANGE CLIP|FILE OVERLAYWORD [{_HOW}]",
            f"OVERLAYWORD|PIP FILE [{_HOW}]",
            f"MOVE FILE PLACE|POS [{_HOW}]",
        ),
        build=_add_overlay,
    ),
    Row(
        name="change_overlay",
        kind="edit",
        does={"en": "move, resize or fade an overlay", "zh": "移动、缩放叠加的图片，或改不透明度"},
        examples={
            "en": ("move the logo to the bottom right", "make the logo smaller"),
            "zh": ("把logo移到右下角", "把水印改小一点"),
        },
        forms=(
            f"MOVE|CHANGE|BIGGER|SMALLER|MORE|LESS|SCALE OVERLAYWORD|PIP [SCALE|{_HOW}|MOVE|CHANGE|BIGGER|SMALLER|MORE|LESS]",
            "CHANGE|KEEP OPACITY|TRANSPARENT [PERCENT|OVERLAYWORD|FILE]",
            f"OVERLAYWORD|PIP OPACITY|BIGGER|SMALLER|PLACE|POS|TRANSPARENT [{_HOW}|CHANGE|MOVE]",
        ),
        build=change_overlay,
    ),
    Row(
        name="remove_overlays",
        kind="edit",
        does={"en": "take an overlay away", "zh": "去掉叠加的图片"},
        examples={"en": ("remove the logo",), "zh": ("去掉水印",)},
        forms=(
            "REMOVE|NO OVERLAYWORD|PIP [ALL|FILE|SCREEN|PLACE|OFF|OUT|AGAIN]",
            "TAKE OVERLAYWORD|PIP OFF|OUT [ALL|FILE|SCREEN|AGAIN]",
        ),
        build=remove_overlay,
    ),
)
