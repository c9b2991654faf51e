"""The agent's replies around its edits: reports, questions, refusals, and what is not understood."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from nemovideo_mcp.studio.agent.grammar import Clause
from nemovideo_mcp.studio.agent.problems_zh import PROBLEMS_ZH
from nemovideo_mcp.studio.agent.questions import QUESTIONS
from nemovideo_mcp.studio.agent.row import LackError, Words
from nemovideo_mcp.studio.agent.sentence import Language, Sentence
from nemovideo_mcp.studio.agent.slots import Token
from nemovideo_mcp.studio.agent.suggestions import nearest, next_steps
from nemovideo_mcp.studio.agent.table import vocabulary
from nemovideo_mcp.studio.agent.targets import shown
from nemovideo_mcp.studio.agent.topics import Topic
from nemovideo_mcp.studio.agent.voices import in_words
from nemovideo_mcp.studio.timeline.edit import PROBLEMS, EditError, clip_names
from nemovideo_mcp.studio.timeline.model import Project
from nemovideo_mcp.studio.timeline.time import as_text

SAID: Final[dict[str, Words]] = {
    "unchanged": {"en": "Nothing was changed.", "zh": "什么也没有改。"},
    "length": {"en": "The film is {new} long now (was {old}).", "zh": "影片现在长 {new}（原来 {old}）。"},
    "same_length": {"en": "The film is still {new} long.", "zh": "影片长度仍是 {new}。"},
    "no_change": {"en": "That is how it was already; nothing changed.", "zh": "本来就是这样，没有变化。"},
    "next": {"en": 'Next you could say "{one}" or "{two}".', "zh": "接下来可以说“{one}”或“{two}”。"},
    "question": {
        "en": "You asked, so nothing was changed. To have it done, say {ways}; “undo” takes any change back.",
        "zh": "这是提问，所以什么也没有改。要做的话请说{ways}；任何修改都可以用“撤销”收回。",
    },
    "cancelled": {
        "en": "Taken together these changes leave the film as it was.",
        "zh": "这些修改合在一起，影片和原来一样。",
    },
    "empty": {"en": "There was no request in that.", "zh": "没有收到要求。"},
    "too_long": {
        "en": "That is more than {limit} characters outside quotes; please say it shorter, a few edits at a time.",
        "zh": "引号之外超过了 {limit} 个字符；请说短一些，每次几项。",
    },
    "nothing_yet": {
        "en": "There is nothing here to edit yet. Upload a video, a picture or a sound first, then say that again.",
        "zh": "这里还没有可以编辑的内容。请先上传视频、图片或音频，再说一遍。",
    },
    "cleared": {
        "en": 'The timeline is empty. Say "start over" to lay your uploaded files out again, or "add {name}".',
        "zh": "时间线是空的。可以说“重新开始”，把上传的素材重新放上来。",
    },
    "in_part": {"en": "In “{part}”: ", "zh": "在“{part}”中："},
    "not_built": {
        "en": "{what}: not built yet, so it was not done. ",
        "zh": "{what}还没有做好，所以没有执行。",
    },
    "not_understood": {
        "en": "I did not understand “{part}”. The nearest things I can do: {phrases}.",
        "zh": "没有听懂“{part}”。我能做的最接近的是：{phrases}。",
    },
    "part_unclear": {"en": "“{part}” is not clear to me.", "zh": "“{part}”没有听懂。"},
    "rest": {
        "en": " The rest I understood; without that part, say: {rest}",
        "zh": "其余部分听懂了；去掉那部分，可以说：{rest}",
    },
    "unfit": {"en": "“{part}” holds a value that does not fit.", "zh": "“{part}”里的数值不合适。"},
    "undo_none": {"en": "There is nothing to undo.", "zh": "没有可以撤销的修改。"},
    "redo_none": {"en": "There is nothing to redo.", "zh": "没有可以重做的修改。"},
    "too_many_steps": {
        "en": "There are not {times} changes to {kind}; say “{kind}” for one of them.",
        "zh": "没有 {times} 步可以这样做；可以一步一步地说。",
    },
    "move_alone": {
        "en": "Undo and redo go first in a sentence, once; say them on their own.",
        "zh": "撤销和重做只能放在最前面说一次；请单独说。",
    },
    "undo": {"en": "Undone. {state}", "zh": "已撤销。{state}"},
    "undone_upload": {
        "en": 'That took back the upload of your files, too; say "redo" to have them again.',
        "zh": "这一步连上传的素材也收回了；说“重做”可以恢复。",
    },
    "redo": {"en": "Done again. {state}", "zh": "已重做。{state}"},
    "export": {
        "en": "The finished file is made by the export, a step of its own: say “export”.",
        "zh": "成片由导出生成，是单独的一步：请说“导出”。",
    },
    "file": {
        "en": "Nothing has to be edited for that: the export makes the film, as it stands, a {file}.",
        "zh": "这不需要剪辑：导出会把影片按现状做成 {file}。",
    },
    "export_empty": {
        "en": "There is nothing to export yet; upload a video first.",
        "zh": "还没有可导出的内容，请先上传视频。",
    },
    "capabilities": {"en": "I can: {list}.", "zh": "我可以：{list}。"},
    "timeline": {"en": "On the timeline: {parts}; {length} long", "zh": "时间线上：{parts}；长 {length}"},
    "timeline_empty": {"en": "The timeline is empty.", "zh": "时间线是空的。"},
}


def say(key: str, language: Language, **facts: str | int) -> str:
    """One of the sentences above, in a language."""
    return SAID[key][language].format(**facts)


def _joined(parts: Sequence[str], language: Language) -> str:
    apart = "\n\n" if any("\n" in part for part in parts) else "" if language == "zh" else " "
    return apart.join(part.strip() for part in parts if part)


def _steps(project: Project, language: Language) -> str:
    one, two = next_steps(project, language)
    return say("next", language, one=one, two=two)


def _part(sentence: Sentence, clause: Clause) -> str:
    return shown(sentence.raw[clause.start : clause.end])


def report(
    before: Project,
    after: Project,
    told: Sequence[str],
    notes: Sequence[str],
    language: Language,
    *,
    worked: bool,
) -> str:
    """What was done, the length before and after, notes, and two next steps; `worked` when any edit changed anything."""
    stop = "。" if language == "zh" else "."
    parts = [f"{one}{stop}" for one in told]
    if told and after == before and worked:
        parts.append(say("cancelled", language))
    elif told and after == before:
        parts = [say("no_change", language)]
    elif told:
        key = "same_length" if before.duration == after.duration else "length"
        parts.append(say(key, language, old=as_text(before.duration), new=as_text(after.duration)))
    if not parts and not notes:
        parts = [say("unchanged", language)]
    return _joined([*parts, *notes, _steps(after, language)], language)


def state(project: Project, language: Language) -> str:
    """The timeline in one sentence."""
    if not project.duration:
        return say("timeline_empty", language)
    parts = [clip_names(project)] if project.clips else []
    parts += [f"{project.medium(s.media).name} {s.volume}%" for s in project.sounds[:6]]
    parts += [f'"{shown(text.text)}"' for text in project.texts[:6]]
    if project.canvas:
        parts.append(f"{project.canvas.width}×{project.canvas.height}")
    end = "。" if language == "zh" else "."
    return say("timeline", language, parts="; ".join(parts), length=as_text(project.duration)) + end


def export_note(project: Project, language: Language) -> str:
    """That the file is made by the export, not by an edit."""
    return say("export" if project.duration else "export_empty", language)


def file_note(file: Mapping[str, str], language: Language) -> str:
    """That the film as it stands becomes a file of this format and resolution."""
    return say(
        "file", language, file=" ".join(filter(None, (file.get("resolution"), file["format"].upper())))
    )


def empty(sentence: Sentence, project: Project) -> str:
    """Nothing was said."""
    return _joined([say("empty", sentence.language), _steps(project, sentence.language)], sentence.language)


def too_long(sentence: Sentence, limit: int) -> str:
    """More than a request can be."""
    return _joined(
        [say("unchanged", sentence.language), say("too_long", sentence.language, limit=limit)],
        sentence.language,
    )


def nothing_yet(language: Language) -> str:
    """There is no file to work on."""
    return say("nothing_yet", language)


def moved(kind: Literal["undo", "redo"], before: Project, after: Project, language: Language) -> str:
    """An undo or a redo, and what is there now."""
    old, new = as_text(before.duration), as_text(after.duration)
    length = "" if before.duration == after.duration else say("length", language, old=old, new=new)
    lost = say("undone_upload", language) if kind == "undo" and before.media and not after.media else ""
    following = "" if lost else _steps(after, language)
    return _joined([say(kind, language, state=state(after, language)), lost or length, following], language)


def not_so_many(kind: Literal["undo", "redo"], times: int, language: Language) -> str:
    """There are fewer steps to undo or redo than were asked for."""
    return _joined(
        [say("too_many_steps", language, kind=kind, times=times), say("unchanged", language)], language
    )


def no_move(kind: Literal["undo", "redo"], language: Language, *, alone: bool) -> str:
    """There is nothing to undo or redo, or it does not go where it was said."""
    return _joined(
        [say(f"{kind}_none" if alone else "move_alone", language), say("unchanged", language)], language
    )


def to_a_question(sentence: Sentence, phrases: Sequence[str]) -> str:
    """What to say to have done what a question is about."""
    language = sentence.language
    ways = ("或" if language == "zh" else " or ").join(f"“{phrase}”" for phrase in phrases)
    return say("question", language, ways=ways)


def asking(sentence: Sentence, lack: LackError) -> str:
    """One question about what is missing."""
    question = QUESTIONS[lack.question][sentence.language].format(**in_words(lack.facts, sentence.language))
    return _joined([question, say("unchanged", sentence.language)], sentence.language)


def refused(sentence: Sentence, clause: Clause, error: EditError, project: Project) -> str:
    """An edit that does not fit: where in the sentence, why, and what would."""
    language = sentence.language
    if error.problem == "nothing_there" and project.media:
        why = say("cleared", language, name=project.media[0].name)
    else:
        why = (PROBLEMS_ZH if language == "zh" else PROBLEMS)[error.problem].format(**error.facts)
    where = say("in_part", language, part=_part(sentence, clause))
    return _joined([where + why, say("unchanged", language)], language)


def unfit(sentence: Sentence, clause: Clause) -> str:
    """A value no edit takes."""
    language = sentence.language
    return _joined(
        [say("unfit", language, part=_part(sentence, clause)), say("unchanged", language)], language
    )


def about(sentence: Sentence, topic: Topic | None, project: Project, said: Sequence[Token]) -> str:
    """The answer to a sentence that is no edit: a question's answer, what is to come, or the nearest phrases."""
    language = sentence.language
    if topic is None:
        phrases = ", ".join(f"“{phrase}”" for phrase in nearest(said, language))
        part = shown(sentence.raw.strip())
        words = say("not_understood", language, part=part, phrases=phrases)
        return _joined([words, say("unchanged", language)], language)
    if topic.kind == "coming":
        words = say("not_built", language, what=topic.called[language]) + topic.words[language]
        return _joined([words, say("unchanged", language), _upload_first(project, language)], language)
    if topic.name == "capabilities":
        return capabilities(language)
    return topic.words[language].format(state=state(project, language), next=_steps(project, language))


def _upload_first(project: Project, language: Language) -> str:
    return say("nothing_yet", language) if not project.media else ""


def capabilities(language: Language) -> str:
    """Everything there is, a line's worth, with an example of each."""
    quote = ("“", "”")
    listed = dict.fromkeys(
        f"{row.does[language]} ({quote[0]}{row.examples[language][0]}{quote[1]})" for row in vocabulary()
    )
    return say("capabilities", language, list="; ".join(listed))


def partly(
    sentence: Sentence, found: Sequence[Clause], strange: Sequence[tuple[Clause, Topic | None]]
) -> str:
    """A sentence understood in part: which part is not, why, and how to say the rest."""
    language = sentence.language
    parts: list[str] = []
    for clause, topic in strange:
        if topic is not None and topic.kind == "coming":
            what = f"“{_part(sentence, clause)}”: {topic.called[language]}"
            parts.append(say("not_built", language, what=what) + topic.words[language])
        else:
            phrases = ", ".join(f"“{phrase}”" for phrase in nearest(clause.tokens, language))
            parts.append(say("not_understood", language, part=_part(sentence, clause), phrases=phrases))
    clear = [sentence.raw[clause.start : clause.end] for clause in found if clause.row is not None]
    rest = say("rest", language, rest="; ".join(shown(part) for part in clear))
    return _joined([say("unchanged", language), *parts, rest], language)
