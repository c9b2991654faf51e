"""A prompt cut into segments of tokens: words, numbers, files, quotations; nothing is understood here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from nemovideo_mcp.routing.fold import fold
from nemovideo_mcp.routing.kinds import Kind

_TOLD = "cube"  # a file that is read here and is no media
_MEDIA = "mp4|mov|avi|webm|mkv|jpe?g|png|gif|webp|mp3|wav|m4a|aac"
_UNSPACED = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af々"
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
_QUOTES = (  # no mark may stand inside its own pair: an unclosed one is then seen at once
    r'"[^"\n]*"|“[^“”\n]*”|„[^„“”\n]*[“”]|«[^«»\n]*»|‹[^‹›\n]*›|「[^「」\n]*」|『[^『』\n]*』|《[^《》\n]*》|‘[^‘’\n]*’|＂[^＂\n]*＂'
    r"|(?<![A-Za-z0-9À-ɏ])'[^'\n]{1,200}'(?![A-Za-z0-9À-ɏ])|`[^`\n]*`"
)
_URL = r"(?P<url>(?:https?|file)://[^\s<>\"'“”「」『』，。、；（）]+)"
_PATH = r"[^\s\"'<>|*?“”「」，。、；（）]"
# Words written onto a name that they lead to: "保存为holiday.mp4".
_LED = rf"[\w\-]*(?:[为為成到至叫]|导出|輸出|输出|保存|另存|下载|渲染)(?=[A-Za-z0-9])[\w\-]{{1,80}}(?:\.[\w\-]{{1,40}}){{0,3}}?\.(?:{_MEDIA})(?![A-Za-z0-9])"
_READ = 6000  # characters; commands stand at the ends of a prompt
_EDGE = ".,;:!?)]}…"  # punctuation a path or URL does not end with
_BREAKS = ",，、،"  # after these the sentence goes on


class Token(NamedTuple):
    """A piece of the prompt: its kind as far as its form tells it, its place, and its folded text."""

    kind: Kind
    start: int
    end: int
    word: str
    path: str = ""  # as written, where a slash before one word may be a command's or a folder's


@dataclass(slots=True)
class Segment:
    """The tokens between two breaks. ``end`` is past the break; ``closes`` tells that the sentence ends here."""

    start: int
    end: int = 0
    tokens: list[Token] = field(default_factory=list)
    closes: bool = True
    question: bool = False


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    parts = (
        _URL,
        rf"(?P<quote>{_QUOTES})",
        rf"(?P<path>(?<![A-Za-z0-9/.])(?:[A-Za-z]:[\\/]|~/|\.{{1,2}}/|/)(?:{_PATH}+?\.(?:{_MEDIA}|{_TOLD})(?=[{_UNSPACED}])|{_PATH}+))",
        rf"(?P<name>(?!{_LED})(?:(?<![^\s(])\w|(?<![A-Za-z0-9_])[A-Za-z0-9])[\w\-]{{0,80}}(?:\.[\w\-]{{1,40}}){{0,3}}?\.(?:{_MEDIA}|{_TOLD})(?![A-Za-z0-9]))",
        r"(?P<number>\d+(?:[.:,/]\d+)*(?:[A-Za-z]+|\s?%)?)",
        rf"(?P<run>[{_UNSPACED}]+)",
        rf"(?P<word>[^\W\d_{_UNSPACED}][^\W\d_{_UNSPACED}{_MARKS}]*(?:[{_MARKS}]+[^\W\d_{_UNSPACED}]*)*(?:\d(?:[A-Za-z](?![A-Za-z]))?)?)",
        r"(?P<word_sign>&)",
        r"(?P<stop>[.!?…。！？；;؟؛\n,，、،—–]+|\s-\s)",
    )
    return re.compile("|".join(parts), re.IGNORECASE)


def scan(prompt: str) -> list[Segment]:
    """Return the segments of ``prompt`` in order; between them they cover all of it.

    Of a very long prompt only both ends are cut into words; from its middle the URLs are kept.
    """
    segments = [Segment(0)]
    for found in _found(prompt):
        if found.lastgroup == "stop":
            _close(segments, found)
        else:
            segments[-1].tokens.extend(_tokens(found))
    segments[-1].end = len(prompt)
    return segments


def _found(prompt: str) -> Iterator[re.Match[str]]:
    whole = _pattern()
    if len(prompt) <= 2 * _READ:
        yield from whole.finditer(prompt)
        return
    yield from whole.finditer(prompt, 0, _READ)
    yield from re.compile(_URL).finditer(prompt, _READ, len(prompt) - _READ)
    yield from whole.finditer(prompt, len(prompt) - _READ)


def _close(segments: list[Segment], found: re.Match[str]) -> None:
    closes = not set(found.group()) <= set(_BREAKS)
    question = any(mark in found.group() for mark in "?？؟")
    if not segments[-1].tokens and len(segments) > 1:  # a second break in a row belongs to the first
        before = segments[-2]
        before.closes, before.question = before.closes or closes, before.question or question
        before.end = segments[-1].start = found.end()
        return
    last = segments[-1]
    last.end, last.closes, last.question = found.end(), closes, question
    segments.append(Segment(found.end()))


def _tokens(found: re.Match[str]) -> Iterator[Token]:
    group, text, start = found.lastgroup, found.group(), found.start()
    if group in {"url", "path"}:
        text = text.rstrip(_EDGE)
        yield (
            _slash_command(text, start)
            if group == "path" and not _is_path(text)
            else Token(Kind.FILE, start, start + len(text), text)
        )
    elif group == "quote":
        yield _quotation(text, start)
    elif group == "name":
        yield Token(Kind.NAME, start, found.end(), text)
    elif group == "number":
        yield Token(Kind.SIZE if _is_size(fold(text)) else Kind.NUMBER, start, found.end(), fold(text))
    else:
        yield Token(Kind.OTHER, start, found.end(), fold(text))


def _is_path(text: str) -> bool:
    return not re.fullmatch(r"/[^\W\d_]+", text)


def _slash_command(text: str, start: int) -> Token:
    return Token(Kind.OTHER, start, start + len(text), fold(text[1:]), text)


def _quotation(text: str, start: int) -> Token:
    inner = text[1:-1].strip()
    kind = Kind.QUOTE
    if "." not in inner and "/" not in inner:
        pass  # content, whatever it says
    elif re.fullmatch(r"(?:https?://\S+|(?:~|\.{1,2})?/\S.*|[A-Za-z]:\\.+)", inner):
        kind = Kind.FILE
    elif re.fullmatch(rf".{{1,200}}\.(?:{_MEDIA})", inner, re.IGNORECASE):
        kind = Kind.NAME
    return Token(kind, start, start + len(text), inner)


def _is_size(number: str) -> bool:
    return re.fullmatch(r"(?:\d{3,4}p|[248]k|1080|1440|2160|720|\d{3,4}x\d{3,4})", number) is not None


def files_in(tokens: Iterable[Token]) -> list[Token]:
    """Return the paths and URLs among ``tokens``: the part of a long text that is never skipped."""
    return [token for token in tokens if token.kind is Kind.FILE]


def unquoted(prompt: str) -> str:
    """Return ``prompt`` without its outer quotation marks when all of it is one quotation."""
    bare = prompt.strip()
    return bare[1:-1].strip() if re.fullmatch(_QUOTES, bare) else bare
