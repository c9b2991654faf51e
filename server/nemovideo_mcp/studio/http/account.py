"""Accounts over HTTP: anonymous tokens, claim tokens, the balance."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from nemovideo_mcp.studio.http.body import read, success
from nemovideo_mcp.studio.http.errors import MissingHeader, refusal
from nemovideo_mcp.studio.http.guard import knows_secret, session_of
from nemovideo_mcp.studio.http.services import services
from nemovideo_mcp.studio.store.accounts import GRANT
from nemovideo_mcp.studio.store.errors import NoSession
from nemovideo_mcp.studio.store.sessions import CLAIM_S
from nemovideo_mcp.wire.account import AnonymousToken, Balance, ClaimToken, ClaimTokenRequest
from nemovideo_mcp.wire.headers import CLIENT_ID, MAX_CLIENT_ID


async def anonymous_token(request: Request) -> Response:
    """A free token for a client id; 400 without one, 429 too soon after the last."""
    if not knows_secret(request):
        return refusal(403, "This studio gives tokens only to the program that started it.")
    client_id = request.headers.get(CLIENT_ID, "").strip()
    if not client_id:
        raise MissingHeader(CLIENT_ID, 400)
    if len(client_id) > MAX_CLIENT_ID:
        return refusal(400, f"The header {CLIENT_ID} has more than {MAX_CLIENT_ID} characters.")
    issued = await run_in_threadpool(services(request).store.accounts.issue, client_id)
    token = AnonymousToken(
        token=issued.token, user_id=issued.user_id, credits=issued.credits, expires_at=issued.expires_at
    )
    return success(token.model_dump(mode="json", exclude_none=True))


async def balance(request: Request) -> Response:
    """The caller's credits; an unmetered studio says that it charges nothing."""
    parts = services(request)
    if not parts.metered:
        return success(Balance(available=GRANT, frozen=0, total=GRANT, metered=False).model_dump(mode="json"))
    funds = await run_in_threadpool(parts.store.credits.balance, request.state.user)
    return success(
        {"available": funds.available, "frozen": funds.frozen, "total": funds.total, "metered": True}
    )


async def claim_token(request: Request) -> Response:
    """A token for the browser page of one of the caller's sessions."""
    asked = await read(request, ClaimTokenRequest)
    session = await session_of(request, asked.session_id)
    if session.task_id != asked.task_id:
        raise NoSession("This session belongs to another task.")
    token = await run_in_threadpool(services(request).store.sessions.claim, session)
    return success(ClaimToken(claim_token=token, expires_in=CLAIM_S).model_dump(mode="json"))
