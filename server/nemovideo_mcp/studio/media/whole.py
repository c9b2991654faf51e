"""Whether a file is as long as its own header says, for the containers that say so."""

from pathlib import Path
from typing import BinaryIO, Final

_SEGMENT: Final = bytes.fromhex("18538067")


def missing_bytes(path: Path, container: str) -> int:
    """Bytes that the header promises and the file lacks; 0 when it is whole or does not say."""
    size = path.stat().st_size
    with path.open("rb") as file:
        if container in ("avi", "wav", "webp"):
            return max(0, _riff_length(file) - size)
        if container in ("mkv", "webm"):
            return max(0, _segment_end(file) - size)
        if container == "gif":
            return max(0, _gif_end(file) - size)
    return 0


def _riff_length(file: BinaryIO) -> int:
    """Length by the RIFF header; recorders that stream write 0 or all ones and promise nothing."""
    head = file.read(8)
    length = int.from_bytes(head[4:8], "little")
    return 0 if head[:4] != b"RIFF" or length in (0, 0xFFFFFFFF) else length + 8


def _segment_end(file: BinaryIO) -> int:
    """Where the Matroska segment ends; 0 when it is open-ended or not where it should be."""
    file.seek(4)
    header = _vint(file)
    if header is None:
        return 0
    file.seek(header, 1)
    if file.read(4) != _SEGMENT:
        return 0
    length = _vint(file)
    return 0 if length is None else file.tell() + length


def _vint(file: BinaryIO) -> int | None:
    """An EBML number; None when it is unknown (all ones) or missing."""
    first = file.read(1)
    if not first or first[0] == 0:
        return None
    more = 8 - first[0].bit_length()
    value = int.from_bytes(bytes([first[0] & (0x7F >> more)]) + file.read(more), "big")
    return None if value == (1 << 7 * (more + 1)) - 1 else value


def _gif_end(file: BinaryIO) -> int:
    """Where the last block that was begun ends; a GIF without its closing byte is whole when no block is cut."""
    file.seek(10)
    flags = file.read(3)[:1]
    file.seek(_colours(flags), 1)
    while (kind := file.read(1)) in (b"\x2c", b"\x21"):
        if kind == b"\x2c":
            flags = file.read(9)[8:]
            file.seek(_colours(flags), 1)
        file.seek(1, 1)
        while (length := file.read(1)) not in (b"", b"\0"):
            file.seek(length[0], 1)
        if not length:
            return file.tell() + 1
    return file.tell()


def _colours(flags: bytes) -> int:
    """Bytes of the colour table that the flags announce."""
    return 3 << (flags[0] & 7) + 1 if flags and flags[0] & 0x80 else 0
