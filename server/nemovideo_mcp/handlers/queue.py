"""Turns: requests for one project run one after the other, and the one that waits is told so."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import anyio


class Turns:
    """One lock a project; waiting calls `waiting` once."""

    def __init__(self) -> None:
        self._locks: dict[str, anyio.Lock] = {}

    @asynccontextmanager
    async def turn(self, project: str, waiting: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
        """Holds the project's turn."""
        lock = self._locks.setdefault(project, anyio.Lock())
        if lock.locked():
            await waiting()
        async with lock:
            yield
