"""A film's packets by number: which picture each one holds, where decoding may begin, how it is coded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Final

import av
from av.container import InputContainer
from av.packet import Packet
from av.stream import Discard
from av.video.stream import VideoStream

from nemovideo_mcp.studio.media.h264 import BadStream, ParameterSets, is_entry, parameter_sets
from nemovideo_mcp.studio.media.opening import begins, first_picture, open_media, picture_stream
from nemovideo_mcp.studio.media.sniff import sniff_file

_CONTAINERS: Final = ("mp4", "mov", "mkv")
_HD_HEIGHT: Final = 720
_BT709, _UNSPECIFIED, _LIMITED, _PROGRESSIVE = 1, 2, 1, 1
_OFF: Final = Fraction(1, 10)  # of a frame, for containers that count in milliseconds
_ASK_EVERY: Final = 500


class NoReel(Exception):
    """The film cannot be copied in parts; the sentence says why, for the log."""


class Interrupted(Exception):
    """Reading was stopped because someone asked for it."""


@dataclass(frozen=True)
class Coding:
    """How a film is coded, equal where two films may be joined without coding them anew.

    `colours` are primaries, transfer and matrix as ITU-T H.273 numbers them.
    """

    width: int
    height: int
    colours: tuple[int, int, int]
    profile: str
    sets: ParameterSets


@dataclass(frozen=True)
class Reel:
    """The packets of a film at a steady rate, in decoding order.

    Packet n holds picture `order[n]`, numbered in the order of showing at the film's rate from the file's start: the first
    one shown is number `first`. `entries` are packets with which decoding may begin as if nothing had been before.
    """

    coding: Coding
    order: tuple[int, ...]
    entries: tuple[int, ...]

    @property
    def first(self) -> int:
        """Number of the first picture shown."""
        return min(self.order)

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """Packets before which all pictures are shown before those after: where copying may end."""
        furthest = accumulate(self.order, max)
        inside = (number + 1 for number, most in enumerate(furthest) if most == self.first + number)
        return (0, *inside)


def read_reel(path: Path, fps: Fraction, cancelled: Callable[[], bool]) -> Reel:
    """Read all packets of a film that should run at `fps`. Raises NoReel for all that is odd about it, Interrupted."""
    try:
        with opened(path) as (file, stream):
            coding = _coding(file, stream)
            file.seek(0, backward=True)
            return _packets(file, stream, coding, fps, cancelled)
    except (av.FFmpegError, BadStream, OSError, ValueError) as error:
        raise NoReel(f"{type(error).__name__}: {error}") from error


class opened:  # noqa: N801 - a context manager, used as a verb
    """A film's file and its picture's stream, all others left unread. Raises NoReel when it is of another kind."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened yet."""
        self._path = path

    def __enter__(self) -> tuple[InputContainer, VideoStream]:
        """Open it."""
        container = sniff_file(self._path)
        if container not in _CONTAINERS:
            raise NoReel(f"a {container} file is not copied from")
        self._file = open_media(self._path, container)
        stream = picture_stream(self._file)
        if stream is None:
            self._file.close()
            raise NoReel("there is no picture")
        for other in self._file.streams:
            if other.index != stream.index:
                other.discard = Discard.all
        return self._file, stream

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._file.close()


def _coding(file: InputContainer, stream: VideoStream) -> Coding:
    codec = stream.codec_context
    wanted = {
        "another codec": codec.name == "h264",
        "another kind of pixels": codec.pix_fmt == "yuv420p" and codec.color_range in (0, _LIMITED),
        "pixels that are not square": (stream.sample_aspect_ratio or 1) == 1,
        "interlaced": codec.field_order in (0, _PROGRESSIVE),
        "other colours": _plain_colours(stream),
        "no record of its parameters": bool(codec.extradata),
    }
    for odd, fine in wanted.items():
        if not fine:
            raise NoReel(odd)
    _must_stand_upright(file)
    return Coding(
        width=codec.width,
        height=codec.height,
        colours=(codec.color_primaries, codec.color_trc, codec.colorspace),
        profile=codec.profile or "",
        sets=parameter_sets(codec.extradata or b""),
    )


def _plain_colours(stream: VideoStream) -> bool:
    """Whether the ordinary render would leave the colours as they are."""
    codec = stream.codec_context
    named = {codec.color_primaries, codec.color_trc, codec.colorspace}
    hd = min(codec.width, codec.height) >= _HD_HEIGHT
    return named <= {_BT709, _UNSPECIFIED} and (hd or codec.colorspace == _BT709)


def _must_stand_upright(file: InputContainer) -> None:
    frame = first_picture(file)
    if frame is None:
        raise NoReel("its first picture does not decode")
    if frame.interlaced_frame or frame.rotation or frame.side_data.get("DISPLAYMATRIX") is not None:
        raise NoReel("interlaced, or turned when it is shown")


def _packets(
    file: InputContainer, stream: VideoStream, coding: Coding, fps: Fraction, cancelled: Callable[[], bool]
) -> Reel:
    start = begins(file)
    order: list[int] = []
    entries: list[int] = []
    for number, packet in enumerate(pictures(file, stream)):
        if number % _ASK_EVERY == 0 and cancelled():
            raise Interrupted
        if is_entry(memoryview(packet), coding.sets) and packet.is_keyframe:
            entries.append(number)
        order.append(number_of(packet, start, fps))
    if not order or sorted(order) != list(range(min(order), min(order) + len(order))) or min(order) < 0:
        raise NoReel("its pictures do not come at a steady rate")
    breaks = set(Reel(coding, tuple(order), ()).breaks)
    return Reel(coding, tuple(order), tuple(entry for entry in entries if entry in breaks))


def pictures(file: InputContainer, stream: VideoStream) -> "Iterator[Packet[VideoStream]]":
    """The picture's packets. Raises NoReel when one of them is marked as damaged, hidden, or differently coded."""
    for packet in file.demux(stream):
        if packet.size == 0:
            continue
        if packet.is_corrupt or packet.is_discard or packet.has_sidedata("new_extradata"):
            raise NoReel("a packet is marked as damaged, hidden, or differently coded")
        yield packet


def number_of(packet: "Packet[VideoStream]", start: Fraction, fps: Fraction) -> int:
    """Number of a packet's picture. Raises NoReel when it has none at a steady rate."""
    if packet.pts is None or packet.time_base is None:
        raise NoReel("a packet without a time")
    exact = (packet.pts * packet.time_base - start) * fps
    if abs(exact - round(exact)) > _OFF:
        raise NoReel("its pictures do not come at a steady rate")
    return round(exact)
