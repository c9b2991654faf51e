"""What a Chinese reply says in Chinese besides its own words: things the program made, colours, marks between words."""

import re
from typing import Final

from nemovideo_mcp.studio.agent.lexicon_zh import ZH_VALUES
from nemovideo_mcp.studio.agent.sentence import Language

_TUNES: Final = {"lo-fi": "轻松", "upbeat": "轻快", "calm": "舒缓", "cinematic": "史诗"}
_COLORS: Final = {value: str(names).split("|")[0] for value, names in ZH_VALUES["COLOR"].items()}
_CARDS: Final = {"black": "黑色", "white": "白色"}
_QUOTED: Final = re.compile(r"(“[^“”]*(?:“[^“”]*”[^“”]*)*”|\"[^\"\n]*\")")
_TUNE: Final = re.compile(rf"({'|'.join(_TUNES)}) \(built-in music\)")
_CARD: Final = re.compile(rf"(?<![\w-])(#[0-9a-f]{{6}}|{'|'.join(_CARDS)}) card(?![\w-])")
_HEX: Final = re.compile("|".join(_COLORS))
_COMMA: Final = re.compile(r"(?<=[\u3400-\u9fff）]), |, (?=[\u3400-\u9fff])")


def worded(text: str, language: Language) -> str:
    """The reply with nothing left in English but names and what the user wrote; other languages stay as they are."""
    if language != "zh":
        return text
    parts = _QUOTED.split(text.replace("”, “", "”、“"))
    return "".join(part if at % 2 else _plain(part) for at, part in enumerate(parts))


def _plain(text: str) -> str:
    text = _TUNE.sub(lambda found: f"内置音乐（{_TUNES[found[1]]}）", text)
    text = _CARD.sub(lambda found: f"{_CARDS.get(found[1], found[1])}卡片", text)
    text = _HEX.sub(lambda found: _COLORS[found[0]], text)
    return _COMMA.sub("，", text)
