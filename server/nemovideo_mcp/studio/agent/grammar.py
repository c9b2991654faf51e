"""From tokens to clauses: where one request ends and the next begins, and which row each of them is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nemovideo_mcp.studio.agent.lexicon import BREAK, UNKNOWN
from nemovideo_mcp.studio.agent.lexicon_en import EN_VERBS
from nemovideo_mcp.studio.agent.row import Row, form
from nemovideo_mcp.studio.agent.slots import Token
from nemovideo_mcp.studio.agent.table import ROWS

VERBS = EN_VERBS | {"TRIMTO", "ROTATE", "FLIP", "MIRROR", "ZOOM"}
EMPTY = frozenset({"IT", "FILM", "TO", "DOWNTO", "IN", "BY", "FRONT", "TIMELINE", "CONTAINER", "DEGREE"})
LONGEST_JOIN = 6


@dataclass(frozen=True)
class Clause:
    """A stretch of the sentence: its tokens, and its row, None when it was not understood."""

    tokens: tuple[Token, ...]
    row: Row | None

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
        at = 0
        while at < len(parts):
            taken, clause = _longest([_bare(part) for part in parts[at : at + LONGEST_JOIN]], found)
            if clause.row is None and (two := _before_fade(_bare(parts[at])) or _before_with(parts[at])):
                parts[at : at + 1] = two
                continue
            found.append(clause)
            at += taken
    return found


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
    for at in [place for place, token in enumerate(part) if token.symbol == BREAK]:
        one, two = _bare(part[:at]), _bare(part[at + 1 :])
        verbs = [token for token in one if token.symbol in VERBS]
        if one and two and row_of(one) and (row_of(two) or (verbs and row_of([*verbs, *two]))):
            return [one, list(part[at + 1 :])]
    return []


def _longest(parts: Sequence[list[Token]], before: Sequence[Clause]) -> tuple[int, Clause]:
    """As many parts as make one request together; a part without a verb may take that of the request before it."""
    verbs = _verbs_of(before)
    for count in range(len(parts), 0, -1):
        if count > 1 and _turns(parts[:count]):
            continue
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


def _turns(parts: Sequence[list[Token]]) -> bool:
    """`remove clip 1, add a crossfade`: one takes something away and the next puts something there; each is a request."""
    first, later = ({token.symbol for part in some for token in part} for some in (parts[:1], parts[1:]))
    turned = "REMOVE" in first and later & {"ADD", "PUT"} and not later & {"REMOVE", "NO"}
    return bool(turned) and row_of(parts[0]) is not None and row_of(parts[1]) is not None


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


def row_of(tokens: Sequence[Token]) -> Row | None:
    """The row whose form explains every token; of several, the one that asks for most of them."""
    symbols = [symbol for symbol, _ in dict.fromkeys((token.symbol, str(token.value)) for token in tokens)]
    if UNKNOWN in symbols:
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
