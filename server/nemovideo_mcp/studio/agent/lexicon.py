"""The words of the vocabulary: phrase → what it stands for; one table for each language, one lookup for all."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from nemovideo_mcp.studio.agent.lexicon_cutting import CUTTING_VALUES, CUTTING_WORDS
from nemovideo_mcp.studio.agent.lexicon_en import EN_FILLERS, EN_VALUES, EN_VERBS, EN_WORDS
from nemovideo_mcp.studio.agent.lexicon_everyday import EVERYDAY_VALUES, EVERYDAY_WORDS
from nemovideo_mcp.studio.agent.lexicon_framing import FRAMING_VALUES, FRAMING_WORDS
from nemovideo_mcp.studio.agent.lexicon_lut import LUT_WORDS
from nemovideo_mcp.studio.agent.lexicon_making import MAKING_VALUES, MAKING_WORDS
from nemovideo_mcp.studio.agent.lexicon_picture import PICTURE_VALUES, PICTURE_WORDS
from nemovideo_mcp.studio.agent.lexicon_sound import SOUND_VALUES, SOUND_WORDS
from nemovideo_mcp.studio.agent.lexicon_speech import SPEECH_VALUES, SPEECH_WORDS
from nemovideo_mcp.studio.agent.lexicon_spoken_zh import SPOKEN_VALUES, SPOKEN_WORDS
from nemovideo_mcp.studio.agent.lexicon_steadying import STEADY_WORDS
from nemovideo_mcp.studio.agent.lexicon_talk import TALK_VALUES, TALK_WORDS
from nemovideo_mcp.studio.agent.lexicon_voice import VOICE_VALUES, VOICE_WORDS
from nemovideo_mcp.studio.agent.lexicon_zh import ZH_FILLERS, ZH_VALUES, ZH_WORDS
from nemovideo_mcp.studio.agent.sentence import LIFTED
from nemovideo_mcp.studio.agent.slots import Token

FILLER: Final = "FILLER"
UNKNOWN: Final = "?"
BREAK: Final = "BREAK"

_LATIN: Final = re.compile(r"[a-z0-9À-ɏ']+")
_GAP: Final = re.compile(r"[\s\-_]*")
_DASH: Final = re.compile(r"[a-z%\x00\"] -{1,2} (?=[a-z])|[a-z] -{1,2} (?=[a-z])")
_STOPS: Final = ".;!?\n"
_SOFT: Final = ",&+"


@dataclass(frozen=True)
class Lexicon:
    """Phrases of Latin words by their first word, longest first, and Han phrases by their length."""

    latin: dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]]
    han: dict[str, tuple[str, Any]]
    longest_han: int


@cache
def lexicon() -> Lexicon:
    """All phrases of all languages, made once."""
    entries: dict[str, tuple[str, Any]] = {}
    for table in (
        EN_WORDS,
        ZH_WORDS,
        PICTURE_WORDS,
        SOUND_WORDS,
        FRAMING_WORDS,
        CUTTING_WORDS,
        MAKING_WORDS,
        VOICE_WORDS,
        SPEECH_WORDS,
        STEADY_WORDS,
        LUT_WORDS,
        EVERYDAY_WORDS,
        TALK_WORDS,
        SPOKEN_WORDS,
    ):
        for symbol, phrases in table.items():
            for phrase in phrases.split("|"):
                entries[phrase] = (symbol, None)
                if symbol in EN_VERBS and phrase[0] < "\x7f":
                    entries[_gerund(phrase)] = (symbol, None)
    for values in (
        EN_VALUES,
        ZH_VALUES,
        PICTURE_VALUES,
        SOUND_VALUES,
        FRAMING_VALUES,
        CUTTING_VALUES,
        MAKING_VALUES,
        VOICE_VALUES,
        SPEECH_VALUES,
        EVERYDAY_VALUES,
        TALK_VALUES,
        SPOKEN_VALUES,
    ):
        for symbol, named in values.items():
            for value, phrases in named.items():
                entries |= dict.fromkeys(phrases.split("|"), (symbol, value))
    for phrase in (*EN_FILLERS.split("|"), *ZH_FILLERS.split("|")):
        entries.setdefault(phrase, (FILLER, None))
    return _indexed(entries)


def _indexed(entries: dict[str, tuple[str, Any]]) -> Lexicon:
    latin: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    han: dict[str, tuple[str, Any]] = {}
    for phrase, (symbol, value) in entries.items():
        if phrase[0] < "\x7f" and phrase.isascii():
            words = tuple(re.split(r"[\s-]+", phrase))
            latin.setdefault(words[0], []).append((words, symbol, value))
        else:
            han[phrase] = (symbol, value)
    ordered = {word: tuple(sorted(found, key=lambda one: -len(one[0]))) for word, found in latin.items()}
    return Lexicon(ordered, han, max(map(len, han)))


def _gerund(phrase: str) -> str:
    """`cut out` → `cutting out`, `make` → `making`."""
    word, _, rest = phrase.partition(" ")
    if word.endswith("e") and not word.endswith("ee"):
        word = word[:-1]
    elif re.fullmatch(r"[^aeiou]*[aeiou][bdgmnpt]", word):
        word += word[-1]
    return f"{word}ing {rest}".strip()


def tokens_of(plain: str, slots: dict[int, Token]) -> list[Token]:
    """Every token of a sentence in order: the slots lifted from it, its known words, breaks, and unknown words."""
    words = lexicon()
    found: list[Token] = []
    at = 0
    while at < len(plain):
        if at in slots:
            token: Token | None = slots[at]
        elif plain[at] in LIFTED or plain[at].isspace():
            token = None
        else:
            token = _token(plain, at, words)
        if token is not None and token.symbol != FILLER:
            found.append(token)
        at = token.end if token is not None else at + 1
    return _joined_unknowns(found, plain)


def _token(plain: str, at: int, words: Lexicon) -> Token | None:
    letter = plain[at]
    if letter in _STOPS or (letter == "-" and _DASH.match(plain, at - 1)):
        return Token(BREAK, "stop", at, at + 1)
    if letter in _SOFT:
        return Token(BREAK, "soft", at, at + 1)
    match = _LATIN.match(plain, at)
    if match:
        return _latin(plain, match, words)
    return _han(plain, at, words)


def _latin(plain: str, first: re.Match[str], words: Lexicon) -> Token:
    """The longest known phrase that begins with this word, or the word as unknown."""
    for phrase, symbol, value in words.latin.get(first[0].strip("'"), ()):
        end = _follows(plain, first.end(), phrase[1:])
        if end is not None:
            return Token(symbol, value, first.start(), end)
    return Token(UNKNOWN, first[0], first.start(), first.end())


def _follows(plain: str, at: int, rest: tuple[str, ...]) -> int | None:
    for word in rest:
        gap = _GAP.match(plain, at)
        start = gap.end() if gap else at
        match = _LATIN.match(plain, start)
        if match is None or match[0] != word:
            return None
        at = match.end()
    return at


def _han(plain: str, at: int, words: Lexicon) -> Token | None:
    for length in range(min(words.longest_han, len(plain) - at), 0, -1):
        entry = words.han.get(plain[at : at + length])
        if entry is not None:
            return Token(*entry, at, at + length)
    return Token(UNKNOWN, plain[at], at, at + 1) if plain[at].isalnum() else None


def _joined_unknowns(tokens: list[Token], plain: str) -> list[Token]:
    """Unknown Han letters side by side are one unknown word."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last and last.symbol == token.symbol == UNKNOWN and last.end == token.start:
            joined[-1] = Token(UNKNOWN, plain[last.start : token.end], last.start, token.end)
        else:
            joined.append(token)
    return joined
