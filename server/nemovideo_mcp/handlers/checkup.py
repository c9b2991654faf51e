"""A checkup: what can be looked at when something is wrong, and what is mended by looking."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from nemovideo_mcp.client.errors import ApiError, NoSession, Unreachable, UnsupportedFile
from nemovideo_mcp.handlers import conversion
from nemovideo_mcp.handlers.delivery import ACTIVE, DELIVERED, Output
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.doings import Doing
from nemovideo_mcp.handlers.errors import BrokenFile, HandlerError
from nemovideo_mcp.handlers.installation import free_bytes
from nemovideo_mcp.handlers.projects import ExportRecord, ProjectRecord
from nemovideo_mcp.handlers.state import Timeline, read
from nemovideo_mcp.handlers.troubles import Trouble
from nemovideo_mcp.wire.account import Balance
from nemovideo_mcp.wire.render import RenderState

if TYPE_CHECKING:
    from nemovideo_mcp.client.access import Access

T = TypeVar("T")

PATIENCE_S = 45.0
LOOK_S = 8.0
STUCK_S = 600.0
RECENT_S = 7 * 24 * 3600.0
DAY_S = 24 * 3600.0
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Render:
    """An export that is not in the user's hands: its state as the backend has it now, percent, age in seconds."""

    record: ExportRecord
    state: str
    progress: float
    age_s: float | None
    output: Output | None = None
    message: str = ""

    @property
    def is_stuck(self) -> bool:
        """Whether it should have ended long ago."""
        return self.state in ACTIVE and self.age_s is not None and self.age_s > STUCK_S


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file the user named: its size in bytes, and why it cannot be taken (a sentence and what to do), if so.

    `made` is what was made of it that can be taken.
    """

    name: str
    bytes: int | None = None
    fault: str = ""
    advice: str = ""
    facts: str = ""
    made: Path | None = None


@dataclass
class Checkup:
    """What was found; None for what was not, or could not be, looked at. `fault` is why the backend could not be asked."""

    at: datetime
    access: "Access"
    renewed: bool = False
    fault: ApiError | None = None
    balance: Balance | None = None
    registration_link: str | None = None
    project: ProjectRecord | None = None
    session_gone: bool = False
    timeline: Timeline | None = None
    renders: list[Render] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    doings: list[Doing] = field(default_factory=list)
    free_bytes: int = 0
    files: list[SeenFile] = field(default_factory=list)

    @property
    def spent(self) -> bool:
        """Whether there are no credits left where credits count."""
        return self.balance is not None and self.balance.metered and self.balance.available <= 0

    def met(self, *codes: int, within_s: float = RECENT_S) -> Trouble | None:
        """The last failure with one of these codes, if it was within so many seconds (the past seven days)."""
        since = self.at - timedelta(seconds=within_s)
        return next((one for one in self.troubles if one.code in codes and one.at > since), None)


async def look(desk: Desk, wanted: str | None, language: str, files: Sequence[str]) -> Checkup:
    """Looks at everything; what fails is a finding. An expired starter token is renewed, a lost session replaced."""
    clock, before = desk.api.clock, desk.api.access()
    found = Checkup(clock.utc(), before, free_bytes=free_bytes(desk.installation.data_dir))
    week_ago = found.at.timestamp() - RECENT_S
    found.troubles = [one for one in desk.troubles.last(SHOWN) if one.at.timestamp() > week_ago]
    found.doings = [one for one in desk.doings.last(SHOWN) if (found.at - one.at).total_seconds() < DAY_S]
    found.project = _project(desk, wanted)
    found.files = [await _file(desk, file, language) for file in files]
    found.balance = await _asked(desk, found, desk.api.balance)
    found.access = desk.api.access()
    found.renewed = before.kind != "none" and found.access.renewals > before.renewals
    if found.balance is not None:
        found.registration_link = desk.api.registration_link()
        await _session(desk, found, language)
    found.renders = [await _render(desk, found, record) for record in _open_exports(desk, week_ago)]
    return found


def _project(desk: Desk, wanted: str | None) -> ProjectRecord | None:
    if wanted and wanted.strip().lower() != "new":
        return desk.projects.get(wanted.strip())
    return desk.projects.current()


async def _asked(desk: Desk, found: Checkup, question: Callable[[], Awaitable[T]]) -> T | None:
    """The backend's answer, or None with the reason kept."""
    try:
        with desk.api.clock.limit(PATIENCE_S):
            return await question()
    except ApiError as error:
        found.fault = error
    except TimeoutError:
        found.fault = Unreachable("The service did not answer in time.", sent=True)
    return None


async def _session(desk: Desk, found: Checkup, language: str) -> None:
    """Reads the project's timeline; a session that is gone is replaced by a new one."""
    if (old := found.project) is None:
        return
    try:
        found.timeline = await read(desk, old)
    except NoSession:
        found.session_gone = True
        fresh = await _asked(desk, found, lambda: desk.project(old.id, language))
        found.project = fresh[0] if fresh else None
    except ApiError as error:
        found.fault = error


def _open_exports(desk: Desk, since: float) -> list[ExportRecord]:
    """The exports that were begun and not delivered; those that failed only while that is news."""
    return [
        record
        for record in desk.projects.exports()
        if record.state in ACTIVE or (record.state != DELIVERED and record.begun > since)
    ][:SHOWN]


async def _render(desk: Desk, found: Checkup, record: ExportRecord) -> Render:
    """How an export stands; one that goes on is followed again, and its file taken when it is there."""
    age = found.at.timestamp() - record.begun if record.begun else None
    if record.state not in ACTIVE:
        return Render(record, record.state, 0.0, age, message=record.message)
    status = await _asked(desk, found, lambda: desk.api.render_status(record.render_id))
    if status is None:
        return Render(record, record.state, 0.0, age, message=str(found.fault.message if found.fault else ""))
    delivery = desk.deliveries.follow(desk.api, record, status)
    if status.status not in {RenderState.PENDING, RenderState.PROCESSING}:
        await delivery.wait(LOOK_S, _unseen)
    state = DELIVERED if delivery.output else "failed" if delivery.error else str(status.status)
    said = getattr(delivery.error, "message", "") if delivery.error else status.error or ""
    return Render(record, state, status.progress or 0.0, age, delivery.output, said)


async def _unseen(_: float) -> None:
    """Progress nobody waits for."""


async def _file(desk: Desk, given: str, language: str) -> SeenFile:
    """A file held against the limits, without sending it."""
    from nemovideo_mcp.handlers import upload  # the client's half is imported with the first call

    try:
        wanted = upload.sources(desk, [given])
        if not wanted.paths:
            return SeenFile(given, facts="an address; the service fetches it itself")
        return await _local(desk, wanted.paths[0], language)
    except HandlerError as error:
        return SeenFile(Path(given).name, fault=error.message, advice=error.next_step)


async def _local(desk: Desk, path: Path, language: str) -> SeenFile:
    from nemovideo_mcp.client.uploads import check

    try:
        size = check([path])
    except ApiError as error:
        unknown = isinstance(error, UnsupportedFile)
        made = await conversion.converted(desk, path, language) if unknown else None
        return SeenFile(path.name, fault=error.message, advice=error.next_step, made=made)
    try:
        seen = await desk.inspect(path)
    except BrokenFile as error:
        return SeenFile(path.name, size, error.message, error.next_step)
    shape = f", {seen.width}x{seen.height}" if seen.width else ""
    return SeenFile(path.name, size, facts=f"{size / 1e6:.1f} MB{shape}")


def local_time(moment: datetime) -> str:
    """A moment as a person writes it, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
