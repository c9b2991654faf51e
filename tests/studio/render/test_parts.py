"""Films of hundreds of cuts, made in parts: exact to the frame and the sample, and never many files open at once."""

import random
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from nemovideo_mcp.studio.render.preview import frame_at
from nemovideo_mcp.studio.timeline.model import Media, Overlay, Project, Text, Transition
from nemovideo_mcp.studio.timeline.time import from_frames, from_ms, to_ms
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, frames
from studio.render.test_cuts import lag

SIZE = (176, 36)
LENGTH_S = 42
BITS = 11
COUNTER = ",".join(
    f"drawbox=x={16 * bit}:y=0:w=16:h=36:color=white:t=fill:enable='mod(floor((n+0.5)/{2**bit})\\,2)'"
    for bit in range(BITS)
)


@pytest.fixture
def counting(bench: Bench) -> Media:
    """42 s at 30 frames a second: each picture says its own number in black and white, over a noise that never repeats."""
    picture = f"color=black:s={SIZE[0]}x{SIZE[1]}:r=30:d={LENGTH_S},{COUNTER}"
    noise = f"anoisesrc=r=48000:a=0.3:seed=7:d={LENGTH_S}"
    coding = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "12", "-g", "30", "-c:a", "pcm_s16le")
    return bench.make("counting.mov", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", noise, *coding)


def numbers(path) -> list[int]:
    """The number that each frame of a film says."""
    seen = footage.pictures(path)[:, 18, 8 : 16 * BITS : 16] > 128
    return [int(sum(1 << bit for bit, on in enumerate(picture) if on)) for picture in seen]


def cuts_of(shuffled: bool) -> list[tuple[int, int]]:
    """Three hundred stretches of two to four frames, all over the film."""
    choice = random.Random(11)  # noqa: S311 - a repeatable choice of cuts, not a secret
    starts = sorted(choice.sample(range(LENGTH_S * 30 - 4), 300))
    if shuffled:
        choice.shuffle(starts)
    return [(start, start + choice.randint(2, 4)) for start in starts]


@requirement("EXP-5")
@pytest.mark.parametrize("shuffled", [False, True], ids=["in order", "shuffled"])
def test_three_hundred_cuts_end_in_sync(bench: Bench, counting: Media, shuffled: bool) -> None:
    """Each frame is the one that was cut; the sound of the last second is at its sample."""
    cuts = [*cuts_of(shuffled), (600, 630)]
    clips = [frames(f"c{number}", counting, *cut) for number, cut in enumerate(cuts)]
    path = bench.render(film(counting, *clips, size=SIZE), format="mkv")
    assert numbers(path) == [number for first, last in cuts for number in range(first, last)]
    source = footage.samples(bench.paths[counting.id])
    heard = footage.samples(path)[0, (sum(b - a for a, b in cuts) - 30) * 1_600 :][2_000:40_000]
    assert lag(heard, source[0, 600 * 1_600 :], 2_000) == 0


def dressed(media: tuple[Media, ...], clips: list, **more) -> Project:
    """A film with all that is laid on it by the film's own time."""
    words = Text(id="t", text="Hello", at=from_ms(500), duration=from_ms(3_000), size=30)
    logo = Overlay(id="o", media=media[1].id, at=from_ms(1_000), duration=from_ms(2_500))
    ends = {"fade_in": from_ms(1_000), "fade_out": from_ms(1_000)}
    return film(media, *clips, size=SIZE, texts=(words,), overlays=(logo,), **ends, **more)


@pytest.mark.parametrize("format", ["mp4", "webm"])
def test_a_film_made_in_parts_shows_what_its_preview_shows(
    bench: Bench, counting: Media, format: str
) -> None:
    """Transitions, fades, words and a moving inset lie where they should, whatever part they are in or cross."""
    inset = bench.make("inset.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x36:r=30:d=4", "-c:v", "libx264")
    kinds = {3: "crossfade", 5: "dip_white", 8: "dip_black"}
    clips = []
    for number, (first, _) in enumerate(cuts_of(True)[:40]):
        kind = kinds.get(number % 9)
        enters = Transition(kind=kind, duration=from_frames(4, 30)) if kind and number else None
        clips.append(frames(f"c{number}", counting, first, first + 9, enters=enters))
    project = dressed((counting, inset), clips)
    planned = bench.plan(project, format=format)
    edges = [sum(part.expected.frames for part in planned.parts[:n]) for n in range(1, len(planned.parts))]
    assert edges
    made = footage.pictures(bench.render(project, format=format)).astype(int)
    for number in sorted({*edges, *(edge - 1 for edge in edges), 10, 40, len(made) - 10}):
        shown = frame_at(project, bench.paths, to_ms(from_frames(number, 30)) + 5).jpeg
        still = np.asarray(Image.open(BytesIO(shown)).convert("L")).astype(int)
        assert np.abs(made[number] - still).mean() < 8, number


def test_no_run_opens_many_pictures(bench: Bench, counting: Media) -> None:
    """Three hundred shuffled cuts: each run that decodes pictures has a few inputs, and together they make every frame."""
    clips = [frames(f"c{number}", counting, *cut) for number, cut in enumerate(cuts_of(True))]
    planned = bench.plan(film(counting, *clips, size=SIZE))
    assert max(part.arguments.count("-i") for part in planned.parts) <= 20
    assert sum(part.expected.frames for part in planned.parts) == planned.expected.frames
