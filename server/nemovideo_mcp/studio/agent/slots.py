"""What carries a value in a sentence: times, ranges, amounts, shapes, clips; found by pattern and lifted out in turn."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
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
class CaptionNumber:
    """A caption by its place among the captions: from 1, from −1 counted from the last."""

    number: int


@dataclass(frozen=True)
class AllBut:
    """All clips but those of these numbers."""

    numbers: tuple[Any, ...]


@dataclass(frozen=True)
class Recogniser:
    """A pattern and what is made of its match: a token's symbol and value, or None when it is none after all.

    A group called `slot` narrows what is lifted; what it leaves stays for the words around it. No match is without one of the
    words that it `needs`, if there are any: a long pattern takes a while to compile, and most sentences never need it.
    """

    said: str
    make: Callable[[re.Match[str]], tuple[str, Any] | None]
    needs: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first needed."""
        return re.compile(self.said)

    def may_match(self, plain: str) -> bool:
        """Whether the words it needs are there."""
        return not self.needs or any(word in plain for word in self.needs)


def recogniser(
    pattern: str, make: Callable[[re.Match[str]], tuple[str, Any] | None], needs: str = ""
) -> Recogniser:
    """One more pattern; it is matched against even, lower-case text. Every match holds one of the words that it `needs`."""
    return Recogniser(pattern, make, tuple(needs.split()))


def lift(plain: str, recognisers: Sequence[Recogniser]) -> tuple[str, list[Token]]:
    """The text with every match blanked out, and the tokens made of them; earlier patterns go first."""
    found: list[Token] = []
    for one in recognisers:
        if one.may_match(plain):
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
