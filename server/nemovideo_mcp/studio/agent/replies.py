"""What was done, in words: each edit told from the project before it and the one after it."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Final, TypeAlias, cast

from nemovideo_mcp.studio.agent.replies_framing import FRAMING_DONE, FRAMING_FACTS
from nemovideo_mcp.studio.agent.replies_lut import LUT_DONE, LUT_FACTS
from nemovideo_mcp.studio.agent.replies_making import MAKING_DONE, MAKING_FACTS
from nemovideo_mcp.studio.agent.replies_picture import PICTURE_DONE, PICTURE_FACTS
from nemovideo_mcp.studio.agent.replies_sound import SOUND_DONE, SOUND_FACTS
from nemovideo_mcp.studio.agent.replies_speech import SPEECH_DONE, SPEECH_FACTS
from nemovideo_mcp.studio.agent.replies_steadying import STEADY_DONE, STEADY_FACTS
from nemovideo_mcp.studio.agent.replies_time import TIME_DONE, TIME_FACTS
from nemovideo_mcp.studio.agent.replies_voice import VOICE_DONE, VOICE_FACTS
from nemovideo_mcp.studio.agent.row import Words
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.agent.targets import shown
from nemovideo_mcp.studio.timeline.edit import Edit, clip_index, clip_names, point, span, stem
from nemovideo_mcp.studio.timeline.edits_clips import DeleteClips, MoveClip, SwapClips
from nemovideo_mcp.studio.timeline.edits_cutting import CutOut, Keep, Speed, Split, speed_words
from nemovideo_mcp.studio.timeline.edits_picture import Fade
from nemovideo_mcp.studio.timeline.edits_sound import AddMusic, Mute, Volume
from nemovideo_mcp.studio.timeline.edits_text import ChangeText, RemoveText, text_with
from nemovideo_mcp.studio.timeline.model import Clip, Project, Text
from nemovideo_mcp.studio.timeline.time import as_text, from_ms

Facts: TypeAlias = dict[str, str | int]

DONE: Final[dict[str, Words]] = {
    "keep": {"en": "Kept {start} to {end}, dropped {gone}", "zh": "保留了 {start} 到 {end}，去掉 {gone}"},
    "cut_out": {"en": "Cut out {start} to {end} ({gone})", "zh": "剪掉了 {start} 到 {end}（{gone}）"},
    "split": {"en": "Split at {at}, {count} clips now", "zh": "在 {at} 处切开，现在有 {count} 个片段"},
    "speed": {"en": "Speed of {what} set to {factor}x", "zh": "{what}的速度设为 {factor} 倍"},
    "delete_clips": {"en": "Deleted {gone_clips}; left: {clips}", "zh": "删除了 {gone_clips}；剩下：{clips}"},
    "move_clip": {
        "en": "Moved {name} to position {position}: {clips}",
        "zh": "把 {name} 移到第 {position} 位：{clips}",
    },
    "swap_clips": {
        "en": "Swapped {first} and {second}: {clips}",
        "zh": "交换了 {first} 和 {second}：{clips}",
    },
    "reorder_clips": {"en": "New order: {clips}", "zh": "新的顺序：{clips}"},
    "rename": {"en": "Project renamed: {old} → {name}", "zh": "项目改名：{old} → {name}"},
    "clear": {"en": "Timeline emptied; your files are still here", "zh": "时间线已清空，素材还在"},
    "start_over": {"en": "Started over: {clips}", "zh": "已重新开始：{clips}"},
    "add_title": {
        "en": 'Title added: "{text}", {time}, {place}',
        "zh": "已加标题：“{text}”，{time}，{place}",
    },
    "change_text": {"en": "Text changed: {old} → {new}", "zh": "文字已修改：{old} → {new}"},
    "remove_text": {"en": "Text removed: {names}", "zh": "已删除文字：{names}"},
    "volume": {"en": "Volume of {what}: {old} → {new}", "zh": "{what}的音量：{old} → {new}"},
    "mute": {"en": "Muted {what}", "zh": "已静音：{what}"},
    "unmute": {"en": "Unmuted {what}", "zh": "已取消静音：{what}"},
    "add_music": {
        "en": "Music added: {name} at {level}%, 0 s to {end}{instead}",
        "zh": "已加音乐：{name}，音量 {level}%，0 s 到 {end}{instead}",
    },
    "remove_music": {"en": "Music removed: {names}", "zh": "已去掉音乐：{names}"},
    "aspect": {"en": "Shape {old} → {new} ({how})", "zh": "画幅 {old} → {new}（{how}）"},
    "fade_in": {"en": "Fade in of {what}: {old} → {new}", "zh": "{what}淡入：{old} → {new}"},
    "fade_out": {"en": "Fade out of {what}: {old} → {new}", "zh": "{what}淡出：{old} → {new}"},
    **TIME_DONE,
    **FRAMING_DONE,
    **STEADY_DONE,
    **LUT_DONE,
    **PICTURE_DONE,
    **SOUND_DONE,
    **VOICE_DONE,
    **SPEECH_DONE,
    **MAKING_DONE,
}
NAMES: Final[dict[str, Words]] = {
    "film": {"en": "the film", "zh": "影片"},
    "music": {"en": "the music", "zh": "音乐"},
    "voice": {"en": "the voiceover", "zh": "配音"},
    "all": {"en": "everything", "zh": "全部声音"},
    "clips": {"en": "the clips' own sound", "zh": "原声"},
    "crop": {"en": "cropped", "zh": "裁切"},
    "pad": {"en": "with bars, nothing cropped", "zh": "加黑边，不裁切"},
    "none": {"en": "none", "zh": "无"},
    "boxed": {"en": "with a box", "zh": "带背景框"},
    "unboxed": {"en": "without a box", "zh": "不带背景框"},
    "fading": {"en": "fading {length}", "zh": "渐变 {length}"},
    "outline": {"en": "outline{thick} {color}", "zh": "描边{thick} {color}"},
    "usual_outline": {"en": "plain outline", "zh": "普通描边"},
    "sound_of": {"en": "the sound of {what}", "zh": "{what}的声音"},
    "instead": {"en": ", in place of {names}", "zh": "，替换了 {names}"},
    "top-left": {"en": "top left", "zh": "左上角"},
    "top": {"en": "at the top", "zh": "顶部"},
    "top-right": {"en": "top right", "zh": "右上角"},
    "left": {"en": "on the left", "zh": "左侧"},
    "center": {"en": "in the centre", "zh": "居中"},
    "right": {"en": "on the right", "zh": "右侧"},
    "bottom-left": {"en": "bottom left", "zh": "左下角"},
    "bottom": {"en": "at the bottom", "zh": "底部"},
    "bottom-right": {"en": "bottom right", "zh": "右下角"},
}


def done(edit: Edit, before: Project, after: Project, language: Language) -> str:
    """One sentence without its stop: what this edit did, with times and names."""
    facts = _FACTS[edit.op](edit, before, after, language)
    return DONE[edit.op][language].format(**facts)


def _range(edit: Edit, before: Project, after: Project, _language: Language) -> Facts:
    cut = cast("Keep | CutOut", edit)
    start, end = span(before, cut.start_ms, cut.end_ms)
    gone = before.duration - after.duration
    return {"start": as_text(start), "end": as_text(end), "gone": as_text(gone)}


def _split(edit: Edit, before: Project, after: Project, _language: Language) -> Facts:
    at = point(before, cast("Split", edit).at_ms)
    return {"at": as_text(at), "count": len(after.clips)}


def _clip(project: Project, clip_id: str) -> str:
    index = clip_index(project, clip_id)
    return f"{index + 1}. {stem(project, project.clips[index])}"


def _clips(project: Project, ids: tuple[str, ...]) -> str:
    return ", ".join(_clip(project, clip_id) for clip_id in ids[:12])


def _speed(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    speed = cast("Speed", edit)
    if speed.start_ms is not None or speed.end_ms is not None:
        start, end = span(before, speed.start_ms or 0, speed.end_ms)
        what = f"{as_text(start)}–{as_text(end)}"
    else:
        what = _clips(before, speed.clips) or NAMES["film"][language]
    known = {clip.id: clip for clip in before.clips}
    moved = {clip.speed for clip in after.clips if clip.speed != _speed_before(before, known, clip)}
    return {"what": what, "factor": ", ".join(speed_words(f) for f in sorted(moved or {speed.factor}))}


def _speed_before(before: Project, known: Mapping[str, Clip], clip: Clip) -> Fraction | None:
    """The speed at which what a clip begins with was played: its own, or that of the clip it was cut from."""
    own = known.get(clip.id)
    if own is not None and own.media == clip.media and own.start <= clip.start < own.end:
        return own.speed
    same = [old for old in before.clips if old.media == clip.media and old.start <= clip.start < old.end]
    return same[-1].speed if same else None


def _deleted(edit: Edit, before: Project, after: Project, _language: Language) -> Facts:
    return {"gone_clips": _clips(before, cast("DeleteClips", edit).clips), "clips": clip_names(after)}


def _moved(edit: Edit, before: Project, after: Project, _language: Language) -> Facts:
    move = cast("MoveClip", edit)
    name = stem(before, before.clips[clip_index(before, move.clip)])
    return {"name": name, "position": move.position, "clips": clip_names(after)}


def _swapped(edit: Edit, before: Project, after: Project, _language: Language) -> Facts:
    swap = cast("SwapClips", edit)
    return {
        "first": _clip(before, swap.first),
        "second": _clip(before, swap.second),
        "clips": clip_names(after),
    }


def _arranged(_edit: Edit, _before: Project, after: Project, _language: Language) -> Facts:
    return {"clips": clip_names(after) or ", ".join(after.medium(sound.media).name for sound in after.sounds)}


def _renamed(_edit: Edit, before: Project, after: Project, _language: Language) -> Facts:
    return {"old": before.name, "name": after.name}


def _nothing(_edit: Edit, _before: Project, _after: Project, _language: Language) -> Facts:
    return {}


def _time(text: Text) -> str:
    return f"{as_text(text.at)}–{as_text(text.at + text.duration)}"


def _title(_edit: Edit, _before: Project, after: Project, language: Language) -> Facts:
    text = after.texts[-1]
    return {"text": shown(text.text), "time": _time(text), "place": _place(text, language)}


def _place(text: Text, language: Language) -> str:
    at = [f"{name} {percent}%" for name, percent in (("x", text.x), ("y", text.y)) if percent is not None]
    return " ".join(at) or NAMES[text.place.value][language]


def _outline(text: Text, language: Language) -> str:
    usual = text.outline is None and text.outline_color == "#000000"
    thick = "" if text.outline is None else f" {text.outline}%"
    return NAMES["usual_outline" if usual else "outline"][language].format(
        color=text.outline_color, thick=thick
    )


def _look(text: Text, language: Language) -> dict[str, str]:
    return {
        "text": f'"{shown(text.text)}"',
        "time": _time(text),
        "place": _place(text, language),
        "size": f"{text.size}%",
        "color": text.color,
        "box": NAMES["boxed" if text.box else "unboxed"][language],
        "outline": _outline(text, language),
        "fade": NAMES["fading"][language].format(length=as_text(text.fade)),
    }


def _changed_text(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    text_id = cast("ChangeText", edit).id
    old, new = (_look(text_with(project, text_id), language) for project in (before, after))
    parts = [name for name in old if old[name] != new[name]]
    told = old["text"] if "text" not in parts else ""
    words = ", ".join(old[name] for name in parts) or old["text"]
    return {"old": f"{told} {words}".strip(), "new": ", ".join(new[name] for name in parts) or new["text"]}


def _removed_text(edit: Edit, before: Project, _after: Project, _language: Language) -> Facts:
    ids = cast("RemoveText", edit).ids
    return {"names": ", ".join(f'"{shown(text_with(before, text_id).text)}"' for text_id in ids)}


def _who(project: Project, target: str, clips: tuple[str, ...], language: Language) -> str:
    if clips:
        return _clips(project, clips)
    return NAMES["clips" if target == "all" and not project.sounds else target][language]


def _levels(project: Project, target: str, clips: tuple[str, ...]) -> str:
    levels = [c.volume for c in project.clips if target in {"all", "clips"} and (not clips or c.id in clips)]
    if not clips:
        role = {"clips": "sound"}.get(target, target)
        levels += [s.volume for s in project.sounds if target == "all" or s.role == role]
    return ", ".join(f"{level}%" for level in dict.fromkeys(levels)) or "-"


def _volume(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    volume = cast("Volume", edit)
    old, new = (_levels(project, volume.target, volume.clips) for project in (before, after))
    return {"what": _who(before, volume.target, volume.clips, language), "old": old, "new": new}


def _muted(edit: Edit, before: Project, _after: Project, language: Language) -> Facts:
    mute = cast("Mute", edit)
    return {"what": _who(before, mute.target, mute.clips, language)}


def _music_names(project: Project) -> str:
    return ", ".join(project.medium(sound.media).name for sound in project.sounds if sound.role == "music")


def _music(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    old = _music_names(before)
    return {
        "name": after.medium(cast("AddMusic", edit).media).name,
        "level": cast("AddMusic", edit).level,
        "end": as_text(after.duration),
        "instead": NAMES["instead"][language].format(names=old) if old else "",
    }


def _removed_music(_edit: Edit, before: Project, _after: Project, _language: Language) -> Facts:
    return {"names": _music_names(before)}


def _canvas(project: Project) -> str:
    return f"{project.canvas.width}×{project.canvas.height}" if project.canvas else "-"


def _aspect(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    fit = after.canvas.fit if after.canvas else "crop"
    shape = cast("Any", edit).shape
    return {"old": _canvas(before), "new": f"{shape}, {_canvas(after)}", "how": NAMES[fit][language]}


def _faded(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    fade = cast("Fade", edit)
    what = _clip(before, fade.clip) if fade.clip else NAMES["music" if fade.music else "film"][language]
    if fade.sound and not fade.music:
        what = NAMES["sound_of"][language].format(what=what)
    old, new = (_fade_words(fade, project, language) for project in (before, after))
    return {"what": what, "old": old, "new": new}


def _fade_words(fade: Fade, project: Project, language: Language) -> str:
    if fade.music:
        ticks = next((getattr(s, fade.op) for s in project.sounds if s.role == "music"), 0)
    elif fade.clip:
        ticks = getattr(project.clips[clip_index(project, fade.clip)], fade.field)
    else:
        ticks = getattr(project, fade.field)
    return as_text(ticks) if ticks >= from_ms(1) else NAMES["none"][language]


_FACTS: Final[dict[str, Callable[[Edit, Project, Project, Language], Facts]]] = {
    "keep": _range,
    "cut_out": _range,
    "split": _split,
    "speed": _speed,
    "delete_clips": _deleted,
    "move_clip": _moved,
    "swap_clips": _swapped,
    "reorder_clips": _arranged,
    "rename": _renamed,
    "clear": _nothing,
    "start_over": _arranged,
    "add_title": _title,
    "change_text": _changed_text,
    "remove_text": _removed_text,
    "volume": _volume,
    "mute": _muted,
    "unmute": _muted,
    "add_music": _music,
    "remove_music": _removed_music,
    "aspect": _aspect,
    "fade_in": _faded,
    "fade_out": _faded,
    **TIME_FACTS,
    **FRAMING_FACTS,
    **STEADY_FACTS,
    **LUT_FACTS,
    **PICTURE_FACTS,
    **SOUND_FACTS,
    **VOICE_FACTS,
    **SPEECH_FACTS,
    **MAKING_FACTS,
}
