"""Rows of the vocabulary about colours that are keyed out: green screens."""

from collections.abc import Sequence
from typing import Any, Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import clips_named
from nemovideo_mcp.studio.timeline.edit import Edit, clip_names
from nemovideo_mcp.studio.timeline.edits_keying import ChromaKey
from nemovideo_mcp.studio.timeline.edits_overlay import overlay_with

_PURE: Final = {"#00c853": "#00ff00", "#2979ff": "#0000ff"}  # what a screen's green and blue are nearest to
GREEN: Final = "#00ff00"


def _key(found: Found) -> Sequence[Edit]:
    color: str = found.one("KEY") or GREEN
    percent = found.one("PERCENT")
    amount: dict[str, Any] = {} if percent is None else {"amount": round(percent)}
    return [ChromaKey(color=_PURE.get(color, color), **_what(found), **amount)]


def _what(found: Found) -> dict[str, Any]:
    """What is named, an overlay sooner than a clip; else the only overlay, or the later of two clips."""
    project = found.project
    if (by_id := found.one("OVERLAYWORD")) is not None:
        return {"id": overlay_with(project, by_id).id}
    overlays = [one.id for one in project.overlays if found.one("FILE") in (None, one.media)]
    if overlays and not found.has("CLIP"):
        return {"id": overlays[-1]}
    named = list(dict.fromkeys(clip.id for clip in clips_named(found)))
    if len(named) == 2 and found.has("CLIP", "FILE"):
        return {"id": named[0], "over": named[1]}
    if len(named) == 1:
        return {"id": named[0]}
    if len(project.clips) <= 2 and project.clips:
        return {"id": project.clips[-1].id}
    raise LackError("which_clip", clips=clip_names(project))


_WHICH: Final = "CLIP+|CLIPS|CLIPWORD|FILE+|PERCENT|OVERLAYWORD|PIP|SCREEN|OFF|OUT|UNDER|COLORWORD"

KEYING: Final[tuple[Row, ...]] = (
    Row(
        name="chroma_key",
        kind="edit",
        does={
            "en": "key a colour out: a green screen over the clip beneath",
            "zh": "抠像：去掉绿幕，露出下面的画面",
        },
        examples={
            "en": ("remove the green background of clip 2", "key out the blue of clip 2"),
            "zh": ("去掉第二段的绿幕",),
        },
        forms=(f"KEY [AFTER|UNDER|OUT|REMOVE|REPLACE|USE|ADD|CHANGE|TAKE|CUT|{_WHICH}]",),
        build=_key,
    ),
)
