"""What was misheard is put right: words replaced within the captions in which they stand."""

import re
from typing import Final

from nemovideo_mcp.studio.agent.targets import text_names
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits_text import ChangeText
from nemovideo_mcp.studio.timeline.model import Project, Text

_LETTER: Final = r"[A-Za-z0-9]"


def corrected(project: Project, wrong: str, right: str) -> list[ChangeText]:
    """Changes of all captions of speech that have these words among others; none where a text is just these words."""
    if any(text.text.strip().casefold() == wrong.strip().casefold() for text in project.texts):
        return []
    pattern = _whole(wrong)

    def put_right(found: re.Match[str]) -> str:
        raised = found[0][:1].isupper() and wrong.strip()[:1].islower()
        return right.strip()[:1].upper() + right.strip()[1:] if raised else right.strip()

    return [
        ChangeText(id=text.id, text=pattern.sub(put_right, text.text))
        for text in project.texts
        if text.words and pattern.search(text.text)
    ]


def must_be_whole(project: Project, old: Text, wrong: str) -> None:
    """EditError when a caption of speech would be replaced because some of its letters are the same."""
    if old.words and old.text.strip().casefold() != wrong.strip().casefold():
        raise EditError("no_text", text=f'"{wrong}"', texts=text_names(project))


def _whole(words: str) -> re.Pattern[str]:
    """These words as they may stand in lines, and not as a part of a longer word."""
    said = r"\s+".join(map(re.escape, words.split()))
    before = rf"(?<!{_LETTER})" if re.match(_LETTER, words.strip()) else ""
    after = rf"(?!{_LETTER})" if re.search(rf"{_LETTER}$", words.strip()) else ""
    return re.compile(before + said + after, re.IGNORECASE)
