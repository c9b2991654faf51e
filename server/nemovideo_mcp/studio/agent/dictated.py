"""Words given without quotes after a colon, to the end: a script, credits, captions line by line."""

import re
from typing import Final

_OPENING: Final = "\"'“‘「『《«„〝"
_SCRIPT: Final = re.compile(
    r"(?:\bscript|脚本|文案|稿子)[^\n:：\"“「]{0,40}(?:(?<!\d)[:：]|[:：](?!\d))\s*", re.IGNORECASE
)
_VOICE: Final = re.compile(
    r"(?:\bvoice[\s-]?overs?\b|\bnarrat\w+|\bvoices?\b|\bspeak\b|\bread\b(?=[^\n:]{0,20}\baloud\b)|\bdub\b|\b(?:say|read|speak) (?:this|the following)\b|配音|旁白|解说|朗读|画外音|念出来|男声|女声)"
    r"(?:[^\n:：\"“「]|(?<=\d)[:：](?=\d)){0,80}?(?:(?<!\d)[:：]|[:：](?!\d))\s*",
    re.IGNORECASE,
)
_CREDITS: Final = re.compile(
    r"(?:\bcredits|片尾字幕|滚动字幕|演职员表|演职员名单|职员表|片尾名单)[^\n:：\"“「]{0,40}[:：]\s*",
    re.IGNORECASE,
)
_LASTING: Final = re.compile(
    r"[\s,，]*(?:\b(?:for|over|in)\s+[\d.]+\s*(?:s|secs?|seconds?)|(?:持续|时长|共)\s*[\d.]+\s*秒)\s*[.。]?\s*$",
    re.IGNORECASE,
)
_CAPTIONS: Final = re.compile(r"(?:\bcaptions?|\bsubtitles?|字幕)\s*[:：]?[ \t]*\n", re.IGNORECASE)
_T: Final = (
    r"(?:\d{1,3}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?|\d{1,5}(?:[.,]\d{1,3})?\s*(?:(?:s|secs?|seconds?)\b|秒)?)"
)
_LINE: Final = re.compile(
    rf"^[ \t]*{_T}\s*(?:-+>?|–|—|~|to|到|至)\s*{_T}[ \t:：,，-]+(?P<words>\S.*?)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


def dictated(raw: str) -> list[tuple[int, int]]:
    """Where such words begin and end; none where they stand in quotes."""
    script = min(
        filter(None, (one.search(raw) for one in (_SCRIPT, _VOICE))),
        key=lambda found: found.end(),
        default=None,
    )
    for match in (script, _CREDITS.search(raw)):
        if (
            match
            and match.end() < len(raw.rstrip())
            and (raw[match.end()] not in _OPENING or "\n" in match[0])
        ):
            lasting = _LASTING.search(raw, match.end()) if match is not script else None
            end = lasting.start() if lasting else len(raw.rstrip())
            return [(match.end(), end)] if end > match.end() else []
    captions = _CAPTIONS.search(raw)
    if captions is None:
        return []
    lines = [match.span("words") for match in _LINE.finditer(raw, captions.end())]
    return [span for span in lines if raw[span[0]] not in _OPENING]
