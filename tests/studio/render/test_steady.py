"""Shaky films held still: less shake, no edges, the same moments, in odd files too, and only once."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nemovideo_mcp.studio.render import steady
from nemovideo_mcp.studio.render.encode import RenderCancelled, RenderFailed
from nemovideo_mcp.studio.steadying import Steadying
from nemovideo_mcp.studio.timeline.edits_beside import SplitScreen
from nemovideo_mcp.studio.timeline.edits_framing import KenBurns
from nemovideo_mcp.studio.timeline.edits_reversing import Reverse
from nemovideo_mcp.studio.timeline.edits_steadying import Stabilise
from nemovideo_mcp.studio.timeline.model import Media, Project
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, part

SIZE, FPS = (320, 180), 25
MARGIN = 60
X264 = ("-c:v", "libx264", "-qp", "8", "-pix_fmt", "yuv420p")


def shaken(bench: Bench, frames: int, name: str = "shaky.mp4", *arguments: str) -> Media:
    """A still scene of soft spots seen by a camera that jumps some pixels every frame, with a tone."""
    chance = np.random.default_rng(3)
    wide, high = SIZE[0] + 2 * MARGIN, SIZE[1] + 2 * MARGIN
    scene = Image.fromarray(chance.integers(40, 255, (high // 10, wide // 10, 3), dtype=np.uint8))
    scene = scene.resize((wide, high), Image.Resampling.BICUBIC)
    folder = bench.folder / f"{name}.frames"
    folder.mkdir()
    for number, (x, y) in enumerate(chance.normal(MARGIN, 4, (frames, 2)).round().astype(int)):
        scene.crop((x, y, x + SIZE[0], y + SIZE[1])).save(folder / f"{number:04}.png")
    tone = ("-f", "lavfi", "-i", f"sine=440:r=48000:d={frames / FPS}", "-c:a", "aac")
    return bench.make(name, "-r", str(FPS), "-i", str(folder / "%04d.png"), *tone, *X264, *arguments)


def steadied(bench: Bench, project: Project) -> Path:
    """The rendered film with what is shaky held still first, as a render does it."""
    made, bench.paths = Steadying(bench.folder).made(
        project, bench.paths, lambda _: None, cancelled=lambda: False
    )
    return bench.render(made)


def shake(path: Path) -> float:
    """Pixels that the picture jumps from frame to frame, as root of the mean square."""
    seen = footage.pictures(path)[:, : SIZE[1], : SIZE[0]].astype(float)
    return float(np.sqrt(np.mean([_jump(a, b) for a, b in itertools.pairwise(seen)])))


def _jump(before: np.ndarray, after: np.ndarray) -> float:
    window = np.outer(np.hanning(before.shape[0]), np.hanning(before.shape[1]))
    first, second = (np.fft.rfft2((one - one.mean()) * window) for one in (before, after))
    cross = first * np.conj(second)
    peak = np.fft.irfft2(cross / (np.abs(cross) + 1e-9), before.shape)
    found = np.unravel_index(peak.argmax(), peak.shape)
    return float(sum(min(at, side - at) ** 2 for at, side in zip(found, peak.shape, strict=True)))


@requirement("FLOW-1")
def test_a_shaky_film_is_held_still_and_shows_no_edges(bench: Bench) -> None:
    """Jumps of several pixels are gone; no row or column at the edge is black; frames and sound are all there."""
    medium = shaken(bench, 40)
    plain = film(medium, part("c1", medium, 0, 1600), size=SIZE, fps=FPS)
    before = shake(bench.render(plain))
    still = steadied(bench, Stabilise().apply(plain))
    assert before > 5
    assert shake(still) < 1
    seen = footage.pictures(still)
    assert len(seen) == 40
    assert min(seen[:, at, :].max(axis=-1).min() for at in (0, -1)) > 60
    assert min(seen[:, :, at].max(axis=-1).min() for at in (0, -1)) > 60
    assert 430 < footage.pitch(footage.samples(still), 0.2, 1.2) < 450


def numbered(bench: Bench, seconds: int) -> Media:
    """A film whose frames tell their number in four grey fields, over a scene that stands still; a beep each second."""
    bits = "".join(
        f",drawbox=x={40 + 60 * bit}:y=70:w=50:h=40:t=fill:c=white:enable='gte(mod(n\\,{2 ** (bit + 1)})\\,{2**bit})'"
        for bit in range(4)
    )
    scene = f"testsrc2=s=320x180:r=25:d={seconds},select=eq(n\\,0),loop=-1:1,setpts=N/25/TB,fps=25,"
    scene += f"drawbox=x=30:y=60:w=250:h=60:t=fill:c=black{bits}"
    beep = f"aevalsrc='0.5*sin(2*PI*800*t)*lt(mod(t\\,1)\\,0.1)':s=48000:d={seconds}"
    inputs = ("-f", "lavfi", "-i", scene, "-f", "lavfi", "-i", beep)
    return bench.make("numbered.mp4", *inputs, "-t", str(seconds), *X264, "-c:a", "aac")


def numbers(path: Path) -> list[int]:
    """The number each frame tells, of 16."""
    seen = footage.pictures(path)
    fields = seen[:, 80:100, :]
    return [
        sum(int(frame[:, 55 + 60 * bit : 75 + 60 * bit].mean() > 128) << bit for bit in range(4))
        for frame in fields
    ]


@pytest.mark.parametrize("start_ms", [0, 80, 12_040])
def test_a_film_held_still_shows_and_sounds_the_same_moments(bench: Bench, start_ms: int) -> None:
    """Frame by frame, also where only a later stretch is made; and what was said stays where it was."""
    medium = numbered(bench, 14)
    plain = film(medium, part("c1", medium, start_ms, start_ms + 1200), size=SIZE, fps=FPS)
    project = Stabilise(percent=20).apply(plain)
    (stretch,) = steady.shaky(project)
    assert to_ms(stretch.start) == (10_000 if start_ms > 10_000 else 0)
    still, was = steadied(bench, project), bench.render(plain)
    assert numbers(still) == numbers(was)
    ours, theirs = (np.abs(footage.samples(one)[0]) for one in (still, was))
    loud = [int(np.argmax(sound > 0.2)) for sound in (ours, theirs)]
    assert abs(loud[0] - loud[1]) < 48


def test_backwards_beside_and_in_motion(bench: Bench) -> None:
    """The steadied film goes where the shaky one went: played backwards, in a split screen, under a slow move."""
    medium = shaken(bench, 30)
    clips = (part("c1", medium, 0, 1200), part("c2", medium, 0, 1200))
    project = Stabilise().apply(film(medium, *clips, size=SIZE, fps=FPS))
    assert shake(steadied(bench, Reverse(clips=("c1",)).apply(project))) < 1
    assert len(footage.pictures(steadied(bench, SplitScreen(clips=("c1", "c2")).apply(project)))) == 30
    moved = KenBurns(clips=("c1",), percent=105).apply(project)
    assert shake(steadied(bench, moved)) < 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("-vf", "scale=321:181", "-pix_fmt", "yuv444p"),
        ("-pix_fmt", "yuv422p10le", "-an"),
        ("-vf", "setsar=4/3"),
        ("-vf", "select=not(eq(mod(n\\,5)\\,2))", "-fps_mode", "passthrough"),
    ],
    ids=["odd size", "10 bit, no sound", "wide pixels", "variable rate"],
)
def test_odd_files_are_held_still_too(bench: Bench, arguments: tuple[str, ...]) -> None:
    """Whatever their size, depth, pixels or rate: all frames, in the same shape."""
    medium = shaken(bench, 30, "odd.mp4", *arguments)
    project = film(medium, part("c1", medium, 0, 1000), size=SIZE, fps=FPS)
    still = steadied(bench, Stabilise().apply(project))
    seen, was = footage.pictures(still), footage.pictures(bench.render(project))
    assert seen.shape == was.shape
    assert shake(still) < 2
    dark = [one.max(axis=(0, 2)) < 40 for one in (seen, was)]
    assert abs(int(dark[0].sum()) - int(dark[1].sum())) <= 4


def test_what_was_made_is_used_again_and_the_rest_is_as_it_was(bench: Bench) -> None:
    """A trim within the same ten seconds makes nothing new; before anything is made, nothing is put in its place."""
    medium = shaken(bench, 30)
    project = Stabilise().apply(film(medium, part("c1", medium, 0, 1000), size=SIZE, fps=FPS))
    keeper = Steadying(bench.folder)
    assert keeper.as_kept(project, bench.paths) == (project, bench.paths)
    made = keeper.made(project, bench.paths, lambda _: None, cancelled=lambda: False)
    trimmed = project.model_copy(
        update={"clips": (project.clips[0].model_copy(update={"start": from_ms(200)}),)}
    )

    def never() -> bool:
        raise AssertionError

    again, paths = keeper.made(trimmed, bench.paths, lambda _: None, cancelled=never)
    assert paths == made[1]
    assert again.clips[0].media == made[0].clips[0].media
    assert not list((bench.folder / "steady").glob("steady-*/"))


def test_a_stopped_one_leaves_nothing(bench: Bench) -> None:
    """Neither a film nor a folder."""
    medium = shaken(bench, 10)
    project = Stabilise().apply(film(medium, part("c1", medium, 0, 400), size=SIZE, fps=FPS))
    with pytest.raises(RenderCancelled):
        Steadying(bench.folder).made(project, bench.paths, lambda _: None, cancelled=lambda: True)
    assert not list((bench.folder / "steady").iterdir())


def test_without_a_stabiliser_it_is_said_so(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that lacks the filters makes no film and names what is missing."""
    medium = shaken(bench, 5)
    project = Stabilise().apply(film(medium, part("c1", medium, 0, 200), size=SIZE, fps=FPS))
    monkeypatch.setattr(steady, "NEEDED", frozenset({"no_such_filter"}))
    steady.can_steady.cache_clear()
    try:
        with pytest.raises(RenderFailed, match="vidstab"):
            Steadying(bench.folder).made(project, bench.paths, lambda _: None, cancelled=lambda: False)
    finally:
        steady.can_steady.cache_clear()
