"""Rows of the vocabulary about the picture as a whole: shape and fades."""

from collections.abc import Sequence
from typing import Any, Final, get_args

from nemovideo_mcp.studio.agent.moments import END, START, Moment
from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import length_ms, ms, one_clip, the_text
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_cutting import Keep
from nemovideo_mcp.studio.timeline.edits_picture import Aspect, FadeIn, FadeOut, Shape
from nemovideo_mcp.studio.timeline.edits_text import ChangeText
from nemovideo_mcp.studio.timeline.time import as_text, from_ms, to_ms

USUAL_FADE_MS: Final = 1000
USUAL_TEXT_FADE_MS: Final = 500
LONGEST_TAIL_MS: Final = 10_000  # a fade from a time to the end is longer than this only by mistake


def _aspect(found: Found) -> Sequence[Edit]:
    shape = found.one("SHAPE") or found.one("PLATFORM")
    if shape is None:
        raise LackError("which_shape")
    if shape not in get_args(Shape):
        raise LackError("no_such_shape", shape=shape)
    # Without a word about it nothing of the picture is lost: bars can be cropped away later, a crop is not seen until it hurts.
    return [Aspect(shape=shape, fit="crop" if found.has("CROP", "TRIM") and not found.has("PAD") else "pad")]


def _fade_ms(found: Found, *, at_end: bool) -> int:
    """Its length: said outright, as the range it takes, or from a time to the end; else a second, or half a short film."""
    project = found.project
    if (length := found.one("LENGTH")) is not None:
        return length_ms(length, project)
    film = to_ms(project.duration)
    if (span := found.one("RANGE")) is not None:
        return film - ms(span.start, project) if at_end else ms(span.end, project)
    point: Moment | None = found.one("POINT")
    if point is not None and point not in (START, END):
        at = ms(point, project)
        if at_end and film - at > LONGEST_TAIL_MS and not found.has("MUSIC"):
            raise LackError("fade_where", at=as_text(from_ms(at)))
        return film - at if at_end else at
    clip = one_clip(found)
    return min(USUAL_FADE_MS, (to_ms(clip.duration) if clip else film) // 2)


def _whose(found: Found) -> dict[str, Any]:
    if found.has("MUSIC") or _spoken_of(found, "add_music"):
        return {"music": True}
    sound = {"sound": True} if found.has("SOUND", "VOLUME", "ORIGINAL") else {}
    clip = one_clip(found)
    return sound | ({"clip": clip.id} if clip else {})


def _spoken_of(found: Found, *ops: str) -> bool:
    """`add music and fade it out`: "it" is what the request before this one was about."""
    said = "one" in found.all("IT") and not found.has("FILM", "SOUND", "CLIP", "CLIPWORD", "ALL", "VOLUME")
    return said and found.last is not None and found.last.op in ops


def _words_fade(found: Found) -> Sequence[Edit]:
    """`add a title and have it fade in`: the words come and go softly; at an end of the film it is the film that fades."""
    if found.has("POINT", "RANGE", "COLOR") or not _spoken_of(found, "add_title", "change_text"):
        return []
    length = found.one("LENGTH")
    fade = USUAL_TEXT_FADE_MS if length is None else length_ms(length, found.project)
    return [ChangeText(id=the_text(found).id, fade_ms=0 if _removing(found) else fade)]


def _removing(found: Found) -> bool:
    return found.has("REMOVE", "NO")


def _fade_in(found: Found) -> Sequence[Edit]:
    if words := _words_fade(found):
        return words
    length = 0 if _removing(found) else _fade_ms(found, at_end=False)
    return [FadeIn(duration_ms=length, **_whose(found))]


def _fade_out(found: Found) -> Sequence[Edit]:
    if found.has("FINISH") and (point := found.one("POINT")) not in (None, START, END):
        end = ms(point, found.project)  # "end at 3 s and fade out"
        return [Keep(start_ms=0, end_ms=end), FadeOut(duration_ms=min(USUAL_FADE_MS, end // 2))]
    if words := _words_fade(found):
        return words
    length = 0 if _removing(found) else _fade_ms(found, at_end=True)
    return [FadeOut(duration_ms=length, **_whose(found))]


def _fade_both(found: Found) -> Sequence[Edit]:
    return _words_fade(found) or [*_fade_in(found), *_fade_out(found)]


def _fade_which(found: Found) -> Sequence[Edit]:
    """A bare fade is the one its place says; without a place it is asked."""
    if _removing(found):
        return _fade_both(found)
    point = found.one("POINT")
    if point == START:
        return _fade_in(found)
    if point == END:
        return _fade_out(found)
    raise LackError("which_fade")


_FADED: Final = "ADD|LENGTH|POINT|RANGE|CLIP|CLIPWORD|MUSIC|SOUND|USE|ALL|CHANGE|LENGTHWORD|COLOR|OUT|FILE|CLIPS|BEGIN|FINISH|RAMP|VOLUME|ORIGINAL"
_UNFADED: Final = "LENGTH|POINT|CLIP|CLIPWORD|MUSIC|SOUND|ALL|FILE|CLIPS|FADE|COLOR|VOLUME|ORIGINAL|FILM"

_SHAPED: Final = "TRIMTO|SHAPE|SHAPEWORD|CHANGE|CROP|PAD|CLIPWORD|CLIPS|ALL|USE|PLACE|POSITIONING|ADD"

PICTURE: Final[tuple[Row, ...]] = (
    Row(
        name="aspect",
        kind="edit",
        does={
            "en": "change the shape: 16:9, 9:16, 1:1, 4:5, cropped or with bars",
            "zh": "改变画幅：16:9、9:16、1:1、4:5，裁切或加黑边",
        },
        examples={
            "en": ("make it vertical", "crop to 9:16", "make it square with bars"),
            "zh": ("改成竖屏", "裁成1:1"),
        },
        forms=(
            f"SHAPE|PLATFORM CHANGE|CROP|PAD|SHAPEWORD|ADD|USE|TRIM|TRIMTO|REMOVE|MOVE|EXPORT [{_SHAPED}]",
            "SHAPE [SHAPEWORD|CROP|PAD|CLIPWORD|PLATFORM]",
            "CHANGE|CROP SHAPEWORD [CROP|PAD]",
        ),
        build=_aspect,
    ),
    Row(
        name="fade_in",
        kind="edit",
        does={"en": "fade in from black", "zh": "开头淡入"},
        examples={"en": ("fade in", "fade in over 2 seconds"), "zh": ("加淡入",)},
        forms=(f"FADE_IN [{_FADED}|FADE]", f"REMOVE|NO FADE_IN [{_UNFADED}]"),
        build=_fade_in,
    ),
    Row(
        name="fade_out",
        kind="edit",
        does={"en": "fade out to black", "zh": "结尾淡出"},
        examples={"en": ("fade out", "fade out over the last 2 seconds"), "zh": ("加淡出", "结尾淡出2秒")},
        forms=(
            f"FADE_OUT [{_FADED}|FADE]",
            f"FADE OUT [{_FADED}]",
            f"REMOVE|NO FADE_OUT [{_UNFADED}]",
        ),
        build=_fade_out,
    ),
    Row(
        name="fade_in",
        kind="edit",
        does={"en": "fade in and out", "zh": "淡入淡出"},
        examples={"en": (), "zh": ()},
        forms=(f"FADE_BOTH [{_FADED}|FADE|BOTHENDS]", f"REMOVE|NO FADE_BOTH [{_UNFADED}]"),
        build=_fade_both,
    ),
    Row(
        name="fade_out",
        kind="edit",
        does={"en": "fade", "zh": "渐变"},
        examples={"en": (), "zh": ()},
        forms=(f"FADE [{_FADED}]", f"REMOVE|NO FADE [{_UNFADED}]"),
        build=_fade_which,
    ),
)
