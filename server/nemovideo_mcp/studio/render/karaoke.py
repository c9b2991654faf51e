"""Captions whose words light up as they are said: where each word stands in the lines, and when it begins."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nemovideo_mcp.studio.timeline.model import TimedWord
from nemovideo_mcp.studio.timeline.time import Ticks, to_ms


def sung(lines: Sequence[str], words: Sequence[TimedWord], at: Ticks) -> Iterator[list[tuple[int, str]]]:
    """Each line in pieces that begin with a word, with the hundredths of a second each lasts from the one before.

    The caption is seen from `at`. If that is before the first word, the first piece is empty and lasts until then. Letters that belong to no
    word go with the word before them.
    """
    starts = _letters(words)
    begins = [max(0, to_ms(word.at - at) // 10) for word in words]
    over = max(begins[-1] + 1, to_ms(words[-1].end - at) // 10) if words else 0
    lasts = [max(0, end - start) for start, end in pairwise([*begins, over])]
    letter, lead = 0, [(begins[0], "")] if begins and begins[0] else []
    for line in lines:
        pieces, lead = lead, []
        for char in line:
            if not char.isspace() and letter in starts:
                pieces.append((lasts[starts[letter]], ""))
            letter += not char.isspace()
            lasting, text = pieces[-1] if pieces else (0, "")
            pieces[-1:] = [(lasting, text + char)]
        yield pieces


def _letters(words: Sequence[TimedWord]) -> dict[int, int]:
    """The number of the letter with which each word begins, spaces not counted, and which word that is."""
    starts, letter = {}, 0
    for index, word in enumerate(words):
        starts[letter] = index
        letter += sum(not char.isspace() for char in word.text)
    return starts
