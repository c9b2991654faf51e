"""What an order names instead of the whole film: a part of it, or its sound alone."""

import re
from collections.abc import Iterable
from typing import Final

from nemovideo_mcp.routing.kinds import Kind
from nemovideo_mcp.routing.scan import Token

_NTH: Final = r"(?:first|second|third|fourth|fifth|sixth|last|opening|closing|middle|other|1st|2nd|3rd|\d+th)"
_PIECE: Final = (
    r"(?:clip|scene|part|shot|segment|section|half|third|quarter|seconds?|secs?|s|minutes?|mins?|frame)s?"
)
_TIME: Final = r"(?:\d+:\d{2}|\d+(?:\.\d+)?\s*(?:s|sec|secs|seconds?|minutes?))"
_PART: Final = re.compile(
    rf"\b{_NTH} (?:\S+ ){{0,2}}{_PIECE}\b|\b(?:clip|scene|part|shot|segment) \d+\b|\bfrom {_TIME} (?:to|until|till) {_TIME}|"
    r"第[\d一二两三四五六七八九十]+(?:个?片段|段|部分|个镜头|秒)|[前后首末][\d一二两三四五六七八九十半]+(?:个?片段|段|秒|分)|最后(?:一|[\d两三四五六七八九十]+)(?:个?片段|段|秒|分)|[前后]半(?:段|部)"
)
_SOUND: Final = re.compile(
    r"(?:the |my |its |file )*(?:audio|audio file|soundtrack|sound|sound track|voice track)|音频|音频文件|声音|音轨|音檔"
)
_FILMS: Final = frozenset({Kind.FILM, Kind.MATERIAL, Kind.PROJECT})


def is_part(words: str) -> bool:
    """Tell whether some words name a part of the film: "the first clip", "the last 5 seconds", "第二段"."""
    return _PART.search(words.lower()) is not None


def is_sound(tokens: Iterable[Token]) -> bool:
    """Tell whether the thing a clause is about is the film's sound and nothing besides."""
    named = [token for token in tokens if token.kind in _FILMS]
    return (
        bool(named) and _SOUND.fullmatch(named[0].word) is not None and len({one.kind for one in named}) == 1
    )
