"""Packets of films and of what was made anew, joined to one picture in a file of its own."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from hashlib import blake2b
from pathlib import Path
from typing import Final

import av
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from nemovideo_mcp.studio.media.h264 import ParameterSets
from nemovideo_mcp.studio.media.opening import begins
from nemovideo_mcp.studio.media.reel import Interrupted, NoReel, Reel, number_of, opened, pictures

_ASK_EVERY: Final = 200
_DIGEST: Final = 8
_EARLIER: Final = (
    1  # seconds before a packet at which a file is entered, as containers count from different ends
)


@dataclass(frozen=True)
class Part:
    """So many packets of a file from number `packet` of its reel on, up to a break."""

    path: Path
    reel: Reel
    packet: int
    packets: int

    @property
    def order(self) -> list[int]:
        """The picture of each packet, numbered from the part's own first."""
        first = self.reel.first + self.packet
        return [number - first for number in self.reel.order[self.packet : self.packet + self.packets]]


@dataclass(frozen=True)
class Spliced:
    """What was written: a digest of each packet in decoding order, where parts begin, where decoding may begin."""

    digests: tuple[bytes, ...]
    joins: tuple[int, ...]
    entries: tuple[int, ...]


def digest(packet: "Packet[VideoStream]") -> bytes:
    """What tells a packet from any other."""
    return blake2b(memoryview(packet), digest_size=_DIGEST).digest()


def splice(
    parts: Sequence[Part],
    fps: Fraction,
    target: Path,
    *,
    on_progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> Spliced:
    """Write an MP4 file of all the parts, one after the other, from time 0 at a steady rate; `on_progress` gets 0 to 1.

    Raises NoReel, BadStream, av.FFmpegError when a file is not what its reel says, Interrupted.
    """
    order = _order(parts)
    delay = max(number - picture for number, picture in enumerate(order))
    digests: list[bytes] = []
    with ExitStack() as stack:
        files = {part.path: stack.enter_context(opened(part.path)) for part in parts}
        out = stack.enter_context(av.open(f"file:{target.absolute()}", "w", format="mp4"))
        stream = _stream(out, files[parts[0].path][1], _sets(parts), fps)
        for packet in (packet for part in parts for packet in _packets(part, *files[part.path], fps)):
            number = len(digests)
            if number % _ASK_EVERY == 0:
                on_progress(number / len(order))
                if cancelled():
                    raise Interrupted
            digests.append(digest(packet))
            packet.stream, packet.time_base = stream, 1 / fps
            packet.pts, packet.dts, packet.duration = order[number], number - delay, 1
            out.mux_one(packet)
    return Spliced(tuple(digests), *marks(parts))


def _order(parts: Sequence[Part]) -> list[int]:
    """The number of the film's picture that each packet holds."""
    found: list[int] = []
    for part in parts:
        first = len(found)
        found += [first + number for number in part.order]
    return found


def marks(parts: Sequence[Part]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Numbers of the packets with which parts begin, and of those with which decoding may begin."""
    joins, entries, first = [], [], 0
    for part in parts:
        joins.append(first)
        inside = (entry - part.packet for entry in part.reel.entries)
        entries += [first + entry for entry in inside if 0 <= entry < part.packets]
        first += part.packets
    return tuple(joins), tuple(entries)


def _sets(parts: Sequence[Part]) -> ParameterSets:
    return reduce(ParameterSets.with_others, dict.fromkeys(part.reel.coding.sets for part in parts))


def _stream(out: OutputContainer, like: VideoStream, sets: ParameterSets, fps: Fraction) -> VideoStream:
    stream = out.add_stream_from_template(like)
    stream.codec_context.extradata = sets.record()
    stream.time_base = 1 / fps
    return stream


def _packets(
    part: Part, file: InputContainer, stream: VideoStream, fps: Fraction
) -> "Iterator[Packet[VideoStream]]":
    """The part's packets, each of them the one that the reel says."""
    wanted = part.reel.order[part.packet : part.packet + part.packets]
    start, number = begins(file), 0
    time_base = stream.time_base or Fraction(1)
    entry = max(Fraction(0), wanted[0] / fps - _EARLIER) + start
    file.seek(int(entry / time_base), stream=stream, backward=True)
    for packet in pictures(file, stream):
        found = number_of(packet, start, fps)
        if number == 0 and (found != wanted[0] or not packet.is_keyframe):
            continue
        if found != wanted[number]:
            break
        yield packet
        number += 1
        if number == len(wanted):
            return
    raise NoReel(f"packet {part.packet + number} is not where it was")
