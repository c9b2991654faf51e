"""Rows of the vocabulary that turn, mirror and cut in to the picture."""

from collections.abc import Sequence
from typing import Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.rows_colour import on_which
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_turning import Flip, Rotate, Zoom

USUAL_ZOOM: Final = 120


def _rotate(found: Found) -> Sequence[Edit]:
    degrees: int | None = found.one("DEGREES")
    back = found.has("COUNTER") or found.one("PLACE") == "left"
    if degrees is None:
        if found.has("UPSIDE"):
            degrees = 180
        elif back or found.has("CLOCKWISE") or found.one("PLACE") == "right":
            degrees = 90
        else:
            raise LackError("which_turn")
    return [Rotate(degrees=-degrees if back else degrees, **on_which(found))]


def _flip(found: Found) -> Sequence[Edit]:
    shape = found.one("SHAPE")
    vertical = found.has("FLIPV", "UPSIDE") or shape == "9:16"
    if not vertical and not found.has("MIRROR") and shape != "16:9":
        raise LackError("which_flip")
    return [Flip(way="vertical" if vertical else "horizontal", **on_which(found))]


def _zoom(found: Found) -> Sequence[Edit]:
    if found.has("ZOOMOUT", "REMOVE", "NO"):
        return [Zoom(percent=100, **on_which(found))]
    percent, factor = found.one("PERCENT"), found.one("FACTOR")
    if factor is not None:
        percent = factor * 100
    if percent is None:
        percent = USUAL_ZOOM
    elif found.has("BY") or percent < 100:
        percent += 100
    return [Zoom(percent=round(percent), **on_which(found))]


_WHICH: Final = "CHANGE|CLIP|CLIPS|CLIPWORD|ALL|FILE|RANGE|ADD|MOVE|SCREEN|PART|EFFECTWORD|USE"

TURNING: Final[tuple[Row, ...]] = (
    Row(
        name="rotate",
        kind="edit",
        does={"en": "rotate by 90, 180 or 270 degrees", "zh": "旋转90、180或270度"},
        examples={
            "en": ("rotate 90 degrees clockwise", "turn clip 2 upside down"),
            "zh": ("顺时针旋转90度",),
        },
        forms=(
            f"ROTATE [DEGREES|CLOCKWISE|COUNTER|PLACE|UPSIDE|{_WHICH}]",
            f"COUNTER|CLOCKWISE [DEGREES|CHANGE|ROTATE|{_WHICH}]",
            f"CHANGE|MOVE|ROTATE DEGREES [CLOCKWISE|COUNTER|PLACE|{_WHICH}]",
            f"CHANGE|ROTATE UPSIDE [{_WHICH}]",
        ),
        build=_rotate,
    ),
    Row(
        name="flip",
        kind="edit",
        does={"en": "mirror left for right, or flip upside down", "zh": "水平或垂直翻转"},
        examples={"en": ("flip it horizontally", "mirror clip 1"), "zh": ("水平翻转", "垂直翻转")},
        forms=(f"FLIP|MIRROR|FLIPV [SHAPE|UPSIDE|{_WHICH}]",),
        build=_flip,
    ),
    Row(
        name="zoom",
        kind="edit",
        does={"en": "zoom in on the middle", "zh": "放大画面中间"},
        examples={"en": ("zoom in 150%", "zoom in on clip 2"), "zh": ("画面放大到150%",)},
        forms=(f"ZOOM|ZOOMOUT [PERCENT|FACTOR|REMOVE|NO|{_WHICH}]",),
        build=_zoom,
    ),
)
