"""Questions about an edit, told from orders to do it: "should I mute it?", "how do I add a title?", "可以撤销吗"."""

import re
from typing import Final

from nemovideo_mcp.studio.agent.grammar import row_of
from nemovideo_mcp.studio.agent.lexicon import BREAK, UNKNOWN
from nemovideo_mcp.studio.agent.row import Row
from nemovideo_mcp.studio.agent.sentence import Sentence, read
from nemovideo_mcp.studio.agent.suggestions import nearest
from nemovideo_mcp.studio.agent.tokens import tokens
from nemovideo_mcp.studio.timeline.model import Project

_WHO: Final = r"(?:i|we|you|one|it|this|that|the\s+(?:video|film|clip|sound|music|title))"
_LEAD: Final = r"(?:hey|hi|hello|ok|okay|so|well|but|and|please|um|just\s+wondering|quick\s+question)[\s,:]*"
_ENGLISH: Final = re.compile(
    rf"\s*(?:{_LEAD})*(?:"
    rf"should\s+{_WHO}\b|what\s+(?:happens|would\s+happen|will\s+happen)(?:\s+(?:if|when))?|what\s+if|"
    rf"(?:(?:can|could|would)\s+you\s+)?(?:tell|show|teach|explain)(?:\s+to)?(?:\s+me)?\s+how|(?:do\s+you\s+know|i\s+want\s+to\s+know|i\s+wonder|"
    rf"i\s+don'?t\s+know|i'?d\s+like\s+to\s+know)\s+(?:how|if|whether)|"
    rf"how\s+(?:do|can|could|would|should|to|does|did)\b|"
    rf"(?:can|could|will|would)\s+{_WHO}\s+be\s+(?=\w+(?:ed|one|ut|own)\b)|"
    rf"(?:do|does|did)\s+{_WHO}\b|(?:would|will)\s+(?:i|it|this|that)\b|"
    rf"is\s+it\s+(?:ok|okay|safe|better|worth|a\s+good\s+idea|necessary|wise)\b|why\b(?!\s+(?:not|don))|when\s+(?:do|should|would|can)\b(?!\s+\w+\s+(?:say|mention)\b))"
    rf"\s*{_WHO}?\b"
)
_CHINESE: Final = re.compile(
    r"\s*(?:请问|那|那么|你好|我想知道|想问一下|问一下|告诉我|教我)*[,\s]*(?:我们?|你觉得|视频|片子|它|这个|这)*"
    r"(?:应该|应不应该|该不该|要不要|是否|是不是|需不需要|会不会|怎么(?!样)|怎样|如何|为什么|为何|如果)"
)
_CAN_UNDO: Final = re.compile(
    r"\s*(?:请问|这个?|它|还)*(?:可以|能够?|还能)(?:被)?(?P<what>撤销|撤回|恢复|还原|重做)(?:的)?[吗么嘛]"
)
_PARTICIPLES: Final = {
    "undone": "undo",
    "redone": "redo",
    "cut": "cut",
    "split": "split",
    "slowed": "slow",
    "sped": "speed",
}
_ASKING: Final = re.compile(r"[.!?;\n]+")


def asked(sentence: Sentence, project: Project) -> tuple[str, ...] | None:
    """The phrases to say for what a question is about; None when nothing is asked. Empty: it is about no edit."""
    start = 0
    for part in [*_ASKING.finditer(sentence.plain), None]:
        end = part.start() if part else len(sentence.plain)
        rest = _rest(sentence.plain, start, end)
        if rest is not None:
            return _phrases(sentence.raw[rest:end], sentence, project)
        start = part.end() if part else end
    return None


def _rest(plain: str, start: int, end: int) -> int | None:
    """Where in a part the words begin that the question is about."""
    if match := _CAN_UNDO.match(plain, start, end):
        return match.start("what")
    match = _ENGLISH.match(plain, start, end) or _CHINESE.match(plain, start, end)
    return match.end() if match else None


def _phrases(words: str, sentence: Sentence, project: Project) -> tuple[str, ...]:
    row = next(filter(None, (_row(one, project) for one in _as_orders(words))), None)
    if row is not None and row.examples[sentence.language]:
        return row.examples[sentence.language][:2]
    known = [t for t in tokens(read(words), project.media) if t.symbol not in {UNKNOWN, BREAK}]
    about = row is not None or any(row_of([token]) for token in known)
    return tuple(nearest(known, sentence.language, 2)) if about else ()


def _as_orders(words: str) -> list[str]:
    """The words as they stand, and with a participle at their head made a verb: "undone" → "undo", "trimmed" → "trim"."""
    first, _, more = words.strip().partition(" ")
    bare = first.lower().rstrip("?!.,")
    stems = [bare[:-cut] for cut in (1, 2, 3)] if bare.endswith("ed") else []
    return [words, *(f"{stem} {more}" for stem in filter(None, (_PARTICIPLES.get(bare), *stems)))]


def _row(words: str, project: Project) -> Row | None:
    """The row of the first request in these words, whatever else is said."""
    found = [t for t in tokens(read(words), project.media) if t.symbol not in {BREAK, UNKNOWN}]
    return next((row for n in range(len(found), 0, -1) if (row := row_of(found[:n])) is not None), None)
