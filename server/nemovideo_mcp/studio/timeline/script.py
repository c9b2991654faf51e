"""A script to be spoken: paragraphs of plain text or Markdown, or the cues of an SRT or VTT file with their times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

MOST_BYTES: Final = 100_000
_TIME: Final = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING: Final = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?$", re.MULTILINE)
_ARROW: Final = re.compile(r"^(?!.*<!--).*\d.*-->.*$", re.MULTILINE)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>|\{\\[^}]*\}|</?\d[\d:.]*>")
_STOPS: Final = (".", "!", "?", "…", "。", "！", "？", '."', '!"', '?"', ".”", "!”", "?”", "。”", ":", "：")
_LONG_PARAGRAPH: Final = 3000  # letters: some four minutes
_SENTENCE: Final = re.compile(r"(?:[^.!?。！？…]|[.!?](?=[^\W_]))*(?:[.!?。！？…]+[\"”’」』）)]*\s*|$)")
_ABBREVIATED: Final = re.compile(r"\b(?:[A-Z][a-z]{0,3}|[a-z]\.[a-z])\.\s*$")  # as in Dr. or e.g.
_CLOSE_MS: Final = 300
_HAN: Final = re.compile(r"[\u3400-\u9fff\u3000-\u30ff]$")


@dataclass(frozen=True)
class Line:
    """What is spoken in one go; `start_ms` where it belongs on the timeline, None when it only follows the one before."""

    text: str
    start_ms: int | None = None
    end_ms: int | None = None


class ScriptError(ValueError):
    """A script that cannot be read; `problem` is a key of `edit.PROBLEMS`, `facts` fill its sentence."""

    def __init__(self, problem: str, **facts: str | int) -> None:
        super().__init__(problem)
        self.problem, self.facts = problem, facts


def read_script(text: str) -> tuple[Line, ...]:
    """The lines of a script, in the order in which they are spoken; none when it holds no words. ScriptError."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if _ARROW.search(text):
        return tuple(_sentences(_cues(text)))
    return tuple(Line(portion) for paragraph in _paragraphs(text) for portion in _portions(paragraph))


def _cues(text: str) -> list[Line]:
    """The cues by their start; two that begin together are said one after the other."""
    found: list[Line] = []
    timings = list(_TIMING.finditer(text))
    for arrow in _ARROW.finditer(text):
        if not any(timing.start() <= arrow.end() and arrow.start() <= timing.end() for timing in timings):
            raise ScriptError("bad_cue", cue=arrow[0].strip()[:60])
    ends = [timing.start() for timing in timings[1:]] + [len(text)]
    for timing, end in zip(timings, ends, strict=True):
        start_ms, end_ms = _ms(timing.groups()[:4]), _ms(timing.groups()[4:])
        if end_ms < start_ms:
            raise ScriptError("bad_cue", cue=timing[0].strip()[:60])
        words = _cue_words(text[timing.end() : end])
        if words:
            found.append(Line(words, start_ms, end_ms))
    return sorted(found, key=lambda cue: (cue.start_ms or 0, cue.end_ms or 0))


def _ms(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction = parts
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    return whole * 1000 + int((fraction or "0").ljust(3, "0"))


def _cue_words(block: str) -> str:
    """The words of a cue up to the blank line that ends it, without tags, dashes of speakers and line breaks."""
    body = block.strip("\n").split("\n\n", 1)[0]
    lines = [re.sub(r"^\s*[-–]\s+", "", _TAG.sub("", line)).strip() for line in body.split("\n")]
    return _joined([line for line in lines if line])


def _joined(lines: list[str]) -> str:
    text = ""
    for line in lines:
        glued = not text or (bool(_HAN.search(text)) and bool(_HAN.search(line[:1])))
        text += line if glued else f" {line}"
    return text


def _sentences(cues: list[Line]) -> Iterator[Line]:
    """The cues, those that only break a sentence in two put together: it is spoken better in one go."""
    held: Line | None = None
    for cue in cues:
        if held is not None and not held.text.endswith(_STOPS) and _follows(held, cue):
            held = replace(held, text=_joined([held.text, cue.text]), end_ms=cue.end_ms)
            continue
        if held is not None:
            yield held
        held = cue
    if held is not None:
        yield held


def _follows(before: Line, cue: Line) -> bool:
    return (cue.start_ms or 0) - (before.end_ms or 0) <= _CLOSE_MS


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs stand between blank lines; without any, a line that ends a sentence ends a paragraph."""
    text = _without_markup(text)
    blocks = re.split(r"\n[ \t\u3000]*\n", text)
    if len([block for block in blocks if block.strip()]) == 1:
        blocks = _by_line(text)
    for block in blocks:
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        if lines:
            yield _joined(lines)


def _portions(paragraph: str) -> Iterator[str]:
    """A paragraph, or a very long one in parts of whole sentences: what is spoken of it is kept part by part."""
    part = ""
    for sentence in _SENTENCE.findall(paragraph) if len(paragraph) > _LONG_PARAGRAPH else [paragraph]:
        if len(part) + len(sentence) > _LONG_PARAGRAPH and part and not _ABBREVIATED.search(part):
            yield part.strip()
            part = ""
        part += sentence
    if part.strip():
        yield part.strip()


def _by_line(text: str) -> list[str]:
    blocks = [""]
    for line in text.split("\n"):
        blocks[-1] += f"{line}\n"
        if line.rstrip().endswith(_STOPS):
            blocks.append("")
    return blocks


def _without_markup(text: str) -> str:
    """Markdown as it would be read aloud: no front matter, code, comments, rules, link targets or marks."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"^(```|~~~).*?^\1[^\n]*$", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"!\[[^\]\n]*\]\([^)\n]*\)", "", text)
    text = re.sub(r"\[([^\]\n]+)\]\([^)\n]*\)", r"\1", text)
    text = re.sub(r"^[ \t]*(?:[-*_][ \t]*){3,}$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^[ \t]*#{1,6}[ \t]+(.+?)[ \t]*#*$", _heading, text, flags=re.MULTILINE)
    text = re.sub(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(.+)$", _item, text, flags=re.MULTILINE)
    text = re.sub(r"^[ \t]*>[ \t]?", "", text, flags=re.MULTILINE)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])", r"\1", text)
    text = re.sub(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])", r"\1", text)
    return re.sub(r"`([^`\n]+)`", r"\1", text)


def _heading(match: re.Match[str]) -> str:
    """A heading is a paragraph of its own, and ends as a sentence does."""
    return f"\n{_ended(match[1])}\n"


def _item(match: re.Match[str]) -> str:
    """An item of a list ends as a sentence does, so that a pause follows it."""
    return _ended(match[1])


def _ended(words: str) -> str:
    words = words.strip()
    stop = "。" if _HAN.search(words) else "."
    return words if not words or words.endswith((*_STOPS, ",", ";", "，", "；")) else words + stop
