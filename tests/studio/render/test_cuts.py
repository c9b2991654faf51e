"""Cuts fall where they were made: picture to the frame, sound to the sample."""

import random

import numpy as np
import pytest

from nemovideo_mcp.studio.timeline.model import Project
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, frames, part

CLOCK = (slice(500, None), slice(600, None))  # where the example burns its timecode in


@pytest.fixture(scope="module")
def source_frames() -> np.ndarray:
    """The example's clock, frame by frame."""
    return footage.pictures(footage.EXAMPLE, window=CLOCK).astype(np.int16)


@pytest.fixture(scope="module")
def source_sound() -> np.ndarray:
    """The example's sound."""
    return footage.samples(footage.EXAMPLE)


def shown(path, source: np.ndarray, wanted: list[int]) -> list[int]:
    """Which frame of the source each frame of a film shows: of those around the wanted one, the one most like it."""
    found = []
    for picture, want in zip(footage.pictures(path, window=CLOCK), wanted, strict=True):
        first = max(0, want - 2)
        near = source[first : want + 3]
        found.append(first + int(np.abs(near - picture).mean(axis=(1, 2)).argmin()))
    return found


def numbers(cuts: list[tuple[int, int]]) -> list[int]:
    return [number for first, last in cuts for number in range(first, last)]


@requirement("EXP-5")
@pytest.mark.parametrize(
    "cuts",
    [
        pytest.param([(0, 40), (300, 330), (331, 333), (1050, 1060), (1262, 1272)], id="forward"),
        pytest.param([(700, 720), (90, 110), (705, 706), (0, 15)], id="back and forth"),
    ],
)
def test_every_frame_of_the_film_is_the_frame_that_was_cut(bench: Bench, source_frames, cuts) -> None:
    """The burnt-in timecode of each frame of the film is that of the frame it should show."""
    example = bench.take(footage.EXAMPLE)
    clips = [frames(f"c{number}", example, *cut) for number, cut in enumerate(cuts)]
    path = bench.render(film(example, *clips, size=(1280, 720)))
    assert shown(path, source_frames, numbers(cuts)) == numbers(cuts)


def test_sixty_cuts_do_not_drift(bench: Bench, source_frames, source_sound) -> None:
    """After sixty short cuts in one order and another, the last one's picture and sound are still in place."""
    example = bench.take(footage.EXAMPLE)
    choice = random.Random(5)  # noqa: S311 - a repeatable choice of cuts, not a secret
    starts = sorted(choice.sample(range(0, 600, 7), 50)) + choice.sample(range(600), 9) + [30]
    cuts = [(start, start + 5) for start in starts[:-1]] + [(30, 60)]
    path = bench.render(
        film(example, *[frames(f"c{n}", example, *cut) for n, cut in enumerate(cuts)], size=(1280, 720))
    )
    assert shown(path, source_frames, numbers(cuts)) == numbers(cuts)
    heard = footage.samples(path)[0, 59 * 5 * 1600 :][2_000:40_000]
    assert lag(heard, source_sound[0, 30 * 1600 :], 2_000) == 0


def lag(heard: np.ndarray, source: np.ndarray, at: int, reach: int = 60) -> int:
    """By how many samples a sound comes late."""
    errors = {
        by: float(((heard - source[at - by : at - by + len(heard)]) ** 2).mean())
        for by in range(-reach, reach)
    }
    return min(errors, key=errors.__getitem__)


@pytest.mark.parametrize("name", ["example", "chaplin"])
def test_sound_is_cut_to_the_sample(bench: Bench, name: str) -> None:
    """A clip's sound is the source's at the same moment, in AAC and in MP3-in-MP4 that was entered by seeking."""
    source = {"example": footage.EXAMPLE, "chaplin": footage.CHAPLIN}[name]
    medium = bench.take(source)
    path = bench.render(film(medium, part("a", medium, 4_000, 7_000)))
    heard = footage.samples(path)[0, 5_000:105_000]
    assert lag(heard, footage.samples(source)[0, 4 * 48_000 :], 5_000) == 0


def test_banana_is_said_at_its_new_moment(bench: Bench, source_sound) -> None:
    """With the stretch from 10 to 35 s cut out, the word said at 40 s is said at 15 s."""
    example = bench.take(footage.EXAMPLE)
    path = bench.render(film(example, part("a", example, 0, 10_000), part("b", example, 35_000, 42_400)))
    heard = footage.samples(path)

    def onset(sound: np.ndarray, start_s: float) -> float:
        loud = np.abs(sound[0, int(start_s * 48_000) :]) > 0.05
        return start_s + int(np.argmax(loud)) / 48_000

    assert abs(onset(heard, 13.5) - (onset(source_sound, 38.5) - 25)) < 0.002


def test_a_join_of_what_belongs_together_is_not_heard(bench: Bench) -> None:
    """A clip that was split and left so sounds as the unsplit one."""
    tone = bench.make("tone.wav", "-f", "lavfi", "-i", "sine=440:d=4:r=48000")
    split = film(tone, part("a", tone, 0, 1_000), part("b", tone, 1_000, 2_000))
    whole = film(tone, part("a", tone, 0, 2_000))
    heard = [footage.samples(bench.render(each, format="wav")) for each in (split, whole)]
    assert np.array_equal(*heard)


def test_a_cut_does_not_click(bench: Bench) -> None:
    """Where a loud tone is cut in mid-wave, no step is larger than the tone's own steepest."""
    tone = bench.make("tone.wav", "-f", "lavfi", "-i", "aevalsrc=0.8*sin(2*PI*440*t):s=48000:d=4")
    pieces = [part(f"c{n}", tone, start, start + 300) for n, start in enumerate((101, 903, 1_507, 2_211))]
    heard = footage.samples(bench.render(film(tone, *pieces), format="wav"))
    steepest = 0.8 * 2 * np.pi * 440 / 48_000
    assert np.abs(np.diff(heard[0])).max() < steepest * 1.1


def test_many_cuts_of_one_file_need_few_decoders(bench: Bench) -> None:
    """Three hundred cuts in the file's own order open the file once."""
    tone = bench.make(
        "long.mp4",
        "-f",
        "lavfi",
        "-i",
        "testsrc2=s=64x36:r=30:d=61",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
    )
    clips = [frames(f"c{n}", tone, n * 6, n * 6 + 3) for n in range(300)]
    planned = bench.plan(film(tone, *clips, size=(64, 36)))
    assert planned.arguments.count("-i") == 1
    assert planned.expected.frames == 900
    path = bench.render(film(tone, *clips, size=(64, 36)))
    source, shown_frames = footage.pictures(bench.paths[tone.id]), footage.pictures(path)
    wanted = source[numbers([(n * 6, n * 6 + 3) for n in range(300)])]
    assert np.abs(wanted.astype(int) - shown_frames).mean(axis=(1, 2)).max() < 8


def test_clips_off_the_frame_grid_still_add_up(bench: Bench) -> None:
    """Clips of 1,001 ms in a film at 25 frames: each boundary is rounded once, the whole has the frames of its length."""
    example = bench.take(footage.EXAMPLE)
    project: Project = film(
        example, *[part(f"c{n}", example, n * 1_500, n * 1_500 + 1_001) for n in range(12)], fps=25
    )
    bench.render(project)
    assert bench.proof is not None
    assert bench.proof.frames == round(12 * 1.001 * 25)
