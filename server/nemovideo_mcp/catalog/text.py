"""The text of a SKILL.md: bytes decoded, line ends made one, twice-encoded lines repaired."""

import re

from nemovideo_mcp.catalog.skill import SkillError

# Browsers and editors that took UTF-8 for Latin-1 or Windows-1252 and saved it again leave one of these two.
_MISTAKEN_FOR = ("latin-1", "cp1252")
_C1_CONTROL = re.compile("[\x80-\x9f]")
_TWICE_ENCODED = re.compile("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes) -> str:
    """Return the text with LF line ends and no byte-order mark; raise SkillError when it is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise SkillError(f"it is not UTF-8 text (byte {problem.start}); save it as UTF-8") from problem
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    # Not splitlines(): a twice-encoded check mark holds U+0085, which that would take for a line end.
    return "\n".join(_mended(line) for line in lines).removeprefix("\ufeff")


def _mended(line: str) -> str:
    if line.isascii():
        return line
    for encoding in _MISTAKEN_FOR:
        try:
            return line.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    if _C1_CONTROL.search(line):  # sound text never holds these: part of the line was encoded twice
        return _TWICE_ENCODED.sub(_mended_character, line)
    return line


def _mended_character(match: re.Match[str]) -> str:
    try:
        return match[0].encode("latin-1").decode("utf-8")
    except UnicodeError:
        return match[0]
