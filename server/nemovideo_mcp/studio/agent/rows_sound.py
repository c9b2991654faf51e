"""Rows of the vocabulary about sound: music, volume, mute."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.moments import END, START
from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.rows_text import change_text
from nemovideo_mcp.studio.agent.targets import base_of, clip_ids, heard_media, length_ms, span_ms
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, span
from nemovideo_mcp.studio.timeline.edits_cutting import Split, split_at
from nemovideo_mcp.studio.timeline.edits_sound import (
    MUSIC_LEVEL,
    AddMusic,
    Mute,
    RemoveMusic,
    Target,
    Unmute,
    Volume,
)
from nemovideo_mcp.studio.timeline.edits_voice import voices_in
from nemovideo_mcp.studio.timeline.library import PREFIX, TUNES, is_made
from nemovideo_mcp.studio.timeline.model import MediaKind
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import to_ms

QUIETER: Final = Fraction(7, 10)
LOUDER: Final = Fraction(14, 10)
USUAL_TUNE: Final = "lo-fi"
TUNE_FADE_MS: Final = 2000


def _target(found: Found, default: Target) -> Target:
    """Music when it is said, or when "it" was music a moment ago; the clips' own sound when that is said; the voiceover."""
    last = found.last.op if found.last else ""
    named: tuple[tuple[bool, Target], ...] = (
        (found.has("EXCEPT"), "clips"),
        (found.has("MUSIC") and not found.has("ORIGINAL"), "music"),
        (found.has("VOICEOVER") or (found.has("SPEECH") and bool(voices_in(found.project))), "voice"),
        (found.has("ALL", "ENTIRE"), "all"),
        (found.has("ORIGINAL", "CLIPS"), "clips"),
        (found.has("IT") and not found.has("FILM", "SOUND") and last == "add_music", "music"),
        (found.has("IT") and not found.has("FILM", "SOUND") and last == "add_voiceover", "voice"),
    )
    return next((target for told, target in named if told), default)


def _tune(found: Found) -> str | None:
    """The built-in music that is asked for: a style by name, or any when nobody uploaded a sound."""
    if found.one("FILE") is not None:
        return None
    styles = [style for style in found.all("STYLE") if style]
    uploaded = any(m.kind is MediaKind.AUDIO and not is_made(m.id) for m in found.project.media)
    if styles:
        return f"{PREFIX}{styles[0]}"
    if found.has("STYLE") and not uploaded:
        raise LackError("which_music", names=", ".join(TUNES))
    return None if uploaded and not found.has("LIBRARY") else f"{PREFIX}{USUAL_TUNE}"


def _library_music(found: Found, tune: str) -> dict[str, Any]:
    """Under other sound at the usual level, alone at its own; it goes out with the film."""
    project = found.project
    heard = any(not clip.muted and project.medium(clip.media).has_audio for clip in project.clips)
    fade = min(TUNE_FADE_MS, to_ms(project.duration) // 4)
    return {"media": tune, "level": MUSIC_LEVEL if heard else 100, "fade_out_ms": fade}


def add_music(found: Found) -> Sequence[Edit]:
    """An uploaded song, or one of the studio's own tunes, under the whole film."""
    if found.one("POINT") not in (None, START, END):
        raise LackError("music_whole")
    tune = _tune(found)
    wanted = {"media": heard_media(found).id} if tune is None else _library_music(found, tune)
    level = found.one("PERCENT")
    if (share := found.one("FACTOR")) is not None:
        level = share * 100
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
    if level is not None:
        wanted["level"] = round(level)
    return [AddMusic(**{**wanted, **fades})]


def _remove_music(_found: Found) -> Sequence[Edit]:
    return [RemoveMusic()]


def _within(found: Found) -> tuple[list[Edit], tuple[str, ...]]:
    """The cuts that make a range clips of its own, and their ids; the music under them keeps its level."""
    project, edits = found.project, list[Edit]()
    if found.has("MUSIC"):
        raise LackError("music_range")
    start, end = span_ms(found.one("RANGE"), project, base_of(found))
    bounds = span(project, start, end)
    for at in bounds:
        after = split_at(project, at)
        if after is not project:
            edits.append(Split(at_ms=to_ms(at)))
            project = after
    ids = (clip.id for clip, at in placed(project.clips) if bounds[0] <= at < bounds[1])
    return edits, tuple(ids)


def _volume(found: Found) -> Sequence[Edit]:
    written = found.last is not None and found.last.op in {"add_title", "change_text"}
    if written and {token.symbol for token in found.tokens} <= {"MORE", "LESS"}:
        return change_text(found)  # "标题改成黄色，再大一点"
    if found.has("RANGE"):
        splits, pieces = _within(found)
        return [*splits, Volume(target="clips", clips=pieces, **_level(found))]
    ids = clip_ids(found)
    target = _target(found, "all")
    return [Volume(target=target, clips=ids, **_level(found))]


def _level(found: Found) -> dict[str, Any]:
    """A percentage, a number of dB, a factor; or by how much when it is to be only louder or quieter."""
    quieter = found.has("QUIETER", "DOWN", "LESS", "REMOVE")
    moved = quieter or found.has("LOUDER", "UP", "MORE")
    percent, db, factor = found.one("PERCENT"), found.one("DB"), found.one("FACTOR")
    if db is not None:
        return {"db": -abs(db) if quieter else db}
    if factor is not None:
        return {"factor": 1 / factor if quieter and factor > 1 else factor}
    if percent is not None:
        if moved and (found.has("BY") or _by_so_much(found)):
            return {"factor": max(Fraction(0), 1 + (-percent if quieter else percent) / 100)}
        if percent != round(percent) and percent > 0:
            percent = Fraction(round(percent))
        return {"percent": round(percent)}
    if (number := found.one("NUMBER")) is not None:
        return {"percent": round(number)}
    if not moved:
        raise LackError("how_loud")
    return {"factor": QUIETER if quieter else LOUDER}


def _by_so_much(found: Found) -> bool:
    """`音量调大50%`: the amount stands right behind the word, without "to"."""
    pairs = zip(found.tokens, found.tokens[1:], strict=False)
    return any(
        one.symbol in {"LOUDER", "QUIETER"} and two.symbol == "PERCENT" and one.end == two.start
        for one, two in pairs
    )


def _mute(found: Found) -> Sequence[Edit]:
    if found.has("RANGE"):
        splits, pieces = _within(found)
        return [*splits, Mute(target="clips", clips=pieces)]
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
_MUSIC: Final = f"LIBRARY|FILE|PERCENT|FACTOR|DB|UNDER|VOLUME|STYLE|SOUND|MUSIC|ALL|USE|CLIPWORD|POINT|CLIPS|SCREEN|{_FADES}"
_WHO: Final = "VOICEOVER|SPEECH|SOUND|MUSIC|ORIGINAL|CLIP+|CLIPWORD|CLIPS|ALL|FILE"


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
            "en": "put music under the whole film: your uploaded song, or built-in lo-fi, upbeat, calm or cinematic music, at 35 % or a level you say",
            "zh": "给整片铺音乐：上传的歌曲，或内置的轻松（lo-fi）、轻快、舒缓、史诗音乐，默认音量35%，也可指定",
        },
        examples={
            "en": ("add lo-fi background music", "add song.mp3 as background music at 20%"),
            "zh": ("加一段轻松的背景音乐", "用 song.mp3 做背景音乐，音量20%"),
        },
        forms=(
            f"ADD|USE MUSIC [{_MUSIC}]",
            f"CHANGE|REPLACE MUSIC [FILE|UNDER|STYLE|LIBRARY|{_FADES}|ALL]",
            f"CHANGE|REPLACE MUSIC FILE [{_MUSIC}]",
            f"ADD|USE|CHANGE|REPLACE FILE UNDER|MUSIC [{_MUSIC}]",
            "MUSIC FILE [PERCENT|DB|UNDER|VOLUME]",
            f"MUSIC STYLE [{_MUSIC}]",
            f"ADD STYLE UNDER [{_MUSIC}]",
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
        forms=("REMOVE|TAKE|NO MUSIC [OUT|OFF|ALL|FILE|UNDER|STYLE]",),
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
            "MUTE ALL EXCEPT MUSIC",
            f"MUTE|SILENCE [{_WHO}|CHANGE|VOLUME|OFF|RANGE|PART]",
            "REMOVE|TAKE SOUND [OUT|OFF|RANGE|PART|ORIGINAL|CLIP+|CLIPWORD|CLIPS|ALL|FILE]",
            "REMOVE ORIGINAL [OUT|OFF|SOUND|MUSIC|CLIP+|CLIPWORD|CLIPS|ALL]",
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
            f"VOLUME [NUMBER|RANGE|MOVE|TAKE|CHANGE|USE|LOUDER|QUIETER|UP|DOWN|PERCENT|DB|FACTOR|{_WHO}|MUSIC]",
            f"LOUDER|QUIETER [RANGE|VOLUME|CHANGE|PERCENT|DB|FACTOR|UP|DOWN|{_WHO}|UNDER]",
            f"MUSIC|SOUND FACTOR [CHANGE|{_WHO}]",
            f"REMOVE SOUND|MUSIC|VOLUME PERCENT|DB [{_WHO}|VOLUME]",
            f"MUSIC|SOUND|ORIGINAL PERCENT [MOVE|TAKE|CHANGE|USE|{_WHO}]",
            f"CHANGE|MUSIC|SOUND|MOVE DB|UP|DOWN [TAKE|PERCENT|VOLUME|CHANGE|UP|DOWN|LOUDER|QUIETER|{_WHO}]",
        ),
        build=_volume,
    ),
)
