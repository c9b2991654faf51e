"""Every backend there is: the scripted gateway, the studio with its meter on, and the cloud where it is asked for.

The cloud takes part when NEMO_TOKEN and NEMO_CONTRACT_CLOUD=1 are set; its edits cost credits.
"""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from client.gateway import Gateway, Play, ok, refusal, serving, sse
from conftest import MEDIA
from nemovideo_mcp.client.client import Client, SkillClient
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.studio.studio import Studio
from nemovideo_mcp.wire.headers import Attribution
from nemovideo_mcp.wire.routes import DEFAULT_API_URL, DEFAULT_WEB_URL

SKILL = Attribution("ai-voiceover-for", "1.0.0", "unknown")
SESSION = "5529798706024415232"
CITY: dict[str, Any] = {"t": [{"tt": 0, "sg": [{"d": 9640, "m": {"title": "chaplin"}}]}]}
TITLED = {"t": [*CITY["t"], {"tt": 7, "sg": [{"d": 3000, "m": {"title": "Hello"}}]}]}
CLOUD = os.environ.get("NEMO_CONTRACT_CLOUD") == "1" and os.environ.get("NEMO_TOKEN")
BACKENDS = ["gateway", "studio", *(["cloud"] if CLOUD else [])]


@dataclass(frozen=True)
class Backend:
    """Where it is, and the token to use there; None: a free one is asked for."""

    url: str
    token: str | None = None


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Backend]:
    """One backend after the other."""
    opened = {"gateway": _gateway, "studio": _studio, "cloud": _cloud}[request.param]
    with opened(tmp_path / "data") as found:
        yield found


@pytest.fixture
async def api(backend: Backend, tmp_path: Path) -> AsyncIterator[SkillClient]:
    """Our client on it, as a skill uses it."""
    identity = Identity(tmp_path / "identity", token=backend.token)
    async with Client(api_url=backend.url, web_url=DEFAULT_WEB_URL, identity=identity) as client:
        yield client.for_skill(SKILL)


@contextmanager
def _studio(folder: Path) -> Iterator[Backend]:
    studio = Studio(folder, metered=True)
    try:
        yield Backend(studio.start())
    finally:
        studio.stop()


@contextmanager
def _cloud(_: Path) -> Iterator[Backend]:
    yield Backend(os.environ.get("NEMO_API_URL", DEFAULT_API_URL), os.environ["NEMO_TOKEN"])


@contextmanager
def _gateway(_: Path) -> Iterator[Backend]:
    with serving(token="nmv_usr_secret1") as gateway:  # noqa: S106 - the one it gives
        _plays_the_contract(gateway)
        yield Backend(gateway.url)


def _plays_the_contract(gateway: Gateway) -> None:
    """The published answers, typed by hand."""
    state = {"session_id": SESSION, "task_id": "task-1", "task_name": "project"}
    file = {"filename": "chaplin.mp4", "file_type": "video", "duration": 9.64, "width": 640, "height": 360}
    said = b'data: {"type":"text","content":"Title added."}\n\ndata: {"type":"heartbeat"}\n\n'
    gateway.plays(
        "POST /api/tasks/me/with-session/nemo_agent", ok({"task_id": "task-1", "session_id": SESSION})
    )
    gateway.plays("POST /api/auth/claim-token", ok({"claim_token": "clm_1", "expires_in": 604800}))
    gateway.plays("GET /api/credits/balance/simple", ok({"available": 100, "frozen": 0, "total": 100}))
    gateway.plays(
        f"POST /api/upload-video/nemo_agent/me/{SESSION}",
        ok({"files": [file], "session_state_applied": True}),
    )
    gateway.plays(
        f"GET /api/state/nemo_agent/me/{SESSION}/latest",
        ok(state | {"state": {"draft": None}}),
        *[ok(state | {"state": {"draft": draft, "video_infos": [file]}}) for draft in (CITY, TITLED)],
    )
    gateway.plays("GET /api/state/nemo_agent/me/1000000000000000001/latest", refusal(1002, "no session"))
    gateway.plays("POST /run_sse", sse(said))
    gateway.plays("POST /api/render/proxy/lambda", Play({"id": "render_1", "status": "pending"}))
    done = Play({"success": True, "data": {"id": "render_1", "status": "completed", "outputUrl": "/o.mp4"}})
    gateway.plays("GET /api/render/proxy/lambda/render_1", done)
    gateway.plays("GET /o.mp4", Play(body=(MEDIA / "chaplin.mp4").read_bytes()))
