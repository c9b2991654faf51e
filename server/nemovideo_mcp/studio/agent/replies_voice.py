"""What was done to the voiceover, in words."""

from collections.abc import Callable
from typing import Final, TypeAlias, cast

from nemovideo_mcp.studio.agent.row import Words
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.agent.voices import GENDERS, TONGUES
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_voice import AddVoiceover, voices_in
from nemovideo_mcp.studio.timeline.model import Project, Sound
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_ms
from nemovideo_mcp.studio.timeline.voices import VOICES

_Facts: TypeAlias = dict[str, str | int]
_SHOWN: Final = 6

VOICE_DONE: Final[dict[str, Words]] = {
    "add_voiceover": {
        "en": "{what}: {voice}, {where}{fit}{ducked}, loudness {lufs} LUFS",
        "zh": "{what}：{voice}，{where}{fit}{ducked}，响度 {lufs} LUFS",
    },
    "remove_voiceover": {"en": "Voiceover removed: {where}", "zh": "已去掉配音：{where}"},
}
_SAID: Final[dict[str, Words]] = {
    "added": {"en": "Voiceover added", "zh": "已添加配音"},
    "replaced": {"en": "Voiceover replaced", "zh": "已更换配音"},
    "speed": {"en": " at {speed}x speed", "zh": "，语速 {speed} 倍"},
    "fit": {"en": ", {percent} % faster in places so that it fits", "zh": "，部分加快 {percent}% 以放得下"},
    "ducked": {"en": ", the other sound steps back under it", "zh": "，其他声音会自动压低"},
    "more": {"en": " and {count} more up to {end}", "zh": " 等，另有 {count} 段，到 {end}"},
}


def _added(_edit: Edit, before: Project, after: Project, language: Language) -> _Facts:
    takes = cast("AddVoiceover", _edit).takes
    saying = takes[0].saying
    voice = VOICES[saying.voice]
    name = voice.chinese if language == "zh" else voice.name
    facts = f"{name} ({TONGUES[voice.language][language]}, {GENDERS[voice.gender][language]})"
    speed = _SAID["speed"][language].format(speed=f"{float(saying.speed):g}") if saying.speed != 1 else ""
    fastest = max(take.saying.tempo for take in takes)
    percent = round(float(fastest - 1) * 100)
    others = bool(after.clips) or any(sound.role != "voice" for sound in after.sounds)
    return {
        "what": _SAID["replaced" if voices_in(before) else "added"][language],
        "voice": facts + speed,
        "where": _places(voices_in(after), language),
        "fit": _SAID["fit"][language].format(percent=max(1, percent)) if fastest > 1 else "",
        "ducked": _SAID["ducked"][language] if others else "",
        "lufs": str(after.loudness),
    }


def _removed(_edit: Edit, before: Project, _after: Project, language: Language) -> _Facts:
    return {"where": _places(voices_in(before), language)}


def _places(sounds: tuple[Sound, ...], language: Language) -> str:
    said = [f"{as_text(_tenth(s.at))}–{as_text(_tenth(s.at + s.end - s.start))}" for s in sounds[:_SHOWN]]
    last = sounds[-1]
    count = len(sounds) - len(said)
    end = as_text(_tenth(last.at + last.end - last.start))
    more = _SAID["more"][language].format(count=count, end=end) if count else ""
    return ", ".join(said) + more


def _tenth(at: Ticks) -> Ticks:
    step = from_ms(100)
    return (at + step // 2) // step * step


VOICE_FACTS: Final[dict[str, Callable[[Edit, Project, Project, Language], _Facts]]] = {
    "add_voiceover": _added,
    "remove_voiceover": _removed,
}
