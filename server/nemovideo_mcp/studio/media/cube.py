"""Colour tables from .cube files: read strictly, and written anew in the one plain form that is kept."""

import re
from dataclasses import dataclass
from math import isfinite
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nemovideo_mcp.studio.media.errors import BadMedia

Table: TypeAlias = NDArray[np.float64]

SIZES: Final = range(2, 65)
CURVES: Final = range(2, 65_537)
MOST_BYTES: Final = 16_000_000
_FURTHEST: Final = 1e4  # no colour lies beyond, whatever the scale
_HEAD: Final = re.compile(r"[A-Za-z_]")
_WORDS: Final = ("TITLE", "LUT_3D_SIZE", "LUT_1D_SIZE", "DOMAIN_MIN", "DOMAIN_MAX")
_RANGES: Final = ("LUT_3D_INPUT_RANGE", "LUT_1D_INPUT_RANGE")
_HINT: Final = "Export it again as a 3D .cube file of up to 64 colours a side. Nothing was kept or changed."


@dataclass(frozen=True)
class Cube:
    """A table of colours over 0 to 1: `table[blue, green, red]` is what a colour becomes, each part from 0 to 1."""

    table: Table

    @property
    def size(self) -> int:
        """Colours a side."""
        return len(self.table)

    def text(self, percent: int = 100) -> str:
        """As a plain .cube file; with less than 100 percent, that much of it and the rest as it was."""
        grid = np.linspace(0, 1, self.size)
        blue, green, red = np.meshgrid(grid, grid, grid, indexing="ij")
        as_it_was = np.stack([red, green, blue], axis=-1)
        mixed = as_it_was + (self.table - as_it_was) * (percent / 100)
        lines = "%.6f %.6f %.6f\n" * self.size**3 % tuple(mixed.ravel())
        return f"LUT_3D_SIZE {self.size}\n{lines}"


def read(text: str) -> Cube:
    """A .cube file's table, brought to the domain 0 to 1. BadMedia says which line is not what it should be."""
    if len(text) > MOST_BYTES:
        raise BadMedia("too_large", f"It is longer than {MOST_BYTES // 10**6} MB.", _HINT)
    head, rows = _parts(text)
    size, is_curve = _size(head)
    low, high = _domain(head)
    colours = _colours(rows, size if is_curve else size**3)
    table = _of_curve(colours) if is_curve else colours.reshape(size, size, size, 3)
    if is_curve or (low, high) != ((0.0,) * 3, (1.0,) * 3):
        table = _resampled(table, low, high)
    return Cube(np.clip(table, 0, 1))


def kept(text: str) -> Cube:
    """A table in the form that `Cube.text` writes; it was read strictly before."""
    size, *numbers = text.split()[1:]
    return Cube(np.array(numbers, dtype=np.float64).reshape(int(size), int(size), int(size), 3))


def _parts(text: str) -> tuple[dict[str, tuple[int, list[str]]], list[tuple[int, list[str]]]]:
    """The keywords with what follows each, and the rows of numbers, all with their line's number."""
    head: dict[str, tuple[int, list[str]]] = {}
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        said = line.split()
        if not said or said[0].startswith("#"):
            continue
        if _HEAD.match(said[0]) and said[0].lower() not in {"nan", "inf", "infinity"}:
            word = said[0].upper()
            if word not in (*_WORDS, *_RANGES):
                raise _bad(number, f"begins with {said[0][:40]!r}, which is no word of a .cube file")
            if word in head or rows:
                raise _bad(number, f"says {word} again" if word in head else f"says {word} among the colours")
            head[word] = number, said[1:]
        else:
            rows.append((number, said))
    return head, rows


def _size(head: dict[str, tuple[int, list[str]]]) -> tuple[int, bool]:
    """Colours a side, and whether it is one curve for each of red, green and blue."""
    if "LUT_3D_SIZE" in head and "LUT_1D_SIZE" in head:
        raise BadMedia("unsupported", "It holds a curve and a table in one; only one of them is read.", _HINT)
    word = next((one for one in ("LUT_3D_SIZE", "LUT_1D_SIZE") if one in head), None)
    if word is None:
        raise BadMedia(
            "unsupported", "It is no .cube file: nothing in it says LUT_3D_SIZE (or LUT_1D_SIZE).", _HINT
        )
    number, said = head[word]
    sizes = CURVES if word == "LUT_1D_SIZE" else SIZES
    plain = len(said) == 1 and re.fullmatch(r"[0-9]{1,6}", said[0])
    if not plain or int(said[0]) not in sizes:
        raise _bad(number, f"gives no size from {sizes[0]} to {sizes[-1]}")
    return int(said[0]), word == "LUT_1D_SIZE"


_Corner: TypeAlias = tuple[float, ...]


def _domain(head: dict[str, tuple[int, list[str]]]) -> tuple[_Corner, _Corner]:
    """The darkest and the brightest colour that the table is for, (0, 0, 0) and (1, 1, 1) unless it is said."""
    low, high = (_corner(head, word, usual) for word, usual in (("DOMAIN_MIN", 0.0), ("DOMAIN_MAX", 1.0)))
    for word in _RANGES:
        if word in head:
            number, said = head[word]
            if len(said) != 2:
                raise _bad(number, f"gives no two numbers for {word}")
            low, high = ((_number(number, one),) * 3 for one in said)
    if not all(before < after for before, after in zip(low, high, strict=True)):
        raise BadMedia("broken", "Its domain ends before it begins (DOMAIN_MIN, DOMAIN_MAX).", _HINT)
    return low, high


def _corner(head: dict[str, tuple[int, list[str]]], word: str, usual: float) -> _Corner:
    if word not in head:
        return (usual,) * 3
    number, said = head[word]
    if len(said) != 3:
        raise _bad(number, f"gives no three numbers for {word}")
    return tuple(_number(number, one) for one in said)


def _colours(rows: list[tuple[int, list[str]]], wanted: int) -> Table:
    if len(rows) != wanted:
        raise BadMedia("broken", f"It holds {len(rows)} colours where its size asks for {wanted}.", _HINT)
    for number, said in rows:
        if len(said) != 3:
            raise _bad(number, "is not a colour of three numbers")
    try:
        found = np.array([said for _, said in rows], dtype=np.float64)
    except ValueError:
        found = np.full((wanted, 3), np.nan)
    odd = any("_" in one for _, said in rows for one in said)
    if odd or not (np.isfinite(found).all() and np.abs(found).max() <= _FURTHEST):
        for number, said in rows:
            for one in said:
                _number(number, one)
    return found


def _number(line: int, said: str) -> float:
    try:
        value = float(said)
    except ValueError:
        value = float("nan")
    if not isfinite(value) or abs(value) > _FURTHEST or "_" in said:
        raise _bad(line, f"holds {said[:40]!r}, which is no number that a colour can have")
    return value


def _bad(number: int, what: str) -> BadMedia:
    return BadMedia("broken", f"Its line {number} {what}.", _HINT)


def _of_curve(colours: Table) -> Table:
    """A curve for each part of a colour as a table."""
    side, places = SIZES[-1], np.linspace(0, 1, len(colours))
    grid = np.linspace(0, 1, side)
    red, green, blue = (np.interp(grid, places, colours[:, part]) for part in range(3))
    ordered = np.meshgrid(blue, green, red, indexing="ij")
    return np.stack(ordered[::-1], axis=-1)


def _resampled(table: Table, low: _Corner, high: _Corner) -> Table:
    """The table over 0 to 1: what lies outside its domain is as at its edge."""
    grid = np.linspace(0, 1, SIZES[-1])
    for axis, part in enumerate((2, 1, 0)):
        steps = table.shape[axis] - 1
        places = np.clip((grid - low[part]) / (high[part] - low[part]), 0, 1) * steps
        before = np.minimum(places.astype(int), steps - 1)
        share = (places - before).reshape([-1 if one == axis else 1 for one in range(4)])
        table = np.take(table, before, axis) * (1 - share) + np.take(table, before + 1, axis) * share
    return table
