"""Carries out typed operations: all of them as one change of the timeline, or none."""

import re
from collections.abc import Sequence

from nemovideo_mcp.handlers import chat, lut, state
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.errors import Conflict, EditRefused
from nemovideo_mcp.handlers.flow import Outcome, next_steps
from nemovideo_mcp.handlers.operations import sentence
from nemovideo_mcp.handlers.phrases import say
from nemovideo_mcp.handlers.projects import ProjectRecord
from nemovideo_mcp.handlers.state import Timeline
from nemovideo_mcp.handlers.wording import SEPARATOR, Names, NotThere
from nemovideo_mcp.wire.operation import Operation

LANGUAGE = "en"
_AGAIN = "Correct that operation and send all of them again."


async def edit(
    desk: Desk, operations: Sequence[Operation], wanted: str | None, base_revision: int | None
) -> Outcome:
    """The operations in their order, as one revision; Conflict when the timeline is not at `base_revision`.

    EditRefused, with the operation's index and the reason, when one cannot be done; then none was.
    """
    tables = lut.of_files(desk, (getattr(one, "file", None) for one in operations))
    project, notice = await desk.project(wanted, LANGUAGE)

    async def waiting() -> None:
        await desk.progress(0, None, say("queued", LANGUAGE))

    async with desk.turns.turn(project.id, waiting):
        before = await state.read(desk, project)
        _check_revision(before, base_revision)
        notices = [notice, chat.taken_back(desk, project, before, LANGUAGE)]
        outcome = Outcome(project, before, [each for each in notices if each])
        await lut.send(desk, project, tables)
        await _carry_out(desk, project, operations, outcome)
    outcome.project = desk.projects.get(project.id)
    outcome.link = await desk.link(outcome.project)
    outcome.next_steps += next_steps(outcome, LANGUAGE)
    return outcome


def _check_revision(now: Timeline, base: int | None) -> None:
    revision = now.draft.revision
    if base is None or revision == base:
        return
    if revision is None:
        raise Conflict("This backend does not number its revisions.", "Leave base_revision out.")
    raise Conflict(
        f"The timeline has changed: it is at revision {revision}, not {base}. {now.summary}. Nothing was done.",
        f"Call get_timeline, and send what is still wanted with base_revision {revision}.",
    )


async def _carry_out(
    desk: Desk, project: ProjectRecord, operations: Sequence[Operation], outcome: Outcome
) -> None:
    before = outcome.timeline
    said = _sentences(operations, Names(before.draft, before.answer.state.video_infos))
    answer = await chat.chat(desk, project, SEPARATOR.join(said), before)
    if not answer.acted:
        raise EditRefused(f"{_which(operations, said, answer.text)}{answer.text}", _AGAIN)
    outcome.replies.append(answer.text)
    outcome.changes += answer.changes
    outcome.timeline = answer.timeline


def _sentences(operations: Sequence[Operation], names: Names) -> list[str]:
    said: list[str] = []
    for index, operation in enumerate(operations):
        try:
            said.append(sentence(operation, names))
        except NotThere as error:
            where = _place(index, operation)
            raise EditRefused(
                f"{where}: {error.message} {error.next_step} Nothing was changed.", _AGAIN
            ) from error
    return said


def _which(operations: Sequence[Operation], said: Sequence[str], reply: str) -> str:
    """The operation that a refusal quotes, by its index; several, when they say the same; else nothing."""
    parts = [part.rstrip("…") for part in re.findall("“(.+?)”", reply)]
    places = [
        _place(index, operation)
        for index, operation in enumerate(operations)
        if any(part in " ".join(said[index].split()) for part in parts)
    ]
    return f"{' or '.join(places)}: " if places else ""


def _place(index: int, operation: Operation) -> str:
    return f"operations[{index}] ({operation.op})"
