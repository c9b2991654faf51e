"""Instruments: each makes one note or one stroke, as a mono wave at 48 kHz, from a pitch in Hz and a length in seconds."""

from functools import cache
from typing import Final

import numpy as np

from nemovideo_mcp.studio.music.loop import RATE, Wave

_DETUNED: Final = (0.9965, 1.0, 1.0041)
_HIGHEST_HZ: Final = 12_000


def _time(seconds: float) -> Wave:
    time: Wave = np.arange(round(seconds * RATE)) / RATE
    return time


def _held(time: Wave, seconds: float, attack: float, release: float) -> Wave:
    """Rises in `attack`, stays, and falls in `release` after `seconds`."""
    rise = np.clip(time / attack, 0, 1)
    fall = np.clip(1 - (time - seconds) / release, 0, 1)
    shape: Wave = (0.5 - 0.5 * np.cos(np.pi * rise)) * fall**2
    return shape


def keys(hertz: float, seconds: float) -> Wave:
    """A soft electric piano: a tine that is bright when struck and mellows."""
    time = _time(seconds + 0.25)
    phase = 2 * np.pi * hertz * time
    tine = np.sin(
        phase + 1.1 * np.exp(-5 * time) * np.sin(phase) + 0.12 * np.exp(-14 * time) * np.sin(7 * phase)
    )
    wave: Wave = tine * np.exp(-1.3 * time) * _held(time, seconds, 0.006, 0.25)
    return wave * (1 + 0.12 * np.sin(2 * np.pi * 4.3 * time))


def piano(hertz: float, seconds: float) -> Wave:
    """A struck string: high partials die first, each a little sharp."""
    time = _time(seconds + 0.4)
    wave = np.zeros_like(time)
    for partial in range(1, 11):
        pitch = hertz * partial * np.sqrt(1 + 0.0004 * partial**2)
        if pitch < _HIGHEST_HZ:
            wave += np.sin(2 * np.pi * pitch * time) * np.exp(-(0.7 + 0.65 * partial) * time) / partial**1.5
    return wave * _held(time, seconds, 0.004, 0.4)


def strings(hertz: float, seconds: float, attack: float = 0.7, release: float = 1.2) -> Wave:
    """Several bows on one note: harmonics of three voices slightly out of tune."""
    time = _time(seconds + release)
    wave = np.zeros_like(time)
    for voice, detuned in enumerate(_DETUNED):
        turn = np.exp(2j * np.pi * hertz * detuned * time + 1.7j * voice)
        harmonic = np.ones_like(turn)
        for partial in range(1, min(13, int(_HIGHEST_HZ / hertz))):
            harmonic *= turn
            wave += harmonic.imag / partial**1.7
    return wave * _held(time, seconds, attack, release) / len(_DETUNED)


def bass(hertz: float, seconds: float) -> Wave:
    """A round bass with enough of an octave in it to be heard on small speakers."""
    time = _time(seconds + 0.06)
    phase = 2 * np.pi * hertz * time
    wave = (
        np.sin(phase)
        + 0.35 * np.sin(2 * phase) * np.exp(-3 * time)
        + 0.12 * np.sin(3 * phase) * np.exp(-6 * time)
    )
    return wave * np.exp(-0.8 * time) * _held(time, seconds, 0.008, 0.06)


def pluck(hertz: float, seconds: float) -> Wave:
    """A bright picked string."""
    time = _time(seconds + 0.2)
    wave = np.zeros_like(time)
    for partial in range(1, 9):
        if hertz * partial < _HIGHEST_HZ:
            fall = np.exp(-(2.5 + 1.6 * partial) * time)
            wave += np.sin(2 * np.pi * hertz * partial * time) * fall / partial
    return wave * _held(time, seconds, 0.003, 0.2)


def bell(hertz: float, seconds: float) -> Wave:
    """A small bell: partials that are no multiples of each other."""
    time = _time(seconds + 1.5)
    wave = np.zeros_like(time)
    for ratio, share, fall in ((1.0, 1.0, 1.6), (2.76, 0.35, 3.0), (5.4, 0.14, 5.0)):
        if hertz * ratio < _HIGHEST_HZ:
            wave += share * np.sin(2 * np.pi * hertz * ratio * time) * np.exp(-fall * time)
    return wave * _held(time, seconds, 0.004, 1.5)


@cache
def kick(depth: float = 46.0, seconds: float = 0.32) -> Wave:
    """A bass drum: a tone that falls to `depth` Hz."""
    time = _time(seconds)
    phase = 2 * np.pi * (depth * time + 2.6 * (1 - np.exp(-time * 32)))
    wave: Wave = np.sin(phase) * np.exp(-time * 2.2 / seconds) * np.clip((seconds - time) / 0.03, 0, 1)
    return wave


@cache
def snare(seed: int, seconds: float = 0.2) -> Wave:
    """A snare: a short tone under a burst of noise."""
    time = _time(seconds)
    tone = 0.5 * np.sin(2 * np.pi * 185 * time) * np.exp(-time * 28)
    return tone + 0.55 * _noise(seed, time) * np.exp(-time * 20) * np.clip((seconds - time) / 0.02, 0, 1)


@cache
def clap(seed: int) -> Wave:
    """Hands: three bursts and what they leave in the air."""
    time = _time(0.22)
    bursts = sum((np.exp(-np.abs(time - at) * 190) for at in (0.004, 0.016, 0.029)), np.zeros_like(time))
    late = np.where(time > 0.029, np.exp(-(time - 0.029) * 24), 0)
    wave: Wave = _noise(seed, time) * (0.5 * bursts + 0.4 * late) * np.clip((0.22 - time) / 0.02, 0, 1)
    return wave


@cache
def hat(seed: int, seconds: float = 0.05) -> Wave:
    """A cymbal that is closed at once: noise without its lows."""
    time = _time(seconds)
    noise = np.diff(_noise(seed, time), n=2, prepend=[0.0, 0.0])
    wave: Wave = 0.22 * noise * np.exp(-time * 3.5 / seconds) * np.clip((seconds - time) / 0.01, 0, 1)
    return wave


@cache
def drum(seed: int) -> Wave:
    """A large low drum, struck with something soft."""
    time = _time(1.1)
    phase = 2 * np.pi * (52 * time + 1.3 * (1 - np.exp(-time * 18)))
    stroke = 0.15 * np.cumsum(_noise(seed, time)) / 12 * np.exp(-time * 40)
    wave: Wave = (np.sin(phase) * np.exp(-time * 4.2) + stroke) * np.clip((1.1 - time) / 0.05, 0, 1)
    return wave


def crackle(seed: int, seconds: float) -> Wave:
    """The dust of an old record: sparse clicks and a breath of noise."""
    random = np.random.RandomState(seed)
    samples = round(seconds * RATE)
    wave: Wave = 0.004 * random.standard_normal(samples)
    for at, size in zip(
        random.randint(0, samples - 40, round(seconds * 7)), random.rand(round(seconds * 7)), strict=True
    ):
        wave[at : at + 24] += 0.25 * size**3 * np.exp(-np.arange(24) / 5) * np.cos(np.arange(24) * 1.9)
    return wave


def _noise(seed: int, time: Wave) -> Wave:
    noise: Wave = np.random.RandomState(seed).standard_normal(len(time))
    return noise
