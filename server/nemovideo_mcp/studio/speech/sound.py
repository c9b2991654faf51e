"""A recording's sound at 16 kHz mono, in pieces of some minutes that end where it is quiet; no more is ever in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import av
import numpy as np
from av.container import InputContainer

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.opening import begins, open_media, sound_stream
from nemovideo_mcp.studio.media.sniff import sniff_file

Samples: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.float32]]"

RATE: Final = 16_000
PIECE_S: Final = 240
_TAIL_S: Final = 40
_STEP: Final = RATE // 10
_QUIET_STEPS: Final = 4


@dataclass(frozen=True)
class Piece:
    """A stretch of a recording; `start` is the number of its first sample."""

    start: int
    sound: Samples


def pieces(path: Path, piece_s: int = PIECE_S) -> Iterator[Piece]:
    """The first sound of a file in order; none when it has none. BadMedia when not even its beginning can be read.

    Holes between packets are silence, so that samples stay at their times; a broken end is left out.
    """
    start, held = 0, np.zeros(0, dtype=np.float32)
    parts: list[Samples] = []
    for part in _decoded(path):
        parts.append(part)
        if len(held) + sum(map(len, parts)) >= piece_s * RATE:
            held, parts = np.concatenate([held, *parts]), []
            cut = _quiet_place(held)
            yield Piece(start, held[:cut])
            start, held = start + cut, held[cut:].copy()
    held = np.concatenate([held, *parts])
    if len(held):
        yield Piece(start, held)


def _quiet_place(sound: Samples) -> int:
    """The middle of the quietest stretch near the end."""
    tail = sound[-_TAIL_S * RATE :]
    steps = len(tail) // _STEP
    power = (tail[: steps * _STEP].reshape(steps, _STEP) ** 2).sum(axis=1)
    windows = np.convolve(power, np.ones(_QUIET_STEPS), mode="valid")
    quietest = len(windows) - 1 - int(windows[::-1].argmin())  # the last of equals: longer pieces cost less
    middle = quietest * _STEP + _QUIET_STEPS * _STEP // 2
    return len(sound) - len(tail) + middle


def _decoded(path: Path) -> Iterator[Samples]:
    container = sniff_file(path)
    if container is None:
        raise BadMedia("broken", "A file of the project is no longer a media file.", "Upload it again.")
    got = False
    try:
        with open_media(path, container) as file:
            for part in _resampled(file):
                got = True
                yield part
    except (av.FFmpegError, ValueError) as error:
        if not got:
            raise BadMedia("broken", "The sound of a file cannot be read.", "Upload it again.") from error


def _resampled(file: InputContainer) -> Iterator[Samples]:
    stream = sound_stream(file)
    if stream is None:
        return
    even = av.AudioResampler("fltp", "mono", RATE)
    done, start = 0, begins(file)
    for frame in file.decode(stream):
        if frame.pts is not None and frame.time_base is not None:
            due = round(float(frame.pts * frame.time_base - start) * RATE) - done
            if due > RATE // 20:
                done += due
                yield from _silence(due)
        for part in even.resample(frame):
            done += part.samples
            yield part.to_ndarray()[0]
    for part in even.resample(None):
        yield part.to_ndarray()[0]


def _silence(samples: int) -> Iterator[Samples]:
    """As much as is due, a minute at a time."""
    while samples > 0:
        yield np.zeros(min(samples, 60 * RATE), dtype=np.float32)
        samples -= 60 * RATE
