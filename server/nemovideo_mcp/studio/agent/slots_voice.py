"""Patterns of voices by a name nobody has, and of the last frame that may stand longer."""

import re
from typing import Any, Final

from nemovideo_mcp.studio.agent.lexicon import lexicon
from nemovideo_mcp.studio.agent.numbers import ORDINAL
from nemovideo_mcp.studio.agent.slots import Recogniser, recogniser


def _unknown_voice(match: re.Match[str]) -> tuple[str, Any] | None:
    """A word behind "the voice" that says nothing else to an editor is taken for a name."""
    name = match["n"]
    known = lexicon()
    return None if name in known.latin or name in known.han else ("VOICENAME", f"?{name}")


_DETERMINERS: Final = r"(?:my|our|this|the)"
_FILM: Final = r"(?:video|film|movie|clip|footage|recording|reel)"


def _described_film(match: re.Match[str]) -> tuple[str, Any] | None:
    """`my 2-minute product demo video` is the film: words between that say nothing to an editor describe it."""
    known = lexicon().latin
    said = match["words"].split()
    strange = [word for word in said if word not in known and not re.fullmatch(rf"\d.*|{ORDINAL}", word)]
    lengths = [word for word in said if re.fullmatch(r"\d{1,3}-(?:minute|min|second|sec|hour)s?", word)]
    return ("FILM", None) if strange and len(strange) + len(lengths) == len(said) else None


_ABOUT_A_VOICE: Final = re.compile(
    r"(?<![a-z])(?:voice[\s-]?overs?|narrat\w+|ai\s+voice|voice|read|speak|dub)(?![a-z])|配音|旁白|解说|朗读|念|读|画外音"
)
_AUDIENCE: Final = frozenset(
    [
        "and",
        "or",
        "the",
        "my",
        "our",
        "a",
        "an",
        "all",
        "new",
        "content",
        "video",
        "videos",
        "film",
        "films",
        "clip",
        "clips",
        "youtube",
        "tiktok",
        "instagram",
    ]
)
_STYLES: Final = frozenset(
    [
        "warm",
        "deep",
        "calm",
        "soft",
        "bright",
        "cool",
        "dark",
        "clear",
        "friendly",
        "gentle",
        "young",
        "old",
        "natural",
        "and",
        "very",
    ]
)
_ACCENTS: Final = "british|australian|indian|irish|scottish|canadian|south\\s+african|new\\s+zealand|uk"
_BEGINS: Final = r"(?:^|[.;!?\n,]\s*|please\s+|(?:can|could|would)\s+you\s+|let\s+it\s+|then\s+|and\s+)"


def _audience(match: re.Match[str]) -> tuple[str, Any] | None:
    """Whom a voiceover is for asks for nothing: `for content creators, marketers, educators`."""
    known = lexicon().latin
    words = re.findall(r"[\w'-]+", match["words"])
    if any(char.isdigit() for char in match["words"]):  # `for clip c1`
        return None
    strange = [word for word in words if word not in known and word not in _AUDIENCE]
    held = all(word in _AUDIENCE or word not in known for word in words)
    return ("FILLER", None) if strange and held and _ABOUT_A_VOICE.search(match.string) else None


def _style(match: re.Match[str]) -> tuple[str, Any] | None:
    """What a voice should be like beyond what can be chosen: `a warm, reassuring`."""
    known = lexicon().latin
    words = re.findall(r"[\w'-]+", match["words"])
    return ("FILLER", None) if all(word in _STYLES or word not in known for word in words) else None


def _text_there(match: re.Match[str]) -> tuple[str, Any] | None:
    return ("FILLER", None) if _ABOUT_A_VOICE.search(match.string) else None


VOICES: Final[tuple[Recogniser, ...]] = (
    recogniser(
        rf"(?<![a-z])(?P<slot>(?P<n>{_ACCENTS})(?:\s+english)?(?:\s+(?:accent|english))?)(?=[^\x00]*(?:\x00|$))",
        lambda m: ("VOICENAME", f"?{m['n']}") if _ABOUT_A_VOICE.search(m.string) else None,
    ),
    recogniser(
        rf"{_BEGINS}(?P<slot>(?:say|speak|read)(?:\s+(?:out\s+loud|aloud))?)(?=[\s:]*\x00)",
        lambda _: ("VOICEOVER", None),
    ),
    recogniser(
        r"(?<![a-z])(?:say|speak|read)\s+(?:out\s+)?(?:this|the\s+following)(?:\s+(?:text|words|lines?))?(?:\s+(?:aloud|out\s+loud))?"
        r"(?=[\s:]*\x00)",
        lambda _: ("VOICEOVER", None),
    ),
    recogniser(
        r"(?<![a-z])(?:replace|change|swap)\s+(?:the\s+)?(?:(?:original\s+)?(?:speaker|person|narrator)'?s?|original|his|her|my)\s+voice"
        r"\s+(?:with|to|by|for|into)(?![a-z])",
        lambda _: ("REVOICE", None),
    ),
    recogniser(r"(?<=\x00)\s*(?P<slot>aloud|out\s+loud)(?![a-z])", lambda _: ("FILLER", None)),
    recogniser(
        r"(?<![a-z])(?:with|using|from|of)\s+(?:the\s+following|this|these)\s+(?:text|words|lines?)(?=[\s:]*\x00)",
        lambda _: ("SAYING", None),
    ),
    recogniser(
        r"(?<![a-z])(?:silent|muted)(?:\s+(?:or|and)\s+(?:silent|muted))?(?=\s+(?:videos?|films?|clips?|movies?|footage)(?![a-z]))",
        _text_there,
    ),
    recogniser(
        r"(?:把|将|用|为|给)?(?:这段|这些|下面的?|以下的?|如下)(?:文字|文本|话|内容|文案|台词)(?=[^\x00]*\x00)",
        _text_there,
    ),
    recogniser(
        r"(?<![a-z])(?:that|which)\s+(?:starts?|begins?|comes\s+in)(?=\s+(?:at|from|after)\s)", _text_there
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>speaks?|talks?)(?=\s+(?:it\s+)?(?:a\s+(?:bit|little)\s+)?(?:more\s+|much\s+)?(?:slow|fast|quick|\d))",
        lambda _: ("SPEECHRATE", None),
    ),
    recogniser(
        r"(?:voice|heart|bella|michael|xiaoxiao|yunyang)\s+(?P<slot>instead)(?!\s+of)(?![a-z])",
        lambda _: ("FILLER", None),
    ),
    recogniser(
        r"(?<![a-z])for\s+(?P<words>(?:[a-z][\w'-]*(?:\s*,\s*|\s+)){0,11}[a-z][\w'-]*)\s*(?=[:.!?\n\x00]|$)",
        _audience,
    ),
    recogniser(
        r"(?<![a-z])(?:a|an|the)\s+(?P<slot>(?P<words>(?:[a-z][\w-]*(?:\s*,\s*|\s+)){1,4}?))"
        r"(?=(?:(?:fe)?male|man|woman|voice|accent|tone|narrator|speaker|narration|voice[\s-]?over)(?![a-z]))",
        _style,
    ),
    recogniser(
        rf"(?<![a-z]){_DETERMINERS}\s+(?P<words>(?:[\w-]{{1,24}}\s+){{1,4}}){_FILM}(?![a-z])", _described_film
    ),
    recogniser(
        rf"(?<![a-z]){_DETERMINERS}\s+{_FILM}\s+(?:is|has)\s+(?:silent|muted|mute|quiet|no\s+(?:sound|audio|voice))\s*[:;,.]*",
        lambda _: ("FILLER", None),
    ),
    recogniser(
        r",?\s*(?:exactly\s+)?the\s+(?:kind|sort|type)\s+(?:that|of)\b[^.!?;:\n\x00]*",
        lambda _: ("FILLER", None),
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>(?:extend(?:ing)?|hold(?:ing)?|stretch(?:ing)?|prolong(?:ing)?)\s+(?:the\s+|its\s+)?(?:last|final)\s+frame|"
        r"(?:let|leave)\s+the\s+last\s+frame\s+(?:stand|stay)(?:\s+longer)?)(?![a-z])(?!\s+(?:for|by)\s+[\d.]+)",
        lambda _: ("EXTENDLAST", None),
    ),
    recogniser(
        r"(?P<slot>(?:延长|定住|拉长)最后(?:一帧|一个画面|的?画面))(?!\s*\d)", lambda _: ("EXTENDLAST", None)
    ),
    recogniser(
        r"(?<![a-z])(?:voice|narrator|speaker)\s+(?:called\s+|named\s+|of\s+)?(?P<slot>(?P<n>[a-z][a-z-]{1,20}))(?![a-z'])",
        _unknown_voice,
    ),
    recogniser(r"(?<![a-z])(?P<slot>(?P<n>[a-z]{2,20}))'s\s+voice(?![a-z-])", _unknown_voice),
    recogniser(
        r"(?:用|换成|改成|改用)(?P<slot>(?P<n>[\u4e00-\u9fffa-z]{1,8}?))的(?:声音|嗓音|音色)", _unknown_voice
    ),
)
