"""The smart cut: the same film as the ordinary render makes, most of it bit for bit its source; or none at all."""

from pathlib import Path

import numpy as np
import pytest

from nemovideo_mcp.studio.render.check import Proof
from nemovideo_mcp.studio.render.encode import RenderCancelled
from nemovideo_mcp.studio.render.output import Output
from nemovideo_mcp.studio.render.smartcut import smart_cut
from nemovideo_mcp.studio.timeline.model import Media, Project
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, frames

PATTERN = ("-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=12")
TONE = ("-f", "lavfi", "-i", "sine=440:d=12")
HD = (
    "-vf",
    "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv",
    "-pix_fmt",
    "yuv420p",
)
SHORT = (
    "-c:v",
    "libx264",
    "-preset",
    "veryfast",
    "-x264-params",
    "keyint=50:bframes=5:b-pyramid=normal:b-adapt=2",
)


def cut(bench: Bench, project: Project, container: str = "mp4") -> tuple[Path, Proof | None]:
    """A smart cut of a project, proven, or not made."""
    target = bench.work() / f"film.{container}"
    proof = smart_cut(
        project,
        Output(container, "source"),
        bench.paths,
        target,
        on_progress=lambda _: None,
        cancelled=lambda: False,
    )
    assert target.exists() == (proof is not None)
    assert not target.with_name("picture.mp4").exists()
    return target, proof


def noise(shown: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """How like two films are, in dB for each frame; inf where they are the same."""
    assert shown.shape == wanted.shape
    errors = np.array([((a.astype(np.int32) - b) ** 2).mean() for a, b in zip(shown, wanted, strict=True)])
    with np.errstate(divide="ignore"):
        return 10 * np.log10(255**2 / errors)


def of_pattern(medium: Media, *spans: tuple[int, int]) -> Project:
    clips = [frames(f"c{number}", medium, *span, fps=25) for number, span in enumerate(spans)]
    return film(medium, *clips, fps=25)


@requirement("EXP-5")
@pytest.mark.parametrize("container", ["mp4", "mov", "mkv"])
def test_a_trimmed_and_joined_film_is_the_one_that_was_cut(bench: Bench, container: str) -> None:
    """Every frame of cuts of the example is its source's, most of them bit for bit, and the sound is the ordinary one's."""
    example = bench.take(footage.EXAMPLE)
    spans = [(500, 790), (33, 303)]
    project = film(
        example, *[frames(f"c{n}", example, *span) for n, span in enumerate(spans)], size=(1280, 720)
    )
    path, proof = cut(bench, project, container)
    assert proof is not None
    window = (slice(500, None), slice(600, None))
    source = footage.pictures(footage.EXAMPLE, window=window, first=800)
    alike = noise(footage.pictures(path, window=window), np.concatenate([source[a:b] for a, b in spans]))
    assert alike.min() > 38
    assert np.isinf(alike).mean() > 0.8
    ordinary = footage.samples(bench.render(project, format=container, resolution="1280x720"))
    assert np.array_equal(footage.samples(path), ordinary)


@pytest.mark.parametrize(
    "coding",
    [
        pytest.param(SHORT, id="pyramids"),
        pytest.param(("-c:v", "libx264", "-profile:v", "baseline", "-g", "48"), id="baseline"),
        pytest.param(("-c:v", "libx264", "-preset", "veryfast", "-g", "1"), id="every frame a key"),
    ],
)
def test_films_coded_in_other_ways_are_cut_to_the_frame(bench: Bench, coding: tuple[str, ...]) -> None:
    """Pyramids of pictures shown later than decoded, none of them, keys only: the frames asked for, in their order."""
    medium = bench.make("pattern.mp4", *PATTERN, *HD, *coding)
    spans = [(10, 166), (200, 299), (40, 155)]
    path, proof = cut(bench, of_pattern(medium, *spans))
    assert proof is not None
    source = footage.pictures(bench.paths[medium.id])
    alike = noise(footage.pictures(path), np.concatenate([source[a:b] for a, b in spans]))
    assert alike.min() > 38
    assert np.isinf(alike).mean() > 0.5


def test_two_films_coded_alike_are_joined(bench: Bench) -> None:
    """Files from one encoder are copied one after the other; one with other parameters stops that."""
    one = bench.make("one.mp4", *PATTERN, *HD, *SHORT)
    two = bench.make("two.mkv", "-f", "lavfi", "-i", "testsrc=s=320x180:r=25:d=12", *HD, *SHORT)
    other = bench.make("other.mp4", *PATTERN, *HD, *SHORT, "-crf", "30")
    shown: list[Path] = []
    for second, joined in ((other, False), (two, True)):
        clips = frames("a", one, 0, 200, fps=25), frames("b", second, 50, 250, fps=25)
        path, proof = cut(bench, film((one, second), *clips, fps=25))
        assert (proof is not None) == joined
        shown.append(path)
    wanted = [footage.pictures(bench.paths[one.id])[:200], footage.pictures(bench.paths[two.id])[50:250]]
    assert noise(footage.pictures(shown[-1]), np.concatenate(wanted)).min() > 38


@pytest.mark.parametrize(
    "coding",
    [
        pytest.param(
            ("-c:v", "libx264", "-x264-params", "open-gop=1:keyint=50:bframes=4:scenecut=0"), id="open"
        ),
        pytest.param(("-c:v", "libx264", "-x264-params", "keyint=250:scenecut=0"), id="few entries"),
        pytest.param(("-c:v", "libx265", "-x265-params", "log-level=error", "-g", "25"), id="hevc"),
        pytest.param((*SHORT, "-pix_fmt", "yuv420p10le"), id="ten bits"),
        pytest.param((*SHORT, "-aspect", "4:3"), id="anamorphic"),
        pytest.param(
            (*SHORT, "-vf", "select=mod(n\\,7),setparams=colorspace=bt709", "-fps_mode", "vfr"), id="vfr"
        ),
        pytest.param((*SHORT, "-vf", "setparams=colorspace=smpte170m"), id="other colours"),
        pytest.param((*SHORT, "-flags", "+ildct+ilme"), id="interlaced"),
    ],
)
def test_what_is_odd_is_left_to_the_ordinary_render(bench: Bench, coding: tuple[str, ...]) -> None:
    """Nothing is made, and nothing is left lying about."""
    medium = bench.make("odd.mp4", *PATTERN, *HD, *coding)
    _, proof = cut(bench, of_pattern(medium, (60, 190), (10, 120)))
    assert proof is None


def test_a_turned_film_is_left_to_the_ordinary_render(bench: Bench) -> None:
    """A film that stands on its head until a player turns it."""
    upright = footage.make(bench.folder / "upright.mp4", *PATTERN, *HD, *SHORT)
    medium = bench.make("turned.mp4", "-display_rotation", "180", "-i", str(upright), "-c", "copy")
    _, proof = cut(bench, of_pattern(medium, (60, 190)))
    assert proof is None


def test_damage_in_what_would_be_copied_is_not_passed_on(bench: Bench) -> None:
    """Zeros where packets were: no film is joined from them."""
    medium = bench.make("whole.mp4", *PATTERN, *HD, *SHORT)
    place = bench.paths[medium.id]
    content = bytearray(place.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4_000] = bytes(4_000)
    place.write_bytes(content)
    _, proof = cut(bench, of_pattern(medium, (0, 300)))
    assert proof is None


@requirement("EXP-7")
def test_a_smart_cut_reports_its_progress_and_can_be_stopped(bench: Bench) -> None:
    """Progress rises from step to step; told to stop at any of them, it stops and leaves no film."""
    medium = bench.make("pattern.mp4", *PATTERN, *TONE, *HD, *SHORT)
    project, shares = of_pattern(medium, (10, 290)), list[float]()
    target = bench.work() / "film.mp4"

    def run(stop_at: float) -> Proof | None:
        shares.clear()
        return smart_cut(
            project,
            Output("mp4", "source"),
            bench.paths,
            target,
            on_progress=shares.append,
            cancelled=lambda: bool(shares) and shares[-1] >= stop_at,
        )

    assert run(2.0) is not None
    assert shares == sorted(shares)
    steps = sorted(set(shares))
    target.unlink()
    for share in (steps[0], 0.3, 0.5):
        with pytest.raises(RenderCancelled):
            run(share)
        assert not target.exists()
