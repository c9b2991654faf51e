"""Renders over HTTP: ordered, asked about, cancelled and downloaded."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from nemovideo_mcp.studio.http.body import read
from nemovideo_mcp.studio.http.errors import BadBody, refusal
from nemovideo_mcp.studio.http.guard import require_attribution, session_of
from nemovideo_mcp.studio.http.services import Services, services
from nemovideo_mcp.studio.media.rate import sane_rate
from nemovideo_mcp.studio.render.output import Output
from nemovideo_mcp.studio.rendering import to_record
from nemovideo_mcp.studio.sources import paths_of
from nemovideo_mcp.studio.store.errors import NoRender, NoSession
from nemovideo_mcp.studio.store.renders import Progress, Render
from nemovideo_mcp.studio.store.sessions import Session
from nemovideo_mcp.studio.timeline.codec import from_draft, to_draft
from nemovideo_mcp.studio.timeline.model import Project
from nemovideo_mcp.wire import routes
from nemovideo_mcp.wire.draft import Draft
from nemovideo_mcp.wire.render import RenderOutput, RenderRequest

MAX_DRAFT: Final = 8 << 20
ID: Final = re.compile(r"render_[A-Za-z0-9_-]{1,100}")
TYPES: Final = {
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "webm": "video/webm",
    "mkv": "video/x-matroska",
    "gif": "image/gif",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "m4a": "audio/mp4",
}


async def order(request: Request) -> Response:
    """Starts a render of the draft that was sent; the same id again is the same render."""
    require_attribution(request)
    asked = await read(request, RenderRequest, limit=MAX_DRAFT)
    session = await session_of(request, asked.session_id)
    render = await run_in_threadpool(_order, services(request), session, asked)
    return _status(request, render)


async def status(request: Request) -> Response:
    """How far a render is."""
    render, _ = await _render_of(request)
    if not render.over:
        services(request).jobs.start()
    return _status(request, render)


async def cancel(request: Request) -> Response:
    """Stops a render; one that is over stays as it is."""
    render, _ = await _render_of(request)
    parts = services(request)
    await run_in_threadpool(parts.store.renders.cancel, render.id)
    parts.jobs.cancel(render.id)
    return _status(request, await run_in_threadpool(parts.store.renders.get, render.id))


async def download(request: Request) -> Response:
    """The bytes of a finished render, whole or a range of them."""
    return file_of(services(request), *await _render_of(request))


def file_of(parts: Services, render: Render, session: Session) -> Response:
    """The file of a render; 409 while there is none, 410 when it was removed."""
    if render.state is not Progress.COMPLETED or render.file is None:
        return refusal(409, render.error or f"This render is {render.state}; there is no file to download.")
    path = parts.store.renders.folder / render.file
    if not path.exists():
        return refusal(410, "The file of this render was removed. Export again.")
    kind = Path(render.file).suffix[1:]
    return FileResponse(path, media_type=TYPES.get(kind), filename=f"{session.name}.{kind}")


def _order(parts: Services, session: Session, asked: RenderRequest) -> Render:
    if not ID.fullmatch(asked.id):
        raise BadBody(
            'A render\'s id is "render_" and up to 100 letters, digits, "-" or "_". Nothing was started.'
        )
    output = _output(asked.output)
    project = _project(parts, session, asked.draft)
    _must_be_possible(parts, session, project, output)
    render = parts.store.renders.order(asked.id, session.id, project, to_record(output))
    if not render.over:
        parts.jobs.submit(render.id)
    return render


def _output(asked: RenderOutput) -> Output:
    """The output that is asked for; refused when there is none like it."""
    try:
        fps = None if asked.fps is None else Fraction(asked.fps)
        known = sane_rate(fps, None) if fps and 1 <= fps <= 120 else fps
        return Output(asked.format, asked.resolution, known, asked.quality)  # type: ignore[arg-type]  # checks it itself
    except (ValueError, OverflowError) as error:
        raise BadBody(str(error)) from error


def _must_be_possible(parts: Services, session: Session, project: Project, output: Output) -> None:
    """Refuses at once what no render could make, such as a picture out of sound alone."""
    from nemovideo_mcp.studio.render.plan import plan

    try:
        plan(project, output, paths_of(parts.store, session.id, project), parts.store.renders.folder)
    except ValueError as error:
        raise BadBody(str(error)) from error


def _project(parts: Services, session: Session, sent: dict[str, Any]) -> Project:
    """The project the draft stands for: exactly the revision it was read from, or what it was changed to."""
    try:
        draft = Draft.model_validate(sent)
    except ValidationError as fault:
        raise BadBody.of(fault) from fault
    if not draft.exportable:
        raise BadBody("There is nothing on the timeline to export yet. Upload a video or a picture first.")
    timelines = parts.store.timelines
    if draft.revision is not None:
        then = timelines.at(session.id, draft.revision)
        if then is not None and to_draft(then, draft.revision).as_json() == sent:
            return then
    return from_draft(draft, timelines.current(session.id).project)


async def _render_of(request: Request) -> tuple[Render, Session]:
    """The render of the path with its session, when it is the caller's; NoRender."""
    parts = services(request)
    render = await run_in_threadpool(parts.store.renders.get, request.path_params["render_id"])
    try:
        return render, await session_of(request, render.session_id)
    except NoSession as other:
        raise NoRender("There is no such render here.") from other


def _status(request: Request, render: Render) -> JSONResponse:
    """A status in the first of the published shapes; `retry_after` in seconds while there is something to wait for."""
    # Whole percents: less than one would be read as a share of the whole.
    told: dict[str, Any] = {"id": render.id, "status": render.state, "progress": int(render.progress)}
    if render.state is Progress.COMPLETED:
        path = routes.render_download(render.id)
        url = f"{str(request.base_url).rstrip('/')}{path}"
        told["output"] = {"url": url, "duration": render.duration, "size": render.size}
    if render.error:
        told["error"] = render.error
    if not render.over:
        told["retry_after"] = _retry_after(services(request).clock() - render.made)
    return JSONResponse(told)


def _retry_after(age: float) -> float:
    """Soon at first, when most renders end; later a second is soon enough."""
    return 0.25 if age < 5 else 0.5 if age < 15 else 1.0
