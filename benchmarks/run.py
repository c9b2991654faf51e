"""Ratios, side by side, in one run: `uv run python benchmarks/run.py [name …]` prints them as a table."""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import anyio
import httpx
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from rich.console import Console
from rich.table import Table

import editing
import films
import service
import speech
import voice
from measuring import FFMPEG, MEDIA, Row, median_ms, resident, scratch, server, serving, watched

SKILL = "ai-voiceover-for"
X264 = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-profile:v", "high", "-pix_fmt", "yuv420p")


async def start() -> list[Row]:
    """First tools/list over stdio, and resident memory after it, against a one-tool server of the same SDK."""
    yardstick = StdioServerParameters(
        command=sys.executable, args=[str(Path(__file__).parent / "one_tool_server.py")]
    )
    with scratch() as folder:
        pairs = [(await _listed(server(folder)), await _listed(yardstick)) for _ in range(7)]
    ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    speed = statistics.median(one[0] for one in ours) / statistics.median(one[0] for one in theirs)
    memory = statistics.median(one[1] for one in ours) / statistics.median(one[1] for one in theirs)
    return [
        Row("first tools/list, ours / one-tool server", f"{speed:.2f}", "<= 1.25", speed <= 1.25),
        Row("resident memory, ours / one-tool server", f"{memory:.2f}", "<= 1.25", memory <= 1.25),
    ]


async def _listed(parameters: StdioServerParameters) -> tuple[float, int]:
    begun = time.perf_counter()
    async with serving(parameters) as (_, process):
        return time.perf_counter() - begun, resident(process)


async def call() -> list[Row]:
    """What a tool call adds to its one wire call."""
    with scratch() as folder:
        async with serving(server(folder)) as (client, _):
            ours = await median_ms(lambda: client.call_tool("get_credits", {}), 60)
        bare = await _bare_ms(folder)
    return [Row("get_credits, ours - bare httpx (ms)", f"{ours - bare:.1f}", "<= 10", ours - bare <= 10)]


async def _bare_ms(folder: Path) -> float:
    words = [sys.executable, "-m", "nemovideo_mcp", "studio", "--data-dir", str(folder / "bare")]
    with subprocess.Popen(  # noqa: ASYNC220 - nothing else runs here
        words, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    ) as studio:
        assert studio.stdout is not None
        url = studio.stdout.readline().split()[4]
        skill = {"X-Skill-Source": "bench", "X-Skill-Version": "1", "X-Skill-Platform": "unknown"}
        async with httpx.AsyncClient(base_url=url, headers=skill) as http:
            answer = await http.post("/api/auth/anonymous-token", headers={"X-Client-Id": "bench"})
            bearer = {"Authorization": f"Bearer {answer.json()['data']['token']}"}
            bare = await median_ms(lambda: http.get("/api/credits/balance/simple", headers=bearer), 60)
        studio.terminate()
    return bare


async def upload() -> list[Row]:
    """Memory while a 500 MB film goes in, client and studio together."""
    with scratch() as folder:
        film = await anyio.to_thread.run_sync(_large, folder)
        async with serving(server(folder)) as (client, process):
            await client.call_tool("upload_media", {"files": [str(MEDIA / "chaplin.mp4")], "project": "new"})
            with watched(process) as peak:
                begun = time.perf_counter()
                result = await client.call_tool("upload_media", {"files": [str(film)], "project": "new"})
                took = time.perf_counter() - begun
        assert not result.is_error, result.content
        size = film.stat().st_size / 1e6
    growth = peak.growth / 1e6
    return [
        Row(f"peak memory while {size:.0f} MB go in, {took:.1f} s (MB)", f"{growth:.1f}", "< 32", growth < 32)
    ]


def _large(folder: Path) -> Path:
    """Nearly 500 MB of uncompressed frames: all bytes, little index (a demuxer keeps the index in memory)."""
    film = folder / "large.avi"
    source = "testsrc2=size=1280x720:rate=30"
    words = [FFMPEG, "-v", "error", "-f", "lavfi", "-i", source, "-frames:v", "358", "-c:v", "rawvideo"]
    subprocess.run([*words, "-pix_fmt", "yuv420p", str(film)], check=True, stdin=subprocess.DEVNULL)
    return film


async def render() -> list[Row]:
    """CPU of a 30 s 1080p timeline with a title and a fade, against x264 alone on the same frames and settings."""
    with scratch() as folder:
        film = await anyio.to_thread.run_sync(_full_hd, folder)
        target = folder / "out.mp4"
        async with serving(server(folder)) as (client, process):
            await _edited(client, film)
            # The first render of a process also imports the job engine; that is not the render's.
            await client.call_tool("export_video", {"path": str(folder / "warm.wav"), "wait_s": 600})
            before = _cpu(process)
            await client.call_tool("export_video", {"path": str(target), "wait_s": 600})
            ours = _cpu(process) - before
        bare = await anyio.to_thread.run_sync(_bare_x264, target, folder)
    ratio = ours / bare
    what = f"CPU of a 30 s 1080p render, ours {ours:.1f} s / x264 alone {bare:.1f} s"
    return [Row(what, f"{ratio:.2f}", "<= 1.5", ratio <= 1.5)]


async def _edited(client: Client, film: Path) -> None:
    await client.call_tool("upload_media", {"files": [str(film)], "project": "new"})
    result = await client.call_tool(SKILL, {"prompt": 'add the title "Thirty seconds" and fade out'})
    assert not result.is_error, result.content


def _cpu(process: object) -> float:
    times = process.cpu_times()  # type: ignore[attr-defined]
    return float(times.user + times.system + times.children_user + times.children_system)


def _full_hd(folder: Path) -> Path:
    """Thirty seconds of a real film in full HD, with grain as cameras have it, so that the encoder has work to do."""
    film, source = folder / "film.mp4", MEDIA / "chaplin.mp4"
    grain = "scale=1920:1080,fps=30,noise=alls=3:allf=t"
    words = [FFMPEG, "-v", "error", "-stream_loop", "3", "-i", str(source), "-t", "30", "-vf", grain, *X264]
    subprocess.run([*words, "-c:a", "aac", str(film)], check=True, stdin=subprocess.DEVNULL)
    return film


def _bare_x264(film: Path, folder: Path) -> float:
    """CPU seconds of encoding the film's own frames, less those of only decoding them."""
    read = [FFMPEG, "-v", "error", "-y", "-i", str(film), "-an"]
    both = _children(lambda: subprocess.run([*read, *X264, str(folder / "bare.mp4")], check=True))
    decoding = _children(lambda: subprocess.run([*read, "-f", "null", "-"], check=True))
    return both - decoding


async def preview() -> list[Row]:
    """A frame and a contact sheet of 12 through the tool, on a cut and titled `example.mp4`."""
    operations = [
        {"op": "cut_out", "start_ms": 5000, "end_ms": 9000},
        {"op": "add_title", "text": "Preview", "at_ms": 15_000},
    ]
    with scratch() as folder:
        async with serving(server(folder)) as (client, _):
            await client.call_tool("upload_media", {"files": [str(MEDIA / "example.mp4")], "project": "new"})
            await client.call_tool("edit_video", {"operations": operations})
            frame = await median_ms(lambda: client.call_tool("preview_frame", {"at_ms": 17_950}), 5)
            sheet = await median_ms(lambda: client.call_tool("preview_frame", {"count": 12}), 5)
    return [
        Row("a frame of example.mp4, titled (ms)", f"{frame:.0f}", "< 1000", frame < 1000),
        Row("a contact sheet of 12 frames of example.mp4 (ms)", f"{sheet:.0f}", "< 1500", sheet < 1500),
    ]


def _children(work: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


BENCHMARKS: dict[str, Callable[[], Awaitable[list[Row]]]] = {
    "start": start,
    "call": call,
    "upload": upload,
    "render": render,
    "preview": preview,
    "stream": service.stream,
    "chat": service.chat,
    "fifty": service.fifty,
    "skills": service.skills,
    "sentence": editing.sentence,
    "edit": editing.edit,
    "smartcut": films.smartcut,
    "standard": films.standard,
    "speech": speech.speech,
    "speech_memory": speech.speech_memory,
    "voice": voice.voice,
    "fine_voice": voice.fine_voice,
}


def main(names: list[str]) -> int:
    """Runs those named, or all; 1 when a bound is not kept."""
    rows: list[Row] = []
    for name in names or BENCHMARKS:
        rows += anyio.run(BENCHMARKS[name])
    table = Table("Measured", "Value", "Bound", "")
    for row in rows:
        table.add_row(row.what, row.value, row.bound, "kept" if row.kept else "NOT KEPT")
    Console().print(table)
    return int(not all(row.kept for row in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
