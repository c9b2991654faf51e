"""Numbers as people write them, in digits and in words, and what they are worth."""

from fractions import Fraction
from typing import Final

_UNITS: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS: Final[dict[str, int]] = {word: n for n, word in enumerate(_UNITS)} | {
    word: 20 + 10 * n for n, word in enumerate(_TENS)
}
_ORDINALS: Final = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_HAN_DIGITS: Final = {letter: n for n, letter in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
}
_HAN_STEPS: Final = {"十": 10, "百": 100, "千": 1000}

_WORD: Final = "|".join(sorted(_WORDS, key=len, reverse=True))
EN_NUMBER: Final = (
    rf"(?:(?<![a-z0-9_.])[-+]?\d{{1,9}}(?:[.,]\d{{1,6}})?(?:\s+and\s+a\s+half)?|(?<![a-z])(?:half\s+an?|(?:a\s+)?couple\s+of|"
    rf"(?:{_WORD})(?:[\s-](?:{_WORD}))?(?:\s+hundred(?:\s+(?:and\s+)?(?:{_WORD})(?:[\s-](?:{_WORD}))?)?)?"
    rf"(?:\s+and\s+a\s+half)?|an?\s+hundred|half|an?)(?![a-z]))"
)
ZH_NUMBER: Final = r"(?:(?<![\d.])-?\d{1,9}(?:\.\d{1,6})?|[零〇一二两俩三四五六七八九十百千]{1,9}(?:点[零〇一二三四五六七八九]{1,4})?|半)"
ORDINAL: Final = rf"(?:{'|'.join(_ORDINALS)}|last|final|\d{{1,3}}(?:st|nd|rd|th))"


def number(words: str) -> Fraction:
    """The worth of a number that one of the patterns matched: `1.5`, `twenty-five`, `half a`, `三十五`, `两点五`."""
    words = words.strip().replace(",", ".")
    digits = words.removesuffix("and a half").rstrip()
    if digits[-1].isdigit():
        return Fraction(digits) + (Fraction(1, 2) if digits != words else 0)
    return _chinese(words) if words[0] > "\x7f" else _english(words)


def digits(word: str) -> str:
    """A word, in digits where it is a number: `five` is 5."""
    return str(_WORDS.get(word, word))


def _english(words: str) -> Fraction:
    total = Fraction(0)
    parts = words.replace("-", " ").split()
    if parts[-3:] == ["and", "a", "half"]:
        total, parts = Fraction(1, 2), parts[:-3]
    if "couple" in parts:
        return Fraction(2)
    if "half" in parts:
        return total + Fraction(1, 2)
    for part in parts:
        if part == "hundred":
            total = 100 * max(total, Fraction(1))
        elif part in {"a", "an"}:
            total += 0 if "hundred" in parts else 1
        else:
            total += _WORDS.get(part, 0)
    return total


def _chinese(words: str) -> Fraction:
    if words == "半":
        return Fraction(1, 2)
    whole, _, decimals = words.partition("点")
    digits = "".join(str(_HAN_DIGITS[letter]) for letter in decimals)
    return _han_whole(whole) + (Fraction(int(digits), 10 ** len(digits)) if digits else 0)


def _han_whole(words: str) -> Fraction:
    """`三十五` is 35, `一百零五` is 105, `二〇` is 20."""
    if not any(letter in _HAN_STEPS for letter in words):
        return Fraction(int("".join(str(_HAN_DIGITS[letter]) for letter in words)))
    total, digit = 0, 0
    for letter in words:
        if letter in _HAN_STEPS:
            total += (digit or 1) * _HAN_STEPS[letter]
            digit = 0
        else:
            digit = _HAN_DIGITS[letter]
    return Fraction(total + digit)


def ordinal(words: str) -> int:
    """The place an ordinal names, from 1; -1 for the last."""
    if words in {"last", "final", "最后", "末", "倒数第一"}:
        return -1
    if words in _ORDINALS:
        return _ORDINALS.index(words) + 1
    digits = words.rstrip("stndrh")
    return int(digits) if digits.isdigit() else int(number(words))
