"""The film itself asked for as a file: `convert my interview into a 1080p MP4`; nothing is edited for that, the export makes it."""

import re
from typing import Final

_PLEASE: Final = r"(?:(?:please|can you|could you|would you|i want(?: you)? to|i'd like(?: you)? to|i need(?: you)? to)\s+)*"
_FILE: Final = r"(?P<size>\d{3,4}p|4k)?\s*(?P<form>mp4|mov|webm|mkv|gif)\b"
_EN: Final = re.compile(
    rf"\W*{_PLEASE}(?:convert|turn|transform|transcode|re-?encode|render|reformat|save)\b[^,.;!?\n]{{0,80}}?\b(?:in)?to\s+(?:an?\s+|the\s+)?"
    rf"{_FILE}(?:\s+(?:file|video|movie|film|format))?(?:,?\s*please|\s+for me)?\W*"
)
_ZH: Final = re.compile(
    rf"\W*(?:请|帮我|麻烦)*(?:把|将)?[^,.;!?\n]{{0,40}}?(?:转换成|转换为|转成|转为|转码成|变成|做成)(?:一个)?\s*{_FILE}(?:\s*(?:格式|文件|视频))*的?\W*"
)


def wanted_file(plain: str) -> dict[str, str] | None:
    """The `format`, and the `resolution` if it is said, of a request for nothing but the file; None when it is another."""
    found = _EN.fullmatch(plain) or _ZH.fullmatch(plain)
    if found is None:
        return None
    return {"format": found["form"]} | ({"resolution": found["size"]} if found["size"] else {})
