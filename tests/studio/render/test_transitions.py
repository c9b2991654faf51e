"""Crossfades overlap two clips, picture and sound; dips go through a colour without moving anything."""

import numpy as np
import pytest

from nemovideo_mcp.studio.timeline.edits_transition import SetTransition
from nemovideo_mcp.studio.timeline.time import to_ms
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, frames

X264 = ("-c:v", "libx264", "-qp", "4", "-pix_fmt", "yuv420p")


def three(bench: Bench):
    """Three clips of two seconds at 10 frames a second: dark, bright and dark grey, each with a tone of its own."""
    media = []
    for name, grey, hertz in (("a", "0x202020", 300), ("b", "0xe0e0e0", 600), ("c", "0x202020", 1200)):
        picture = f"color={grey}:s=64x36:d=2:r=10"
        sound = f"sine=f={hertz}:r=48000:d=2"
        media.append(
            bench.make(
                f"{name}.mkv", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound, *X264, "-c:a", "flac"
            )
        )
    clips = [frames(f"c{n}", medium, 0, 20, 10) for n, medium in enumerate(media, 1)]
    return film(tuple(media), *clips, size=(64, 36), fps=10, serial=10)


@requirement("FLOW-1")
def test_crossfades_overlap_picture_and_sound_and_shorten_the_film(bench: Bench) -> None:
    """Three 2 s clips with two half-second crossfades are 5 s; half way through one, both are seen and heard."""
    project = SetTransition(duration_ms=500).apply(three(bench))
    assert to_ms(project.duration) == 5000
    made = bench.render(project, format="mkv")
    light = footage.pictures(made).mean(axis=(1, 2))
    assert len(light) == 50
    assert light[14] < 60
    assert np.all(np.diff(light[15:21]) > 10)
    assert light[20] > 200
    assert abs(light[17] - (light[14] + light[20]) / 2) < 45
    assert light[28] > 200
    assert light[36] < 60
    sound = footage.samples(made)
    middle = np.abs(np.fft.rfft(sound[0, int(1.7 * 48_000) : int(1.8 * 48_000)]))
    assert all(middle[hertz // 10] > 0.2 * middle.max() for hertz in (300, 600))
    assert footage.pitch(sound, 0.5, 1.4) == pytest.approx(300, abs=3)
    assert footage.pitch(sound, 2.2, 2.9) == pytest.approx(600, abs=3)
    assert footage.pitch(sound, 3.6, 4.8) == pytest.approx(1200, abs=3)


@pytest.mark.parametrize(("kind", "level"), [("dip_black", 0), ("dip_white", 255)])
def test_a_dip_goes_through_its_colour_at_the_cut(bench: Bench, kind: str, level: int) -> None:
    """The film keeps its length; at the cut there is only the colour, a second away nothing of it."""
    project = SetTransition(kind=kind, duration_ms=1000, clips=("c2",)).apply(three(bench))
    light = footage.pictures(bench.render(project)).mean(axis=(1, 2))
    assert len(light) == 60
    assert light[20] == pytest.approx(level, abs=12)
    assert light[12] == pytest.approx(light[2], abs=3)
    assert light[28] == pytest.approx(light[35], abs=3)
    assert light[40] < 60
