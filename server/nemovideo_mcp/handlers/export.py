"""Exports a project: draft checked, render ordered, file delivered; long ones go on as a job."""

import secrets
from dataclasses import dataclass, replace

import anyio

from nemovideo_mcp.handlers.delivery import ACTIVE, DELIVERED, Delivery, Output
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.errors import ExportFailed, NothingToExport
from nemovideo_mcp.handlers.projects import ExportRecord, ProjectRecord, file_stem, new_job_id
from nemovideo_mcp.handlers.state import read
from nemovideo_mcp.handlers.target import Target, choose
from nemovideo_mcp.wire.draft import Draft, TrackType
from nemovideo_mcp.wire.render import RenderOutput, RenderRequest, RenderStatus

DEFAULT_WAIT_S = 45.0
SOUND_FORMAT = "m4a"


@dataclass(frozen=True, slots=True)
class Order:
    """What file is wanted; None leaves the choice to us (mp4, 1080p, the Videos folder)."""

    format: str | None = None
    resolution: str | None = None
    path: str | None = None
    overwrite: bool = False
    wait_s: float = DEFAULT_WAIT_S


@dataclass(frozen=True, slots=True)
class Job:
    """How an export stands: `state` of the render or `delivered`, `progress` in percent, the file when it is there."""

    id: str
    project: str
    state: str
    progress: float
    output: Output | None = None
    message: str = ""


async def export(desk: Desk, project: ProjectRecord, order: Order) -> Job:
    """Orders a render of the timeline as it stands and waits for the file, at most `wait_s` seconds."""
    timeline = await read(desk, project)
    if not timeline.draft.exportable:
        raise NothingToExport(
            "There is nothing on the timeline to export yet.", "Upload a video or a picture first."
        )
    order = _without_picture(order, timeline.draft)
    target = _target(desk, project, order)
    output = RenderOutput(format=target.format, resolution=order.resolution)
    request = RenderRequest(
        id=f"render_{secrets.token_hex(12)}", session_id=project.session_id, draft=timeline.raw, output=output
    )
    status = await desk.api.start_render(request)
    record = ExportRecord(
        *(new_job_id(), project.id, status.id, desk.skill, target.format, str(target.path), target.overwrite),
        state=status.status,
        begun=desk.api.clock.utc().timestamp(),
    )
    desk.projects.add_export(record)
    return await _wait(desk, record, order.wait_s, status)


async def follow(desk: Desk, job: str, wait_s: float) -> Job:
    """How a job stands, after waiting for it at most so long; one that a restart left unfinished is taken up again."""
    record = desk.projects.export(job)
    if record.state == DELIVERED:
        return Job(record.id, record.project, DELIVERED, 100.0, await desk.deliveries.finished(record))
    if record.state not in ACTIVE:
        raise ExportFailed(
            record.message or f"The export {record.state}.", "Export again when you want the file."
        )
    return await _wait(desk, record, wait_s)


def take_up(desk: Desk) -> int:
    """Follows every export that an earlier run left unfinished; how many there are."""
    left = [record for record in desk.projects.exports() if record.state in ACTIVE]
    for record in left:
        desk.deliveries.follow(desk.api, record)
    return len(left)


def _without_picture(order: Order, draft: Draft) -> Order:
    """A sound file, where there is no picture and nobody said which file is wanted."""
    pictures = any(track.type == TrackType.VIDEO and track.segments for track in draft.tracks)
    return order if pictures or order.format or order.path else replace(order, format=SOUND_FORMAT)


def _target(desk: Desk, project: ProjectRecord, order: Order) -> Target:
    return choose(
        order.path,
        stem=file_stem(project.name),
        format=order.format,
        overwrite=order.overwrite,
        folders=desk.folders,
        videos=desk.videos_dir,
    )


async def _wait(desk: Desk, record: ExportRecord, wait_s: float, first: RenderStatus | None = None) -> Job:
    delivery = desk.deliveries.follow(desk.api, record, first)

    async def seen(percent: float) -> None:
        await desk.progress(percent, 100, f"Rendering {percent:.0f} %")

    try:
        await delivery.wait(wait_s, seen)
    except anyio.get_cancelled_exc_class():
        desk.later(lambda: _cancel(desk, record))
        raise
    return _job(record, delivery)


def _job(record: ExportRecord, delivery: Delivery) -> Job:
    if delivery.error is not None:
        raise delivery.error
    state = DELIVERED if delivery.output else "processing"
    return Job(
        record.id, record.project, state, 100.0 if delivery.output else delivery.progress, delivery.output
    )


async def _cancel(desk: Desk, record: ExportRecord) -> None:
    """Stops the encoder when the user takes the call back.

    The wait tells a call that was cancelled from a server that is going down: the latter must leave its jobs to be
    taken up again, and ends this task before the wait is over.
    """
    await anyio.sleep(0.3)
    await desk.api.cancel_render(record.render_id)
