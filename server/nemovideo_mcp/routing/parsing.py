"""Segments become clauses: each word is given its kind, and a segment is split where a command begins or ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple

from nemovideo_mcp.routing.grammar import Intent, read
from nemovideo_mcp.routing.kinds import Kind
from nemovideo_mcp.routing.lexicon import Words, words_of
from nemovideo_mcp.routing.scan import Segment, Token, files_in
from nemovideo_mcp.routing.targets import file_in, places

_UNSPACED = ("zh", "ja")
_EDGE = 20  # tokens looked at on each side of a long segment: commands stand at its ends
_RUN = 60  # characters looked at, at the end of a long run without spaces
# An order that names its object: "export the video", "download it as mp4", "send me the file".
_ORDER = r"[&+ymW]*(?:[FiMpfu]+[^XrG]*[Xr].*|[Xr].*[FifpR].*|G.*[Fdf].*|.*[Fdf].*G.*)"
_TYPO_ROOM = 10  # words; in longer clauses an odd word is a word, not a slip


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the prompt with one intent. ``start`` and ``end`` are offsets into the prompt."""

    intent: Intent
    start: int
    end: int
    tokens: tuple[Token, ...]
    target: Token | None = None  # the file or folder an export goes to; not among the tokens

    @property
    def shape(self) -> str:
        """One letter a token."""
        return "".join(token.kind for token in self.tokens)


class _Telling(IntEnum):
    """What the sentence has come to tell, so that words of commands may be content."""

    NOTHING = 0
    WORDS = 1  # a title's text, a topic: it ends at an order that names what is wanted
    LESSON = 2  # how something is done: it never ends within the sentence


class _Settings(NamedTuple):
    words: Words
    attached: bool
    question: bool
    told: _Telling  # by the earlier clauses of the sentence


def clauses(segments: list[Segment], code: str, *, attached: bool) -> list[Clause]:
    """Return the clauses of ``segments`` in order, read with the lexicon ``code``."""
    words, told = words_of(code), _Telling.NOTHING
    found: list[Clause] = []
    for segment in _whole_requests(segments, words):
        parts = _split(segment.tokens, segment, _Settings(words, attached, segment.question, told))
        found += parts
        told = _Telling.NOTHING if segment.closes else _told_after(told, parts)
    return found


def _told_after(told: _Telling, parts: list[Clause]) -> _Telling:
    """Return what the next segment is read under: a new edit ends a title's text, nothing ends a lesson."""
    talk = [part.shape.replace(".", "").strip("&+") for part in parts if part.intent is Intent.CHAT]
    if (
        told is _Telling.WORDS
        and talk
        and len(talk[0]) > 1
        and talk[0][0] in {Kind.EDIT, Kind.TAKE, Kind.EXTRACT}
    ):
        told = _Telling.NOTHING
    return max([told, *map(_telling, talk)])


def _whole_requests(segments: list[Segment], words: Words) -> Iterator[Segment]:
    """Give each segment its words' kinds, and join "show me," to what is to be shown."""
    held: Segment | None = None
    for raw in segments:
        asks = raw.question or bool(raw.tokens and raw.tokens[-1].word.endswith(words.lexicon.askers))
        here = Segment(raw.start, raw.end, _named(raw.tokens, words), raw.closes, asks)
        if held:
            here.start, here.tokens = held.start, [*held.tokens, *here.tokens]
        held = None if here.closes or not _is_opening(here.tokens) else here
        if held is None:
            yield here
    if held:
        yield held


def _is_opening(tokens: list[Token]) -> bool:
    kinds = {token.kind for token in tokens}
    return Kind.SHOW in kinds and kinds <= {
        Kind.SHOW,
        Kind.ME,
        Kind.YOU,
        Kind.FILLER,
        Kind.THEN,
        Kind.AND,
        Kind.PRAISE,
    }


def _telling(shape: str) -> _Telling:
    bare = shape.replace(".", "")
    if bare[:1] == Kind.HOW or (Kind.ABOUT in bare and Kind.HOW in bare):
        return _Telling.LESSON
    return _Telling.WORDS if Kind.ABOUT in bare else _Telling.NOTHING


def _split(tokens: list[Token], segment: Segment, settings: _Settings) -> list[Clause]:
    whole = _clause(tokens, segment.start, segment.end, settings)
    if whole.intent is not Intent.CHAT:
        if not settings.told or _ends_telling(whole, settings.told):
            return [whole]
        return [Clause(Intent.CHAT, segment.start, segment.end, whole.tokens)]
    if _Telling.LESSON in {settings.told, _telling(whole.shape)}:
        return [whole]
    return _at_joint(tokens, segment, settings) or [whole]


def _ends_telling(clause: Clause, told: _Telling) -> bool:
    """Tell whether a command is meant although the words before it are content: "a title that says hi, then export"."""
    if told is _Telling.LESSON:
        return False
    return clause.shape[:1] == Kind.THEN or (
        clause.intent is Intent.EXPORT and re.fullmatch(_ORDER, clause.shape.replace(".", "")) is not None
    )


def _at_joint(tokens: list[Token], segment: Segment, settings: _Settings) -> list[Clause] | None:
    """Split at the first joint that sets a command free, on its right or on its left."""
    for at in _joints(tokens, settings.words):
        left, right = tokens[:at], tokens[at:]
        middle = right[0].start
        told = max(settings.told, _telling("".join(token.kind for token in left)))
        after = _clause(right, middle, segment.end, settings)
        if _stands_alone(after) and (not told or _ends_telling(after, told)):
            before = Segment(segment.start, middle, left, segment.closes, segment.question)
            return [*_split(left, before, settings), after]
        ahead = _clause(left, segment.start, middle, settings)
        if not settings.told and _stands_alone(ahead):
            rest = Segment(middle, segment.end, right, segment.closes, segment.question)
            return [ahead, *_split(right, rest, settings)]
    return None


def _joints(tokens: list[Token], words: Words) -> list[int]:
    found = []
    for at in range(1, len(tokens)):
        here, before = tokens[at], tokens[at - 1]
        ended = bool(words.lexicon.joints) and before.word.endswith(words.lexicon.joints)
        if here.kind in {Kind.AND, Kind.THEN} or ended or _opens_with_and(here, words):
            found.append(at)
    return found if len(found) <= _EDGE else [*found[: _EDGE // 2], *found[-_EDGE // 2 :]]


def _opens_with_and(token: Token, words: Words) -> bool:
    """Arabic writes "and" onto the word that follows."""
    bare = token.kind in {Kind.EXPORT, Kind.GIVE, Kind.UPLOAD, Kind.SHOW, Kind.RENDER}
    return bare and words.lexicon.code == "ar" and token.word.startswith(("و", "ف"))


def _stands_alone(clause: Clause) -> bool:
    shape = clause.shape
    if clause.intent in {Intent.EXPORT, Intent.UPLOAD}:
        return True
    asks = any(kind in shape for kind in (Kind.SHOW, Kind.WHAT, Kind.AMOUNT))
    return clause.intent in {Intent.STATE, Intent.CREDITS} and asks


def _clause(tokens: list[Token], start: int, end: int, settings: _Settings) -> Clause:
    whole = _read(tokens, start, end, settings)
    if whole.intent in {Intent.UPLOAD, Intent.HERE} and _is_laid_over(tokens, settings.words):
        return replace(whole, intent=Intent.CHAT)
    for first, last in places(tokens):
        bare = _read([*tokens[:first], *tokens[last:]], start, end, settings)
        if bare.intent is Intent.EXPORT:
            return replace(bare, target=file_in(tokens[first:last]))
    return whole


def _is_laid_over(tokens: list[Token], words: Words) -> bool:
    """Tell whether something is to be added that is laid over a film: "add this song"."""
    return any(t.kind is Kind.TAKE for t in tokens) and any(words.is_scored(t.word) for t in tokens)


def _read(tokens: list[Token], start: int, end: int, settings: _Settings) -> Clause:
    words, known = settings.words, tuple(tokens)
    shape = "".join(token.kind for token in known)
    intent = read(shape, question=settings.question, attached=settings.attached)
    if intent is Intent.CHAT and Kind.OTHER in shape and len(known) <= _TYPO_ROOM:
        guess = tuple(_respelt(token, words) for token in known)
        if guess != known:
            again = read(
                "".join(t.kind for t in guess), question=settings.question, attached=settings.attached
            )
            intent, known = (again, guess) if again is not Intent.CHAT else (intent, known)
    return Clause(intent, start, end, known)


def _respelt(token: Token, words: Words) -> Token:
    kind = words.misspelt(token.word) if token.kind is Kind.OTHER else None
    return token._replace(kind=kind) if kind else token


def _named(tokens: list[Token], words: Words) -> list[Token]:
    """Give every word its kind: the longest phrase first, then the word, then its parts."""
    if len(tokens) > 2 * _EDGE:
        middle = tokens[_EDGE:-_EDGE]
        gap = Token(Kind.OTHER, middle[0].start, middle[-1].end, "")
        return [*_named(tokens[:_EDGE], words), gap, *files_in(middle), *_named(tokens[-_EDGE:], words)]
    named: list[Token] = []
    at = 0
    while at < len(tokens):
        token, used = _longest(tokens, at, words)
        named += token
        at += used
    return _with_split_verbs(named, words)


def _longest(tokens: list[Token], at: int, words: Words) -> tuple[list[Token], int]:
    token = tokens[at]
    if token.kind is not Kind.OTHER or not token.word:
        return [token], 1
    for size in range(min(words.longest, len(tokens) - at), 1, -1):
        part = tokens[at : at + size]
        text = " ".join(t.word for t in part)
        if all(t.kind is Kind.OTHER for t in part) and (kind := words.phrases.get(text)):
            return [Token(kind, token.start, part[-1].end, text)], size
    if kind := words.kind(token.word):
        return [token._replace(kind=kind)], 1
    if words.lexicon.code in {"zh", "ja", "ko", "ar"} and token.word.isascii():
        return [token._replace(kind=words_of("en").kind(token.word) or Kind.OTHER)], 1
    if words.lexicon.code in _UNSPACED:
        return _run(token, words), 1
    return (_agglutinated(token, words) if words.lexicon.code == "ko" else [token]), 1


def _run(token: Token, words: Words) -> list[Token]:
    """Cut a run without spaces into known words; what lies between them is unknown."""
    skipped = max(0, len(token.word) - _RUN)
    aligned = (
        len(token.word) == token.end - token.start
    )  # else folding moved the letters: keep to the token's place
    parts, at = [token._replace(word="")] if skipped else list[Token](), skipped
    for piece in _pieces(token.word[skipped:], words):
        start, end = (
            (token.start + at, token.start + at + len(piece)) if aligned else (token.start, token.end)
        )
        parts.append(Token(words.phrases.get(piece, Kind.OTHER), start, end, piece))
        at += len(piece)
    return parts


def _agglutinated(token: Token, words: Words) -> list[Token]:
    """Read a Korean word as known parts one after the other; when some part is unknown, all of it is."""
    pieces = _pieces(token.word, words) if len(token.word) <= _RUN else [token.word]
    if any(piece not in words.phrases for piece in pieces):
        return [token]
    return [token._replace(kind=words.phrases[piece], word=piece) for piece in pieces]


def _pieces(text: str, words: Words) -> list[str]:
    """Cut ``text`` so that the fewest letters are left unknown, then into the fewest pieces."""
    best: list[tuple[int, int, str]] = [
        (0, 0, "")
    ]  # for the first n letters: unknown letters, pieces, last piece
    for end in range(1, len(text) + 1):
        unknown, pieces, last = best[end - 1]
        grown = last + text[end - 1] if last and last not in words.phrases else text[end - 1]
        option = (unknown + 1, pieces + (len(grown) == 1), grown)
        for size in range(1, min(words.longest_run, end) + 1):
            piece = text[end - size : end]
            if piece in words.phrases:
                before = best[end - size]
                option = min(option, (before[0], before[1] + 1, piece), key=lambda o: o[:2])
        best.append(option)
    return _backwards(best, len(text))


def _backwards(best: list[tuple[int, int, str]], end: int) -> list[str]:
    pieces: list[str] = []
    while end:
        pieces.append(best[end][2])
        end -= len(best[end][2])
    return pieces[::-1]


def _with_split_verbs(tokens: list[Token], words: Words) -> list[Token]:
    """German "lade … hoch", Dutch "laat … zien": the pair decides, and the particle is filler."""
    pairs = words.lexicon.split_verbs or {}
    for i, verb in enumerate(tokens):
        for j in range(i + 1, len(tokens)):
            if kind := pairs.get((verb.word, tokens[j].word)):
                tokens[i] = verb._replace(kind=kind)
                tokens[j] = tokens[j]._replace(kind=Kind.FILLER)
    return tokens
