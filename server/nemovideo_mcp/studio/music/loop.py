"""A stretch of stereo sound whose end runs into its beginning, so that it can be repeated without a seam."""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Wave: TypeAlias = NDArray[np.float64]

RATE: Final = 48_000


class Loop:
    """`samples` of silence at 48 kHz to begin with; what is added past the end sounds at the start."""

    def __init__(self, samples: int) -> None:
        """`wave` has the shape (2, samples)."""
        self.wave: Wave = np.zeros((2, samples))

    def add(self, seconds: float, sound: Wave, gain: float = 1.0, pan: float = 0.0) -> None:
        """Lay a mono sound at a time; `pan` from -1 (left) to 1 (right), at equal power."""
        total = self.wave.shape[1]
        angle = (pan + 1) * np.pi / 4
        both = np.outer((np.cos(angle), np.sin(angle)), sound * gain)
        at = round(seconds * RATE) % total
        while both.shape[1]:
            part, both = both[:, : total - at], both[:, total - at :]
            self.wave[:, at : at + part.shape[1]] += part
            at = 0

    def mix(self, other: "Loop", gain: float = 1.0) -> None:
        """Add another loop of the same length."""
        self.wave += other.wave * gain

    def shape(self, response: Wave | NDArray[np.complex128]) -> None:
        """Filter in the round: multiply the spectrum (of `samples // 2 + 1` bins) by a response."""
        spectrum = np.fft.rfft(self.wave, axis=1) * response
        self.wave = np.fft.irfft(spectrum, n=self.wave.shape[1], axis=1).astype(np.float64)

    def echo(self, seconds: float, seed: int) -> None:
        """A room of its own noise that fades by 60 dB in `seconds`, added in the round."""
        total = self.wave.shape[1]
        length = round(seconds * RATE)
        fall: Wave = np.exp(-6.9078 * np.arange(length) / length)
        noise: Wave = np.random.RandomState(seed).standard_normal((2, length)) * fall
        noise[:, : round(0.012 * RATE)] = 0
        power: Wave = (noise**2).sum(axis=1, keepdims=True)
        noise = noise / np.sqrt(power)
        room: NDArray[np.complex128] = np.fft.rfft(noise, n=total, axis=1) * low_pass(total, 5_500)
        self.shape(room)


def frequencies(samples: int) -> Wave:
    """The spectrum's bins in Hz."""
    return np.arange(samples // 2 + 1, dtype=np.float64) * (RATE / samples)


def low_pass(samples: int, hertz: float) -> Wave:
    """Falls by 12 dB an octave above a frequency."""
    response: Wave = 1 / (1 + (frequencies(samples) / hertz) ** 2)
    return response


def high_pass(samples: int, hertz: float) -> Wave:
    """Falls by 12 dB an octave below a frequency."""
    ratio = (frequencies(samples) / hertz) ** 2
    response: Wave = ratio / (1 + ratio)
    return response
