"""Patterns of sizes in pixels, frames a second, and the colours of cards."""

import re
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.lexicon_en import EN_VALUES
from nemovideo_mcp.studio.agent.lexicon_zh import ZH_VALUES
from nemovideo_mcp.studio.agent.slots import Recogniser, recogniser

_COLORS: Final[dict[str, str]] = {
    name: value
    for table in (EN_VALUES, ZH_VALUES)
    for value, names in table["COLOR"].items()
    for name in names.split("|")
}
_ENGLISH: Final = "|".join(name for name in _COLORS if name.isascii())
_CHINESE: Final = "|".join(sorted((name for name in _COLORS if not name.isascii()), key=len, reverse=True))
_HEX: Final = r"#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])"
_C: Final = rf"(?P<c>{_HEX}|(?<![a-z])(?:{_ENGLISH})(?![a-z])|{_CHINESE})"
_ON_CARD: Final = re.compile(
    r"\bcards?\b|screen|slide|countdown|count down|credits|卡|页|倒计时|倒数|片尾|滚动|演职|职员|黑屏|白屏"
)
_HEIGHTS: Final = {
    "480p": 480,
    "720p": 720,
    "hd": 720,
    "1080p": 1080,
    "full hd": 1080,
    "1440p": 1440,
    "2k": 1440,
    "4k": 2160,
    "2160p": 2160,
}
_ON_CANVAS: Final = re.compile(
    r"^(?!.*(?:export|download|save|render|导出|下载|保存|输出)).*(?:fps|frame\s?rate|per\s+second|canvas|resolution|帧|画布|分辨率)",
    re.DOTALL,
)
_RES: Final = r"(?P<slot>4k|2160p|2k|1440p|1080p|full\s?hd|720p|hd|480p)(?![a-z0-9])"


def _color(match: re.Match[str]) -> tuple[str, Any] | None:
    """The colour of a card behind its words; of nothing else."""
    if not _ON_CARD.search(match.string):
        return None
    said = match["c"]
    if said in _COLORS:
        return "BACKCOLOR", _COLORS[said]
    digits = said[1:]
    return "BACKCOLOR", f"#{digits if len(digits) == 6 else ''.join(2 * digit for digit in digits)}"


def _pixels(match: re.Match[str]) -> tuple[str, Any]:
    return "DIMS", (int(match["w"]), int(match["h"]))


def _height(match: re.Match[str]) -> tuple[str, Any]:
    return "RES", _HEIGHTS[re.sub(r"\s+", " ", match["slot"]).replace("fullhd", "full hd")]


def _rate(match: re.Match[str]) -> tuple[str, Any]:
    over, _, under = match["n"].partition("/")
    return "FPS", Fraction(over) / Fraction(under or 1)


_N: Final = r"(?P<n>\d{1,6}(?:\.\d{1,3})?(?:/\d{1,4})?)"

MAKING: Final[tuple[Recogniser, ...]] = (
    recogniser(r"(?<![a-z])in\s+all(?![a-z])", lambda _: ("INALL", None)),
    recogniser(
        r"one\s+(?:above|over|on\s+top\s+of)\s+(?:the\s+other|another)", lambda _: ("SPLITSCREEN", "rows")
    ),
    recogniser(
        r"(?:滚动的?)?片尾(?:滚动)?(?:字幕|名单)|演职人?员(?:表|名单|字幕)?|滚动字幕|职员表",
        lambda _: ("CREDITS", None),
    ),
    recogniser(r"片头(?:卡片?|页)", lambda _: ("CARD", None)),
    recogniser(
        r"(?<![a-z0-9.:])(?P<w>\d{2,5})\s*(?:px|像素)?\s*(?:x|×|\*|by|乘以?)\s*(?P<h>\d{2,5})(?:\s*(?:px|pixels?|像素))?(?![a-z0-9.:%])",
        lambda m: None if int(m["w"]) < 16 or int(m["h"]) < 16 else _pixels(m),
    ),
    recogniser(
        rf"(?:canvas|resolution|(?:frame|picture|video)\s+size|画布|分辨率|画面尺寸)(?:\s*(?:size|大小))?\s*(?:to|at|of|is|:|=|改为|改成|设为|设成|设置为|调到|为|到|成)?\s*{_RES}",
        _height,
    ),
    recogniser(
        rf"(?:make|turn|set|change|convert|upscale|resize|upgrade)\s+(?:it|this|the\s+(?:video|film|movie|project))\s+(?:to\s+|into\s+)?{_RES}(?=\s*(?:$|[,.;!]|and\b|at\b|with\b|please\b|resolution))",
        _height,
    ),
    recogniser(
        rf"(?:\band|,|\bat|和|再)\s*{_RES}", lambda m: _height(m) if _ON_CANVAS.search(m.string) else None
    ),
    recogniser(rf"(?:改成|设成|设为|改为|换成|变成)\s*{_RES}(?=\s*(?:$|[,.;!]|分辨率|画布))", _height),
    recogniser(
        rf"(?<![a-z0-9.]){_N}\s*(?:fps(?![a-z])|frames?\s*(?:per|a|/)\s*sec(?:ond)?(?![a-z])|frames?/s(?![a-z])|hz(?![a-z])|帧\s*(?:每秒|/秒|每一秒))",
        _rate,
    ),
    recogniser(rf"每秒\s*{_N}\s*帧", _rate),
    recogniser(
        rf"(?:frame\s?rate|fps|帧率|帧速率|帧数)\s*(?:to|of|at|is|=|:|改成|改为|设为|设成|设置为|设置成|调到|调成|调为|为|到|成)?\s*{_N}(?:\s*(?:fps|帧))?(?![\w.])",
        _rate,
    ),
    recogniser(
        rf"(?:(?:on|with|in|over|and|用|带)\s*(?:an?\s+)?)?{_C}\s*(?:的)?\s*(?:background|backdrop|底(?!部)|背景)",
        _color,
    ),
    recogniser(rf"(?:background|backdrop)(?:\s+colou?r)?\s*(?:of|is|in|to|:|=)?\s*{_C}", _color),
    recogniser(rf"背景(?:颜?色)?\s*(?:为|是|用|:)?\s*{_C}", _color),
    recogniser(
        r"(?<![a-z])(?P<c>black|white)\s+(?:screens?|frames?)(?![a-z])|(?P<d>黑屏|白屏|黑画面)",
        lambda m: ("CARD", "#ffffff" if "white" in m[0] or "白" in m[0] else "#000000"),
    ),
    recogniser(
        rf"(?P<slot>{_C})\s*(?=(?:title\s+|blank\s+|empty\s+)?(?:cards?|screen|slide|frame|卡片|标题卡|字卡|画面|屏)(?![a-z]))",
        _color,
    ),
)
