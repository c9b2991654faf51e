"""English ways of talk that a word alone does not carry: drop a logo in, the one with the sunset, when someone talks."""

import re
from collections.abc import Callable
from typing import Any, Final

from nemovideo_mcp.studio.agent.numbers import ORDINAL, ordinal
from nemovideo_mcp.studio.agent.sentence import LIFTED
from nemovideo_mcp.studio.agent.slots import Recogniser, recogniser
from nemovideo_mcp.studio.agent.slots_talk import TIMES

_STYLED: Final = (
    r"(?:lo-?fi|upbeat|calm|cinematic|chill(?:ed)?|relax(?:ing|ed)|epic|gentle|happy|mellow|dramatic|"
    r"jazzy|funky|ambient|peppy|bouncy|uplifting|moody|piano|cheerful|peaceful|energetic|acoustic)"
)
_THING: Final = (
    r"(?:the\s+|my\s+|our\s+|that\s+|this\s+)?(?:logo|watermark|title|text|caption|subtitles?|captions|clip|words|headline|"
    rf"overlay|it\b|that\b|{LIFTED}+)"
)
_CLIP_SAID: Final = re.compile(rf"{ORDINAL}\s+(?:clip|video|shot|scene|one)|\bclips?\s+\d")
_WHO: Final = r"(?:someone|somebody|anyone|anybody|people|i|we|he|she|they|you|folks|there|the\s+\w+)"


def _worth(symbol: str, value: Any = None) -> Callable[[re.Match[str]], tuple[str, Any]]:
    return lambda _: (symbol, value)


def _behind(match: re.Match[str]) -> tuple[str, Any] | None:
    """`put music behind it`; a clip behind another is something else."""
    return ("UNDER", None) if re.search(r"music|song|track|tune|beat|soundtrack", match.string) else None


TALK: Final[tuple[Recogniser, ...]] = (
    *TIMES,
    recogniser(
        r"(?<![a-z])(?P<slot>drop|pop|throw)(?=\s+(?:in\s+)?(?:(?:an?|some)\s+(?!seconds?\b|minute|frame|couple|half)|\x00|in\b|(?:the|my|our)\s+(?:\w+\s+)?(?:logo|watermark|title|text|caption|music|song|track|words)\s+(?:in|on|at|under|over|onto|into|behind|beneath|down\s+in)\b))",
        _worth("ADD"),
        needs="drop pop throw",
    ),
    recogniser(
        rf"(?<![a-z])(?P<slot>push|slide|pop|throw|drop|pull)(?=\s+{_THING}\s*(?:clip\s*)?(?:\d+\s+)?(?:over\s+|up\s+|down\s+|out\s+|back\s+|off\s+)*(?:to|in|into|onto|on|towards?|at)\s+(?:the\s+)?"
        r"(?:top|bottom|left|right|upper|lower|middle|cent(?:er|re)|corner|start|front|end|beginning|back|very|other)(?![a-z]))",
        _worth("MOVE"),
        needs="push slide pop throw drop pull",
    ),
    recogniser(
        rf"(?<![a-z]){_STYLED}\s+(?:\w+\s+)?(?P<slot>track|beats?|loop|vibes?|groove|melody|number|backing|background)(?![a-z])(?!\s+(?:music|song|track|tune))",
        _worth("MUSIC"),
        needs="track beat loop vibe groove melody number backing background",
    ),
    recogniser(
        r"(?<![a-z])behind\s+(?:it|this|that|everything|(?:the\s+)?(?:whole\s+)?(?:video|film|footage|thing|clips?|pictures))(?![a-z])(?!\s*\d)",
        _behind,
        needs="behind",
    ),
    recogniser(
        rf"(?<![a-z])(?:when(?:ever)?|while|every\s+time|any\s*time|as|wherever|where|if)\s+{_WHO}\s*(?:'s|'m|'re|\s+is|\s+are|\s+am)?\s+(?:is\s+|are\s+)?"
        r"(?:talk|speak|speech|say|chat)(?:s|ing)?(?:\s+(?:something|anything|words))?(?![a-z])(?!\s*[\"'\x00])",
        _worth("SPEECH"),
        needs="talk speak speech say chat",
    ),
    recogniser(
        r"(?<![a-z])(?:the|that)\s+(?:one|clip|video|shot|scene|bit|part)\s+(?:with|of|from|called|named|showing|at)\s+(?:the\s+)?(?=\x00)",
        lambda m: (
            ("FILLER", None)
            if re.match(
                r"\x00+\s*(?:$|[,.;!?]|(?:to|first|last|after|before|at|in|by|and|then|up|so|two|twice|again|out)\b)",
                m.string[m.end() :],
            )
            else None
        ),
        needs="one clip video shot scene bit part",
    ),
    recogniser(
        r"(?<![a-z])(?:the\s+|its\s+)?colou?rs?\s+(?:really\s+|to\s+)?(?:(?:a\s+(?:bit|little|lot)|much|even)\s+)?(?:more\s+(?:vivid|intense|vibrant|saturated|lively|alive)|richer|bolder|"
        r"stronger|deeper|punchier|livelier|(?:pop|stand\s+out|sing|shine)(?:\s+(?:more|out))?)(?![a-z])",
        _worth("EFFECT", ("saturation", 1)),
        needs="color colour",
    ),
    recogniser(
        r"(?<![a-z])(?:drain|suck|bleed|wash|tone|take|dial|pull)\s+(?:down\s+|out\s+|back\s+)?(?:some|a\s+(?:bit|little)|a\s+little\s+bit|a\s+touch)\s+of\s+the\s+colou?rs?(?:\s+out|\s+down)?(?![a-z])",
        _worth("EFFECT", ("saturation", -1)),
        needs="color colour",
    ),
    recogniser(r"(?<![a-z])b\s?(?:&|/|n)\s?w(?![a-z])", _worth("EFFECT", ("black_and_white", 0))),
    recogniser(
        r"(?<![a-z])(?:put|have|keep|leave|get|hold|let)\s+(?P<slot>(?:the|that|my|this)\s+(?:title|text|headline|heading))(?![a-z])"
        r"(?!\s*[:\"'\x00])(?!\s+(?:card|saying|that|which|reading))",
        _worth("TEXTREF"),
        needs="title text headline heading",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>(?:stay(?:s|ing)?|remain(?:s|ing)?)\s+(?:up|on|visible|there|on\s+screen))(?=\s+(?:until|till?|for|from|between|up|all|the)\b)",
        _worth("FILLER"),
        needs="stay remain",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>up)(?=\s+(?:the|its)\s+(?:\w+\s+)?(?:contrast|brightness|saturation|volume|sound|audio|music|bass|treble|speed|sharpness|exposure|warmth|tempo|pace|vibrance)(?![a-z]))",
        _worth("LOUDER"),
        needs="up",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>soften(?:\s+up)?)(?=\s+(?:(?:the|my|this)\s+)?(?:whole\s+)?(?:picture|image|footage|video|film|shot|look|edges|focus|skin)(?![a-z]))",
        _worth("EFFECT", ("blur", 0)),
        needs="soften",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>dim(?:\s+down)?|lower\s+the\s+lights?\s+(?:in|on|of))(?=\s+(?:(?:the|my|this)\s+)?(?:whole\s+)?(?:picture|image|footage|video|film|shot|screen|scene|clip|first|second|third|last)(?![a-z]))",
        _worth("EFFECT", ("brightness", -1)),
        needs="dim light",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>dim|fade|ghost)(?=\s+(?:the|my|our)\s+(?:\w+\s+)?(?:logo|watermark|overlay)\b[^,.;]{0,20}(?:%|percent))",
        _worth("OPACITY"),
        needs="logo watermark overlay",
    ),
    recogniser(
        r"(?<![a-z])(?:wipe|forget|discard|throw\s+(?:away|out)|ditch|scrap|bin|undo|drop|lose|remove|cancel|delete|get\s+rid\s+of|revert)\s+(?:all|every|everything)\s+(?:of\s+)?(?:my|the|these|our|those)?\s*(?:edits?|changes?)(?![a-z])",
        _worth("STARTOVER"),
        needs="edit change",
    ),
    recogniser(
        r"(?<![a-z])all\s+(?:of\s+)?(?:the\s+|my\s+|our\s+|these\s+)?(?:two|three|four|five|six|[2-9])(?:\s+of\s+(?:them|these|the\s+clips))?(?:\s+(?:clips|videos|shots|scenes|segments|pieces|parts|photos|pictures|images))?(?![a-z\d])(?!\s*(?:seconds?|secs?|s\b|min))",
        _worth("ALLCLIPS"),
        needs="all",
    ),
    recogniser(
        r"(?<![a-z])what(?:'s|\s+is|\s+lies|\s+comes|\s+happens)(?=\s+(?:between|before|after|past|in\s+between|from)(?![a-z]))",
        _worth("ALL"),
        needs="what",
    ),
    recogniser(
        rf"(?<![a-z])(?:play|speed|slow|brighten|darken|blur|sharpen|crop|move|trim|shorten|make|turn|put|mirror|reverse|zoom|stabili[sz]e|boost|show|scale)\s+(?:up\s+|down\s+)?(?P<slot>the\s+(?P<which>{ORDINAL}))"
        rf"(?=\s*(?:$|[,.;!?]|(?:backwards?|in\s+(?:reverse|slow|black)|at|twice|thrice|faster|slower|first|last|black|upside|vertical|silent|(?:a\s+(?:bit|little)\s+)?(?:brighter|darker|warmer|cooler|louder|quieter|bigger|smaller)|to|by|again|up|down)(?![a-z])|(?:and|then)\b(?!\s+(?:the\s+)?{ORDINAL})))",
        lambda m: ("CLIP", (ordinal(m["which"]),)),
    ),
    recogniser(
        rf"(?:^|[,.;]\s*|(?<![a-z])and\s+)(?P<slot>(?:the\s+)?(?P<which>{ORDINAL})(?:\s+(?:one|clip))?\s*)(?=:)",
        lambda m: ("CLIP", (ordinal(m["which"]),)),
        needs=":",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>swap|switch|exchange|trade)(?=\s[^,.;]{2,40}?\s(?:out\s+)?for\s+(?!me\b|us\b|now\b|the\s+sake|a\s+(?:bit|sec|moment)))",
        _worth("REPLACE"),
        needs="for",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>bring|put|turn|get|switch)(?=\s[^,.;]{0,40}?(?:sounds?|audio|music|voices?|volume)\s+back(?:\s+on)?(?![a-z])(?!\s+(?:to|down|up|in)\b))",
        _worth("UNMUTE"),
        needs="back",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>pull|bring|take|turn|dial|push|nudge|crank|knock|kick|bump|boost|jack|hike|ramp|drop)(?=\s+(?:the|its|my)\s+(?:\w+\s+)?(?:contrast|brightness|saturation|exposure|sharpness|warmth|temperature|vibrance)\s+(?:\w+\s+)?(?P<way>up|down|back)(?![a-z]))",
        lambda m: ("LOUDER" if m["way"] == "up" else "QUIETER", None),
        needs="up down back",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>right)(?=\s+(?:in|down|up|there|now|here|away|through|across|over|back|off|out|before|after)(?![a-z]))",
        lambda m: (
            None
            if re.search(r"\b(?:top|bottom|upper|lower|the|to|left|and|or)\s+$", m.string[: m.start()])
            else ("FILLER", None)
        ),
        needs="right",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>get)(?=\s+(?:the|that|this|my|all)\s[^,.;]{2,30}?\s+out(?:\s+of)?(?![a-z]))",
        lambda m: (
            ("TAKE", None)
            if re.search(r"nois|hiss|hum|buzz|title|text|music|logo|watermark|subtitle|caption", m.string)
            else None
        ),
        needs="out",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>hold|pause|keep|stay|linger)(?:\s+on)?(?=\s+(?:on\s+)?(?:the\s+)?(?:very\s+)?(?:first|last|final|opening|closing)\s+frame(?![a-z]))",
        _worth("FREEZE"),
        needs="frame",
    ),
    recogniser(
        r"\b(?:captions?|subtitles?)\b[^,.;]{0,20}?(?P<slot>what(?:ever)?\s+(?:i|we|they|he|she|people)(?:'m|'re|'s|\s+am|\s+are|\s+is)?\s+(?:saying|says?|said))(?![a-z])",
        _worth("MATCHING"),
        needs="what",
    ),
    recogniser(
        r"(?<![a-z])(?:the\s+)?(?:(?P<first>opening|starting|initial|beginning)|closing|ending|concluding)\s+(?:clip|one|shot|scene)(?![a-z])(?!\s+(?:second|minute))",
        lambda m: ("CLIP", (1 if m["first"] else -1,)),
        needs="opening starting initial beginning closing ending concluding",
    ),
    recogniser(
        r"(?<![a-z])the\s+(?:one|clip)\s+(?:in\s+the\s+(?P<mid>middle|centre|center)|at\s+the\s+(?:very\s+)?(?P<end>end|back|start|beginning|front))(?![a-z])(?!\s*(?:of\s+the\s+(?:screen|frame|picture)))",
        lambda m: ("CLIP", ("middle" if m["mid"] else -1 if m["end"] in {"end", "back"} else 1,)),
        needs="one clip",
    ),
    recogniser(
        r"(?<![a-z])(?:the\s+)?(?:ones?|clips|two|three|pieces|parts)\s+(?:that(?:'s|\s+is|\s+are)\s+)(?:left|remaining)(?:\s+over)?(?![a-z])",
        _worth("ALLCLIPS"),
        needs="left remaining",
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>(?:that\s+)?(?:running|going|stretching|spanning|ranging|lasting|runs|goes|lasts))(?=\s+(?:from|between)(?![a-z]))",
        _worth("FILLER"),
        needs="from between",
    ),
    recogniser(
        rf"(?<![a-z])(?:over|of|on|to|for|in|from|with|and|at)\s+(?P<slot>the\s+(?P<which>{ORDINAL}))(?=\s*(?:$|[,.;!?]|and\b))",
        lambda m: ("CLIP", (ordinal(m["which"]),)) if _CLIP_SAID.search(m.string[: m.start()]) else None,
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>cool)(?=\s+(?:it|this|the\s+\w+|my\s+\w+)\s+(?:down|off)(?![a-z]))",
        _worth("EFFECT", ("temperature", -1)),
        needs="cool",
    ),
    recogniser(
        r"(?<![a-z])(?:is|are|'s)\s+all\s+(?:that\s+)?(?:i|we)\s+(?:want|need|care\s+about)(?:\s+to\s+keep)?(?![a-z])",
        _worth("KEEP"),
        needs="all",
    ),
    recogniser(
        r"(?<![a-z])(?:take|remove|strip|suck|drain|pull|bleed)\s+(?:out\s+)?all\s+(?:of\s+)?(?:the\s+)?colou?rs?(?:\s+(?:out|away)(?:\s+(?:of|from)\s+(?:it|this|the\s+\w+))?)?(?![a-z])",
        _worth("EFFECT", ("black_and_white", 0)),
        needs="color colour",
    ),
    recogniser(
        r"\b(?:flip|mirror)\s[^,.;]{0,25}?(?P<slot>(?:left\s+(?:to|for|and|with)\s+right)|(?P<tall>top\s+(?:to|for|and|with)\s+bottom))(?![a-z])",
        lambda m: ("FLIPV" if m["tall"] else "MIRROR", None),
        needs="flip mirror",
    ),
    recogniser(
        r"(?<![a-z])(?:an?\s+)?still(?:\s+(?:frame|image|picture))?\s+(?:of|from|at)(?=\s+(?:the\s+)?\d)",
        _worth("FREEZE"),
        needs="still",
    ),
    recogniser(r"(?<=\x00)\s+(?P<slot>ones?)(?![a-z])", _worth("FILLER"), needs="one"),
)
