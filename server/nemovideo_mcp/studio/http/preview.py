"""Previews over HTTP: what the timeline looks like now, as one picture."""

from base64 import b64encode
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from nemovideo_mcp.studio.http.body import success
from nemovideo_mcp.studio.http.errors import BadBody
from nemovideo_mcp.studio.http.guard import session_of
from nemovideo_mcp.studio.http.services import Services, services
from nemovideo_mcp.studio.sources import paths_of
from nemovideo_mcp.studio.steadying import Steadying, any_steady
from nemovideo_mcp.studio.store.sessions import Session
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.wire.preview import MAX_FRAMES, Preview, PreviewFrame

LATEST_MS: Final = 359_999_999


async def preview(request: Request) -> Response:
    """The frame at `at_ms`, or a sheet of `count` frames (2 to 25); 422 when there is no such picture."""
    session = await session_of(request)
    given = request.query_params
    if ("at_ms" in given) == ("count" in given):
        raise BadBody("Give one of at_ms (a time in ms) and count (2 to 25 frames).")
    name, least, most = ("at_ms", 0, LATEST_MS) if "at_ms" in given else ("count", 2, MAX_FRAMES)
    number = _number(name, given[name], least, most)
    return success(await run_in_threadpool(_made, services(request), session, name, number))


def _number(name: str, said: str, least: int, most: int) -> int:
    if not said.isdecimal() or len(said) > len(str(LATEST_MS)) or not least <= int(said) <= most:
        raise BadBody(f"{name} is a whole number from {least} to {most}.")
    return int(said)


def _made(parts: Services, session: Session, name: str, number: int) -> dict[str, Any]:
    from nemovideo_mcp.studio.render import preview as pictures
    from nemovideo_mcp.studio.render.encode import RenderFailed
    from nemovideo_mcp.studio.render.output import NothingToRender

    now = parts.store.timelines.current(session.id)
    paths = paths_of(parts.store, session.id, now.project)
    project = now.project
    if any_steady(project):
        project, paths = Steadying(parts.store.media.folder.parent).as_kept(project, paths)
    make = pictures.frame_at if name == "at_ms" else pictures.contact_sheet
    try:
        made = make(project, paths, number)
    except (EditError, NothingToRender, RenderFailed) as error:
        raise BadBody(str(error)) from error
    frames = [PreviewFrame(at_ms=one.at_ms, width=one.width, height=one.height) for one in made.frames]
    image = b64encode(made.jpeg).decode()
    told = Preview(revision=now.revision, mime_type="image/jpeg", image=image, frames=frames)
    return told.model_dump(mode="json")
