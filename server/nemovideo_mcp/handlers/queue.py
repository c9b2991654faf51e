"""Turns: requests for one project run one after the other; the one that waits is told so, and the one after one that was
taken back is told what that had done.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import anyio

from nemovideo_mcp.wire.draft import Draft


class Turns:
    """One lock a project; waiting calls `waiting` once."""

    def __init__(self) -> None:
        self._locks: dict[str, anyio.Lock] = {}
        self._taken_back: dict[str, Draft] = {}
        self._told: set[str] = set()

    def is_first(self, project: str) -> bool:
        """Whether this is the first message of a project in this process; asked once for each."""
        known = project in self._told
        self._told.add(project)
        return not known

    def take_back(self, project: str, before: Draft) -> None:
        """A request was cancelled while it was worked on; `before` is the timeline as it had found it."""
        self._taken_back.setdefault(project, before)

    def taken_back(self, project: str) -> Draft | None:
        """The timeline before a request that was cancelled, told once."""
        return self._taken_back.pop(project, None)

    @asynccontextmanager
    async def turn(self, project: str, waiting: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
        """Holds the project's turn."""
        lock = self._locks.setdefault(project, anyio.Lock())
        if lock.locked():
            await waiting()
        async with lock:
            yield
