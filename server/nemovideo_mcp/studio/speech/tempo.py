"""A spoken piece at another tempo, its pitch kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import av
import av.filter
import numpy as np

from nemovideo_mcp.studio.speech.voice import Wave

_SOFT: Final = 240


def at_tempo(path: Path, tempo: float) -> Iterator[Wave]:
    """The sound of a mono WAV file, `tempo` (0.5 to 2) times as fast, and shorter by just that: it may have to fit."""
    with av.open(f"file:{path.absolute()}", options={"protocol_whitelist": "file"}) as file:
        length = sum(frame.samples for frame in file.decode(audio=0))
    most, done = round(length / tempo), 0
    for wave in _stretched(path, tempo):
        left = max(0, most - done)
        done += len(wave)
        yield _ending(wave[:left], left)


def _ending(wave: Wave, left: int) -> Wave:
    """The piece, soft where only so many samples are left."""
    ramp = np.clip((left - np.arange(len(wave))) / _SOFT, 0, 1)
    soft: Wave = wave * ramp.astype(np.float32)
    return soft


def _stretched(path: Path, tempo: float) -> Iterator[Wave]:
    """What the filter makes of it, some milliseconds longer than the tempo says."""
    with av.open(f"file:{path.absolute()}", options={"protocol_whitelist": "file"}) as file:
        stream = file.streams.audio[0]
        graph = av.filter.Graph()
        graph.link_nodes(
            graph.add_abuffer(template=stream),
            graph.add("atempo", f"{tempo:.6f}"),
            graph.add("aformat", "sample_fmts=flt:channel_layouts=mono"),
            graph.add("abuffersink"),
        ).configure()
        for frame in file.decode(stream):
            graph.push(frame)
            yield from _ready(graph)
        graph.push(None)
        yield from _ready(graph)


def _ready(graph: av.filter.Graph) -> Iterator[Wave]:
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        if isinstance(frame, av.AudioFrame):
            yield np.asarray(frame.to_ndarray()[0], dtype=np.float32)
