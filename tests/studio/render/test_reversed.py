"""What plays backwards is the same film from its other end: every frame, every sample."""

from fractions import Fraction

import numpy as np
import pytest

from nemovideo_mcp.studio.render import runs
from nemovideo_mcp.studio.render.preview import frame_at
from nemovideo_mcp.studio.timeline.edits_cutting import CutOut, Split
from nemovideo_mcp.studio.timeline.edits_reversing import Reverse
from nemovideo_mcp.studio.timeline.edits_transition import SetTransition
from nemovideo_mcp.studio.timeline.model import Media, Project
from studio import footage
from studio.footage import pitch
from studio.render.conftest import Bench, film, frames

# A tone that rises from 300 Hz by 300 Hz a second, and a picture that counts.
RISING = "aevalsrc=0.4*sin(2*PI*(300*t+150*t*t)):s=48000:d=3"


@pytest.fixture
def counting(bench: Bench) -> Media:
    """Ninety frames that are all different, and the rising tone."""
    picture = ("-f", "lavfi", "-i", "testsrc2=s=160x90:d=3:r=30", "-f", "lavfi", "-i", RISING)
    return bench.make("count.mp4", *picture, "-c:v", "libx264", "-qp", "10", "-c:a", "aac")


def shown(bench: Bench, medium: Media, path) -> list[int]:
    """Which frame of the source each frame of a film is."""
    source = footage.pictures(bench.paths[medium.id]).astype(int)
    made = footage.pictures(path)
    return [int(np.abs(source - picture).mean(axis=(1, 2)).argmin()) for picture in made]


def project(counting: Media) -> Project:
    """The whole of it as one clip."""
    return film(counting, frames("c1", counting, 0, 90), size=(160, 90), serial=2)


@pytest.mark.parametrize("held", [8, 90], ids=["in twelve stretches", "in one"])
def test_the_last_frame_comes_first_and_the_tone_falls(
    bench: Bench, counting: Media, monkeypatch, held: int
) -> None:
    """Every frame is there once, from the last to the first, and the sound is that of its picture."""
    monkeypatch.setattr(runs, "_FEWEST_HELD", held)
    monkeypatch.setattr(runs, "_HELD", 0)
    path = bench.render(Reverse().apply(project(counting)))
    assert shown(bench, counting, path) == list(range(89, -1, -1))
    heard = footage.samples(path)
    heights = [pitch(heard, second, second + 0.1) for second in (0.2, 1.45, 2.7)]
    assert heights == pytest.approx([1125, 750, 375], abs=25)


def test_a_part_a_cut_and_another_speed_are_right_to_the_frame(bench: Bench, counting: Media) -> None:
    """What is cut from a film that plays backwards goes from its beginning as it is seen; at double speed every other frame."""
    middle = Reverse(start_ms=1000, end_ms=2000).apply(project(counting))
    wanted = [*range(30), *range(59, 29, -1), *range(60, 90)]
    assert shown(bench, counting, bench.render(middle)) == wanted
    cut = CutOut(start_ms=1200, end_ms=1500).apply(middle)
    assert shown(bench, counting, bench.render(cut)) == wanted[:36] + wanted[45:]
    split = Split(at_ms=1500).apply(middle)
    assert shown(bench, counting, bench.render(split)) == wanted
    fast = film(
        counting, frames("c1", counting, 0, 60, speed=Fraction(2), backwards=True), size=(160, 90), serial=2
    )
    assert shown(bench, counting, bench.render(fast)) == list(range(58, -1, -2))


def test_two_clips_turn_around_with_the_crossfade_between_them(bench: Bench, counting: Media) -> None:
    """The second comes first; the crossfade stays where they meet, and a preview shows the frame of the film."""
    two = film(
        counting,
        frames("c1", counting, 0, 40),
        frames("c2", counting, 50, 90),
        size=(160, 90),
        serial=3,
    )
    two = SetTransition(duration_ms=400).apply(two)
    turned = Reverse().apply(two)
    assert [clip.id for clip in turned.clips] == ["c2", "c1"]
    assert turned.duration == two.duration
    made = shown(bench, counting, bench.render(turned))
    assert len(made) == 68
    assert made[:28] == list(range(89, 61, -1))
    assert made[40:] == list(range(27, -1, -1))
    seen = frame_at(turned, bench.paths, 500).jpeg
    (bench.folder / "seen.jpg").write_bytes(seen)
    assert shown(bench, counting, bench.folder / "seen.jpg") == [made[15]]
