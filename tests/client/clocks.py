"""A clock for tests: an hour passes at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import anyio
import anyio.lowlevel


class QuickClock:
    """Sleeping moves it; `advance` moves it from outside, also from another thread through `from_thread`."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []
        self._limits: list[tuple[float, anyio.CancelScope]] = []

    def now(self) -> float:
        """Seconds since the test began."""
        return self.time

    def utc(self) -> datetime:
        """A date in November 2026, as many seconds later."""
        return datetime(2026, 11, 21, tzinfo=UTC) + timedelta(seconds=self.time)

    async def sleep(self, seconds: float) -> None:
        """Passes the time at once."""
        self.slept.append(seconds)
        self.advance(seconds)
        await anyio.lowlevel.checkpoint()

    @contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """TimeoutError once the clock has gone on by that much."""
        with anyio.CancelScope() as scope:
            entry = (self.time + seconds, scope)
            self._limits.append(entry)
            try:
                yield
            finally:
                self._limits.remove(entry)
        if scope.cancelled_caught:
            raise TimeoutError

    def advance(self, seconds: float) -> None:
        """Moves the clock, and ends what has run out of time."""
        self.time += seconds
        for until, scope in self._limits:
            if until <= self.time:
                scope.cancel()
