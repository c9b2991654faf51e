"""Every text once: pieces that a whole repeats, and frames that are sent again, are not said twice."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

Voice: TypeAlias = tuple[Any, ...]
Heard: TypeAlias = tuple[str, int]

_REMEMBERED: Final = 64


class _Turn:
    """What one voice has said in pieces so far; joined only when it is asked for."""

    __slots__ = ("_pieces", "block", "length")

    def __init__(self, block: int) -> None:
        self.block = block
        self.length = 0
        self._pieces: list[str] = []

    def add(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)

    def replace(self, text: str) -> None:
        self._pieces, self.length = [text], len(text)

    @property
    def pieces(self) -> int:
        return len(self._pieces)

    @property
    def text(self) -> str:
        return "".join(self._pieces)


class Once:
    """Tells which words of a text are new, and to which message (`block`) they belong.

    A voice is one author in one run; its pieces wait here for the whole that usually follows them.
    """

    def __init__(self) -> None:
        self._turns: dict[Voice, _Turn] = {}
        self._seen: dict[tuple[str, int], Mapping[str, Any]] = {}
        self._blocks = 0

    def partial(self, voice: Voice, text: str) -> Heard | None:
        """A piece: always new."""
        if not text:
            return None
        turn = self._turns.get(voice)
        if turn is None:
            turn = self._turns[voice] = _Turn(self._next_block())
        turn.add(text)
        return text, turn.block

    def whole(self, voice: Voice, text: str, block: int | None = None) -> Heard | None:
        """A whole text: what the pieces before it did not say yet; `block` continues a message."""
        turn = self._turns.get(voice)
        if not text:
            return None
        if turn is None:
            return text, self._next_block() if block is None else block
        heard = turn.text
        if heard.startswith(text) and len(heard) > len(text):
            turn.replace(heard[len(text) :])
            return None
        del self._turns[voice]
        if text.startswith(heard):
            rest = text[len(heard) :]
            return (rest, turn.block) if rest else None
        if _bare(text) == _bare(heard):
            return None
        return text, self._next_block()

    def piece(self, voice: Voice, text: str) -> Heard | None:
        """A text nobody marked: a piece, unless it is all the pieces before it (two or more) once again."""
        turn = self._turns.get(voice)
        if turn is not None and turn.pieces > 1 and turn.length == len(text) and turn.text == text:
            del self._turns[voice]
            return None
        return self.partial(voice, text)

    def step(self, voices: Mapping[Any, Voice]) -> None:
        """These voices begin anew: what they said in pieces will not be repeated as a whole any more."""
        if self._turns:
            for voice in voices.values():
                self._turns.pop(voice, None)

    def repeated(self, event_id: object, number: int, part: Mapping[str, Any]) -> bool:
        """Whether this part of this event was here a moment ago, word for word."""
        if not isinstance(event_id, str) or not event_id:
            return False
        mark = (event_id, number)
        known = self._seen.pop(mark, None)
        self._seen[mark] = part
        if len(self._seen) > _REMEMBERED:
            del self._seen[next(iter(self._seen))]
        return known == part

    def _next_block(self) -> int:
        self._blocks += 1
        return self._blocks - 1


def _bare(text: str) -> str:
    return "".join(text.split())
