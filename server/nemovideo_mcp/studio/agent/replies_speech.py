"""What was done with what is said, in words: captions laid, looks changed, phrases cut."""

from collections.abc import Sequence
from typing import Final, cast

from nemovideo_mcp.studio.agent.row import Words
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.agent.targets import shown
from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_shifting import ShiftSubtitles
from nemovideo_mcp.studio.timeline.edits_spoken import CutSpoken
from nemovideo_mcp.studio.timeline.edits_subtitles import AddSubtitles, StyleSubtitles
from nemovideo_mcp.studio.timeline.model import Project, Text
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_ms

Facts = dict[str, str | int]
_SHOWN: Final = 6
_MANY: Final = 50

SPEECH_DONE: Final[dict[str, Words]] = {
    "add_subtitles": {
        "en": "Subtitles of what is said ({count}), {how}: {cues}",
        "zh": "按所说的话加了 {count} 条字幕（{how}）：{cues}",
    },
    "style_subtitles": {"en": "Subtitles: {how}", "zh": "字幕：{how}"},
    "remove_subtitles": {"en": "Subtitles removed ({count})", "zh": "已删除 {count} 条字幕"},
    "shift_subtitles": {
        "en": "All subtitles are {by} {way} now; the first at {first}{gone}",
        "zh": "全部字幕{way}了 {by}；第一条在 {first}{gone}",
    },
    "cut_spoken": {"en": "{what} “{words}” {times}: {where}", "zh": "{what}“{words}”{times}：{where}"},
}
_NAMES: Final[dict[str, Words]] = {
    "plain": {"en": "plain", "zh": "普通"},
    "boxed": {"en": "on a dark box", "zh": "带底框"},
    "bold": {"en": "big and bold", "zh": "醒目大字"},
    "highlight": {"en": "each word lit up as it is said", "zh": "逐词高亮"},
    "burnt": {"en": "in the picture", "zh": "画面内"},
    "track": {"en": "as a track that players can show", "zh": "作为可开关的字幕轨"},
    "later": {"en": "later", "zh": "延后"},
    "earlier": {"en": "earlier", "zh": "提前"},
    "gone": {"en": "; {n} no longer in the film", "zh": "；有 {n} 条已不在影片内"},
    "said_once": {"en": "“{words}” is said once: {where}.", "zh": "“{words}”说了 1 次：{where}。"},
    "said_often": {"en": "“{words}” is said {n} times: {where}.", "zh": "“{words}”说了 {n} 次：{where}。"},
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


def _shifted(edit: Edit, before: Project, after: Project, language: Language) -> Facts:
    by, captions = cast("ShiftSubtitles", edit).by_ms, _captions(after)
    gone = len(_captions(before)) - len(captions)
    return {
        "by": as_text(from_ms(abs(by))),
        "way": _NAMES["later" if by > 0 else "earlier"][language],
        "first": as_text(captions[0].at),
        "gone": _NAMES["gone"][language].format(n=gone) if gone else "",
    }


def times_told(words: str, places: Sequence[tuple[Ticks, Ticks]], language: Language) -> str:
    """When something is said, for somebody who asked."""
    where = [f"{as_text(start)}–{as_text(end)}" for start, end in places[:_MANY]]
    told = _NAMES["said_once" if len(places) == 1 else "said_often"][language]
    more = "…" if len(places) > _MANY else ""
    return told.format(words=words, n=len(places), where=", ".join(where) + more)


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
    "shift_subtitles": _shifted,
    "cut_spoken": _cut,
}
