"""Rows of the vocabulary about sound: music, volume, mute."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import clip_ids, heard_media, length_ms
from nemovideo_mcp.studio.timeline.edit import Edit, EditError
from nemovideo_mcp.studio.timeline.edits_sound import (
    MUSIC_LEVEL,
    AddMusic,
    Mute,
    RemoveMusic,
    Target,
    Unmute,
    Volume,
)

QUIETER: Final = Fraction(7, 10)
LOUDER: Final = Fraction(14, 10)


def _target(found: Found, default: Target) -> Target:
    """Music when it is said, or when "it" was music a moment ago; the clips' own sound when that is said."""
    if found.has("MUSIC") and not found.has("ORIGINAL"):
        return "music"
    if found.has("ALL", "ENTIRE"):
        return "all"
    if found.has("ORIGINAL") or found.has("CLIPS"):
        return "clips"
    if found.has("IT") and not found.has("FILM", "SOUND") and found.last and found.last.op == "add_music":
        return "music"
    return default


def add_music(found: Found) -> Sequence[Edit]:
    """An uploaded song under the whole film."""
    medium = heard_media(found)
    level = found.one("PERCENT")
    if found.one("DB") is not None:
        level = Fraction(100 * 10 ** (min(found.one("DB"), 12.0) / 20))
    fades: dict[str, Any] = {}
    if found.has("FADE_IN", "FADE_BOTH"):
        fades["fade_in_ms"] = (
            1000 if found.one("LENGTH") is None else length_ms(found.one("LENGTH"), found.project)
        )
    if found.has("FADE_OUT", "FADE_BOTH"):
        fades["fade_out_ms"] = (
            1000 if found.one("LENGTH") is None else length_ms(found.one("LENGTH"), found.project)
        )
    return [AddMusic(media=medium.id, level=MUSIC_LEVEL if level is None else round(level), **fades)]


def _remove_music(_found: Found) -> Sequence[Edit]:
    return [RemoveMusic()]


def _volume(found: Found) -> Sequence[Edit]:
    ids = clip_ids(found)
    target = _target(found, "all")
    return [Volume(target=target, clips=ids, **_level(found))]


def _level(found: Found) -> dict[str, Any]:
    """A percentage, a number of dB, a factor; or by how much when it is to be only louder or quieter."""
    quieter = found.has("QUIETER", "DOWN", "LESS")
    moved = quieter or found.has("LOUDER", "UP", "MORE")
    percent, db, factor = found.one("PERCENT"), found.one("DB"), found.one("FACTOR")
    if db is not None:
        return {"db": -abs(db) if quieter else db}
    if factor is not None:
        return {"factor": 1 / factor if quieter and factor > 1 else factor}
    if percent is not None:
        if moved and found.has("BY"):
            return {"factor": max(Fraction(0), 1 + (-percent if quieter else percent) / 100)}
        if percent != round(percent) and percent > 0:
            percent = Fraction(round(percent))
        return {"percent": round(percent)}
    if not moved:
        raise LackError("how_loud")
    return {"factor": QUIETER if quieter else LOUDER}


def _mute(found: Found) -> Sequence[Edit]:
    ids = clip_ids(found)
    target = _target(found, "clips")
    if not found.project.clips and target == "clips":
        target = "all"
    return [Mute(target=target, clips=ids)]


def _unmute(found: Found) -> Sequence[Edit]:
    target = _target(found, "all")
    if target == "music" and not any(sound.role == "music" for sound in found.project.sounds):
        raise EditError("no_music")
    return [Unmute(target=target, clips=clip_ids(found))]


_FADES: Final = "FADE_IN|FADE_OUT|FADE_BOTH|LENGTH"
_MUSIC: Final = f"FILE|PERCENT|DB|UNDER|VOLUME|STYLE|SOUND|MUSIC|ALL|USE|CLIPWORD|POINT|CLIPS|SCREEN|{_FADES}"
_WHO: Final = "SOUND|MUSIC|ORIGINAL|CLIP+|CLIPWORD|CLIPS|ALL|FILE"


def _replace_sound(found: Found) -> Sequence[Edit]:
    """The clips' own sound goes, an uploaded one takes its place at full level."""
    medium = heard_media(found)
    level = found.one("PERCENT")
    return [Mute(target="clips"), AddMusic(media=medium.id, level=100 if level is None else round(level))]


SOUND: Final[tuple[Row, ...]] = (
    Row(
        name="add_music",
        kind="edit",
        does={
            "en": "put an uploaded song under the whole film, at 35 % or a level you say",
            "zh": "把上传的歌曲铺在整片下面，默认音量35%，也可指定",
        },
        examples={
            "en": ("add song.mp3 as background music at 20%", "add background music"),
            "zh": ("加背景音乐", "用 song.mp3 做背景音乐，音量20%"),
        },
        forms=(
            f"ADD|USE MUSIC [{_MUSIC}]",
            f"CHANGE|REPLACE MUSIC [FILE|UNDER|STYLE|{_FADES}|ALL]",
            f"CHANGE|REPLACE MUSIC FILE [{_MUSIC}]",
            f"ADD|USE|CHANGE|REPLACE FILE UNDER|MUSIC [{_MUSIC}]",
            "MUSIC FILE [PERCENT|DB|UNDER|VOLUME]",
        ),
        build=add_music,
    ),
    Row(
        name="add_music",
        kind="edit",
        does={"en": "replace the clips' own sound with an uploaded one", "zh": "用上传的声音替换原声"},
        examples={"en": (), "zh": ()},
        forms=("REPLACE|CHANGE SOUND|ORIGINAL FILE [ORIGINAL|SOUND|USE|PERCENT|CHANGE]",),
        build=_replace_sound,
    ),
    Row(
        name="remove_music",
        kind="edit",
        does={"en": "remove the music", "zh": "去掉音乐"},
        examples={"en": ("remove the music",), "zh": ("去掉背景音乐",)},
        forms=("REMOVE|TAKE MUSIC [OUT|OFF|ALL|FILE|UNDER]",),
        build=_remove_music,
    ),
    Row(
        name="mute",
        kind="edit",
        does={
            "en": "mute the clips' own sound, one clip, the music, or all",
            "zh": "静音：原声、某个片段、音乐或全部",
        },
        examples={"en": ("mute the video", "mute clip 2"), "zh": ("静音", "把第二段静音")},
        forms=(
            f"MUTE [{_WHO}|CHANGE|VOLUME|OFF]",
            "REMOVE SOUND [ORIGINAL|CLIP+|CLIPWORD|CLIPS|ALL|FILE]",
            "REMOVE ORIGINAL [SOUND|MUSIC|CLIP+|CLIPWORD|CLIPS|ALL]",
            "CHANGE OFF SOUND|MUSIC|VOLUME [ORIGINAL|CLIP+|CLIPWORD|CLIPS|ALL]",
        ),
        build=_mute,
    ),
    Row(
        name="unmute",
        kind="edit",
        does={"en": "let it be heard again", "zh": "取消静音"},
        examples={"en": ("unmute clip 2",), "zh": ("取消静音",)},
        forms=(f"UNMUTE [{_WHO}|MUTE]",),
        build=_unmute,
    ),
    Row(
        name="volume",
        kind="edit",
        does={
            "en": "set the volume in percent or dB: all, a clip, or the music",
            "zh": "调整音量（百分比或分贝）：整体、片段或音乐",
        },
        examples={
            "en": ("set the volume to 50%", "lower the music to 20%", "make clip 2 6 dB louder"),
            "zh": ("音量调到50%", "把音乐调小一点"),
        },
        forms=(
            "DB",
            f"VOLUME [MOVE|CHANGE|USE|LOUDER|QUIETER|UP|DOWN|PERCENT|DB|FACTOR|{_WHO}|MUSIC]",
            f"LOUDER|QUIETER [VOLUME|CHANGE|PERCENT|DB|FACTOR|UP|DOWN|{_WHO}|UNDER]",
            f"MUSIC|SOUND FACTOR [CHANGE|{_WHO}]",
            f"MUSIC|SOUND PERCENT [MOVE|CHANGE|USE|{_WHO}]",
            f"CHANGE|MUSIC|SOUND|MOVE DB|UP|DOWN [PERCENT|VOLUME|CHANGE|UP|DOWN|LOUDER|QUIETER|{_WHO}]",
        ),
        build=_volume,
    ),
)
