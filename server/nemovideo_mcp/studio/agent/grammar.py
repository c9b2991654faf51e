"""From tokens to clauses: where one request ends and the next begins, and which row each of them is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nemovideo_mcp.studio.agent.lexicon import BREAK, UNKNOWN
from nemovideo_mcp.studio.agent.lexicon_en import EN_VERBS
from nemovideo_mcp.studio.agent.row import Row, form
from nemovideo_mcp.studio.agent.slots import Token
from nemovideo_mcp.studio.agent.table import ROWS

VERBS = EN_VERBS | {"TRIMTO", "ROTATE", "FLIP", "MIRROR", "ZOOM"}
EMPTY = frozenset({"IT", "FILM", "TO", "DOWNTO", "IN", "BY", "FRONT", "TIMELINE", "CONTAINER", "DEGREE"})
LONGEST_JOIN = 6
MOST_RESTS = 7
_AWAY = {"REMOVE", "CLEAR", "TAKE"}
_WHOLLY = {"STARTOVER", "CLEAR", "UNDO", "REDO"}


@dataclass(frozen=True)
class Clause:
    """A stretch of the sentence: its tokens, and its row, None when it was not understood.

    Those of one `group` are said in one breath: no "then" and no full stop between them.
    """

    tokens: tuple[Token, ...]
    row: Row | None
    group: int = 0

    @property
    def start(self) -> int:
        """Where it begins in the sentence."""
        return min(token.start for token in self.tokens)

    @property
    def end(self) -> int:
        """Where it ends in the sentence."""
        return max(token.end for token in self.tokens)


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """The sentence as requests, in order. Parts between "and" and commas are read together where that makes sense."""
    found: list[Clause] = []
    for group in _between(tokens, {"then", "stop"}):
        parts = [part for part in _between(group, {"soft"}) if not _says_nothing(_bare(part))]
        at, began = 0, len(found)
        while at < len(parts):
            taken, clause = _longest([_bare(part) for part in parts[at : at + LONGEST_JOIN]], found)
            if taken == 1 and clause.row is not None and (two := _with_apart(parts[at], clause.row)):
                found += [Clause(tuple(_bare(one)), row_of(_bare(one)), group[0].start) for one in two]
                at += 1
                continue
            if _is_of_each(clause.tokens) and (same := _each_of(found[began:], clause)):
                found[began:] = same
                at += taken
                continue
            if clause.row is None and (
                two := _before_fade(_bare(parts[at])) or _before_with(parts[at]) or _rested(parts[at])
            ):
                parts[at : at + 1] = two
                continue
            clause = _of_the_same(clause, found[-1]) if len(found) > began else clause
            found.append(replace(clause, group=group[0].start))
            at += taken
    return found


_OBJECTS = frozenset(
    {
        "CLIP",
        "CLIPS",
        "ALLCLIPS",
        "CLIPWORD",
        "FILM",
        "ALL",
        "ENTIRE",
        "RANGE",
        "POINT",
        "FILE",
        "MUSIC",
        "SOUND",
        "TITLE",
        "TEXTREF",
        "QUOTE",
    }
)


def _of_the_same(clause: Clause, before: Clause) -> Clause:
    """`play clip 3 first, at half speed`: what has neither a verb nor an object goes on about "it".

    So does a second look of a clip or a range: `make clip 2 brighter and a bit warmer`.
    """
    symbols = {token.symbol for token in clause.tokens}
    first = clause.tokens[0]
    looks = clause.row is not None and clause.row is before.row and "EFFECT" in symbols
    if looks and not symbols & (VERBS | _OBJECTS | {"IT"}):
        same = [_placed(token, first) for token in before.tokens if token.symbol in {"CLIP", "RANGE", "FILE"}]
        return Clause((*clause.tokens, *same), clause.row)
    if clause.row is None or first.symbol not in {"TO", "IN", "BY"} or symbols & (VERBS | _OBJECTS | {"IT"}):
        return clause
    return Clause((*clause.tokens, Token("IT", "one", first.start, first.start)), clause.row)


def _between(tokens: Sequence[Token], kinds: set[str]) -> Iterator[list[Token]]:
    part: list[Token] = []
    for token in tokens:
        if token.symbol == BREAK and token.value in kinds:
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _says_nothing(part: Sequence[Token]) -> bool:
    return all(token.symbol in EMPTY for token in part)


def _bare(part: Sequence[Token]) -> list[Token]:
    return [token for token in part if token.symbol != BREAK]


def _before_with(part: Sequence[Token]) -> list[list[Token]]:
    """`a slideshow with a slow zoom`: what comes with it is a request of its own, if both are requests."""
    for at in [place for place, token in enumerate(part) if token.symbol == BREAK and token.value != "rest"]:
        one, two = _bare(part[:at]), _bare(part[at + 1 :])
        verbs = [token for token in one if token.symbol in VERBS]
        if one and two and row_of(one) and (row_of(two) or (verbs and row_of([*verbs, *two]))):
            return [one, list(part[at + 1 :])]
    return []


def _rested(part: Sequence[Token]) -> list[list[Token]]:
    """A part without marks as the most requests it can be cut into where it may rest, if there is one way to do so."""
    rests = [at for at, token in enumerate(part) if token.symbol == BREAK and token.value == "rest"]
    if not 0 < len(rests) <= MOST_RESTS:
        return []
    starts, ends = [0, *(at + 1 for at in rests)], [*rests, len(part)]
    ways: list[list[list[list[Token]]]] = [[] for _ in starts] + [[[]]]  # of what is behind each rest
    for first in reversed(range(len(starts))):
        found = [
            [one, *rest]
            for last in range(first, len(ends))
            if ways[last + 1] and _is_piece(one := _bare(part[starts[first] : ends[last]]))
            for rest in ways[last + 1]
        ]
        most = max(map(len, found), default=0)
        ways[first] = [way for way in found if len(way) == most]
    return ways[0][0] if len(ways[0]) == 1 else []


def _is_piece(tokens: Sequence[Token]) -> bool:
    """What empties or takes back all is only done when it is said by itself."""
    return not any(token.symbol in _WHOLLY for token in tokens) and _is_request(tokens)


def _is_request(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and row_of(tokens) is not None


def _is_of_each(tokens: Sequence[Token]) -> bool:
    return {token.symbol for token in tokens} == {"LENGTH", "ALL"}


def _each_of(before: Sequence[Clause], each: Clause) -> list[Clause]:
    """`fade in and fade out, 1.5 seconds each`: the length is that of every request said before it; none if it fits one not."""
    length = next(token for token in each.tokens if token.symbol == "LENGTH")
    longer = [replace(one, tokens=(*one.tokens, length)) for one in before]
    fits = all(
        one.row is not None and row_of(after.tokens) is one.row and not _has_length(one)
        for one, after in zip(before, longer, strict=True)
    )
    return longer if fits else []


def _has_length(clause: Clause) -> bool:
    return any(token.symbol in {"LENGTH", "RANGE"} for token in clause.tokens)


def _with_apart(part: Sequence[Token], whole: Row) -> list[list[Token]]:
    """`each clip 4 seconds long with a wipe in between`: the length before "with" is not that of what comes with it."""
    two = _before_with(part)
    if (
        not two
        or "LENGTH" not in {token.symbol for token in two[0]}
        or "LENGTH" in {token.symbol for token in two[1]}
    ):
        return []
    return [] if row_of(two[0]) is whole or row_of(_bare(two[1])) is not whole else two


def _longest(parts: Sequence[list[Token]], before: Sequence[Clause]) -> tuple[int, Clause]:
    """As many parts as make one request together; a part without a verb may take that of the request before it."""
    verbs = _verbs_of(before)
    for count in range(len(parts), 0, -1):
        if count > 1 and (_turns(parts[:count]) or _of_another(parts[:count])):
            continue
        if count > 1 and before and _is_of_each(parts[count - 1]):
            continue
        if before and {token.symbol for token in parts[0]} == {"ONLY", "CLIP"}:
            break  # "mute clip 2 and only clip 2": not the only one that is kept
        tokens = [token for part in parts[:count] for token in part]
        row = row_of(_without_infinitive(tokens))
        if row is not None:
            return count, Clause(tuple(_without_infinitive(tokens)), row)
    for count in range(len(parts), 0, -1):
        tokens = [token for part in parts[:count] for token in part]
        row = row_of([*verbs, *tokens]) if verbs and not _has_verb(tokens) else None
        if row is not None:
            return count, Clause((*(_placed(verb, tokens[0]) for verb in verbs), *tokens), row)
    return 1, Clause(tuple(parts[0]), None)


# What makes a change of the picture one by itself: "increase the brightness and the contrast" share theirs.
_OWN = VERBS | {"IT", "FILM", "ALL", "RANGE", "CLIP", "LESSER", "MORE", "LESS", "DEGREE"}
_OPPOSITES = (
    frozenset({"LOUDER", "QUIETER"}),
    frozenset({"BIGGER", "SMALLER"}),
    frozenset({"FASTER", "SLOWER"}),
)
_WAYS = frozenset().union(*_OPPOSITES)
_HEARD = {
    "MUSIC",
    "SOUND",
    "ORIGINAL",
    "SPEECH",
    "VOICEOVER",
    "CLIP",
    "CLIPS",
    "FILE",
    "OVERLAYWORD",
    "TITLE",
    "TEXTREF",
    "CAPTIONS",
}


def _turns(parts: Sequence[list[Token]]) -> bool:
    """`remove clip 1, add a crossfade`: one takes something away and the next puts something there; each is a request."""
    first, later = ({token.symbol for part in some for token in part} for some in (parts[:1], parts[1:]))
    turned = "REMOVE" in first and later & {"ADD", "PUT"} and not later & {"REMOVE", "NO"}
    own = "EFFECT" in first & later and (later & _OWN or "PERCENT" in first)
    ways = first & later & _WAYS or any(pair <= (first & _WAYS) ^ (later & _WAYS) for pair in _OPPOSITES)
    apart = ways and later & _HEARD
    return bool(turned or own or apart) and row_of(parts[0]) is not None and row_of(parts[1]) is not None


def _of_another(parts: Sequence[list[Token]]) -> bool:
    """`第二段加速两倍,第三段倒放`: requests of different clips, each whole by itself, are not one."""
    clips = [[str(token.value) for token in part if token.symbol == "CLIP"] for part in parts]
    others = [part for part, named in zip(parts, clips, strict=True) if named and named != clips[0]]
    return bool(clips[0] and others) and _is_request(parts[0]) and any(map(_is_request, others))


def _before_fade(part: Sequence[Token]) -> list[list[Token]]:
    """`black and white with a fade in`: what is no title's fade is the film's, a request of its own."""
    for at, token in enumerate(part):
        if token.symbol == "TEXTFADE" and isinstance(token.value, str):
            fade = Token(token.value, None, token.start, token.end)
            return [one for one in (list(part[:at]), [fade, *part[at + 1 :]]) if one]
    return []


def _without_infinitive(tokens: list[Token]) -> list[Token]:
    """Without the "to" that opens a request: "is it possible to trim the first 5 seconds"."""
    lead = next(
        (i for i, token in enumerate(tokens) if token.symbol not in {"TO", "IT", "FILM"}), len(tokens)
    )
    opens = 0 < lead < len(tokens) and tokens[lead].symbol in VERBS and tokens[lead - 1].symbol == "TO"
    return tokens[lead:] if opens else tokens


def _verbs_of(before: Sequence[Clause]) -> list[Token]:
    if not before or before[-1].row is None:
        return []
    return [token for token in before[-1].tokens if token.symbol in VERBS]


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(token.symbol in VERBS for token in tokens)


def _placed(verb: Token, beside: Token) -> Token:
    return Token(verb.symbol, verb.value, beside.start, beside.start)


def _kept_from(tokens: Sequence[Token]) -> bool:
    """`不要删标题`: what is not to be removed is not asked for."""
    return any(one.symbol == "NO" and two.symbol in _AWAY for one, two in pairwise(tokens))


def row_of(tokens: Sequence[Token]) -> Row | None:
    """The row whose form explains every token; of several, the one that asks for most of them."""
    symbols = [symbol for symbol, _ in dict.fromkeys((token.symbol, str(token.value)) for token in tokens)]
    if UNKNOWN in symbols or _kept_from(tokens):
        return None
    if symbols[0] in {"FRONT", "BACK"}:
        bare = row_of(tokens[1:]) if len(tokens) > 1 else None
        if bare is not None:
            return bare
    best: Row | None = None
    most = 0
    for row in ROWS:
        for pattern in row.forms:
            candidate = form(pattern)
            if len(candidate.required) > most and candidate.fits(symbols):
                best, most = row, len(candidate.required)
    return best
