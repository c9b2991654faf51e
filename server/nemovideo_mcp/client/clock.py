"""Time as the client sees it, so that tests can pass an hour without waiting."""

import time
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Protocol

import anyio


class Clock(Protocol):
    """Seconds that only go forward, the date, waiting, and giving up."""

    def now(self) -> float:
        """Seconds from some fixed moment."""

    def utc(self) -> datetime:
        """The date and time, with its zone."""

    async def sleep(self, seconds: float) -> None:
        """Waits."""

    def limit(self, seconds: float) -> AbstractContextManager[object]:
        """Raises TimeoutError in a block that takes longer than that."""


class WallClock:
    """The real one."""

    def now(self) -> float:
        """Seconds of the monotonic clock."""
        return time.monotonic()

    def utc(self) -> datetime:
        """Now, in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Waits, cancellable."""
        await anyio.sleep(seconds)

    def limit(self, seconds: float) -> AbstractContextManager[object]:
        """A scope that ends with TimeoutError."""
        return anyio.fail_after(max(0.0, seconds))
