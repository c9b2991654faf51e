"""Rows of the vocabulary about the mix: ducking, loudness, noise, side and tone."""

from collections.abc import Sequence
from typing import Any, Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import clip_ids
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_mixing import (
    USUAL_DENOISE_DB,
    Denoise,
    Duck,
    Equalise,
    Normalise,
    Pan,
)
from nemovideo_mcp.studio.timeline.edits_sound import Target

_SIDES: Final = {"left": -100, "center": 0, "right": 100}


def _off(found: Found) -> bool:
    return found.has("REMOVE", "NO", "OFF", "MUTE")


def _whose(found: Found, default: Target) -> dict[str, Any]:
    """The clips that are named, the music, or what is usual."""
    ids = clip_ids(found)
    if ids:
        return {"clips": ids} if len(ids) < len(found.project.clips) else {"target": "clips"}
    if found.has("MUSIC"):
        return {"target": "music"}
    if found.has("VOICEOVER"):
        return {"target": "voice"}
    if found.has("ALL", "ENTIRE"):
        return {"target": "all"}
    return {"target": "clips" if found.has("ORIGINAL") else default}


def _duck(found: Found) -> Sequence[Edit]:
    return [Duck(on=not _off(found))]


def _normalise(found: Found) -> Sequence[Edit]:
    if _off(found):
        return [Normalise(lufs=None)]
    lufs = found.one("LUFS")
    return [Normalise() if lufs is None else Normalise(lufs=lufs)]


def _denoise(found: Found) -> Sequence[Edit]:
    """Noise is removed; what removes it is put on, or taken off."""
    off = found.has("DENOISE") and not found.has("NOISE") and _off(found)
    db = found.one("DB")
    wanted = 0 if off else USUAL_DENOISE_DB if db is None else round(abs(db))
    return [Denoise(db=wanted, **_whose(found, "clips"))]


def _pan(found: Found) -> Sequence[Edit]:
    place = found.one("PLACE")
    percent = found.one("PERCENT")
    if _off(found):
        return [Pan(percent=0, **_whose(found, "all"))]
    if place not in _SIDES:
        raise LackError("which_side")
    side = _SIDES[place]
    return [Pan(percent=side if percent is None else round(side * percent / 100), **_whose(found, "all"))]


def _equalise(found: Found) -> Sequence[Edit]:
    preset = found.one("EQ")
    if _off(found):
        return [Equalise(preset="", **_whose(found, "all"))]
    if preset is None:
        raise LackError("which_tone")
    return [Equalise(preset=preset, **_whose(found, "clips" if preset == "voice" else "all"))]


_WHO: Final = "VOICEOVER|SOUND|MUSIC|ORIGINAL|CLIP+|CLIPWORD|CLIPS|ALL|FILE|REMOVE|NO|OFF|MUTE"
_LOWERED: Final = (
    "UNDER|DUCK|QUIETER|LESS|DOWN|CHANGE|MOVE|VOLUME|SPEECH|SOUND|ORIGINAL|CLIPS|ALL|NO|REMOVE|USE|ADD|PLACE"
)

MIXING: Final[tuple[Row, ...]] = (
    Row(
        name="duck",
        kind="edit",
        does={"en": "lower the music while someone speaks", "zh": "有人说话时自动压低音乐"},
        examples={
            "en": ("duck the music under the voice", "lower the music when someone speaks"),
            "zh": ("有人说话时把音乐调小", "音乐自动闪避"),
        },
        forms=(
            f"DUCK [MUSIC|{_LOWERED}|OFF|MUTE]",
            f"DUCK MUSIC SPEECH [{_LOWERED}]",
            f"QUIETER|CHANGE|MOVE|LESS|DOWN MUSIC SPEECH [{_LOWERED}]",
        ),
        build=_duck,
    ),
    Row(
        name="normalise",
        kind="edit",
        does={
            "en": "bring the sound to a loudness, -14 LUFS or another",
            "zh": "把响度统一到 -14 LUFS 或指定的值",
        },
        examples={
            "en": ("normalize the audio", "set the loudness to -16 LUFS"),
            "zh": ("统一音量", "响度调到-16 LUFS"),
        },
        forms=(
            f"NORMALISE [VOLUME|LUFS|CHANGE|USE|DB|ADD|{_WHO}]",
            f"LUFS [VOLUME|CHANGE|USE|MOVE|NORMALISE|LOUDER|QUIETER|{_WHO}]",
        ),
        build=_normalise,
    ),
    Row(
        name="denoise",
        kind="edit",
        does={"en": "take background noise away", "zh": "降噪"},
        examples={
            "en": ("remove the background noise", "reduce the noise in clip 2", "denoise"),
            "zh": ("降噪", "去掉背景噪音"),
        },
        forms=(
            f"NOISE REMOVE|CUT|QUIETER|LESS|NO|LESSER|CHANGE|DENOISE|CLEANUP|TAKE [OFF|DB|BY|DOWN|OUT|UNDER|{_WHO}]",
            f"DENOISE [ADD|USE|CHANGE|DB|NOISE|SPEECH|{_WHO}]",
            f"CLEANUP SOUND|SPEECH [NOISE|{_WHO}]",
        ),
        build=_denoise,
    ),
    Row(
        name="pan",
        kind="edit",
        does={"en": "move the sound to the left or right", "zh": "把声音放到左边或右边"},
        examples={
            "en": ("pan the sound to the left", "pan the music 50% right"),
            "zh": ("声像调到左边", "把声音放到右边"),
        },
        forms=(
            f"PAN [PLACE|PERCENT|MOVE|CHANGE|PUT|{_WHO}]",
            "MOVE|PUT SOUND|MUSIC PLACE [PERCENT|ORIGINAL|CLIP+|CLIPWORD]",
        ),
        build=_pan,
    ),
    Row(
        name="equalise",
        kind="edit",
        does={"en": "boost the bass or the treble, or make a voice clearer", "zh": "增强低音、高音或人声"},
        examples={
            "en": ("boost the bass", "make the voice clearer"),
            "zh": ("增强人声", "增强低音"),
        },
        forms=(
            f"EQ [LOUDER|MORE|ADD|CHANGE|USE|BIGGER|EQWORD|UP|EFFECT|SPEECH|{_WHO}]",
            f"EQWORD [ADD|USE|CHANGE|SPEECH|EQ|{_WHO}]",
        ),
        build=_equalise,
    ),
)
