"""Opening a media file with PyAV: nothing but that file, read only as what it was found to be."""

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
    """The first stream of sound that can be decoded."""
    return next((stream for stream in file.streams.audio if stream.codec_context is not None), None)


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
