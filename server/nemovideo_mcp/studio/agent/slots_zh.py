"""Chinese patterns of times, ranges and clips."""

import re
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.moments import (
    CLOCK,
    END,
    HALF,
    START,
    ZH_LENGTH,
    ZH_TIME,
    Moment,
    Span,
    length_of,
)
from nemovideo_mcp.studio.agent.numbers import ZH_NUMBER, number, ordinal
from nemovideo_mcp.studio.agent.slots import CaptionNumber, Recogniser, recogniser

_HEAD: Final = r"(?:最?开头|最?开始|片头|起始|开场|一开始)"
_TAIL: Final = r"(?:结尾|末尾|片尾|最后|结束|尾部)"
_OF: Final = r"(?:(?:视频|影片|片子|整个视频)的?)?"
_PART: Final = r"(?:的)?(?:(?:那|这)?(?:部分|内容|画面|片段|那段|地方)|(?:那|这)一?(?:段|块|截|小段))?"
_MEASURE: Final = r"(?:个|段|条|张|幅)"
_NOUN: Final = r"(?:视频|片段|镜头|素材|画面|图片|照片|剪辑|部分)"
_WHICH: Final = r"[一二两三四五六七八九十\d]{1,4}"
_EDGE: Final = rf"(?:{_HEAD}|{_TAIL}|一半处?|中间)"
_LOOSE: Final = rf"(?:第?{ZH_TIME}|{_EDGE}|第?{ZH_NUMBER}(?!\s*(?:[%个段条张倍]|db|分贝)))"
_CLEAR_EDGE: Final = r"(?:最?开头|最开始|片头|起始|开场|一开始|结尾|末尾|片尾|结束|尾部|(?<=[在到于从])(?:开始|最后(?![面边]))|(?:开始|最后)(?=处|的?部分|的?时候|的?地方|的?位置))"
_SHARE: Final = r"(?P<n>[一两二三四])分之(?P<m>[一二两三四])"


def _moment(words: str, other: str = "") -> Moment:
    words = words.strip().removeprefix("第")
    if re.fullmatch(_HEAD, words):
        return START
    if re.fullmatch(_TAIL, words):
        return END
    if re.fullmatch(r"一半处?|中间", words):
        return HALF
    if re.fullmatch(ZH_TIME, words):
        return length_of(words)
    unit = re.search(r"(帧|分钟|分|小时|毫秒)$", other.strip())
    return length_of(f"{words}{unit[1] if unit else '秒'}")


def _range(match: re.Match[str]) -> tuple[str, Any]:
    groups = match.groupdict()
    first, last = groups["a"], groups["b"] or groups["c"]
    return "RANGE", Span(_moment(first, last), _moment(last, first))


def _first(match: re.Match[str]) -> tuple[str, Any]:
    return "RANGE", Span(START, length_of(match["d"]))


def _last(match: re.Match[str]) -> tuple[str, Any]:
    return "RANGE", Span(END.after(length_of(match["d"]), -1), END)


def _share(match: re.Match[str]) -> Fraction:
    """`三分之一` is 1/3."""
    return number(match["m"]) / number(match["n"])


def _part(match: re.Match[str]) -> tuple[str, Any]:
    share = _share(match)
    if match["which"] == "中间":
        start = (1 - share) / 2
        return "RANGE", Span(Moment(share=start), Moment(share=start + share))
    if match["which"] in {"前", "前面", "开头"}:
        return "RANGE", Span(START, Moment(share=share))
    return "RANGE", Span(Moment(share=1 - share), END)


def _half(match: re.Match[str]) -> tuple[str, Any]:
    return "RANGE", Span(START, HALF) if match["which"] in "前上" else Span(HALF, END)


def _after(match: re.Match[str]) -> tuple[str, Any]:
    return "RANGE", Span(_moment(match["p"]), END, open=True)


def _before(match: re.Match[str]) -> tuple[str, Any]:
    return "RANGE", Span(START, _moment(match["p"]), open=True)


def _point(match: re.Match[str]) -> tuple[str, Any]:
    return "POINT", _moment(match["p"])


def _clips(match: re.Match[str]) -> tuple[str, Any]:
    said = match["which"]
    if re.search(r"[到成至]\s*$", match.string[: match.start()]) and "段" not in match[0]:
        return "NUMBER", ordinal(re.findall(_WHICH, said)[0])
    if said.startswith("最后"):
        return "CLIP", (-1,)
    return "CLIP", tuple(ordinal(words) for words in re.findall(_WHICH, said))


def _run_of_clips(match: re.Match[str]) -> tuple[str, Any]:
    numbers = tuple(range(1, int(number(match["n"])) + 1)[:500])
    return "CLIP", numbers if match["edge"] == "前" else tuple(-n for n in reversed(numbers))


CHINESE: Final[tuple[Recogniser, ...]] = (
    recogniser(
        rf"(?:撤销|撤回|回退|后退|返回|重做)(?:最近|最后|前|上|的)*(?P<slot>(?P<n>{_WHICH}))(?=[步次个])",
        lambda m: ("NUMBER", ordinal(m["n"])),
    ),
    recogniser(
        rf"(?P<edge>前|最后|后)(?P<n>{_WHICH}){_MEASURE}{_NOUN}?(?!标题|文字)",
        _run_of_clips,
    ),
    recogniser(
        rf"(?P<which>第{_WHICH}{_MEASURE}?(?:\s*[和与跟,及]\s*第?{_WHICH}{_MEASURE}?)*(?<=[个段条张幅]))(?!标题|文字|字幕){_NOUN}?",
        _clips,
    ),
    recogniser(rf"第(?P<which>{_WHICH}){_NOUN}", _clips),
    recogniser(rf"(?P<which>最后一{_MEASURE})(?!标题|文字|字幕){_NOUN}?", _clips),
    recogniser(
        rf"(?:片段|视频|镜头|素材)\s*(?P<which>{_WHICH}(?:\s*[和与跟,及]\s*(?:片段|视频)?{_WHICH})*)(?!\s*[\d:：秒分帧倍%x.])",
        _clips,
    ),
    recogniser(rf"第(?P<n>{_WHICH}){_MEASURE}?字幕", lambda m: ("TEXTREF", CaptionNumber(ordinal(m["n"])))),
    recogniser(rf"第(?P<n>{_WHICH}){_MEASURE}(?:标题|文字|字幕)", lambda m: ("TEXTREF", ordinal(m["n"]))),
    recogniser(
        rf"(?:从|在|把)?{_OF}(?:中间的?)?(?P<a>{_LOOSE})(?:(?<=[\d秒分帧])(?:处|那里)?(?:开始|起))?\s*(?:一直)?(?:(?:到|至|-+|~)\s*{_OF}(?P<b>第?{ZH_TIME}|{_EDGE})(?:之间|中间|为止|处)?|[和与]\s*(?P<c>第?{ZH_TIME})(?:之间|中间)){_PART}",
        _range,
    ),
    recogniser(
        rf"从{_OF}(?P<a>{_LOOSE})(?:处|那里)?(?:开始|起)?\s*(?:一直)?(?:到|至|-+|~)\s*(?P<b>{_LOOSE})(?:之间|为止)?{_PART}",
        _range,
    ),
    recogniser(rf"{_OF}(?P<which>前面?|开头|中间|后面?|最后|末尾|结尾)的?{_SHARE}{_PART}", _part),
    recogniser(
        rf"{_OF}(?P<which>[前上后下])[面边]?的?(?:那)?(?:一半|半段|半部分?|半截|半)(?![分秒小个钟]){_PART}",
        _half,
    ),
    recogniser(rf"{_OF}(?:最前面?|前面?|{_HEAD}|头)的?(?:前)?(?:那|这)?(?P<d>{ZH_LENGTH}){_PART}", _first),
    recogniser(
        rf"{_OF}(?:最后面?|后面?|{_TAIL}|倒数)的?(?:最?后)?(?:那|这)?(?P<d>{ZH_LENGTH}){_PART}", _last
    ),
    recogniser(
        rf"(?:从|在)?(?:第)?(?P<p>{ZH_TIME})(?:之后|以后|往后|开始往后|后){_PART}(?:全部|所有)?", _after
    ),
    recogniser(rf"(?:从|在)?(?:第)?(?P<p>{ZH_TIME})(?:之前|以前|往前|前){_PART}", _before),
    recogniser(
        r"第\s*(?P<n>\d{1,9})\s*帧(?:处|的?时候)?(?!\s*[到至-])",
        lambda m: ("POINT", Moment(frames=Fraction(m["n"]))),
    ),
    recogniser(r"(?:从|在)(?:正)?中间(?=.{0,4}[切剪分断])", lambda _: ("HALVES", HALF)),
    recogniser(rf"(?:在|从|于|第)+(?P<p>{ZH_TIME})(?:处|的?时候|的?地方|的?位置|开始|时|钟)?", _point),
    recogniser(rf"(?P<p>{ZH_TIME})(?:处|的?时候|的?地方|的?位置|开始|那里|那儿|这里|那块|那边)", _point),
    recogniser(rf"(?P<p>{CLOCK})", _point),
    recogniser(r"(?:在)?(?:一半(?:处|的地方|的位置)|对半|成两半)", lambda _: ("HALVES", HALF)),
    recogniser(rf"(?:在|从|到|于)?{_OF}(?P<p>{_CLEAR_EDGE})(?:处|的?部分|的?时候|的?地方|的?位置)?", _point),
    recogniser(
        rf"(?:持续|时长|长度|停留|显示|总长|长)?(?:为|是)?(?P<d>{ZH_LENGTH})(?:钟|长|时间)?(?:的(?!标题|文字))?",
        lambda m: ("LENGTH", length_of(m["d"])),
    ),
)
