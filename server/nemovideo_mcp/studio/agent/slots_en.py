"""English patterns of times, ranges and clips."""

import re
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.moments import EN_LENGTH, EN_TIME, END, HALF, START, Moment, Span, length_of
from nemovideo_mcp.studio.agent.numbers import EN_NUMBER, ORDINAL, number, ordinal
from nemovideo_mcp.studio.agent.slots import CaptionNumber, Recogniser, recogniser

_NOUN: Final = r"(?:clip|video|segment|scene|shot|piece|section|picture|photo|image|part)"
_FILM: Final = (
    r"(?:\s+of\s+(?:the|my|this)?\s*(?:whole\s+)?(?:video|film|movie|clip|footage|thing|timeline))?"
)
_HEAD: Final = r"(?:(?:very\s+)?(?:start|beginning|opening|front|head|outset))"
_TAIL: Final = r"(?:(?:very\s+)?(?:end|ending|tail|back|finish))"
_BARE: Final = rf"(?:{EN_NUMBER}(?!\s*(?:%|x\b|percent|db\b|decibel|:|\d|times\b)))"
_EDGE: Final = rf"(?:(?:the\s+)?(?:{_HEAD}|{_TAIL}|half[\s-]?way(?:\s+point)?|middle|half))"
_POINT: Final = rf"(?:(?:the\s+)?{EN_TIME}(?:[\s-]+marks?)?|{_EDGE})"
_LOOSE: Final = rf"(?:{_POINT}|{_BARE}(?:[\s-]+marks?)?)"
_NOUNS: Final = "clip video segment scene shot piece section picture photo image part"
_TILL: Final = "to till until through thru -"
_TO: Final = r"(?:to|till|until|through|thru|and|up\s+to|-+)"
_LASTING: Final = r"\b(?:titles?|texts?|it|them|caption|should|must|to)\s+$"
_SHARES: Final = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5),
}
_SHARE: Final = r"(?:halves|half|thirds?|quarters?|fifths?)"


def _moment(words: str, other: str = "") -> Moment:
    """A moment; a bare number takes the unit of the other side of its range, or is seconds."""
    words = re.sub(r"[\s-]+marks?$", "", re.sub(r"^the\s+", "", words.strip()))
    if re.fullmatch(_HEAD, words):
        return START
    if re.fullmatch(_TAIL, words):
        return END
    if re.fullmatch(r"half[\s-]?way(?:\s+point)?|middle|half", words):
        return HALF
    if re.fullmatch(EN_TIME, words):
        return length_of(words)
    unit = re.search(r"(frames?|minutes?|mins?|m|hours?|hrs?|milliseconds?|ms)\s*$", other.strip())
    return length_of(f"{words} {unit[1] if unit else 'seconds'}")


def _range(match: re.Match[str]) -> tuple[str, Any]:
    first, last = match["a"], match["b"]
    return "RANGE", Span(_moment(first, last), _moment(last, first))


def _edge_range(match: re.Match[str]) -> tuple[str, Any]:
    """`the last 5 seconds`; in `make the title last 5 seconds` it is a verb."""
    if match["edge"] == "last" and re.search(_LASTING, match.string[: match.start()]):
        return "LENGTH", length_of(match["d"])
    return "RANGE", _at_edge(match["edge"], length_of(match["d"]))


def _at_edge(edge: str, length: Moment) -> Span:
    if re.fullmatch(rf"first|initial|opening|starting|leading|{_HEAD}", edge):
        return Span(START, length)
    return Span(END.after(length, -1), END)


def _share_of(words: str) -> Fraction:
    words = words.removesuffix("s").replace("halve", "half")
    return _SHARES[words]


def _part(match: re.Match[str]) -> tuple[str, Any]:
    """`the first half`, `the middle third`, `the last two thirds`, `the second quarter`."""
    share = _share_of(match["share"])
    count = int(number(match["n"])) if match["n"] else 1
    which = match["which"]
    if which in {"last", "final"}:
        start = 1 - count * share
    elif which == "middle":
        start = (1 - count * share) / 2
    else:
        start = (ordinal(which) - 1) * share
    start = max(start, Fraction(0))
    return "RANGE", Span(Moment(share=start), Moment(share=min(start + count * share, Fraction(1))))


def _percent_part(match: re.Match[str]) -> tuple[str, Any]:
    return "RANGE", _at_edge(match["edge"], Moment(share=number(match["n"]) / 100))


def _after(match: re.Match[str]) -> tuple[str, Any]:
    return "RANGE", Span(_moment(match["p"]), END, open=True)


def _before(match: re.Match[str]) -> tuple[str, Any]:
    return "RANGE", Span(START, _moment(match["p"]), open=True)


def _point(match: re.Match[str]) -> tuple[str, Any]:
    return "POINT", _moment(match["p"])


def _from_end(match: re.Match[str]) -> tuple[str, Any]:
    return "POINT", END.after(length_of(match["d"]), -1)


def _share_point(match: re.Match[str]) -> tuple[str, Any]:
    count = number(match["n"]) if match["n"] else Fraction(1)
    return "POINT", Moment(share=count * _share_of(match["share"]))


def _frame(match: re.Match[str]) -> tuple[str, Any]:
    return "POINT", Moment(frames=Fraction(match["n"]))


def _frames_between(match: re.Match[str]) -> tuple[str, Any]:
    return "RANGE", Span(Moment(frames=Fraction(match["a"])), Moment(frames=Fraction(match["b"])))


def _ordinal_clips(match: re.Match[str]) -> tuple[str, Any]:
    return "CLIP", tuple(ordinal(words) for words in re.findall(ORDINAL, match["which"]))


def _numbered_clips(match: re.Match[str]) -> tuple[str, Any]:
    """`clips 1, 2 and 4` are three, `clips 2-4` and `clips 2 to 4` too."""
    said = match["which"]
    numbers = [int(number(n)) for n in re.findall(EN_NUMBER, said.replace("-", " - "))]
    if re.search(r"\d\s*(?:-|to|through)\s*\d", said) and len(numbers) == 2:
        return "CLIP", tuple(range(numbers[0], numbers[1] + 1)[:500])
    return "CLIP", tuple(numbers)


def _run_of_clips(match: re.Match[str]) -> tuple[str, Any]:
    count = int(number(match["n"]))
    numbers = tuple(range(1, count + 1)[:500])
    return "CLIP", numbers if match["edge"] == "first" else tuple(-n for n in reversed(numbers))


def _clips_by_id(match: re.Match[str]) -> tuple[str, Any]:
    """`clip c2`, `clips c1, c4 and c7`: the ids that a timeline shows."""
    return "CLIP", tuple(re.findall(r"c\d+", match["which"]))


def _text_ref(match: re.Match[str]) -> tuple[str, Any]:
    return "TEXTREF", ordinal(match["which"])


_AFTER_NUMBER: Final = r"(?!\s*-?(?:%|x\b|:|percent|times|db\b|s\b|m\b|secs?\b|seconds?\b|mins?\b|minutes?\b|frames?\b|ms\b))(?!\d)"
_UNIT: Final = r"(?:seconds?|secs?|minutes?|mins?|frames?)"
_JOIN: Final = r"\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|with\s+|-\s*|to\s+|through\s+)(?:the\s+)?"


def _same_unit(match: re.Match[str]) -> tuple[str, Any] | None:
    """`the first five seconds and the last two`: the unit is that of the range said before."""
    said = re.search(
        rf"(?:first|last|final|opening|closing)\s+{EN_NUMBER}[\s-]*(?P<unit>{_UNIT})\b",
        match.string[: match.start()],
    )
    return ("RANGE", _at_edge(match["edge"], length_of(f"{match['n']} {said['unit']}"))) if said else None


def _one_unit(match: re.Match[str]) -> tuple[str, Any]:
    """`the last second`."""
    return "RANGE", _at_edge(match["edge"], length_of(f"1 {match['unit']}"))


ENGLISH: Final[tuple[Recogniser, ...]] = (
    recogniser(
        rf"(?<![a-z])(?:the\s+)?(?P<edge>first|last|final)\s+(?P<n>{EN_NUMBER})(?=\s*(?:$|[,.;!?]|(?:and|of|too|off|in|at|should|to|by|with|black|slow)\b))",
        _same_unit,
        needs="first last final",
    ),
    recogniser(
        rf"(?<![a-z])(?P<slot>(?:the\s+)?first\s+(?:and|&)\s+(?:the\s+)?last)(?=\s+{EN_LENGTH})",
        lambda _: ("BOTHENDS", None),
    ),
    recogniser(
        r"(?<![a-z])(?:keep|cut|cut\s+out|remove|delete|trim)\s+(?:only\s+)?"
        r"(?P<slot>(?P<a>\d{1,6}(?:\.\d+)?)\s*(?:to|till|until|through|-)\s*(?P<b>\d{1,6}(?:\.\d+)?)(?![\w:%]|\.\d))(?!\s*[a-z%])",
        _range,
    ),
    recogniser(
        rf"(?<![a-z])clips?\s+(?P<which>c\d{{1,9}}(?:{_JOIN}(?:clip\s+)?c\d{{1,9}})*)(?![a-z0-9])",
        _clips_by_id,
    ),
    recogniser(
        rf"(?<![a-z])with\s+text\s+fades\s+of\s+(?P<d>{EN_LENGTH})",
        lambda m: ("TEXTFADE", length_of(m["d"])),
    ),
    recogniser(r"(?<![a-z])overlay\s+(?P<id>o\d{1,9})(?![a-z0-9])", lambda m: ("OVERLAYWORD", m["id"])),
    recogniser(r"(?<![a-z])text\s+(?P<id>t\d{1,9})(?![a-z0-9])", lambda m: ("TEXTREF", m["id"])),
    recogniser(
        rf"(?:the\s+)?(?P<edge>first|last)\s+(?P<n>{EN_NUMBER})\s+{_NOUN}s(?![a-z])",
        _run_of_clips,
        needs="first last",
    ),
    recogniser(
        rf"(?<![a-z])(?:the\s+)?(?P<which>{ORDINAL}(?:{_JOIN}{ORDINAL})*)\s+(?:{_NOUN}s?|one)(?![a-z])",
        _ordinal_clips,
    ),
    recogniser(
        rf"(?<![a-z])(?:the\s+)?{_NOUN}s?\s*(?:#|no\.?\s*|number\s+)?"
        rf"(?P<which>{EN_NUMBER}(?:{_JOIN}(?:{_NOUN}\s*#?)?{EN_NUMBER})*){_AFTER_NUMBER}(?!\s+{_NOUN})",
        lambda m: None if re.match(r"(?:an?|half)\b", m["which"]) else _numbered_clips(m),
        needs=_NOUNS,
    ),
    recogniser(
        rf"(?<![a-z\d])(?<!\d[\s-])(?:the\s+)?(?P<which>{ORDINAL})\s+(?:title|text|heading|headline)(?![a-z])",
        _text_ref,
    ),
    recogniser(
        rf"(?<![a-z\d])(?<!\d[\s-])(?:the\s+)?(?P<which>{ORDINAL})\s+(?:caption|subtitle|cue)(?![a-z])",
        lambda m: ("TEXTREF", CaptionNumber(ordinal(m["which"]))),
    ),
    recogniser(
        r"(?<![a-z])(?:caption|subtitle|cue)\s+(?:#|no\.?\s*|number\s+)?(?P<n>\d{1,4})(?![\d:.%])",
        lambda m: ("TEXTREF", CaptionNumber(int(m["n"]))),
    ),
    recogniser(
        r"(?<![a-z])frames?\s+(?P<a>\d{1,9})\s*(?:to|-|and|through)\s*(?:frame\s+)?(?P<b>\d{1,9})",
        _frames_between,
    ),
    recogniser(r"(?<![a-z])(?:(?:at|from|on)\s+)?(?:the\s+)?frame\s+(?P<n>\d{1,9})(?!\d)", _frame),
    recogniser(
        rf"(?<![a-z])(?:in\s+)?between\s+(?P<a>{_LOOSE})\s*{_TO}\s*(?P<b>{_LOOSE})(?![a-z]){_FILM}",
        _range,
        needs="between",
    ),
    recogniser(
        rf"(?<![a-z])(?:starting\s+)?from\s+(?P<a>{_LOOSE})\s*(?:,\s*)?{_TO}\s*(?P<b>{_LOOSE})(?![a-z]){_FILM}",
        _range,
        needs="from",
    ),
    recogniser(
        rf"(?<![a-z])(?P<a>{_POINT})\s*(?:to|till|until|through|thru|-+)\s*(?P<b>{_LOOSE})(?![a-z]){_FILM}",
        _range,
        needs=_TILL,
    ),
    recogniser(
        rf"(?<![\w.:])(?P<a>-?\d{{1,6}}(?:\.\d+)?)\s*(?:to|till|until|through|thru|-+)\s*(?P<b>{_POINT})(?![a-z]){_FILM}",
        _range,
        needs=_TILL,
    ),
    recogniser(
        rf"(?<![a-z])(?:the\s+)?(?:very\s+)?(?P<edge>first|initial|opening|starting|leading|last|final|ending|closing)\s+"
        rf"(?P<d>{EN_LENGTH}){_FILM}",
        _edge_range,
        needs="first initial opening starting leading last final ending closing",
    ),
    recogniser(
        rf"(?<![a-z])(?:the\s+)?(?:very\s+)?(?P<edge>first|last|final)\s+(?P<unit>second|minute|frame)(?![a-z])(?!\s+{_NOUN})(?!\s+(?:title|text)){_FILM}",
        _one_unit,
    ),
    recogniser(
        rf"(?<![a-z])seconds?\s+(?P<a>\d{{1,6}}(?:\.\d+)?)\s*{_TO}\s*(?P<b>\d{{1,6}}(?:\.\d+)?)(?![\w:])",
        _range,
    ),
    recogniser(
        rf"(?<![a-z])(?:the\s+)?(?P<which>first|second|third|fourth|middle|last|final)\s+(?:(?P<n>two|three|four)\s+)?"
        rf"(?P<share>{_SHARE})(?![a-z]){_FILM}",
        _part,
    ),
    recogniser(
        rf"(?<![a-z])(?:the\s+)?(?P<edge>first|last|final)\s+(?P<n>\d{{1,3}}(?:\.\d+)?)\s*(?:%|percent){_FILM}",
        _percent_part,
    ),
    recogniser(
        rf"(?P<d>{EN_LENGTH})\s+(?:off|from)(?:\s+of)?\s+(?:the\s+|its\s+)?(?P<edge>{_HEAD}|{_TAIL})(?![a-z]){_FILM}",
        lambda m: (
            ("POINT", END.after(length_of(m["d"]), -1))
            if re.search(r"(?:at|until|till|to)\s+$", m.string[: m.start()])
            else _edge_range(m)
        ),
        needs="off from",
    ),
    recogniser(
        rf"(?<![a-z])(?:the\s+)?(?P<edge>{_HEAD}|{_TAIL})\s+by\s+(?P<d>{EN_LENGTH})",
        _edge_range,
        needs="by",
    ),
    recogniser(
        rf"(?<![a-z])(?:at\s+)?(?P<d>{EN_LENGTH})\s+before\s+the\s+{_TAIL}{_FILM}", _from_end, "before"
    ),
    recogniser(
        rf"(?<![a-z])(?:after|past|beyond|following|from)\s+(?:the\s+)?(?P<p>{_LOOSE})"
        rf"\s+(?:on(?:wards?)?|forward|till\s+the\s+end)(?![a-z]){_FILM}",
        _after,
        needs="after past beyond following from",
    ),
    recogniser(
        rf"(?<![a-z])(?:after|past|beyond|following)\s+(?:the\s+)?(?P<p>{_POINT})(?![a-z])",
        _after,
        "after past beyond following",
    ),
    recogniser(
        rf"(?<![a-z])(?:before|until|till|up\s+to|prior\s+to)\s+(?:the\s+)?(?P<p>{_POINT})(?![a-z])",
        _before,
        needs="before until till up prior",
    ),
    recogniser(
        rf"(?<![a-z])(?:(?:at|about|around)\s+)?(?:(?:the|an?)\s+)?(?:(?P<n>one|two|three)[\s-]+)?(?P<share>third|thirds|quarters?|fifths?)"
        rf"\s+(?:of\s+the\s+way|way)(?:\s+(?:through|in))?{_FILM}",
        _share_point,
    ),
    recogniser(
        rf"(?<![a-z])(?:at\s+|on\s+|in\s+)?(?:the\s+)?(?P<p>half[\s-]?way(?:\s+point)?)(?:\s+(?:mark|through|in))?{_FILM}(?![a-z])",
        _point,
    ),
    recogniser(
        r"(?<![a-z])(?P<slot>in(?:to)?\s+(?:half|two(?:\s+(?:equal\s+)?(?:halves|parts|clips|pieces))?))(?![a-z])",
        lambda _: ("HALVES", HALF),
    ),
    recogniser(
        rf"(?<![a-z])(?:at|in|on|to|near|for)\s+the\s+(?P<p>{_HEAD}|{_TAIL}){_FILM}(?![a-z])",
        _point,
    ),
    recogniser(
        rf"(?<![a-z])(?P<p>{EN_LENGTH})\s+in(?:to\s+(?:the|my|this)?\s*(?:video|film|clip|it))?(?![a-z])(?!\s+(?:from|the|length|red|blue|green|white|black|yellow|total))",
        _point,
    ),
    recogniser(
        rf"(?<![a-z])(?:starting\s+)?(?:at|@|from|around|on)\s+(?:about\s+)?(?P<p>(?:the\s+)?{EN_TIME}(?:[\s-]+marks?)?)(?![a-z])",
        _point,
    ),
    recogniser(
        r"(?<![a-z])(?:starting\s+)?(?:at|@)\s+(?P<p>\d{1,6}(?:\.\d{1,3})?)(?!\s*(?:%|x\b|percent|db\b|:|\d|[a-z]))",
        _point,
    ),
    recogniser(r"(?<![\w:.])(?P<p>\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:\.\d{1,3})?)(?![\d:])", _point),
    recogniser(
        rf"(?<![a-z])(?:for\s+)?(?:about\s+|around\s+)?(?P<d>{EN_LENGTH})(?:[\s-]+long)?(?![a-z])",
        lambda m: ("LENGTH", length_of(m["d"])),
    ),
)
