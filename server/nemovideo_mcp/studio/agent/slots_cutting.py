"""Patterns of equal parts, repetitions, and of where playing begins and stops, in English and Chinese."""

import re
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.moments import ZH_TIME, Moment
from nemovideo_mcp.studio.agent.numbers import EN_NUMBER, ZH_NUMBER, number
from nemovideo_mcp.studio.agent.slots import Recogniser, recogniser

_PIECES: Final = r"(?:parts|pieces|clips|segments|sections|chunks|shots|bits|videos)"
_NAMED_PARTS: Final = {"halves": 2, "thirds": 3, "quarters": 4, "fourths": 4, "fifths": 5}
_ZH_PIECES: Final = r"(?:等分|等份|段|份|部分|个?片段|块|截|节)"
_MOST_PARTS: Final = 100
_TIMES_EN: Final = rf"(?:twice|{EN_NUMBER}\s+times)(?!\s+(?:as|the|faster|slower|speed|quicker))(?![a-z])"


def _parts(match: re.Match[str]) -> tuple[str, Any] | None:
    """`into three equal parts`, `into thirds`, `成三段`: as many parts of equal length."""
    groups = match.groupdict()
    count = _NAMED_PARTS.get(groups.get("share") or "", 0) or int(number(match["n"]))
    return ("PARTS", count) if 2 <= count <= _MOST_PARTS else None


def _times(match: re.Match[str]) -> tuple[str, Any] | None:
    count = number(match["n"])
    return ("FACTOR", count) if count >= 2 and count == round(count) else None


def _stops(match: re.Match[str]) -> tuple[str, Any] | None:
    """`第30秒处结束` is an order; in `从8秒到20秒结束` the word belongs to the range."""
    before = re.split(r"[,.;!?]", match.string[: match.start("slot")])[-1]
    return None if re.search(r"从(?!.*开始)", before) else ("FINISH", None)


# They go before the times themselves: what stands around a time says what it is for.
CUTTING_FIRST: Final[tuple[Recogniser, ...]] = (
    recogniser(
        rf"(?<![a-z])(?P<slot>in(?:to)?\s+(?P<n>{EN_NUMBER})\s+(?:(?:equal|even|equally\s+long|same[\s-]length|separate)\s+)?{_PIECES}"
        r"(?:\s+of\s+(?:equal|the\s+same)\s+length)?)(?![a-z])",
        _parts,
    ),
    recogniser(
        rf"(?<![a-z])(?P<slot>in(?:to)?\s+(?:(?:equal|even)\s+)?(?P<share>{'|'.join(_NAMED_PARTS)}))(?![a-z])",
        _parts,
    ),
    recogniser(
        rf"(?<=[分切剪拆割裁断])(?P<slot>[成为](?P<n>{ZH_NUMBER})(?:个)?(?:等长的?|相等的?)?{_ZH_PIECES})",
        _parts,
    ),
    recogniser(rf"(?P<slot>(?P<n>{ZH_NUMBER})等分)", _parts),
    recogniser(
        rf"(?<![着倒反重])(?P<slot>播放|播|放)(?=\s*(?!一|1(?!\d)){ZH_NUMBER}(?:遍|次|回))",
        lambda _: ("DUPLICATE", None),
    ),
    recogniser(rf"(?P<slot>(?P<n>{ZH_NUMBER})(?:遍|次|回))(?!.{{0,3}}(?:修改|操作))", _times),
    recogniser(
        rf"(?<![a-z])(?P<slot>play(?:s|ing)?)\s+(?:(?:it|this|that|them|(?:the\s+)?(?:whole\s+)?[a-z]+(?:\s+\d+)?)\s+)?(?={_TIMES_EN})",
        lambda _: ("DUPLICATE", None),
    ),
    recogniser(
        rf"(?:从|在)(?:第)?{ZH_TIME}(?P<slot>(?:处|的地方|的位置|那里)?(?:开始|起)(?:播放|播|放)?)(?=\s*(?:$|[,.;!?到至]))"
        r"(?!(?:一直)?[到至](?:结束|最后|结尾|末尾|片尾|底)|(?:一直)?[到至][^,.;!?]*(?:不要|删|剪|去掉|掐|砍|静音|速|放慢|倍|保留|留))",
        lambda _: ("BEGIN", None),
    ),
    recogniser(
        rf"(?:第)?{ZH_TIME}(?:处|的地方|的位置|那里)?(?P<slot>(?:结束|停止|停下|停|为止|收尾)(?:播放)?)(?=\s*(?:$|[,.;!?]))",
        _stops,
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>(?:at|from|on|in|to|until|till)\s+(?:the\s+)?second\s+(?P<n>\d{1,6}(?:\.\d+)?))(?![\w:.])(?!\s*(?:to|and|-)\s*\d)",
        lambda m: ("POINT", Moment(seconds=Fraction(m["n"]))),
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>(?:the\s+)?(?:middle|cent(?:er|re)|central)\s+(?:one|clip|piece|segment|shot))(?![a-z])",
        lambda _: ("CLIP", ("middle",)),
    ),
    recogniser(
        r"(?P<slot>中间(?:的)?(?:那|这)?(?:一)?(?:段视频|段|个片段|个视频|个镜头|条))",
        lambda _: ("CLIP", ("middle",)),
    ),
)
