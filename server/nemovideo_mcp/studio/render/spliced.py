"""How a spliced film is proven: each packet the one that was put there, all around the joins decoded, all sound too."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

import av
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from nemovideo_mcp.studio.media.reel import Interrupted
from nemovideo_mcp.studio.render.check import CheckFailed, Counted, cheap
from nemovideo_mcp.studio.render.splice import Spliced, digest

_ASK_EVERY: Final = 200
_SPOT_S: Final = 5


def counting(
    spliced: Spliced, fps: Fraction, cancelled: Callable[[], bool]
) -> Callable[[InputContainer], Counted]:
    """What counts a file's frames and samples for `check`. It raises CheckFailed, Interrupted."""
    return _Counting(spliced, fps, cancelled).count


def windows(spliced: Spliced, spot: int) -> list[range]:
    """Packets to be decoded: around each join from the entry before it to the entry after it, and the first and last run.

    Between them the entries alone are, no nearer to each other than `spot` packets. Each range begins with an entry.
    """
    end = len(spliced.digests)
    marks = [*spliced.entries, end]
    runs = [range(first, last) for first, last in pairwise(marks)]
    near = {number for number, run in enumerate(runs) if _touches(run, {*spliced.joins, end})}
    found: list[range] = []
    for number, run in enumerate(runs):
        if number in near and found and found[-1].stop == run.start:
            found[-1] = range(found[-1].start, run.stop)
        elif number in near:
            found.append(run)
        elif not found or run.start - found[-1].stop >= spot:
            found.append(range(run.start, run.start + 1))
    return found


def _touches(run: range, joins: set[int]) -> bool:
    return any(run.start <= join <= run.stop for join in joins)


class _Counting:
    """The picture's packets one by one, with a decoder that is switched on for some of them."""

    def __init__(self, spliced: Spliced, fps: Fraction, cancelled: Callable[[], bool]) -> None:
        self._spliced, self._fps, self._cancelled = spliced, fps, cancelled
        self._windows = iter(windows(spliced, int(_SPOT_S * fps)))
        self._window = next(self._windows, range(0))
        self._number, self._decoded = 0, 0
        self._before: Fraction | None = None
        self._times: set[int] = set()

    def count(self, file: InputContainer) -> Counted:
        """Read the file to its end."""
        counted = Counted()
        stream = file.streams.video[0]
        cheap(stream)
        for packet in file.demux():
            if packet.stream is stream:
                if packet.size:
                    self._picture(packet, stream)
                continue
            for frame in packet.decode():
                if isinstance(frame, av.AudioFrame):
                    counted.samples_s += Fraction(frame.samples, frame.sample_rate)
        wanted = set(range(len(self._spliced.digests)))
        if self._times != wanted or self._number != len(wanted):
            raise CheckFailed(
                "The film was not joined as it was planned: its pictures are not evenly spaced."
            )
        counted.frames, counted.picture_s = self._number, self._number / self._fps
        return counted

    def _picture(self, packet: "Packet[Any]", stream: VideoStream) -> None:
        number, known = self._number, self._spliced.digests
        if number % _ASK_EVERY == 0 and self._cancelled():
            raise Interrupted
        if number >= len(known) or digest(packet) != known[number]:
            raise CheckFailed("The film was not joined as it was planned: a packet is not the one copied.")
        self._time(packet)
        self._decode(packet, stream)
        self._number += 1

    def _time(self, packet: "Packet[Any]") -> None:
        if packet.pts is None or packet.time_base is None:
            raise CheckFailed("The film was not joined as it was planned: a packet has no time.")
        if packet.dts is not None:  # Matroska does not keep it
            decoded_at = packet.dts * packet.time_base
            if self._before is not None and decoded_at <= self._before:
                raise CheckFailed("The film was not joined as it was planned: its times go back.")
            self._before = decoded_at
        self._times.add(round(packet.pts * packet.time_base * self._fps))

    def _decode(self, packet: "Packet[Any]", stream: VideoStream) -> None:
        window = self._window
        if self._number not in window:
            return
        self._decoded += _whole(packet.decode())
        if self._number + 1 < window.stop:
            return
        self._decoded += _whole(stream.codec_context.decode(None))
        if self._decoded != len(window):
            raise CheckFailed("The film was not joined as it was planned: some pictures cannot be decoded.")
        stream.codec_context.flush_buffers()
        self._decoded, self._window = 0, next(self._windows, range(0))


def _whole(frames: list[av.VideoFrame]) -> int:
    """How many frames came out whole."""
    return sum(not frame.is_corrupt for frame in frames)
