"""Rows of the vocabulary about cards and what is written on or along them: title cards, countdowns, credits, captions."""

import re
from collections.abc import Sequence
from typing import Any, Final

from nemovideo_mcp.studio.agent.moments import END, START, Moment
from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import clips_named, length_ms, ms, span_ms
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, clip_index
from nemovideo_mcp.studio.timeline.edits_captions import AddCaptions, Cue
from nemovideo_mcp.studio.timeline.edits_card import AddCard, Countdown, Credits
from nemovideo_mcp.studio.timeline.edits_cutting import Split
from nemovideo_mcp.studio.timeline.model import starts
from nemovideo_mcp.studio.timeline.time import to_ms

_WHERE: Final = "POINT|RANGE|FRONT|BACK|BEFORE|AFTER|BETWEEN|CLIP+|CLIPWORD|FILE|POSITION|NUMBER|TIMELINE|PUT"
_LOOK: Final = "COLOR|BACKCOLOR|COLORWORD|UNDER|BOX|TITLE|SIZEWORD|TEXTREF"
_HOW: Final = f"{_WHERE}|{_LOOK}|ADD|CHANGE|USE|MAKE|LENGTH|LENGTHWORD|SAYING|SCREEN|QUOTE"


def _place(found: Found) -> tuple[list[Edit], int | None]:
    """At which position, from 1, something goes among the clips; None for the beginning. A time inside a clip splits it."""
    clips = found.project.clips
    named = clips_named(found) if clips and found.has("CLIP", "FILE") else []
    if named:
        places = [clip_index(found.project, clip.id) + 1 for clip in named]
        if len(places) > 1:
            return [], max(places)
        return [], places[0] + (1 if found.has("AFTER", "BACK") and not found.has("BEFORE") else 0)
    if found.one("NUMBER") is not None and found.has("POSITION"):
        return [], int(found.one("NUMBER"))
    point = found.one("POINT")
    span = found.one("RANGE")
    if span is not None and span.open:
        point = span.start if span.end == END else span.end
    if found.has("BACK") or point == END or (found.has("AFTER") and point is None):
        return [], len(clips) + 1
    if point is None or point == START or found.has("FRONT"):
        return [], None
    return _split_there(found, point)


def _split_there(found: Found, point: Moment) -> tuple[list[Edit], int | None]:
    project, at = found.project, ms(point, found.project)
    cut: list[Edit] = []
    try:
        split = Split(at_ms=at)
        project = split.apply(project)
        cut = [split]
    except EditError as error:
        if error.problem != "at_the_cut":
            raise
    return cut, sum(to_ms(start) < at - 1 for start in starts(project.clips)[:-1]) + 1


def _colors(found: Found, ground: str | None = None) -> dict[str, Any]:
    look: dict[str, Any] = {}
    if (back := found.one("BACKCOLOR") or ground) is not None:
        look["background"] = back
    if (color := found.one("COLOR")) is not None:
        look["color"] = color
    return look


def _lasting(found: Found) -> dict[str, Any]:
    length = found.one("LENGTH")
    return {} if length is None else {"duration_ms": length_ms(length, found.project)}


def _add_card(found: Found) -> Sequence[Edit]:
    edits, position = _place(found)
    words, plain = found.one("QUOTE"), found.one("CARD")
    if words is None and plain is None and found.one("BACKCOLOR") is None:
        raise LackError("which_card")
    card = AddCard(text=words or "", position=position, **_lasting(found), **_colors(found, plain))
    return [*edits, card]


def _countdown(found: Found) -> Sequence[Edit]:
    edits, position = _place(found)
    length = found.one("LENGTH")
    number = None if found.has("POSITION") else found.one("NUMBER")
    if length is None and number is None and (span := found.one("RANGE")) is not None and not span.open:
        length = max(span.start, span.end, key=lambda one: one.seconds)
    seconds = 3 if number is None else int(number)
    if length is not None:
        seconds = round(length_ms(length, found.project) / 1000)
    return [*edits, Countdown(seconds=seconds, position=position, **_colors(found))]


def _credits(found: Found) -> Sequence[Edit]:
    words = found.one("QUOTE")
    if words is None:
        raise LackError("which_credits")
    given = _lasting(found) | _colors(found)
    if (span := found.one("RANGE")) is not None and found.project.clips:
        start, end = span_ms(span, found.project)
        given["duration_ms"] = (to_ms(found.project.duration) if end is None else end) - start
    over = found.has("OVERFILM", "SCREEN", "RANGE")
    return [Credits(text=_on_lines(words.replace("\\n", "\n")), over=over, **given)]


def _on_lines(words: str) -> str:
    """`Director: Ann, Camera: Bob`: who did what, each on a line of its own; any other words as they are."""
    parts = [part.strip() for part in re.split(r"[,;，；]", words)]
    roles = all(re.search(r"\S\s*[:：]\s*\S|\S\s+\S", part) for part in parts)
    return "\n".join(parts) if roles and "\n" not in words else words


def _captions(found: Found) -> Sequence[Edit]:
    cues = []
    for span, words in found.one("CUES"):
        start, end = (length_ms(one, found.project) for one in (span.start, span.end))
        cues.append(Cue(start_ms=start, end_ms=end, text=words))
    return [AddCaptions(cues=tuple(cues))]


CARDS: Final[tuple[Row, ...]] = (
    Row(
        name="add_card",
        kind="edit",
        does={"en": "put a coloured card with words among the clips", "zh": "加一张带文字的纯色卡片"},
        examples={
            "en": (
                'add a title card "Summer 2024" at the beginning for 3 seconds',
                'add a card "Part 2" before clip 2 on a blue background',
            ),
            "zh": ("在开头加标题卡“2024夏天”，持续3秒", "在第二段之前加卡片“第二章”，蓝色背景"),
        },
        forms=(
            f"CARD ADD|PUT|USE|MAKE|CHANGE [{_HOW}]",
            f"CARD QUOTE [{_HOW}]",
            f"CARD QUOTE ADD|PUT|USE|MAKE|CHANGE [{_HOW}]",
        ),
        build=_add_card,
        alone=True,
    ),
    Row(
        name="countdown",
        kind="edit",
        does={"en": "add a countdown", "zh": "加倒计时"},
        examples={"en": ("add a 3 second countdown at the start",), "zh": ("在开头加一个3秒倒计时",)},
        forms=(
            f"COUNTDOWN [{_HOW}]",
            f"COUNTDOWN ADD|PUT|USE|MAKE [{_HOW}]",
            f"COUNTDOWN NUMBER BEFORE BEGIN [{_HOW}]",
            f"COUNTDOWN BEFORE [NUMBER|ALL|CLIPS|FILM|{_HOW}]",
            f"COUNTDOWN LENGTH ADD [{_HOW}]",
        ),
        build=_countdown,
        alone=True,
    ),
    Row(
        name="credits",
        kind="edit",
        does={"en": "roll credits at the end", "zh": "加滚动的片尾字幕"},
        examples={
            "en": ('add rolling credits "Director: Ann" for 10 seconds',),
            "zh": ("加滚动片尾字幕“导演：安”，持续10秒",),
        },
        forms=(
            f"CREDITS [{_HOW}|OVERFILM|ROLL|PART]",
            f"CREDITS QUOTE ADD|PUT|USE|MAKE [{_HOW}|OVERFILM|PART]",
        ),
        build=_credits,
        alone=True,
    ),
    Row(
        name="add_captions",
        kind="edit",
        does={"en": "add several captions with their times", "zh": "一次加多条字幕"},
        examples={
            "en": ('add captions: 0-2s "Hello", 2-4s "World"',),
            "zh": ("加字幕：0-2秒“你好”，2-4秒“世界”",),
        },
        forms=("CUES [SAYING|ADD|PUT|USE|CAPTION|CAPTIONS|CAPTIONWORD|TITLE|CHANGE|SCREEN|PLACE|UNDER]",),
        build=_captions,
    ),
)
