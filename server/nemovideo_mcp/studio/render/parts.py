"""A film with many cuts made in parts, one after the other: every open input holds its decoder's pictures in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from nemovideo_mcp.studio.render.graph import seconds
from nemovideo_mcp.studio.render.runs import Run
from nemovideo_mcp.studio.render.transitions import overlap

LIST: Final = "parts.ffconcat"
_MOST_INPUTS: Final = 16


@dataclass(frozen=True)
class Part:
    """Runs of a film, `film` being all of them, from number `first` on up to `end`."""

    film: tuple[Run, ...]
    first: int
    end: int

    @property
    def around(self) -> list[Run]:
        """Its runs and their neighbours, by which it is known how it begins and ends."""
        return list(self.film[max(0, self.first - 1) : self.end + 1])

    @property
    def runs(self) -> list[Run]:
        """The runs that are seen in it."""
        return list(self.film[self.first : self.end])

    @property
    def begins(self) -> int:
        """Number of the film's frame that is its first."""
        return self.film[self.first].pieces[0].first_frame

    @property
    def frames(self) -> int:
        """Frames in it."""
        last = self.film[self.end - 1].pieces[-1]
        return last.first_frame + last.frames - self.begins


def parts(runs: Sequence[Run]) -> list[Part]:
    """The film cut where nothing overlaps, some inputs in each part; none when it has few, or overlaps all along."""
    if len(runs) <= _MOST_INPUTS:
        return []
    film, found, first = tuple(runs), list[Part](), 0
    for number in range(1, len(film)):
        apart = overlap(film[number - 1].pieces[-1], film[number].pieces[0])[0] <= 0
        if apart and number - first >= _MOST_INPUTS:
            found.append(Part(film, first, number))
            first = number
    return [*found, Part(film, first, len(film))] if found else []


def part_file(number: int) -> str:
    """The file in the working folder that holds a part's picture."""
    return f"part{number}.mp4"


def listed(found: Sequence[Part], fps: Fraction) -> str:
    """The list by which ffmpeg reads the parts one after the other, each as long as its frames."""
    lines = ["ffconcat version 1.0"]
    for number, part in enumerate(found):
        lines += [f"file {part_file(number)}", f"duration {seconds(part.frames / fps)}"]
    return "\n".join(lines) + "\n"
