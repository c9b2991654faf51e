"""The working half of the composition: connection, register, deliveries; made with the first call that needs it."""

import logging
import secrets
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
from anyio.abc import TaskGroup

from nemovideo_mcp.catalog.load import Catalog
from nemovideo_mcp.catalog.skill import Skill
from nemovideo_mcp.client.client import Client
from nemovideo_mcp.client.clock import Clock, WallClock
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.handlers import export
from nemovideo_mcp.handlers.delivery import Deliveries, Output
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.doings import Doings
from nemovideo_mcp.handlers.errors import BadPrompt, BrokenFile
from nemovideo_mcp.handlers.folders import Folders
from nemovideo_mcp.handlers.installation import Installation
from nemovideo_mcp.handlers.phrases import say
from nemovideo_mcp.handlers.projects import Projects
from nemovideo_mcp.handlers.queue import Turns
from nemovideo_mcp.handlers.troubles import Troubles
from nemovideo_mcp.settings import Settings
from nemovideo_mcp.tools.spec import BadArguments, Call
from nemovideo_mcp.wire.headers import Attribution

if TYPE_CHECKING:
    from nemovideo_mcp.studio.studio import Studio

STUDIO_SECRET = "X-Studio-Secret"  # noqa: S105 - a header's name

_log = logging.getLogger(__name__)


def stored_identity(settings: Settings) -> Identity:
    """Who this installation is towards its backend; the studio is one backend, whatever port it listens on."""
    studio = settings.backend == "studio"
    return Identity(
        settings.identity_dir,
        token=None if studio else settings.token,
        client_id=settings.client_id,
        backend="studio" if studio else None,
    )


def installation(settings: Settings) -> Installation:
    """What this installation is, for those who look into it."""
    return Installation(
        settings.backend, settings.api_url, settings.web_url, settings.home, settings.data_dir
    )


class Office:
    """One connection, one register, one set of deliveries; `group` runs what goes on beside the calls."""

    def __init__(
        self, settings: Settings, catalog: Callable[[], Catalog], group: TaskGroup, clock: Clock | None
    ) -> None:
        self._settings = settings
        self._clock = clock or WallClock()
        self._catalog = catalog
        self._group = group
        register = settings.data_dir / f"{settings.backend}.db"
        self._projects = Projects(register)
        self._troubles = Troubles(register)
        self._doings = Doings(register)
        self._installation = installation(settings)
        self._folders = Folders(settings.home, settings.allowed_dirs)
        self._deliveries = Deliveries(self._projects, _inspect, self._later)
        self._turns = Turns()
        self._connecting = anyio.Lock()
        self._client: Client | None = None
        self._studio: Studio | None = None

    async def desk(self, skill: Skill | None, call: Call) -> Desk:
        """A desk under a skill's headers, connected; the first one takes up what an earlier run left."""
        fresh = self._client is None
        client = await self._connected(call)
        speaking = skill or self._skill_in_use()

        async def waiting(seconds: float) -> None:
            await call.progress(0, None, say("waiting", "en", seconds=f"{seconds:.0f}"))

        desk = Desk(
            api=client.for_skill(Attribution(speaking.name, speaking.version, speaking.platform), waiting),
            skill=speaking.name,
            projects=self._projects,
            folders=self._folders,
            deliveries=self._deliveries,
            turns=self._turns,
            videos_dir=self._settings.videos_dir,
            progress=call.progress,
            later=self._later,
            installation=self._installation,
            troubles=self._troubles,
            doings=self._doings,
            inspect=_inspect,
            convert=_convert,
        )
        if fresh:
            export.take_up(desk)
        return desk

    def note(self, error: Exception, tool: str) -> None:
        """Keeps a failure that a user was told of, for support; what the caller got wrong is none."""
        if isinstance(error, BadArguments | BadPrompt):
            return
        try:
            self._troubles.note(error, tool, self._clock.utc())
        except (OSError, sqlite3.Error):
            _log.warning("a failure could not be noted", exc_info=True)

    async def close(self) -> None:
        """Closes the connection and stops the studio; renders under way are taken up at the next start."""
        client, self._client = self._client, None
        studio, self._studio = self._studio, None
        if client is not None:
            await client.aclose()
        if studio is not None:
            await anyio.to_thread.run_sync(studio.stop)

    def _skill_in_use(self) -> Skill:
        """The skill of the current project, else the first: a plain tool speaks under its headers."""
        current = self._projects.current()
        return (self._catalog().by_name(current.skill) if current else None) or self._catalog().skills[0]

    async def _connected(self, call: Call) -> Client:
        async with self._connecting:
            if self._client is None:
                await call.progress(0, None, say("connecting", "en"))
                self._client = await self._connect()
            return self._client

    async def _connect(self) -> Client:
        settings, identity = self._settings, stored_identity(self._settings)
        if settings.backend == "cloud":
            return Client(
                api_url=settings.api_url, web_url=settings.web_url, identity=identity, clock=self._clock
            )
        secret = secrets.token_urlsafe(32)
        self._studio, url = await anyio.to_thread.run_sync(_started, settings, secret)
        return Client(
            api_url=url,
            web_url=url,
            identity=identity,
            clock=self._clock,
            extra_headers={STUDIO_SECRET: secret},
        )

    def _later(self, work: Callable[[], Awaitable[None]]) -> None:
        """Runs work beside the calls, as long as the server lives."""
        self._group.start_soon(_guarded, work)


def _started(settings: Settings, secret: str) -> "tuple[Studio, str]":
    """The studio, serving, and its address."""
    from nemovideo_mcp.studio.studio import Studio

    studio = Studio(
        settings.data_dir,
        metered=settings.metered,
        secret=secret,
        allowed_hosts=settings.allowed_hosts,
        model_dir=settings.model_dir,
    )
    return studio, studio.start()


async def _inspect(path: Path) -> Output:
    """Proof of a file on disk, by the studio's own eyes; BrokenFile when it is none."""

    def look() -> Output:
        from nemovideo_mcp.studio.media.errors import BadMedia
        from nemovideo_mcp.studio.media.probe import probe
        from nemovideo_mcp.studio.timeline.time import to_ms

        try:
            found, size = probe(path), path.stat().st_size
        except BadMedia as error:
            raise BrokenFile(error.reason, error.hint) from error
        return Output(str(path), size, to_ms(found.duration), found.width or None, found.height or None)

    return await anyio.to_thread.run_sync(look)


async def _convert(path: Path, target: Path) -> None:
    """Another kind of file made of one, by the studio's hands; BrokenFile when that cannot be done."""

    def make() -> None:
        from nemovideo_mcp.studio.media.convert import convert
        from nemovideo_mcp.studio.media.errors import BadMedia

        try:
            convert(path, target, lambda: stopped)
        except BadMedia as error:
            raise BrokenFile(error.reason, error.hint) from error

    stopped = False
    try:
        await anyio.to_thread.run_sync(make, abandon_on_cancel=True)
    except anyio.get_cancelled_exc_class():
        stopped = True  # the child is killed at its next look
        raise


async def _guarded(work: Callable[[], Awaitable[None]]) -> None:
    """Work beside the calls never takes the server down with it."""
    try:
        await work()
    except Exception:  # noqa: BLE001 - the server goes on; what failed is in the log
        _log.exception("work in the background failed")
