"""A file's sound listened to once, from its beginning to its end: how loud it is every 10 ms."""

from pathlib import Path
from typing import Final

import av
import numpy as np

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.opening import begins, open_media, sound_stream
from nemovideo_mcp.studio.media.sniff import sniff_file
from nemovideo_mcp.studio.timeline.activity import STEP_MS, Activity

_RATE: Final = 16_000
_STEP: Final = _RATE * STEP_MS // 1000
_QUIETEST: Final = 120


def activity(path: Path) -> Activity:
    """Decode the first sound of a file; without any, nothing is ever heard. Raises BadMedia when it cannot be read."""
    container = sniff_file(path)
    try:
        if container is not None:
            return Activity(_levels(path, container))
    except (av.FFmpegError, ValueError) as error:
        raise BadMedia(
            "broken", "The sound of a file cannot be read to its end.", "Upload it again."
        ) from error
    raise BadMedia("broken", "A file of the project is no longer a media file.", "Upload it again.")


def _levels(path: Path, container: str) -> bytes:
    """Holes between packets are silence: levels stay at their times."""
    found = bytearray()
    rest = np.zeros(0, dtype=np.float32)
    with open_media(path, container) as file:
        stream = sound_stream(file)
        if stream is None:
            return b""
        even, start = av.AudioResampler("fltp", "mono", _RATE), begins(file)
        for frame in file.decode(stream):
            if frame.pts is not None and frame.time_base is not None:
                at = frame.pts * frame.time_base - start
                due = round(float(at) * _RATE) - len(found) * _STEP - len(rest)
                if due > _STEP:
                    rest = np.concatenate([rest, np.zeros(due, dtype=np.float32)])
            parts = [part.to_ndarray()[0] for part in even.resample(frame)]
            rest = _taken(np.concatenate([rest, *parts]), found)
        rest = _taken(np.concatenate([rest, *(part.to_ndarray()[0] for part in even.resample(None))]), found)
    return bytes(found)


def _taken(
    sound: "np.ndarray[tuple[int], np.dtype[np.float32]]", found: bytearray
) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    """Adds the level of every whole step; answers what is left over."""
    steps = len(sound) // _STEP
    power = (sound[: steps * _STEP].reshape(steps, _STEP).astype(np.float64) ** 2).mean(axis=1)
    below = -10 * np.log10(np.maximum(power, 1e-12))
    found += np.clip(np.round(below), 0, _QUIETEST).astype(np.uint8).tobytes()
    return sound[steps * _STEP :]
