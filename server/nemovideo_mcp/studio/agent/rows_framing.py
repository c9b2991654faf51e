"""Rows of the vocabulary about what a clip shows and where: crop, scale and place, slow moves over stills."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.rows_colour import on_which
from nemovideo_mcp.studio.agent.rows_overlay import change_overlay
from nemovideo_mcp.studio.agent.rows_text import change_text
from nemovideo_mcp.studio.agent.slots_framing import Box, Sides
from nemovideo_mcp.studio.agent.targets import clip_ids, span_ms
from nemovideo_mcp.studio.timeline.edit import Edit, require_clips
from nemovideo_mcp.studio.timeline.edits_framing import WHOLE, Crop, KenBurns, Scale, seen_size
from nemovideo_mcp.studio.timeline.edits_picture import SHAPES, Aspect
from nemovideo_mcp.studio.timeline.edits_turning import Zoom
from nemovideo_mcp.studio.timeline.model import Clip, MediaKind, Project

USUAL_MOVE: Final = 120
_CORNERS: Final = {"left": 0, "right": 100, "top": 0, "bottom": 100}


def _crop(found: Found) -> Sequence[Edit]:
    where = on_which(found)
    region = found.one("REGION")
    if isinstance(region, Box):
        return _boxed(found.project, region, where)
    off: dict[Any, int] = {}
    unit = region.unit
    for sides in found.all("REGION"):
        if not isinstance(sides, Sides) or sides.unit != unit:
            raise LackError("one_by_one")
        off |= sides.off
    left, right, top, bottom = (off.get(side, 0) for side in ("left", "right", "top", "bottom"))
    if unit == "percent":
        return [
            Crop(x=left, y=top, width=100 - left - right, height=100 - top - bottom, relative=True, **where)
        ]
    edits: list[Edit] = []
    for ids, (wide, high) in _by_size(found.project, where):
        size = {"width": wide - left - right, "height": high - top - bottom}
        edits.append(Crop(x=left, y=top, **size, unit="px", relative=True, **where | ids))
    return edits


def _boxed(project: Project, box: Box, where: dict[str, Any]) -> Sequence[Edit]:
    """A box with its place, or of the picture's middle; one of another shape that is larger than the picture is the film's shape."""
    if box.x is not None and box.y is not None:
        size = {"width": box.width, "height": box.height}
        return [Crop(x=box.x, y=box.y, **size, unit=box.unit, relative=box.relative, **where)]
    width, height = box.width or 0, box.height or 0
    if box.unit == "percent":
        middle = {"x": (100 - width) // 2, "y": (100 - height) // 2}
        return [Crop(**middle, width=width, height=height, **where)]
    sizes = _by_size(project, where)
    shape = next((one for one in SHAPES if _is_shape(one, width, height)), None)
    if shape and not where and any(width > wide or height > high for _, (wide, high) in sizes):
        return [Aspect(shape=shape, fit="crop")]
    return [
        Crop(
            x=max(0, (wide - width) // 2),
            y=max(0, (high - height) // 2),
            width=width,
            height=height,
            unit="px",
            relative=True,
            **where | ids,
        )
        for ids, (wide, high) in sizes
    ]


def _is_shape(shape: str, width: int, height: int) -> bool:
    across, down = map(int, shape.split(":"))
    return width * down == height * across


def _by_size(project: Project, where: dict[str, Any]) -> list[tuple[dict[str, Any], tuple[int, int]]]:
    """The clips meant, by the pixels of them that are seen; all of one size need not be named."""
    named = where.get("clips")
    groups: dict[tuple[int, int], list[str]] = {}
    for clip in require_clips(project):
        if named is None or clip.id in named:
            groups.setdefault(_pixels(project, clip), []).append(clip.id)
    if len(groups) == 1:
        return [({}, next(iter(groups)))]
    return [({"clips": tuple(ids)}, size) for size, ids in groups.items()]


def _pixels(project: Project, clip: Clip) -> tuple[int, int]:
    across, down = seen_size(project, clip)
    part = clip.treatment.part or WHOLE
    return int(across * part.width), int(down * part.height)


def _uncrop(found: Found) -> Sequence[Edit]:
    return [Crop(**on_which(found))]


def place_of(found: Found) -> dict[str, int]:
    """`x` and `y` in percent, as far as they were said; a corner counts too."""
    if (at := found.one("POS")) is not None:
        return {name: value for name, value in zip("xy", at, strict=True) if value is not None}
    place = found.one("PLACE")
    if place is None:
        return {}
    words = str(place).split("-")
    x = next((_CORNERS[word] for word in words if word in ("left", "right")), 50)
    y = next((_CORNERS[word] for word in words if word in ("top", "bottom")), 50)
    return {"x": x, "y": y}


def _scale(found: Found) -> Sequence[Edit]:
    percent, factor = found.one("PERCENT"), found.one("FACTOR")
    if percent is None and factor is not None:
        percent = factor * 100
    if percent is None and found.has("HALVES"):
        percent = Fraction(50)
    where, place = on_which(found), place_of(found)
    if percent is None and not place:
        raise LackError("how_large")
    if percent is not None and percent > 100:
        return [Zoom(percent=round(percent), **where)]
    size = {} if percent is None else {"percent": round(percent)}
    return [Scale(**size, **place, **where)]


def _position(found: Found) -> Sequence[Edit]:
    """`put it at 25% 75%`: what was last spoken of; else the one text or overlay there is, else the picture."""
    project, last = found.project, found.last.op if found.last else ""
    if found.has("CLIP", "CLIPS", "CLIPWORD", "FILE", "ALLCLIPS"):
        return _scale(found)
    if last in {"add_title", "change_text"}:
        return change_text(found)
    if last in {"add_overlay", "change_overlay", "chroma_key"} and project.overlays:
        return change_overlay(found)
    if not found.has("POS") and last not in {"scale", "crop", "ken_burns", "zoom"}:
        return change_text(found)
    if found.last is None and len(project.texts) + len(project.overlays) == 1:
        return change_text(found) if project.texts else change_overlay(found)
    named = getattr(found.last, "clips", ())
    return [Scale(**place_of(found), **({"clips": named} if named else on_which(found)))]


def _ken_burns(found: Found) -> Sequence[Edit]:
    which = _moved_clips(found)
    if found.has("REMOVE", "NO"):
        return [KenBurns(way="none", **which)]
    percent, factor = found.one("PERCENT"), found.one("FACTOR")
    if factor is not None:
        percent = factor * 100
    percent = USUAL_MOVE if percent is None else round(percent)
    return [
        KenBurns.model_validate(
            {"way": _way(found), "percent": percent + 100 if percent <= 100 else percent, **which}
        )
    ]


def _way(found: Found) -> str:
    said: str = found.one("KENBURNS")
    if said in {"in", "out", "left", "right", "up", "down"}:
        return said
    side = direction(found)
    if side is not None:
        return side
    return "right" if said == "pan" or found.has("PAN") else "out" if found.has("ZOOMOUT") else "in"


def direction(found: Found) -> str | None:
    """Left, right, up or down, as something is said to move."""
    if (way := found.one("WAY")) is not None:
        return str(way)
    place = {"left": "left", "right": "right", "top": "up", "bottom": "down"}.get(str(found.one("PLACE")))
    if place:
        return place
    for symbol, way in (("CLOCKWISE", "right"), ("COUNTER", "left"), ("UP", "up"), ("DOWN", "down")):
        if found.has(symbol):
            return way
    return None


def _moved_clips(found: Found) -> dict[str, Any]:
    """The clips named, or a range; a word for pictures at large leaves it to the edit, which takes the stills."""
    ranges = found.all("RANGE")
    if ranges:
        start, end = span_ms(ranges[0], found.project)
        return {"start_ms": start, "end_ms": end}
    if found.has("CLIP", "FILE", "ALLCLIPS"):
        return {"clips": clip_ids(found)}
    stills = [c.id for c in found.project.clips if found.project.medium(c.media).kind is MediaKind.IMAGE]
    return (
        {"clips": clip_ids(found)}
        if found.has("CLIPWORD") and len(stills) != 1 and not found.has("ALL")
        else {}
    )


_WHICH: Final = "CLIP|CLIPS|CLIPWORD|ALL|FILE|RANGE|SCREEN|PART|USE|ENTIRE"
_MOVES: Final = "PERCENT|FACTOR|PLACE|WAY|ZOOM|ZOOMOUT|PAN|STILLS|EACHPIC|EFFECTWORD|UP|DOWN|CLOCKWISE|COUNTER|SLOWER|TRANSITION"

FRAMING_ROWS: Final[tuple[Row, ...]] = (
    Row(
        name="crop",
        kind="edit",
        does={
            "en": "crop to any part of the picture, in percent or pixels",
            "zh": "裁剪到画面的任意部分，可用百分比或像素",
        },
        examples={
            "en": (
                "crop 10% off the top",
                "crop to the left half",
                "crop to 640x480 at 100,50",
                "remove the crop",
            ),
            "zh": ("裁掉上面10%", "裁剪到左半边", "取消裁剪"),
        },
        forms=(
            f"CROP|CUT|TRIM|REMOVE|KEEP|TAKE|CHANGE|TRIMTO|ONLY REGION+ [OFF|OUT|ONLY|CROP|REMOVE|CUT|KEEP|{_WHICH}]",
            f"REGION+ [{_WHICH}]",
            f"REGION+ CROP|REMOVE|KEEP|TRIM|CUT|CLIP|FILE [{_WHICH}]",
        ),
        build=_crop,
    ),
    Row(
        name="crop",
        kind="edit",
        does={"en": "show the whole picture again", "zh": "恢复完整画面"},
        examples={"en": (), "zh": ()},
        forms=(f"UNCROP [{_WHICH}]",),
        build=_uncrop,
    ),
    Row(
        name="scale",
        kind="edit",
        does={
            "en": "set a clip smaller in the frame, at a place in percent",
            "zh": "缩小片段并放到画面的某个位置",
        },
        examples={
            "en": ("scale clip 2 to 50% and put it at 25% 75%", "scale clip 1 to 60% in the top left corner"),
            "zh": ("把第二段缩小到50%，放在左下角",),
        },
        forms=(
            f"SCALE PERCENT|POS|FACTOR|HALVES [PERCENT|POS|FACTOR|PLACE|PUT|MOVE|POSITION|POSITIONING|ADD|CHANGE|BIGGER|{_WHICH}]",
            f"SMALLER|BIGGER CLIP|FILE|ALLCLIPS PERCENT [SIZEWORD|POS|PLACE|PUT|MOVE|CHANGE|{_WHICH}]",
        ),
        build=_scale,
    ),
    Row(
        name="scale",
        kind="edit",
        does={"en": "put something at a place in percent", "zh": "把内容放到画面的某个位置"},
        examples={"en": (), "zh": ()},
        forms=(
            "MOVE|ADD|CHANGE IT PLACE [SCREEN]",
            f"MOVE|ADD|CHANGE|USE POS [POSITION|POSITIONING|{_WHICH}]",
        ),
        build=_position,
    ),
    Row(
        name="ken_burns",
        kind="edit",
        does={
            "en": "Ken Burns: a slow zoom or pan over pictures",
            "zh": "肯·伯恩斯效果：在图片上缓慢推拉或平移",
        },
        examples={
            "en": (
                "add a Ken Burns effect to the photos",
                "slowly zoom in on clip 2",
                "slow pan to the left on clip 1",
            ),
            "zh": ("给照片加肯伯恩斯效果", "第二段缓慢放大"),
        },
        forms=(f"KENBURNS [ADD|CHANGE|MOVE|REMOVE|NO|{_MOVES}|{_WHICH}]",),
        build=_ken_burns,
    ),
)
