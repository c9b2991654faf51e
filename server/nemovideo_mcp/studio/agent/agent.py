"""The studio's agent: a sentence and a project go in, an answer and perhaps a new project come out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

from pydantic import ValidationError

from nemovideo_mcp.studio.agent import answers
from nemovideo_mcp.studio.agent.asked import asked
from nemovideo_mcp.studio.agent.chinese import worded
from nemovideo_mcp.studio.agent.converting import wanted_file
from nemovideo_mcp.studio.agent.dictated import dictated
from nemovideo_mcp.studio.agent.grammar import Clause, clauses
from nemovideo_mcp.studio.agent.placing import lone
from nemovideo_mcp.studio.agent.replies import done
from nemovideo_mcp.studio.agent.row import NEUTRAL, Found, LackError, Tell
from nemovideo_mcp.studio.agent.senses import Deaf, Senses
from nemovideo_mcp.studio.agent.sentence import LIFTED, Sentence, read
from nemovideo_mcp.studio.agent.spoken_of import spoken_of
from nemovideo_mcp.studio.agent.table import vocabulary
from nemovideo_mcp.studio.agent.tokens import tokens
from nemovideo_mcp.studio.agent.topics import topic_of
from nemovideo_mcp.studio.timeline.edit import Edit, EditError
from nemovideo_mcp.studio.timeline.model import Project

__all__ = ["Answer", "Done", "answer", "vocabulary"]

LONGEST_SENTENCE: Final = 4000
LONGEST_WITH_QUOTES: Final = 20_000
TOOL: Final = "edit_multitrack"
EXPORT_TOOL: Final = "export_video"
Around: TypeAlias = Callable[[Literal["undo", "redo"], int], Project | None]


@dataclass(frozen=True)
class Done:
    """One step the agent took: the tool's name, what it was given, what came of it."""

    name: str
    args: dict[str, Any]
    result: dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What came of a sentence: the project (the same one unless `changed`), a short label for its revision, and the reply.

    `move` says that the project is an earlier or a later revision instead of a new one; `times` how many steps away.
    `sound` is a small MP3 to be heard with the reply, if any.
    """

    project: Project
    changed: bool
    label: str
    text: str
    steps: tuple[Done, ...] = ()
    move: Literal["undo", "redo"] | None = None
    times: int = 1
    sound: bytes = b""


@dataclass
class _Work:
    """A sentence being carried out: the project as it stands after each edit, and what was done so far."""

    sentence: Sentence
    project: Project
    told: list[str] = field(default_factory=list)
    steps: list[Done] = field(default_factory=list)
    moves: list[Literal["undo", "redo"]] = field(default_factory=list)
    times: int = 1
    worked: bool = False  # whether any edit changed anything, be it taken back by a later one
    notes: list[str] = field(default_factory=list)
    last: Edit | None = None
    senses: Senses = field(default_factory=Deaf)
    tools: list[Done] = field(default_factory=list)
    sound: bytes = b""
    seen: tuple[int, Project] | None = None  # a group of requests, and the clips as they stood before it


class _HaltError(Exception):
    """The reply that ends the sentence with nothing changed."""


def answer(
    sentence: str,
    project: Project,
    *,
    previous: Project | None = None,
    following: Project | None = None,
    senses: Senses | None = None,
    further: Around | None = None,
) -> Answer:
    """Do what a sentence asks, all of it or nothing; `previous` and `following` are what undo and redo would give.

    `further` gives the project some steps of undo or redo away, None when there are not so many; it is asked for one step too
    where `previous` or `following` is not given.
    `senses` are the studio's, for edits that depend on what is heard; without any, such edits are refused.

    Never raises on any text.
    """
    said = read(sentence if dictated(sentence) else sentence[: LONGEST_WITH_QUOTES + 1])

    def around(kind: Literal["undo", "redo"], times: int) -> Project | None:
        known = previous if kind == "undo" else following
        if times == 1 and (known is not None or further is None):
            return known
        return further(kind, times) if further else None

    try:
        return _answer(said, _Work(said, project, senses=senses or Deaf()), around)
    except _HaltError as halt:
        return Answer(project, changed=False, label="", text=worded(str(halt), said.language))


def _answer(said: Sentence, work: _Work, around: Around) -> Answer:
    project = work.project
    if len(said.raw) > LONGEST_WITH_QUOTES or len(said.plain.replace(LIFTED, "")) > LONGEST_SENTENCE:
        raise _HaltError(answers.too_long(said, LONGEST_SENTENCE))
    if not said.raw.strip():
        raise _HaltError(answers.empty(said, project))
    if (file := wanted_file(said.plain)) and project.duration:
        left = Done(EXPORT_TOOL, dict(file), {"ok": True})
        text = answers.file_note(file, said.language)
        return Answer(project, changed=False, label="", text=text, steps=(left,))
    understood = _understood(said, project)
    if any(token.symbol == "IT" for token in understood[0].tokens):
        work.last = spoken_of(around("undo", 1), project)
    for clause in understood:
        _carry_out(clause, work, around)
    return _result(project, work)


def _understood(said: Sentence, project: Project) -> list[Clause]:
    """The clauses, if all of them are edits; otherwise the sentence ends with what it is about."""
    phrases = asked(said, project)
    if phrases:
        raise _HaltError(answers.to_a_question(said, phrases))
    found = clauses(tokens(said, project.media)) if phrases is None else []
    strange = [clause for clause in found if clause.row is None]
    if found and not strange:
        return found
    _ask_what_to_do(said, found, project)
    whole = topic_of(said.plain)
    if not found or len(strange) == len(found):
        raise _HaltError(answers.about(said, whole, project, [t for c in found for t in c.tokens]))
    parts = [(clause, topic_of(said.plain[clause.start : clause.end])) for clause in strange]
    raise _HaltError(answers.partly(said, found, parts))


def _ask_what_to_do(said: Sentence, found: Sequence[Clause], project: Project) -> None:
    """A range or a time alone is no request, but what is missing is plain."""
    kinds = {token.symbol for clause in found for token in clause.tokens} - NEUTRAL
    if len(found) == 1 and project.clips and kinds in ({"RANGE"}, {"POINT"}):
        try:
            raise _HaltError(answers.asking(said, lone(Found(found[0].tokens, project))))
        except EditError as error:
            raise _HaltError(answers.refused(said, found[0], error, project)) from error


def _carry_out(clause: Clause, work: _Work, around: Around) -> None:
    row = clause.row
    if row is None:
        return
    if row.kind in ("undo", "redo"):
        _move(row.kind, clause, work, around)
    elif row.kind == "show":
        work.notes.append(worded(answers.state(work.project, work.sentence.language), work.sentence.language))
    elif row.kind == "export" and clause.tokens[0].symbol != "NO":
        work.notes.append(answers.export_note(work.project, work.sentence.language))
    elif row.tell is not None:
        _tell(row.tell, clause, work)
    elif row.build is not None:
        _edit(clause, work)


def _move(kind: Literal["undo", "redo"], clause: Clause, work: _Work, around: Around) -> None:
    work.times = _steps_in(clause)
    other = around(kind, work.times)
    if other is None and work.times > 1 and around(kind, 1) is not None:
        raise _HaltError(answers.not_so_many(kind, work.times, work.sentence.language))
    if other is None or work.steps or work.moves:
        raise _HaltError(answers.no_move(kind, work.sentence.language, alone=other is None))
    work.project = other
    work.moves.append(kind)


def _tell(tell: Tell, clause: Clause, work: _Work) -> None:
    try:
        told = tell(Found(clause.tokens, work.project, work.last, work.senses), work.sentence.language)
    except LackError as lack:
        raise _HaltError(answers.asking(work.sentence, lack)) from lack
    except EditError as error:
        raise _HaltError(answers.refused(work.sentence, clause, error, work.project)) from error
    work.notes.append(told.text)
    work.sound = told.sound or work.sound
    if told.tool:
        work.tools.append(Done(told.tool, dict(told.args), {"ok": True}))


def _steps_in(clause: Clause) -> int:
    """How many steps are said: "undo twice", "the last 3 changes"; one when nothing is."""
    said = [token.value for token in clause.tokens if token.symbol in {"NUMBER", "FACTOR"}]
    return max(1, int(said[0])) if said else 1


def _counted_in(clause: Clause, work: _Work) -> Project | None:
    """What "clip 1" is counted in: `clip 3 goes first and clip 1 goes last` moves them as they are seen, the one as the other."""
    if work.seen is None or work.seen[0] != clause.group:
        work.seen = (clause.group, work.project)
        return None
    only_moved = all(step.args["op"] == "move_clip" for step in work.steps)
    return work.seen[1] if only_moved and clause.row is not None and clause.row.name == "move_clip" else None


def _edit(clause: Clause, work: _Work) -> None:
    language = work.sentence.language
    if not work.project.media and not (clause.row and clause.row.alone):
        raise _HaltError(answers.nothing_yet(language))
    assert clause.row is not None and clause.row.build is not None  # noqa: S101, PT018  told by the caller
    found = Found(clause.tokens, work.project, work.last, work.senses, _counted_in(clause, work))
    try:
        for edit in clause.row.build(found):
            after = edit.apply(work.project)
            told = worded(done(edit, work.project, after, language), language)
            work.steps.append(
                Done(TOOL, edit.model_dump(mode="json", exclude_none=True), {"ok": True, "did": told})
            )
            work.told.append(told)
            work.worked = work.worked or after != work.project
            work.project, work.last = after, edit
    except LackError as lack:
        raise _HaltError(answers.asking(work.sentence, lack)) from lack
    except EditError as error:
        raise _HaltError(answers.refused(work.sentence, clause, error, work.project)) from error
    except (ValidationError, OverflowError, ZeroDivisionError) as error:
        raise _HaltError(answers.unfit(work.sentence, clause)) from error


def _result(project: Project, work: _Work) -> Answer:
    language = work.sentence.language
    if work.moves and not work.steps:
        kind = work.moves[0]
        return Answer(
            work.project,
            changed=True,
            label=kind,
            text=answers.moved(kind, project, work.project, language),
            move=kind,
            times=work.times,
        )
    changed = work.project != project
    text = answers.report(project, work.project, work.told, work.notes, language, worked=work.worked)
    label = "; ".join(dict.fromkeys(step.args["op"] for step in work.steps)).replace("_", " ")
    return Answer(
        work.project if changed else project,
        changed,
        label,
        text,
        (*work.steps, *work.tools),
        sound=work.sound,
    )
