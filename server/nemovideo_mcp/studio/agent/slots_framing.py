"""Patterns of places and parts of the picture: what is cropped, where something stands, outlines, slow moves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from nemovideo_mcp.studio.agent.lexicon_en import EN_VALUES
from nemovideo_mcp.studio.agent.lexicon_zh import ZH_VALUES
from nemovideo_mcp.studio.agent.slots import Recogniser, recogniser

Unit: TypeAlias = Literal["percent", "px"]
Side: TypeAlias = Literal["left", "right", "top", "bottom"]


@dataclass(frozen=True)
class Sides:
    """How much is cropped off which sides."""

    off: Mapping[Side, int]
    unit: Unit

    def __str__(self) -> str:
        """All of it: tokens that say the same are one."""
        return f"{dict(self.off)} {self.unit}"


@dataclass(frozen=True)
class Box:
    """The part a crop leaves; without `x` and `y` it is the middle."""

    x: int | None
    y: int | None
    width: int | None
    height: int | None
    unit: Unit
    relative: bool = False


@dataclass(frozen=True)
class Outline:
    """The edge of letters: its thickness in percent of them, its colour."""

    width: int | None
    color: str | None


_N: Final = r"\d{1,5}(?:\.\d+)?"
_PX: Final = r"(?:px|pixels?|像素)"
_U: Final = rf"\s*(?:%|percent|{_PX})"
_SIDE: Final = r"(?:left|right|top|bottom|upper|lower)"
_ALL_SIDES: Final = r"(?:(?:each|every|all(?:\s+the)?|all\s+four|both)\s+(?:sides?|edges?|borders?)|the\s+(?:sides|edges|borders))"
_SIDES: Final = (
    rf"(?:the\s+|its\s+)?{_SIDE}(?:\s*(?:,|and|&)\s*(?:the\s+)?{_SIDE})*(?:\s+(?:sides?|edges?|borders?))?"
)
_SHARES: Final = {"half": 50, "halves": 50, "third": 33, "quarter": 25}
_NAMES: Final[dict[str, Side]] = {
    "left": "left",
    "right": "right",
    "top": "top",
    "upper": "top",
    "bottom": "bottom",
    "lower": "bottom",
    "左": "left",
    "右": "right",
    "上": "top",
    "顶": "top",
    "下": "bottom",
    "底": "bottom",
}
_OTHER: Final[dict[Side, Side]] = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}
_EVERY: Final[tuple[Side, ...]] = ("left", "right", "top", "bottom")
_CROPPING: Final = re.compile(
    r"crop|\bcut|\btrim|remov|\btake|shav|chop|lop|slic|delet|clip off|裁|剪|切|去掉|删"
)
_CROP_ALONE: Final = re.compile(r"crop|裁")
_KEEPING: Final = re.compile(
    r"\bkeep|\bonly\b|\bto\s+(?:just\s+|only\s+)?(?:the\s+)?$|保留|只留|只要|裁剪?[到成为]\s*$"
)
_TAKING: Final = re.compile(
    r"crop\s+(?:out|off|away)|remov|\bcut|\btrim|\btake|shav|chop|slic|delet|裁掉|剪掉|切掉|去掉|删"
)
_OF_PICTURE: Final = (
    r"(?:\s+of\s+(?:the\s+|its\s+)?(?:picture|frame|image|screen|video|clip|shot|photo)(?!\s*\d))?"
)


def _unit(words: str) -> Unit:
    return "px" if re.search(_PX, words) else "percent"


def _round(words: str) -> int:
    return round(float(words))


def sides_named(words: str) -> list[Side]:
    """The sides that are named, all four where none is."""
    if re.search(r"四周|四边|各边|每边|上下左右", words) or not re.search(rf"{_SIDE}|[左右上下顶底]", words):
        return list(_EVERY)
    return [_NAMES[side] for side in re.findall(rf"{_SIDE}|[左右上下顶底]", words)]


def _off_sides(match: re.Match[str]) -> tuple[str, Any] | None:
    """`10% off the top and bottom`, when something is cropped; else it may be a place."""
    if not _CROPPING.search(match.string[: match.start()]):
        return None
    amount = _round(match["n"])
    return "REGION", Sides(dict.fromkeys(sides_named(match["sides"]), amount), _unit(match["u"]))


def _off_zh(match: re.Match[str]) -> tuple[str, Any] | None:
    """`上下各裁掉10%`, `裁掉左边100像素`."""
    near = match.string[: match.end()] + match.string[match.end() : match.end() + 4]
    if not re.search(r"裁|剪掉|切掉", near):
        return None
    return "REGION", Sides(dict.fromkeys(sides_named(match["sides"]), _round(match["n"])), _unit(match["u"]))


def _part(match: re.Match[str]) -> tuple[str, Any] | None:
    """`the left half`: kept when it is said so, or when it is half or more; a smaller part is what is cropped off."""
    before = match.string[: match.start()]
    middle = match["side"] in {"middle", "center", "centre", "central", "中间"}
    if not (_CROP_ALONE if middle else re.compile(f"{_CROPPING.pattern}|{_KEEPING.pattern}")).search(before):
        return None
    share = _SHARES.get(match["share"]) or _round(re.sub(r"\D+$", "", match["share"]))
    unit = _unit(match["share"])
    if middle:
        return (
            ("REGION", Sides(dict.fromkeys(_EVERY, (100 - share) // 2), unit)) if unit == "percent" else None
        )
    side = _NAMES[match["side"]]
    keep = _KEEPING.search(before) or (share >= 50 and unit == "percent" and not _TAKING.search(before))
    if not keep:
        return "REGION", Sides({side: share}, unit)
    return ("REGION", Sides({_OTHER[side]: 100 - share}, unit)) if unit == "percent" else None


def _zh_part(match: re.Match[str]) -> tuple[str, Any] | None:
    before = match.string[: match.start()]
    if not re.search(f"{_CROPPING.pattern}|{_KEEPING.pattern}", before) and not re.match(
        r"[^,.;]{0,6}(?:裁|剪)", match.string[match.end() :]
    ):
        return None
    side = _NAMES[match["side"][0]]
    taken = _TAKING.search(before) or re.match(
        r"[^,.;]{0,4}(?:裁掉|剪掉|切掉|去掉|删)", match.string[match.end() :]
    )
    return "REGION", Sides({side if taken and not _KEEPING.search(before) else _OTHER[side]: 50}, "percent")


def _region(match: re.Match[str]) -> tuple[str, Any]:
    sizes = [None if match[name] is None else int(match[name]) for name in ("w", "h")]
    unit: Unit = "px" if match["u"] == "px" else "percent"
    return "REGION", Box(
        int(match["x"]), int(match["y"]), sizes[0], sizes[1], unit, relative=bool(match["more"])
    )


def _box(match: re.Match[str]) -> tuple[str, Any] | None:
    """`640x480 at 100,50`: pixels unless a percent sign says otherwise."""
    if not _CROP_ALONE.search(match.string[: match.start()]):
        return None
    percent = "%" in match["size"]
    at = [None if match[name] is None else _round(match[name]) for name in ("x", "y")]
    return "REGION", Box(at[0], at[1], _round(match["w"]), _round(match["h"]), "percent" if percent else "px")


def _place(match: re.Match[str]) -> tuple[str, Any] | None:
    """Where the middle of something is to stand, counted from the left and the top."""
    groups = match.groupdict()
    words = match.string[: match.start()]
    if _CROP_ALONE.search(words):
        return None
    x, y = (None if groups.get(name) is None else min(_round(groups[name]), 1000) for name in ("x", "y"))
    x = 100 - x if x is not None and groups.get("xs") in {"right", "右"} else x
    upwards = groups.get("ys") in {"bottom", "底", "下"} or groups.get("up") is not None
    return "POS", (x, 100 - y if y is not None and upwards else y)


COLORS: Final = {
    word: color
    for values in (EN_VALUES["COLOR"], ZH_VALUES["COLOR"])
    for color, words in values.items()
    for word in words.split("|")
}
ANY_COLOR: Final = r"#[0-9a-f]{6}|" + "|".join(sorted(map(re.escape, COLORS), key=len, reverse=True))
_THICK: Final = {"thick": 10, "heavy": 10, "bold": 10, "thin": 3, "fine": 3, "粗": 10, "细": 3}


def _outline(match: re.Match[str]) -> tuple[str, Any]:
    width, color = match["w"], match["c"]
    thick = None if width is None else _THICK.get(width) or _round(re.sub(r"\D+$", "", width))
    return "OUTLINE", Outline(thick, None if color is None else COLORS.get(color, color))


_WAYS: Final = {"左": "left", "右": "right", "上": "up", "下": "down"}
_TO: Final = (
    r"(?:(?:to\s+(?:the\s+)?|towards\s+(?:the\s+)?)?(?P<way>in|out|left|right|up|down)(?:wards?)?\b)?"
)
_SLOW: Final = r"(?:slow(?:ly)?|gradual(?:ly)?|gentle|gently)"
_ZH_SLOW: Final = r"(?:缓慢|慢慢|缓缓|逐渐|渐渐)地?"


def _burns(match: re.Match[str]) -> tuple[str, Any]:
    groups = match.groupdict()
    way = groups.get("way") or groups.get("late")
    panning = "pan" in match[0] or "drift" in match[0] or "平移" in match[0]
    return "KENBURNS", _WAYS.get(way, way) if way else "pan" if panning else ""


def _to_side(match: re.Match[str]) -> tuple[str, Any] | None:
    """`from left to right`, `from the left`: what moves goes to the other side."""
    if not re.search(r"wipe|slid|push|pan\b|panning|burns|擦|划|滑|推|平移|运镜", match.string):
        return None
    side = _OTHER[_NAMES[match["side"]]]
    return "WAY", {"top": "up", "bottom": "down"}.get(side, side)


_ACROSS: Final = rf"(?P<x>{_N})\s*%\s*(?:(?:in\s+)?from\s+(?:the\s+)?(?P<xs>left|right)(?:\s+(?:edge|side|hand side))?|across)"
_DEEP: Final = rf"(?P<y>{_N})\s*%\s*(?:from\s+(?:the\s+)?(?P<ys>top|bottom)(?:\s+edge)?|down|(?P<up>up))"
_AND: Final = r"\s*(?:,\s*and|,|and|&)?\s*"
_NOT_A_SHARE: Final = (
    r"(?!\s*(?:opacity|opaque|transparen|size|volume|speed|wide|width|of\b|big|louder|不透明|透明|大小|音量))"
)

FRAMING: Final[tuple[Recogniser, ...]] = (
    recogniser(
        r"(?P<more>further\s+)?to\s+the\s+region\s+x\s+(?P<x>\d+)(?P<u>%|px)\s+y\s+(?P<y>\d+)(?:%|px)"
        r"(?:\s+width\s+(?P<w>\d+)(?:%|px))?(?:\s+height\s+(?P<h>\d+)(?:%|px))?",
        _region,
    ),
    recogniser(
        rf"(?P<size>(?:(?:to|成|为|到)\s*)?(?:an?\s+)?(?P<w>\d{{3,5}}|{_N}(?=\s*%))\s*(?:{_PX}|%)?\s*(?:x|×|by|\*|乘)\s*(?P<h>{_N})\s*(?:{_PX}|%)?)"
        rf"(?:\s*(?:,\s*)?(?:starting\s+|positioned\s+|从|在)*(?:at|from)?\s*(?:x\s*=?\s*)?\(?(?P<x>{_N})\s*(?:{_PX}|%)?\s*[,x]\s*(?:y\s*=?\s*)?(?P<y>{_N})\s*(?:{_PX}|%)?\)?(?:\s*(?:开始|处))?)?",
        _box,
    ),
    recogniser(
        rf"(?P<n>{_N})(?P<u>{_U})\s*(?:off|from|of|at|on)(?:\s+of)?\s+(?P<sides>{_ALL_SIDES}|{_SIDES})(?![a-z])",
        _off_sides,
    ),
    recogniser(
        rf"(?<![a-z])(?<!\ba\s)(?:the\s+)?(?P<side>{_SIDE}|middle|cent(?:er|re|ral))(?:most|[\s-]+hand)?[\s-]+(?P<share>half|third|quarter|{_N}{_U})(?![a-z]){_OF_PICTURE}",
        _part,
    ),
    recogniser(
        rf"(?P<sides>(?:[左右上下顶底](?:边|侧|方|面|部|端)?[和、,与及]?)+|四周|四边|各边|每边)(?:的)?(?:各|都|均)?(?:裁掉|裁剪掉|裁去|裁|剪掉|切掉|去掉)?(?P<n>{_N})(?P<u>{_U})",
        _off_zh,
    ),
    recogniser(
        r"(?:画面|图片|视频)?(?:的)?(?P<side>[左右上下])(?:半边|半部分?|半个?画面|边一半|侧一半|面一半|半侧|半幅)(?:的?(?:画面|部分))?",
        _zh_part,
    ),
    recogniser(rf"(?:(?:at|to|positioned)\s+)*(?<![\d.]){_ACROSS}{_AND}{_DEEP}", _place),
    recogniser(rf"(?:(?:at|to|positioned)\s+)*(?<![\d.]){_DEEP}{_AND}{_ACROSS}", _place),
    recogniser(
        rf"(?:at|to|positioned)\s+\(?(?P<x>{_N})\s*%\s*(?:,|x|/|and|by|\s)\s*(?P<y>{_N})\s*%\)?{_NOT_A_SHARE}",
        _place,
    ),
    recogniser(
        rf"(?:at\s+)?(?<![a-z])x\s*[:=]?\s*(?P<x>{_N})\s*%(?:\s*(?:,|and)?\s*y\s*[:=]?\s*(?P<y>{_N})\s*%)?",
        _place,
    ),
    recogniser(rf"(?:at\s+)?(?<![a-z])y\s*[:=]?\s*(?P<y>{_N})\s*%", _place),
    recogniser(
        rf"(?:at\s+)?(?<![\d.])(?P<x>{_N})\s*%\s*(?:in\s+)?from\s+(?:the\s+)?(?P<xs>left|right)(?:\s+(?:edge|side))?(?![a-z])",
        _place,
    ),
    recogniser(
        rf"(?:at\s+)?(?<![\d.])(?P<y>{_N})\s*%\s*(?:down\s+)?from\s+(?:the\s+)?(?P<ys>top|bottom)(?:\s+edge)?(?![a-z])",
        _place,
    ),
    recogniser(
        rf"(?:距离?|离|从)?(?P<xs>左|右)(?:边|侧)?(?:缘)?\s*(?P<x>{_N})\s*%\s*[,、和]?\s*(?:距离?|离|从)?(?P<ys>上|顶|下|底)(?:边|部|方)?(?:缘)?\s*(?P<y>{_N})\s*%(?:的位置|处)?",
        _place,
    ),
    recogniser(
        rf"(?:横向|水平|横坐标)\s*(?P<x>{_N})\s*%\s*[,、和]?\s*(?:纵向|垂直|竖直|纵坐标)\s*(?P<y>{_N})\s*%(?:的?位置|处)?",
        _place,
    ),
    recogniser(
        rf"(?:位置|到|在|于)\s*\(?(?P<x>{_N})\s*%\s*[,、 ]\s*(?P<y>{_N})\s*%\)?(?:的?位置|处)?{_NOT_A_SHARE}",
        _place,
    ),
    recogniser(
        rf"(?<![a-z])(?:with\s+)?(?:an?\s+)?(?P<w>thick|thin|fine|heavy|bold|\d{{1,3}}(?:\.\d+)?\s*%)?\s*(?P<c>{ANY_COLOR})?\s*(?:text\s+)?"
        rf"(?:out-?lined?|strokes?)(?![a-z])(?:\s+of\s+(?:the\s+)?(?:text|letters))?",
        _outline,
    ),
    recogniser(
        rf"(?:带|用|有)?(?P<w>粗|细|\d{{1,2}}%)?的?(?P<c>{ANY_COLOR})?的?(?:描边|轮廓线?|勾边)", _outline
    ),
    recogniser(
        rf"(?<![a-z])ken[\s-]*burns(?:\s*(?:effects?|zooms?|style|motion|moves?|效果|运镜|特效)(?![a-z]))*\s*,?\s*(?:zoom(?:ing)?|pan(?:ning)?|moving|drifting)?\s*{_TO}"
        r"(?P<late>(?:缓慢|慢慢)?(?:放大|推近))?",
        lambda m: ("KENBURNS", "in") if m["late"] else _burns(m),
    ),
    recogniser(rf"(?<![a-z]){_SLOW}\s+(?:zoom|pan|drift|push|pull)(?:s|ning|ing)?(?![a-z])\s*{_TO}", _burns),
    recogniser(
        rf"(?<![a-z])(?:zoom|pan|drift)(?:s|ning|ing)?\s+(?:(?P<late>in|out|left|right|up|down)\s+)?{_SLOW}(?![a-z])\s*{_TO}",
        _burns,
    ),
    recogniser(r"肯[·.\s]?伯恩斯(?:效果|运镜|特效)?|推拉镜头|推拉运镜", lambda _: ("KENBURNS", "")),
    recogniser(rf"{_ZH_SLOW}(?:放大|推近|推进|拉近)(?:画面|镜头)?", lambda _: ("KENBURNS", "in")),
    recogniser(rf"{_ZH_SLOW}(?:缩小|拉远|推远|拉开)(?:画面|镜头)?", lambda _: ("KENBURNS", "out")),
    recogniser(rf"{_ZH_SLOW}(?:[向往朝](?P<way>[左右上下]))?(?:平移|移动|摇)(?:画面|镜头)?", _burns),
    recogniser(
        rf"(?<![a-z])(?:in\s+)?from\s+(?:the\s+)?(?P<side>{_SIDE})(?:\s+side)?(?:\s+to\s+(?:the\s+)?{_SIDE}(?:\s+side)?)?(?![a-z])",
        _to_side,
    ),
    recogniser(
        r"[从由](?P<side>[左右上下])(?:边|侧|方|面)?(?:(?:到|往|向|至)[左右上下](?:边|侧)?)?", _to_side
    ),
    recogniser(r"(?<![a-z])(?P<slot>resize)(?=[^.;]{0,40}%)", lambda _: ("SCALE", None)),
)
