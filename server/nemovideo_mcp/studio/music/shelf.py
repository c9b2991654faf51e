"""Where finished tunes lie: each is made once, when it is first needed, and kept as a WAV file."""

import os
import wave
from pathlib import Path
from tempfile import mkstemp
from typing import Final

import numpy as np

from nemovideo_mcp.studio.music.loop import RATE, Loop
from nemovideo_mcp.studio.music.loudness import bring_to
from nemovideo_mcp.studio.music.scores import SCORES
from nemovideo_mcp.studio.timeline.library import Tune, tune_of

EDITION: Final = 1  # counts up when a score changes, so that no old file is taken for the new one
LEVEL_LUFS: Final = -20.0


def sounded(tune: Tune) -> Loop:
    """The tune at −20 LUFS, one turn of it."""
    loop = SCORES[tune.style](tune)
    loop.shape(_without_direct_current(loop.wave.shape[1]))
    bring_to(loop, LEVEL_LUFS)
    return loop


def _without_direct_current(samples: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    response = np.ones(samples // 2 + 1)
    response[0] = 0
    return response


def tune_file(media_id: str, folder: Path) -> Path:
    """The 16-bit stereo WAV of a library medium in a folder, made now if it is not there; KeyError, OSError."""
    tune = tune_of(media_id)
    path = folder / f"{tune.style}-{EDITION}.wav"
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, part = mkstemp(prefix=f"{tune.style}-", suffix=".part", dir=folder)
        os.close(handle)
        _write(sounded(tune), Path(part))
        Path(part).replace(path)  # whoever else makes it now makes the same bytes
    return path


def _write(loop: Loop, path: Path) -> None:
    samples = np.round(loop.wave.T * 32_767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
