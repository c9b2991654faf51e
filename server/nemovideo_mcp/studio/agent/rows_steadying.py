"""Rows of the vocabulary about shaky pictures."""

from collections.abc import Sequence
from typing import Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.rows_colour import on_which
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_steadying import USUAL, Stabilise


def _steady(found: Found) -> Sequence[Edit]:
    if not found.has("SHAKE") and found.has("REMOVE", "NO", "OFF", "MUTE"):
        return [Stabilise(percent=0, **on_which(found))]
    if not found.senses.steadies():
        raise LackError("no_stabiliser")
    percent = found.one("PERCENT")
    if percent is None:
        percent = min(100, USUAL * (found.one("DEGREE") or 100) // 100)
    return [Stabilise(percent=round(percent), **on_which(found))]


_WHICH: Final = "CLIP|CLIPS|CLIPWORD|ALL|FILE|RANGE|SCREEN|PART|ENTIRE|PERCENT|ADD|USE|CHANGE|EFFECTWORD|MORE|OUT|UP|LESS|LESSER|SMALLER"

STEADYING: Final[tuple[Row, ...]] = (
    Row(
        name="stabilise",
        kind="edit",
        does={"en": "stabilise shaky films", "zh": "防抖：稳定晃动的画面"},
        examples={
            "en": ("stabilize the video", "stabilise clip 2 by 80%", "remove the stabilisation"),
            "zh": ("稳定画面", "给第二段防抖", "取消防抖"),
        },
        forms=(
            f"STEADY|STEADYWORD [SHAKE|STILLER|QUIETER|REMOVE|NO|OFF|STEADY|STEADYWORD|STRENGTH|{_WHICH}]",
            f"STEADYWORD MUTE|UNMUTE|ENABLE [OFF|STRENGTH|{_WHICH}]",
            f"SHAKE REMOVE|NO|STILLER|QUIETER|TAKE|LESS|LESSER|SMALLER [STEADYWORD|STRENGTH|{_WHICH}]",
        ),
        build=_steady,
    ),
)
