"""What was turned around, or put in, in words."""

from typing import Final, TypeAlias, cast

from nemovideo_mcp.studio.agent.row import Words
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.timeline.edit import Edit, clip_index, clip_names, point, span, stem
from nemovideo_mcp.studio.timeline.edits_clips import AddClips
from nemovideo_mcp.studio.timeline.edits_reversing import Reverse
from nemovideo_mcp.studio.timeline.model import Project
from nemovideo_mcp.studio.timeline.time import as_text

Facts: TypeAlias = dict[str, str | int]

TIME_DONE: Final[dict[str, Words]] = {
    "reverse": {"en": "{what} {how}: {clips}", "zh": "{what}{how}：{clips}"},
    "add_clips": {"en": "Added {names} {where}: {clips}", "zh": "{where}加入了 {names}：{clips}"},
}
_NAMES: Final[dict[str, Words]] = {
    "film": {"en": "The film", "zh": "影片"},
    "backwards": {"en": "plays backwards now", "zh": "现在倒放"},
    "forwards": {"en": "plays forwards now", "zh": "现在正放"},
    "end": {"en": "after the last clip", "zh": "在最后"},
    "at": {"en": "at {at}", "zh": "在 {at} 处"},
}


def _reversed(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    reverse = cast("Reverse", edit)
    if reverse.start_ms is not None or reverse.end_ms is not None:
        start, end = span(before, reverse.start_ms or 0, reverse.end_ms)
        what = f"{as_text(start)}–{as_text(end)}"
    else:
        indexes = [clip_index(before, clip) for clip in reverse.clips[:12]]
        named = ", ".join(f"{index + 1}. {stem(before, before.clips[index])}" for index in indexes)
        what = named or _NAMES["film"][language]
    return {
        "what": what,
        "how": _NAMES["backwards" if reverse.on else "forwards"][language],
        "clips": clip_names(after),
    }


def _added(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    add = cast("AddClips", edit)
    names = ", ".join(before.medium(media).name for media in add.media)
    at = None if add.at_ms is None else as_text(point(before, add.at_ms))
    where = _NAMES["end" if at is None else "at"][language].format(at=at)
    return {"names": names, "where": where, "clips": clip_names(after)}


TIME_FACTS: Final = {"reverse": _reversed, "add_clips": _added}
