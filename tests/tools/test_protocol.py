"""The process as a host meets it: both handshakes, pings while it renders, cancellation, a clean stdout, a quick end."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import anyio
import psutil
import pytest

from conftest import MEDIA, Serve, environment
from requirements import requirement

pytestmark = pytest.mark.anyio


def encoders(process: psutil.Process) -> list[psutil.Process]:
    """The ffmpeg children of a process."""
    return [child for child in process.children(recursive=True) if _is_encoder(child)]


def _is_encoder(child: psutil.Process) -> bool:
    """Whether it is an ffmpeg that still runs; one may end while it is looked at."""
    try:
        return "ffmpeg" in child.name()
    except (psutil.NoSuchProcess, FileNotFoundError):
        return False


async def until(seen: Any, limit: float = 30) -> None:
    """Waits for something another process does; its own limit is a failure, not a timing."""
    with anyio.fail_after(limit):
        while not seen():  # noqa: ASYNC110 - another process has no event to give
            await anyio.sleep(0.02)


@requirement("MCP-2")
@pytest.mark.parametrize("mode", ["legacy", "2026-07-28"])
async def test_both_protocol_eras_are_served(serve: Serve, chaplin: Path, mode: str) -> None:
    """The old handshake and the new one reach the same tools."""
    async with serve(mode=mode) as door:
        told = await door.do("ai-voiceover-for", prompt="show me the timeline", files=[str(chaplin)])
        assert told["timeline"]["duration_ms"] == 9640


@requirement("MCP-5", "EXP-7")
async def test_a_cancelled_export_stops_its_encoder_and_answers_meanwhile(
    serve: Serve, example: Path
) -> None:
    """Other calls are answered while it renders; taking the call back ends the ffmpeg."""
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    async with serve() as door:
        server = next(child for child in psutil.Process().children(recursive=True) if child.pid not in before)
        await door.do("upload_media", files=[str(example)])
        async with anyio.create_task_group() as group:
            group.start_soon(lambda: door.call("export_video", resolution="4k", wait_s=600))
            await until(lambda: encoders(server))
            assert (await door.do("get_credits"))["available"] == 100
            group.cancel_scope.cancel()
        await until(lambda: not encoders(server))
        unfinished = (await door.do("list_projects"))["unfinished"]
        await until_ended(door, unfinished)


async def until_ended(door: Any, jobs: list[dict[str, Any]]) -> None:
    """Every job of the list comes to its end."""
    for job in jobs:
        said = await door.refused("get_job", job=job["id"], wait_s=30)
        assert "cancelled" in said


def talk(home: Path, *, during_render: bool) -> tuple[list[str], int, float, list[psutil.Process]]:
    """A host of few words: starts the server, uploads, perhaps begins a render, and closes its end."""
    words = [sys.executable, "-m", "nemovideo_mcp", "--allow-dir", str(MEDIA)]
    with subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env=environment(home),
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        lines = []

        def ask(number: int, method: str, params: dict[str, Any]) -> None:
            assert server.stdin is not None
            assert server.stdout is not None
            server.stdin.write(
                json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}) + "\n"
            )
            server.stdin.flush()
            while True:
                lines.append(server.stdout.readline())
                if json.loads(lines[-1]).get("id") == number:
                    return

        hello = {
            "protocolVersion": "2025-11-25",
            "capabilities": {},
            "clientInfo": {"name": "t", "version": "1"},
        }
        ask(1, "initialize", hello)
        server.stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n')
        server.stdin.flush()
        ask(2, "tools/call", {"name": "upload_media", "arguments": {"files": [str(MEDIA / "example.mp4")]}})
        if during_render:
            ask(3, "tools/call", {"name": "export_video", "arguments": {"wait_s": 0, "resolution": "4k"}})
        family = psutil.Process(server.pid).children(recursive=True)
        closed = time.monotonic()
        server.stdin.close()
        rest = server.stdout.read()
        code = server.wait(timeout=20)
        return [*lines, *rest.splitlines()], code, time.monotonic() - closed, family


@requirement("MCP-7")
@pytest.mark.parametrize("during_render", [False, True], ids=["idle", "rendering"])
def test_stdout_is_the_protocols_and_the_end_of_input_is_the_end(
    tmp_path: Path, *, during_render: bool
) -> None:
    """Every line is JSON-RPC; when the host closes, the process ends well and leaves no child."""
    lines, code, _, family = talk(tmp_path, during_render=during_render)
    assert all(json.loads(line)["jsonrpc"] == "2.0" for line in lines if line)
    assert code == 0
    _, alive = psutil.wait_procs(family, timeout=10)
    assert alive == []


def test_a_terminated_server_leaves_no_child(tmp_path: Path) -> None:
    """SIGTERM ends it as the end of input does."""
    words = [sys.executable, "-m", "nemovideo_mcp"]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(tmp_path)
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        hello = {
            "protocolVersion": "2025-11-25",
            "capabilities": {},
            "clientInfo": {"name": "t", "version": "1"},
        }
        server.stdin.write(
            json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}) + "\n"
        )
        server.stdin.flush()
        assert json.loads(server.stdout.readline())["id"] == 1
        server.terminate()
        assert server.wait(timeout=20) == 0
