"""Which language a text is written in, by its letters and its commonest words."""

import re
from typing import Final

_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3040-\u30ff\u31f0-\u31ff]")),
    ("zh", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_COMMON: Final = {
    "en": "the of and to in is you that it he was for on are with as his they be at this have from or had by not we your our my "
    "can will an all but so if do there their what welcome how when more about",
    "fr": "le la les des une est et dans que qui pour pas sur avec vous nous sont cette mais plus ce au du aux je il elle votre notre bonjour",
    "es": "el los las una es y en que por para con su se del al como más pero sus este esta muy nuestro usted hola está son",
    "de": "der die das und ist ein eine zu den mit von nicht sie wir ich auf für im dem sich auch es an werden oder aus bei ihr unser",
    "it": "il lo gli una è e di che per non con del della sono questo questa più anche nel alla ma come noi voi ciao",
    "pt": "o os as um uma é e em que para com não se do da dos das na no por mais como mas nosso você são está olá",
    "nl": "de het een en is van in op te dat die voor met niet zijn aan ook er maar om wij onze naar bij",
    "pl": "i w na z do jest się nie to że o jak po co ale tak przez od dla jego",
    "vi": "và là của có không cho được một những với này trong các người đã",
    "tr": "ve bir bu için ile de da çok daha olarak gibi ama ne var",
    "id": "dan yang di ini itu dengan untuk dari tidak adalah ke kami anda pada",
    "sv": "och att det som en är på för med av inte den till ett om har vi",
}
_WORDS: Final = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_LATIN_WORD: Final = re.compile(r"[a-zà-öø-ÿāăąćčďđęěğıłńňőœřśşšťůűźżžơưạ-ỹ']+")
_ENOUGH: Final = 3


def foreign_letters(text: str) -> dict[str, str]:
    """Languages that other letters than Latin ones in the text belong to, each with what is written in them first."""
    found: dict[str, str] = {}
    for language, letter in _SCRIPTS:
        run = re.search(rf"(?:{letter.pattern})+", text)
        if run:
            found[language] = run[0]
    if "ja" in found:
        found.pop("zh", None)
    return found


def language_of(text: str) -> str:
    """As in ISO 639-1: that of most of the letters; of Latin ones the language whose commonest words are in it, else English."""
    latin = _LATIN_WORD.findall(text.lower())
    counts = {language: len(letter.findall(text)) for language, letter in _SCRIPTS}
    if counts["ja"]:
        counts["ja"] += counts.pop("zh")
    script = max(counts, key=lambda language: counts[language])
    if counts[script] and counts[script] >= len(latin):
        return script
    return _latin(latin)


def _latin(words: list[str]) -> str:
    hits = {language: sum(word in common for word in words) for language, common in _WORDS.items()}
    best = max(hits, key=lambda language: hits[language])
    return best if hits[best] >= _ENOUGH and hits[best] > 1.5 * hits["en"] else "en"
