"""What was done against shaking, in words."""

from typing import Final, cast

from nemovideo_mcp.studio.agent.replies_picture import amounts_said, ids_after, what_of
from nemovideo_mcp.studio.agent.row import Words
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_steadying import Stabilise
from nemovideo_mcp.studio.timeline.model import Project

STEADY_DONE: Final[dict[str, Words]] = {
    "stabilise": {
        "en": "Stabilisation of {what}: {old} → {new}{how}",
        "zh": "{what}的防抖：{old} → {new}{how}",
    },
}
_HOW: Final[Words] = {
    "en": " (done by the export, which then takes longer; the picture is enlarged a little so that no edges show, and previews show "
    "it once it was exported)",
    "zh": "（导出时处理，耗时会长一些；画面会略微放大以免露出边缘，预览在导出一次之后才显示防抖效果）",
}


def _steadied(edit: Edit, before: Project, after: Project, language: Language) -> dict[str, str | int]:
    steady = cast("Stabilise", edit)
    ids = ids_after(steady, before, after)
    old = [clip.treatment.steady for clip in before.clips if clip.id in ids]
    how = _HOW[language] if steady.percent else ""
    what = what_of(steady, before, language)
    return {"what": what, "old": amounts_said(old or [0], "d"), "new": f"{steady.percent}%", "how": how}


STEADY_FACTS: Final = {"stabilise": _steadied}
