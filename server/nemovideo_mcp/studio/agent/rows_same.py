"""The row that says the last thing again of other clips: "do the same to clip 3"."""

from collections.abc import Sequence
from typing import Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import clip_ids
from nemovideo_mcp.studio.timeline.edit import Edit


def _same(found: Found) -> Sequence[Edit]:
    """The change before this one, if it was of clips, with these clips; asked where there is nothing to say again."""
    done = tuple(getattr(found.last, "clips", ()))
    if found.last is None or not done or hasattr(found.last, "media"):
        raise LackError("which_part")
    ids = clip_ids(found)
    if found.has("COUNTED", "OTHERS") and not ids:
        ids = tuple(clip.id for clip in found.project.clips if clip.id not in done)
    if not ids:
        raise LackError("which_part")
    return [found.last.model_copy(update={"clips": ids})]


SAME: Final[tuple[Row, ...]] = (
    Row(
        name="same",
        kind="edit",
        does={"en": "do the same to other clips", "zh": "对别的片段做同样的修改"},
        examples={"en": (), "zh": ()},
        forms=("SAME CLIP+|FILE+|ALLCLIPS|COUNTED|OTHERS [ADD|PUT|USE|CHANGE|CLIPWORD]",),
        build=_same,
    ),
)
