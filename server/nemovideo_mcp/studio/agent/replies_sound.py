"""What was done to the mix, in words."""

from typing import Final, TypeAlias, cast

from nemovideo_mcp.studio.agent.row import Words
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.timeline.edit import Edit, clip_index, stem
from nemovideo_mcp.studio.timeline.edits_mixing import Denoise, Duck, Pan, Toned
from nemovideo_mcp.studio.timeline.edits_replacing import DetachSound
from nemovideo_mcp.studio.timeline.edits_silence import RemoveSilence
from nemovideo_mcp.studio.timeline.model import Project
from nemovideo_mcp.studio.timeline.time import as_text

SOUND_DONE: Final[dict[str, Words]] = {
    "duck": {"en": "{what} {how}", "zh": "{what}{how}"},
    "replace_sound": {
        "en": "Sound of {what} replaced with {name}, {time}",
        "zh": "{what}的声音换成了 {name}，{time}",
    },
    "detach_sound": {"en": "Sound of {what} laid beside it, {time}", "zh": "已分离{what}的声音，{time}"},
    "remove_silence": {
        "en": "{count} silences cut out, {gone} in all",
        "zh": "剪掉了 {count} 段静音，共 {gone}",
    },
    "normalise": {"en": "Loudness of the film: {old} → {new}", "zh": "影片响度：{old} → {new}"},
    "denoise": {"en": "Noise reduction of {what}: {old} → {new}", "zh": "{what}的降噪：{old} → {new}"},
    "pan": {"en": "Side of {what}: {old} → {new}", "zh": "{what}的声像：{old} → {new}"},
    "equalise": {"en": "Equaliser of {what}: {old} → {new}", "zh": "{what}的均衡：{old} → {new}"},
}
_NAMES: Final[dict[str, Words]] = {
    "all": {"en": "everything", "zh": "全部声音"},
    "clips": {"en": "the clips' own sound", "zh": "原声"},
    "music": {"en": "the music", "zh": "音乐"},
    "voiceover": {"en": "the voiceover", "zh": "配音"},
    "ducked": {"en": "steps back while clips and voices are heard", "zh": "会在有人声和原声时自动压低"},
    "steady": {"en": "keeps its level throughout", "zh": "全程保持音量"},
    "as_mixed": {"en": "as it comes", "zh": "保持原样"},
    "none": {"en": "none", "zh": "无"},
    "voice": {"en": "clearer voice", "zh": "人声增强"},
    "bass": {"en": "more bass", "zh": "低音增强"},
    "treble": {"en": "more treble", "zh": "高音增强"},
    "middle": {"en": "as it came", "zh": "原样"},
    "left": {"en": "{n}% left", "zh": "左 {n}%"},
    "right": {"en": "{n}% right", "zh": "右 {n}%"},
}
Facts: TypeAlias = dict[str, str | int]


def _duck(edit: Edit, before: Project, _after: Project, language: Language) -> Facts:
    names = ", ".join(before.medium(s.media).name for s in before.sounds if s.role == "music")
    return {"what": names, "how": _NAMES["ducked" if cast("Duck", edit).on else "steady"][language]}


def _lufs(project: Project, language: Language) -> str:
    return _NAMES["as_mixed"][language] if project.loudness is None else f"{project.loudness} LUFS"


def _normalise(_edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    return {"old": _lufs(before, language), "new": _lufs(after, language)}


def _whose(edit: Edit, before: Project, language: Language) -> str:
    toned = cast("Toned", edit)
    indexes = [clip_index(before, clip) for clip in toned.clips[:12]]
    named = ", ".join(f"{index + 1}. {stem(before, before.clips[index])}" for index in indexes)
    target = "clips" if toned.target == "all" and not before.sounds else toned.target
    return named or _NAMES["voiceover" if target == "voice" else target][language]


def _toned(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    old, new = (_tones(edit, project, language) for project in (before, after))
    return {"what": _whose(edit, before, language), "old": old, "new": new}


def _tones(edit: Edit, project: Project, language: Language) -> str:
    toned = cast("Toned", edit)
    clips = [
        c.tone
        for c in project.clips
        if (c.id in toned.clips if toned.clips else toned.target in {"all", "clips"})
    ]
    role = {"clips": "sound"}.get(toned.target, toned.target)
    sounds = [s.tone for s in project.sounds if not toned.clips and (toned.target == "all" or s.role == role)]
    words = [_told(edit, tone.denoise, tone.pan, tone.equaliser, language) for tone in (*clips, *sounds)]
    return ", ".join(dict.fromkeys(words)) or "-"


def _told(edit: Edit, denoise: int, pan: int, preset: str, language: Language) -> str:
    if isinstance(edit, Denoise):
        return f"{denoise} dB" if denoise else _NAMES["none"][language]
    if isinstance(edit, Pan):
        side = "left" if pan < 0 else "right" if pan else "middle"
        return _NAMES[side][language].format(n=abs(pan))
    return _NAMES[preset or "none"][language]


def _silences(edit: Edit, before: Project, after: Project, _language: Language) -> Facts:
    count = len(cast("RemoveSilence", edit).ranges_ms)
    return {"count": count, "gone": as_text(before.duration - after.duration)}


def _parted(edit: Edit, before: Project, after: Project, _language: Language) -> Facts:
    index = clip_index(before, cast("DetachSound", edit).clip)
    laid = after.sounds[-1]
    return {
        "what": f"{index + 1}. {stem(before, before.clips[index])}",
        "name": after.medium(laid.media).name,
        "time": f"{as_text(laid.at)}–{as_text(laid.at + laid.end - laid.start)}",
    }


SOUND_FACTS: Final = {
    "replace_sound": _parted,
    "detach_sound": _parted,
    "remove_silence": _silences,
    "duck": _duck,
    "normalise": _normalise,
    "denoise": _toned,
    "pan": _toned,
    "equalise": _toned,
}
