"""The built-in music is measured: as loud as it should be, without a seam, the same every time, and not one like another."""

import wave
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from nemovideo_mcp.studio.music.loop import RATE, Loop
from nemovideo_mcp.studio.music.loudness import loudness
from nemovideo_mcp.studio.music.shelf import sounded, tune_file
from nemovideo_mcp.studio.timeline.library import TUNES, library_medium
from nemovideo_mcp.studio.timeline.time import to_samples


@cache
def tune(style: str) -> Loop:
    """One turn of a tune, made once for all tests."""
    return sounded(TUNES[style])


def shares(sound: np.ndarray) -> list[float]:
    """How much of a sound's power lies in its lows, its middle and its highs, in dB of the whole."""
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    bands = ((30, 250), (250, 2_000), (2_000, 12_000))
    return [10 * np.log10(power[(hertz >= a) & (hertz < b)].sum() / power.sum()) for a, b in bands]


@pytest.mark.parametrize("style", TUNES)
def test_a_tune_is_as_loud_as_it_should_be_all_the_way(style: str) -> None:
    """-20 LUFS, no stretch of 4 s more than 6 dB from it, no clipping, no direct current, both sides alike."""
    loop = tune(style)
    assert loudness(loop) == pytest.approx(-20, abs=0.5)
    assert np.abs(loop.wave).max() < 0.9
    assert np.abs(loop.wave.mean(axis=1)).max() < 1e-3
    step = 4 * RATE
    levels = [
        10 * np.log10((loop.wave[:, at : at + step] ** 2).mean())
        for at in range(0, loop.wave.shape[1] - step, step)
    ]
    assert max(levels) - min(levels) < 8
    left, right = np.sqrt((loop.wave**2).mean(axis=1))
    assert left == pytest.approx(right, rel=0.15)


@pytest.mark.parametrize("style", TUNES)
def test_a_tune_runs_into_its_own_beginning(style: str) -> None:
    """The step across the seam is no larger than the steps beside it are."""
    around = np.concatenate([tune(style).wave[:, -480:], tune(style).wave[:, :480]], axis=1)
    steps = np.abs(np.diff(around, axis=1)).max(axis=0)
    assert steps[479] <= 1.5 * np.delete(steps, 479).max()


@pytest.mark.parametrize("style", TUNES)
def test_a_tune_has_lows_a_middle_and_highs(style: str) -> None:
    """Bass, chords and something on top: none of them is missing, none is all there is."""
    low, middle, high = shares(tune(style).wave.mean(axis=0))
    assert -12 < low < -0.3
    assert -15 < middle < -0.3
    assert -45 < high < -6


@pytest.mark.parametrize(("style", "note"), [("lo-fi", 62), ("upbeat", 55), ("calm", 65), ("cinematic", 62)])
def test_the_first_chord_is_in_its_key(style: str, note: int) -> None:
    """The strongest pitches of the first bar are notes of the chord that the score begins with."""
    chords = {"lo-fi": (2, 5, 9, 0, 4), "upbeat": (7, 11, 2), "calm": (5, 9, 0, 4, 7), "cinematic": (2, 5, 9)}
    beat = 60 / TUNES[style].beats_per_minute
    bar = tune(style).wave.mean(axis=0)[round(0.3 * RATE) : round(4 * beat * RATE)]
    power = np.abs(np.fft.rfft(bar * np.hanning(len(bar)))) ** 2
    hertz = np.fft.rfftfreq(len(bar), 1 / RATE)
    heard = (hertz > 120) & (hertz < 500)
    classes = np.round(12 * np.log2(hertz[heard] / 440) + 69).astype(int) % 12
    strength = np.bincount(classes, weights=power[heard], minlength=12)
    assert note % 12 in chords[style]
    assert set(np.argsort(strength)[-2:]) <= set(chords[style])
    assert strength[list(chords[style])].sum() > 0.7 * strength.sum()


def test_no_tune_is_like_another() -> None:
    """The beat of lo-fi and upbeat has attacks, calm has none as hard; the keys differ."""
    hardness = {}
    for style in TUNES:
        sound = tune(style).wave.mean(axis=0)
        blocks = np.sqrt((sound[: len(sound) // 480 * 480].reshape(-1, 480) ** 2).mean(axis=1)) + 1e-6
        hardness[style] = float(np.percentile(np.diff(20 * np.log10(blocks)), 99))
    assert hardness["calm"] < hardness["upbeat"]
    assert hardness["calm"] < hardness["lo-fi"]


def test_the_file_is_kept_and_as_long_as_its_medium(tmp_path: Path) -> None:
    """Made once, to the sample; what the project is told is what there is."""
    path = tune_file("library:lo-fi", tmp_path / "music")
    made = path.stat().st_mtime_ns
    assert tune_file("library:lo-fi", tmp_path / "music") == path
    assert path.stat().st_mtime_ns == made
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getframerate()) == (2, 48_000)
        assert file.getnframes() == to_samples(library_medium("library:lo-fi").duration)
        written = np.frombuffer(file.readframes(48_000), "<i2").reshape(-1, 2) / 32_767
    assert written == pytest.approx(tune("lo-fi").wave[:, :48_000].T, abs=1e-4)


def test_an_unknown_tune_is_none(tmp_path: Path) -> None:
    """There is no other music than that of the table."""
    with pytest.raises(KeyError):
        tune_file("library:polka", tmp_path)
