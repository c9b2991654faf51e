"""Rows of the vocabulary about whole clips and the project: delete, order, join, add, rename, start over, undo."""

from collections.abc import Sequence
from typing import Final

from nemovideo_mcp.studio.agent.moments import START
from nemovideo_mcp.studio.agent.placing import added_at, moved_to, position, time_named
from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.rows_sound import add_music
from nemovideo_mcp.studio.agent.targets import clip_ids, clips_named, ms
from nemovideo_mcp.studio.timeline.card import is_card
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, clip_names, require_clips
from nemovideo_mcp.studio.timeline.edits_clips import (
    AddClips,
    Clear,
    DeleteClips,
    MoveClip,
    Rename,
    ReorderClips,
    StartOver,
    SwapClips,
)
from nemovideo_mcp.studio.timeline.edits_overlay import RemoveOverlays
from nemovideo_mcp.studio.timeline.model import MediaKind


def _delete(found: Found) -> Sequence[Edit]:
    clips = require_clips(found.project)
    if found.has("FILE") and not clips_named(found):
        name = found.project.medium(found.one("FILE")).name
        laid = tuple(over.id for over in found.project.overlays if over.media == found.one("FILE"))
        if laid:
            return [RemoveOverlays(ids=laid)]
        if any(sound.media == found.one("FILE") for sound in found.project.sounds):
            raise LackError("is_a_sound", name=name)
        raise LackError("not_on_timeline", name=name)
    if found.has("CLIPS", "COUNTED"):
        raise LackError("which_clip", clips=clip_names(found.project))
    ids = clip_ids(found) or tuple(clip.id for clip in clips)
    return [DeleteClips(clips=ids)]


def _keep_clips(found: Found) -> Sequence[Edit]:
    stay = set(clip_ids(found))
    gone = tuple(clip.id for clip in require_clips(found.project) if clip.id not in stay)
    if not gone:
        raise LackError("already_so")
    return [DeleteClips(clips=gone)]


def _move(found: Found) -> Sequence[Edit]:
    """To the front, the back, a position, or before or after another clip."""
    named = clips_named(found)
    added = added_at(found) if found.has("ADD", "PUT") and not found.has("CLIP") else None
    if added is not None:
        return added
    if not named and found.has("FILE") and found.has("ADD", "PUT"):
        return _add_files(found)
    if not named:
        raise LackError("which_clip", clips=clip_names(found.project))
    clip, at = named[0], time_named(found)
    if at is not None and len(named) == 1:
        return moved_to(found.project, clip, ms(at, found.project))
    return [MoveClip(clip=clip.id, position=position(found, clip, named[1:]))]


def _swap(found: Found) -> Sequence[Edit]:
    named = clips_named(found) or (list(found.project.clips) if len(found.project.clips) == 2 else [])
    if len(named) != 2:
        raise LackError("which_two", clips=clip_names(found.project))
    return [SwapClips(first=named[0].id, second=named[1].id)]


def _order(found: Found) -> Sequence[Edit]:
    clips = require_clips(found.project)
    if found.has("REVORDER", "BACKWARDS"):
        return [ReorderClips(clips=tuple(clip.id for clip in reversed(clips)))]
    named = clips_named(found) if found.has("CLIP", "FILE") else []
    numbers = [int(number) for number in found.all("NUMBER")]
    if any(not 1 <= number <= len(clips) for number in numbers):
        raise EditError("not_all_clips", clips=clip_names(found.project))
    ids = [clip.id for clip in named] or [clips[number - 1].id for number in numbers]
    if not ids:
        raise LackError("which_order", clips=clip_names(found.project))
    return [ReorderClips(clips=tuple(ids))]


def _join(found: Found) -> Sequence[Edit]:
    """What is uploaded and not shown yet is put behind; files named in an order come in that order."""
    project = found.project
    on = {clip.media for clip in project.clips}
    named: list[str] = found.all("FILE")
    pictures = [m.id for m in project.media if m.kind is not MediaKind.AUDIO and not is_card(m.id)]
    missing = [m for m in (named or pictures) if m not in on]
    edits: list[Edit] = [AddClips(media=tuple(missing))] if missing else []
    if len(pictures) < 2 and len(project.clips) < 2:
        raise LackError("join_what")
    after = AddClips(media=tuple(missing)).apply(project) if missing else project
    rank = {media: place for place, media in enumerate(named)}
    order = sorted(after.clips, key=lambda clip: rank.get(clip.media, len(rank)))
    if [clip.id for clip in order] != [clip.id for clip in after.clips]:
        edits.append(ReorderClips(clips=tuple(clip.id for clip in order)))
    if not edits:
        raise LackError("already_joined", clips=clip_names(project))
    return edits


def _add_files(found: Found) -> Sequence[Edit]:
    """An uploaded picture becomes a clip, an uploaded sound the music."""
    project = found.project
    media = [project.medium(media_id) for media_id in found.all("FILE")]
    if all(medium.kind is MediaKind.AUDIO for medium in media):
        return add_music(found)
    if (added := added_at(found)) is not None:
        return added
    shown = {clip.media for clip in project.clips}
    if not found.has("AGAIN") and media[0].kind is MediaKind.IMAGE and media[0].id in shown:
        raise LackError("how_shown", name=media[0].name)
    if not found.has("AGAIN") and all(medium.id in shown for medium in media):
        raise LackError("already_there", name=media[0].name, clips=clip_names(project))
    edits: list[Edit] = [AddClips(media=tuple(medium.id for medium in media))]
    if found.has("FRONT") or found.one("POINT") == START:
        after = edits[0].apply(project)
        edits.append(MoveClip(clip=after.clips[-1].id, position=1))
    return edits


def _unknown_file(found: Found) -> Sequence[Edit]:
    names = ", ".join(medium.name for medium in found.project.media)
    raise EditError("no_medium", name=found.one("FILENAME"), names=names or "-")


def _rename(found: Found) -> Sequence[Edit]:
    name = found.one("QUOTE")
    if name is None:
        raise LackError("which_name")
    return [Rename(name=name)]


def _clear(found: Found) -> Sequence[Edit]:
    """`keep the first 6 seconds and toss the rest`: the rest went with what was kept; of nothing it is asked."""
    if "rest" in found.all("ALL"):
        if found.last is None or found.last.op not in {"keep", "cut_out", "delete_clips"}:
            raise LackError("which_part")
        return []
    return [Clear()]


def _start_over(_found: Found) -> Sequence[Edit]:
    return [StartOver()]


_ANYTHING: Final = "|".join(
    (
        "ADD|USE|JOIN|REMOVE|MOVE|REPLACE|SWAP|CUT|KEEP|MUTE|FILE+|CLIP+|CLIPS|CLIPWORD|COUNTED|MUSIC|VOLUME",
        "UNDER|POINT|PERCENT|PLACE|INORDER|BEFORE|AFTER|NUMBER",
    )
)

CLIPS: Final[tuple[Row, ...]] = (
    Row(
        name="delete_clips",
        kind="edit",
        does={"en": "delete whole clips", "zh": "删除整个片段"},
        examples={
            "en": ("delete clip 2", "keep only clips 1 and 3"),
            "zh": ("删除第二段", "删掉最后一个片段"),
        },
        forms=(
            "REMOVE|CUT|TAKE CLIP+|CLIPWORD|FILE+ [OUT|CLIPWORD]",
            "REMOVE CLIPS|COUNTED [NUMBER]",
        ),
        build=_delete,
    ),
    Row(
        name="delete_clips",
        kind="edit",
        does={"en": "keep some clips", "zh": "只保留某些片段"},
        examples={"en": (), "zh": ()},
        forms=(
            "KEEP CLIP+|FILE+ [ONLY|CLIPWORD]",
            "ONLY CLIP+ [KEEP|USE]",
            "REMOVE ALL|ALLCLIPS EXCEPT CLIP+|FILE+",
            "CLEAR EXCEPT CLIP+|FILE+",
        ),
        build=_keep_clips,
    ),
    Row(
        name="move_clip",
        kind="edit",
        does={"en": "move a clip to another place", "zh": "移动片段"},
        examples={
            "en": ("move clip 3 to the start", "put clip 2 after clip 3"),
            "zh": ("把第二段移到最前面", "把第一段放到最后"),
        },
        forms=(
            "MOVE|ADD|CHANGE CLIP+|FILE+ FRONT|BACK|POINT|BEFORE|AFTER|NUMBER [POSITION|CLIPWORD]",
            "MOVE|ADD CLIP|FILE RANGE [POSITION|CLIPWORD]",
            "USE CLIP+|FILE+ BEFORE|AFTER|FRONT|BACK",
            "MOVE CLIP|FILE|CLIPWORD [POSITION]",
        ),
        build=_move,
    ),
    Row(
        name="swap_clips",
        kind="edit",
        does={"en": "swap two clips", "zh": "交换两个片段"},
        examples={"en": ("swap clips 1 and 2",), "zh": ("交换第一段和第二段",)},
        forms=("SWAP [COUNTED|CLIP+|FILE+|CLIPS|POSITION|ORDER|NUMBER+]",),
        build=_swap,
    ),
    Row(
        name="reorder_clips",
        kind="edit",
        does={"en": "put all clips in a new order", "zh": "重新排列所有片段"},
        examples={"en": ("reorder the clips 3, 1, 2",), "zh": ("把片段顺序颠倒",)},
        forms=(
            "BACKWARDS ORDER [CLIPS|CLIPWORD|CHANGE|ALL]",
            "ORDER|REVORDER [USE|ALLCLIPS|CLIP+|CLIPS|FILE+|NUMBER+|CHANGE|CLIPWORD|INORDER]",
            "ADD CLIPS INORDER NUMBER+",
        ),
        build=_order,
    ),
    Row(
        name="add_clips",
        kind="edit",
        does={"en": "join the uploaded files, or append one", "zh": "把上传的文件接在一起，或接上一个"},
        examples={"en": ("merge the clips", "add beach.mp4 at the end"), "zh": ("把这些视频合并",)},
        forms=(
            "JOIN [COUNTED|ALLCLIPS|CLIPS|FILE+|CLIP+|ALL|INORDER|CLIPWORD|ADD|NUMBER]",
            "ADD CLIPS INORDER",
            "ADD ALL CLIPS|INORDER",
        ),
        build=_join,
    ),
    Row(
        name="add_clips",
        kind="edit",
        does={"en": "append an uploaded file", "zh": "接上一个上传的文件"},
        examples={"en": (), "zh": ()},
        forms=(
            "ADD|USE FILE+ [LENGTH|RANGE|POINT|BACK|FRONT|AGAIN|CLIPS|CLIPWORD|INORDER|PERCENT|DB|VOLUME|AFTER|UNDER]",
        ),
        build=_add_files,
    ),
    Row(
        name="add_clips",
        kind="edit",
        does={"en": "name a file that is not there", "zh": "提到不存在的文件"},
        examples={"en": (), "zh": ()},
        forms=(f"FILENAME+ [{_ANYTHING}]",),
        build=_unknown_file,
    ),
    Row(
        name="rename",
        kind="edit",
        does={"en": "rename the project", "zh": "给项目改名"},
        examples={"en": ('rename the project to "Summer"',), "zh": ("把项目重命名为“夏天”",)},
        forms=(
            "RENAME [QUOTE|PROJECT|NAME]",
            "CHANGE NAME [QUOTE|PROJECT|SAYING]",
            "PROJECT NAME [QUOTE|CHANGE|SAYING]",
            "CHANGE PROJECT QUOTE [NAME|SAYING]",
        ),
        build=_rename,
    ),
    Row(
        name="start_over",
        kind="edit",
        does={"en": "start over from the uploaded files", "zh": "从上传的素材重新开始"},
        examples={"en": ("start over",), "zh": ("重新开始",)},
        forms=("STARTOVER [ALL|CLIPS|CLIPWORD]",),
        build=_start_over,
    ),
    Row(
        name="clear",
        kind="edit",
        does={"en": "empty the timeline; the files stay", "zh": "清空时间线，素材还在"},
        examples={"en": ("clear the timeline",), "zh": ("清空时间线",)},
        forms=("CLEAR [ALL]", "REMOVE ALL", "REMOVE ALLCLIPS [ALL]"),
        build=_clear,
    ),
    Row(
        name="undo",
        kind="undo",
        does={"en": "take the last change back", "zh": "撤销上一步"},
        examples={"en": ("undo",), "zh": ("撤销",)},
        forms=("UNDO [BACK|CHANGE|NUMBER|FACTOR|CLIPWORD|AGAIN|STEPS]",),
    ),
    Row(
        name="redo",
        kind="redo",
        does={"en": "bring back what was undone", "zh": "恢复撤销的修改"},
        examples={"en": ("redo",), "zh": ("重做",)},
        forms=("REDO [BACK|CHANGE|NUMBER|FACTOR|STEPS]",),
    ),
    Row(
        name="show",
        kind="show",
        does={"en": "say what is on the timeline", "zh": "说明时间线上有什么"},
        examples={"en": ("show the timeline",), "zh": ("查看时间线",)},
        forms=("SHOWSTATE",),
    ),
    Row(
        name="export",
        kind="export",
        does={"en": "make the finished file (a step of its own)", "zh": "生成成片文件（单独的一步）"},
        examples={"en": ("export",), "zh": ("导出",)},
        forms=(
            "NO EXPORT [ALL]",
            "EXPORT [PERCENT|NUMBER|SHAPEWORD|CLIPWORD|INORDER|USE|MUSIC|FADE]",
        ),
    ),
)
