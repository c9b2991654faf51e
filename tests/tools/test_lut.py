"""A LUT from the user's own file to the exported film, through the door that a host uses."""

from pathlib import Path

import numpy as np
import pytest

from conftest import Serve
from requirements import requirement
from studio.footage import pictures

pytestmark = pytest.mark.anyio
SKILL = "transcribe-video-to-text"


def swapped(path: Path, share: float = 1.0) -> Path:
    """A table that shows red as blue and blue as red, so much of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [(r, g, b) for b in (0, 1) for g in (0, 1) for r in (0, 1)]
    said = ((r + (b - r) * share, g, b + (r - b) * share) for r, g, b in rows)
    path.write_text("LUT_3D_SIZE 2\n" + "".join(f"{r} {g} {b}\n" for r, g, b in said))
    return path


@requirement("FLOW-1", "UP-6")
async def test_a_look_is_put_on_by_its_path_and_seen_in_the_film(serve: Serve, chaplin: Path) -> None:
    """One call from the film and the file to the export; undone, removed, and put on again by its name alone."""
    async with serve() as door:
        look = swapped(door.home / "my looks" / "Teal & Orange.cube")
        files = [str(chaplin)]
        plain = await door.do(SKILL, prompt="trim it to the first 1 second and export it", files=files)
        told = await door.do(SKILL, prompt=f'apply the LUT "{look}" at 100% and export it')
        assert "Teal & Orange.cube (100%)" in told["reply"]
        was, now = (
            list(pictures(Path(one["outputs"][0]["path"]), "rgb24"))[5].astype(int) for one in (plain, told)
        )
        assert np.abs(now - was[..., ::-1]).mean() < 3
        assert "none" in (await door.do(SKILL, prompt="remove the LUT"))["reply"]
        again = await door.do(SKILL, prompt="用“Teal & Orange.cube”调色，强度30%")
        assert "30%" in again["reply"]


@requirement("FLOW-1")
async def test_a_look_comes_as_an_attached_file_or_in_an_operation(serve: Serve, chaplin: Path) -> None:
    """Neither needs the other; both name the clip and the strength."""
    async with serve() as door:
        look = swapped(door.home / "look.cube")
        given = [str(chaplin), str(look)]
        told = await door.do(SKILL, prompt="apply this LUT at 40%", files=given)
        assert "look.cube (40%)" in told["reply"]
        edited = await door.do(
            "edit_video", operations=[{"op": "lut", "file": str(look), "percent": 70, "clips": ["c1"]}]
        )
        assert "look.cube (40%) → look.cube (70%)" in edited["reply"]
        gone = await door.do("edit_video", operations=[{"op": "lut"}])
        assert "look.cube (70%) → none" in gone["reply"]


@requirement("UP-6")
async def test_a_bad_look_changes_nothing(serve: Serve, chaplin: Path) -> None:
    """A file that is none, one outside the folders, one that is not there: each says so, and the timeline is as before."""
    async with serve() as door:
        before = await door.do(SKILL, prompt="mute clip 1", files=[str(chaplin)])
        bad = swapped(door.home / "bad.cube")
        bad.write_text("LUT_3D_SIZE 2\n" + "0 0 nan\n" * 8)
        assert "line 2 holds 'nan'" in await door.refused(SKILL, prompt=f"apply the LUT {bad}")
        said = await door.refused("edit_video", operations=[{"op": "lut", "file": str(bad)}])
        assert "line 2" in said
        assert "no file" in await door.refused(SKILL, prompt=f"use {door.home / 'none.cube'} to grade clip 1")
        assert "outside" in await door.refused(SKILL, prompt="apply the LUT /etc/look.cube")
        after = await door.do("get_timeline")
        assert after["revision"] == before["timeline"]["revision"]
