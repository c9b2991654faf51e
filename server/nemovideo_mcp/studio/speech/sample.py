"""A spoken piece as a small MP3, to be sent along with an answer."""

import io
from pathlib import Path
from typing import Final

import av

_BITS: Final = 48_000
_MOST_S: Final = 12


def as_mp3(path: Path) -> bytes:
    """The beginning of a WAV file, at most twelve seconds, as a mono MP3 of some 6 kB a second."""
    target = io.BytesIO()
    source = av.open(f"file:{path.absolute()}", options={"protocol_whitelist": "file"})
    with source as file, av.open(target, "w", format="mp3") as out:
        sound = out.add_stream("libmp3lame", rate=24_000, layout="mono")
        sound.bit_rate = _BITS
        for frame in file.decode(audio=0):
            if frame.time is not None and frame.time >= _MOST_S:
                break
            out.mux(sound.encode(frame))
        out.mux(sound.encode(None))
    return target.getvalue()
