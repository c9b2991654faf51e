"""Started studios, and small media to give them."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import imageio_ffmpeg
import pytest

from nemovideo_mcp.studio.studio import Studio
from studio.http.calling import Caller

Start = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture(autouse=True)
def _hang_up() -> Iterator[None]:
    """Closes every client a test has made."""
    yield
    while Caller.opened:
        Caller.opened.pop().close()


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Starts studios on the test's data folder, instead of the one before or beside it; stops them at the end."""
    running: list[Studio] = []

    def begin(*, beside: bool = False, **options: Any) -> str:
        for old in [] if beside else running:
            old.stop()
        running.append(Studio(folder, **options))
        return running[-1].start()

    yield begin
    for old in running:
        old.stop()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of one studio for all tests that need no studio of their own."""
    studio = Studio(tmp_path_factory.mktemp("shared") / "data")
    yield studio.start()
    studio.stop()


@pytest.fixture
def caller(shared: str) -> Caller:
    """A new user with a session on the shared studio."""
    return Caller(shared, uuid4().hex).connect()


@pytest.fixture
def own(start: Start) -> Caller:
    """A user with a session on a studio in the test's own folder."""
    return Caller(start()).connect()


def make(path: Path, *arguments: str) -> Path:
    """A file made by ffmpeg."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-y", *arguments, str(path)]
    subprocess.run(command, check=True)
    return path


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of moving picture with a tone, 320x180 at 25 fps."""
    picture = ("-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=2")
    sound = ("-f", "lavfi", "-i", "sine=440:r=48000:d=2")
    path = tmp_path_factory.mktemp("media") / "party.mp4"
    return make(path, *picture, *sound, "-pix_fmt", "yuv420p", "-ac", "2", "-shortest")


@pytest.fixture(scope="session")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three seconds of a tone."""
    return make(tmp_path_factory.mktemp("media") / "song.mp3", "-f", "lavfi", "-i", "sine=220:r=44100:d=3")


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One red picture."""
    return make(
        tmp_path_factory.mktemp("media") / "red.png",
        "-f",
        "lavfi",
        "-i",
        "color=red:s=64x48",
        "-frames:v",
        "1",
    )
