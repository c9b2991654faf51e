"""Who may call: loopback hosts only, no web page, and users by their token."""

from collections.abc import Awaitable, Callable
from secrets import compare_digest
from typing import Final, TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from nemovideo_mcp.studio.http.errors import MissingHeader, failure, refusal
from nemovideo_mcp.studio.http.services import services
from nemovideo_mcp.studio.store.errors import BadToken
from nemovideo_mcp.studio.store.sessions import Session
from nemovideo_mcp.wire.envelope import Code
from nemovideo_mcp.wire.headers import ATTRIBUTION, AUTHORIZATION

STUDIO_SECRET: Final = "X-Studio-Secret"  # noqa: S105 - a header's name
Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]


class NoOrigin:
    """Refuses what a web page sends: the API's clients are programs, and programs have no origin."""

    def __init__(self, app: ASGIApp) -> None:
        """Stands before `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http" and "origin" in Headers(scope=scope):
            answer = refusal(403, "The studio does not take calls from web pages. Nothing was done.")
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)


def private(endpoint: Endpoint, *, refuse_with: int = 200) -> Endpoint:
    """An endpoint for users: `request.state.user` is the token's owner.

    Without a good token the envelope says 1001, under HTTP `refuse_with`: bytes must not be mistaken for an answer.
    """

    async def guarded(request: Request) -> Response:
        kind, _, token = request.headers.get(AUTHORIZATION, "").partition(" ")
        if kind.lower() != "bearer" or not token:
            return failure(
                Code.BAD_TOKEN, "The Authorization header with a bearer token is missing.", refuse_with
            )
        try:
            request.state.user = await run_in_threadpool(
                services(request).store.accounts.owner, token.strip()
            )
        except BadToken as bad:
            return failure(Code.BAD_TOKEN, str(bad), refuse_with)
        return await endpoint(request)

    return guarded


async def session_of(request: Request, session_id: str | None = None) -> Session:
    """The session of the path (or the one given), when it is the caller's; NoSession."""
    wanted = session_id or request.path_params["session_id"]
    return await run_in_threadpool(services(request).store.sessions.get, wanted, request.state.user)


def knows_secret(request: Request) -> bool:
    """Whether the caller has this studio's secret, or the studio has none."""
    secret = services(request).secret
    return secret is None or compare_digest(request.headers.get(STUDIO_SECRET, "").encode(), secret.encode())


def require_attribution(request: Request) -> None:
    """MissingHeader (402) that names the first of the three that is not there."""
    for name in ATTRIBUTION:
        if not request.headers.get(name):
            raise MissingHeader(name, 402)
