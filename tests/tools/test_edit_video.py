"""Exact edits through the real door: one revision, all or nothing, refused when the timeline has moved on."""

from pathlib import Path
from typing import Any

import anyio
import pytest

from conftest import Serve
from requirements import requirement

pytestmark = pytest.mark.anyio


@pytest.fixture
async def door(serve: Serve, chaplin: Path) -> Any:
    """A server with one film on its timeline."""
    async with serve() as opened:
        await opened.do("upload_media", files=[str(chaplin)])
        yield opened


@requirement("MCP-3", "STATE-4")
async def test_operations_are_one_change_that_undo_takes_back(door: Any) -> None:
    """In their order, with what changed in words; ids come from get_timeline."""
    before = await door.do("get_timeline")
    clip = before["tracks"][0]["segments"][0]["id"]
    told = await door.do(
        "edit_video",
        operations=[
            {"op": "cut_out", "start_ms": 1000, "end_ms": 2000},
            {"op": "add_title", "text": 'He said "cut"; then left', "at_ms": 500, "duration_ms": 1500},
            {"op": "volume", "percent": 40, "clips": [clip]},
        ],
    )
    assert told["timeline"]["revision"] == before["revision"] + 1
    assert told["timeline"]["duration_ms"] == before["duration_ms"] - 1000
    first, second = told["timeline"]["tracks"][0]["segments"]
    assert (first["volume_percent"], second["volume_percent"]) == (40, 100)
    title = told["timeline"]["tracks"][1]["segments"][0]
    assert (title["text"], title["start_ms"], title["duration_ms"]) == ('He said "cut"; then left', 500, 1500)
    assert any("Title" in change for change in told["changes"])
    await door.do("ai-voiceover-for", prompt="undo")
    after = await door.do("get_timeline")
    assert after["tracks"] == before["tracks"]


@requirement("STATE-5")
async def test_an_edit_for_an_older_timeline_is_a_conflict(door: Any) -> None:
    """It carries the revision and the timeline as they are now, and changes nothing."""
    first = await door.do("edit_video", operations=[{"op": "keep", "end_ms": 5000}], base_revision=1)
    assert first["timeline"]["revision"] == 2
    said = await door.refused("edit_video", operations=[{"op": "keep", "end_ms": 3000}], base_revision=1)
    assert "revision 2, not 1" in said
    assert "chaplin (0-5s)" in said
    assert (await door.do("get_timeline"))["revision"] == 2


@requirement("STATE-5")
async def test_of_two_edits_at_once_for_one_revision_one_is_done(door: Any) -> None:
    """The check and the edit are one turn."""
    results = []

    async def cut() -> None:
        results.append(
            await door.call("edit_video", operations=[{"op": "split", "at_ms": 4000}], base_revision=1)
        )

    async with anyio.create_task_group() as group:
        group.start_soon(cut)
        group.start_soon(cut)
    assert sorted(bool(result.is_error) for result in results) == [False, True]
    assert (await door.do("get_timeline"))["revision"] == 2


WRONG: list[tuple[list[dict[str, Any]], list[str]]] = [
    (
        [{"op": "split", "at_ms": 100}, {"op": "cut_out", "start_ms": 60_000}],
        ["operations[1] (cut_out)", "outside"],
    ),
    (
        [{"op": "mute"}, {"op": "delete_clips", "clips": ["c9"]}],
        ["operations[1] (delete_clips)", "c9", "chaplin"],
    ),
    (
        [{"op": "split", "at_ms": 100}] * 2,
        ["operations[0] (split) or operations[1] (split)", "already a cut"],
    ),
    ([{"op": "mute"}, {"op": "split"}], ["operations.1", "split needs at_ms"]),
    ([{"op": "mute"}, {"op": "speed", "times": 2}], ["speed has no field times", "speed(factor"]),
    ([{"op": "explode"}], ["no operation", "cut_out"]),
    ([], ["operations", "at least 1"]),
    ([{"op": "mute"}] * 51, ["operations", "at most 50"]),
]


@requirement("MCP-4")
async def test_one_operation_that_will_not_do_keeps_all_of_them_out(door: Any) -> None:
    """The error says which, why, and what would fit; the timeline is as it was."""
    for operations, words in WRONG:
        said = await door.refused("edit_video", operations=operations)
        assert [word for word in words if word not in said] == [], said
        now = await door.do("get_timeline")
        assert (now["revision"], now["duration_ms"]) == (1, 9640)


async def test_what_is_so_already_is_no_failure(door: Any) -> None:
    """Nothing changes, and the reply says so."""
    for _ in range(2):
        told = await door.do("edit_video", operations=[{"op": "mute"}])
    assert told["timeline"]["revision"] == 2
    assert "nothing changed" in told["reply"]
