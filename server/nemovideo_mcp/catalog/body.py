"""The body of a SKILL.md: the title, greeting and example requests that its Markdown holds."""

import re

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_GETTING_STARTED = re.compile(r"[\W\d_]*getting started\W*", re.IGNORECASE)
_TRY_SAYING = re.compile(r"\W*try saying\W*", re.IGNORECASE)
_ITEM = re.compile(r"\s{0,3}(?:[-*+•]|\d+[.)])\s+(.+)")
_MARKS = "*_`# "
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "'": "'"}


def title(body: str) -> str:
    """The first top heading, else the first heading of any level, else ""."""
    headings = [match for line in _prose(body) if (match := _HEADING.match(line))]
    top = next((match for match in headings if match[1] == "#"), None)
    first = top or next(iter(headings), None)
    return first[2].strip(_MARKS) if first else ""


def greeting(body: str) -> str:
    """The paragraph under "Getting started", else the one before "Try saying", on one line; "" when there is neither."""
    lines = _prose(body)
    for index, line in enumerate(lines):
        if _GETTING_STARTED.fullmatch(line):
            return _paragraph(_without_leading_blanks(lines[index + 1 :]))
    for index, line in enumerate(lines):
        if _TRY_SAYING.fullmatch(line):
            return _paragraph(_without_leading_blanks(lines[:index][::-1]), backwards=True)
    return ""


def examples(body: str) -> tuple[str, ...]:
    """The list under "Try saying", each line without its quotation marks."""
    lines = _prose(body)
    start = next((i for i, line in enumerate(lines) if _TRY_SAYING.fullmatch(line)), len(lines))
    found: list[str] = []
    for line in _without_leading_blanks(lines[start + 1 :]):
        item = _ITEM.match(line)
        if item and (said := _unquoted(item[1].strip())):
            found.append(said)
        elif line.strip() and not item:
            break
    return tuple(found)


def _prose(body: str) -> list[str]:
    """The lines, those of fenced code left empty."""
    lines: list[str] = []
    fence = ""
    for line in body.split("\n"):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        lines.append("" if fence or mark else line)
    return lines


def _without_leading_blanks(lines: list[str]) -> list[str]:
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    return lines[first:]


def _paragraph(lines: list[str], *, backwards: bool = False) -> str:
    block: list[str] = []
    for line in lines:
        text = line.strip().lstrip(">").strip()
        if not text or _HEADING.match(line) or _TRY_SAYING.fullmatch(line):
            break
        block.append(text)
    return " ".join(reversed(block) if backwards else block)


def _unquoted(item: str) -> str:
    item = item.strip("*_` ")
    closing = _QUOTES.get(item[:1])
    if closing is None:
        return item
    # The last mark closes: a quotation inside the sentence keeps its own marks.
    return item[1:].rpartition(closing)[0].strip() or item[1:].strip()
