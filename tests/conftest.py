"""Fixtures that start the real product: a server over stdio in a folder of its own, and the films of the tests."""

import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from mcp_types import CallToolResult

settings.register_profile("house", deadline=None)  # speed is measured in benchmarks, not asserted here
settings.load_profile("house")

MEDIA = Path(__file__).parent / "media"
PLAIN = ("NEMO_", "NEMOVIDEO_", "SKILL_SOURCE")

Serve = Callable[..., AbstractAsyncContextManager["Door"]]


@pytest.fixture
def anyio_backend() -> str:
    """The async tests run on asyncio, as the server does."""
    return "asyncio"


@pytest.fixture
def example() -> Path:
    """A voice over a burnt-in timecode, 42.4 s."""
    return MEDIA / "example.mp4"


@pytest.fixture
def chaplin() -> Path:
    """A silent-film clip, 9.64 s, with MP3 sound."""
    return MEDIA / "chaplin.mp4"


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a fresh user: no settings of ours but these."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(PLAIN)}
    return kept | {"HOME": str(home), "NEMOVIDEO_DATA_DIR": str(home / "data")} | more


class Door:
    """A real server behind a real client; `progress` is what it told on the way."""

    def __init__(self, client: Client, home: Path) -> None:
        self.client = client
        self.home = home
        self.progress: list[str] = []

    async def call(self, tool: str, /, **arguments: Any) -> CallToolResult:
        """Calls a tool, whatever comes of it."""

        async def seen(done: float, total: float | None, message: str | None) -> None:
            self.progress.append(message or "")

        result = await self.client.call_tool(tool, arguments, progress_callback=seen)
        assert isinstance(result, CallToolResult)
        return result

    async def do(self, tool: str, /, **arguments: Any) -> dict[str, Any]:
        """Calls a tool that must succeed; its structured result."""
        result = await self.call(tool, **arguments)
        assert not result.is_error, text(result)
        assert result.structured_content is not None
        return result.structured_content

    async def refused(self, tool: str, /, **arguments: Any) -> str:
        """Calls a tool that must fail; its words."""
        result = await self.call(tool, **arguments)
        assert result.is_error, text(result)
        return text(result)


def text(result: CallToolResult) -> str:
    """The words of a result."""
    return " ".join(getattr(block, "text", "") for block in result.content)


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    """Starts servers over stdio, as a host does; by default in one home that may read the films and itself."""

    @asynccontextmanager
    async def start(
        *arguments: str, env: Mapping[str, str] | None = None, **options: Any
    ) -> AsyncIterator[Door]:
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        words = ["-m", "nemovideo_mcp", "--allow-dir", str(MEDIA), "--allow-dir", str(home), *arguments]
        server = StdioServerParameters(
            command=sys.executable, args=words, env=environment(home, **(env or {}))
        )
        async with Client(server, **options) as client:
            yield Door(client, home)

    return start
