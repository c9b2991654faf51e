"""Deliveries: exports under way, followed to their end in the background, fetched, proven, and put where they belong."""

import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import anyio

from nemovideo_mcp.client.errors import ApiError, NotFound
from nemovideo_mcp.handlers.errors import BrokenFile, ExportFailed, StillRendering
from nemovideo_mcp.handlers.projects import ExportRecord, Projects
from nemovideo_mcp.handlers.target import place
from nemovideo_mcp.wire.render import RenderState, RenderStatus

if TYPE_CHECKING:
    from nemovideo_mcp.client.client import (
        SkillClient,  # httpx is imported with the first call, not with the listing
    )

DELIVERED = "delivered"
DELIVERING = "delivering"
ACTIVE = frozenset({RenderState.PENDING, RenderState.PROCESSING, RenderState.COMPLETED, DELIVERING})
PATIENCE_S = 30

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Output:
    """A delivered file: `bytes` on disk, `duration_ms`, and the picture's size in pixels (None for sound)."""

    path: str
    bytes: int
    duration_ms: int | None
    width: int | None
    height: int | None


class Inspect(Protocol):
    """Looks into a finished file; raises an error with a sentence when it does not decode to its end."""

    def __call__(self, path: Path) -> Awaitable[Output]: ...


class Delivery:
    """One export on its way; waiters see its progress and its end."""

    def __init__(self, record: ExportRecord) -> None:
        self.record = record
        self.progress = 0.0
        self.output: Output | None = None
        self.error: Exception | None = None
        self._changed = anyio.Event()
        self._done = False

    @property
    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self._done

    def moved(self, progress: float) -> None:
        """Tells waiters how far it is, in percent."""
        self.progress = progress
        self._wake()

    def end(self, output: Output | None = None, error: Exception | None = None) -> None:
        """Tells waiters how it ended."""
        self.output, self.error, self._done = output, error, True
        self._wake()

    def _wake(self) -> None:
        event, self._changed = self._changed, anyio.Event()
        event.set()

    async def wait(self, seconds: float, seen: Callable[[float], Awaitable[None]]) -> None:
        """Waits for the end, at most so long; calls `seen` with the percentage at each step."""
        with anyio.move_on_after(seconds):
            while not self._done:
                await self._changed.wait()
                await seen(self.progress)


class Deliveries:
    """Follows every export of this process; one that is followed already is not followed twice."""

    def __init__(
        self, projects: Projects, inspect: Inspect, start: Callable[[Callable[[], Awaitable[None]]], None]
    ) -> None:
        self._projects = projects
        self._inspect = inspect
        self._start = start
        self._running: dict[str, Delivery] = {}

    def follow(self, api: "SkillClient", record: ExportRecord, first: RenderStatus | None = None) -> Delivery:
        """Starts following an export, or finds it; `first` is its status where that is known already."""
        running = self._running.get(record.id)
        if running is not None and not running.done:
            return running
        delivery = Delivery(record)
        delivery.progress = (first.progress if first else None) or 0.0
        self._running[record.id] = delivery

        async def run() -> None:
            await self._run(api.apart(), delivery, first)

        self._start(run)
        return delivery

    async def finished(self, record: ExportRecord) -> Output:
        """What a delivered export's file is like now; ExportFailed when it has been moved away."""
        path = Path(record.path)
        if not await anyio.Path(path).is_file():
            raise ExportFailed(f"{path} was delivered, and is no longer there.", "Export it again.")
        return await self._inspect(path)

    async def _run(self, api: "SkillClient", delivery: Delivery, first: RenderStatus | None) -> None:
        job = delivery.record.id
        try:
            output = await self._deliver(api, delivery, first)
        except (ApiError, ExportFailed, OSError) as error:
            _log.warning("export %s ended without a file: %s", job, error)
            self._projects.update_export(job, state=_ending(error), message=_sentence(error))
            delivery.end(error=error)
        except Exception as error:
            delivery.end(error=error)  # nobody may wait for ever
            raise
        else:
            self._projects.update_export(job, state=DELIVERED, path=output.path)
            delivery.end(output)

    async def _deliver(self, api: "SkillClient", delivery: Delivery, first: RenderStatus | None) -> Output:
        record = delivery.record

        def seen(status: RenderStatus) -> None:
            delivery.moved(status.progress or 0.0)

        status = await api.wait_for_render(first or record.render_id, on_status=seen)
        if status.status is not RenderState.COMPLETED:
            raise _unfinished(status, record.id)
        if not self._projects.claim_export(record.id):
            path = await self._elsewhere(record.id)
            if path:
                return await self._inspect(Path(path))
        return await self._fetched(api, record, status)

    async def _elsewhere(self, job: str) -> str:
        """Where another process puts the file; empty when it has not done so in time, and has perhaps died over it."""
        with anyio.move_on_after(PATIENCE_S):
            while True:
                record = self._projects.export(job)
                if record.state == DELIVERED:
                    return record.path
                await anyio.sleep(0.2)  # the register is all the two processes share
        return ""

    async def _whole(self, part: Path) -> Output:
        try:
            return await self._inspect(part)
        except BrokenFile as error:
            raise ExportFailed(
                f"The file that came is not a whole one, and was not kept. {error.message}",
                "The timeline is as it was. Export it again.",
            ) from error

    async def _fetched(self, api: "SkillClient", record: ExportRecord, status: RenderStatus) -> Output:
        target = Path(record.target)
        part = target.with_name(f".{target.name[:40]}.{record.id}.{secrets.token_hex(4)}.part")
        try:
            await api.download_render(status, part)
            proof = await self._whole(part)
            final = await anyio.to_thread.run_sync(partial(place, part, target, overwrite=record.overwrite))
        finally:
            part.unlink(missing_ok=True)
        return Output(str(final), proof.bytes, proof.duration_ms, proof.width, proof.height)


def _unfinished(status: RenderStatus, job: str) -> ExportFailed:
    """How a render stands that has no file to give."""
    if status.status is RenderState.FAILED:
        why = f" The service said: {status.error}" if status.error else ""
        return ExportFailed(
            f"The export failed.{why}",
            "The timeline is as it was. Change what the message names, or export again.",
        )
    if status.status is RenderState.CANCELLED:
        return ExportFailed(
            "The export was cancelled.", "The timeline is as it was. Export again when you want the file."
        )
    far = "" if status.progress is None else f" ({status.progress:.0f} %)"
    return StillRendering(
        f"The render takes longer than usual and is not finished yet{far}; the service goes on with it.",
        f"Nothing is lost: ask for job {job} in a few minutes to get the file.",
    )


def _ending(error: Exception) -> str:
    goes_on = isinstance(error, StillRendering) or not isinstance(error, (ExportFailed, NotFound, OSError))
    return RenderState.PROCESSING if goes_on else RenderState.FAILED


def _sentence(error: Exception) -> str:
    return f"The file could not be written: {error.strerror}." if isinstance(error, OSError) else str(error)
