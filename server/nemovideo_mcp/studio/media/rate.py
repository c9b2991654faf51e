"""Frame rates as people and encoders know them, from what a file measures."""

from fractions import Fraction
from typing import Final

_NTSC: Final = Fraction(1000, 1001)
_KNOWN: Final = tuple(
    sorted(
        [Fraction(rate) for rate in (10, 12, 15, 20, 24, 25, 30, 48, 50, 60, 120)]
        + [n * _NTSC for n in (24, 30, 60)]
    )
)
_STEADY: Final = Fraction(1, 2500)
_SMOOTH: Final = 24
_MAX: Final = 120


def sane_rate(average: Fraction | None, base: Fraction | None) -> Fraction:
    """The rate to work at, in frames a second, 1 to 120: a known rate when the average is one up to rounding.

    A varying rate becomes its base rate when that is a known one, else the next known rate above its average that moves
    smoothly; nothing at all becomes 30.
    """
    average = average or base
    if not average or not 0 < average <= 1000:
        return Fraction(30)
    steady = _known(average)
    if steady is not None:
        return steady
    if base is None or abs(base - average) <= average / 100:
        return min(Fraction(_MAX), max(Fraction(1), average.limit_denominator(1001)))
    named = _known(base)
    if named is not None and average <= named <= 60:
        return named
    return next((known for known in _KNOWN if known >= average and known >= _SMOOTH), Fraction(_MAX))


def _known(rate: Fraction) -> Fraction | None:
    nearest = min(_KNOWN, key=lambda known: abs(known - rate))
    return nearest if abs(nearest - rate) <= nearest * _STEADY else None
