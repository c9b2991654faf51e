"""What a sentence says about what is said: "where she says banana", "from "hello" to "goodbye"", "the ums", "transcribe it"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nemovideo_mcp.studio.agent.captioned import captioned
from nemovideo_mcp.studio.agent.numbers import ordinal
from nemovideo_mcp.studio.agent.sentence import LIFTED, Quote, Sentence
from nemovideo_mcp.studio.agent.slots import Token
from nemovideo_mcp.studio.agent.spoken_patterns import (
    ASKED,
    ASKS,
    CAPTION,
    CLAUSES,
    FILLERS,
    FIND,
    FORMS,
    LATER,
    PLACES,
    STYLES,
    TONGUES,
)


@dataclass(frozen=True)
class Said:
    """A place in the speech: `words`, or from there to the words `until`; `which` of the times they are said (from 1, −1 the last).

    `side`: the words themselves, all before them, or all after them.
    """

    words: str
    until: str | None = None
    which: int | None = None
    side: str = "at"


@dataclass(frozen=True)
class Wanted:
    """A transcript that is asked for, as a file of this form (text, srt, vtt or json), perhaps in a language that is named."""

    form: str
    tongue: str | None = None


_POLITE: Final = re.compile(r"[\s,]+(?:please|pls|thanks|thank\s+you)\s*$", re.IGNORECASE)
_SIDES: Final = {
    **dict.fromkeys(("before", "until", "之前", "以前"), "before"),
    **dict.fromkeys(("after", "之后", "以后"), "after"),
}
_CHINESE_NTH: Final = {"最后一次": -1, "最后": -1, "第一次": 1, "第二次": 2, "第三次": 3}


def spoken(sentence: Sentence, plain: str, quotes: Sequence[Quote]) -> tuple[str, list[Token], list[Quote]]:
    """The text with such places blanked out, their tokens, and the quotes that are none of their words."""
    plain, found = captioned(plain)
    taken: set[int] = set()
    for pattern in ASKED:
        for match in pattern.finditer(plain):
            found.append(Token("ASKSAID", _said(sentence, match, quotes, taken), *match.span()))
            plain = _blank(plain, *match.span())
    for pattern in PLACES:
        for match in pattern.finditer(plain):
            said = _said(sentence, match, quotes, taken)
            slot = "slot" if "slot" in pattern.groupindex else 0
            found.append(Token("SAID", said, *match.span(slot)))
            plain = _blank(plain, *match.span(slot))
    for match in FIND.finditer(plain):
        if any(token.symbol == "SAID" and token.start == match.end() for token in found):
            found.append(Token("FINDSAID", None, *match.span("slot")))
            plain = _blank(plain, *match.span("slot"))
    for match in FILLERS.finditer(plain):
        if match[0].strip():
            found.append(Token("UMS", None, match.start(), match.end()))
            plain = _blank(plain, *match.span())
    plain = _styles(plain, found)
    if not found:
        plain = _transcripts(plain, found)
    return plain, found, [quote for quote in quotes if quote.start not in taken]


def _blank(plain: str, start: int, end: int) -> str:
    return plain[:start] + LIFTED * (end - start) + plain[end:]


def _styles(plain: str, found: list[Token]) -> str:
    """The looks of captions, which are everyday words, where captions are what is spoken of."""
    for clause in CLAUSES.finditer(plain):
        if not CAPTION.search(clause[0]):
            continue
        for style, words in STYLES:
            for match in words.finditer(plain, clause.start(), clause.end()):
                found.append(Token("CAPSTYLE", style, match.start(), match.end()))
                plain = _blank(plain, *match.span())
    return plain


def _transcripts(plain: str, found: list[Token]) -> str:
    """Requests for a transcript; the form that one of them names is meant by all: `transcribe it and give me an SRT`."""
    asked = [match for match in ASKS.finditer(plain) if match[0].strip() and not LATER.search(match[0])]
    said = " ".join(match[0] for match in asked)
    form = next((name for name, words in FORMS if words.search(said)), "text")
    tongue = next((code for code, words in TONGUES if words.search(said)), None)
    for match in asked:
        found.append(Token("TRANSCRIBE", Wanted(form, tongue), match.start(), match.end()))
        plain = _blank(plain, *match.span())
    return plain


def _said(sentence: Sentence, match: re.Match[str], quotes: Sequence[Quote], taken: set[int]) -> Said:
    groups = match.groupdict()
    words = _words(sentence, match, "words" if groups.get("words") else "quoted", quotes, taken)
    until = _words(sentence, match, "until", quotes, taken) if groups.get("until") else None
    return Said(words, until, _which(groups), _SIDES.get(groups.get("side") or "", "at"))


def _words(
    sentence: Sentence, match: re.Match[str], name: str, quotes: Sequence[Quote], taken: set[int]
) -> str:
    start, end = match.span(name)
    for quote in quotes:
        if start <= quote.start < end:
            taken.add(quote.start)
            return quote.text
    return _POLITE.sub("", sentence.raw[start:end]).strip()


def _which(groups: dict[str, str | None]) -> int | None:
    nth = groups.get("nth") or groups.get("nth1")
    if nth in _CHINESE_NTH:
        return _CHINESE_NTH[nth]
    if nth:
        return -1 if nth in {"last", "final"} else 1 if nth == "first" else ordinal(nth)
    edge = groups.get("edge")
    return None if edge is None else -1 if edge == "end" else 1
