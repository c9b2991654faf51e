"""Colour tables in the film: every colour becomes what the table says, as far as it was asked."""

import numpy as np
import pytest

from nemovideo_mcp.studio.media import cube
from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.render.preview import frame_at
from nemovideo_mcp.studio.timeline.edits_beside import SplitScreen
from nemovideo_mcp.studio.timeline.edits_lut import ApplyLut
from nemovideo_mcp.studio.timeline.edits_reversing import Reverse
from nemovideo_mcp.studio.timeline.model import Project
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, part

ID = "c" * 64
SIZE = (160, 90)
COLOURS = {"red": (200, 40, 40), "grey": (120, 120, 120), "sky": (90, 140, 220)}


def grid(size: int) -> np.ndarray:
    """The table that changes nothing."""
    line = np.linspace(0, 1, size)
    return np.stack(np.meshgrid(line, line, line, indexing="ij")[::-1], axis=-1)


def keep(bench: Bench, table: np.ndarray) -> None:
    """Put a table where a project finds it."""
    path = bench.folder / "table.cube"
    path.write_text(cube.Cube(table).text())
    bench.paths[ID] = path


def plain(bench: Bench, name: str) -> Project:
    """A second of one colour."""
    colour = "0x{:02x}{:02x}{:02x}".format(*COLOURS[name])
    source = f"color={colour}:s=160x90:r=25:d=1,format=rgb24"
    coding = ("-c:v", "libx264rgb", "-qp", "0")
    medium = bench.make(f"{name}.mkv", "-f", "lavfi", "-i", source, *coding)
    return film(medium, part("c1", medium, 0, 1000), size=SIZE, fps=25)


def middle(bench: Bench, project: Project) -> np.ndarray:
    """The colour in the middle of the film."""
    seen = footage.pictures(bench.render(project), "rgb24")
    return seen[len(seen) // 2][40:50, 70:90].reshape(-1, 3).mean(axis=0)


@requirement("FLOW-1")
@pytest.mark.parametrize("name", sorted(COLOURS))
@pytest.mark.parametrize("percent", [100, 50])
def test_every_colour_becomes_what_the_table_says(bench: Bench, name: str, percent: int) -> None:
    """Red for blue, darker: exactly so at 100 percent, half of the way at 50."""
    keep(bench, grid(9)[..., ::-1] * 0.8)
    red, green, blue = COLOURS[name]
    said = np.array([blue, green, red]) * 0.8
    wanted = np.array(COLOURS[name]) * (1 - percent / 100) + said * percent / 100
    project = plain(bench, name)
    got = middle(bench, ApplyLut(id=ID, name="look.cube", percent=percent).apply(project))
    assert np.abs(got - wanted).max() < 4
    assert np.abs(middle(bench, project) - COLOURS[name]).max() < 4


def test_a_table_that_changes_nothing_changes_nothing(bench: Bench) -> None:
    """A film with every shade of grey comes out as without."""
    keep(bench, grid(33))
    ramp = "nullsrc=s=160x90:r=25:d=0.4,geq=lum='16+X*219/159':cb=128:cr=128"
    medium = bench.make("ramp.mkv", "-f", "lavfi", "-i", ramp, "-c:v", "ffv1", "-pix_fmt", "yuv420p")
    project = film(medium, part("c1", medium, 0, 400), size=SIZE, fps=25)
    changed = ApplyLut(id=ID, name="look.cube").apply(project)
    was, now = (footage.pictures(bench.render(one)).astype(int) for one in (project, changed))
    assert np.abs(now - was).max() <= 3
    assert np.abs(now - was).mean() < 1


def test_backwards_beside_and_in_the_preview(bench: Bench) -> None:
    """Wherever the picture goes, its table goes with it; another clip keeps its own colours."""
    keep(bench, 1 - grid(2))
    project = plain(bench, "red")
    medium = project.media[0]
    project = project.model_copy(update={"clips": (*project.clips, part("c2", medium, 0, 1000))})
    turned = ApplyLut(id=ID, name="look.cube", clips=("c1",)).apply(project)
    away = 255 - np.array(COLOURS["red"])
    backwards = footage.pictures(bench.render(Reverse(clips=("c1",)).apply(turned)), "rgb24")
    assert np.abs(backwards[5][45, 80] - away).max() < 5
    assert np.abs(backwards[30][45, 80] - COLOURS["red"]).max() < 5
    both = footage.pictures(bench.render(SplitScreen(clips=("c1", "c2")).apply(turned)), "rgb24")[5]
    assert np.abs(both[45, 40] - away).max() < 5
    assert np.abs(both[45, 120] - COLOURS["red"]).max() < 5
    assert frame_at(turned, bench.paths, 200).jpeg != frame_at(turned, bench.paths, 1200).jpeg


def test_a_table_that_is_gone_is_said_so(bench: Bench) -> None:
    """No film in other colours than were asked for."""
    project = ApplyLut(id=ID, name="look.cube").apply(plain(bench, "red"))
    with pytest.raises(BadMedia, match="LUT"):
        bench.plan(project)
