"""Effects, turns and overlays, measured on small pictures."""

import numpy as np
import pytest
from PIL import Image

from nemovideo_mcp.studio.timeline.edits_overlay import AddOverlay
from nemovideo_mcp.studio.timeline.edits_repeating import Freeze
from nemovideo_mcp.studio.timeline.model import Effect, Media, Treatment
from studio import footage
from studio.render.conftest import Bench, film, part

X264 = ("-c:v", "libx264", "-qp", "4", "-pix_fmt", "yuv420p")
SIZE = (128, 72)
HALVES = "color=0x406080:s=128x72:d=1:r=10,drawbox=x=0:y=0:w=64:h=72:color=0xc0a080:t=fill"


@pytest.fixture
def halves(bench: Bench) -> Media:
    """Left half a light brown, right half a dark blue."""
    return bench.make("halves.mp4", "-f", "lavfi", "-i", HALVES, *X264)


def seen(bench: Bench, medium: Media, **treatment) -> np.ndarray:
    """A frame in RGB of a clip so treated."""
    project = film(medium, part("a", medium, 0, 400, treatment=Treatment(**treatment)), size=SIZE, fps=10)
    return footage.pictures(bench.render(project), "rgb24")[2].astype(int)


def with_effect(bench: Bench, medium: Media, kind: str, amount: int) -> np.ndarray:
    """A frame with one effect."""
    return seen(bench, medium, effects=(Effect(kind=kind, amount=amount),))


def test_levels_move_as_their_names_say(bench: Bench, halves: Media) -> None:
    """Brighter, flatter, paler, warmer; and the other way; black and white has no colour at all."""
    plain = seen(bench, halves)
    spread = abs(plain[:, :50].mean() - plain[:, 80:].mean())
    chroma = np.ptp(plain, axis=2).mean()
    warmth = (plain[..., 0] - plain[..., 2]).mean()
    for sign in (1, -1):
        lit = with_effect(bench, halves, "brightness", 40 * sign)
        assert (lit.mean() - plain.mean()) * sign > 15
        hard = with_effect(bench, halves, "contrast", 40 * sign)
        assert (abs(hard[:, :50].mean() - hard[:, 80:].mean()) - spread) * sign > 10
        vivid = with_effect(bench, halves, "saturation", 50 * sign)
        assert (np.ptp(vivid, axis=2).mean() - chroma) * sign > 10
        warm = with_effect(bench, halves, "temperature", 50 * sign)
        assert ((warm[..., 0] - warm[..., 2]).mean() - warmth) * sign > 15
    assert np.ptp(with_effect(bench, halves, "black_and_white", 100), axis=2).max() <= 3


def test_blur_softens_an_edge_sharpening_steepens_it_and_a_vignette_darkens_corners(
    bench: Bench, halves: Media
) -> None:
    """Measured across the edge in the middle, and from the middle to the corner."""

    def steepest(picture: np.ndarray) -> int:
        return int(np.abs(np.diff(picture[36, 40:88].sum(axis=1))).max())

    plain = seen(bench, halves)
    assert steepest(with_effect(bench, halves, "blur", 50)) < steepest(plain) / 2
    assert np.ptp(with_effect(bench, halves, "sharpen", 100)[36, 40:88, 0]) > np.ptp(plain[36, 40:88, 0]) + 10
    dark = with_effect(bench, halves, "vignette", 60)
    assert dark[2, 2].sum() < 0.75 * plain[2, 2].sum()
    assert abs(dark[36, 60].sum() - plain[36, 60].sum()) < 40


@pytest.mark.parametrize(
    ("treatment", "box"),
    [
        ({}, (0, 0, 32, 18)),
        ({"mirror": True}, (96, 0, 128, 18)),
        ({"flip": True}, (0, 54, 32, 72)),
        ({"turn": 180}, (96, 54, 128, 72)),
        ({"turn": 90}, (74, 0, 84, 18)),
        ({"turn": 270}, (44, 54, 54, 72)),
        ({"zoom": 200}, (0, 0, 0, 0)),
    ],
)
def test_turns_and_mirrors_put_the_corner_where_they_should(
    bench: Bench, treatment: dict[str, object], box: tuple[int, int, int, int]
) -> None:
    """A white box in the top left corner is followed; a quarter turn stands upright between bars."""
    corner = "color=black:s=128x72:d=1:r=10,drawbox=x=0:y=0:w=32:h=18:color=white:t=fill"
    medium = bench.make("corner.mp4", "-f", "lavfi", "-i", corner, *X264)
    rows, columns = np.where(seen(bench, medium, **treatment)[..., 0] > 128)
    found = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1) if len(rows) else (0, 0, 0, 0)
    assert np.allclose(found, box, atol=2)


def test_a_held_frame_is_the_frame_at_that_time(bench: Bench) -> None:
    """Each frame of the source is lighter than the one before: the fifth is seen eleven times, then it goes on."""
    ramp = "color=black:s=64x36:d=1:r=10,format=gray,geq=lum=20*N+20"
    medium = bench.make("ramp.mp4", "-f", "lavfi", "-i", ramp, *X264)
    project = film(medium, part("a", medium, 0, 1000), size=(64, 36), fps=10, serial=9)
    light = footage.pictures(bench.render(Freeze(at_ms=500, duration_ms=1000).apply(project))).mean(
        axis=(1, 2)
    )
    plain = footage.pictures(bench.render(project)).mean(axis=(1, 2))
    assert np.allclose(light, [*plain[:5], *[plain[5]] * 10, *plain[5:]], atol=3)


def red_square(bench: Bench) -> Media:
    """A red square with a see-through right half."""
    picture = Image.new("RGBA", (40, 40), (255, 0, 0, 255))
    picture.paste((0, 0, 0, 0), (20, 0, 40, 40))
    picture.save(bench.folder / "logo.png")
    return bench.take(bench.folder / "logo.png")


def test_a_logo_lies_in_its_corner_for_its_time_and_what_is_clear_in_it_is_clear(
    bench: Bench, halves: Media
) -> None:
    """25 % of the width, two pixels from the corner, from 0.3 s to 0.6 s, half of it transparent."""
    logo = red_square(bench)
    project = film((halves, logo), part("a", halves, 0, 1000), size=SIZE, fps=10, serial=9)
    edit = AddOverlay(media=logo.id, place="bottom-right", size=25, at_ms=300, duration_ms=300)
    pictures = footage.pictures(bench.render(edit.apply(project)), "rgb24").astype(int)
    red = [(picture[..., 0] - picture[..., 1] > 150) for picture in pictures]
    assert [bool(one.any()) for one in red] == [3 <= n < 6 for n in range(10)]
    rows, columns = np.where(red[4])
    assert np.allclose(
        (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1), (94, 38, 110, 70), atol=2
    )
    assert np.allclose(pictures[4][50, 122], pictures[1][50, 122], atol=6)


def test_a_film_in_the_film_plays_and_opacity_lets_the_picture_through(bench: Bench, halves: Media) -> None:
    """White over dark at half strength is in between; the inset is gone when it ends."""
    white = bench.make("white.mp4", "-f", "lavfi", "-i", "color=white:s=64x36:d=0.5:r=10", *X264)
    project = film((halves, white), part("a", halves, 0, 1000), size=SIZE, fps=10, serial=9)
    edit = AddOverlay(media=white.id, place="right", size=40, opacity=50)
    pictures = footage.pictures(bench.render(edit.apply(project)))
    inset = pictures[:, 30:40, 80:115].mean(axis=(1, 2))
    below = pictures[8, 30:40, 80:115].mean()
    assert inset[2] == pytest.approx((255 + below) / 2, abs=12)
    assert inset[7] == pytest.approx(below, abs=3)
