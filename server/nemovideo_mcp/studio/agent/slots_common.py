"""Patterns of amounts, shapes and files: much the same in every language."""

import re
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.numbers import EN_NUMBER, ZH_NUMBER, number
from nemovideo_mcp.studio.agent.slots import Recogniser, recogniser

_ENDINGS: Final = "mp4|mov|avi|webm|mkv|jpe?g|png|gif|webp|mp3|wav|m4a|aac|flac|ogg"
_SHAPES: Final = frozenset(
    {"16:9", "9:16", "1:1", "4:5", "4:3", "3:4", "21:9", "2:1", "5:4", "3:2", "2:3", "18:9"}
)
_AT_A_TIME: Final = re.compile(r"(?:\bat|\bfrom|\bafter|\bbefore|\buntil|\btill|\bbetween|@|从|在|第|到)\s*$")
_ALSO_A_TIME: Final = re.compile(r"\d{1,2}:\d{2}")


def _shape(match: re.Match[str]) -> tuple[str, Any] | None:
    """A ratio that people use for pictures; 9:16 after "at" is a time."""
    shape = f"{int(match['w'])}:{int(match['h'])}"
    if shape not in _SHAPES:
        return None
    before = match.string[: match.start()]
    if _ALSO_A_TIME.fullmatch(match[0]) and _AT_A_TIME.search(before):
        return None
    return "SHAPE", shape


def _decibels(match: re.Match[str]) -> tuple[str, Any]:
    return "DB", float(match["n"].replace(",", ".").replace(" ", ""))


def _hex(match: re.Match[str]) -> tuple[str, Any]:
    digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
    return "COLOR", f"#{digits}"


def _worth(symbol: str, match: re.Match[str]) -> tuple[str, Any]:
    return symbol, number(match["n"])


FIRST: Final[tuple[Recogniser, ...]] = (
    recogniser(
        rf"(?<![a-z0-9_.])[a-z0-9_][a-z0-9_.()+-]*\.(?:{_ENDINGS})(?![a-z0-9_])", lambda m: ("FILENAME", m[0])
    ),
    recogniser(
        r"(?<![a-z0-9_.])(?P<n>-?\d{1,4})\s*(?:degrees?(?![a-z])|degs?(?![a-z])|°|º|度)",
        lambda m: ("DEGREES", int(m["n"])),
    ),
    recogniser(
        r"(?<![\w.])(?P<n>-?\d{1,2})(?:\.\d+)?\s*(?:lufs|lkfs)(?![a-z])",
        lambda m: ("LUFS", -abs(int(m["n"]))),
    ),
    recogniser(r"#([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])", _hex),
    recogniser(
        r"(?<![a-z\d:.])(?P<w>\d{1,2})\s*(?::|/|x|×|by|比|\*)\s*(?P<h>\d{1,2})(?!\d|[:.]\d|\s*(?:s\b|sec|%|秒))",
        _shape,
    ),
    recogniser(
        r"(?P<n>(?<![a-z0-9_.])[-+]?\s?\d{1,4}(?:[.,]\d{1,3})?)\s*(?:db|decibels?|分贝)(?![a-z])", _decibels
    ),
    recogniser(
        r"(?P<slot>(?<![\d.])(?P<n>-?\d{1,6}(?:\.\d{1,3})?)\s*-?x)(?![a-z0-9])(?:\s+(?:as\s+fast|faster|slower|speed))?",
        lambda m: _worth("FACTOR", m),
    ),
    recogniser(r"(?<![a-z0-9])x\s?(?P<n>\d{1,3}(?:\.\d{1,3})?)(?![a-z0-9_.])", lambda m: _worth("FACTOR", m)),
)


def _by_half(match: re.Match[str]) -> tuple[str, Any]:
    """Of a speed it is a change of fifty percent: half as fast again, or half as fast."""
    pace = re.search(r"speed|fast|slow|quick", match.string)
    if pace:
        return "PERCENT", Fraction(50)
    more = re.search(r"\bup\b|rais|boost|increas|loud|bump|crank", match.string[: match.start()])
    return "FACTOR", Fraction(3, 2) if more else Fraction(1, 2)


AMOUNTS_EN: Final[tuple[Recogniser, ...]] = (
    recogniser(
        rf"(?P<n>{EN_NUMBER})\s*(?:%|percent|per\s+cent)(?:\s+of(?:\s+(?:its|the)\s+\w+)?)?(?![a-z])",
        lambda m: _worth("PERCENT", m),
    ),
    recogniser(
        rf"(?P<n>{EN_NUMBER})[\s-]+times(?:\s+(?:as\s+fast|the\s+speed|as\s+loud|the))?(?![a-z])",
        lambda m: _worth("FACTOR", m),
    ),
    recogniser(
        r"(?<![a-z])(?:(?P<two>twice|doubled?)|(?P<three>triple)|(?P<quarter>(?:a\s+)?quarter)|(?P<half>half))"
        r"(?:\s+as\s+(?:fast|quick)|(?=\s+as\s+loud|\s+(?:the\s+|its\s+)?(?:\w+\s+)?(?:speed|volume|sound|level|tempo|music)))",
        lambda m: ("FACTOR", _named_factor(m)),
    ),
    recogniser(r"(?<![a-z])by\s+half(?![a-z])", _by_half),
    recogniser(
        r"(?<![a-z])(?P<slot>double|twice)(?=\s*(?:$|[,.!]|\s+(?:it|that)\b))",
        lambda _: ("FACTOR", Fraction(2)),
    ),
)

AMOUNTS_ZH: Final[tuple[Recogniser, ...]] = (
    recogniser(
        rf"(?:百分之(?P<n>{ZH_NUMBER})|(?P<k>\d{{1,4}}(?:\.\d+)?)\s*%)",
        lambda m: ("PERCENT", number(m["n"] or m["k"])),
    ),
    recogniser(r"半速|一半的?速度", lambda _: ("FACTOR", Fraction(1, 2))),
    recogniser(r"(?<=[快慢大小速放])(?P<slot>一倍)|翻倍", lambda _: ("FACTOR", Fraction(2))),
    recogniser(rf"(?P<n>{ZH_NUMBER})\s*倍(?:的?速度?)?", lambda m: _worth("FACTOR", m)),
    recogniser(r"(?<![前后上下])(?P<slot>一半)(?=音量|$|[,.!的])", lambda _: ("PERCENT", Fraction(50))),
)

NUMBERS: Final[tuple[Recogniser, ...]] = (
    recogniser(r"(?<![a-z0-9_.])\d{1,9}(?:\.\d+)?(?![a-z0-9_])", lambda m: ("NUMBER", number(m[0]))),
    recogniser(
        r"(?<![a-z])(?:two|three|four|five|six|seven|eight|nine|ten)(?![a-z])",
        lambda m: ("NUMBER", number(m[0])),
    ),
)


def _named_factor(match: re.Match[str]) -> Fraction:
    named = {"two": Fraction(2), "three": Fraction(3), "quarter": Fraction(1, 4), "half": Fraction(1, 2)}
    return next(worth for name, worth in named.items() if match[name])
