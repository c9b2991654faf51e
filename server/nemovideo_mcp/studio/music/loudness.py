"""How loud a loop is, as ITU-R BS.1770 weighs it, and how it is brought to a level."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from nemovideo_mcp.studio.music.loop import RATE, Loop, frequencies

_SHELF: Final = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (-1.69065929318241, 0.73248077421585),
)
_HIGH_PASS: Final = ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))
_HIGHEST_PEAK: Final = 0.85


def loudness(loop: Loop) -> float:
    """LUFS of the whole loop, without gates."""
    samples = loop.wave.shape[1]
    weight = np.abs(_response(samples, *_SHELF) * _response(samples, *_HIGH_PASS))
    weighed = np.fft.irfft(np.fft.rfft(loop.wave, axis=1) * weight, n=samples, axis=1)
    return float(-0.691 + 10 * np.log10((weighed**2).mean(axis=1).sum()))


def _response(
    samples: int, ahead: tuple[float, float, float], back: tuple[float, float]
) -> NDArray[np.complex128]:
    turn = np.exp(-2j * np.pi * frequencies(samples) / RATE)
    found: NDArray[np.complex128] = (ahead[0] + ahead[1] * turn + ahead[2] * turn**2) / (
        1 + back[0] * turn + back[1] * turn**2
    )
    return found


def bring_to(loop: Loop, lufs: float) -> None:
    """Scale to a loudness; peaks that would clip are rounded off."""
    loop.wave *= 10 ** ((lufs - loudness(loop)) / 20)
    loud = np.abs(loop.wave) > _HIGHEST_PEAK / 2
    loop.wave[loud] = _rounded(loop.wave[loud])


def _rounded(wave: NDArray[np.float64]) -> NDArray[np.float64]:
    """Straight up to half the highest peak, then bent towards it."""
    knee = _HIGHEST_PEAK / 2
    bent: NDArray[np.float64] = np.sign(wave) * (knee + knee * np.tanh((np.abs(wave) - knee) / knee))
    return bent
