"""Rows of the vocabulary that show something again or longer: duplicate a clip, hold a frame."""

from collections.abc import Sequence
from typing import Final

from nemovideo_mcp.studio.agent.moments import END, START
from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import base_of, clip_ids, length_ms, ms
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_repeating import DuplicateClips, Freeze
from nemovideo_mcp.studio.timeline.time import to_ms


def _duplicate(found: Found) -> Sequence[Edit]:
    """`twice` and `3 times` say how often it is seen in all."""
    factor = found.one("FACTOR")
    times = 1 if factor is None else max(1, round(factor) - 1)
    return [DuplicateClips(clips=clip_ids(found), times=times)]


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


REPEATING: Final[tuple[Row, ...]] = (
    Row(
        name="duplicate_clips",
        kind="edit",
        does={"en": "show a clip, or the whole film, again", "zh": "复制片段，或整个影片重复播放"},
        examples={"en": ("duplicate clip 2", "loop the video 3 times"), "zh": ("复制第二段",)},
        forms=("DUPLICATE [CLIP+|CLIPS|CLIPWORD|FILE|FACTOR|ALL|AGAIN]",),
        build=_duplicate,
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
