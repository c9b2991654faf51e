"""Turns: one request at a time for a project, as many as there are projects."""

import anyio
import pytest

from nemovideo_mcp.handlers.queue import Turns
from nemovideo_mcp.wire.draft import Draft
from requirements import requirement

pytestmark = pytest.mark.anyio


@requirement("SSE-8")
async def test_requests_for_one_project_wait_and_are_told_and_others_go_on() -> None:
    """In the order they came; another project is not held up."""
    turns, told, done = Turns(), list[str](), list[str]()
    first_may_end = anyio.Event()

    async def request(project: str, name: str, until: anyio.Event | None = None) -> None:
        async def waiting() -> None:
            told.append(name)

        async with turns.turn(project, waiting):
            if until is not None:
                await until.wait()
            done.append(name)

    async with anyio.create_task_group() as group:
        group.start_soon(request, "p-1", "first", first_may_end)
        await anyio.wait_all_tasks_blocked()
        group.start_soon(request, "p-1", "second")
        await anyio.wait_all_tasks_blocked()
        group.start_soon(request, "p-1", "third")
        await anyio.wait_all_tasks_blocked()
        await request("p-2", "elsewhere")
        assert (told, done) == (["second", "third"], ["elsewhere"])
        first_may_end.set()
    assert done == ["elsewhere", "first", "second", "third"]


@requirement("SSE-8", "SSE-11")
async def test_a_request_that_is_taken_back_while_it_waits_frees_its_place() -> None:
    """It was not sent, so there is nothing to tell of it; one that was worked on is told of once."""
    turns, done = Turns(), list[str]()

    async def nothing() -> None:
        """Nobody is told."""

    async def request(name: str) -> None:
        async with turns.turn("p-1", nothing):
            done.append(name)

    async with turns.turn("p-1", nothing), anyio.create_task_group() as group:
        group.start_soon(request, "second")
        await anyio.wait_all_tasks_blocked()
        group.cancel_scope.cancel()
    await request("third")
    assert done == ["third"]
    assert turns.taken_back("p-1") is None
    turns.take_back("p-1", Draft())
    assert turns.taken_back("p-1") == Draft()
    assert turns.taken_back("p-1") is None
