"""Tokens that are one thing together: two times a range, "every clip except the last" the clips it leaves."""

from collections.abc import Sequence
from typing import Final

from nemovideo_mcp.studio.agent.lexicon import BREAK
from nemovideo_mcp.studio.agent.moments import END, Moment, Span
from nemovideo_mcp.studio.agent.slots import AllBut, Token

_TILL: Final = frozenset({"to", "until", "till", "up to"})
_OWN_ROWS: Final = frozenset({"REMOVE", "CUT", "KEEP", "CLEAR", "TAKE", "TRIM"})


def joined_tokens(tokens: Sequence[Token], plain: str) -> list[Token]:
    """The tokens with such neighbours made one."""
    return _in_order(_all_but(_spanned(tokens, plain)))


def _spanned(tokens: Sequence[Token], plain: str) -> list[Token]:
    """`a quarter of the way in to halfway`."""
    made: list[Token] = []
    for token in tokens:
        before = made[-2:]
        if _is_time(token) and len(before) == 2 and _is_time(before[0]) and _is_till(before[1], plain):
            made[-2:] = [_range(before[0], token)]
        elif token.symbol == "POINT" and token.value == END and before and _is_time(before[-1]):
            goes_on = plain[token.start : token.end].strip("\x00 ").startswith("to ")
            made[-1:] = [_range(before[-1], token)] if goes_on else [before[-1], token]
        else:
            made.append(token)
    return made


def _in_order(tokens: list[Token]) -> list[Token]:
    """`clip 2 first, then clip 1, then clip 3`: nothing but clips, one after the other, is their order."""
    symbols = [token.symbol for token in tokens]
    if (
        set(symbols) - {"CLIP", "FRONT", "BACK", BREAK}
        or symbols.count("CLIP") < 2
        or BREAK not in symbols
        or "FRONT" not in symbols
    ):
        return tokens
    clips = [token for token in tokens if token.symbol == "CLIP"]
    return [Token("ORDER", None, tokens[0].start, tokens[0].start), *clips]


def _is_time(token: Token) -> bool:
    return token.symbol == "POINT" and isinstance(token.value, Moment)


def _is_till(token: Token, plain: str) -> bool:
    return token.symbol == "TO" and " ".join(plain[token.start : token.end].split()) in _TILL


def _range(first: Token, last: Token) -> Token:
    return Token("RANGE", Span(first.value, last.value), first.start, last.end)


def _all_but(tokens: Sequence[Token]) -> list[Token]:
    """`mute every clip except the last`; removing and keeping have rows of their own for it."""
    if _OWN_ROWS & {token.symbol for token in tokens}:
        return list(tokens)
    made: list[Token] = []
    for token in tokens:
        if token.symbol == "CLIP" and made and made[-1].symbol == "EXCEPT":
            start = made.pop().start
            if made and made[-1].symbol in {"ALLCLIPS", "CLIPS", "ALL"}:
                start = made.pop().start
            made.append(Token("CLIP", (AllBut(tuple(token.value)),), start, token.end))
        else:
            made.append(token)
    return made
