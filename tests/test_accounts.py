"""Accounts on the command line: a token comes by standard input only, and each backend keeps its own state."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from client.gateway import Gateway, ok, refusal, serving
from conftest import Serve, environment
from requirements import requirement

TOKEN = "nmv_usr_of_my_own"  # noqa: S105 - of a user who is not real
BALANCE = "GET /api/credits/balance/simple"
SESSION = "5529798706024415232"


@pytest.fixture
def cloud() -> Iterator[Gateway]:
    """A cloud that knows one token's balance."""
    with serving() as gateway:
        state = {"session_id": SESSION, "task_id": "t", "state": {"draft": {"t": []}}}
        gateway.plays(BALANCE, ok({"available": 7}))
        gateway.plays(
            "POST /api/tasks/me/with-session/nemo_agent", ok({"task_id": "t", "session_id": SESSION})
        )
        gateway.plays(f"GET /api/state/nemo_agent/me/{SESSION}/latest", ok(state))
        gateway.plays("POST /api/auth/claim-token", ok({"claim_token": "clm_1"}))
        yield gateway


def command(home: Path, *words: str, said: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Runs a command with something on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "nemovideo_mcp", *words],
        check=False,
        env=environment(home, **env),
        input=said,
        capture_output=True,
        text=True,
    )


@requirement("AUTH-1", "AUTH-4", "AUTH-7")
@pytest.mark.anyio
async def test_a_token_is_kept_used_and_forgotten(cloud: Gateway, serve: Serve, tmp_path: Path) -> None:
    """Tried once, readable by its owner only, sent from then on, and gone after a logout; never printed."""
    home = tmp_path / "home"
    home.mkdir()
    done = command(home, "login", "--token", said=f"{TOKEN}\n", NEMO_API_URL=cloud.url)
    assert done.returncode == 0, done.stderr
    assert TOKEN not in done.stdout + done.stderr
    kept = home / ".config" / "nemovideo" / "token-own.json"
    assert kept.stat().st_mode & 0o077 == 0
    async with serve(env={"NEMO_API_URL": cloud.url}) as door:
        assert (await door.do("get_credits"))["available"] == 7
    bearers = {heard.headers.get("authorization") for heard in cloud.calls(BALANCE)}
    assert bearers == {f"Bearer {TOKEN}"}
    assert "was removed" in command(home, "logout", NEMO_API_URL=cloud.url).stdout
    assert not kept.exists()


@requirement("AUTH-8")
def test_a_refused_token_is_not_kept(cloud: Gateway, tmp_path: Path) -> None:
    """And the exit code says so."""
    cloud.plays(BALANCE, refusal(1001, "expired"))
    done = command(tmp_path, "login", "--token", said=TOKEN, NEMO_API_URL=cloud.url)
    assert done.returncode == 1
    assert "not kept" in done.stderr
    assert not (tmp_path / ".config" / "nemovideo" / "token-own.json").exists()


@requirement("AUTH-7")
def test_a_token_on_the_command_line_is_not_taken(tmp_path: Path) -> None:
    """Other processes could read it there."""
    assert command(tmp_path, "login", "--token", TOKEN).returncode == 2
    assert command(tmp_path, "login", "--token", said="\n").returncode == 2


@requirement("AUTH-4")
@pytest.mark.anyio
async def test_switching_backends_keeps_both_states_apart(
    cloud: Gateway, serve: Serve, chaplin: Path
) -> None:
    """The studio's project is not the cloud's, and is there again afterwards."""
    async with serve() as door:
        await door.do("upload_media", files=[str(chaplin)])
        here = (await door.do("list_projects"))["projects"]
    async with serve(env={"NEMO_API_URL": cloud.url}) as door:
        assert (await door.do("list_projects"))["projects"] == []
        await door.do("get_timeline")
    async with serve(env={"NEMO_API_URL": cloud.url, "NEMO_BACKEND": "studio"}) as door:
        assert (await door.do("list_projects"))["projects"] == here
    assert not any(os.fspath(chaplin.name) in heard.path for heard in cloud.heard)
