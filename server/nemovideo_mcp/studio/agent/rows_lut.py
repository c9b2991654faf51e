"""Rows of the vocabulary about colour tables: LUTs put on clips, and taken off."""

from collections.abc import Sequence
from typing import Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.rows_colour import on_which
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_lut import ApplyLut
from nemovideo_mcp.studio.timeline.model import Lut


def _lut(found: Found) -> Sequence[Edit]:
    where = on_which(found)
    if found.has("REMOVE", "NO", "OFF", "CLEAR"):
        return [ApplyLut(**where)]
    percent = found.one("PERCENT")
    strength = {} if percent is None else {"percent": round(percent)}
    if strength and not where and not found.has("LUTFILE") and (on := _on(found)):
        return [ApplyLut(id=lut, name=name, clips=clips, **strength) for (lut, name), clips in on.items()]
    lut = _meant(found)
    return [ApplyLut(id=lut.id, name=lut.name, **strength, **where)]


def _on(found: Found) -> dict[tuple[str, str], tuple[str, ...]]:
    """The clips that show a table, by the table."""
    on: dict[tuple[str, str], tuple[str, ...]] = {}
    for clip in found.project.clips:
        if lut := clip.treatment.lut:
            on[lut.id, lut.name] = (*on.get((lut.id, lut.name), ()), clip.id)
    return on


def _meant(found: Found) -> Lut:
    """The table that is named; without a name the only one there is, or the one that is on already."""
    on = [clip.treatment.lut for clip in found.project.clips if clip.treatment.lut]
    known = [*on, *found.senses.luts()]
    names = list(dict.fromkeys(lut.name for lut in known))
    said = found.one("LUTFILE")
    if said is not None:
        named = [lut for lut in known if lut.name.casefold() == said.casefold()]
        if not named:
            raise LackError("no_lut", name=said, names=", ".join(names) or "—")
        return named[-1]
    ids = {lut.id for lut in on} or {lut.id for lut in known}
    if len(ids) != 1:
        raise LackError("which_lut", names=", ".join(names) or "—")
    return known[0] if on else known[-1]


_WITH: Final = (
    "LUT|GRADE|APPLIED|ADD|USE|CHANGE|PUT|MOVE|CLIP|CLIPS|CLIPWORD|ALL|ALLCLIPS|PERCENT|STRENGTH|FILE|RANGE|SCREEN|PART|ENTIRE|"
    "EFFECTWORD|COLORWORD|ON|WITHWORD|MORE|LESS|LESSER"
)
_OFF: Final = "ALL|CLIP|CLIPS|CLIPWORD|FILE|RANGE|SCREEN|EFFECTWORD|OUT|TAKE|LUTFILE"

LUTS: Final[tuple[Row, ...]] = (
    Row(
        name="lut",
        kind="edit",
        does={
            "en": "colour by a LUT, a .cube file of yours (give its path)",
            "zh": "套用 LUT 调色（给出 .cube 文件的路径）",
        },
        examples={
            "en": ("apply the LUT look.cube at 50%", "grade clip 2 with look.cube", "remove the LUT"),
            "zh": ("用 look.cube 调色", "给第二段套用 look.cube，强度50%", "去掉LUT"),
        },
        forms=(
            f"LUTFILE [{_WITH}]",
            f"LUT ADD|USE|CHANGE|APPLIED|PUT|PERCENT|GRADE [{_WITH}]",
            f"LUT REMOVE|NO|CLEAR|OFF|TAKE [{_OFF}|REMOVE|NO|OFF]",
            f"LUTFILE REMOVE|NO|CLEAR|OFF [{_OFF}|LUT|REMOVE|NO|OFF]",
        ),
        build=_lut,
    ),
)
