"""Words put where they are heard: a recogniser's times are some tenths of a second off, the edges of speech are not."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from nemovideo_mcp.studio.speech.activity import Span
from nemovideo_mcp.studio.speech.recogniser import Spoken
from nemovideo_mcp.studio.speech.sound import RATE
from nemovideo_mcp.studio.timeline.time import from_seconds
from nemovideo_mcp.studio.timeline.transcript import Word

_FAR: Final = RATE  # a word so far from any speech is invented
_NEAR: Final = RATE * 4 // 10
_LEAST: Final = RATE // 25


def clamped(words: Sequence[Spoken], spans: Sequence[Span], offset: int) -> list[Word]:
    """The words within the spans, in order; the first and last of a span begin and end with it.

    `spans` are numbers of samples; `offset`, where the sound begins in its recording, is added.
    """
    held: list[tuple[Spoken, Span, int, int]] = []
    for word in words:
        start, end = round(word.start_s * RATE), round(word.end_s * RATE)
        span = _home(start, end, spans)
        if span is not None:
            held.append((word, span, min(max(start, span[0]), span[1]), max(min(end, span[1]), span[0])))
    return [_word(held, index, offset) for index in range(len(held))]


def _home(start: int, end: int, spans: Sequence[Span]) -> Span | None:
    """The span a word shares most with, else the nearest."""
    if not spans:
        return None
    best = max(spans, key=lambda span: min(end, span[1]) - max(start, span[0]))
    return best if min(end, best[1]) - max(start, best[0]) > -_FAR else None


def _word(held: Sequence[tuple[Spoken, Span, int, int]], index: int, offset: int) -> Word:
    word, span, start, end = held[index]
    first = index == 0 or held[index - 1][1] != span
    last = index == len(held) - 1 or held[index + 1][1] != span
    if first and start - span[0] <= _NEAR:
        start = span[0]
    if last and span[1] - end <= _NEAR:
        end = span[1]
    if not first:
        start = max(start, min(held[index - 1][3], span[1] - _LEAST))
    end = max(end, start + _LEAST)
    return Word(word.text, _ticks(start + offset), _ticks(end + offset), word.joined)


def _ticks(sample: int) -> int:
    return from_seconds(Fraction(sample, RATE))
