"""The API core: one client for a process, from which every skill gets its own."""

from collections.abc import Mapping
from types import TracebackType

import httpx

from nemovideo_mcp.client.clock import Clock, WallClock
from nemovideo_mcp.client.connection import Connection
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.client.skill_client import Links, SkillClient
from nemovideo_mcp.client.transport import Waiting
from nemovideo_mcp.wire.headers import Attribution

__all__ = ["Client", "SkillClient"]


class Client:
    """One backend, one identity, one set of connections.

    `clock` is what all waiting goes by; `http`, when given, is used and left open. `extra_headers` go with every
    request to the API's own origin (the secret of an embedded backend). Raises Invalid for an address that is none.
    """

    def __init__(
        self,
        *,
        api_url: str,
        web_url: str,
        identity: Identity,
        clock: Clock | None = None,
        http: httpx.AsyncClient | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        self._connection = Connection(
            api_url=api_url,
            web_url=web_url,
            identity=identity,
            clock=clock or WallClock(),
            http=http,
            extra_headers=extra_headers,
        )
        self._links = Links()

    def for_skill(self, attribution: Attribution, waiting: Waiting | None = None) -> SkillClient:
        """The API under one skill's headers; connection and identity are shared, headers never.

        `waiting` is told the seconds of a wait that a busy service asks for.
        """
        return SkillClient(self._connection, attribution, self._links, waiting)

    async def connect(self, attribution: Attribution) -> None:
        """Makes sure there is a token, asked for under this skill's headers. Raises ApiError."""
        await self._connection.token(attribution)

    def logout(self) -> bool:
        """Forgets the kept tokens; whether there were any."""
        return self._connection.logout()

    async def aclose(self) -> None:
        """Closes the connections; renders under way go on."""
        await self._connection.transport.aclose()

    async def __aenter__(self) -> "Client":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
