"""One connection to one backend: its token, and every call with what can be mended about it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final, TypeVar

import anyio
import httpx

from nemovideo_mcp.client.access import Access
from nemovideo_mcp.client.answers import read
from nemovideo_mcp.client.clock import Clock
from nemovideo_mcp.client.errors import (
    ApiError,
    BadToken,
    Invalid,
    MissingClientId,
    NoCredits,
    PlanRequired,
    RateLimited,
)
from nemovideo_mcp.client.identity import Credential, Identity
from nemovideo_mcp.client.secrecy import HIDDEN, redacted
from nemovideo_mcp.client.transport import Call, Transport, Waiting
from nemovideo_mcp.wire import routes
from nemovideo_mcp.wire.account import AnonymousToken
from nemovideo_mcp.wire.headers import Attribution

T = TypeVar("T")

BUSY_WAIT_S: Final = 30.0
LONGEST_BUSY_WAIT_S: Final = 60.0


class Connection:
    """Shared by all skills of a process; attribution comes with every call, so that skills never share headers."""

    def __init__(
        self,
        *,
        api_url: str,
        web_url: str,
        identity: Identity,
        clock: Clock,
        http: httpx.AsyncClient | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        self.transport = Transport(api_url, http=http, extra_headers=extra_headers)
        self.clock = clock
        self._web_url = web_url
        self._identity = identity
        self._lock = anyio.Lock()
        self._attempts = 0
        self._renewals = 0
        self._failure: ApiError | None = None
        self._user_id: str | None = None

    async def token(self, attribution: Attribution, waiting: Waiting | None = None) -> str:
        """The token to use; asked for once, however many calls need it at the same time. Raises ApiError."""
        known = self._credential()
        if known is not None:
            return known.token
        attempt = self._attempts
        async with self._lock:
            known = self._credential()
            if known is not None:
                return known.token
            if self._failure is not None and self._attempts != attempt:
                raise self._failure  # those who waited for an attempt share its failure
            return await self._fresh_token(attribution, waiting)

    async def perform(self, call: Call, act: Callable[[Call], Awaitable[T]]) -> T:
        """Does `act` with the call and the token; mends a refused token, a busy backend, a missing client id once each."""
        mended: set[type[ApiError]] = set()
        while True:
            token = await self.token(call.attribution, call.waiting)
            try:
                return await act(replace(call, token=token))
            except BadToken as error:
                _once(error, mended)
                self.refused(token)
            except RateLimited as error:
                _once(error, mended)
                await self._wait(error, call.waiting)
            except MissingClientId as error:
                _once(error, mended)
                call = replace(call, client_id=self._identity.client_id())
            except NoCredits as error:
                raise self.no_credits(error.detail) from error
            except PlanRequired as error:
                raise error.with_link(self.no_credits().registration_link) from None

    def refused(self, token: str) -> None:
        """Forgets a token that was refused, so that the next call asks for another. Raises BadToken for the user's own."""
        if self._identity.has_own_token:
            raise BadToken.of_the_user()
        self._identity.forget(self.transport.origin, token)

    def met(self, user_id: str | None) -> None:
        """Remembers whose session this is, for a registration link."""
        self._user_id = user_id or self._user_id

    def no_credits(self, detail: str = "") -> NoCredits:
        """Out of credits, with the way on for this user: registering while anonymous, topping up otherwise."""
        if self._user_id is None or (self._identity.has_own_token and not self._user_id.startswith("anon_")):
            return NoCredits(detail=detail)
        return NoCredits.of(routes.registration_link(self._web_url, self._user_id), detail=detail)

    def access(self) -> Access:
        """What is known about the token, without asking anybody."""
        known = self._identity.last(self.transport.origin)
        if known is None:
            return Access("none", renewals=self._renewals)
        expired = not known.good_at(self.clock.utc())
        return Access(
            "own" if known.own else "starter",
            known.since,
            known.expires_at,
            expired=expired,
            renewals=self._renewals,
        )

    def redacted(self, text: str) -> str:
        """A text without the token, the client id, and whatever else has the form of a secret."""
        for secret in self._identity.secrets(self.transport.origin):
            text = text.replace(secret, HIDDEN)
        return redacted(text)

    def claim_link(self, claim_token: str) -> str:
        """A page of the web for a claim token."""
        return routes.claim_link(self._web_url, claim_token)

    def logout(self) -> bool:
        """Forgets the kept tokens; whether there were any."""
        return self._identity.logout()

    def _credential(self) -> Credential | None:
        known = self._identity.credential(self.transport.origin, self.clock.utc())
        if known is not None and known.user_id is not None:
            self._user_id = self._user_id or known.user_id
        return known

    async def _fresh_token(self, attribution: Attribution, waiting: Waiting | None) -> str:
        try:
            answer = await self._ask_for_token(attribution, waiting)
        except ApiError as error:
            self._failure, self._attempts = error, self._attempts + 1
            raise
        self._failure, self._attempts = None, self._attempts + 1
        self._user_id = answer.user_id
        self._renewals += 1
        return self._identity.keep(self.transport.origin, answer, self.clock.utc()).token

    async def _ask_for_token(self, attribution: Attribution, waiting: Waiting | None) -> AnonymousToken:
        mended: set[type[ApiError]] = set()
        client_id = self._identity.client_id()
        while True:
            call = Call(
                method="POST", path=routes.ANONYMOUS_TOKEN, attribution=attribution, client_id=client_id
            )
            try:
                return read(AnonymousToken, await self.transport.send(call))
            except RateLimited as error:
                if RateLimited in mended:
                    raise _no_token_yet(error) from error
                _once(error, mended)
                await self._wait(error, waiting, otherwise=_no_token_yet(error))
            except (MissingClientId, Invalid) as error:  # all that this call says is the client id
                _once(error, mended)
                client_id = self._identity.replace_client_id()

    async def _wait(
        self, error: RateLimited, waiting: Waiting | None, *, otherwise: RateLimited | None = None
    ) -> None:
        seconds = BUSY_WAIT_S if error.retry_after is None else error.retry_after
        if seconds > LONGEST_BUSY_WAIT_S:
            raise otherwise or error
        if waiting is not None:
            await waiting(seconds)
        await self.clock.sleep(seconds)


def _once(error: ApiError, mended: set[type[ApiError]]) -> None:
    """Marks a kind of error as mended; raises it when it was mended before."""
    if type(error) in mended:
        raise error
    mended.add(type(error))


def _no_token_yet(error: RateLimited) -> RateLimited:
    fresh = RateLimited(
        "No free access could be had: an installation gets one every seven days. Nothing was done.",
        retry_after=error.retry_after,
        next_step=""
        if error.retry_after
        else "Come back in a few days, or set NEMO_TOKEN to a token of your own.",
    )
    fresh.detail = error.detail
    return fresh
