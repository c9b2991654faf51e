"""What was made, in words: lengths, slideshows, cards, captions, split screens, scripts, the canvas."""

from typing import Final, cast

from nemovideo_mcp.studio.agent.row import Words
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.agent.targets import shown
from nemovideo_mcp.studio.timeline.edit import Edit, clip_index, clip_names, stem
from nemovideo_mcp.studio.timeline.edits_beside import SplitScreen
from nemovideo_mcp.studio.timeline.edits_canvas import rate_words
from nemovideo_mcp.studio.timeline.edits_captions import AddCaptions
from nemovideo_mcp.studio.timeline.edits_card import AddCard, Countdown, Credits
from nemovideo_mcp.studio.timeline.edits_lengths import SetLength, is_still
from nemovideo_mcp.studio.timeline.edits_script import FromScript, scenes
from nemovideo_mcp.studio.timeline.model import Clip, Project, media_of
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import as_text, from_ms

Facts = dict[str, str | int]

MAKING_DONE: Final[dict[str, Words]] = {
    "set_length": {"en": "{clips}: {length} long each now", "zh": "{clips}：现在各长 {length}"},
    "slideshow": {
        "en": "Slideshow of {count} pictures, {each} each, {fade}",
        "zh": "幻灯片：{count} 张图片，每张 {each}，{fade}",
    },
    "add_card": {
        "en": "Card {words}added, {time}: {clips}",
        "zh": "已加卡片{words}，{time}：{clips}",
    },
    "countdown": {"en": "Countdown from {count} added, {time}", "zh": "已加倒计时，从 {count} 开始，{time}"},
    "credits": {
        "en": "Credits roll up the picture, {time}, {where}",
        "zh": "片尾字幕向上滚动，{time}，{where}",
    },
    "add_captions": {"en": "Captions added ({count}): {cues}", "zh": "已加 {count} 条字幕：{cues}"},
    "split_screen": {
        "en": "{clips} are seen at once, {layout}, {length} long (as the shortest of them){heard}",
        "zh": "{clips} 同时显示，{layout}，长 {length}（以最短的为准）{heard}",
    },
    "from_script": {
        "en": "Film made of the script: {count} scene(s), {pictures} on your pictures and {cards} on cards, fading out at the end",
        "zh": "已按脚本做成视频：{count} 个画面，{pictures} 个用你的图片，{cards} 个用卡片，结尾淡出",
    },
    "canvas": {"en": "Canvas {old} → {new}", "zh": "画布 {old} → {new}"},
}
_NAMES: Final[dict[str, Words]] = {
    "columns": {"en": "side by side", "zh": "左右并排"},
    "rows": {"en": "one above the other", "zh": "上下排列"},
    "grid": {"en": "in a grid", "zh": "四宫格"},
    "cuts": {"en": "without crossfades", "zh": "没有叠化"},
    "crossfades": {"en": "crossfades of {length}", "zh": "叠化 {length}"},
    "over": {"en": "over the film", "zh": "叠加在影片上"},
    "mixed": {"en": ", their sounds mixed", "zh": "，声音混在一起"},
    "card": {"en": "on a card of their own after the film", "zh": "在片尾单独的卡片上"},
}


def _span(project: Project, clip: Clip) -> str:
    at = next(start for one, start in placed(project.clips) if one.id == clip.id)
    return f"{as_text(at)}–{as_text(at + clip.duration)}"


def _new_clip(before: Project, after: Project) -> Clip:
    there = {clip.id for clip in before.clips}
    return next(clip for clip in after.clips if clip.id not in there)


def _timed(edit: Edit, before: Project, after: Project, _language: Language) -> Facts:
    ids = cast("SetLength", edit).clips or tuple(c.id for c in before.clips if is_still(before, c))
    indexes = [clip_index(before, one) for one in ids]
    names = ", ".join(f"{i + 1}. {stem(before, before.clips[i])}" for i in indexes[:12])
    return {"clips": names, "length": as_text(after.clips[indexes[0]].duration)}


def _slides(_edit: Edit, _before: Project, after: Project, language: Language) -> Facts:
    stills = [clip for clip in after.clips if is_still(after, clip) and not clip.media.startswith("card:")]
    fades = [clip.enters.duration for clip in stills if clip.enters]
    lengths = [clip.duration for clip in stills]
    each = "–".join(dict.fromkeys((as_text(min(lengths)), as_text(max(lengths)))))
    fade = _NAMES["crossfades" if fades else "cuts"][language].format(length=as_text(max(fades, default=0)))
    return {"count": len(stills), "each": each, "fade": fade}


def _card(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    text = cast("AddCard", edit).text
    quoted = f"“{shown(text)}”" if language == "zh" else f'"{shown(text)}" '
    card = _new_clip(before, after)
    return {"words": quoted if text else "", "time": _span(after, card), "clips": clip_names(after)}


def _counted(edit: Edit, before: Project, after: Project, _language: Language) -> Facts:
    return {"count": cast("Countdown", edit).seconds, "time": _span(after, _new_clip(before, after))}


def _rolled(edit: Edit, _before: Project, after: Project, language: Language) -> Facts:
    text = after.texts[-1]
    where = _NAMES["over" if cast("Credits", edit).over else "card"][language]
    return {"time": f"{as_text(text.at)}–{as_text(text.at + text.duration)}", "where": where}


def _captioned(edit: Edit, _before: Project, _after: Project, _language: Language) -> Facts:
    cues = cast("AddCaptions", edit).cues
    told = [
        f'"{shown(cue.text)}" {as_text(from_ms(cue.start_ms))}–{as_text(from_ms(cue.end_ms))}'
        for cue in cues[:6]
    ]
    return {"count": len(cues), "cues": ", ".join(told) + (" …" if len(cues) > 6 else "")}


def _split(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    split = cast("SplitScreen", edit)
    names = [stem(before, before.clips[clip_index(before, one)]) for one in dict.fromkeys(split.clips)]
    whole = after.clips[clip_index(after, split.clips[0])]
    return {
        "clips": ", ".join(names),
        "layout": _NAMES[split.layout][language],
        "length": as_text(whole.duration),
        "heard": _NAMES["mixed"][language] if sum(_can_be_heard(after, whole)) > 1 else "",
    }


def _can_be_heard(project: Project, clip: Clip) -> list[bool]:
    """Of each medium in a clip, whether it has a sound that is not silenced."""
    beside = clip.beside
    volumes = [beside.own, *(cell.volume for cell in beside.cells)] if beside else [clip.volume]
    return [
        bool(volume) and project.medium(one).has_audio
        for volume, one in zip(volumes, media_of(clip), strict=True)
    ]


def _told(edit: Edit, before: Project, _after: Project, _language: Language) -> Facts:
    count = len(scenes(cast("FromScript", edit).text))
    stills = sum(is_still(before, c) and not c.media.startswith("card:") for c in before.clips)
    return {"count": count, "pictures": min(count, stills), "cards": max(0, count - stills)}


def _canvas_words(project: Project) -> str:
    canvas = project.canvas
    return f"{canvas.width}×{canvas.height}, {rate_words(canvas.fps)} fps" if canvas else "-"


def _canvas(_edit: Edit, before: Project, after: Project, _language: Language) -> Facts:
    return {"old": _canvas_words(before), "new": _canvas_words(after)}


MAKING_FACTS: Final = {
    "set_length": _timed,
    "slideshow": _slides,
    "add_card": _card,
    "countdown": _counted,
    "credits": _rolled,
    "add_captions": _captioned,
    "split_screen": _split,
    "from_script": _told,
    "canvas": _canvas,
}
