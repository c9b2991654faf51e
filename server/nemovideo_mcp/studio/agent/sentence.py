"""A sentence as it is read: its quoted words lifted out, the rest made even, every letter still at its place."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from nemovideo_mcp.studio.agent.asides import without_asides
from nemovideo_mcp.studio.agent.dictated import dictated
from nemovideo_mcp.studio.agent.hedges import unhedged
from nemovideo_mcp.studio.agent.traditional import SIMPLIFIED

Language: TypeAlias = Literal["en", "zh"]

LIFTED: Final = "\x00"
_PAIRS: Final = {"“": "”", "「": "」", "『": "』", "《": "》", "„": "“", "«": "»", "〝": "〞"}
_LIKE_ASCII: Final = str.maketrans(
    {"’": "'", "‘": "'", "，": ",", "。": ".", "；": ";", "、": ",", "—": "-", "–": "-", "−": "-", "…": "."}
)
_LONGEST_SINGLE: Final = 500
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_LETTER: Final = re.compile(r"\w")


@dataclass(frozen=True)
class Quote:
    """Words the user put in quotes: exactly as written, and where they stood (the marks included)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """`raw` as it came; `plain` of the same length, lower case, ASCII punctuation, quotes blanked out."""

    raw: str
    plain: str
    quotes: tuple[Quote, ...]
    language: Language


def read(raw: str) -> Sentence:
    """A sentence ready to be understood; a script that goes on to its end is one letter of it, however long."""
    told = [Quote(raw[start:end], start, end) for start, end in dictated(raw)]
    if len(told) == 1 and not raw[told[0].end :].strip():
        told = [Quote(told[0].text, told[0].start, told[0].start + 1)]
        raw = f"{raw[: told[0].start]}…"
    quotes = (*_quotes(raw[: told[0].start] if told else raw), *told)
    letters = list(raw)
    for quote in quotes:
        letters[quote.start : quote.end] = LIFTED * (quote.end - quote.start)
    plain = unhedged(without_asides(even("".join(letters)), LIFTED))
    return Sentence(raw, plain, quotes, _language(plain, raw))


def even(text: str) -> str:
    """The text in lower case, ASCII punctuation and simplified letters, each letter at its place."""
    return "".join(_even(letter) for letter in text)


def _even(letter: str) -> str:
    """One letter for one letter: compatibility forms and case are folded only where the length stays."""
    if letter < "\x80":
        return letter.lower()
    folded = unicodedata.normalize("NFKC", letter.translate(_LIKE_ASCII)).lower().translate(SIMPLIFIED)
    return folded if len(folded) == 1 else letter


def _language(plain: str, raw: str) -> Language:
    """Chinese when its letters are in the sentence, or, with nothing outside the quotes, in these."""
    said = plain if _LETTER.search(plain) else raw
    return "zh" if _HAN.search(said) and not _KANA.search(said) else "en"


def _quotes(raw: str) -> tuple[Quote, ...]:
    found: list[Quote] = []
    partners = _partners(raw)
    at = 0
    while at < len(raw):
        end = _closing(raw, at, partners)
        if end is None:
            at += 1
        else:
            words = raw[at + 1 : end]
            found.append(Quote(words.replace('\\"', '"') if raw[at] == '"' else words, at, end + 1))
            at = end + 1
    return tuple(found)


def _closing(raw: str, at: int, partners: dict[int, int]) -> int | None:
    """Where the quote that opens here closes, if one opens here and closes at all."""
    mark = raw[at]
    if mark == '"':
        return None if at and raw[at - 1] == "\\" else _straight(raw, at)
    return _single(raw, at) if mark in "'‘" else partners.get(at)


def _partners(raw: str) -> dict[int, int]:
    """Opening marks of two-sided quotes and the closing ones that belong to them, others of the kind nested inside."""
    partners: dict[int, int] = {}
    for mark, close in _PAIRS.items():
        waiting: list[int] = []
        for match in re.finditer(f"[{mark}{close}]", raw) if mark in raw else ():
            if match[0] == mark:
                waiting.append(match.start())
            elif waiting:
                partners[waiting.pop()] = match.start()
    return partners


def _straight(raw: str, at: int) -> int | None:
    """The next straight quote that is not escaped."""
    end = raw.find('"', at + 1)
    while end > 0 and raw[end - 1] == "\\":
        end = raw.find('"', end + 1)
    return end if end > 0 else None


def _single(raw: str, at: int) -> int | None:
    """The end of a text in single quotes: an apostrophe inside a word closes nothing, nor does one after a plural s."""
    after_word = at > 0 and raw[at - 1].isalnum() and not _HAN.match(raw[at - 1])
    if after_word or at + 1 >= len(raw) or raw[at + 1].isspace():
        return None
    plural: int | None = None
    for index in range(at + 2, min(at + _LONGEST_SINGLE, len(raw))):
        if raw[index] not in "'’":
            continue
        after = raw[index + 1] if index + 1 < len(raw) else " "
        if after.isalnum() and not _HAN.match(after):
            if raw[index - 1].isspace() and plural is not None:
                return plural
            continue
        if raw[index - 1] != "s" or raw.find("'", index + 1) < 0:
            return index
        plural = index if plural is None else plural
    return plural
