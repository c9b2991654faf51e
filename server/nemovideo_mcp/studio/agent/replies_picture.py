"""What was done to the picture of clips, in words."""

from collections.abc import Sequence
from typing import Final, cast

from nemovideo_mcp.studio.agent.row import Words
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.timeline.edit import Edit, clip_index, clip_names, point, span, stem
from nemovideo_mcp.studio.timeline.edits_colour import RemoveEffects, SetEffect, Treated, amount_of
from nemovideo_mcp.studio.timeline.edits_overlay import ChangeOverlay, RemoveOverlays, overlay_with
from nemovideo_mcp.studio.timeline.edits_repeating import DuplicateClips, Freeze
from nemovideo_mcp.studio.timeline.edits_transition import SetTransition, led_into
from nemovideo_mcp.studio.timeline.edits_turning import Flip, Rotate, Zoom
from nemovideo_mcp.studio.timeline.model import EffectKind, Overlay, Project
from nemovideo_mcp.studio.timeline.time import as_text

PICTURE_DONE: Final[dict[str, Words]] = {
    "effect": {"en": "{kind} of {what}: {old} → {new}", "zh": "{what}的{kind}：{old} → {new}"},
    "remove_effects": {"en": "Effects taken off {what}: {kind}", "zh": "已去掉{what}的效果：{kind}"},
    "rotate": {"en": "Rotated {what} by {degrees}° clockwise", "zh": "已把{what}顺时针旋转 {degrees}°"},
    "flip": {"en": "Flipped {what} {kind}", "zh": "已{kind}翻转{what}"},
    "transition": {
        "en": "{kind} of {length} into {clips}",
        "zh": "{kind}转场 {length}，进入：{clips}",
    },
    "remove_transitions": {
        "en": "Transitions taken away, plain cuts now",
        "zh": "已去掉转场，现在是直接切换",
    },
    "add_overlay": {
        "en": "{name} laid over the picture {place}, {size}% wide, {opacity}% opaque, {time}{moved}",
        "zh": "{name} 已叠加在画面{place}，宽 {size}%，不透明度 {opacity}%，{time}{moved}",
    },
    "change_overlay": {"en": "{name} changed: {old} → {new}", "zh": "{name} 已修改：{old} → {new}"},
    "remove_overlays": {"en": "Overlay removed: {names}", "zh": "已去掉叠加：{names}"},
    "duplicate_clips": {"en": "Shown again: {what}; now: {clips}", "zh": "已重复：{what}；现在：{clips}"},
    "freeze": {"en": "Frame at {at} held for {length}", "zh": "{at} 处的画面定格 {length}"},
    "zoom": {"en": "Zoom of {what}: {old} → {new}", "zh": "{what}的放大：{old} → {new}"},
}
_KINDS: Final[dict[str, Words]] = {
    "brightness": {"en": "Brightness", "zh": "亮度"},
    "contrast": {"en": "Contrast", "zh": "对比度"},
    "saturation": {"en": "Saturation", "zh": "饱和度"},
    "temperature": {"en": "Temperature", "zh": "色温"},
    "black_and_white": {"en": "Black and white", "zh": "黑白"},
    "blur": {"en": "Blur", "zh": "模糊"},
    "sharpen": {"en": "Sharpening", "zh": "锐化"},
    "vignette": {"en": "Vignette", "zh": "暗角"},
    "horizontal": {"en": "horizontally", "zh": "水平"},
    "vertical": {"en": "vertically", "zh": "垂直"},
    "film": {"en": "the film", "zh": "影片"},
    "crossfade": {"en": "Crossfade", "zh": "叠化"},
    "wipe": {"en": "Wipe", "zh": "擦除"},
    "slide": {"en": "Slide", "zh": "滑动"},
    "way_left": {"en": " to the left", "zh": "（向左）"},
    "way_right": {"en": " to the right", "zh": "（向右）"},
    "way_up": {"en": " upwards", "zh": "（向上）"},
    "way_down": {"en": " downwards", "zh": "（向下）"},
    "dip_black": {"en": "Dip to black", "zh": "闪黑"},
    "dip_white": {"en": "Dip to white", "zh": "闪白"},
    "off_track": {"en": " (no longer a clip of its own)", "zh": "（不再单独作为片段）"},
    "top-left": {"en": "top left", "zh": "左上角"},
    "top": {"en": "at the top", "zh": "顶部"},
    "top-right": {"en": "top right", "zh": "右上角"},
    "left": {"en": "on the left", "zh": "左侧"},
    "center": {"en": "in the centre", "zh": "中央"},
    "right": {"en": "on the right", "zh": "右侧"},
    "bottom-left": {"en": "bottom left", "zh": "左下角"},
    "bottom": {"en": "at the bottom", "zh": "底部"},
    "bottom-right": {"en": "bottom right", "zh": "右下角"},
    "none": {"en": "none", "zh": "无"},
}


def _named(key: str, language: Language) -> str:
    return _KINDS[key][language]


def what_of(edit: Treated, before: Project, language: Language) -> str:
    """What an edit of the picture is for: a stretch of time, the film, or clips by their names."""
    if edit.start_ms is not None or edit.end_ms is not None:
        start, end = span(before, edit.start_ms or 0, edit.end_ms)
        return f"{as_text(start)}–{as_text(end)}"
    indexes = [clip_index(before, clip) for clip in edit.clips]
    names = ", ".join(f"{index + 1}. {stem(before, before.clips[index])}" for index in indexes[:12])
    return names or _named("film", language)


def amounts_said(amounts: Sequence[int], sign: str = "+d") -> str:
    """Amounts in percent, each once; `sign` as in a format."""
    return ", ".join(f"{amount:{sign}}%" for amount in dict.fromkeys(amounts)) or "-"


def ids_after(edit: Treated, before: Project, after: Project) -> list[str]:
    """The clips the edit is for, as they are called after it."""
    if edit.clips:
        return list(edit.clips)
    if edit.start_ms is None and edit.end_ms is None:
        return [clip.id for clip in after.clips]
    old = {clip.id: clip.treatment for clip in before.clips}
    return [clip.id for clip in after.clips if old.get(clip.id) != clip.treatment]


def _set(edit: Edit, before: Project, after: Project, language: Language) -> dict[str, str | int]:
    effect = cast("SetEffect", edit)
    ids = ids_after(effect, before, after)
    old = [amount_of(c.treatment, effect.kind) for c in before.clips if c.id in ids]
    new = [amount_of(c.treatment, effect.kind) for c in after.clips if c.id in ids]
    what = what_of(effect, before, language)
    kind = _named(effect.kind.value, language)
    return {"kind": kind, "what": what, "old": amounts_said(old or [0]), "new": amounts_said(new)}


def _removed(edit: Edit, before: Project, _after: Project, language: Language) -> dict[str, str | int]:
    remove = cast("RemoveEffects", edit)
    there = {
        e.kind for c in before.clips if not remove.clips or c.id in remove.clips for e in c.treatment.effects
    }
    gone = [kind for kind in EffectKind if kind in there and (not remove.kinds or kind in remove.kinds)]
    names = ", ".join(_named(kind.value, language) for kind in gone) or _named("none", language)
    return {"what": what_of(remove, before, language), "kind": names}


def _turned(edit: Edit, before: Project, _after: Project, language: Language) -> dict[str, str | int]:
    rotate = cast("Rotate", edit)
    return {"what": what_of(rotate, before, language), "degrees": rotate.degrees % 360}


def _flipped(edit: Edit, before: Project, _after: Project, language: Language) -> dict[str, str | int]:
    flip = cast("Flip", edit)
    return {"what": what_of(flip, before, language), "kind": _named(flip.way, language)}


def _zoomed(edit: Edit, before: Project, after: Project, language: Language) -> dict[str, str | int]:
    zoom = cast("Zoom", edit)
    ids = ids_after(zoom, before, after)
    old = [clip.treatment.zoom for clip in before.clips if clip.id in ids]
    return {
        "what": what_of(zoom, before, language),
        "old": amounts_said(old or [100], "d"),
        "new": f"{zoom.percent}%",
    }


def _entered(edit: Edit, before: Project, after: Project, language: Language) -> dict[str, str | int]:
    transition = cast("SetTransition", edit)
    into = sorted(led_into(before, transition.clips))
    lengths = dict.fromkeys(as_text(c.enters.duration) for i in into if (c := after.clips[i]).enters)
    names = ", ".join(f"{i + 1}. {stem(after, after.clips[i])}" for i in into[:12])
    way = _named(f"way_{transition.way}", language) if transition.kind in ("wipe", "slide") else ""
    return {"kind": _named(transition.kind, language) + way, "length": ", ".join(lengths), "clips": names}


def _nothing(_edit: Edit, _before: Project, _after: Project, _language: Language) -> dict[str, str | int]:
    return {}


def _time(overlay: Overlay) -> str:
    return f"{as_text(overlay.at)}–{as_text(overlay.at + overlay.duration)}"


def _where(overlay: Overlay, language: Language) -> str:
    at = [
        f"{name} {percent}%" for name, percent in (("x", overlay.x), ("y", overlay.y)) if percent is not None
    ]
    return " ".join(at) or _named(overlay.place.value, language)


def _laid(_edit: Edit, before: Project, after: Project, language: Language) -> dict[str, str | int]:
    overlay = after.overlays[-1]
    fewer = len(after.clips) < len(before.clips)
    return {
        "name": after.medium(overlay.media).name,
        "place": _where(overlay, language),
        "size": overlay.size,
        "opacity": overlay.opacity,
        "time": _time(overlay),
        "moved": _named("off_track", language) if fewer else "",
    }


def _relaid(edit: Edit, before: Project, after: Project, language: Language) -> dict[str, str | int]:
    overlay_id = cast("ChangeOverlay", edit).id
    old, new = (overlay_with(project, overlay_id) for project in (before, after))
    told = [(_where(one, language), f"{one.size}%", f"{one.opacity}%", _time(one)) for one in (old, new)]
    pairs = [(was, now) for was, now in zip(*told, strict=True) if was != now] or [("-", "-")]
    return {
        "name": before.medium(old.media).name,
        "old": ", ".join(was for was, _ in pairs),
        "new": ", ".join(now for _, now in pairs),
    }


def _unlaid(edit: Edit, before: Project, _after: Project, _language: Language) -> dict[str, str | int]:
    ids = cast("RemoveOverlays", edit).ids
    names = [before.medium(overlay_with(before, one).media).name for one in ids]
    return {"names": ", ".join(names)}


def _again(edit: Edit, before: Project, after: Project, language: Language) -> dict[str, str | int]:
    ids = cast("DuplicateClips", edit).clips
    indexes = [clip_index(before, clip) for clip in ids]
    names = ", ".join(f"{i + 1}. {stem(before, before.clips[i])}" for i in indexes[:12])
    return {"what": names or _named("film", language), "clips": clip_names(after)}


def _frozen(edit: Edit, before: Project, after: Project, _language: Language) -> dict[str, str | int]:
    at = point(before, cast("Freeze", edit).at_ms)
    return {"at": as_text(at), "length": as_text(after.duration - before.duration)}


PICTURE_FACTS: Final = {
    "duplicate_clips": _again,
    "freeze": _frozen,
    "transition": _entered,
    "remove_transitions": _nothing,
    "add_overlay": _laid,
    "change_overlay": _relaid,
    "remove_overlays": _unlaid,
    "effect": _set,
    "remove_effects": _removed,
    "rotate": _turned,
    "flip": _flipped,
    "zoom": _zoomed,
}
