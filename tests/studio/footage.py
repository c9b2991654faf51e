"""Footage for tests: made by ffmpeg, taken in as the studio takes it in, and looked at frame by frame."""

import shutil
import subprocess
from itertools import islice
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np

from nemovideo_mcp.studio.media.ingest import ingest
from nemovideo_mcp.studio.timeline.model import Media

SHELF = Path(__file__).parents[1] / "media"
EXAMPLE, CHAPLIN = SHELF / "example.mp4", SHELF / "chaplin.mp4"


def make(target: Path, *arguments: str) -> Path:
    """A file made by ffmpeg; the arguments stand before the target."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", "-y", *arguments, str(target)]
    subprocess.run(command, check=True)
    return target


def take_in(path: Path, folder: Path) -> tuple[Media, Path]:
    """A file as the studio keeps it."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / "incoming.part"
    shutil.copy(path, part)
    return ingest(part, path.name, folder)


def pictures(
    path: Path, pix_fmt: str = "gray", *, window: tuple[slice, ...] = (), first: int | None = None
) -> np.ndarray:
    """The frames of a file, or the `first` of them; of each only the `window`."""
    with av.open(str(path)) as file:
        frames = islice(file.decode(video=0), first)
        return np.stack(
            [frame.reformat(format=pix_fmt).to_ndarray()[window or ...].copy() for frame in frames]
        )


def samples(path: Path) -> np.ndarray:
    """The whole sound of a file: two channels of floats at 48 kHz."""
    resampler = av.AudioResampler("fltp", "stereo", 48_000)
    with av.open(str(path)) as file:
        parts = [part.to_ndarray() for frame in file.decode(audio=0) for part in resampler.resample(frame)]
        parts += [part.to_ndarray() for part in resampler.resample(None)]
    return np.concatenate(parts, axis=1)


def rms(sound: np.ndarray, start_s: float, end_s: float) -> float:
    """Loudness of a stretch."""
    return float(np.sqrt((sound[:, int(start_s * 48_000) : int(end_s * 48_000)] ** 2).mean()))


def pitch(sound: np.ndarray, start_s: float, end_s: float) -> float:
    """Strongest frequency of a stretch, in Hz."""
    stretch = sound[0, int(start_s * 48_000) : int(end_s * 48_000)]
    return float(np.argmax(np.abs(np.fft.rfft(stretch))) * 48_000 / len(stretch))
