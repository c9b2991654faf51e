"""Bad input through the real door: a tool error with the next step, and the timeline as it was."""

from pathlib import Path
from typing import Any

import pytest

from conftest import Door, Serve
from requirements import requirement

pytestmark = pytest.mark.anyio
SKILL = "transcribe-video-to-text"


@pytest.fixture
async def door(serve: Serve, chaplin: Path) -> Any:
    """A server with one film on its timeline."""
    async with serve() as opened:
        await opened.do("upload_media", files=[str(chaplin)])
        yield opened


async def unchanged(door: Door) -> bool:
    """Whether the timeline is still the one film."""
    now = await door.do("get_timeline")
    return bool(now["duration_ms"] == 9640 and now["revision"] == 1)


def bad_files(home: Path, film: Path) -> dict[str, tuple[Path, str]]:
    """Every file that must not come in, and a word its refusal must hold."""
    files = {
        "missing": (home / "nowhere.mp4", "no file"),
        "folder": (home / "folder.mp4", "folder"),
        "empty": (home / "empty.mp4", "empty"),
        "text": (home / "text.mp4", "text"),
        "truncated": (home / "truncated.mp4", "truncated"),
        "large": (home / "large.mp4", "500 MB"),
        "unsupported": (home / "notes.pdf", "mp4"),
        "dotfile": (home / ".hidden" / "film.mp4", "outside"),
    }
    (home / "folder.mp4").mkdir()
    (home / "empty.mp4").touch()
    (home / "text.mp4").write_text("this is no film\n" * 100)
    (home / "truncated.mp4").write_bytes(film.read_bytes()[: film.stat().st_size // 2])
    with (home / "large.mp4").open("wb") as sparse:
        sparse.write(film.read_bytes()[:4096])
        sparse.truncate(501_000_000)
    (home / "notes.pdf").write_bytes(b"%PDF-1.7\n" + b"0" * 2000)
    return files


@requirement("UP-1", "UP-2", "UP-5", "MCP-4")
async def test_files_that_will_not_do_are_refused_with_a_reason(door: Door, chaplin: Path) -> None:
    """Missing, folder, empty, renamed, truncated, too large, unsupported: each in words, and nothing changes."""
    for kind, (file, word) in bad_files(door.home, chaplin).items():
        if kind == "dotfile":
            continue  # allowed here: the whole home was named with --allow-dir
        said = await door.refused("upload_media", files=[str(file)])
        assert word.lower() in said.lower(), (kind, said)
        assert "Traceback" not in said
    assert await unchanged(door)


async def test_one_bad_file_keeps_the_good_one_of_the_same_call_out(door: Door, chaplin: Path) -> None:
    """All or nothing: half an upload would be a surprise."""
    (door.home / "text.mp4").write_text("no film")
    await door.refused(SKILL, prompt="join them", files=[str(chaplin), str(door.home / "text.mp4")])
    assert await unchanged(door)


@requirement("UP-3")
@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/a.mp4",
        "http://10.0.0.1/a.mp4",
        "https://no-such-host.invalid/a.mp4",
        "http://[::1]/a.mp4",
    ],
)
async def test_addresses_that_cannot_or_must_not_be_fetched_are_refused(door: Door, url: str) -> None:
    """Unreachable and private addresses both say so."""
    said = await door.refused("upload_media", files=[url])
    assert len(said) > 40
    assert await unchanged(door)


async def test_prompts_that_are_none_are_refused(door: Door) -> None:
    """Empty, blank, and 100 kB of text."""
    for prompt in ("", "  \n ", "trim " * 20_000):
        said = await door.refused(SKILL, prompt=prompt)
        assert "prompt" in said.lower()
    assert await unchanged(door)


async def test_unknown_projects_jobs_tools_and_arguments_are_named(door: Door) -> None:
    """Each error says what there is instead."""
    assert "p-" in await door.refused("get_timeline", project="p-nosuch")
    assert "job" in (await door.refused("get_job", job="job-nosuch")).lower()
    assert "get_timeline" in await door.refused("no_such_tool")
    assert "there is no speed" in await door.refused("export_video", speed=2)
    assert "wait_s" in await door.refused("get_job", job="x", wait_s=-1)
    assert await unchanged(door)


@requirement("EXP-8")
async def test_targets_that_cannot_be_written_are_refused_before_the_render(door: Door) -> None:
    """An existing file, a missing folder, a foreign folder, a format that is none."""
    (door.home / "kept.mp4").write_bytes(b"precious")
    for path in ("kept.mp4", "nowhere/out.mp4", "/proc/out.mp4", ".hidden/../.cache/out.mp4"):
        said = await door.refused(
            "export_video", path=path if path.startswith("/") else str(door.home / path)
        )
        assert len(said) > 40
    assert (door.home / "kept.mp4").read_bytes() == b"precious"
    assert "resolution" in (await door.refused("export_video", resolution="huge")).lower()
    assert await unchanged(door)


@requirement("EXP-8")
async def test_an_existing_file_is_replaced_when_asked(door: Door) -> None:
    """And only whole."""
    target = door.home / "kept.wav"
    target.write_bytes(b"old")
    told = await door.do("export_video", path=str(target), overwrite=True, wait_s=120)
    assert told["outputs"][0]["bytes"] == target.stat().st_size > 1000
    assert [file.name for file in door.home.iterdir() if file.name.endswith(".part")] == []


@requirement("UP-6")
async def test_by_default_hidden_folders_of_the_home_are_not_read(serve: Serve, chaplin: Path) -> None:
    """A key in a dot-folder stays where it is."""
    async with serve() as door:
        hidden = door.home.parent / "elsewhere"
        hidden.mkdir()
        (hidden / "film.mp4").write_bytes(chaplin.read_bytes())
        (door.home / "link.mp4").symlink_to(hidden / "film.mp4")
        for path in (hidden / "film.mp4", door.home / "link.mp4"):
            assert "outside the folders" in await door.refused("upload_media", files=[str(path)])
