"""Ratios of the client side: the stream decoder, a chat's overhead, credits beside fifty chats, and many skills.

Waiting times are those of the wall: on a machine that others load too, run with `chrt -f 10`.
Measured so on two cores at 2.4 GHz: decoder 0.56 to 0.66 of json.loads, a chat of 100 events 7.6 ms above the bare exchange,
p99 of credits beside fifty chats 10 ms.
"""

import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx

from chat_server import PIECE
from measuring import Row
from nemovideo_mcp.catalog.load import load
from nemovideo_mcp.client.client import Client, SkillClient
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.client.stream import Decoder
from nemovideo_mcp.wire.headers import Attribution

EVENTS = 10_000
SKILLS = 150
DIALECTS: dict[str, dict[str, Any]] = {
    "ADK events": PIECE,
    "typed events": {"type": "text", "content": "word "},
    "bare events": {"text": "word "},
}
CAPTURES = Path(__file__).parents[1] / "tests" / "client" / "adk"


async def stream() -> list[Row]:
    """Ten thousand events of each dialect, against json.loads on the same lines."""
    mixed = [line for file in sorted(CAPTURES.glob("*.sse")) for line in file.read_bytes().split(b"\n")]
    captured = [line[6:] for line in mixed if line.startswith(b"data: ")]
    lines = {dialect: _lines(said) for dialect, said in DIALECTS.items()}
    lines["captured events"] = (captured * EVENTS)[:EVENTS]
    return [_decoding(dialect, each) for dialect, each in lines.items()]


def _lines(said: dict[str, Any]) -> list[bytes]:
    line = json.dumps(said).encode()
    return [line.replace(b"word", b"word%d" % number) for number in range(EVENTS)]


def _decoding(dialect: str, lines: list[bytes]) -> Row:
    body = b"".join(b"data: " + line + b"\n\n" for line in lines)

    def decode() -> None:
        decoder = Decoder()
        for place in range(0, len(body), 65_536):
            decoder.feed(body[place : place + 65_536])
        decoder.end()

    def loads() -> None:
        for line in lines:
            json.loads(line)

    pairs = [(_took(loads), _took(decode)) for _ in range(9)]
    ratio = statistics.median(bare / ours for bare, ours in pairs)
    return Row(f"json.loads / our decoder, 10,000 {dialect}", f"{ratio:.2f}", ">= 0.5", ratio >= 0.5)


async def chat() -> list[Row]:
    """What our client adds to the bare exchange of a chat of 100 events, in its own CPU time, turn by turn."""
    body = {"new_message": {"parts": [{"text": "100 0"}]}}
    ours: list[float] = []
    bare: list[float] = []
    async with _served() as (url, api), httpx.AsyncClient(base_url=url) as http:

        async def exchange() -> None:
            async with http.stream("POST", "/run_sse", json=body) as answer:
                async for _ in answer.aiter_bytes():
                    pass

        for _ in range(40):
            ours.append(await _cpu_ms(lambda: _listened(api, "100 0")))
            bare.append(await _cpu_ms(exchange))
    added = statistics.median(ours) - statistics.median(bare)
    return [Row("chat of 100 events, ours - bare httpx (CPU ms)", f"{added:.1f}", "< 15", added < 15)]


async def fifty() -> list[Row]:
    """Credits while fifty sessions chat on the same client."""
    taken: list[float] = []
    async with _served() as (_, api), anyio.create_task_group() as group:
        await api.balance()
        for _ in range(50):
            group.start_soon(_listened, api, "60 0.1")
        await anyio.sleep(0.5)
        for _ in range(200):
            begun = time.perf_counter()
            await api.balance()
            taken.append((time.perf_counter() - begun) * 1000)
            await anyio.sleep(0.01)
        group.cancel_scope.cancel()
    p99 = statistics.quantiles(taken, n=100)[98]
    return [Row("credits beside 50 chats, p99 (ms)", f"{p99:.1f}", "< 50", p99 < 50)]


async def skills() -> list[Row]:
    """A hundred and fifty skills from disk."""
    shipped = Path(__file__).parents[1] / "skills" / "ai-voiceover-for" / "SKILL.md"
    text = shipped.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for number in range(SKILLS):
            place = Path(folder) / f"skill-{number}"
            place.mkdir()
            named = text.replace("name: ai-voiceover-for", f"name: skill-{number}")
            (place / "SKILL.md").write_text(named, encoding="utf-8")
        begun = time.perf_counter()
        found = len(load([Path(folder)], home=Path(folder)).skills)
        took = time.perf_counter() - begun
    return [Row(f"{found} skills read (s)", f"{took:.2f}", "< 1", took < 1 and found == SKILLS)]


def _took(work: Callable[[], None]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


async def _listened(api: SkillClient, text: str) -> None:
    async for _ in api.chat("5529798706024415232", text):
        pass


async def _cpu_ms(work: Callable[[], Awaitable[None]]) -> float:
    begun = time.process_time()
    await work()
    return (time.process_time() - begun) * 1000


@asynccontextmanager
async def _served() -> AsyncIterator[tuple[str, SkillClient]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, str(Path(__file__).parent / "chat_server.py"), str(port)]
    with subprocess.Popen(words, stdin=subprocess.DEVNULL) as server, tempfile.TemporaryDirectory() as home:  # noqa: ASYNC220 - nothing else runs here
        url = f"http://127.0.0.1:{port}"
        await _answers(url)
        try:
            async with Client(api_url=url, web_url=url, identity=Identity(Path(home))) as client:
                yield url, client.for_skill(Attribution("bench", "1", "unknown"))
        finally:
            server.terminate()


async def _answers(url: str) -> None:
    async with httpx.AsyncClient(base_url=url) as http:
        with anyio.fail_after(30):
            while True:
                try:
                    await http.get("/api/credits/balance/simple")
                except httpx.ConnectError:
                    await anyio.sleep(0.05)
                else:
                    return
