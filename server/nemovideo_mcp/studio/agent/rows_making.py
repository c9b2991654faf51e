"""Rows of the vocabulary about what is made of pictures and words: lengths, slideshows, split screens, scripts, the canvas."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.rows_sound import add_music
from nemovideo_mcp.studio.agent.targets import clips_named, length_ms
from nemovideo_mcp.studio.timeline.card import USUAL_CANVAS
from nemovideo_mcp.studio.timeline.edit import Edit, clip_names
from nemovideo_mcp.studio.timeline.edits_beside import MOST, SplitScreen
from nemovideo_mcp.studio.timeline.edits_canvas import SetCanvas
from nemovideo_mcp.studio.timeline.edits_clips import AddClips
from nemovideo_mcp.studio.timeline.edits_lengths import SetLength, Slideshow
from nemovideo_mcp.studio.timeline.edits_script import FromScript
from nemovideo_mcp.studio.timeline.edits_sound import AddMusic
from nemovideo_mcp.studio.timeline.model import Clip, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import to_ms

SCRIPT_MUSIC: Final = "library:calm"
SCRIPT_LEVEL: Final = 25
_MUSICAL: Final = frozenset({"MUSIC", "STYLE", "LIBRARY", "PERCENT", "DB"})
_MEANING: Final = {
    "EACHPIC": "each",
    "ALL": "each",
    "CROSSFADE": "fade",
    "TRANSITION": "fade",
    "INALL": "total",
    "LENGTHWORD": "total",
    "SLIDESHOW": "total",
}
_SHOWN: Final = (
    "ADD|CHANGE|USE|PUT|MAKE|JOIN|CLIPS|ALLCLIPS|STILLS|EACHPIC|LENGTH+|LENGTHWORD|INALL|CROSSFADE|TRANSITION|"
    "BETWEEN|NO|ALL|INORDER|TIMELINE|CLIPWORD|FILE+|FADE"
)
_WITH_MUSIC: Final = "MUSIC|STYLE|LIBRARY|PERCENT|DB|VOLUME|UNDER"


def _set_length(found: Found) -> Sequence[Edit]:
    named = (
        clips_named(found)
        if found.has("CLIP", "FILE", "ALLCLIPS") and not found.has("EACHPIC", "STILLS")
        else []
    )
    return [
        SetLength(
            duration_ms=length_ms(found.one("LENGTH"), found.project), clips=tuple(clip.id for clip in named)
        )
    ]


def _slideshow(found: Found) -> Sequence[Edit]:
    project = found.project
    each, total, fade = _lengths(found)
    wanted = {"each_ms": each, "total_ms": total, "fade_ms": fade}
    given: dict[str, Any] = {name: length_ms(v, project) for name, v in wanted.items() if v is not None}
    if _denied(found, "CROSSFADE", "TRANSITION", "FADE"):
        given["fade_ms"] = 0
    show = Slideshow(**given)
    return [show, *_music(found, show.apply(project))]


def _lengths(found: Found) -> tuple[Any, Any, Any]:
    """Of each picture, of all of them, of a crossfade: told apart by what stands next to them."""
    each = total = fade = None
    tokens = [token for token in found.tokens if token.symbol not in {"BREAK", "BY", "TO", "IN"}]
    for place, token in enumerate(tokens):
        if token.symbol != "LENGTH":
            continue
        before = tokens[place - 1].symbol if place else ""
        after = tokens[place + 1].symbol if place + 1 < len(tokens) else ""
        kind = (
            "each"
            if before == "EACHPIC" and each is None
            else _MEANING.get(after) or _MEANING.get(before) or "each"
        )
        if kind == "each":
            each = token.value
        elif kind == "fade":
            fade = token.value
        else:
            total = token.value
    return each, total, fade


def _denied(found: Found, *symbols: str) -> bool:
    """Whether one of these was said not to be wanted: "no crossfades", "without music"."""
    pairs = zip(found.tokens, found.tokens[1:], strict=False)
    return any(one.symbol in {"NO", "REMOVE"} and two.symbol in symbols for one, two in pairs)


def _music(found: Found, after: Project) -> Sequence[Edit]:
    if not found.has("MUSIC", "STYLE") or _denied(found, "MUSIC", "STYLE"):
        return []
    sounds = {m.id for m in found.project.media if m.kind is MediaKind.AUDIO}
    kept = tuple(
        token
        for token in found.tokens
        if token.symbol in _MUSICAL or (token.symbol == "FILE" and token.value in sounds)
    )
    return add_music(replace(found, tokens=kept, project=after))


def _split_screen(found: Found) -> Sequence[Edit]:
    layout = found.one("SPLITSCREEN")
    edits, project, named = _on_timeline(found)
    if len(named) == 1 and len(project.clips) == 2:
        named += [clip for clip in project.clips if clip.id != named[0].id]
        named = _placed(found, named)
    if (count := found.one("NUMBER")) is not None and count != len(project.clips):
        raise LackError("which_cells", clips=clip_names(project))
    if not named and (found.has("CLIPS", "ALLCLIPS", "STILLS", "IT", "ALL") or len(project.clips) == 2):
        named = list(project.clips[: MOST[layout]])
    if len({clip.id for clip in named}) < 2:
        raise LackError("which_cells", clips=clip_names(project))
    if len(named) > MOST[layout] and layout == "columns":
        layout = "grid"
    return [*edits, SplitScreen(clips=tuple(clip.id for clip in named), layout=layout)]


def _on_timeline(found: Found) -> tuple[list[Edit], Project, list[Clip]]:
    """The clips that are named, files that are not on the timeline put there first."""
    project = found.project
    there = {clip.media for clip in project.clips}
    missing = tuple(dict.fromkeys(one for one in found.all("FILE") if one not in there))
    if not missing:
        return [], project, clips_named(found) if found.has("CLIP", "FILE") else []
    add = AddClips(media=missing)
    after = add.apply(project)
    return [add], after, clips_named(replace(found, project=after))


def _placed(found: Found, named: list[Clip]) -> list[Clip]:
    """The one that was named first, unless it goes to the right or below."""
    return named[::-1] if found.one("PLACE") in {"right", "bottom"} else named


def _from_script(found: Found) -> Sequence[Edit]:
    words = found.one("QUOTE")
    if words is None:
        raise LackError("which_script")
    film = FromScript(text=words)
    after = film.apply(found.project)
    if found.has("MUSIC", "STYLE") or _denied(found, "MUSIC"):
        return [film, *_music(found, after)]
    if any(sound.role == "music" for sound in found.project.sounds):
        return [film]
    fade = min(2000, to_ms(after.duration) // 4)
    return [film, AddMusic(media=SCRIPT_MUSIC, level=SCRIPT_LEVEL, fade_out_ms=fade)]


def _canvas(found: Found) -> Sequence[Edit]:
    canvas = found.project.canvas or USUAL_CANVAS
    size: dict[str, Any] = {}
    if (pixels := found.one("DIMS")) is not None:
        size = {"width": pixels[0], "height": pixels[1]}
    elif (short := found.one("RES")) is not None:
        scale = Fraction(short, min(canvas.width, canvas.height))
        size = {"width": 2 * round(canvas.width * scale / 2), "height": 2 * round(canvas.height * scale / 2)}
    if (fps := found.one("FPS")) is not None:
        size["fps"] = fps
    if not size:
        raise LackError("which_canvas")
    return [SetCanvas(**size)]


MAKING: Final[tuple[Row, ...]] = (
    Row(
        name="set_length",
        kind="edit",
        does={"en": "show pictures for a time, or cut clips to a length", "zh": "设置图片或片段的时长"},
        examples={
            "en": ("show each picture for 3 seconds", "make clip 1 2 seconds long"),
            "zh": ("每张图片显示3秒", "第一段显示2秒"),
        },
        forms=(
            "CHANGE|PUT|USE|ADD CLIP|FILE LENGTH [LENGTHWORD|LONGER|SHORTER|CLIPWORD|STILLS]",
            "CLIP|ALLCLIPS LENGTH [LENGTHWORD]",
            "TRIM|CUT ALLCLIPS LENGTH [DOWN|LENGTHWORD]",
            "EACHPIC|STILLS LENGTH [LEAVE|UP|SCREEN|CHANGE|PUT|ADD|KEEP|USE|LENGTHWORD|ALL|CLIPS|ALLCLIPS|LONGER|SHORTER|TRIM]",
            "PUT|CHANGE CLIPS|ALLCLIPS LENGTH EACHPIC|STILLS|PUT [ALL|LENGTHWORD]",
        ),
        build=_set_length,
    ),
    Row(
        name="slideshow",
        kind="edit",
        does={"en": "make a slideshow of the pictures, with music", "zh": "把图片做成幻灯片，可配音乐"},
        examples={
            "en": (
                "make a slideshow from the pictures with crossfades and lo-fi music",
                "slideshow, 30 seconds in all",
            ),
            "zh": ("用这些照片做一个幻灯片，加叠化和轻松的音乐", "做幻灯片，总共30秒"),
        },
        forms=(f"SLIDESHOW [{_SHOWN}|{_WITH_MUSIC}]",),
        build=_slideshow,
    ),
    Row(
        name="split_screen",
        kind="edit",
        does={
            "en": "show clips side by side, one above the other, or in a grid",
            "zh": "分屏：左右、上下或四宫格",
        },
        examples={
            "en": ("put clip 1 and clip 2 side by side", "show all clips in a grid"),
            "zh": ("第一段和第二段左右分屏", "把所有片段做成四宫格"),
        },
        forms=(
            "SPLITSCREEN [ADD|PUT|CHANGE|USE|MAKE|JOIN|MOVE|SPLIT|CLIP+|FILE+|CLIPS|ALLCLIPS|STILLS|COUNTED|NUMBER|ALL|PLACE|SCREEN|CLIPWORD|INORDER]",
        ),
        build=_split_screen,
    ),
    Row(
        name="from_script",
        kind="edit",
        does={"en": "make a film of a script, with your pictures", "zh": "按脚本做成视频，可用你的图片"},
        examples={
            "en": ('make a video from this script: "Our summer. We went to the sea."',),
            "zh": ("根据这个脚本做一个视频：“我们的夏天。”",),
        },
        forms=(
            f"SCRIPT QUOTE [ADD|CHANGE|USE|PUT|MAKE|NO|REMOVE|CLIPS|ALLCLIPS|STILLS|{_WITH_MUSIC}]",
            f"SCRIPT CHANGE|ADD|MAKE|USE [CLIPS|ALLCLIPS|STILLS|NO|{_WITH_MUSIC}]",
        ),
        build=_from_script,
        alone=True,
    ),
    Row(
        name="canvas",
        kind="edit",
        does={"en": "set the canvas size and the frame rate", "zh": "设置画布大小和帧率"},
        examples={
            "en": ("set the canvas to 1280x720", "make it 25 fps"),
            "zh": ("把画布设为1280x720", "帧率改成25"),
        },
        forms=(
            "DIMS|RES [CHANGE|PUT|USE|ADD|MAKE|SHAPE|SHAPEWORD|CANVASWORD|SIZEWORD|PROJECT|FPS|FRAMERATE|BIGGER|SMALLER|ENTIRE]",
            "DIMS CANVASWORD|CHANGE|SHAPE [CHANGE|PUT|USE|ADD|MAKE|SHAPE|SHAPEWORD|CANVASWORD|SIZEWORD|PROJECT|FPS|FRAMERATE]",
            "FPS [CHANGE|PUT|USE|ADD|MAKE|SHAPEWORD|CANVASWORD|PROJECT|FRAMERATE|SPEED|ENTIRE]",
            "CHANGE CANVASWORD|FRAMERATE [PROJECT]",
        ),
        build=_canvas,
        alone=True,
    ),
)
