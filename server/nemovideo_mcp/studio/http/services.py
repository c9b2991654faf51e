"""What the endpoints work with, and how they find it."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from weakref import WeakValueDictionary

from starlette.requests import Request

from nemovideo_mcp.studio.jobs import Jobs
from nemovideo_mcp.studio.store.database import Clock
from nemovideo_mcp.studio.store.store import Store
from nemovideo_mcp.studio.transcripts import Transcripts

if TYPE_CHECKING:
    from nemovideo_mcp.studio.http.transcript import Listening

EDIT_PRICE: Final = 1


class Turns:
    """One change of a session at a time; the others wait in order."""

    def __init__(self) -> None:
        """Nobody waits yet."""
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, session_id: str) -> asyncio.Lock:
        """The session's turn, to be held while its timeline changes."""
        return self._locks.setdefault(session_id, asyncio.Lock())


@dataclass(frozen=True)
class Services:
    """The studio's parts; `secret` guards the anonymous token, `allowed_hosts` are private hosts URLs may point to."""

    store: Store
    jobs: Jobs
    transcripts: Transcripts
    clock: Clock
    metered: bool
    secret: str | None
    allowed_hosts: tuple[str, ...]
    turns: Turns = field(default_factory=Turns)
    running: set[asyncio.Task[object]] = field(default_factory=set)
    listening: "dict[str, Listening]" = field(default_factory=dict)

    def freeze(self, user_id: str) -> str | None:
        """Sets the price of an edit aside; None where nothing costs anything. NoCredits."""
        return self.store.credits.freeze(user_id, EDIT_PRICE) if self.metered else None

    def close(self, hold: str | None, *, spent: bool) -> None:
        """Spends what was set aside, or gives it back."""
        if hold is None:
            return
        if spent:
            self.store.credits.settle(hold)
        else:
            self.store.credits.release(hold)


def services(request: Request) -> Services:
    """The parts of the studio this request came to."""
    found: Services = request.app.state.services
    return found
