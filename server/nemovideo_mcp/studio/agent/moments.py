"""Times as they are said: parts of a length, seconds and frames, worked out only when the length is known."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from nemovideo_mcp.studio.agent.numbers import EN_NUMBER, ZH_NUMBER, number

CLOCK: Final = r"(?:(?<![\d:.])\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?(?!\d|:\d))"
_SECONDS: Final[dict[str, Fraction]] = {
    "h": Fraction(3600),
    "m": Fraction(60),
    "s": Fraction(1),
    "ms": Fraction(1, 1000),
}
_EN_UNITS: Final = {
    "h": r"(?:hours?|hrs?|h)",
    "m": r"(?:minutes?|mins?|m)",
    "s": r"(?:seconds?|secs?|s)",
    "ms": r"(?:milliseconds?|msecs?|ms)",
    "f": r"(?:frames?)",
}
_ZH_UNITS: Final = {"h": "(?:个?小时)", "m": "(?:分钟|分)", "s": "(?:秒钟|秒)", "ms": "毫秒", "f": "帧"}
_NOT_A_TIME: Final = (
    r"(?!(?:an?|one)\s+second\s+(?:clips?|videos?|titles?|texts?|music|songs?|segments?|parts?|scenes?|shots?|photos?|pictures?|images?|"
    r"captions?|sounds?|time|one|half|third)\b)"
)


def _english_length() -> str:
    """Hours, then minutes, then seconds, each of which may be missing; or frames; or milliseconds."""
    later = rf"\s*(?:and\s+)?(?:\d{{1,3}}(?:\.\d+)?|{EN_NUMBER})[\s-]*"
    half = r"(?:\s+and\s+a\s+half(?![a-z]))?"
    hour, minute, second, small, frame = (
        rf"{_EN_UNITS[unit]}(?![a-z])" for unit in ("h", "m", "s", "ms", "f")
    )
    units = rf"{hour}{half}(?:{later}{minute})?(?:{later}{second})?|{minute}{half}(?:{later}{second})?|{second}{half}"
    return rf"(?:{_NOT_A_TIME}{EN_NUMBER}[\s-]*(?:{units}|{small}|{frame}))"


def _chinese_length() -> str:
    n = ZH_NUMBER
    units = _ZH_UNITS
    minute, second = rf"(?:{n}\s*{units['m']})?", rf"(?:{n}\s*{units['s']}|半)?"
    after = rf"{units['h']}{minute}{second}|{units['m']}{second}|{units['s']}半?|{units['ms']}|{units['f']}"
    return rf"(?:{n}\s*(?:{after}))"


EN_LENGTH: Final = _english_length()
ZH_LENGTH: Final = _chinese_length()
EN_TIME: Final = rf"(?:{CLOCK}|{EN_LENGTH})"
ZH_TIME: Final = rf"(?:{CLOCK}|{ZH_LENGTH})"


@dataclass(frozen=True)
class Moment:
    """`share` of the length, plus `seconds`, plus `frames`."""

    share: Fraction = Fraction(0)
    seconds: Fraction = Fraction(0)
    frames: Fraction = Fraction(0)

    def after(self, other: "Moment", sign: int = 1) -> "Moment":
        """This moment moved by another's length, later or (-1) earlier."""
        return Moment(
            self.share + sign * other.share,
            self.seconds + sign * other.seconds,
            self.frames + sign * other.frames,
        )

    def at(self, length: Fraction, fps: Fraction) -> Fraction:
        """Seconds from the beginning of something `length` seconds long."""
        return self.share * length + self.seconds + self.frames / fps


START: Final = Moment()
END: Final = Moment(share=Fraction(1))
HALF: Final = Moment(share=Fraction(1, 2))


@dataclass(frozen=True)
class Span:
    """From one moment to another; `open` when only one side was said (after …, before …)."""

    start: Moment
    end: Moment
    open: bool = False


def _pattern(units: dict[str, str], n: str) -> re.Pattern[str]:
    named = "|".join(rf"(?P<{u}>{units[u]})" for u in ("ms", "f", "h", "m", "s"))
    return re.compile(rf"(?P<n>{n})[\s-]*(?:{named})(?![a-z])")


_EN_PARTS: Final = _pattern(_EN_UNITS, rf"(?:\d+(?:[.,]\d+)?|{EN_NUMBER})")
_ZH_PARTS: Final = _pattern(_ZH_UNITS, ZH_NUMBER)


def length_of(words: str) -> Moment:
    """A length such as `1m20s`, `half a second`, `30 frames`, `两分半`, or a clock reading, counted from 0."""
    words = words.strip().removeprefix("第")
    if re.fullmatch(CLOCK, words):
        return Moment(seconds=_clock(words))
    parts = _ZH_PARTS if re.search(r"[时分秒帧]", words) else _EN_PARTS
    total, last = Moment(), Moment()
    for match in parts.finditer(words):
        last = _part(match)
        total = total.after(last)
    if words.endswith("and a half") or (words.endswith("半") and len(words) > 1):
        half = Moment(seconds=_unit_of(last) / 2)
        total = total.after(half)
    return total


def _part(match: re.Match[str]) -> Moment:
    worth = number(match["n"])
    unit = next(name for name in (*_SECONDS, "f") if match[name])
    return Moment(frames=worth) if unit == "f" else Moment(seconds=worth * _SECONDS[unit])


def _unit_of(length: Moment) -> Fraction:
    """The unit a length of one part was said in: 60 for two minutes, 1 for three seconds."""
    for seconds in (_SECONDS["h"], _SECONDS["m"]):
        if length.seconds >= seconds and length.seconds % seconds == 0:
            return seconds
    return Fraction(1)


def _clock(words: str) -> Fraction:
    total = Fraction(0)
    for part in words.replace(",", ".").split(":"):
        total = total * 60 + Fraction(part)
    return total
