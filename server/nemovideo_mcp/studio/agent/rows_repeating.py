"""Rows of the vocabulary that show something again or longer: duplicate a clip, hold a frame."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import Final

from nemovideo_mcp.studio.agent.moments import END, START, Span
from nemovideo_mcp.studio.agent.placing import added_at, copied_to
from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import base_of, clip_ids, clips_named, length_ms, ms
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, clip_names, require_clips
from nemovideo_mcp.studio.timeline.edits_clips import AddClips
from nemovideo_mcp.studio.timeline.edits_cutting import CutOut
from nemovideo_mcp.studio.timeline.edits_repeating import DuplicateClips, Freeze
from nemovideo_mcp.studio.timeline.time import as_text, from_ms, to_ms

_HARDLY_MS: Final = 10


def _duplicate(found: Found) -> Sequence[Edit]:
    """`twice` and `3 times` say how often it is seen in all; a copy may be put somewhere else."""
    if found.has("FILE") and not clips_named(found):
        return added_at(found) or [AddClips(media=tuple(found.all("FILE")))]
    factor = found.one("FACTOR")
    if factor is None and found.one("DUPLICATE") == "loop" and not found.has("AGAIN"):
        raise LackError("loop_how")
    times = 1 if factor is None else max(1, round(factor) - 1)
    if found.has("FRONT", "BACK", "POINT", "BEFORE", "AFTER", "RANGE"):
        ids = clip_ids(found)[:1]
        if not ids:
            raise LackError("which_clip", clips=clip_names(found.project))
        return copied_to(found, DuplicateClips(clips=ids))
    return [DuplicateClips(clips=clip_ids(found), times=times)]


def _loop_to(found: Found) -> Sequence[Edit]:
    """So often that the length is reached, and what is more cut off."""
    project, base = found.project, base_of(found)
    require_clips(project)
    span: Span | None = found.one("RANGE")
    wanted = ms(span.end, project) if span else length_ms(found.one("LENGTH"), project)
    ids = clip_ids(found)
    start, unit = base or (0, project.duration)
    if from_ms(wanted) <= unit:
        raise LackError("already_longer", length=as_text(unit), wanted=as_text(from_ms(wanted)))
    repeat = DuplicateClips(clips=ids, times=ceil(Fraction(from_ms(wanted), unit)) - 1)
    longer = unit * (repeat.times + 1)
    cut = CutOut(start_ms=to_ms(start) + wanted, end_ms=to_ms(start + longer))
    return [repeat, cut] if longer - from_ms(wanted) > from_ms(_HARDLY_MS) else [repeat]


def _loop_music(found: Found) -> Sequence[Edit]:
    if not any(sound.role == "music" for sound in found.project.sounds):
        raise EditError("no_music")
    raise LackError("music_loops")


def _freeze(found: Found) -> Sequence[Edit]:
    project, base = found.project, base_of(found)
    length, point, span = found.one("LENGTH"), found.one("POINT"), found.one("RANGE")
    lasting = {} if length is None else {"duration_ms": length_ms(length, project)}
    if span is not None:
        point = START if span.start == START else END
    elif point is None and (found.has("BACK") or base is not None):
        point = END
    if point is None:
        raise LackError("freeze_where")
    whole = base is None and point == END
    return [Freeze(at_ms=to_ms(project.duration) if whole else ms(point, project, base), **lasting)]


_THERE: Final = "FRONT|BACK|POINT|BEFORE|AFTER|RANGE"

REPEATING: Final[tuple[Row, ...]] = (
    Row(
        name="duplicate_clips",
        kind="edit",
        does={"en": "show a clip, or the whole film, again", "zh": "复制片段，或整个影片重复播放"},
        examples={"en": ("duplicate clip 2", "loop the video 3 times"), "zh": ("复制第二段",)},
        forms=(
            "DUPLICATE [CLIP+|CLIPS|CLIPWORD|FILE|FACTOR|ALL|AGAIN|CHANGE|ADD|USE]",
            f"DUPLICATE CLIP+|CLIPWORD|FILE {_THERE} [MOVE|CHANGE|ADD|USE|CLIPWORD|SPLIT|CLIP+|CLIPS]",
        ),
        build=_duplicate,
    ),
    Row(
        name="duplicate_clips",
        kind="edit",
        does={"en": "loop to a length", "zh": "循环到某个时长"},
        examples={"en": (), "zh": ()},
        forms=(
            "DUPLICATE LENGTH [CLIP|CLIPS|CLIPWORD|FILE|ALL|LENGTHWORD|CHANGE|USE|LONGER]",
            "DUPLICATE RANGE [CLIP|CLIPS|CLIPWORD|FILE|ALL|LENGTHWORD|CHANGE|USE]",
        ),
        build=_loop_to,
    ),
    Row(
        name="duplicate_clips",
        kind="edit",
        does={"en": "loop the music", "zh": "循环音乐"},
        examples={"en": (), "zh": ()},
        forms=("DUPLICATE MUSIC [POINT|RANGE|FINISH|FILM|ALL|ENTIRE|CHANGE|USE|LENGTH|FACTOR]",),
        build=_loop_music,
    ),
    Row(
        name="freeze",
        kind="edit",
        does={"en": "freeze a frame", "zh": "定格画面"},
        examples={
            "en": ("freeze the frame at 0:05 for 2 seconds", "freeze the last frame for 3 seconds"),
            "zh": ("在第5秒定格2秒",),
        },
        forms=(
            "FREEZE [POINT|LENGTH|RANGE|ADD|CLIP|CLIPWORD|SHAPEWORD|BACK|FRONT|FILE|LENGTHWORD|SCREEN|USE]",
        ),
        build=_freeze,
    ),
)
