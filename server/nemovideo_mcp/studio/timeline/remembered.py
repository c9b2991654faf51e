"""What is made of an immutable thing is made once: kept by the thing's identity, for as long as the thing is there."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar
from weakref import ref

Thing = TypeVar("Thing")
Made = TypeVar("Made")

_RECENT: Final = 8


class Remembered(Generic[Thing, Made]):
    """A pure function of an immutable thing, which asks what the thing is and not what it is equal to: that would take longer."""

    def __init__(self, make: Callable[[Thing], Made]) -> None:
        """What `make` answers is shared by all who ask: they must not change it."""
        self._make = make
        self._kept: dict[int, tuple[ref[Thing], Made]] = {}

    def __call__(self, thing: Thing) -> Made:
        """What was made of this very thing, or is now."""
        number = id(thing)
        kept = self._kept.get(number)
        if kept is not None and kept[0]() is thing:
            return kept[1]
        made = self._make(thing)
        self._kept[number] = (ref(thing, lambda _: self._kept.pop(number, None)), made)
        return made

    def __len__(self) -> int:
        """How many things are remembered."""
        return len(self._kept)


class Recent(Generic[Thing, Made]):
    """The same for the last few things asked for, where they cannot tell when they go: a tuple cannot."""

    def __init__(self, make: Callable[[Thing], Made]) -> None:
        """What `make` answers is shared by all who ask: they must not change it."""
        self._make = make
        self._kept: tuple[tuple[Thing, Made], ...] = ()

    def __call__(self, thing: Thing) -> Made:
        """What was made of this very thing, or is now; threads that meet here make it twice, no more."""
        for one, made in self._kept:
            if one is thing:
                return made
        made = self._make(thing)
        self._kept = ((thing, made), *self._kept[: _RECENT - 1])
        return made
