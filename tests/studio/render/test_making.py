"""Cards, rolling credits and split screens as they are rendered: the colour asked for, the words moving, each cell its clip."""

import io
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from nemovideo_mcp.studio.media.card import card_file
from nemovideo_mcp.studio.render.preview import frame_at
from nemovideo_mcp.studio.timeline.card import is_card
from nemovideo_mcp.studio.timeline.edits import edit_from
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.model import Media, Project
from studio.render.conftest import Bench

RED, BLUE = (254, 0, 0), (0, 0, 254)


def after(bench: Bench, project: Project, *edits: dict[str, Any]) -> Project:
    """The project with these edits, its cards made."""
    for edit in edits:
        project = edit_from(edit).apply(project)
    cards = [medium.id for medium in project.media if is_card(medium.id)]
    bench.paths |= {card: card_file(card, bench.folder / "cards") for card in cards}
    return project


def tone(bench: Bench, name: str, color: str, hertz: int, seconds: int, size: str = "320x180") -> Media:
    """A film of one colour and one tone."""
    picture = ["-f", "lavfi", "-i", f"color={color}:s={size}:r=30:d={seconds}"]
    sound = ["-f", "lavfi", "-i", f"sine=frequency={hertz}:sample_rate=48000:duration={seconds}"]
    return bench.make(name, *picture, *sound, "-pix_fmt", "yuv420p", "-shortest")


def pictures(path: Path) -> list[np.ndarray[Any, Any]]:
    """Every frame as RGB."""
    with av.open(str(path)) as file:
        return [frame.to_ndarray(format="rgb24") for frame in file.decode(video=0)]


def heard(path: Path, start_s: float, end_s: float) -> set[int]:
    """The tones of a stretch, in steps of 20 Hz, that stand out."""
    with av.open(str(path)) as file:
        sound = np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)])
    part = sound[int(start_s * 48_000) : int(end_s * 48_000)]
    power = np.abs(np.fft.rfft(part * np.hanning(len(part))))
    loud = np.flatnonzero(power > power.max() / 4) * 48_000 / len(part)
    return {20 * round(hertz / 20) for hertz in loud}


def near(pixel: Any, color: tuple[int, int, int]) -> bool:
    """Whether a pixel has a colour, a coder's loss aside."""
    return all(abs(int(one) - two) < 24 for one, two in zip(pixel, color, strict=True))


@pytest.mark.parametrize("fit", ["pad", "crop"])
def test_a_card_fills_a_frame_of_any_shape(bench: Bench, fit: str) -> None:
    """From edge to edge, in the colour that was asked for."""
    project = after(
        bench,
        Project(),
        {"op": "canvas", "width": 180, "height": 320, "fps": "30"},
        {"op": "add_card", "duration_ms": 500, "background": "#2979ff"},
        {"op": "aspect", "shape": "9:16", "fit": fit},
    )
    frames = pictures(bench.render(project))
    assert len(frames) == 15
    for y, x in ((0, 0), (0, -1), (-1, 0), (-1, -1)):
        assert near(frames[7][y, x], (0x29, 0x79, 0xFF))


def test_credits_roll_in_from_below_and_out_above(bench: Bench) -> None:
    """Evenly, a little higher in every frame, whole in the middle, and none are left at the end; Chinese too."""
    rolling = {"op": "credits", "text": "Director: Ann\nCamera: Bob\n导演：安", "duration_ms": 2000}
    small = {"op": "canvas", "width": 320, "height": 180, "fps": "30"}
    project = after(bench, Project(), small, rolling)
    frames = pictures(bench.render(project))
    rows = [np.flatnonzero(frame.max(axis=(1, 2)) > 100) for frame in frames]
    tops = [int(found[0]) for found in rows if len(found) and found[0] > 0 and found[-1] < 179]
    assert len(tops) > 20
    steps = np.diff(tops)[2:-2]  # a line that comes or goes has letters of its own height
    assert set(steps) <= {-3, -4, -5}
    assert not len(rows[0])
    assert not len(rows[-1])


@pytest.mark.parametrize(
    ("layout", "first", "second"), [("columns", (90, 80), (90, 240)), ("rows", (45, 160), (135, 160))]
)
def test_a_split_screen_shows_and_plays_both(
    bench: Bench, layout: str, first: tuple[int, int], second: tuple[int, int]
) -> None:
    """Each fills its cell, both tones are heard, and after a cut too; the preview shows the same."""
    red = tone(bench, "red.mp4", "red", 440, 3)
    blue = tone(bench, "blue.mp4", "blue", 1000, 2, "180x320")
    project = after(
        bench,
        project_with_media(Project(), red, blue),
        {"op": "split_screen", "clips": ["c1", "c2"], "layout": layout},
        {"op": "cut_out", "start_ms": 500, "end_ms": 1000},
    )
    file = bench.render(project)
    frames = pictures(file)
    assert len(frames) == 45
    for frame in (frames[0], frames[30]):
        assert near(frame[first], RED)
        assert near(frame[second], BLUE)
    assert heard(file, 0.6, 1.4) == {440, 1000}
    shown = np.asarray(Image.open(io.BytesIO(frame_at(project, bench.paths, 1000).jpeg)))
    assert near(shown[first], RED)
    assert near(shown[second], BLUE)


def test_a_grid_of_three_leaves_the_fourth_cell_black(bench: Bench) -> None:
    """Sound alone is exported from it as well."""
    films = [tone(bench, f"{color}.mp4", color, 440, 1) for color in ("red", "blue", "white")]
    project = after(
        bench,
        project_with_media(Project(), *films),
        {"op": "split_screen", "clips": ["c1", "c2", "c3"], "layout": "grid"},
    )
    frame = pictures(bench.render(project))[10]
    assert near(frame[45, 80], RED)
    assert near(frame[45, 240], BLUE)
    assert near(frame[135, 80], (255, 255, 255))
    assert near(frame[135, 240], (0, 0, 0))
    bench.render(project, format="wav")
