"""The product in this process against a scripted cloud, under a clock that the script moves."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import anyio.lowlevel
from mcp import Client

from client.clocks import QuickClock
from client.gateway import Gateway
from conftest import MEDIA, Door, environment
from nemovideo_mcp.app import App
from nemovideo_mcp.settings import Settings


class ScriptClock(QuickClock):
    """Sleeping passes the time at once, except beside an open stream: there only the script's `passes` moves it."""

    def __init__(self) -> None:
        super().__init__()
        self._moved = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def sleep(self, seconds: float) -> None:
        """Waits until the script has passed that much, or not at all."""
        if not self._limits:
            return await super().sleep(seconds)
        until = self.time + seconds
        while self.time < until:
            await self._moved.wait()
        return None

    @contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """TimeoutError once the clock has gone on by that much."""
        self._loop = asyncio.get_running_loop()
        with super().limit(seconds):
            yield

    def advance(self, seconds: float) -> None:
        """Moves the clock and wakes who sleeps."""
        super().advance(seconds)
        self._moved.set()
        self._moved = asyncio.Event()

    def passes(self, seconds: float) -> Callable[[], Any]:
        """A step of a stream after which so much time has passed."""

        async def step() -> None:
            assert self._loop is not None
            done = asyncio.run_coroutine_threadsafe(self._pass(seconds), self._loop)
            await asyncio.wrap_future(done)

        return step

    async def _pass(self, seconds: float) -> None:
        self.advance(seconds)
        for _ in range(20):
            await anyio.lowlevel.checkpoint()


@asynccontextmanager
async def playing(
    gateway: Gateway, home: Path, clock: QuickClock, *words: str, **env: str
) -> AsyncIterator[Door]:
    """A door to the product in this process, its cloud being the gateway."""
    cloud = {"NEMO_API_URL": gateway.url, "NEMO_WEB_URL": "https://web.example"}
    settings = environment(home, **(cloud | env))
    allowed = ["--allow-dir", str(MEDIA), "--allow-dir", str(home), *words]
    app = App(Settings.from_env(settings, allowed), clock)
    async with Client(app.server()) as client:
        yield Door(client, home)


def plain(text: str, gateway: Gateway, home: Path) -> str:
    """A text without what differs from run to run: folders, ports, ids."""
    text = text.replace(str(home), "~").replace(gateway.url, "https://cloud.example")
    text = re.sub(r"[\d.]+ GB", "40.0 GB", text)
    text = re.sub(r"\bjob-[a-z0-9]{6}\b", "job-k7m2qd", text)
    return re.sub(r"\bp-[a-z0-9]{6}\b", "p-h4x9ra", text)
