"""Proof that a file is what its plan says: decoded to the end, counted, measured."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.stream import VideoStream

from nemovideo_mcp.studio.render.plan import Expected
from nemovideo_mcp.studio.timeline.time import Ticks, from_seconds, to_ms, to_seconds

_SOUND_SLACK: Final = Fraction(1, 20)  # coders pad their first and last packets
_PICTURE_SLACK: Final = Fraction(1, 50)  # containers round times to a millisecond, a GIF's to ten


class CheckFailed(Exception):
    """The file is not what was planned; the sentence says what differs."""


@dataclass(frozen=True)
class Proof:
    """What was counted: bytes, length in ticks, pixels, decoded frames (0 without a picture), whether there is sound."""

    bytes: int
    duration: Ticks
    width: int
    height: int
    frames: int
    has_audio: bool

    @property
    def duration_ms(self) -> int:
        """Length in milliseconds."""
        return to_ms(self.duration)


@dataclass
class Counted:
    """What a file was found to hold: decoded frames, seconds of picture, seconds of sound."""

    frames: int = 0
    picture_s: Fraction = Fraction(0)
    samples_s: Fraction = Fraction(0)


def decoded(file: InputContainer) -> Counted:
    """Decode a whole file. Raises av.FFmpegError."""
    counted = Counted()
    for stream in file.streams.video:
        cheap(stream)
    for packet in file.demux():
        for frame in packet.decode():
            if isinstance(frame, av.VideoFrame):
                counted.frames += 1
                counted.picture_s = max(counted.picture_s, _end(frame, packet.stream))
            elif isinstance(frame, av.AudioFrame):
                counted.samples_s += Fraction(frame.samples, frame.sample_rate)
    return counted


def cheap(stream: VideoStream) -> None:
    """Have a picture decoded as cheaply as proves that it can be."""
    # One thread: a quarter less work in all, and hardly slower beside everything else a computer does.
    stream.thread_type, stream.codec_context.thread_count = "SLICE", 1
    # Every bit is still read; only the smoothing of what nobody will look at is left out (a sixth of the time).
    stream.codec_context.options = {"skip_loop_filter": "all"}


def check(path: Path, expected: Expected, count: Callable[[InputContainer], Counted] = decoded) -> Proof:
    """Read a rendered file to its end, by default decoding all of it, and compare it with its plan. Raises CheckFailed."""
    try:
        with av.open(f"file:{path.absolute()}", options={"protocol_whitelist": "file"}) as file:
            counted = count(file)
            width, height = _compare(file, counted, expected)
    except (av.FFmpegError, OSError) as error:
        raise CheckFailed(f"The file made cannot be read to its end ({type(error).__name__}).") from error
    length = counted.picture_s if expected.frames else counted.samples_s
    size = path.stat().st_size
    return Proof(size, from_seconds(length), width, height, counted.frames, bool(counted.samples_s))


def _end(frame: av.VideoFrame, stream: object) -> Fraction:
    """When a frame ceases to be shown, in seconds."""
    if frame.pts is None or frame.time_base is None or not isinstance(stream, VideoStream):
        return Fraction(0)
    one = frame.duration * frame.time_base if frame.duration else 1 / Fraction(stream.average_rate or 25)
    return frame.pts * frame.time_base + one


def _compare(file: InputContainer, counted: Counted, expected: Expected) -> tuple[int, int]:
    pictures, sounds = file.streams.video, file.streams.audio
    _same("pictures in it", len(pictures), 1 if expected.frames else 0)
    _same("sounds in it", len(sounds), 1 if expected.has_audio else 0)
    _same("subtitle tracks in it", len(file.streams.subtitles), 1 if expected.has_captions else 0)
    size = _compare_picture(pictures[0], counted, expected) if pictures else (0, 0)
    if sounds:
        _compare_sound(sounds[0], counted, expected)
    return size


def _compare_picture(stream: VideoStream, counted: Counted, expected: Expected) -> tuple[int, int]:
    _same("frames", counted.frames, expected.frames)
    _same("width", stream.width, expected.width)
    _same("height", stream.height, expected.height)
    _same("shape of a pixel", stream.sample_aspect_ratio or Fraction(1), Fraction(1))
    _near("length in seconds", counted.picture_s, to_seconds(expected.duration), _PICTURE_SLACK)
    return stream.width, stream.height


def _compare_sound(stream: AudioStream, counted: Counted, expected: Expected) -> None:
    _same("sound channels", stream.channels, 2)
    _near(
        "length of the sound in seconds", counted.samples_s, Fraction(expected.samples, 48_000), _SOUND_SLACK
    )


def _same(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise CheckFailed(f"The file made is not what was planned: {what}: {found} instead of {wanted}.")


def _near(what: str, found: Fraction, wanted: Fraction, slack: Fraction) -> None:
    if abs(found - wanted) > slack:
        raise CheckFailed(
            f"The file made is not what was planned: {what}: {float(found):.3f} instead of {float(wanted):.3f}."
        )
