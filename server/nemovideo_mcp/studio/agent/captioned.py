"""What a sentence says about when captions are seen: "one second later", "200 ms too early", "hide them"."""

import re
from typing import Final

from nemovideo_mcp.studio.agent.moments import EN_LENGTH, ZH_LENGTH, length_of
from nemovideo_mcp.studio.agent.sentence import LIFTED
from nemovideo_mcp.studio.agent.slots import Token

_CAPTIONS: Final = r"(?:all\s+)?(?:of\s+)?(?:the\s+|my\s+|these\s+|its\s+)?(?:captions?|subtitles?|subs)(?:\s+(?:text|track|timing))?"
_THEM: Final = r"(?:all\s+of\s+)?(?:them|it|those)"
_MENTIONED: Final = re.compile(r"\b(?:captions?|subtitles?|subs)\b")
_AMISS: Final = rf"""(?:
    {_CAPTIONS}\s+(?:are|is|seem|look)\s+(?:all\s+)?(?:a\s+(?:bit|little)\s+)?(?:out\s+of\s+sync|off|wrong|too\s+(?:early|late|soon))
    \s*[,;:]?\s*(?:so\s+|and\s+|please\s+)*
)?"""
_PUT: Final = r"(?:sync|shift|move|push|nudge|slide|bring|make|start|show|offset|put|get|have|pull|adjust)"
_SEEN: Final = r"(?:\s+(?:to\s+)?(?:appear|come|start|begin|show(?:\s+up)?|play|be)(?:\s+(?:up|in|on))?)?"
_WAY: Final = r"(?P<way>later|earlier|sooner|forwards?|backwards?|ahead|back)\b"
_FAULT: Final = r"(?:too\s+)?(?P<fault>early|late|soon|behind|ahead)\b"
_BY: Final = rf"(?:\s+by)?\s+(?:about\s+)?(?P<by>{EN_LENGTH})"
_ZH_CAPTIONS: Final = (
    r"(?:所有|全部)?字幕(?:的?(?:时间|显示|出现))?(?:都|全部?|整体|统一|再|要|应该|可以|能)*"
)
_ZH_AMISS: Final = r"字幕[^,.;!?\n]{0,10}(?:对不上|不同步|太早|太晚|早了|晚了|快了|慢了|不准)了?\s*,?\s*(?:请|要|需要|把它|统一|整体)*"
_ZH_BY: Final = rf"(?P<by>{ZH_LENGTH})"
_ZH_WAY: Final = r"(?P<way>延后|推迟|推后|延迟|晚|慢|提前|提早|早|快)(?:一点)?(?:显示|出现)?"


def _orders(what: str) -> tuple[str, ...]:
    return (
        rf"\b{_PUT}\s+{what}{_SEEN}{_BY}\s+{_WAY}",
        rf"\b{_PUT}\s+{what}{_SEEN}\s+{_WAY}{_BY}",
        rf"\b(?P<way>delay|postpone|advance)\s+{what}{_BY}",
    )


_FORMS: Final = tuple(
    re.compile(form, re.VERBOSE)
    for form in (
        *_orders(_CAPTIONS),
        rf"\b{_CAPTIONS}\s+(?:should|must|need\s+to|have\s+to)\s+(?:appear|come|start|be|show)(?:\s+(?:up|in|on))?{_BY}\s+{_WAY}",
        rf"\b{_CAPTIONS}\s+(?:are|is|come|comes|appear|appears|run|runs)(?:\s+in)?\s+(?:about\s+)?(?P<by>{EN_LENGTH})\s+{_FAULT}",
        rf"\b{_CAPTIONS}\s+(?P<fault>lags?|lead|leads)(?:\s+behind)?{_BY}",
        rf"\b{_CAPTIONS}\s+(?P<by>{EN_LENGTH})\s+(?P<way>later|earlier|sooner)\b",
        rf"{_ZH_CAPTIONS}{_ZH_WAY}{_ZH_BY}(?:再?(?:显示|出现))?",
        rf"{_ZH_AMISS}{_ZH_WAY}{_ZH_BY}",
        rf"{_ZH_CAPTIONS}[往向]?(?P<way>后|前)(?:面|方)?(?:移动?|挪动?|推|调|拖){_ZH_BY}",
        rf"{_ZH_CAPTIONS}(?:移动?|挪动?|调)?(?P<way>后移|前移|后推|调后|调前){_ZH_BY}",
        rf"{_ZH_CAPTIONS}(?P<fault>晚了|慢了|滞后了?|早了|快了|超前了?){_ZH_BY}",
    )
)
_OF_THEM: Final = tuple(re.compile(_AMISS + form, re.VERBOSE) for form in _orders(_THEM))
_LATER: Final = frozenset(
    {"later", "delay", "postpone", "延后", "推迟", "推后", "延迟", "晚", "慢", "后", "后移", "后推", "调后"}
    | {"early", "soon", "ahead!", "lead", "leads", "早了", "快了", "超前", "超前了"}
)
_UNCLEAR: Final = frozenset({"forward", "forwards", "back", "backward", "backwards"})
_HIDE: Final = re.compile(
    rf"\b(?:do\s+not|don'?t|stop)\s+(?:show(?:ing)?|display(?:ing)?)\s+{_CAPTIONS}\b|\b(?:hide|turn\s+off|switch\s+off|disable)\s+{_CAPTIONS}\b|\b(?:turn|switch)\s+{_CAPTIONS}\s+off\b|"
    r"(?:隐藏|关闭|关掉|关了|不显示|(?:不要|别|不用)再?显示)(?:所有|全部|掉)*的?字幕|(?:所有|全部)?字幕(?:全部|都)?(?:隐藏|关闭|关掉|关了)(?:起来|掉)?"
)


def captioned(plain: str) -> tuple[str, list[Token]]:
    """The text with such requests blanked out, and their tokens: CAPSHIFT (how far, and +1 later, −1 earlier, 0 unclear), CAPHIDE."""
    found: list[Token] = []
    for form in (*_FORMS, *(_OF_THEM if _MENTIONED.search(plain) else ())):
        for match in form.finditer(plain):
            found.append(Token("CAPSHIFT", (length_of(match["by"]), _way(match)), *match.span()))
            plain = _blank(plain, match)
    for match in _HIDE.finditer(plain):
        found.append(Token("CAPHIDE", None, *match.span()))
        plain = _blank(plain, match)
    return plain, found


def _way(match: re.Match[str]) -> int:
    """What is seen too early is to be seen later."""
    groups = match.groupdict()
    said = groups.get("way") or f"{groups['fault']}{'!' if groups['fault'] == 'ahead' else ''}"
    return 0 if said in _UNCLEAR else 1 if said in _LATER else -1


def _blank(plain: str, match: re.Match[str]) -> str:
    return plain[: match.start()] + LIFTED * len(match[0]) + plain[match.end() :]
