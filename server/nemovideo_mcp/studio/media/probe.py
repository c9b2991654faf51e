"""What a media file is, measured: kind, exact length, upright size, rate, sound; and whether it is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final

import av

from nemovideo_mcp.studio.media import still
from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.opening import (
    begins,
    first_picture,
    open_media,
    picture_stream,
    sound_stream,
)
from nemovideo_mcp.studio.media.rate import sane_rate
from nemovideo_mcp.studio.media.sniff import ALLOWED, sniff_file
from nemovideo_mcp.studio.media.whole import missing_bytes
from nemovideo_mcp.studio.timeline.model import MediaKind
from nemovideo_mcp.studio.timeline.time import Ticks, from_seconds

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream

SEND_AGAIN: Final = "Copy or export the file again and send the new copy."
_MAX_SIDE: Final = 16_384
_LONGER_SOUND: Final = Fraction(1, 2)
_SHORT_BY: Final = Fraction(1, 100)


@dataclass(frozen=True)
class Probed:
    """A file's facts: `duration` in ticks (0 for a still), width and height upright in square pixels (0 for sound).

    `container` is one of `sniff.ALLOWED`; `fps` is the average rate, None for stills and sound; codec names are
    ffmpeg's, None where there is no such stream.
    """

    kind: MediaKind
    container: str
    duration: Ticks
    width: int = 0
    height: int = 0
    fps: Fraction | None = None
    has_audio: bool = False
    video_codec: str | None = None
    audio_codec: str | None = None


def probe(path: Path) -> Probed:
    """Measure a file by its content. Raises BadMedia (empty, unsupported, broken, too_large) with what was found."""
    if path.stat().st_size == 0:
        raise BadMedia("empty", "The file is empty (0 bytes).", SEND_AGAIN)
    container = sniff_file(path)
    if container is None:
        raise BadMedia("unsupported", _what_it_is(path), f"Send one of: {', '.join(ALLOWED)}.")
    if (missing := missing_bytes(path, container)) > 0:
        raise BadMedia("broken", f"The file ends {missing:,} bytes before its own header says.", SEND_AGAIN)
    if container in still.CONTAINERS and not still.is_animated(path):
        return _of_still(path, container)
    if container in ("webp", "png"):
        return _of_animation(path, container)
    return _of_streams(path, container)


def _what_it_is(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(512)
    if b"\0" in head:
        return "The content is of no type this editor reads."
    return "The content is text, not a video, picture or sound."


def _of_still(path: Path, container: str) -> Probed:
    width, height = still.upright_size(path)
    return Probed(MediaKind.IMAGE, container, 0, width, height, video_codec=container)


def _of_animation(path: Path, container: str) -> Probed:
    """An animated WebP, which PyAV's ffmpeg cannot decode, or PNG."""
    width, height = still.upright_size(path)
    average, steps, length = still.animation(path)
    rate = sane_rate(average, steps)
    return Probed(
        MediaKind.VIDEO, container, from_seconds(length), width, height, rate, video_codec=container
    )


def _of_streams(path: Path, container: str) -> Probed:
    try:
        with open_media(path, container) as file:
            return _measure(file, path, container)
    except BadMedia:
        raise
    except (av.FFmpegError, ValueError) as error:
        raise BadMedia(
            "broken", f"The {container} file cannot be read: {_words(error)}.", SEND_AGAIN
        ) from error


def _words(error: Exception) -> str:
    """The library's words without a path."""
    return (getattr(error, "strerror", None) or "its structure is damaged").rstrip(".")


def _measure(file: "InputContainer", path: Path, container: str) -> Probed:
    picture, sound = picture_stream(file), sound_stream(file)
    streams: list[Stream] = [stream for stream in (picture, sound) if stream is not None]
    if not streams:
        raise BadMedia("broken", "The file holds neither a picture nor a sound that can be read.", SEND_AGAIN)
    ends = _ends(file, streams, path, container)
    sound_codec = sound.codec_context.name if sound is not None else None
    if picture is None:
        _must_sound(file, sound)
        return Probed(MediaKind.AUDIO, container, _ticks(max(ends)), has_audio=True, audio_codec=sound_codec)
    width, height = _upright(file)
    return Probed(
        kind=MediaKind.VIDEO,
        container=container,
        duration=_ticks(_film_end(ends)),
        width=width,
        height=height,
        fps=sane_rate(picture.average_rate, picture.base_rate),
        has_audio=sound is not None,
        video_codec=picture.codec_context.name,
        audio_codec=sound_codec,
    )


def _ticks(seconds: Fraction) -> Ticks:
    if seconds <= 0:
        raise BadMedia("broken", "The file has a header but no pictures or sound in it.", SEND_AGAIN)
    return from_seconds(seconds)


def _film_end(ends: list[Fraction]) -> Fraction:
    """The picture's end; the sound's when it goes on well past it, as in a slide with a long voice."""
    return ends[0] if len(ends) == 1 or ends[1] - ends[0] <= _LONGER_SOUND else ends[1]


def _ends(file: "InputContainer", streams: "list[Stream]", path: Path, container: str) -> list[Fraction]:
    """Where each stream ends, in seconds from the file's start: by its index when it has one, else by its packets."""
    start = begins(file)
    indexed = container in ("mp4", "mov", "m4a") and all(_indexed(stream) for stream in streams)
    if indexed:
        _must_hold(streams, path)
        return [_declared_end(stream) - start for stream in streams]
    ends = _packet_ends(file)
    _must_reach(file, max(ends.values(), default=start), path, container)
    file.seek(0, backward=True)
    return [ends.get(stream.index, start) - start for stream in streams]


def _indexed(stream: "Stream") -> bool:
    return bool(stream.duration) and len(stream.index_entries) >= max(1, stream.frames)


def _declared_end(stream: "Stream") -> Fraction:
    return ((stream.start_time or 0) + (stream.duration or 0)) * Fraction(stream.time_base or 0)


def _must_hold(streams: "list[Stream]", path: Path) -> None:
    """Every sample that the index names lies within the file."""
    size = path.stat().st_size
    needed = max(entry.pos + entry.size for stream in streams for entry in stream.index_entries)
    if needed > size:
        reason = f"The file is cut off: its index names {needed:,} bytes, {size:,} are there."
        raise BadMedia("broken", reason, SEND_AGAIN)


def _packet_ends(file: "InputContainer") -> dict[int, Fraction]:
    """When the last packet of each stream ends, by the file's clock: subtitles may go on after picture and sound."""
    ends: dict[int, Fraction] = {}
    for packet in _packets(file):
        stream = packet.stream
        if packet.pts is None or stream.time_base is None:
            continue
        length = packet.duration * stream.time_base if packet.duration else _one_frame(stream)
        end = packet.pts * stream.time_base + length
        ends[stream.index] = max(ends.get(stream.index, end), end)
    return ends


def _packets(file: "InputContainer") -> "Iterator[Packet[Stream]]":
    """All packets up to the end, or to the first that is damaged."""
    try:
        yield from file.demux()
    except av.InvalidDataError:
        return


def _one_frame(stream: "Stream") -> Fraction:
    rate = getattr(stream, "average_rate", None)
    return 1 / Fraction(rate) if rate else Fraction(0)


def _must_reach(file: "InputContainer", found: Fraction, path: Path, container: str) -> None:
    """The last packet comes where the header says; raw AAC and MP3 without a table of contents say nothing.

    Matroska says when a film ends, not how long it lasts: the two differ where its clock does not begin at 0.
    """
    if container == "aac" or (container == "mp3" and not _has_toc(path)) or not file.duration:
        return
    declared = Fraction(file.duration, av.time_base)
    if found < declared - max(Fraction(1, 2), declared * _SHORT_BY):
        reason = f"The file is cut off: it should last {float(declared):.1f} s, its data ends at {float(found):.1f} s."
        raise BadMedia("broken", reason, SEND_AGAIN)


def _has_toc(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(1 << 20)
    return b"Xing" in head or b"Info" in head


def _upright(file: "InputContainer") -> tuple[int, int]:
    """Width and height as they are seen: turned upright, in square pixels."""
    frame = first_picture(file)
    if frame is None:
        raise BadMedia("broken", "Not one picture of the file can be decoded.", SEND_AGAIN)
    stream = picture_stream(file)
    shape = stream.sample_aspect_ratio if stream is not None else None
    width, height = round(frame.width * (shape or 1)), frame.height
    if abs(frame.rotation) % 180 == 90:
        width, height = height, width
    if not (1 <= width <= _MAX_SIDE and 1 <= height <= _MAX_SIDE):
        raise BadMedia(
            "too_large", f"The picture is {width}x{height} pixels.", f"At most {_MAX_SIDE} on a side."
        )
    return width, height


def _must_sound(file: "InputContainer", stream: "Stream | None") -> None:
    if next(file.decode(stream), None) is None:
        raise BadMedia("broken", "Not one sample of the sound can be decoded.", SEND_AGAIN)
