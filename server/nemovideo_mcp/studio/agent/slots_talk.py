"""English times and amounts as they come up in talk: the back half, the five seconds after 0:15, to a third, threefold."""

import re
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.moments import EN_LENGTH, EN_TIME, END, START, Moment, Span, length_of
from nemovideo_mcp.studio.agent.numbers import EN_NUMBER, number
from nemovideo_mcp.studio.agent.slots import Recogniser, recogniser
from nemovideo_mcp.studio.agent.slots_framing import Sides, sides_named

_FILM: Final = (
    r"(?:\s+of\s+(?:the|my|this)?\s*(?:whole\s+)?(?:video|film|movie|clip|footage|thing|timeline))?"
)
_FRONT: Final = r"(?:front|opening|initial|early|earlier|former|starting|top)"
_BACK: Final = r"(?:back|latter|closing|tail|rear|later|ending|other|bottom)"
_SHARES: Final = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "sixth": Fraction(1, 6),
    "eighth": Fraction(1, 8),
    "tenth": Fraction(1, 10),
}
_COUNT: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_SHARE: Final = r"(?P<share>half|thirds?|quarters?|fifths?|sixth|eighth|tenths?)"
_AMOUNT: Final = rf"(?:(?P<count>an?|one|two|three|four)[\s-]+)?{_SHARE}"
_UNIT: Final = r"(?:seconds?|secs?|minutes?|mins?|frames?)"


def _share(match: re.Match[str]) -> Fraction:
    return _COUNT.get(match["count"] or "a", 1) * _SHARES[match["share"].removesuffix("s")]


def _side_share(match: re.Match[str]) -> tuple[str, Any]:
    """`the back half`, `the opening third`."""
    share = _SHARES[match["share"].removesuffix("s")]
    if re.fullmatch(_FRONT, match["which"]):
        return "RANGE", Span(START, Moment(share=share))
    return "RANGE", Span(Moment(share=1 - share), END)


def _beside(match: re.Match[str]) -> tuple[str, Any]:
    """`the five seconds after 0:15`, `the 3 seconds before the end`."""
    length, at = length_of(match["d"]), _point(match["p"])
    if match["side"] in {"before", "preceding", "leading up to", "ahead of", "up to"}:
        return "RANGE", Span(at.after(length, -1), at)
    return "RANGE", Span(at, at.after(length))


def _point(words: str) -> Moment:
    if re.search(r"(?:end|finish|ending)$", words):
        return END
    return length_of(re.sub(r"^the\s+|[\s-]+marks?$", "", words))


def _unit_to_come(match: re.Match[str]) -> tuple[str, Any]:
    """`the first 2 and the last 2 seconds`: the unit of the range said next."""
    length = length_of(f"{match['n']} {match['unit']}")
    first = match["edge"] in {"first", "opening", "initial"}
    return "RANGE", Span(START, length) if first else Span(END.after(length, -1), END)


def _from_share(match: re.Match[str]) -> tuple[str, Any]:
    return "POINT", Moment(share=_share(match))


def _pace(match: re.Match[str]) -> tuple[str, Any]:
    """`threefold`."""
    return "FACTOR", number(match["n"])


def _off_sides(match: re.Match[str]) -> tuple[str, Any] | None:
    """`crop a tenth off each side`."""
    if not re.search(r"crop|\btrim|\bcut|shav|chop|lop", match.string[: match.start()]):
        return None
    return "REGION", Sides(dict.fromkeys(sides_named(match["sides"]), round(_share(match) * 100)), "percent")


def _listed_time(match: re.Match[str]) -> tuple[str, Any] | None:
    """`split at ten, twenty and thirty seconds`: the unit comes once."""
    said = match.string[: match.start("slot")]
    if not re.search(r"\b(?:split|cut|slice|chop|divide|break|carve)\b[^.;]*\bat\b", said):
        return None
    return "POINT", length_of(f"{match['n']} {match['unit']}")


def _listed_range(match: re.Match[str]) -> tuple[str, Any] | None:
    """`cut 5 to 8, and also 20 to 22.5`: seconds, like those before."""
    before = match.string[: match.start()]
    if not re.search(
        r"\b(?:cut|remove|delete|keep|trim)\s+(?:out\s+|only\s+)?\d+(?:\.\d+)?\s*(?:to|until|till|through|-)\s*\d",
        before,
    ):
        return None
    return "RANGE", Span(Moment(seconds=Fraction(match["a"])), Moment(seconds=Fraction(match["b"])))


def _fraction(words: str) -> Fraction:
    count, share = words.split()
    return _COUNT[count] * _SHARES[share.removesuffix("s")]


def _bare_percent(match: re.Match[str]) -> tuple[str, Any] | None:
    """`brighten it by 30`: a number without a unit is percent where percent is what can be said."""
    said = re.split(r"[,.;!?]|\b(?:and|then)\b", match.string[: match.start()])[-1]
    known = r"bright|dark|contrast|saturat|vivid|warm|cool|sharp|blur|vignette|opacity|transparen|stabili"
    level = match[0].startswith("to") and re.search(r"\b(?:music|sound|audio|song)\b", said)
    return ("PERCENT", Fraction(int(match["n"]))) if level or re.search(known, said) else None


def _share_mark(match: re.Match[str]) -> tuple[str, Any]:
    """`after the two-thirds mark`."""
    at = Moment(share=_share(match))
    if match["side"] == "at" or (match["side"] == "from" and not re.search(r"on(?:wards?)?$", match[0])):
        return "POINT", at
    after = match["side"] in {"after", "past", "beyond", "from"}
    return "RANGE", Span(at, END, open=True) if after else Span(START, at, open=True)


def _behind(match: re.Match[str]) -> tuple[str, Any] | None:
    """`put music behind it`; a clip behind another is something else."""
    return ("UNDER", None) if re.search(r"music|song|track|tune|beat|soundtrack", match.string) else None


TIMES: Final[tuple[Recogniser, ...]] = (
    recogniser(
        rf"(?<![a-z])(?:the\s+)?(?P<which>{_FRONT}|{_BACK})\s+(?P<share>half|third|quarter|fifth)(?![a-z]){_FILM}",
        lambda m: None if re.search(r"\bcrop|\bpicture|\bframe\b|\bscreen\b", m.string) else _side_share(m),
        needs="half third quarter fifth",
    ),
    recogniser(
        rf"(?<![a-z])(?:the|next)\s+(?:next\s+)?(?P<d>{EN_LENGTH})\s+(?:right\s+|just\s+|immediately\s+|directly\s+|straight\s+)?(?:that\s+(?:come|follow)s?\s+)?"
        rf"(?P<side>after|following|past|before|preceding|leading\s+up\s+to|ahead\s+of|up\s+to)\s+(?P<p>(?:the\s+)?(?:{EN_TIME}(?:[\s-]+marks?)?|end|finish|ending))(?![a-z])",
        _beside,
        needs="after following past before preceding up ahead",
    ),
    recogniser(
        rf"(?<![a-z])(?:the\s+)?(?P<edge>first|opening|initial|last|final|closing)\s+(?P<n>{EN_NUMBER})"
        rf"(?=\s*(?:,|and|&|\+|plus)\s*(?:the\s+)?(?:first|opening|last|final|closing)\s+{EN_NUMBER}[\s-]*(?P<unit>{_UNIT})(?![a-z]))",
        _unit_to_come,
        needs="first opening initial last final closing",
    ),
    recogniser(
        rf"(?<![a-z])(?:(?:at|from)\s+)?(?:the\s+)?{_AMOUNT}(?:\s+of\s+the\s+way|\s+way)(?:\s+(?:through|in(?:to)?(?:\s+it)?))?(?![a-z]){_FILM}",
        _from_share,
        needs="way",
    ),
    recogniser(r"(?<![a-z])(?P<n>two|three|four|five|ten)[\s-]?fold(?![a-z])", _pace, needs="fold"),
    recogniser(r"(?<![a-z])thrice(?![a-z])", lambda _: ("FACTOR", Fraction(3)), needs="thrice"),
    recogniser(
        rf"(?<![a-z])(?:down\s+)?to\s+(?:about\s+|just\s+)?(?P<slot>{_AMOUNT})(?!\s*(?:-?way|speed|an?\b|the\s+speed|volume|past|time|of\s+the\s+way|second|minute))"
        r"(?![a-z])(?:\s+of\s+(?:its|the)\s+(?:\w+\s+)?(?:volume|level|speed|loudness|size))?",
        lambda m: (
            None
            if re.search(r"\b(?:keep|trim|cut)\b[^,.;]*$", m.string[: m.start()])
            else ("PERCENT", _share(m) * 100)
        ),
        needs="half third quarter fifth tenth",
    ),
    recogniser(
        rf"(?<![a-z])(?P<slot>{_AMOUNT})(?=\s+(?:opacity|transparency|strength|volume\b))",
        lambda m: (
            ("PERCENT", _share(m) * 100)
            if re.search(r"opacity|transp|strength", m.string[m.end() :][:14])
            else None
        ),
        needs="opacity transparency strength",
    ),
    recogniser(
        rf"(?<![a-z]){_AMOUNT}\s+(?:off|from|of|out\s+of)\s+(?P<sides>(?:each|every|all(?:\s+four)?|both)\s+(?:of\s+the\s+)?(?:sides?|edges?|borders?)|(?:the\s+)?(?:left|right|top|bottom)"
        r"(?:\s*(?:and|&|,)\s*(?:the\s+)?(?:left|right|top|bottom))*(?:\s+(?:sides?|edges?))?)(?![a-z])",
        _off_sides,
        needs="side edge border left right top bottom",
    ),
    recogniser(
        r"(?:\band|\balso|\bplus|,)\s+(?:also\s+)?(?P<slot>(?P<a>\d{1,5}(?:\.\d+)?)\s*(?:to|until|till|through|-)\s*(?P<b>\d{1,5}(?:\.\d+)?))(?![\w:%]|\.\d|\s*(?:%|[a-z]+\b(?<!and)))",
        _listed_range,
        needs="cut remove delete keep trim",
    ),
    recogniser(
        rf"(?<![a-z0-9.:])(?P<slot>(?P<n>{EN_NUMBER}))(?=(?:\s*(?:,|,?\s*and|&)\s*{EN_NUMBER})*\s*(?:,|,?\s*and|&)\s*{EN_NUMBER}[\s-]*(?P<unit>{_UNIT})(?![a-z]))",
        _listed_time,
        needs="split cut slice chop divide break carve",
    ),
    recogniser(
        rf"\bat\s+(?:\x00+\s*(?:,\s*and|,|and|&)\s*)+(?P<slot>(?P<n>{EN_NUMBER})[\s-]*(?P<unit>{_UNIT}))(?![a-z])",
        _listed_time,
        needs="split cut slice chop divide break carve",
    ),
    recogniser(
        r"(?<![\w.:-])(?P<slot>(?P<n>90|180|270))(?=\s*(?:$|[,;!?]|\.(?:\s|$)|to\s+the\b|right\b|left\b|cw\b|ccw\b|clockwise|counter|anti|and\b|then\b))",
        lambda m: (
            ("DEGREES", int(m["n"]))
            if re.search(r"rotat|turn|spin|swing|swivel|tilt", m.string[: m.start()])
            else None
        ),
        needs="90 180 270",
    ),
    recogniser(
        r"(?<![a-z])(?P<sides>(?:the\s+)?(?:left|right|top|bottom)(?:\s*(?:and|&|,)\s*(?:the\s+)?(?:left|right|top|bottom))+)\s+(?:by\s+)?(?P<n>\d{1,2})\s*(?:%|percent)(?![a-z])",
        lambda m: (
            ("REGION", Sides(dict.fromkeys(sides_named(m["sides"]), int(m["n"])), "percent"))
            if "crop" in m.string[: m.start()]
            else None
        ),
        needs="left right top bottom",
    ),
    recogniser(
        r"\b(?:normali[sz]e|loudness|level)\b[^,.;]{0,25}?\b(?:to|at)\s+(?P<slot>(?P<n>-\d{1,2}))(?!\s*(?:db|lufs|lkfs|%|\d|[.:]\d))",
        lambda m: ("LUFS", int(m["n"])),
        needs="-",
    ),
    recogniser(
        r"(?<![a-z])by\s+(?P<slot>(?:an?|one|two|three)\s+(?:thirds?|quarters?|fifths?|tenths?))(?!\s+(?:of|turn|second))(?![a-z])",
        lambda m: ("PERCENT", _fraction(m["slot"]) * 100),
        needs="by",
    ),
    recogniser(
        r"(?<![a-z])(?:by|to|at)\s+(?P<slot>(?P<n>\d{1,3}))(?=\s*(?:$|[,;!?]|\.(?:\s|$)|(?:and|then)\b))",
        _bare_percent,
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>hard|fully|completely|entirely|all\s+the\s+way|totally)(?=\s+(?:over\s+)?(?:to\s+(?:the\s+)?)?(?:left|right)(?![a-z]))",
        lambda m: (
            ("PERCENT", Fraction(100)) if re.search(r"\bpan|sound|audio|music|voice", m.string) else None
        ),
        needs="left right",
    ),
    recogniser(
        r"(?<![a-z])(?:to|should|must|can|will|title|text|headline|caption|it)\s+(?P<slot>last)(?=\s+(?:up\s+)?(?:until|till|to|from)(?![a-z]))",
        lambda _: ("LENGTHWORD", None),
        needs="last",
    ),
    recogniser(
        r"(?<![a-z])(?P<count>two|three)[\s-](?P<share>thirds?|quarters?|fifths?)(?:\s+of)?(?:\s+(?:the|its|normal|original|full))*(?=\s+speed(?![a-z]))",
        lambda m: ("FACTOR", _share(m)),
        needs="speed",
    ),
    recogniser(
        r"(?<![a-z\d])(?P<slot>(?P<n>\d)(?:\s*[-,.]\s*\d){1,9})(?=\s*-?\s*count)",
        lambda m: ("NUMBER", number(m["n"])),
        needs="count",
    ),
    recogniser(
        rf"\b(?:title|text|caption|card|headline|it)\b[^.;]*\b(?:and|should|to|then)\s+(?P<slot>last\s+(?:for\s+)?(?P<n>{EN_NUMBER}))(?=\s*(?:$|[,.;!?]))",
        lambda m: ("LENGTH", length_of(f"{m['n']} seconds")),
        needs="last",
    ),
    recogniser(
        rf"(?<![a-z])(?P<side>after|past|beyond|from|before|until|up\s+to|at)\s+(?:the\s+)?{_AMOUNT}[\s-]+(?:mark|point)(?:\s+on(?:wards?)?)?(?![a-z])",
        _share_mark,
        needs="mark point",
    ),
    recogniser(
        r"(?<![a-z])(?P<n>twice|half|three\s+times|four\s+times)\s+(?:as\s+slow(?:ly)?|slower)(?![a-z])",
        lambda m: ("FACTOR", Fraction(1, {"three": 3, "four": 4}.get(m["n"].split()[0], 2))),
        needs="slow",
    ),
)
