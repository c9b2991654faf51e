"""What was done with colour tables, in words."""

from typing import Final, cast

from nemovideo_mcp.studio.agent.replies_picture import ids_after, what_of
from nemovideo_mcp.studio.agent.row import Words
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_lut import ApplyLut
from nemovideo_mcp.studio.timeline.model import Lut, Project

LUT_DONE: Final[dict[str, Words]] = {
    "lut": {"en": "LUT of {what}: {old} → {new}", "zh": "{what}的 LUT：{old} → {new}"},
}
_NONE: Final[Words] = {"en": "none", "zh": "无"}


def _coloured(edit: Edit, before: Project, after: Project, language: Language) -> dict[str, str | int]:
    lut = cast("ApplyLut", edit)
    ids = ids_after(lut, before, after)
    now = [clip.treatment.lut for clip in after.clips if clip.id in ids]
    old = dict.fromkeys(_said(clip.treatment.lut, language) for clip in before.clips if clip.id in ids)
    return {
        "what": what_of(lut, before, language),
        "old": ", ".join(old) or _NONE[language],
        "new": _said(now[0] if now else None, language),
    }


def _said(lut: Lut | None, language: Language) -> str:
    return f"{lut.name} ({lut.percent}%)" if lut else _NONE[language]


LUT_FACTS: Final = {"lut": _coloured}
