"""Texts in Chinese and English, also mixed, as the phonemes that Kokoro was trained with."""

import logging
import re
import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from nemovideo_mcp.studio.speech.wording import chinese, english
from nemovideo_mcp.studio.timeline.tongues import language_of

_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_RUN: Final = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")
_SENTENCE: Final = re.compile(r"[^。！？；!?;\n]+[。！？；!?;\n]*[”』」》）)]*")
_CLAUSE: Final = re.compile(r"[^，、：,]+[，、：,]*")
_LONG_SENTENCE: Final = 90
_LATIN: Final = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9' .&+-]*")


def phonemes(text: str) -> list[str]:
    """A string of phonemes for each sentence; English ones are hibari's, Chinese ones misaki's."""
    if not _HAN.search(text):
        return [found for sentence in _english_sentences(english(text)) if (found := sentence.strip())]
    text = _reader().numbers(chinese(text)) if language_of(text) == "zh" else english(text)
    return [found for part in _parts(text) if any(map(str.isalpha, found := _mixed(part).lstrip(" ,.;")))]


def _parts(text: str) -> Iterator[str]:
    """Sentences; long ones are parted at commas."""
    for sentence in _SENTENCE.findall(text):
        held = ""
        for clause in _CLAUSE.findall(sentence) if len(sentence) > _LONG_SENTENCE else [sentence]:
            if held and len(held) + len(clause) > _LONG_SENTENCE:
                yield held
                held = ""
            held += clause
        if held.strip():
            yield held


def _mixed(part: str) -> str:
    """Runs of Han letters and of anything else, each read by its own rules."""
    reader = _reader()
    said = [
        reader.han(run) if _HAN.match(run) else _LATIN.sub(_latin, run)
        for run in _RUN.findall(reader.punctuation(part))
    ]
    return (
        " ".join(" ".join(said).split())
        .replace(" ,", ",")
        .replace(" .", ".")
        .replace(" !", "!")
        .replace(" ?", "?")
    )


def _latin(found: re.Match[str]) -> str:
    return " " + " ".join(sentence.rstrip(".") for sentence in _english_sentences(found[0])) + " "


def _english_sentences(text: str) -> list[str]:
    return list(_english().phonemize(text))


@cache
def _english() -> Any:
    from hibari import Hibari

    return Hibari(threads=1)


@cache
def _reader() -> "_Chinese":
    return _Chinese()


class _Chinese:
    """What reads Chinese, loaded once; its packages are noisy when they are."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # invalid escapes in jieba's sources
            import cn2an
            import jieba
            from misaki.zh import ZHG2P
        jieba.setLogLevel(logging.ERROR)
        self._cn2an, self._misaki = cn2an, ZHG2P

    def numbers(self, text: str) -> str:
        """Numbers in Chinese words."""
        return str(self._cn2an.transform(text, "an2cn"))

    def punctuation(self, text: str) -> str:
        """Chinese marks as the ones the model knows."""
        return str(self._misaki.map_punctuation(text))

    def han(self, run: str) -> str:
        """The sounds of some Han letters."""
        return str(self._misaki.legacy_call(run))
