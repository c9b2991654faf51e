"""A row of the vocabulary: what can be asked, in which words, and what is made of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Final, Literal, TypeAlias

from nemovideo_mcp.studio.agent.senses import Deaf, Senses
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.agent.slots import Token
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.model import Project

Words: TypeAlias = dict[Language, str]
NEUTRAL: Final = frozenset(
    {
        "FILM",
        "IT",
        "TO",
        "DOWNTO",
        "BY",
        "IN",
        "PLATFORM",
        "TIMELINE",
        "ENTIRE",
        "CONTAINER",
        "DEGREE",
        "DURING",
    }
)


class LackError(Exception):
    """Something is missing or unclear: a question, by its key in `questions`, with the facts that fill it."""

    def __init__(self, question: str, **facts: str | int) -> None:
        """Ask one question."""
        self.question = question
        self.facts = facts
        super().__init__(question)


@dataclass(frozen=True)
class Found:
    """The tokens of one clause, and the project it speaks about; `last` is what the clause before it did.

    `senses` are what the studio can hear and say. `seen` is the project in which its clips are counted, when others were
    moved by a request said in the same breath.
    """

    tokens: tuple[Token, ...]
    project: Project
    last: Edit | None = None
    senses: Senses = field(default_factory=Deaf)
    seen: Project | None = None

    def has(self, *symbols: str) -> bool:
        """Whether any of these was said."""
        return any(token.symbol in symbols for token in self.tokens)

    def all(self, symbol: str) -> list[Any]:
        """Every value of this kind, in order."""
        return [token.value for token in self.tokens if token.symbol == symbol]

    def one(self, symbol: str) -> Any:
        """The first value of this kind, or None."""
        values = self.all(symbol)
        return values[0] if values else None


@dataclass(frozen=True)
class Told:
    """An answer that changes nothing: its words, perhaps a small MP3 to be heard, or a tool the caller may use for more.

    `tool` is its name, `args` what it takes.
    """

    text: str
    sound: bytes = b""
    tool: str = ""
    args: dict[str, str] = field(default_factory=dict)


Build: TypeAlias = Callable[[Found], Sequence[Edit]]
Tell: TypeAlias = Callable[[Found, Language], Told]


@dataclass(frozen=True)
class Form:
    """One way to say it: groups that must be there, symbols that may; `many` may come more than once."""

    required: tuple[frozenset[str], ...]
    optional: frozenset[str]
    many: frozenset[str]

    def fits(self, symbols: Sequence[str]) -> bool:
        """Whether these symbols are all explained, and all that must be there is there."""
        present = set(symbols)
        if not present <= self._allowed or any(present.isdisjoint(group) for group in self.required):
            return False
        return all(symbols.count(s) == 1 or s not in ONCE or s in self.many for s in present)

    @cached_property
    def _allowed(self) -> frozenset[str]:
        """All that may be said; a sentence asks some two hundred forms."""
        return self.optional.union(NEUTRAL, *self.required)


ONCE: Final = frozenset(
    {
        *(
            "QUOTE",
            "RANGE",
            "POINT",
            "LENGTH",
            "PERCENT",
            "DB",
            "FACTOR",
            "SHAPE",
            "CLIP",
            "NUMBER",
            "FILE",
            "COLOR",
            "SIZE",
            "PLACE",
            "DEGREES",
            "EQ",
            "LUFS",
        ),
        "TEXTREF",
    }
)


@cache
def form(pattern: str) -> Form:
    """A form from its short writing: `REMOVE|CUT RANGE+ [PART|ALL]`; `+` lets a kind come more than once."""
    head, _, options = pattern.partition("[")
    optional = _with_kin(options.rstrip("]").split("|")) if options else []
    groups = [_with_kin(group.split("|")) for group in head.split()]
    every = [symbol for group in groups for symbol in group] + optional
    return Form(
        tuple(frozenset(symbol.rstrip("+") for symbol in group) for group in groups),
        frozenset(symbol.rstrip("+") for symbol in optional),
        frozenset(symbol.rstrip("+") for symbol in every if symbol.endswith("+")),
    )


KIN: Final = {
    "ADD": "PUT",
    "CLIPS": "ALLCLIPS",
    "LOUDER": "MORE",
    "QUIETER": "LESS",
    "BIGGER": "MORE",
    "SMALLER": "LESS",
    "SPEECH": "VOICEOVER",
}


def _with_kin(symbols: list[str]) -> list[str]:
    """The symbols with those that may stand in their place, and mean more besides (`put` what is there already)."""
    return [*symbols, *(KIN[symbol] for symbol in symbols if symbol in KIN)]


@dataclass(frozen=True)
class Row:
    """One entry of the vocabulary.

    `name` is the edit's op, `does` says what it does, `examples` how it may be said, in each language; `forms` are the
    ways it is recognised, `build` makes the edits of what was found. `alone`: it needs no uploaded file. A row that only
    tells something has `tell` instead.
    """

    name: str
    kind: Literal["edit", "undo", "redo", "show", "export", "tell"]
    does: Words
    examples: dict[Language, tuple[str, ...]]
    forms: tuple[str, ...] = ()
    build: Build | None = field(default=None, compare=False)
    alone: bool = False
    tell: Tell | None = field(default=None, compare=False)

    @property
    def what(self) -> str:
        """What it does, in English."""
        return self.does["en"]

    @property
    def english(self) -> tuple[str, ...]:
        """How it may be said in English."""
        return self.examples["en"]

    @property
    def chinese(self) -> tuple[str, ...]:
        """How it may be said in Chinese."""
        return self.examples["zh"]
