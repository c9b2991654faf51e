"""What carries a value in a sentence: times, ranges, amounts, shapes, clips; found by pattern and lifted out in turn."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from nemovideo_mcp.studio.agent.sentence import LIFTED


@dataclass(frozen=True)
class Token:
    """A piece of a sentence: what kind of thing it is, its value, and where it stands."""

    symbol: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True)
class Recogniser:
    """A pattern and what is made of its match: a token's symbol and value, or None when it is none after all.

    A group called `slot` narrows what is lifted; what it leaves stays for the words around it.
    """

    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], tuple[str, Any] | None]


def recogniser(pattern: str, make: Callable[[re.Match[str]], tuple[str, Any] | None]) -> Recogniser:
    """One more pattern; it is matched against even, lower-case text."""
    return Recogniser(re.compile(pattern), make)


def lift(plain: str, recognisers: Sequence[Recogniser]) -> tuple[str, list[Token]]:
    """The text with every match blanked out, and the tokens made of them; earlier patterns go first."""
    found: list[Token] = []
    for one in recognisers:
        plain = _lift_one(plain, one, found)
    return plain, found


def _lift_one(plain: str, one: Recogniser, found: list[Token]) -> str:
    blanked = plain
    for match in one.pattern.finditer(plain):
        made = one.make(match)
        if made is None:
            continue
        group = "slot" if "slot" in one.pattern.groupindex else 0
        start, end = match.span(group)
        found.append(Token(*made, start, end))
        blanked = blanked[:start] + LIFTED * (end - start) + blanked[end:]
    return blanked
