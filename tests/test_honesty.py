"""The product claims only what happened: refused edits, files already there, failed beginnings, two servers at once."""

from pathlib import Path

import pytest

from conftest import Serve
from requirements import requirement

pytestmark = pytest.mark.anyio
SKILL = "ai-voiceover-for"


@requirement("ROUTE-7")
async def test_a_refused_edit_is_not_followed_by_the_export(serve: Serve, chaplin: Path) -> None:
    """The user would get the unedited film, and believe it was the edited one."""
    async with serve() as door:
        told = await door.do(
            SKILL, prompt="keep the first 2 seconds, frobnicate it, and export as 480p", files=[str(chaplin)]
        )
        assert told["outputs"] == []
        assert told["job"] is None
        assert "not exported" in told["reply"] or "Nothing was exported" in told["reply"]
        assert told["timeline"]["duration_ms"] == 9640
        assert not (door.home / "Videos").exists()


async def test_a_film_that_is_there_already_is_not_said_to_be_added(serve: Serve, chaplin: Path) -> None:
    """The timeline did not change, and the answer says so."""
    async with serve() as door:
        await door.do("upload_media", files=[str(chaplin)])
        again = await door.do(SKILL, prompt="here it is", files=[str(chaplin)])
        assert "already" in again["reply"]
        assert again["changes"] == []


async def test_a_new_project_that_fails_at_once_is_none(serve: Serve, chaplin: Path) -> None:
    """The project the user worked on stays the current one."""
    async with serve() as door:
        (door.home / "text.mp4").write_text("no film")
        await door.do("upload_media", files=[str(chaplin)])
        await door.refused("upload_media", files=[str(door.home / "text.mp4")], project="new")
        await door.refused(SKILL, prompt="trim it", files=[str(door.home / "text.mp4")], project="new")
        assert (await door.do("get_timeline"))["duration_ms"] == 9640
        assert len((await door.do("list_projects"))["projects"]) == 1


async def test_a_renamed_project_is_called_so_everywhere(serve: Serve, chaplin: Path) -> None:
    """In the list, in the changes, and in the name of its file."""
    async with serve() as door:
        await door.do("upload_media", files=[str(chaplin)])
        told = await door.do(SKILL, prompt='rename the project to "Summer"')
        assert told["changes"]
        assert told["project"]["name"] == "Summer"
        assert (await door.do("list_projects"))["projects"][0]["name"] == "Summer"
        made = await door.do("export_video", format="wav", wait_s=120)
        assert Path(made["outputs"][0]["path"]).name == "Summer.wav"


@requirement("STATE-4")
async def test_what_only_looks_different_is_a_change_too(serve: Serve, chaplin: Path) -> None:
    """A title's colour is neither a time nor a name, and still is told."""
    async with serve() as door:
        await door.do(SKILL, prompt='add the title "Hello"', files=[str(chaplin)])
        told = await door.do(SKILL, prompt="make the title red")
        assert any("color" in change for change in told["changes"])


@requirement("EXP-8", "EXP-6")
async def test_two_servers_deliver_an_export_once(serve: Serve, chaplin: Path) -> None:
    """Two hosts open on one folder is normal; two files of one export is not."""
    async with serve() as one, serve() as two:
        await one.do("upload_media", files=[str(chaplin)])
        job = (await one.do("export_video", path=str(one.home / "film.mp4"), resolution="480p", wait_s=0))[
            "job"
        ]["id"]
        theirs = await two.do("get_job", job=job, wait_s=120)
        ours = await one.do("get_job", job=job, wait_s=120)
        assert ours["outputs"] == theirs["outputs"]
        assert [file.name for file in one.home.glob("film*")] == ["film.mp4"]


async def test_a_data_folder_that_cannot_be_used_is_said_to_be(serve: Serve, tmp_path: Path) -> None:
    """A file where the folder should be: words, and what to do."""
    (tmp_path / "file").write_text("not a folder")
    async with serve(env={"NEMOVIDEO_DATA_DIR": str(tmp_path / "file")}) as door:
        said = await door.refused("list_projects")
        assert "doctor" in said
        assert "cannot be used" in said
