"""Words around a time that change nothing about it: "until about 1:20", "at roughly ten secs", "5 seconds or so"."""

import re
from typing import Final

from nemovideo_mcp.studio.agent.numbers import EN_NUMBER

_HEDGE: Final = r"(?:just\s+)?(?:about|around|roughly|approximately|approx\.?|circa|exactly|precisely|something\s+like|more\s+or\s+less|maybe|say|like|the\s+time)"
_BEFORE_TIME: Final = r"(?=\s+(?:the\s+)?(?:\d|half[\s-]?way|" + EN_NUMBER + r"))"
_UNIT: Final = r"(?:seconds?|secs?|s|minutes?|mins?|frames?)"
_HEDGES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # A preposition stays before its time, a length after "for" or "last" too.
        rf"(?<![a-z])(?:at|from|to|until|til|till|before|after|past|by|for|and|between|last|first|of|over|up\s+to|around)\s+(?P<out>{_HEDGE}){_BEFORE_TIME}",
        rf"(?<=\d)\s?(?P<out>-?ish)(?![a-z])|{_UNIT}(?P<also>-?ish|\s+(?:or\s+so|or\s+thereabouts|give\s+or\s+take))(?![a-z])",
        # "zoom in, say 160%"; "from the 8 second point onwards"
        rf"(?<=,)\s+(?P<out>say)(?=\s+{EN_NUMBER})|(?<=second|minute)\s+(?P<also>point|spot|stage|position)(?![a-z])",
        # "between the ten and twelve second marks", "from the 5 to the 9 second mark"
        rf"(?<![a-z])(?:from|between|at)\s+(?P<out>the)(?=\s+{EN_NUMBER}[\s-]*(?:{_UNIT}[\s-]*)?(?:marks?\s*)?(?:to|and|through|till|until)\s+(?:the\s+)?{EN_NUMBER}[\s-]*{_UNIT}[\s-]+marks?(?![a-z]))",
        rf"(?<![a-z])(?:from|between)\s+{EN_NUMBER}\s*(?:to|and|through|till|until)\s+(?P<out>the)(?=\s+{EN_NUMBER}[\s-]*{_UNIT})",
    )
)


def unhedged(plain: str) -> str:
    """The even text with spaces in their place, every other letter where it was."""
    for hedge in _HEDGES:
        plain = hedge.sub(_spaces, plain)
    return plain


def _spaces(found: re.Match[str]) -> str:
    name = "also" if found.groupdict().get("also") else "out"
    start, end = (place - found.start() for place in found.span(name))
    return found[0][:start] + " " * (end - start) + found[0][end:]
