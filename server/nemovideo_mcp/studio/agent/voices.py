"""Which voice a text is spoken with, and what is said when none that is installed speaks its language."""

from collections.abc import Mapping
from typing import Final

from nemovideo_mcp.studio.agent.row import Found, LackError
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.timeline.tongues import foreign_letters, language_of
from nemovideo_mcp.studio.timeline.voices import EXTRA, USUAL, VOICES, Voice

TONGUES: Final[dict[str, dict[Language, str]]] = {
    "en": {"en": "English", "zh": "英语"},
    "zh": {"en": "Chinese", "zh": "中文"},
    "ja": {"en": "Japanese", "zh": "日语"},
    "ko": {"en": "Korean", "zh": "韩语"},
    "fr": {"en": "French", "zh": "法语"},
    "es": {"en": "Spanish", "zh": "西班牙语"},
    "de": {"en": "German", "zh": "德语"},
    "it": {"en": "Italian", "zh": "意大利语"},
    "pt": {"en": "Portuguese", "zh": "葡萄牙语"},
    "nl": {"en": "Dutch", "zh": "荷兰语"},
    "pl": {"en": "Polish", "zh": "波兰语"},
    "vi": {"en": "Vietnamese", "zh": "越南语"},
    "tr": {"en": "Turkish", "zh": "土耳其语"},
    "id": {"en": "Indonesian", "zh": "印尼语"},
    "sv": {"en": "Swedish", "zh": "瑞典语"},
    "ru": {"en": "Russian", "zh": "俄语"},
    "el": {"en": "Greek", "zh": "希腊语"},
    "ar": {"en": "Arabic", "zh": "阿拉伯语"},
    "he": {"en": "Hebrew", "zh": "希伯来语"},
    "hi": {"en": "Hindi", "zh": "印地语"},
    "th": {"en": "Thai", "zh": "泰语"},
}
GENDERS: Final[dict[str, dict[Language, str]]] = {
    "male": {"en": "male", "zh": "男声"},
    "female": {"en": "female", "zh": "女声"},
}
SAMPLES: Final = {
    "en": "Hello, my name is {name}. This is how I would read your script.",
    "zh": "你好，我是{name}。我会这样朗读你的脚本。",
}


def voice_for(found: Found, text: str, usual: str | None = None) -> Voice:
    """The voice that is asked for, or `usual`, or the first that speaks the text's language; LackError says why there is none."""
    named, language = found.one("VOICENAME"), _language(found, text)
    gender = found.one("GENDER")
    if named is not None and named not in VOICES:
        raise LackError("unknown_voice", name=named.lstrip("?").title(), voices=names(found))
    if named is not None:
        return _there(found, _speaks(VOICES[named], text, language))
    before = VOICES.get(usual or "")
    if before and gender in {None, before.gender} and language == before.language:
        return _speaks(_there(found, before), text, language)
    fitting = [v for v in VOICES.values() if v.language == language and gender in {None, v.gender}]
    if not fitting:
        raise LackError("no_voice_speaks", tongue=language, voices=names(found))
    there = [voice for voice in fitting if found.senses.voices.installed(voice.id)]
    able = [voice for voice in there if _can_read(voice, text)]
    return able[0] if able else _there(found, _speaks((there or fitting)[0], text, language))


def _language(found: Found, text: str) -> str:
    """The language of the words; one that is asked for must be theirs."""
    written, asked = language_of(text), found.one("TONGUE")
    if asked is not None and asked != written and any(map(str.isalpha, text)):
        if asked in {"en", "zh"} or written != "en":
            raise LackError("other_language", asked=asked, written=written)
        return str(asked)
    return written


def _can_read(voice: Voice, text: str) -> bool:
    """The fast voice knows Latin letters alone, the others Chinese ones too."""
    return set(foreign_letters(text)) <= ({"zh"} if voice.engine == "kokoro" else set())


def _speaks(voice: Voice, text: str, language: str) -> Voice:
    if voice.language != language:
        raise LackError("voice_speaks", name=voice.name, speaks=voice.language, tongue=language)
    if not _can_read(voice, text):
        letters = foreign_letters(text)
        other = next(one for one in letters if one != "zh" or voice.engine != "kokoro")
        raise LackError("cannot_read", name=voice.name, words=letters[other][:20], tongue=other, extra=EXTRA)
    return voice


def _there(found: Found, voice: Voice) -> Voice:
    if not found.senses.voices.installed(voice.id):
        raise LackError(
            "voice_missing", name=voice.name, tongue=voice.language, gender=voice.gender, extra=EXTRA
        )
    return voice


def in_words(facts: Mapping[str, str | int], language: Language) -> dict[str, str | int]:
    """Facts of a question with the names of languages and genders in place of their codes."""
    said: dict[str, str | int] = dict(facts)
    for key in ("tongue", "asked", "written", "speaks", "gender"):
        table = GENDERS if key == "gender" else TONGUES
        if facts.get(key) in table:
            said[key] = table[str(facts[key])][language]
    return said


def names(found: Found) -> str:
    """The voices that are installed, by name."""
    return (
        ", ".join(voice.name for voice in VOICES.values() if found.senses.voices.installed(voice.id)) or "-"
    )


def described(voice: Voice, language: Language, *, installed: bool) -> str:
    """A voice in a few words: name, language, gender, and what it lacks."""
    name = voice.chinese if language == "zh" else voice.name
    facts = [TONGUES[voice.language][language], GENDERS[voice.gender][language]]
    facts += [] if voice.id != USUAL else ["usual, fast" if language == "en" else "默认，速度快"]
    lacks = f"not installed: {voice.extra}" if language == "en" else f"未安装：{voice.extra}"
    return f"{name} ({', '.join(facts if installed else [*facts, lacks])})"
