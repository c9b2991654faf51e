"""What a render is asked for: container, size, rate, quality; and how ffmpeg is told so."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, TypeAlias, get_args

from nemovideo_mcp.studio.timeline.model import Canvas

Format: TypeAlias = Literal["mp4", "mov", "webm", "mkv", "gif", "mp3", "wav", "m4a"]
Quality: TypeAlias = Literal["high", "medium", "low"]

FORMATS: Final = get_args(Format)
SOUND_ONLY: Final = ("mp3", "wav", "m4a")
_SHORT_SIDES: Final = {"480p": 480, "720p": 720, "1080p": 1080, "1440p": 1440, "2160p": 2160, "4k": 2160}
_MAX_SIDE: Final = 4096
_GIF_RATES: Final = (Fraction(25), Fraction(20), Fraction(25, 2), Fraction(10), Fraction(5))
_GIF_RATE: Final = Fraction(25, 2)


class BadOutput(ValueError):
    """An output that cannot be made; the sentence says why and what can be."""


class NothingToRender(ValueError):
    """There is nothing on the timeline that this output could show."""


@dataclass(frozen=True)
class Output:
    """A file to be made.

    `resolution`: None (1080p; a GIF 480p), "source" (the project's own), "480p" to "2160p" or "4k" (the short side), or
    "WIDTHxHEIGHT". `fps`: frames a second, None for the project's own.
    """

    format: Format = "mp4"
    resolution: str | None = None
    fps: Fraction | None = None
    quality: Quality = "high"

    def __post_init__(self) -> None:
        """Raises BadOutput for a word that is not one of ours or a rate that is none."""
        if self.format not in FORMATS:
            raise BadOutput(f'The format "{self.format}" cannot be made; choose one of {", ".join(FORMATS)}.')
        if self.quality not in get_args(Quality):
            raise BadOutput(f'The quality "{self.quality}" is not one of high, medium and low.')
        if self.fps is not None and not 1 <= self.fps <= 120:
            raise BadOutput(f"{float(self.fps):g} frames a second cannot be made; choose 1 to 120.")

    @property
    def has_picture(self) -> bool:
        """Whether the format shows a picture."""
        return self.format not in SOUND_ONLY

    @property
    def has_sound(self) -> bool:
        """Whether the format can be heard."""
        return self.format != "gif"


def size(output: Output, canvas: Canvas) -> tuple[int, int]:
    """Width and height of the result in pixels: even, in the canvas's shape. Raises BadOutput."""
    asked = output.resolution or ("480p" if output.format == "gif" else "1080p")
    if asked.lower() == "source":
        return canvas.width, canvas.height
    if found := re.fullmatch(r"(\d{1,5})\s*[x×*]\s*(\d{1,5})", asked.strip().lower()):
        return _checked(int(found[1]), int(found[2]))
    short = _SHORT_SIDES.get(asked.lower())
    if short is None:
        known = ", ".join(_SHORT_SIDES)
        raise BadOutput(f'The resolution "{asked}" is not known; choose {known}, source or WIDTHxHEIGHT.')
    return _shaped(canvas, short)


def _checked(width: int, height: int) -> tuple[int, int]:
    if width % 2 or height % 2:
        raise BadOutput(f"{width}x{height} cannot be encoded: both sides must be even.")
    if not (16 <= width <= _MAX_SIDE and 16 <= height <= _MAX_SIDE):
        raise BadOutput(f"{width}x{height} cannot be made: each side has 16 to {_MAX_SIDE} pixels.")
    return width, height


def _shaped(canvas: Canvas, short: int) -> tuple[int, int]:
    """The canvas scaled until its short side is `short`, or its long side 16/9 of that, whichever comes first."""
    most = Fraction(short * 16, 9)
    small, large = sorted((canvas.width, canvas.height))
    scale = min(Fraction(short, small), most / large)
    return _even(canvas.width * scale), _even(canvas.height * scale)


def _even(length: Fraction) -> int:
    return max(16, 2 * round(length / 2))


def rate(output: Output, canvas: Canvas) -> Fraction:
    """Frames a second of the result; a GIF's are rates that its clock of 1/100 s can keep."""
    if output.format != "gif":
        return output.fps or canvas.fps
    wanted = output.fps or min(canvas.fps, _GIF_RATE)
    return next((known for known in _GIF_RATES if known <= wanted), _GIF_RATES[-1])


_MUXERS: Final = {"mp4": "mp4", "mov": "mov", "webm": "webm", "mkv": "matroska", "gif": "gif", "m4a": "ipod"}
_X264_CRF: Final = {"high": "18", "medium": "22", "low": "27"}
_VP9_CRF: Final = {"high": "28", "medium": "34", "low": "42"}
_SOUND_RATES: Final = {"high": "192k", "medium": "160k", "low": "112k"}


def muxing(output: Output) -> list[str]:
    """ffmpeg's arguments for the container; the picture's index goes first in those that phones stream."""
    arguments = ["-f", _MUXERS.get(output.format, output.format)]
    if output.format in ("mp4", "mov", "m4a"):
        arguments += ["-movflags", "+faststart"]
    return arguments


def picture_coding(output: Output) -> list[str]:
    """ffmpeg's arguments for the picture's encoder."""
    if output.format == "gif":
        return ["-c:v", "gif", "-loop", "0"]
    if output.format == "webm":
        speed = ["-deadline", "good", "-cpu-used", "5", "-row-mt", "1"]
        return ["-c:v", "libvpx-vp9", *speed, "-crf", _VP9_CRF[output.quality], "-b:v", "0"]
    return ["-c:v", "libx264", "-preset", "veryfast", "-crf", _X264_CRF[output.quality], "-profile:v", "high"]


def sound_coding(output: Output) -> list[str]:
    """ffmpeg's arguments for the sound's encoder: 48 kHz stereo throughout."""
    coder = {"webm": "libopus", "mp3": "libmp3lame", "wav": "pcm_s16le"}.get(output.format, "aac")
    bits = [] if output.format == "wav" else ["-b:a", _SOUND_RATES[output.quality]]
    return ["-c:a", coder, *bits, "-ar", "48000", "-ac", "2"]
