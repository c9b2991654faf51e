"""Opening a media file with PyAV: nothing but that file, read only as what it was found to be."""

from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

_DEMUXERS: Final = {
    "mp4": "mov",
    "mov": "mov",
    "m4a": "mov",
    "webm": "matroska",
    "mkv": "matroska",
    "avi": "avi",
    "gif": "gif",
    "mp3": "mp3",
    "wav": "wav",
    "aac": "aac",
}
_MAX_PIXELS: Final = "134217728"
_TRIES: Final = 64


def open_media(path: Path, container: str) -> InputContainer:
    """Open a file as the type its content showed; no network, no other file. Raises av.FFmpegError, ValueError."""
    demuxer = _DEMUXERS[container]
    options = {"protocol_whitelist": "file", "format_whitelist": demuxer}
    return av.open(
        f"file:{path.absolute()}", format=demuxer, options=options, metadata_errors="replace", timeout=60.0
    )


def picture_stream(file: InputContainer) -> VideoStream | None:
    """The first stream of moving pictures; covers attached to a sound are none."""
    for stream in file.streams.video:
        if not stream.disposition & Disposition.attached_pic and stream.codec_context is not None:
            stream.codec_context.options = {"max_pixels": _MAX_PIXELS}
            return stream
    return None


def sound_stream(file: InputContainer) -> AudioStream | None:
    """The stream of sound that a player would play: the first by default, or the first; of those that can be decoded."""
    sounds = [stream for stream in file.streams.audio if stream.codec_context is not None]
    chosen = (stream for stream in sounds if stream.disposition & Disposition.default)
    return next(chosen, sounds[0] if sounds else None)


def begins(file: InputContainer) -> Fraction:
    """When the first thing in a file is to be seen or heard, in seconds of its own clock: time 0 on a timeline."""
    return Fraction(file.start_time or 0, av.time_base)


def first_picture(file: InputContainer) -> VideoFrame | None:
    """The next picture that decodes, or None when there is none among the next packets."""
    stream = picture_stream(file)
    for tried, packet in enumerate(file.demux(stream)):
        for frame in packet.decode():
            if isinstance(frame, VideoFrame):
                return frame
        if tried >= _TRIES:
            break
    return None
