"""A preview's frame is the export's frame: cut, faded, titled, crossfaded, at any time."""

import io
from fractions import Fraction
from pathlib import Path

import av
import pytest
from PIL import Image, ImageChops, ImageStat

from conftest import MEDIA
from nemovideo_mcp.studio.media.probe import probe
from nemovideo_mcp.studio.render.encode import encode
from nemovideo_mcp.studio.render.output import NothingToRender, Output
from nemovideo_mcp.studio.render.plan import plan
from nemovideo_mcp.studio.render.preview import contact_sheet, frame_at
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits import edit_from
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project
from requirements import requirement

FILES = ("chaplin.mp4", "example.mp4")
PATHS = {name: (MEDIA / name).absolute() for name in FILES}
EDITS = (
    {"op": "cut_out", "start_ms": 2000, "end_ms": 4000},
    {"op": "keep", "start_ms": 0, "end_ms": 14_000},
    {"op": "transition", "kind": "crossfade", "duration_ms": 1500, "clips": ["c2"]},
    {"op": "speed", "factor": "2", "start_ms": 9500, "end_ms": 11_500},
    {"op": "fade_in", "clip": "c1", "duration_ms": 1000},
    {"op": "add_title", "text": "Now", "at_ms": 3000, "duration_ms": 1000},
    {
        "op": "add_overlay",
        "media": "chaplin.mp4",
        "place": "bottom-left",
        "size": 30,
        "at_ms": 5000,
        "duration_ms": 4000,
    },
    {"op": "fade_out", "duration_ms": 2000},
)


def medium(name: str) -> Media:
    """A film of the tests."""
    found = probe(PATHS[name])
    return Media(
        id=name,
        name=name,
        kind=MediaKind.VIDEO,
        duration=found.duration,
        width=found.width,
        height=found.height,
        fps=found.fps,
        has_audio=found.has_audio,
    )


@pytest.fixture(scope="module")
def film() -> Project:
    """Two films, cut, sped up, crossfaded, titled and faded."""
    made = project_with_media(Project(), *(medium(name) for name in FILES))
    for edit in EDITS:
        made = edit_from(edit).apply(made)
    return made


@pytest.fixture(scope="module")
def exported(film: Project, tmp_path_factory: pytest.TempPathFactory) -> list[Image.Image]:
    """Every frame of the film's export at its own size."""
    folder = tmp_path_factory.mktemp("export")
    target = folder / "film.mp4"
    planned = plan(film, Output(resolution="source"), PATHS, folder)
    encode(planned, target, on_progress=lambda _: None, cancelled=lambda: False)
    with av.open(str(target)) as made:
        return [frame.to_image() for frame in made.decode(video=0)]


@requirement("EXP-1")
@pytest.mark.parametrize("at_ms", [0, 400, 1980, 2000, 3500, 6900, 7200, 7600, 9600, 10_400, 11_000])
def test_a_frame_is_that_of_the_export(film: Project, exported: list[Image.Image], at_ms: int) -> None:
    """Also inside fades, titles and crossfades, where it is neither clip's own."""
    assert film.canvas is not None
    number = int(Fraction(at_ms, 1000) * film.canvas.fps)
    seen = Image.open(io.BytesIO(frame_at(film, PATHS, at_ms).jpeg)).convert("RGB")

    def difference(other: int) -> float:
        return float(sum(ImageStat.Stat(ImageChops.difference(seen, exported[other])).mean)) / 3

    assert seen.size == exported[number].size
    assert difference(number) < 4
    assert difference(number) <= min(
        difference(other) for other in (number // 2, (number + len(exported)) // 2)
    )


def test_a_sheet_is_of_equal_parts(film: Project) -> None:
    """Times rise, each in its part; a film of fewer frames gives those it has."""
    sheet = contact_sheet(film, PATHS, 7)
    times = [one.at_ms for one in sheet.frames]
    part = film.duration / 705_600 / 7
    assert all(part * number <= at < part * (number + 1) for number, at in enumerate(times))
    short = edit_from({"op": "keep", "start_ms": 0, "end_ms": 100}).apply(film)
    assert len(contact_sheet(short, PATHS, 25).frames) <= 4


def test_what_cannot_be_seen_is_said(film: Project) -> None:
    """A time after the end, a timeline without a picture."""
    with pytest.raises(EditError, match="outside"):
        frame_at(film, PATHS, 3_600_000)
    with pytest.raises(NothingToRender, match="picture"):
        contact_sheet(Project(), {}, 4)


def test_a_wide_film_is_shown_small(tmp_path: Path) -> None:
    """At most 1280 pixels on the long side, in the film's shape."""
    made = project_with_media(Project(), medium("example.mp4"))
    shown = frame_at(edit_from({"op": "aspect", "shape": "9:16"}).apply(made), PATHS, 1000).frames[0]
    assert (shown.width, shown.height) == (720, 1280)
