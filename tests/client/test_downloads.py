"""Files from a service out there: never from this machine's own network, never too large, never half."""

import tracemalloc
from collections.abc import AsyncIterator
from itertools import repeat
from pathlib import Path

import httpx
import pytest

from client.clocks import QuickClock
from client.conftest import SKILL
from client.gateway import Gateway, Play
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.client import Client, SkillClient
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.client.renders import read_status
from nemovideo_mcp.wire.render import RenderStatus
from requirements import requirement

pytestmark = pytest.mark.anyio

FETCH = "GET /api/render/proxy/render_1/download"
FILE = bytes(range(256)) * 1000
MEDIA = {"content-type": "video/mp4"}
MIB = 1024 * 1024


class OutThere(httpx.AsyncHTTPTransport):
    """The internet, where api.example is a server of this machine."""

    def __init__(self, gateway: Gateway) -> None:
        super().__init__()
        self._place = httpx.URL(gateway.url)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request to where the name leads."""
        if request.url.host == "api.example":
            request.url = request.url.copy_with(scheme="http", host=self._place.host, port=self._place.port)
        return await super().handle_async_request(request)


@pytest.fixture
async def api(gateway: Gateway, clock: QuickClock, identity: Identity) -> AsyncIterator[SkillClient]:
    """A client of a service that is not on this machine."""
    async with (
        httpx.AsyncClient(transport=OutThere(gateway)) as http,
        Client(
            api_url="https://api.example", web_url="", identity=identity, clock=clock, http=http
        ) as client,
    ):
        yield client.for_skill(SKILL)


def finished(url: str | None) -> RenderStatus:
    """A render whose file is there."""
    return read_status({"status": "completed", "output": {"url": url}}, asked_id="render_1")


@requirement("HEAD-5", "EXP-5", "EXP-8")
@pytest.mark.parametrize("way", ["at once", "by a redirect"])
async def test_a_url_into_our_own_network_is_not_followed(
    gateway: Gateway, api: SkillClient, tmp_path: Path, way: str
) -> None:
    """The service's own way out is taken; when that fails, the reason is told and nothing lies there."""
    inner = f"{gateway.url}/secret.mp4"
    gateway.plays("GET /secret.mp4", Play(body=b"secret", headers=MEDIA))
    gateway.plays("GET /go", Play(status=302, headers={"location": inner}))
    gateway.plays(FETCH, Play(body=FILE, headers=MEDIA))
    status = finished(inner if way == "at once" else "/go")
    assert (await api.download_render(status, tmp_path / "o.part")).size == len(FILE)
    gateway.plays(FETCH, Play(status=404))
    with pytest.raises(errors.DownloadFailed, match="own network"):
        await api.download_render(status, tmp_path / "o.part")
    assert gateway.calls("GET /secret.mp4") == []
    assert list(tmp_path.glob("*.part")) == []


@requirement("EXP-5")
@pytest.mark.parametrize(
    "url",
    ["http://xn--/x", "http://a..b/x", "data:video/mp4,x", "javascript:x", "http://[", "\x00", " ", "//"],
)
async def test_an_address_that_is_none_does_not_stop_the_other_way(
    gateway: Gateway, api: SkillClient, tmp_path: Path, url: str
) -> None:
    """Whatever stands in `url`, and wherever it redirects."""
    gateway.plays(FETCH, Play(body=FILE, headers=MEDIA))
    assert (await api.download_render(finished(url), tmp_path / "o.part")).size == len(FILE)
    gateway.plays("GET /go", Play(status=302, headers={"location": url.replace("\x00", "")}))
    assert (await api.download_render(finished("/go"), tmp_path / "o.part")).size == len(FILE)


@requirement("EXP-5", "EXP-8")
async def test_a_file_that_is_announced_too_large_is_not_begun(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """A disk is not filled to find out."""
    endless = Play(steps=repeat(b"x" * MIB), headers=MEDIA | {"content-length": str(20 * 1024 * MIB)})
    gateway.plays(FETCH, endless)
    with pytest.raises(errors.DownloadFailed, match="larger than is accepted"):
        await api.download_render("render_1", tmp_path / "o.part")
    assert list(tmp_path.glob("*.part")) == []


@requirement("EXP-5")
async def test_a_large_file_does_not_pass_through_memory(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """Server and client together stay within a few MiB."""
    gateway.plays(FETCH, Play(steps=[b"x" * MIB] * 200, headers=MEDIA))
    tracemalloc.start()
    try:
        fetched = await api.download_render("render_1", tmp_path / "o.part")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert fetched.size == 200 * MIB
    assert peak < 32 * MIB
