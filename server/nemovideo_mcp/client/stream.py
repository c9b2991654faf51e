"""The stream decoder: bytes of a chat's answer to events, however the bytes are cut."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from httpx_sse._decoders import SSEDecoder  # not public: its public door needs a live response

from nemovideo_mcp.client.dialects import Reader
from nemovideo_mcp.client.events import CUT, Event, Kind
from nemovideo_mcp.client.reply import Reply

__all__ = ["Decoder", "Event", "Kind", "Reply", "decode"]

MAX_FRAME: Final = 16 * 1024 * 1024
_DATA: Final = b"data: "
_COLON: Final = ord(":")
_BOM: Final = b"\xef\xbb\xbf"


class Decoder:
    """Feed bytes, get events; `end()` once when the stream is over.

    A line or frame over `max_frame` bytes becomes an error event and is dropped; so does a frame cut at the end.
    """

    def __init__(self, *, max_frame: int = MAX_FRAME) -> None:
        self._lines = _Lines(max_frame)
        self._max_frame = max_frame
        self._sse = SSEDecoder()
        self._reader = Reader()
        self._pending = 0
        self._only: bytes | None = None

    def feed(self, chunk: bytes) -> list[Event]:
        """The events these bytes complete."""
        read = self._reader.frame
        for line in self._lines.feed(chunk):
            only = self._only
            if only is not None and line == b"":  # the end of a frame of one line, as nearly all are
                self._only, self._pending = None, 0
                read("message", str(only[6:], "utf-8", "replace"))
            elif line is not None and line[:6] == _DATA and not self._pending:
                self._only, self._pending = line, len(line)
            else:
                self._line(line)
        return self._reader.taken()

    def end(self) -> list[Event]:
        """The events that were still held, and an error if the stream was cut in the middle of one."""
        rest = self._lines.rest()
        if rest is None or rest:
            self._line(rest)
        if self._pending and not self._last_frame(ended=not rest):
            self._reader.put(Event(Kind.ERROR, "The answer was cut off.", CUT))
        self._reader.finish()
        return self._reader.taken()

    def _last_frame(self, *, ended: bool) -> bool:
        self._hand_over()
        frame = self._sse.decode("")
        if frame is None or not frame.data:
            return ended
        return self._reader.frame(frame.event, frame.data, is_last=True)

    def _line(self, line: bytes | None) -> None:
        if line is None or self._pending > self._max_frame:
            self._drop()
        elif not line:
            self._blank()
        elif line[0] == _COLON:
            self._reader.put(_ALIVE)
        else:
            self._hand_over()
            self._pending += len(line)
            self._sse.decode(line.decode("utf-8", "replace"))

    def _blank(self) -> None:
        """The end of a frame of several lines, or of none."""
        self._pending = 0
        frame = self._sse.decode("")
        if frame is not None:
            self._reader.frame(frame.event, frame.data)

    def _hand_over(self) -> None:
        """A frame that has more than one line is the library's business from its first one on."""
        if self._only is not None:
            self._sse.decode(self._only.decode("utf-8", "replace"))
            self._only = None

    def _drop(self) -> None:
        self._sse, self._pending, self._only = SSEDecoder(), 0, None
        self._reader.put(
            Event(Kind.ERROR, "A part of the answer was too large and was left out.", "too_large")
        )


def decode(chunks: Iterable[bytes], *, max_frame: int = MAX_FRAME) -> Iterator[Event]:
    """All events of a stream."""
    decoder = Decoder(max_frame=max_frame)
    for chunk in chunks:
        yield from decoder.feed(chunk)
    yield from decoder.end()


_ALIVE: Final = Event(Kind.HEARTBEAT)


class _Lines:
    """Bytes to lines, ended by CR, LF or CRLF and by nothing else; an overlong line is None."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: list[bytes] = []
        self._size = 0
        self._after_cr = False
        self._at_start = True

    def feed(self, chunk: bytes) -> Sequence[bytes | None]:
        if self._after_cr and chunk:
            chunk = chunk.removeprefix(b"\n")
            self._after_cr = False
        if b"\r" in chunk:
            self._after_cr = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        first, *others = chunk.split(b"\n")
        self._keep(first)
        if not others:
            return ()
        done = self._taken()
        self._keep(others.pop())
        if len(chunk) <= self._limit:
            return [done, *others]
        return [done, *(line if len(line) <= self._limit else None for line in others)]

    def rest(self) -> bytes | None:
        """The last line, which nothing ended."""
        return self._taken() if self._size else b""

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if piece and self._size <= self._limit:
            self._kept.append(piece)
        elif self._size > self._limit:
            self._kept.clear()

    def _taken(self) -> bytes | None:
        line = b"".join(self._kept)
        overlong = self._size > self._limit
        self._kept.clear()
        self._size = 0
        if self._at_start:
            line = line.removeprefix(_BOM)
            self._at_start = False
        return None if overlong else line
