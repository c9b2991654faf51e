"""What was done with what is said, in words: captions laid, looks changed, phrases cut."""

from typing import Final, cast

from nemovideo_mcp.studio.agent.row import Words
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.agent.targets import shown
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_spoken import CutSpoken
from nemovideo_mcp.studio.timeline.edits_subtitles import AddSubtitles, StyleSubtitles
from nemovideo_mcp.studio.timeline.model import Project, Text
from nemovideo_mcp.studio.timeline.time import as_text, from_ms

Facts = dict[str, str | int]
_SHOWN: Final = 6

SPEECH_DONE: Final[dict[str, Words]] = {
    "add_subtitles": {
        "en": "Subtitles of what is said ({count}), {how}: {cues}",
        "zh": "按所说的话加了 {count} 条字幕（{how}）：{cues}",
    },
    "style_subtitles": {"en": "Subtitles: {how}", "zh": "字幕：{how}"},
    "remove_subtitles": {"en": "Subtitles removed ({count})", "zh": "已删除 {count} 条字幕"},
    "cut_spoken": {"en": "{what} “{words}” {times}: {where}", "zh": "{what}“{words}”{times}：{where}"},
}
_NAMES: Final[dict[str, Words]] = {
    "plain": {"en": "plain", "zh": "普通"},
    "boxed": {"en": "on a dark box", "zh": "带底框"},
    "bold": {"en": "big and bold", "zh": "醒目大字"},
    "highlight": {"en": "each word lit up as it is said", "zh": "逐词高亮"},
    "burnt": {"en": "in the picture", "zh": "画面内"},
    "track": {"en": "as a track that players can show", "zh": "作为可开关的字幕轨"},
    "cut": {"en": "Cut out", "zh": "剪掉了"},
    "kept": {"en": "Kept only", "zh": "只保留"},
    "once": {"en": "once", "zh": ""},
    "often": {"en": "{n} times", "zh": "（{n} 处）"},
}


def _captions(project: Project) -> list[Text]:
    return sorted((text for text in project.texts if text.role == "caption"), key=lambda text: text.at)


def _added(edit: Edit, _before: Project, after: Project, language: Language) -> Facts:
    added = cast("AddSubtitles", edit)
    captions = [text for text in _captions(after) if text.words]
    told = [f"“{shown(' '.join(text.text.split()))}” {as_text(text.at)}" for text in captions[:_SHOWN]]
    more = "…" if len(captions) > _SHOWN else ""
    how = ", ".join(_NAMES[one][language] for one in (added.style, "track" if added.as_track else "burnt"))
    return {"count": len(captions), "how": how, "cues": "; ".join(told) + more}


def _styled(edit: Edit, _before: Project, after: Project, language: Language) -> Facts:
    styled, first = cast("StyleSubtitles", edit), _captions(after)[0]
    how = [_NAMES[styled.style][language]] if styled.style else []
    how += [first.place.value] if styled.place else []
    how += [first.color] if styled.color else []
    how += [f"{first.size}%"] if styled.size else []
    if styled.as_track is not None:
        how.append(_NAMES["track" if styled.as_track else "burnt"][language])
    return {"how": ", ".join(how)}


def _removed(_edit: Edit, before: Project, _after: Project, _language: Language) -> Facts:
    return {"count": len(_captions(before))}


def _cut(edit: Edit, _before: Project, _after: Project, language: Language) -> Facts:
    cut = cast("CutSpoken", edit)
    count = len(cut.ranges_ms)
    where = [f"{as_text(from_ms(start))}–{as_text(from_ms(end))}" for start, end in cut.ranges_ms[:_SHOWN]]
    times = _NAMES["once"] if count == 1 else _NAMES["often"]
    return {
        "what": _NAMES["kept" if cut.keep else "cut"][language],
        "words": shown(cut.words),
        "times": times[language].format(n=count),
        "where": ", ".join(where) + ("…" if count > _SHOWN else ""),
    }


SPEECH_FACTS: Final = {
    "add_subtitles": _added,
    "style_subtitles": _styled,
    "remove_subtitles": _removed,
    "cut_spoken": _cut,
}
