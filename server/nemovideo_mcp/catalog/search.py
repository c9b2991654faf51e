"""Finding skills by words: the name counts most, then the title and the topic, then the description."""

import difflib
import re
from collections.abc import Sequence

from nemovideo_mcp.catalog.skill import Skill

_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def search(skills: Sequence[Skill], query: str, limit: int) -> list[Skill]:
    """The skills that fit a query best, at most `limit`; by name when it says nothing."""
    wanted = _words(query)
    if not wanted:
        return list(skills[:limit])
    scored = [(_score(skill, wanted), skill) for skill in skills]
    found = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: (-pair[0], pair[1].name))
    return [skill for _, skill in found[:limit]]


def nearest(skills: Sequence[Skill], name: str) -> list[str]:
    """Names like this one, for a slip of the pen."""
    return difflib.get_close_matches(name, [skill.name for skill in skills], n=3, cutoff=0.5)


def _score(skill: Skill, wanted: Sequence[str]) -> float:
    fields = ((skill.name, 4.0), (f"{skill.title} {' '.join(skill.triggers)}", 2.0), (skill.description, 1.0))
    read = [(set(_words(text)), weight) for text, weight in fields]
    return sum(max(_fit(word, words) * weight for words, weight in read) for word in wanted)


def _fit(word: str, words: set[str]) -> float:
    if word in words:
        return 1.0
    stem = word[: max(4, len(word) - 3)]
    return 0.5 if len(word) > 3 and any(other.startswith(stem) for other in words) else 0.0


def _words(text: str) -> list[str]:
    """Words in lower case; of scripts without spaces, pairs of characters."""
    words: list[str] = []
    for word in _WORD.findall(text.lower()):
        pairs = [word[place : place + 2] for place in range(max(1, len(word) - 1))]
        words += pairs if _UNSPACED.search(word) else [word]
    return list(dict.fromkeys(words))
