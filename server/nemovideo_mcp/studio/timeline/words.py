"""What may be written on the picture, and how long it takes to read."""

import re
import unicodedata
from typing import Final

from nemovideo_mcp.studio.timeline.edit import EditError

LEAST_READING_MS: Final = 2500
MS_A_WORD: Final = 400  # two and a half words a second
MS_A_SIGN: Final = 220  # of a script without spaces
_SIGN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff]")


def check_words(text: str, limit: int) -> None:
    """EditError for a text that is empty, longer than `limit` characters, or cannot be drawn."""
    if not text.strip():
        raise EditError("empty_text")
    if len(text) > limit:
        raise EditError("long_text", count=len(text), limit=limit)
    if any(unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\n\t" for letter in text):
        raise EditError("bad_text")


def reading_ms(text: str) -> int:
    """Milliseconds in which a text is read without haste."""
    signs = len(_SIGN.findall(text))
    words = len(_SIGN.sub(" ", text).split())
    return max(LEAST_READING_MS, MS_A_WORD * words + MS_A_SIGN * signs)
