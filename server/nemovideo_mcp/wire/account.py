"""Accounts: anonymous tokens, claim tokens, and the balance of credits."""

from datetime import datetime

from pydantic import FiniteFloat

from nemovideo_mcp.wire.base import Answer, Request


class AnonymousToken(Answer):
    """A free token; `credits`, `expires_at` and `user_id` may be missing."""

    token: str
    user_id: str | None = None
    credits: int | None = None
    expires_at: datetime | None = None


class ClaimTokenRequest(Request):
    """Asks for a browser link's token to one project."""

    task_id: str
    session_id: str


class ClaimToken(Answer):
    """`clm_…`, and how long it holds, in seconds."""

    claim_token: str
    expires_in: int | None = None


class Balance(Answer):
    """Credits: total = available + frozen. `metered` false: this backend charges nothing (the studio's own key)."""

    available: FiniteFloat
    frozen: FiniteFloat = 0
    total: FiniteFloat | None = None
    metered: bool = True
