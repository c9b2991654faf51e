"""Captions as a track of their own in the file: an SRT that ffmpeg puts into the container's own form."""

import re
from typing import Final

from nemovideo_mcp.studio.render.output import Format
from nemovideo_mcp.studio.timeline.model import Project, Text
from nemovideo_mcp.studio.timeline.time import Ticks, to_ms

CODERS: Final[dict[Format, str]] = {"mp4": "mov_text", "mov": "mov_text", "webm": "webvtt", "mkv": "srt"}
INPUT: Final = ("-protocol_whitelist", "file", "-format_whitelist", "srt", "-f", "srt")
# ISO 639-2, which containers want, for the ISO 639-1 of a transcript: of the languages most films are in.
_CODES: Final = (
    "ar:ara bg:bul bn:ben ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas fi:fin fr:fra he:heb hi:hin hr:hrv "
    "hu:hun id:ind it:ita ja:jpn ko:kor lt:lit lv:lav ms:msa nl:nld no:nor pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sr:srp "
    "sv:swe ta:tam te:tel th:tha tl:tgl tr:tur uk:ukr ur:urd vi:vie zh:zho yue:yue"
)
_LONG: Final = dict(code.split(":") for code in _CODES.split())
# Where QuickTime, which has a list of its own, calls them otherwise.
_IN_MOV: Final = {"zh": "chi", "de": "ger", "nl": "dut", "el": "gre", "fa": "per", "ms": "may", "sv": "sve"}
_MARKUP: Final = re.compile(r"[<{][^<>{}]*[>}]")


def soft_captions(project: Project, format: Format) -> tuple[Text, ...]:
    """The captions that are not drawn but go into the file, in order; none where they are drawn, or the file holds no text."""
    if not project.soft_captions or format not in CODERS:
        return ()
    return tuple(sorted((text for text in project.texts if text.role == "caption"), key=lambda text: text.at))


def drawn(project: Project, format: Format) -> tuple[Text, ...]:
    """The texts that are drawn into the picture."""
    soft = {text.id for text in soft_captions(project, format)}
    return tuple(text for text in project.texts if text.id not in soft)


def tongue(project: Project, format: Format) -> list[str]:
    """What tells ffmpeg the language of the captions' track; nothing where it is not known."""
    known = _LONG | _IN_MOV if format == "mov" else _LONG
    code = known.get(project.caption_language)
    return ["-metadata:s:s:0", f"language={code}"] if code else []


def srt_file(captions: tuple[Text, ...]) -> str:
    """The captions as SubRip; what would be read as markup is left out."""
    return "\n".join(
        f"{number}\n{_clock(one.at)} --> {_clock(one.at + one.duration)}\n{_lines(one.text)}\n"
        for number, one in enumerate(captions, start=1)
    )


def _lines(text: str) -> str:
    return "\n".join(line for line in _MARKUP.sub("", text).splitlines() if line.strip()) or "…"


def _clock(at: Ticks) -> str:
    seconds, ms = divmod(to_ms(at), 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d},{ms:03d}"
