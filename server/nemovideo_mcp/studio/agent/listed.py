"""Captions told in a row, each with its times and its words: taken out of the sentence as one list."""

import re
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final

from nemovideo_mcp.studio.agent.moments import CLOCK, EN_LENGTH, ZH_LENGTH, Moment, Span, length_of
from nemovideo_mcp.studio.agent.sentence import LIFTED, Sentence
from nemovideo_mcp.studio.agent.slots import Token

_TIME: Final = rf"第?\s*(?:{CLOCK}|{EN_LENGTH}|{ZH_LENGTH}|\d{{1,6}}(?:\.\d{{1,3}})?)"
_TO: Final = r"\s*(?:-+>?|~|to|until|till|到|至)\s*"
_RANGE: Final = rf"(?:from\s+|从\s*|在\s*|at\s+)?(?P<a>{_TIME}){_TO}(?P<b>{_TIME})(?![\w:.])"
_WORDS: Final = rf"(?P<q>{LIFTED}+)"
_GAP: Final = r"[\s:,\-]*(?:显示|写|说|加|say|says|saying|show)?[\s:,]*"
_FIRST_TIME: Final = rf"{_RANGE}{_GAP}{_WORDS}"
_FIRST_WORDS: Final = rf"{_WORDS}[\s:,]*{_RANGE}"
_AT: Final = rf"(?:at|@|在)\s*(?P<a>{_TIME})(?:处|的?时候)?(?![\w:.])(?P<b>)"
_TIME_AT: Final = rf"{_AT}{_GAP}{_WORDS}"
_WORDS_AT: Final = rf"{_WORDS}[\s:,]*{_AT}"
_SEEN: Final = Moment(seconds=Fraction(3))
_BETWEEN: Final = re.compile(r"(?:[\s,;.]|and|then|also|和|然后|再|接着|以及)*")
_CALLED: Final = re.compile(
    r"(?:(?:these|the|following|captions?|subtitles?|texts?|titles?|字幕|文字|标题)\s*)+[\s:]*$"
)
_IS_CAPTIONS: Final = re.compile(r"caption|subtitle|字幕")
_compiled: Final = cache(re.compile)


def listed(sentence: Sentence) -> tuple[str, list[Token]]:
    """The text with such a list blanked out, and a CUES token of (span, words) pairs; the text as it is without any."""
    plain = sentence.plain
    if LIFTED not in plain:  # without words there is no list, and its long patterns need not be compiled
        return plain, []
    for pattern in (_FIRST_TIME, _FIRST_WORDS, _WORDS_AT, _TIME_AT):
        found = _in_a_row(plain, _compiled(pattern))
        before = plain[: found[0].start()] if found else ""
        lone = found and not found[0]["b"]
        if (len(found) < 2 or lone) and not (found and _IS_CAPTIONS.search(before)):
            continue
        if lone and len(found) < 2:  # a single one may have a look of its own: it is a title
            continue
        called = _CALLED.search(before)
        start, end = (called.start() if called else found[0].start()), found[-1].end()
        spans = _until_next([length_of(_timed(match["a"])) for match in found]) if lone else map(_span, found)
        cues = tuple((span, _words(sentence, match)) for span, match in zip(spans, found, strict=True))
        blank = plain[:start] + LIFTED * (end - start) + plain[end:]
        return blank, [Token("CUES", cues, start, end)]
    return plain, []


def _in_a_row(plain: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Matches with nothing but commas and the like between them, from the first on."""
    found: list[re.Match[str]] = []
    for match in pattern.finditer(plain):
        if found and not _BETWEEN.fullmatch(plain, found[-1].end(), match.start()):
            break
        found.append(match)
    return found


def _span(match: re.Match[str]) -> Span:
    """Its times; a bare number takes the unit of the other one, or is seconds."""
    first, last = match["a"].strip(), match["b"].strip()
    unit = re.search(r"[a-z秒分帧毫]+(?:钟)?$", last) or re.search(r"[a-z秒分帧毫]+(?:钟)?$", first)
    said = [one if _has_unit(one) else f"{one} {unit[0] if unit else 's'}" for one in (first, last)]
    return Span(length_of(said[0]), length_of(said[1]))


def _until_next(begins: list[Moment]) -> list[Span]:
    """Each is seen for three seconds, or until the next one comes."""
    ends = [min(begin.after(_SEEN), after, key=_order) for begin, after in pairwise(begins) if begin != after]
    if len(ends) != len(begins) - 1:
        ends = [begin.after(_SEEN) for begin in begins[:-1]]
    return [Span(begin, end) for begin, end in zip(begins, [*ends, begins[-1].after(_SEEN)], strict=True)]


def _order(moment: Moment) -> Fraction:
    return moment.seconds + moment.frames / 30


def _timed(time: str) -> str:
    time = time.strip()
    return time if _has_unit(time) else f"{time} s"


def _has_unit(time: str) -> bool:
    return not re.fullmatch(r"第?\s*[\d.]+", time)


def _words(sentence: Sentence, match: re.Match[str]) -> str:
    return next(quote.text for quote in sentence.quotes if match.start("q") <= quote.start < match.end("q"))
