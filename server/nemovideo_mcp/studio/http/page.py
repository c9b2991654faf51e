"""The pages a browser shows: a project behind its claim link, and what registering would mean here."""

from base64 import b64encode
from hashlib import sha256
from html import escape
from string import Template
from typing import Final
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from nemovideo_mcp.studio.http.render import file_of
from nemovideo_mcp.studio.http.services import Services, services
from nemovideo_mcp.studio.store.errors import BadToken, NoRender
from nemovideo_mcp.studio.store.renders import Progress, Render
from nemovideo_mcp.studio.store.sessions import Session
from nemovideo_mcp.studio.timeline.model import Project
from nemovideo_mcp.studio.timeline.time import as_text

FILE: Final = "/workspace/file/{render_id}"
STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem;color:#222}"
    "li{margin:.3rem 0}small{color:#666}"
)
PAGE: Final = Template(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>$title</title>'
    '<meta name="viewport" content="width=device-width"><style>$style</style></head>'
    "<body><h1>$title</h1>$body</body></html>"
)
HEADERS: Final = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}';"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


async def claim(request: Request) -> Response:
    """A project: its name, its timeline, its finished files."""
    token = request.query_params.get("ct", "")
    try:
        name, body = await run_in_threadpool(_claimed, services(request), token)
    except BadToken as unknown:
        return _page("This link does not work", f"<p>{escape(str(unknown))}</p>", status=404)
    return _page(name, body)


async def file(request: Request) -> Response:
    """A finished file of the project behind a claim link."""
    parts, token = services(request), request.query_params.get("ct", "")
    try:
        found = await run_in_threadpool(_claimed_file, parts, token, request.path_params["render_id"])
    except (BadToken, NoRender):
        return _page("This link does not work", "<p>There is no such file behind this link.</p>", status=404)
    answer = file_of(parts, *found)
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


async def register(_: Request) -> Response:
    """There is no account to register on one's own machine."""
    return _page(
        "No registration needed",
        "<p>This is the studio on your own machine. It needs no account, and what it charges, if anything,"
        " is decided by whoever runs it.</p>",
    )


def _claimed(parts: Services, token: str) -> tuple[str, str]:
    session = parts.store.sessions.claimed(token)
    project = parts.store.timelines.current(session.id).project
    done = [one for one in parts.store.renders.of_session(session.id) if one.state is Progress.COMPLETED]
    files = "".join(f"<li>{_link(one, token)}</li>" for one in done)
    listed = f"<ul>{files}</ul>" if files else "<p>Nothing was exported yet.</p>"
    return project.name, f"<h2>Timeline</h2>{_timeline(project)}<h2>Files</h2>{listed}"


def _claimed_file(parts: Services, token: str, render_id: str) -> tuple[Render, Session]:
    session, render = parts.store.sessions.claimed(token), parts.store.renders.get(render_id)
    if render.session_id != session.id:
        raise NoRender("There is no such file behind this link.")
    return render, session


def _timeline(project: Project) -> str:
    """What is on the timeline, a line for each thing."""
    lines = [f"{project.medium(clip.media).name} ({as_text(clip.duration)})" for clip in project.clips]
    lines += [
        f"{project.medium(sound.media).name} ({sound.role}, {sound.volume} %)" for sound in project.sounds
    ]
    lines += [f"“{text.text}” ({text.role}, {as_text(text.duration)})" for text in project.texts]
    if not lines:
        return "<p>The timeline is empty.</p>"
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ol>{items}</ol><p><small>{escape(as_text(project.duration))} in all</small></p>"


def _link(render: Render, token: str) -> str:
    address = f"{FILE.format(render_id=quote(render.id))}?ct={quote(token)}"
    length, size = render.duration or 0, (render.size or 0) / 10**6
    return f'<a href="{escape(address)}">{escape(str(render.file))}</a> <small>{length:.1f} s, {size:.1f} MB</small>'


def _page(title: str, body: str, *, status: int = 200) -> HTMLResponse:
    """`title` is plain text, `body` is HTML."""
    return HTMLResponse(PAGE.substitute(title=escape(title), style=STYLE, body=body), status, HEADERS)
