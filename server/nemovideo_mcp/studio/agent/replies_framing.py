"""What was done to what a clip shows and where it stands, in words."""

from typing import Final, cast

from nemovideo_mcp.studio.agent.row import Words
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.timeline.edit import Edit, clip_index, span, stem
from nemovideo_mcp.studio.timeline.edits_colour import Treated
from nemovideo_mcp.studio.timeline.edits_framing import WHOLE, KenBurns
from nemovideo_mcp.studio.timeline.edits_keying import ChromaKey
from nemovideo_mcp.studio.timeline.edits_overlay import overlay_with
from nemovideo_mcp.studio.timeline.model import Clip, Project
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import as_text

FRAMING_DONE: Final[dict[str, Words]] = {
    "crop": {
        "en": "Cropped {what}: {new} is shown (before: {old})",
        "zh": "已裁剪{what}：现在显示{new}（之前：{old}）",
    },
    "scale": {"en": "Size and place of {what}: {old} → {new}", "zh": "{what}的大小和位置：{old} → {new}"},
    "ken_burns": {"en": "Slow move over {what}: {old} → {new}", "zh": "{what}的缓慢运镜：{old} → {new}"},
    "chroma_key": {
        "en": "{color} keyed out of {name} ({percent}%){moved}",
        "zh": "已从 {name} 抠掉 {color}（{percent}%）{moved}",
    },
}
_SAID: Final[dict[str, Words]] = {
    "film": {"en": "the film", "zh": "影片"},
    "whole": {"en": "the whole picture", "zh": "整个画面"},
    "part": {"en": "{x}–{x2}% across, {y}–{y2}% down", "zh": "横向 {x}–{x2}%、纵向 {y}–{y2}%"},
    "at": {"en": "{scale}% at {x}%, {y}%", "zh": "{scale}%，位于 {x}%、{y}%"},
    "laid": {"en": ", which lies over {under} now, {time}", "zh": "，它现在叠加在 {under} 上，{time}"},
    "none": {"en": "none", "zh": "无"},
    "in": {"en": "zoom in to {zoom}%", "zh": "推近到 {zoom}%"},
    "out": {"en": "zoom out from {zoom}%", "zh": "从 {zoom}% 拉远"},
    "left": {"en": "pan left at {zoom}%", "zh": "向左平移（{zoom}%）"},
    "right": {"en": "pan right at {zoom}%", "zh": "向右平移（{zoom}%）"},
    "up": {"en": "pan up at {zoom}%", "zh": "向上平移（{zoom}%）"},
    "down": {"en": "pan down at {zoom}%", "zh": "向下平移（{zoom}%）"},
}


def _shown(clip: Clip, language: Language) -> str:
    part = clip.treatment.part
    if part is None or part == WHOLE:
        return _SAID["whole"][language]
    numbers = {"x": part.x, "x2": part.x + part.width, "y": part.y, "y2": part.y + part.height}
    return _SAID["part"][language].format(
        **{name: f"{float(share * 100):.3g}" for name, share in numbers.items()}
    )


def _stands(clip: Clip, language: Language) -> str:
    seen = clip.treatment
    return _SAID["at"][language].format(scale=seen.scale, x=seen.x, y=seen.y)


def _moves(clip: Clip, language: Language) -> str:
    motion = clip.treatment.motion
    return _SAID[motion.way][language].format(zoom=motion.zoom) if motion else _SAID["none"][language]


_TOLD: Final = {"crop": _shown, "scale": _stands, "ken_burns": _moves}


def _framed(edit: Edit, before: Project, after: Project, language: Language) -> dict[str, str | int]:
    treated = cast("Treated", edit)
    told = _TOLD[edit.op]
    earlier = {clip.id: clip for clip in before.clips}
    hit = [clip for clip in after.clips if clip != earlier.get(clip.id)] or list(after.clips)
    old = [told(earlier[clip.id], language) for clip in hit if clip.id in earlier]
    new = [told(clip, language) for clip in hit if treated.start_ms is None or clip.id not in earlier] or [
        told(hit[0], language)
    ]
    return {
        "what": _what(treated, before, hit, language),
        "old": "; ".join(dict.fromkeys(old[:6])),
        "new": "; ".join(dict.fromkeys(new[:6])),
    }


def _what(edit: Treated, before: Project, hit: list[Clip], language: Language) -> str:
    if edit.start_ms is not None or edit.end_ms is not None:
        start, end = span(before, edit.start_ms or 0, edit.end_ms)
        return f"{as_text(start)}–{as_text(end)}"
    moved = isinstance(edit, KenBurns) and len(hit) < len(before.clips)
    ids = edit.clips or (tuple(clip.id for clip in hit) if moved else ())
    indexes = [clip_index(before, clip) for clip in ids]
    names = ", ".join(f"{index + 1}. {stem(before, before.clips[index])}" for index in indexes[:12])
    return names or _SAID["film"][language]


def _keyed(edit: Edit, before: Project, after: Project, language: Language) -> dict[str, str | int]:
    key = cast("ChromaKey", edit)
    facts: dict[str, str | int] = {"color": key.color, "percent": key.amount, "moved": ""}
    if any(clip.id == key.id for clip in before.clips):
        overlay = after.overlays[-1]
        there = next(
            (clip for clip, at in placed(after.clips) if at <= overlay.at < at + clip.duration),
            after.clips[0],
        )
        time = f"{as_text(overlay.at)}–{as_text(overlay.at + overlay.duration)}"
        facts["moved"] = _SAID["laid"][language].format(under=stem(after, there), time=time)
    else:
        overlay = overlay_with(after, key.id)
    return {**facts, "name": after.medium(overlay.media).name}


FRAMING_FACTS: Final = {"chroma_key": _keyed, "crop": _framed, "scale": _framed, "ken_burns": _framed}
