"""Sessions over HTTP: opening one, and reading the state it is in."""

import asyncio
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from nemovideo_mcp.studio.http.body import read, success
from nemovideo_mcp.studio.http.guard import session_of
from nemovideo_mcp.studio.http.services import Services, services
from nemovideo_mcp.studio.http.upload import as_uploaded
from nemovideo_mcp.studio.store.sessions import Session
from nemovideo_mcp.studio.timeline.codec import to_draft
from nemovideo_mcp.studio.timeline.model import Canvas
from nemovideo_mcp.wire.session import SessionRequest


async def open_session(request: Request) -> Response:
    """A new project with its session."""
    asked = await read(request, SessionRequest)
    opened = await run_in_threadpool(
        services(request).store.sessions.open, request.state.user, asked.task_name, asked.language
    )
    asyncio.get_running_loop().run_in_executor(None, _be_ready)
    return success({"task_id": opened.task_id, "session_id": opened.id, "user_id": opened.user_id})


def _be_ready() -> None:
    """Loads the agent, which takes a while, so that the first sentence of a new session need not wait for it."""
    from nemovideo_mcp.studio.agent import agent  # noqa: F401  to have it loaded


async def latest_state(request: Request) -> Response:
    """The timeline as it is now, and the files it may draw from."""
    session = await session_of(request)
    state = await run_in_threadpool(_state, services(request), session, str(request.base_url))
    return success(state)


def _state(parts: Services, session: Session, base_url: str) -> dict[str, Any]:
    timeline = parts.store.timelines.current(session.id)
    files = parts.store.media.of_session(session.id)
    return {
        "session_id": session.id,
        "task_id": session.task_id,
        "task_name": session.name,
        "user_id": session.user_id,
        "state": {
            "draft": to_draft(timeline.project, timeline.revision).as_json(),
            "video_infos": [as_uploaded(file, session.id, base_url) for file in files],
            "canvas_config": _canvas(timeline.project.canvas),
            "generated_media": None,
            "video_analyses": None,
        },
    }


def _canvas(canvas: Canvas | None) -> dict[str, Any] | None:
    if canvas is None:
        return None
    return {"width": canvas.width, "height": canvas.height, "fps": float(canvas.fps)}
