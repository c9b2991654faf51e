"""A sentence taken apart: from letters to tokens, with the files of the project known by name."""

import re
from collections.abc import Iterable
from itertools import pairwise

from nemovideo_mcp.studio.agent.joined_tokens import joined_tokens
from nemovideo_mcp.studio.agent.lexicon import BREAK, UNKNOWN, lexicon, tokens_of
from nemovideo_mcp.studio.agent.listed import listed
from nemovideo_mcp.studio.agent.said import said_words
from nemovideo_mcp.studio.agent.scripted import with_script
from nemovideo_mcp.studio.agent.sentence import LIFTED, Sentence, even
from nemovideo_mcp.studio.agent.slots import Token, lift
from nemovideo_mcp.studio.agent.slots_common import AMOUNTS_EN, AMOUNTS_ZH, FIRST, NUMBERS
from nemovideo_mcp.studio.agent.slots_cutting import CUTTING_FIRST
from nemovideo_mcp.studio.agent.slots_en import ENGLISH
from nemovideo_mcp.studio.agent.slots_everyday import EVERYDAY
from nemovideo_mcp.studio.agent.slots_framing import FRAMING
from nemovideo_mcp.studio.agent.slots_keying import KEYS
from nemovideo_mcp.studio.agent.slots_lut import ENDING, LUTS
from nemovideo_mcp.studio.agent.slots_making import MAKING
from nemovideo_mcp.studio.agent.slots_spoken_zh import SPOKEN
from nemovideo_mcp.studio.agent.slots_talk_words import TALK
from nemovideo_mcp.studio.agent.slots_voice import VOICES
from nemovideo_mcp.studio.agent.slots_zh import CHINESE
from nemovideo_mcp.studio.agent.spoken import spoken
from nemovideo_mcp.studio.timeline.model import Media

_ID = re.compile(r"[a-z]?\d+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z]")
_RESTS = re.compile(r"[\s了把将给让]")
_LEADS = {"ADD", "BACK", "CLIP", "EXPORT"}


def tokens(sentence: Sentence, media: Iterable[Media]) -> list[Token]:
    """The tokens of a sentence in their order."""
    known = list(media)
    plain, cues = listed(sentence)
    plain, speech, kept = spoken(sentence, plain, sentence.quotes)
    quotes = [_quote(quote.text, quote.start, quote.end, known) for quote in kept]
    plain, files = _files(plain, known)
    plain, said = said_words(sentence, plain)
    han, latin = _HAN.search(plain), _LATIN.search(plain)
    order = [
        *(SPOKEN if han else ()),
        *LUTS,
        *(TALK if latin else ()),
        *VOICES,
        *EVERYDAY,
        *KEYS,
        *FRAMING,
        *CUTTING_FIRST,
        *MAKING,
        *FIRST,
        *(AMOUNTS_ZH if han else ()),
        *AMOUNTS_EN,
    ]
    order += [*(CHINESE if han else ()), *(ENGLISH if latin or not han else ()), *NUMBERS]
    plain, lifted = lift(plain, order)
    every = [*quotes, *files, *said, *speech, *lifted, *cues]
    found = joined_tokens(tokens_of(plain, {token.start: token for token in every}), sentence.plain)
    found = with_script(_with_colours(found))
    return _with_rests(_shared(found), plain) if han else found


def _shared(found: list[Token]) -> list[Token]:
    """`开头淡入,结尾淡出,各2秒`: the length is that of every fade before it."""
    told = next((token for token in found if token.symbol == "EACHLENGTH"), None)
    if told is None:
        return found
    shared: list[Token] = []
    for token in found:
        if token is not told:
            shared.append(token)
        if token.symbol in {"FADE_IN", "FADE_OUT"} and token.start < told.start:
            shared.append(Token("LENGTH", told.value, token.end, token.end))
    return shared


def _with_rests(found: list[Token], plain: str) -> list[Token]:
    """Where a request may end although no mark says so: at a blank, behind 了, before 把, 最后 or 导出."""
    rested = found[:1]
    for before, after in pairwise(found):
        between = plain[before.end : after.start]
        leads = after.symbol in _LEADS and (after.symbol != "CLIP" or _names_one(rested))
        if BREAK not in {before.symbol, after.symbol} and (leads or _RESTS.search(between)):
            rested.append(Token(BREAK, "rest", after.start, after.start))
        rested.append(after)
    return rested


def _names_one(before: list[Token]) -> bool:
    """Whether a clip or a time was named already: `第一段静音|第二段加速`, but not `静音|第二段`."""
    return any(token.symbol in {"CLIP", "RANGE", "FILE"} for token in before)


def _with_colours(found: list[Token]) -> list[Token]:
    """What stands beside "colour" where words are written is meant as one, even if there is none of that name."""
    if not any(token.symbol in {"QUOTE", "TITLE", "TEXTREF"} for token in found):
        return found
    named = [token.symbol == "COLORWORD" for token in found]
    beside = [any(named[max(place - 1, 0) : place + 2]) for place in range(len(found))]
    return [
        Token("COLOR", token.value, token.start, token.end) if token.symbol == UNKNOWN and near else token
        for token, near in zip(found, beside, strict=True)
    ]


def _quote(text: str, start: int, end: int, known: list[Media]) -> Token:
    """A quoted file name (or its id) is the file, one of a colour table that; any other quote is words."""
    for medium in known:
        if text.strip().lower() == medium.name.lower() or text == medium.id:
            return Token("FILE", medium.id, start, end)
    if text.strip().lower().endswith(ENDING):
        return Token("LUTFILE", text.strip(), start, end)
    return Token("QUOTE", text, start, end)


def _files(plain: str, known: list[Media]) -> tuple[str, list[Token]]:
    """The project's files where they are named, whole or without their ending, later uploads first."""
    found: list[Token] = []
    words = lexicon()
    stems = [stem for stem, _, _ in (name.rpartition(".") for name in {even(m.name) for m in known})]
    for medium in reversed(known):
        name = even(medium.name)
        stem = name.rsplit(".", 1)[0]
        usual = stems.count(stem) > 1 or stem in words.latin or stem in words.han or len(stem) < 3
        for called in (name,) if usual or _ID.fullmatch(stem) else (name, stem):
            plain = _named(plain, called, medium.id, found)
    return plain, found


def _named(plain: str, called: str, media_id: str, found: list[Token]) -> str:
    at = plain.find(called)
    while at >= 0:
        end = at + len(called)
        if not _within_word(plain, at, end):
            found.append(Token("FILE", media_id, at, end))
            plain = plain[:at] + LIFTED * len(called) + plain[end:]
        at = plain.find(called, end)
    return plain


def _within_word(plain: str, at: int, end: int) -> bool:
    before, after = plain[at - 1 : at], plain[end : end + 1]
    return any(
        letter.isascii() and (letter.isalnum() or letter == "_") for letter in (before, after) if letter
    ) or (after == "." and plain[end + 1 : end + 2].isalnum())
