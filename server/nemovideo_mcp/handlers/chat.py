"""Says a prompt to the editing agent, and brings back its answer in terms of what can be done here."""

from contextlib import aclosing
from dataclasses import dataclass
from itertools import count

import anyio

from nemovideo_mcp.client.errors import ApiError, NoSession, ServerFault, StreamLost, StreamTimedOut
from nemovideo_mcp.client.polling import until_changed
from nemovideo_mcp.client.reply import Reply, Sound
from nemovideo_mcp.handlers import state
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.difference import difference
from nemovideo_mcp.handlers.errors import ChatFailed
from nemovideo_mcp.handlers.gui import Wish, translate
from nemovideo_mcp.handlers.phrases import say
from nemovideo_mcp.handlers.phrases_errors import in_words
from nemovideo_mcp.handlers.projects import ProjectRecord
from nemovideo_mcp.handlers.stages import Stages
from nemovideo_mcp.handlers.state import Timeline
from nemovideo_mcp.wire.events import EXPORT_TOOL, LISTENING, SPEAKING, TRANSCRIPT_TOOL

STILL_WORKING_S = 120
MOST_WORDS = 100_000
SETTLE_S = (2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Said:
    """The answer: words for the user, what changed on the timeline, what the backend left to be done.

    `acted`: whether the backend's editor did anything at all, be it without effect. `transcript`: the form of file in which it
    leaves what is said to be fetched, if it does; `file`: the format and resolution in which
    it leaves the film to be exported. `sounds` come with the words, to be heard.
    """

    text: str
    changes: tuple[str, ...]
    wishes: tuple[Wish, ...]
    timeline: Timeline
    acted: bool = True
    transcript: str = ""
    file: tuple[str, str | None] | None = None
    sounds: tuple[Sound, ...] = ()


async def chat(desk: Desk, project: ProjectRecord, text: str, before: Timeline) -> Said:
    """One message, sent once; a silent answer is told from what changed on the timeline."""
    try:
        return await _chat(desk, project, text, before)
    except anyio.get_cancelled_exc_class():
        desk.turns.take_back(project.id, before.draft)
        raise


async def _chat(desk: Desk, project: ProjectRecord, text: str, before: Timeline) -> Said:
    stages = Stages(project.language)
    if desk.installation.backend == "cloud" and desk.turns.is_first(project.id):
        await desk.progress(0, None, say("costs", project.language))
    try:
        reply = await _listen(desk, project, text, stages)
    except (StreamLost, StreamTimedOut) as error:
        return await _recover(desk, project, before, error, stages)
    except ServerFault as error:
        return await _after_a_fault(desk, project, before, error, stages)
    try:
        after, changes = await _settled(desk, project, before, reply)
    except ApiError as error:
        return _unseen(reply, before, error, project.language)
    if reply.errors and not changes:
        fault = desk.api.fault(reply.errors[-1])
        if isinstance(fault, NoSession) and reply.silent and not reply.tools:
            raise fault
        raise _failed(fault, stages, project.language) from fault
    told = translate(_bounded(reply.text))
    said = told.text or _silent(changes, project.language)
    if reply.errors:
        said = _broke_off(told.text, desk.api.fault(reply.errors[-1]), changes, project.language)
    words = _staged(said, stages, changes, after, project.language)
    acted = bool(reply.tools or changes or after.raw != before.raw)
    return Said(
        words,
        changes,
        told.wishes,
        after,
        acted=acted,
        transcript=_transcript(reply),
        file=_file(reply),
        sounds=tuple(reply.sounds),
    )


def taken_back(desk: Desk, project: ProjectRecord, now: Timeline, language: str) -> str:
    """What a request that was cancelled has done to the timeline by now, told once; empty when there was none."""
    before = desk.turns.taken_back(project.id)
    if before is None:
        return ""
    changes = difference(before, now.draft)
    key = "taken_back" if changes else "taken_back_unchanged"
    return say(key, language, changes="; ".join(changes))


async def _settled(
    desk: Desk, project: ProjectRecord, before: Timeline, reply: Reply
) -> tuple[Timeline, tuple[str, ...]]:
    """The timeline after an answer, and what changed; a silent edit that does not show yet is looked for again."""
    waits = list(SETTLE_S if reply.silent and reply.tools and not reply.errors else ())
    seen: tuple[Timeline, tuple[str, ...]] | None = None
    tries = count()
    while seen is None or (waits and not seen[1]):
        if seen is not None:
            await desk.api.clock.sleep(waits.pop(0))
        try:
            after = await state.read(desk, project)
        except ApiError as error:
            if not error.retryable or next(tries):
                raise
            await desk.api.clock.sleep(SETTLE_S[0])
            continue
        seen = after, difference(before.draft, after.draft)
    return seen


def _unseen(reply: Reply, before: Timeline, error: ApiError, language: str) -> Said:
    """An answer whose effect could not be looked at: its words, and that; without any, ChatFailed."""
    told = translate(_bounded(reply.text))
    problem = _sentence(in_words(error, language)[0])
    if not told.text:
        raise _unknown(problem, language) from error
    return Said(f"{told.text}\n\n{say('unseen', language, problem=problem)}", (), told.wishes, before)


def _unknown(problem: str, language: str) -> ChatFailed:
    """A message was sent, and what came of it is not known."""
    return ChatFailed(say("unknown", language, problem=problem), say("look_first", language))


async def _after_a_fault(
    desk: Desk, project: ProjectRecord, before: Timeline, error: ServerFault, stages: Stages
) -> Said:
    """The service broke over a message: what it did with it all the same is on the timeline."""
    try:
        after = await state.read(desk, project)
    except ApiError:
        raise error from None
    changes = difference(before.draft, after.draft)
    if not changes:
        raise _failed(error, stages, project.language) from error
    return Said(_broke_off("", error, changes, project.language), changes, (), after)


def _failed(error: ApiError, stages: Stages, language: str) -> ChatFailed:
    """What went wrong with a message that changed nothing."""
    happened, advice = in_words(error, language)
    gap = "" if language.startswith("zh") else " "
    return ChatFailed(f"{_sentence(happened)}{gap}{say('unchanged', language)}", advice, done=stages.raw)


def _broke_off(words: str, error: ApiError, changes: tuple[str, ...], language: str) -> str:
    """What was said, what stands of it, and what kept the rest from being done."""
    happened, advice = in_words(error, language)
    problem = say("broke_off", language, problem=f"{_sentence(happened)} {advice}".strip())
    return "\n\n".join(part for part in (words, _silent(changes, language), problem) if part)


def _bounded(words: str) -> str:
    """As many words as anybody reads; an editor that runs on for ever is cut short."""
    return words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS].rstrip()}…"


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…", "。")) else f"{words}."


def _transcript(reply: Reply) -> str:
    """The form in which a transcript was asked for; empty when none was."""
    asked = [tool.args.get("format") for tool in reply.tools if tool.name == TRANSCRIPT_TOOL]
    return str(asked[-1] or "text") if asked else ""


def _file(reply: Reply) -> tuple[str, str | None] | None:
    """The format and resolution of the film that was asked for as a file; None when none was."""
    asked = [tool.args for tool in reply.tools if tool.name == EXPORT_TOOL]
    form, size = (asked[-1].get("format"), asked[-1].get("resolution")) if asked else (None, None)
    return (form, size if isinstance(size, str) else None) if isinstance(form, str) else None


def _staged(words: str, stages: Stages, changes: tuple[str, ...], after: Timeline, language: str) -> str:
    """The words with both stages in them: the raw clips, and the finished film with all its tracks."""
    if not stages.raw:
        return words
    end = say("finished", language, summary=after.summary) if changes else say("unfinished", language)
    return "\n\n".join([" ".join(stages.raw), words, end])


async def _listen(desk: Desk, project: ProjectRecord, text: str, stages: Stages) -> Reply:
    """The whole answer; the stream's own error leaves the task group bare, so that it can be told apart."""
    reply, lost = Reply(), None
    async with anyio.create_task_group() as group:
        group.start_soon(_still_working, desk, project.language)
        try:
            async with aclosing(desk.api.chat(project.session_id, text)) as events:
                async for event in events:
                    reply.add(event)
                    if LISTENING in event.state_delta:
                        stages.again = "listen_again"
                        heard = f"{event.state_delta[LISTENING]} s"
                        await desk.progress(0, None, say("listening_to", project.language, heard=heard))
                    if SPEAKING in event.state_delta:
                        stages.again = "speak_again"
                        part, percent = event.state_delta[SPEAKING]
                        shown_part = say("speaking", project.language, part=part, percent=percent)
                        await desk.progress(0, None, shown_part)
                    if shown := stages.hear(event):
                        await desk.progress(0, None, shown)
        except ApiError as error:
            lost = error
        group.cancel_scope.cancel()
    if lost is not None:
        raise lost
    return reply


async def _still_working(desk: Desk, language: str) -> None:
    while True:
        await desk.api.clock.sleep(STILL_WORKING_S)
        await desk.progress(0, None, say("working", language))


async def _recover(
    desk: Desk, project: ProjectRecord, before: Timeline, error: Exception, stages: Stages
) -> Said:
    """After a lost stream the timeline is watched for the change; the message is never sent again."""
    late = isinstance(error, StreamTimedOut)
    await desk.progress(0, None, say("watching_late" if late else "watching", project.language))

    looks = count()

    async def look() -> Timeline:
        if next(looks):
            await desk.progress(0, None, say("working", project.language))
        return await state.read(desk, project)

    try:
        after = await until_changed(
            look, lambda now: bool(difference(before.draft, now.draft)), clock=desk.api.clock
        )
    except ApiError as unread:
        problem = _sentence(in_words(unread, project.language)[0])
        raise _unknown(problem, project.language) from unread
    if after is None:
        what = say("gave_up_late" if late else "gave_up", project.language)
        raise ChatFailed(what, say(stages.again, project.language), done=stages.raw) from error
    changes = difference(before.draft, after.draft)
    words = f"{say('late' if late else 'lost', project.language)} {_silent(changes, project.language)}"
    return Said(_staged(words, stages, changes, after, project.language), changes, (), after)


def _silent(changes: tuple[str, ...], language: str) -> str:
    return say("silent", language, changes="; ".join(changes)) if changes else say("empty_reply", language)
