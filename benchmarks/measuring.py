"""What every benchmark measures with: medians, memory and CPU of process trees, the server over stdio."""

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import imageio_ffmpeg
import psutil
from mcp import Client
from mcp.client.stdio import StdioServerParameters

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
MEDIA = Path(__file__).parents[1] / "tests" / "media"


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, its value, the bound it has to keep."""

    what: str
    value: str
    bound: str
    kept: bool


@dataclass
class Peak:
    """Highest resident memory of a process tree, in bytes, above what it had at first."""

    start: int = 0
    highest: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def growth(self) -> int:
        """Bytes above the start."""
        return self.highest - self.start


def resident(process: psutil.Process) -> int:
    """Resident bytes of one process."""
    return int(process.memory_info().rss)


@contextmanager
def watched(process: psutil.Process) -> Iterator[Peak]:
    """Samples a process's memory every 5 ms."""
    peak = Peak(start=resident(process), highest=resident(process))

    def sample() -> None:
        while not peak.ended.wait(0.005):
            peak.highest = max(peak.highest, resident(process))

    thread = threading.Thread(target=sample, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        peak.ended.set()
        thread.join()


def server(folder: Path, *arguments: str) -> StdioServerParameters:
    """Our server with its data in a folder; it may read the films of the tests and the folder."""
    words = [
        "-m",
        "nemovideo_mcp",
        "--data-dir",
        str(folder / "data"),
        "--allow-dir",
        str(MEDIA),
        "--allow-dir",
        str(folder),
    ]
    env = {key: value for key, value in os.environ.items() if not key.startswith("NEMO")} | {
        "HOME": str(folder)
    }
    return StdioServerParameters(command=sys.executable, args=[*words, *arguments], env=env)


@asynccontextmanager
async def serving(parameters: StdioServerParameters) -> AsyncIterator[tuple[Client, psutil.Process]]:
    """A client to a server over stdio, and the server's process."""
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    async with Client(parameters) as client:
        await client.list_tools()
        fresh = [child for child in psutil.Process().children(recursive=True) if child.pid not in before]
        yield client, fresh[0]


async def median_ms(work: Callable[[], Awaitable[object]], times: int) -> float:
    """Median of so many runs, in ms, after three that do not count."""
    for _ in range(3):
        await work()
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        await work()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that goes when it is done with."""
    with tempfile.TemporaryDirectory(prefix="nemovideo-bench-") as folder:
        yield Path(folder)
