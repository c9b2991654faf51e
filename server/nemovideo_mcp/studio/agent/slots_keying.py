"""Patterns of colours that are to be keyed out of a picture."""

import re
from typing import Any, Final

from nemovideo_mcp.studio.agent.slots import Recogniser, recogniser
from nemovideo_mcp.studio.agent.slots_framing import ANY_COLOR, COLORS

_SCREENS: Final = {"green": "#00ff00", "blue": "#0000ff", "绿": "#00ff00", "蓝": "#0000ff"}
_ERASING: Final = re.compile(
    r"remov|delet|\bkey|get rid|eras|\btake|replac|transparent|\bdrop|see[- ]through|cut out|去|抠|删|换|透明"
)


def _screen(match: re.Match[str]) -> tuple[str, Any]:
    return "KEY", _SCREENS[match["c"]]


def _color(match: re.Match[str]) -> tuple[str, Any]:
    return "KEY", COLORS.get(match["c"], match["c"])


def _backdrop(match: re.Match[str]) -> tuple[str, Any] | None:
    """`the green background`, when it is to go."""
    return _color(match) if _ERASING.search(match.string[: match.start()]) else None


KEYS: Final[tuple[Recogniser, ...]] = (
    recogniser(r"(?<![a-z])(?P<c>green|blue)[\s-]*screens?(?:\s+(?:effect|background))?(?![a-z])", _screen),
    recogniser(r"(?P<c>绿|蓝)(?:色)?(?:幕|屏)(?:背景)?", _screen),
    recogniser(
        rf"(?<![a-z])(?:chroma[\s-]*)?key(?:ing|ed)?\s*(?:out)?\s+(?:the\s+)?(?P<c>{ANY_COLOR})"
        r"(?:\s+(?:colou?r|background|backdrop|screen|parts?))?(?![a-z0-9])",
        _color,
    ),
    recogniser(
        rf"(?<![a-z])(?P<c>{ANY_COLOR})\s+(?:colou?red\s+)?(?:back-?ground|backdrop)(?![a-z])", _backdrop
    ),
    recogniser(rf"(?P<c>{ANY_COLOR})的?背景(?!框|音)", _backdrop),
    recogniser(rf"抠(?:掉|除|去)?(?P<c>{ANY_COLOR})", _color),
    recogniser(r"(?<![a-z])chroma[\s-]*key(?:ing|ed)?(?![a-z])|抠像|色键", lambda _: ("KEY", None)),
)
