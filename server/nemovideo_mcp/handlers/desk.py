"""The desk: what one call works with; it knows the user's project, and speaks with one skill's headers."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from nemovideo_mcp.client.errors import ApiError, NoSession
from nemovideo_mcp.handlers.conversion import Convert
from nemovideo_mcp.handlers.delivery import Deliveries, Inspect
from nemovideo_mcp.handlers.doings import Doings
from nemovideo_mcp.handlers.folders import Folders
from nemovideo_mcp.handlers.installation import Installation
from nemovideo_mcp.handlers.phrases import say
from nemovideo_mcp.handlers.projects import ProjectRecord, Projects
from nemovideo_mcp.handlers.queue import Turns
from nemovideo_mcp.handlers.troubles import Troubles

if TYPE_CHECKING:
    from nemovideo_mcp.client.client import (
        SkillClient,  # httpx is imported with the first call, not with the listing
    )

NEW = "new"
UNNAMED = "project"

_log = logging.getLogger(__name__)


class Progress(Protocol):
    """Tells the user how far a long call is: done of total (any unit), and a few words."""

    def __call__(self, done: float, total: float | None, message: str) -> Awaitable[None]: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """One call's tools: the API under the skill's headers, the register, the folders, the deliveries, what went wrong."""

    api: "SkillClient"
    skill: str
    projects: Projects
    folders: Folders
    deliveries: Deliveries
    turns: Turns
    videos_dir: Path
    progress: Progress
    later: Callable[[Callable[[], Awaitable[None]]], None]
    installation: Installation
    troubles: Troubles
    doings: Doings
    inspect: Inspect
    convert: Convert

    async def project(self, wanted: str | None, language: str) -> tuple[ProjectRecord, str]:
        """The project a call is about, and a notice when it is not the one that was meant.

        None: the current one, made when there is none; "new": a new one; else its id (NoSuchProject).
        """
        if wanted and wanted.strip().lower() == NEW:
            return await self._open(language), ""
        record = self.projects.get(wanted.strip()) if wanted and wanted.strip() else self.projects.current()
        if record is None:
            return await self._open(language), ""
        return await self._alive(record, language)

    async def reopened(self, record: ProjectRecord, language: str) -> tuple[ProjectRecord, str]:
        """A new session in place of one that the backend does not know any more, and the word that it is new."""
        self.projects.forget(record)
        return await self._open(language), say("fresh", language)

    async def link(self, record: ProjectRecord) -> str | None:
        """The project's page, where the backend gives one; what was done does not hang on it."""
        if not record.task_id:
            return None
        try:
            return await self.api.claim_link(record.task_id, record.session_id)
        except ApiError as error:
            _log.warning("there is no link to the project: %s", error)
            return None

    async def _alive(self, record: ProjectRecord, language: str) -> tuple[ProjectRecord, str]:
        """The record, when the backend still knows its session; else a new session and the word that it is new."""
        try:
            await self.api.state(record.session_id)
        except NoSession:
            return await self.reopened(record, language)
        self.projects.use(record)
        return record, ""

    async def _open(self, language: str) -> ProjectRecord:
        session = await self.api.open_session(language)
        return self.projects.add(
            session.session_id, session.task_id, name=UNNAMED, language=language, skill=self.skill
        )
