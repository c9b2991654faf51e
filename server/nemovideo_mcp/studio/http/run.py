"""One message on its way to an answer: it waits for its turn, and once begun it goes on even if nobody listens."""

import asyncio
import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from starlette.concurrency import run_in_threadpool

from nemovideo_mcp.studio.hearing import Hearing
from nemovideo_mcp.studio.http.services import Services
from nemovideo_mcp.studio.sources import paths_of
from nemovideo_mcp.studio.speech.errors import StoppedError
from nemovideo_mcp.studio.store.errors import Conflict
from nemovideo_mcp.studio.store.timelines import Timeline
from nemovideo_mcp.studio.timeline.codec import to_draft
from nemovideo_mcp.studio.timeline.model import Project
from nemovideo_mcp.wire.draft import Draft

if TYPE_CHECKING:
    from nemovideo_mcp.studio.agent.agent import Answer

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Edited:
    """What the agent answered; `draft` is the new timeline, None when it is as before."""

    answer: "Answer"
    draft: Draft | None


class Run:
    """The work on one message, as a task of the event loop."""

    def __init__(self, parts: Services, session_id: str, text: str, hold: str | None) -> None:
        """Starts waiting at once; `hold` is closed whatever happens."""
        self._parts, self._session_id, self._text, self._hold = parts, session_id, text, hold
        self.hearing = Hearing(parts.store, parts.transcripts, session_id)
        self._begun = False
        self.task = asyncio.create_task(self._take_turn())
        parts.running.add(self.task)
        self.task.add_done_callback(self._over)

    def leave(self) -> None:
        """Nobody listens any more: what has not begun is not begun, and no recording is listened to for it."""
        self.hearing.leave()
        if not self._begun:
            self.task.cancel()

    async def _take_turn(self) -> Edited:
        async with self._parts.turns.of(self._session_id):
            self._begun = True
            return await run_in_threadpool(self._edit)

    def _over(self, task: "asyncio.Task[Edited]") -> None:
        self._parts.running.discard(task)
        if not self._begun:
            self._parts.close(self._hold, spent=False)
        error = None if task.cancelled() else task.exception()
        if error is not None and not isinstance(error, StoppedError):
            log.error("a message was not answered", exc_info=error)

    def _edit(self) -> Edited:
        """Answers on top of the timeline as it is; begins anew when another process was faster."""
        spent = False
        try:
            from nemovideo_mcp.studio.agent.agent import answer  # its grammar takes a while to load

            while True:
                timeline = self._parts.store.timelines.current(self._session_id)
                try:
                    said = answer(
                        self._text,
                        timeline.project,
                        senses=self.hearing,
                        further=partial(self._further, timeline.revision),
                    )
                    paths_of(
                        self._parts.store, self._session_id, said.project
                    )  # a new tune is made before it is promised
                    revision = self._commit(timeline, said)
                except Conflict:
                    continue
                spent = revision != timeline.revision
                return Edited(said, to_draft(said.project, revision) if spent else None)
        finally:
            self._parts.close(self._hold, spent=spent)

    def _further(self, base: int, way: Literal["undo", "redo"], times: int) -> Project | None:
        """The project some steps of undo or redo away, None when there are not so many; Conflict."""
        return self._parts.store.timelines.away(self._session_id, base=base, way=way, times=times)

    def _commit(self, timeline: Timeline, said: "Answer") -> int:
        timelines = self._parts.store.timelines
        if said.move == "undo":
            return timelines.undo(self._session_id, base=timeline.revision, times=said.times)
        if said.move == "redo":
            return timelines.redo(self._session_id, base=timeline.revision, times=said.times)
        if not said.changed:
            return timeline.revision
        return timelines.commit(self._session_id, said.project, said.label, base=timeline.revision)
