"""What a file is by its first bytes, whatever it is called."""

from pathlib import Path
from typing import Final

ALLOWED: Final = ("mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac")
"""The types a user may bring, as they are named to them (jpeg is jpg)."""

_HEAD_BYTES: Final = 4096
_EBML: Final = b"\x1a\x45\xdf\xa3"
_OLD_QUICKTIME: Final = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")


def sniff(head: bytes) -> str | None:
    """The type in the first 4 kB of a file, one of `ALLOWED`, or None for anything else."""
    return _riff(head) or _iso(head) or _matroska(head) or _still(head) or _sound(head)


def sniff_file(path: Path) -> str | None:
    """The type of a file by its content; see `sniff`."""
    with path.open("rb") as file:
        return sniff(file.read(_HEAD_BYTES))


def _riff(head: bytes) -> str | None:
    if head[:4] == b"RIFF":
        return {b"AVI ": "avi", b"WAVE": "wav", b"WEBP": "webp"}.get(head[8:12])
    return "wav" if head[:4] == b"RF64" and head[8:12] == b"WAVE" else None


def _iso(head: bytes) -> str | None:
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        if brand in (b"M4A ", b"M4B "):
            return "m4a"
        if brand[:3] in (b"avi", b"hei", b"hev", b"mif", b"msf", b"jp2", b"jpx", b"crx"):
            return None  # AVIF, HEIC, JPEG 2000, Canon raw: pictures in the same box, not on the list
        return "mov" if brand == b"qt  " else "mp4"
    return "mov" if head[4:8] in _OLD_QUICKTIME else None


def _matroska(head: bytes) -> str | None:
    if head[:4] != _EBML:
        return None
    if b"webm" in head[:64]:
        return "webm"
    return "mkv" if b"matroska" in head[:64] else None


def _still(head: bytes) -> str | None:
    if head[:3] == b"\xff\xd8\xff":
        return "jpg"
    if head[:8] == b"\x89PNG\r\n\x1a\n":
        return "png"
    return "gif" if head[:6] in (b"GIF87a", b"GIF89a") else None


def _sound(head: bytes) -> str | None:
    if head[:3] == b"ID3":
        return _after_id3(head)
    if len(head) < 4 or head[0] != 0xFF:
        return None
    if head[1] & 0xF6 == 0xF0:
        return "aac"
    layer, bitrate, rate = head[1] & 0x06, head[2] >> 4, (head[2] >> 2) & 3
    return (
        "mp3" if head[1] & 0xE0 == 0xE0 and layer == 0x02 and bitrate not in (0, 15) and rate != 3 else None
    )


def _after_id3(head: bytes) -> str:
    """An ID3 tag stands before MP3 as a rule, before raw AAC at times; a tag longer than the head leaves the rule."""
    size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9] if len(head) >= 10 else len(head)
    return _sound(head[10 + size :]) or "mp3" if 10 + size < len(head) else "mp3"
