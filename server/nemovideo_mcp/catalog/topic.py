"""The topic of a skill: the words and phrases by which a prompt can be seen to mean it."""

import re

_WORD = re.compile(r"[^\W_]+")
_TITLE_BREAK = re.compile(r"\s[—–-]\s|[:|·]")
# Words that many skills share, or that say how and not what; alone they point to no topic.
_COMMON = re.compile(
    "a|ai|an|and|any|app|best|by|clips?|edit|editing|editor|files?|for|free|from|get|help|how|in|into|it|make|maker|my"
    "|nemo|nemovideo|of|on|online|or|skill|the|this|to|tools?|using|videos?|with|without|your"
)


def triggers(name: str, title: str) -> tuple[str, ...]:
    """Lower-case phrases (the name, the parts of the title), then the single words of the name that carry meaning."""
    spoken = _phrase(name)
    parts = [_phrase(part) for part in _TITLE_BREAK.split(title)]
    words = [word for word in spoken.split() if len(word) > 2 and not _COMMON.fullmatch(word)]
    return tuple(dict.fromkeys(phrase for phrase in (spoken, *parts, *words) if phrase))


def _phrase(text: str) -> str:
    return " ".join(word.lower() for word in _WORD.findall(text))
