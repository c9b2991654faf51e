"""Words as captions: cues of one or two lines, broken at phrases, long enough to be read."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from nemovideo_mcp.studio.timeline.time import TICKS_PER_SECOND, Ticks, from_ms
from nemovideo_mcp.studio.timeline.transcript import LONG_PAUSE, SENTENCE_ENDS, Word, joined

LONGEST: Final = from_ms(7000)
SHORTEST: Final = from_ms(1000)
_NARROW, _WIDE = 3, 7
LINE: Final = 42 * _NARROW  # that is 18 Chinese characters
_ROOM, _TALL_ROOM = 0.9, 0.84  # of the picture's width
_LETTER: Final = 0.6  # of its height, on average, a bold letter is wide
_LEAST_LETTERS: Final = 10
_READ_A_SECOND: Final = 17 * _NARROW
_APART: Final = from_ms(80)
_BREATH: Final = from_ms(250)
_PAUSE: Final = from_ms(500)
_CLAUSE_ENDS: Final = (",", ";", ":", "—", "–", "，", "；", "：", "、")
_LEANING: Final = frozenset(
    re.findall(
        r"\w+",
        "a an the of to in on at by for with from and or but nor as if is are was were be been am that this these those "
        "my your his her its our their i you he she it we they not no so than very can will would could should may might",
    )
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption: its words, its one or two lines, and when it is seen, in ticks."""

    words: tuple[Word, ...]
    lines: tuple[str, ...]
    start: Ticks
    end: Ticks

    @property
    def text(self) -> str:
        """The lines, one under the other."""
        return "\n".join(self.lines)


def cues_of(words: Sequence[Word], end: Ticks | None = None, line: int = LINE) -> list[Cue]:
    """The captions of what is said, in order and apart, in lines no wider than `line`; none is seen after `end`."""
    groups = [group for run in _runs(words) for group in _grouped(run, line)]
    return [_cue(group, following, end, line) for group, following in pairwise([*groups, None]) if group]


def line_of(width: int, height: int, size: int) -> int:
    """How wide a line of captions may be on a picture of so many pixels; `size` in percent of its short side."""
    room = _TALL_ROOM if height > width else _ROOM
    letters = room * width / (_LETTER * size / 100 * min(width, height))
    return min(LINE, max(_LEAST_LETTERS, int(letters)) * _NARROW)


def width(text: str) -> int:
    """How much room a text takes: a Chinese character more than two Latin letters."""
    return sum(_WIDE if unicodedata.east_asian_width(letter) in "WF" else _NARROW for letter in text)


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words between long pauses: no caption stays over one."""
    run: list[Word] = []
    for word in words:
        if run and word.start - run[-1].end >= LONG_PAUSE:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _grouped(run: Sequence[Word], line: int) -> list[tuple[Word, ...]]:
    """The way to part a run into captions that costs least, over all ways."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        found = []
        for start in range(end - 1, -1, -1):
            if start < end - 1 and not _fits(run[start:end], line):
                break
            found.append((best[start][0] + _cost(run, start, end), start))
        best.append(min(found))
    parts, end = [], len(run)
    while end:
        start = best[end][1]
        parts.append(tuple(run[start:end]))
        end = start
    return parts[::-1]


def _fits(words: Sequence[Word], line: int) -> bool:
    """Whether these words can stand in two lines for as long as they are said."""
    if words[-1].end - words[0].start > LONGEST or width(joined(words)) > 2 * line:
        return False
    return width(joined(words)) <= line or any(
        width(joined(words[:at])) <= line and width(joined(words[at:])) <= line for at in range(1, len(words))
    )


def _cost(run: Sequence[Word], start: int, end: int) -> float:
    """How bad a caption these words make: broken in the middle of a phrase, too short, or too fast to read."""
    words = run[start:end]
    following = run[end].start if end < len(run) else None
    seconds = (_seen_until(words, following, None) - words[0].start) / TICKS_PER_SECOND
    rate = width(joined(words)) / max(seconds, 0.001)
    inner = sum(word.text.endswith(SENTENCE_ENDS) for word in words[:-1])
    pauses = sum(later.start - word.end >= _PAUSE for word, later in pairwise(words))
    return (
        10.0
        + (0.0 if following is None else _break_cost(words[-1], following))
        + 6.0 * inner
        + 14.0 * pauses
        + 15.0 * max(0.0, 1.0 - seconds)
        + 0.2 * max(0.0, rate - _READ_A_SECOND)
    )


def _break_cost(last: Word, following: Ticks) -> float:
    """How bad it is to part the words after this one."""
    if last.text.endswith(SENTENCE_ENDS):
        return 0.0
    if last.text.endswith(_CLAUSE_ENDS):
        return 2.0
    cost = 5.0 if following - last.end >= _BREATH else 9.0
    return cost + (4.0 if last.text.lower() in _LEANING else 0.0)


def _seen_until(words: Sequence[Word], following: Ticks | None, end: Ticks | None) -> Ticks:
    """Until they are said and read, unless the next caption or the film's end comes first."""
    first, said = words[0].start, words[-1].end
    read = first + max(SHORTEST, width(joined(words)) * TICKS_PER_SECOND // _READ_A_SECOND)
    until = max(said, min(read, first + LONGEST))
    if following is not None:
        until = min(until, max(following - _APART, min(said, following)))
    return until if end is None else min(until, end)


def _cue(words: tuple[Word, ...], following: tuple[Word, ...] | None, end: Ticks | None, line: int) -> Cue:
    until = _seen_until(words, following[0].start if following else None, end)
    return Cue(words, lines_of(words, line), words[0].start, until)


def lines_of(words: Sequence[Word], line: int = LINE) -> tuple[str, ...]:
    """One line, or two of about the same width, parted where a phrase ends if that is near."""
    whole = joined(words)
    if width(whole) <= line or len(words) == 1:
        return (whole,)
    at = min(range(1, len(words)), key=lambda at: _line_cost(words, at, line))
    return joined(words[:at]), joined(words[at:])


def _line_cost(words: Sequence[Word], at: int, line: int) -> float:
    upper, lower = width(joined(words[:at])), width(joined(words[at:]))
    over = max(0, upper - line) + max(0, lower - line)
    glued = 100.0 if words[at].text[:1] == "-" else 0.0
    return (
        100.0 * over
        + glued
        + abs(upper - lower) / _NARROW
        + 4.0 * _break_cost(words[at - 1], words[at].start)
    )
