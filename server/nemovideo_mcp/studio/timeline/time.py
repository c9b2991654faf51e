"""Exact time: ticks, frames, samples and milliseconds, and how one becomes another without drift.

A tick is 1/705,600,000 s: whole numbers of ticks fit every common frame rate (24 to 120, and their 1000/1001 forms)
and every common sample rate (8 to 192 kHz).
"""

from fractions import Fraction
from typing import Final, TypeAlias

Ticks: TypeAlias = int

TICKS_PER_SECOND: Final = 705_600_000
TICKS_PER_MS: Final = TICKS_PER_SECOND // 1000
SAMPLE_RATE: Final = 48_000


def _nearest(value: Fraction) -> int:
    """Rounds half up, so that equal steps stay equal."""
    return _quotient(value.numerator, value.denominator)


def _quotient(number: int, by: int) -> int:
    """The same of a quotient; a long film's draft asks for thousands."""
    return (2 * number + by) // (2 * by)


def from_seconds(seconds: Fraction | int) -> Ticks:
    """Ticks of an exact number of seconds."""
    return _nearest(Fraction(seconds) * TICKS_PER_SECOND)


def from_ms(ms: Fraction | int) -> Ticks:
    """Ticks of a number of milliseconds."""
    return ms * TICKS_PER_MS if isinstance(ms, int) else _nearest(Fraction(ms) * TICKS_PER_MS)


def to_ms(ticks: Ticks) -> int:
    """Nearest whole millisecond, for the wire and for people."""
    return _quotient(ticks, TICKS_PER_MS)


def to_seconds(ticks: Ticks) -> Fraction:
    """Exact seconds."""
    return Fraction(ticks, TICKS_PER_SECOND)


def frame_ticks(fps: Fraction) -> Fraction:
    """Length of one frame in ticks; whole for every common rate."""
    return Fraction(TICKS_PER_SECOND) / fps


def to_frames(ticks: Ticks, fps: Fraction) -> int:
    """Number of the frame boundary nearest to a time."""
    return _quotient(ticks * fps.numerator, TICKS_PER_SECOND * fps.denominator)


def from_frames(frames: int, fps: Fraction) -> Ticks:
    """Time at which a frame begins."""
    return _quotient(frames * TICKS_PER_SECOND * fps.denominator, fps.numerator)


def snap(ticks: Ticks, fps: Fraction) -> Ticks:
    """The frame boundary nearest to a time."""
    return from_frames(to_frames(ticks, fps), fps)


def to_samples(ticks: Ticks, rate: int = SAMPLE_RATE) -> int:
    """Number of the sample nearest to a time; lengths are differences of these, so nothing drifts."""
    return _quotient(ticks * rate, TICKS_PER_SECOND)


def played(length: Ticks, speed: Fraction) -> Ticks:
    """How long so much of a source lasts at a speed above 0: `round(length / speed)`, which a long film asks thousands of times."""
    number, by = length * speed.denominator, speed.numerator
    if by == 1:
        return number
    whole, rest = divmod(number, by)
    return whole + (2 * rest > by or (2 * rest == by and whole % 2 == 1))


def as_text(ticks: Ticks) -> str:
    """A time as people write it in a sentence: `0.5 s`, `10 s`, `1:05`, `1:02:03.5`."""
    ms = to_ms(ticks)
    whole, rest = divmod(ms, 1000)
    fraction = f".{rest:03d}".rstrip("0").rstrip(".")
    if whole < 60:
        return f"{whole}{fraction} s"
    minutes, seconds = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    clock = f"{hours}:{minutes:02d}" if hours else str(minutes)
    return f"{clock}:{seconds:02d}{fraction}"
