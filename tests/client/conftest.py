"""A gateway, a clock and a client for every test of the client."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from client.clocks import QuickClock
from client.gateway import Gateway, serving
from nemovideo_mcp.client.client import Client, SkillClient
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.wire.headers import Attribution

SKILL = Attribution("ai-voiceover-for", "1.2.0", "cursor")


@pytest.fixture
def anyio_backend() -> str:
    """The loop the server runs on too."""
    return "asyncio"


@pytest.fixture(scope="module")
def _served() -> Iterator[Gateway]:
    with serving() as gateway:
        yield gateway


@pytest.fixture
def gateway(_served: Gateway) -> Gateway:
    """A gateway with nothing but a token in its script."""
    url = _served.url
    _served.__init__()  # type: ignore[misc] # one server a module, a fresh script for each test
    _served.url = url
    return _served


@pytest.fixture
def clock() -> QuickClock:
    """A clock that waits for nobody."""
    return QuickClock()


@pytest.fixture
def identity(tmp_path: Path) -> Identity:
    """An installation that has never been connected."""
    return Identity(tmp_path / "config")


@pytest.fixture
async def client(gateway: Gateway, clock: QuickClock, identity: Identity) -> AsyncIterator[Client]:
    """A client of the gateway."""
    async with Client(
        api_url=gateway.url, web_url="https://web.example", identity=identity, clock=clock
    ) as client:
        yield client


@pytest.fixture
def api(client: Client) -> SkillClient:
    """That client under one skill's headers."""
    return client.for_skill(SKILL)
