"""Everyday ways to say parts and amounts: the middle ten seconds, 四成, twice more, a frame that 停三秒."""

import re
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.moments import EN_LENGTH, HALF, ZH_LENGTH, Moment, Span, length_of
from nemovideo_mcp.studio.agent.numbers import EN_NUMBER, ORDINAL, ZH_NUMBER, number, ordinal
from nemovideo_mcp.studio.agent.slots import Recogniser, recogniser

_FILM: Final = r"(?:\s+of\s+(?:the|my|this)\s+(?:video|film|movie|clip))?"
_LASTS: Final = r"(?:it|them|this|that|each|ones?|titles?|texts?|captions?|cards?|(?:clip|photo|picture|image|scene|shot)s?(?:\s+\d+)?)"


def _middle(match: re.Match[str]) -> tuple[str, Any]:
    """As much before the middle as after it."""
    length = length_of(match["d"])
    half = Moment(length.share / 2, length.seconds / 2, length.frames / 2)
    return "RANGE", Span(HALF.after(half, -1), HALF.after(half))


def _tenths(match: re.Match[str]) -> tuple[str, Any]:
    said = Fraction(1, 2) if match["n"] == "半" else number(match["n"])
    return "PERCENT", said * 10


def _more(match: re.Match[str]) -> tuple[str, Any]:
    """How often it is seen in all: once, and so many times more."""
    return "FACTOR", Fraction(3) if match["n"] == "twice" else number(match["n"]) + 1


EVERYDAY: Final[tuple[Recogniser, ...]] = (
    recogniser(rf"(?<![a-z])(?:the\s+)?(?:middle|central)\s+(?P<d>{EN_LENGTH}){_FILM}(?![a-z])", _middle),
    recogniser(
        rf"(?<![在放于到])(?:视频|影片)?(?:最|正)?(?:中间|当中)(?:的|那|这)*(?P<d>{ZH_LENGTH})(?:的?(?:部分|内容|画面|片段))?(?!\s*[到至~-])",
        _middle,
    ),
    recogniser(
        rf"(?<![a-z])(?:make|have|let|keep)\s[^,.;]{{0,40}}?\b{_LASTS}\s+(?P<slot>lasts?)(?=\s+(?:for\s+)?{EN_LENGTH})",
        lambda _: ("LENGTHWORD", None),
    ),
    recogniser(
        r"(?P<n>[一二两三四五六七八九]|\d)成(?=$|[,.;!?]|的|左右|音量|透明|不透明|大小|速度|吧|就)", _tenths
    ),
    recogniser(
        rf"(?<![a-z])(?:another\s+)?(?P<n>twice|{EN_NUMBER}(?=\s+(?:more\s+times|times\s+more)))(?:\s+(?:more\s+times|times\s+more|more))(?![a-z])",
        _more,
    ),
    recogniser(rf"再(?:重复|播放|放|来)(?:播放)?(?P<slot>(?P<n>{ZH_NUMBER})[遍次])", _more),
    recogniser(
        r"(?P<slot>中间(?:部分|那段|一段)?)(?=加速|加快|放慢|减速|慢放|快放|快进|变快|变慢|倒放)",
        lambda _: ("VAGUE", None),
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>soft|light|quiet|slow|easy|tender)(?=\s+(?:background\s+)?(?:music|song|tune)(?![a-z]))",
        lambda _: ("STYLE", "calm"),
    ),
    recogniser(
        r"(?<![a-z])the\s+(?:other|remaining)\s+(?:two|three|2|3)(?:\s+(?:clips|ones|videos))?(?![a-z\d])",
        lambda _: ("COUNTED", None),
    ),
    recogniser(r"(?P<slot>轻)音乐", lambda _: ("STYLE", "calm")),
    recogniser(
        rf"\b(?:clips?|one|scene|shot|video)\b[^,.;]{{0,30}}\b(?:before|after|behind)\s+(?P<slot>(?:the\s+)?(?P<which>{ORDINAL}))(?=\s*(?:$|[,.;!?]))",
        lambda m: ("CLIP", (ordinal(m["which"]),)),
    ),
    recogniser(
        r"\b(?:swap|switch|exchange|merge|join|combine)\s+(?P<slot>(?:the\s+)?(?P<which>first|last)\s+(?:two|2))(?![a-z\d])(?!\s+\w+s\b)",
        lambda m: ("CLIP", (1, 2) if m["which"] == "first" else (-2, -1)),
    ),
    recogniser(
        rf"\b(?:reverse|delete|remove|mute|unmute|keep|duplicate|rotate|flip|drop|lose|repeat|mirror)\s+"
        rf"(?P<slot>(?:the\s+)?(?P<which>{ORDINAL}))(?=\s*(?:$|[,.;!?]|(?:and|then)\b(?!\s+(?:the\s+)?{ORDINAL})))",
        lambda m: ("CLIP", (ordinal(m["which"]),)),
    ),
    recogniser(rf"(?<![a-z])every\s+(?P<d>{EN_LENGTH})(?![a-z])", lambda m: ("EVERY", length_of(m["d"]))),
    recogniser(rf"每(?:隔|过)?(?P<d>{ZH_LENGTH})", lambda m: ("EVERY", length_of(m["d"]))),
    recogniser(r"帧(?:画面)?(?P<slot>停(?:住|留|顿)?)", lambda _: ("FREEZE", None)),
)
