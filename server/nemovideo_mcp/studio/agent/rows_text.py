"""Rows of the vocabulary about words on the picture: add a title, change it, remove it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final, Literal

from nemovideo_mcp.studio.agent.correcting import corrected, must_be_whole
from nemovideo_mcp.studio.agent.moments import END, HALF, START
from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.rows_overlay import change_overlay, remove_overlay
from nemovideo_mcp.studio.agent.slots_framing import Outline
from nemovideo_mcp.studio.agent.targets import base_of, length_ms, ms, span_ms, the_text
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_sound import RemoveMusic
from nemovideo_mcp.studio.timeline.edits_text import USUAL_OUTLINE, AddTitle, ChangeText, RemoveText
from nemovideo_mcp.studio.timeline.model import Place
from nemovideo_mcp.studio.timeline.time import to_ms

_WHEN: Final = "UP|POINT|LENGTH|RANGE|ENTIRE|ALL|LENGTHWORD|CLIP|FRONT|BACK|BEGIN|VAGUE"
_LOOK: Final = "PLACE|POS|OUTLINE|COLOR|SIZE|SIZEWORD|COLORWORD|PERCENT|BIGGER|SMALLER|POSITION|POSITIONING"
_HOW: Final = f"{_WHEN}|{_LOOK}|SCREEN|SAYING|TEXTREF|USE|PART|ADD|UNDER|ONLY|MOVE|BOX|LOWERTHIRD|TEXTFADE"
USUAL_FADE_MS: Final = 500
_LOWER_THIRD: Final = {"place": Place.BOTTOM_LEFT, "size": 6, "box": True, "fade_ms": 300}
BIGGER_STEP: Final = Fraction(3, 2)
_NINE: Final = (
    *(Place.TOP_LEFT, Place.TOP, Place.TOP_RIGHT),
    *(Place.LEFT, Place.CENTER, Place.RIGHT),
    *(Place.BOTTOM_LEFT, Place.BOTTOM, Place.BOTTOM_RIGHT),
)


def _add_title(found: Found) -> Sequence[Edit]:
    words = found.one("QUOTE")
    again = found.has("OUTLINE") or (found.has("PUT", "TEXTREF") and not found.has("ADD"))
    if words is None and found.project.texts and again:
        return change_text(found)
    if words is None:
        raise LackError("which_words")
    if _same_again(found, words):
        return change_text(found)
    usual = {"place": Place.BOTTOM} if found.has("CAPTION", "CAPTIONS") else {}
    return [AddTitle(text=words, **_timing(found), **usual | _sized(found) | _look(found))]


def _sized(found: Found) -> dict[str, Any]:
    """Bigger or smaller than a title usually is."""
    if not found.has("BIGGER", "SMALLER", "MORE", "LESS"):
        return {}
    usual = int(AddTitle.model_fields["size"].default)
    return {"size": round(usual * (BIGGER_STEP if found.has("BIGGER", "MORE") else 1 / BIGGER_STEP))}


def _same_again(found: Found, words: str) -> bool:
    """`have "Hello" at the bottom left`: words that stand there already get the look that is said, if no time is."""
    there = [text for text in found.project.texts if text.text.strip().lower() == words.strip().lower()]
    timed = found.has(
        "POINT", "RANGE", "LENGTH", "CLIP", "ENTIRE", "ALL", "FRONT", "BACK", "TITLE", "CAPTION", "CAPTIONS"
    )
    return (
        len(there) == 1
        and found.has("PUT")
        and not timed
        and not found.has("ADD", "USE", "SAYING")
        and bool(_look(found))
    )


def _anchor(found: Found) -> Literal["start", "end"] | None:
    point = found.one("POINT")
    if point == START or found.has("FRONT"):
        return "start"
    return "end" if point == END or found.has("BACK") else None


def _timing(found: Found) -> dict[str, Any]:
    """When a text is to stand: an end of the film, a time, a range or the whole of it, and how long."""
    project, base = found.project, base_of(found)
    timing: dict[str, Any] = {}
    span, point, length = found.one("RANGE"), found.one("POINT"), found.one("LENGTH")
    if span is not None:
        start, end = span_ms(span, project, base)
        end = to_ms(project.duration) if end is None else end
        timing = {"at_ms": start, "duration_ms": end - start}
        if span.start == START and span.open:
            timing = {"anchor": "start", "duration_ms": end}
        elif span.open:
            timing.pop("duration_ms")
    elif base is not None:
        timing = {"at_ms": to_ms(base[0]), "duration_ms": to_ms(base[1])}
    elif found.has("ENTIRE", "ALL") and length is None:
        timing = {"at_ms": 0, "duration_ms": to_ms(project.duration)}
    elif (anchor := _anchor(found)) is not None:
        timing = {"anchor": anchor}
    elif point is not None:
        timing = {"at_ms": ms(point, project)}
    if length is not None and not found.has("FADE_IN", "FADE_OUT", "FADE_BOTH"):
        timing["duration_ms"] = length_ms(length, project)
    return timing


def _look(found: Found) -> dict[str, Any]:
    look: dict[str, Any] = dict(_LOWER_THIRD) if found.has("LOWERTHIRD") else {}
    if found.has("BOX"):
        look["box"] = not found.has("NO", "REMOVE")
    look |= _fade(found)
    if (at := found.one("POS")) is not None:
        look |= {name: value for name, value in zip("xy", at, strict=True) if value is not None}
    if (edge := found.one("OUTLINE")) is not None:
        look |= _outlined(edge, removed=found.has("NO", "REMOVE"))
    if (place := found.one("PLACE")) is not None:
        look["place"] = Place(place)
    elif found.one("POINT") == HALF and not found.has("FILM"):
        look["place"] = Place.CENTER
    if (color := found.one("COLOR")) is not None:
        look["color"] = color
    size = found.one("SIZE") if found.one("PERCENT") is None else found.one("PERCENT")
    if size is not None:
        look["size"] = round(size)
    return look


def beside(place: Place, way: str) -> Place:
    """The next of the nine places that way, or the same at the edge."""
    row, column = divmod(_NINE.index(place), 3)
    row = min(max(row + {"up": -1, "down": 1}.get(way, 0), 0), 2)
    column = min(max(column + {"left": -1, "right": 1}.get(way, 0), 0), 2)
    return _NINE[3 * row + column]


def _fade(found: Found) -> dict[str, Any]:
    """How softly the words come and go: `with text fades of 1 s`, `let the title fade in`."""
    if found.has("FADE_IN", "FADE_OUT", "FADE_BOTH"):
        length = found.one("LENGTH")
    elif found.has("TEXTFADE"):
        length = found.one("TEXTFADE")
    else:
        return {}
    usual = length is None or isinstance(length, str)
    return {"fade_ms": USUAL_FADE_MS if usual else length_ms(length, found.project)}


def _outlined(edge: Outline, *, removed: bool) -> dict[str, Any]:
    """Without a word about it an outline is one that is seen; taken away it has no width."""
    if removed:
        return {"outline": 0}
    said = {"outline": edge.width, "outline_color": edge.color}
    if edge.width is None and edge.color is None:
        said["outline"] = USUAL_OUTLINE
    return {name: value for name, value in said.items() if value is not None}


def _moved_to(found: Found) -> dict[str, Any]:
    """`move the title to 1.5 seconds` says where it begins, not how long it stays."""
    if found.has("MOVE") and len(found.all("LENGTH")) == 1 and not found.has("POINT", "RANGE", "LENGTHWORD"):
        return {"at_ms": length_ms(found.one("LENGTH"), found.project)}
    return {}


def _is_overlay(found: Found) -> bool:
    """`make it smaller`: the logo that was last spoken of, or the only thing that lies on the film."""
    if found.has("TITLE", "TEXTREF", "QUOTE", "CAPTION", "COLOR", "COLORWORD", "BOX", "OUTLINE"):
        return False
    recent = found.last is not None and found.last.op in {"add_overlay", "change_overlay"}
    return bool(found.project.overlays) and (recent or not found.project.texts)


def change_text(found: Found) -> Sequence[Edit]:
    """New words, another place, look or time; "from "a" to "b"" names the text by its old words."""
    if _is_overlay(found):
        return change_overlay(found)
    quotes: list[str] = found.all("QUOTE")
    if len(quotes) > 2:
        raise LackError("which_words")
    if len(quotes) == 1 and not found.project.texts:
        return _add_title(found)
    if len(quotes) == 2 and (put_right := corrected(found.project, *quotes)):
        return put_right
    styled = found.has(
        "PLACE",
        "POS",
        "OUTLINE",
        "COLOR",
        "SIZE",
        "BIGGER",
        "SMALLER",
        "PERCENT",
        "POINT",
        "BOX",
        "TEXTFADE",
        "LENGTH",
        "RANGE",
        "ENTIRE",
    )
    named = len(quotes) == 2 or (
        len(quotes) == 1 and styled and found.has("MOVE", "BIGGER", "SMALLER") and not _reworded(found)
    )
    old = the_text(found, quotes[0] if named else None)
    if len(quotes) == 2 and not found.has("TEXTREF"):
        must_be_whole(found.project, old, quotes[0])
    changes: dict[str, Any] = (_moved_to(found) or _timing(found)) | _look(found)
    if quotes and not (named and len(quotes) == 1):
        changes["text"] = quotes[-1]
    if found.has("BIGGER", "SMALLER", "MORE", "LESS") and "size" not in changes:
        step = BIGGER_STEP if found.has("BIGGER", "MORE") else 1 / BIGGER_STEP
        changes["size"] = min(max(round(old.size * step), 1), 50)
    if (way := found.one("WAY")) is not None and "place" not in changes:
        changes["place"] = beside(old.place, way)
    if not changes:
        raise LackError("change_what", text=old.text)
    return [ChangeText(id=old.id, **changes)]


def _reworded(found: Found) -> bool:
    """`change it to "Bye", at the top`: the words are new; in `move "Bye" to the top` they are there already."""
    pairs = zip(found.tokens, found.tokens[1:], strict=False)
    return any(one.symbol in {"CHANGE", "REPLACE"} and two.symbol == "QUOTE" for one, two in pairs)


def _remove_text(found: Found) -> Sequence[Edit]:
    texts = found.project.texts
    if texts and found.has("ALL") and not found.has("TEXTREF", "QUOTE"):
        return [RemoveText(ids=tuple(text.id for text in texts))]
    return [RemoveText(ids=(the_text(found, found.one("QUOTE")).id,))]


def _remove_it(found: Found) -> Sequence[Edit]:
    """`remove it`: what the change before was about; asked where that is nothing that can be taken away."""
    last = found.last.op if found.last else ""
    if last in {"add_title", "change_text"}:
        return _remove_text(found)
    if last in {"add_overlay", "change_overlay"}:
        return remove_overlay(found)
    if last == "add_music":
        return [RemoveMusic()]
    raise LackError("which_part")


TEXTS: Final[tuple[Row, ...]] = (
    Row(
        name="add_title",
        kind="edit",
        does={
            "en": "add words on the picture, with time, length, place, colour and size",
            "zh": "在画面上加文字，可指定时间、时长、位置、颜色和大小",
        },
        examples={
            "en": (
                'add the title "Hello, world"',
                'put "Chapter 2" at 0:10 for 4 seconds at the top',
                'add the text "The end" at the end in yellow',
                'add a lower third "Jane Doe" at 0:05',
            ),
            "zh": ("加标题“你好”", "在第10秒加文字“第二章”，持续4秒，放在顶部"),
        },
        forms=(
            f"ADD|USE TITLE|TEXTREF [QUOTE|{_HOW}]",
            f"ADD|USE|LOWERTHIRD LOWERTHIRD|QUOTE [QUOTE|TITLE|{_HOW}]",
            f"ADD|SAYING|TITLE|CAPTION|USE QUOTE [{_HOW}|TITLE|CAPTION|CAPTIONS]",
            f"QUOTE PLACE|COLOR|SCREEN [{_HOW}]",
            f"TITLE SAYING|SCREEN [QUOTE|{_HOW}]",
        ),
        build=_add_title,
    ),
    Row(
        name="change_text",
        kind="edit",
        does={"en": "change a title's words, place, look or time", "zh": "修改标题的文字、位置、样式或时间"},
        examples={
            "en": ('change the title to "Hi"', "make the title bigger", "move the title to the bottom"),
            "zh": ("把标题改成“再见”", "把标题移到底部"),
        },
        forms=(
            f"CHANGE|REPLACE|RENAME|SWAP|STILLER TITLE|CAPTION|TEXTREF QUOTE+ [{_HOW}|CAPTION]",
            f"CHANGE|REPLACE|STILLER QUOTE+ [TITLE|CAPTION|CAPTIONS|ALL|SAYING|{_LOOK}]",
            f"CHANGE|MOVE TITLE|TEXTREF [{_HOW}|QUOTE|CHANGE]",
            f"MOVE TITLE|TEXTREF WAY [{_HOW}|CHANGE]",
            "MOVE WAY",
            f"MOVE QUOTE PLACE|POS|POINT|RANGE [{_HOW}]",
            "ADD|CHANGE|REMOVE|NO|USE OUTLINE [TITLE|TEXTREF|QUOTE|COLORWORD|CHANGE]",
            f"BIGGER|SMALLER TITLE|TEXTREF|SIZEWORD|QUOTE [{_HOW}|CHANGE]",
            f"TITLE|TEXTREF COLOR|SIZE|PLACE|POS|OUTLINE|BIGGER|SMALLER [{_HOW}]",
            "CHANGE BIGGER|SMALLER|COLOR|SIZE [COLORWORD|SIZEWORD|PLACE|TITLE]",
            "COLORWORD|SIZEWORD COLOR|SIZE|PERCENT|BIGGER|SMALLER [CHANGE|TITLE]",
            "ADD|CHANGE|REMOVE|NO|USE BOX [TITLE|TEXTREF|QUOTE|UNDER|COLOR]",
            "KEEP TITLE|TEXTREF RANGE|LENGTH|ENTIRE [SCREEN|UP|LENGTHWORD]",
            "TITLE|TEXTREF FADE_IN|FADE_OUT|FADE_BOTH [LENGTH|CHANGE|USE|PUT]",
            "TITLE|TEXTREF RANGE LENGTHWORD [CHANGE|USE|SCREEN|UP|PUT]",
            "TITLE|TEXTREF LENGTH [LENGTHWORD|CHANGE|LONGER|SHORTER]",
            "TITLE|TEXTREF POINT [CHANGE|USE|BEGIN|LENGTH]",
        ),
        build=change_text,
    ),
    Row(
        name="remove_text",
        kind="edit",
        does={"en": "remove a title", "zh": "删除标题"},
        examples={"en": ("remove the title",), "zh": ("删除标题",)},
        forms=(
            "REMOVE|TAKE|NO TITLE|TEXTREF [QUOTE|ALL|OUT|OFF|SCREEN]",
            "REMOVE|TAKE QUOTE [OUT|OFF|SCREEN]",
        ),
        build=_remove_text,
    ),
    Row(
        name="remove_text",
        kind="edit",
        does={"en": "remove what was just added", "zh": "去掉刚加的"},
        examples={"en": (), "zh": ()},
        forms=("REMOVE|TAKE IT [OUT|OFF|AGAIN]",),
        build=_remove_it,
    ),
)
