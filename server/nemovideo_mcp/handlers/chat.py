"""Says a prompt to the editing agent, and brings back its answer in terms of what can be done here."""

from contextlib import aclosing
from dataclasses import dataclass

import anyio

from nemovideo_mcp.client.errors import ApiError, StreamLost, StreamTimedOut
from nemovideo_mcp.client.events import Event, Kind
from nemovideo_mcp.client.polling import until_changed
from nemovideo_mcp.client.reply import Reply
from nemovideo_mcp.handlers import state
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.difference import difference
from nemovideo_mcp.handlers.errors import ChatFailed
from nemovideo_mcp.handlers.gui import Wish, translate
from nemovideo_mcp.handlers.phrases import say
from nemovideo_mcp.handlers.projects import ProjectRecord
from nemovideo_mcp.handlers.state import Timeline

STILL_WORKING_S = 120


@dataclass(frozen=True, slots=True)
class Said:
    """The answer: words for the user, what changed on the timeline, what the backend left to be done.

    `acted`: whether the backend's editor did anything at all, be it without effect.
    """

    text: str
    changes: tuple[str, ...]
    wishes: tuple[Wish, ...]
    timeline: Timeline
    acted: bool = True


async def chat(desk: Desk, project: ProjectRecord, text: str, before: Timeline) -> Said:
    """One message, sent once; a silent answer is told from what changed on the timeline."""
    try:
        reply = await _listen(desk, project, text)
    except (StreamLost, StreamTimedOut) as error:
        return await _recover(desk, project, before, error)
    after = await state.read(desk, project)
    changes = difference(before.draft, after.draft)
    if reply.errors and not changes:
        raise desk.api.fault(reply.errors[-1])
    told = translate(reply.text)
    words = told.text or _silent(changes, project.language)
    return Said(
        words, changes, told.wishes, after, acted=bool(reply.tools or changes or after.raw != before.raw)
    )


async def _listen(desk: Desk, project: ProjectRecord, text: str) -> Reply:
    """The whole answer; the stream's own error leaves the task group bare, so that it can be told apart."""
    reply, lost = Reply(), None
    async with anyio.create_task_group() as group:
        group.start_soon(_still_working, desk, project.language)
        try:
            async with aclosing(desk.api.chat(project.session_id, text)) as events:
                async for event in events:
                    reply.add(event)
                    await _shown(desk, event)
        except ApiError as error:
            lost = error
        group.cancel_scope.cancel()
    if lost is not None:
        raise lost
    return reply


async def _shown(desk: Desk, event: Event) -> None:
    """Tool calls stay inside; that one runs is all the user sees of it."""
    if event.kind is Kind.TOOL_CALL:
        await desk.progress(0, None, "Editing…")


async def _still_working(desk: Desk, language: str) -> None:
    while True:
        await desk.api.clock.sleep(STILL_WORKING_S)
        await desk.progress(0, None, say("working", language))


async def _recover(desk: Desk, project: ProjectRecord, before: Timeline, error: Exception) -> Said:
    """After a lost stream the timeline is watched for the change; the message is never sent again."""
    await desk.progress(0, None, say("working", project.language))

    async def look() -> Timeline:
        return await state.read(desk, project)

    after = await until_changed(
        look, lambda now: bool(difference(before.draft, now.draft)), clock=desk.api.clock
    )
    if after is None:
        raise ChatFailed(
            "The connection to the editing agent was lost, and nothing has changed on the timeline since.",
            "Nothing was sent twice. Look at the timeline, then say it again if the change is still wanted.",
        ) from error
    changes = difference(before.draft, after.draft)
    return Said(f"{say('lost', project.language)} {_silent(changes, project.language)}", changes, (), after)


def _silent(changes: tuple[str, ...], language: str) -> str:
    return say("silent", language, changes="; ".join(changes)) if changes else say("empty_reply", language)
