"""The published forms of a transcript: text, SRT, WebVTT, JSON. Pure."""

import json
from collections.abc import Sequence
from html import escape
from typing import Final, Literal

from nemovideo_mcp.wire.transcript import Spoken, Transcript

Format = Literal["text", "srt", "vtt", "json"]
SUFFIXES: Final[dict[Format, str]] = {"text": "txt", "srt": "srt", "vtt": "vtt", "json": "json"}


def written(told: Transcript, form: Format) -> str:
    """The transcript in one of its forms."""
    if form == "srt":
        return srt(told.cues)
    if form == "vtt":
        return vtt(told.cues)
    if form == "json":
        return _json(told)
    return f"{told.text}\n" if told.text else ""


def srt(cues: Sequence[Spoken]) -> str:
    """SubRip: numbered from 1, a comma before the milliseconds; empty without cues."""
    return "\n".join(
        f"{number}\n{_clock(cue.start_ms, ',')} --> {_clock(cue.end_ms, ',')}\n{_lines(cue.text)}\n"
        for number, cue in enumerate(cues, start=1)
    )


def vtt(cues: Sequence[Spoken]) -> str:
    """WebVTT; what would be markup in the words is escaped."""
    blocks = [
        f"{_clock(cue.start_ms, '.')} --> {_clock(cue.end_ms, '.')}\n{escape(_lines(cue.text), quote=False)}\n"
        for cue in cues
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def _json(told: Transcript) -> str:
    kept = {"language", "confidence", "doubt", "text", "cues", "words"}
    return json.dumps(told.model_dump(mode="json", include=kept), ensure_ascii=False, indent=1)


def _lines(text: str) -> str:
    """The lines of a cue; an empty one would end it."""
    return "\n".join(line for line in text.splitlines() if line.strip())


def _clock(at_ms: int, mark: str) -> str:
    seconds, ms = divmod(at_ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{mark}{ms:03d}"
