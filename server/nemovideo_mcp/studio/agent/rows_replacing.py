"""Rows of the vocabulary that part a clip from its sound."""

from collections.abc import Sequence
from typing import Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import clip_ids, heard_media
from nemovideo_mcp.studio.timeline.edit import Edit, clip_names, require_clips
from nemovideo_mcp.studio.timeline.edits_replacing import DetachSound, ReplaceSound


def _replace(found: Found) -> Sequence[Edit]:
    """The named clips; a file that is named is what they get."""
    medium = heard_media(found)
    numbered = [token for token in found.tokens if token.symbol != "FILE"]
    level = found.one("PERCENT")
    ids = clip_ids(Found(tuple(numbered), found.project, found.last))
    return [
        ReplaceSound(clip=clip, media=medium.id, level=100 if level is None else round(level)) for clip in ids
    ]


def _detach(found: Found) -> Sequence[Edit]:
    clips = require_clips(found.project)
    ids = clip_ids(found) or tuple(clip.id for clip in clips if len(clips) == 1 or found.has("ALL", "ENTIRE"))
    if not ids:
        raise LackError("which_clip", clips=clip_names(found.project))
    return [DetachSound(clip=clip) for clip in ids]


REPLACING: Final[tuple[Row, ...]] = (
    Row(
        name="replace_sound",
        kind="edit",
        does={"en": "give one clip another sound, from a file", "zh": "替换某个片段的声音"},
        examples={
            "en": ("replace the sound of clip 2 with song.mp3",),
            "zh": ("把第二段的声音换成 song.mp3",),
        },
        forms=(
            "REPLACE|CHANGE SOUND|ORIGINAL FILE CLIP [ORIGINAL|SOUND|USE|PERCENT|CHANGE|CLIPWORD|VOLUME|TO|REPLACE]",
        ),
        build=_replace,
    ),
    Row(
        name="detach_sound",
        kind="edit",
        does={"en": "detach a clip's sound from its picture", "zh": "把声音从画面中分离出来"},
        examples={"en": ("detach the audio of clip 1",), "zh": ("分离第一段的声音",)},
        forms=(
            "DETACH|SPLIT SOUND [CLIP|CLIPWORD|FILE|ORIGINAL|ALL|CLIPS|SCREEN|OUT]",
            "DETACH CLIP [SOUND]",
        ),
        build=_detach,
    ),
)
