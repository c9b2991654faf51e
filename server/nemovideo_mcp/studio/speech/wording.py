"""A text as it is read aloud: addresses, ranges, shorthand and signs in words, and nothing that cannot be said."""

import re
import unicodedata
from typing import Final

_ADDRESS: Final = re.compile(
    r"(?<![\w@.])(?:(?P<scheme>https?://|ftp://)|(?=www\.))(?P<rest>[^\s<>\"“”，。；]+)"
    r"|(?<![\w.+-])(?P<mail>[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?<![\w@./-])(?P<bare>(?:[A-Za-z0-9-]+\.)+(?:com|org|net|edu|gov|info|app|dev|shop|tv|io|ai|co|cn|uk|de|fr|eu|me)"
    r"(?:/[^\s<>\"“”，。；]*)?)(?![\w@-])"
)
_WORD_ENDINGS: Final = {"com", "net", "info", "app", "dev", "shop", "me", "co"}
_PHONE: Final = re.compile(
    r"(?<![\w.,/-])\+?(?:\(\d{2,4}\)[ -]?|\d{1,4}[ -])(?:\d{2,4}[ -]){1,3}\d{2,4}(?![\w/%-]|[.,]\d)"
)
_ENGLISH: Final = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"(?<!\w)e\.\s?g\.(?!\w),?", "for example,"),
        (r"(?<!\w)i\.\s?e\.(?!\w),?", "that is,"),
        (r"(?<!\w)w/o(?!\w)", "without"),
        (r"(?<!\w)w/(?=\s?\w)", "with "),
        (r"(?<!\w)[Ff]igs?\.\s?(?=\d)", "figure "),
        (r"(?<!\w)[Cc]h(?:ap)?\.\s?(?=\d)", "chapter "),
        (r"(?<!\w)[Ss]ec\.\s?(?=\d)", "section "),
        (r"(?<!\w)[Vv]ol\.\s?(?=\d)", "volume "),
        (r"(?<!\w)pp\.\s?(?=\d)", "pages "),
        (r"(?<!\w)p\.\s?(?=\d)", "page "),
        (r"(?<!\w)v(?:er)?\.?\s?(?=\d+(?:\.\d+)+)", "version "),
        (r"(?<![\w$€£.,])(\d+)\.0(?!\d|\.\d)", r"\1 point zero"),
        (r"(\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?)\s?[-–—]\s?(?=\d{1,2}:\d{2})", r"\1 to "),
        (r"(?<![\w.-])([$€£]\d[\d,.]*)\s?[-–—]\s?(?=[$€£]?\d)", r"\1 to "),
        (r"(?<![\w.])(\d+)\s?[x×](?=\s?\d)", r"\1 by "),
        (r"(?<![\w.])(\d+(?:\.\d+)?)\s?[x×](?![\w])", r"\1 times"),
        (r"(?<!\w)24/7(?!\w)", "twenty-four seven"),
        (r"(\d)\s?m²", r"\1 square meters"),
        (r"(\d)\s?km²", r"\1 square kilometers"),
        (r"(?<![\w~])~\s?(?=[$€£]?\d)", "about "),
        (r"\s*(?:→|⇒|➜|->|=>)\s*", " to "),
        (r"≈\s*", " about "),
        (r"\s*≥\s*", " at least "),
        (r"\s*≤\s*", " at most "),
        (r"™|®|©", ""),
        (r"(?<=\w)\s?\*\s?(?=\d)", " times "),
    )
)
_CHINESE: Final = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"(?:¥|￥|RMB|CNY)\s?(\d[\d,.]*\d|\d)\s*(万|亿)?", r"\1\2元"),
        (r"\$\s?(\d[\d,.]*\d|\d)\s*(万|亿)?", r"\1\2美元"),
        (r"€\s?(\d[\d,.]*\d|\d)\s*(万|亿)?", r"\1\2欧元"),
        (r"(?<!\d)(\d{1,2})[::](\d{2})(?![\d:])", r"\1点\2分"),
        (r"(?<=点)00分", ""),
        (r"(?<=点)0(?=\d分)", "零"),
        (r"(?<!\d)(\d+(?:\.\d+)?%?)\s?[-–—~]\s?(?=\d)", r"\1到"),
        (r"(?<=\d)\s?(?:℃|°C)", "摄氏度"),
        (r"(?<=\d)\s?°", "度"),
        (r"(?<=\d)\s?(?:km|KM)(?![A-Za-z])", "公里"),
        (r"(?<=\d)\s?(?:kg|KG)(?![A-Za-z])", "公斤"),
        (r"(?<=\d)\s?cm(?![A-Za-z])", "厘米"),
        (r"(?<=\d)\s?mm(?![A-Za-z])", "毫米"),
        (r"(?<=\d)\s?m(?![A-Za-z])", "米"),
        (r"(?<=\d),(?=\d{3}(?!\d))", ""),
        (r"\+(?=\d)", "加"),
        (r"(?<=\d)\s?[x×]\s?(?=\d)", "乘"),
    )
)
_DIGITS: Final = str.maketrans("0123456789", "零一二三四五六七八九")
_LONG_NUMBER: Final = re.compile(r"(?<![\d.,])\d{7,}(?![\d.,]*\d)")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?=年)")
_VERSION: Final = re.compile(r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d.]*\d)")


def sayable(text: str) -> bool:
    """Whether there is any letter or number in it to say."""
    return any(letter.isalnum() for letter in without_pictures(text))


def without_pictures(text: str) -> str:
    """The text without emoji and other small pictures, which have no sound."""
    kept = "".join(" " if _is_picture(letter) else letter for letter in text)
    return re.sub(r"[^\S\n]{2,}", " ", kept).strip()


def _is_picture(letter: str) -> bool:
    point = ord(letter)
    joins = point in {0x200D, 0x20E3, 0xFE0E, 0xFE0F} or 0xE0000 <= point <= 0xE007F
    return joins or (
        unicodedata.category(letter) in {"So", "Sk", "Co", "Cs"} and letter not in "°℃℉©®™^`´¨¸¯"
    )


def english(text: str) -> str:
    """An English text as it is read; dates, money, units and numbers are left to the engine, which reads them well."""
    text = _ADDRESS.sub(
        lambda found: _address(found, (" dot ", " at ", " slash ", " dash ", " underscore ")), text
    )
    text = unicodedata.normalize("NFC", without_pictures(text))
    for pattern, words in _ENGLISH:
        text = pattern.sub(words, text)
    text = _VERSION.sub(lambda found: found[0].replace(".", " point "), text)
    return _PHONE.sub(_phone, text)


def chinese(text: str) -> str:
    """A Chinese text as it is read: signs, units and long numbers in words; plain numbers are left to be read as such."""
    text = _ADDRESS.sub(lambda found: _address(found, ("点", " at ", "斜杠", "杠", "下划线")), text)
    text = without_pictures(text)
    for pattern, words in _CHINESE:
        text = pattern.sub(words, text)
    text = _VERSION.sub(lambda found: found[0].replace(".", "点"), text)
    for pattern in (_LONG_NUMBER, _YEAR):
        text = pattern.sub(lambda found: found[0].translate(_DIGITS), text)
    return text


def _address(found: re.Match[str], names: tuple[str, str, str, str, str]) -> str:
    """An address as people say it: without the scheme, "www" and what follows a question mark or a hash."""
    dot, at, slash, dash, underscore = names
    address = found["mail"] or found["bare"] or found["rest"]
    tail = re.search(r"[.,;:!?)\]}']+$", address)
    end = tail[0] if tail else ""
    core = re.split(r"[?#]", address.removesuffix(end))[0].rstrip("/").removeprefix("www.")
    host, _, path = core.partition("/")
    labels = host.split(".")
    if len(labels) > 1 and len(labels[-1]) == 2 and labels[-1].lower() not in _WORD_ENDINGS:
        labels[-1] = " ".join(labels[-1].upper())
    said = dot.join(labels) + "".join(slash + part for part in path.split("/") if part)
    said = said.replace("@", at).replace("-", dash).replace("_", underscore)
    said = re.sub(r"(?<=\w)\.(?=\w)", dot, said)
    return said.strip() + end


def _phone(found: re.Match[str]) -> str:
    """A telephone number digit by digit, with a breath between its groups."""
    groups = re.findall(r"\d+", found[0])
    plus = "plus " if found[0].startswith("+") else ""
    return plus + ", ".join(" ".join(group) for group in groups)
