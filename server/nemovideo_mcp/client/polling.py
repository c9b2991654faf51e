"""How to wait: for a render, and for the state after a lost stream."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from nemovideo_mcp.client.clock import Clock
from nemovideo_mcp.client.errors import ApiError
from nemovideo_mcp.client.renders import TERMINAL
from nemovideo_mcp.wire.render import RenderStatus

T = TypeVar("T")

STATE_WAITS_S: Final = (30.0, 60.0, 60.0, 60.0, 60.0)


@dataclass(frozen=True, slots=True)
class RenderWaits:
    """The rule of waiting for a render.

    A backend that says how soon to ask again (`retry_after`) is asked then, for at most `total_s`; any other is asked
    every `interval_s`, `attempts` times at most. So many failed polls in a row end the waiting as well.
    """

    interval_s: float = 30.0
    attempts: int = 10
    total_s: float = 3600.0
    shortest_s: float = 0.05


async def wait_for_render(
    poll: Callable[[], Awaitable[RenderStatus]],
    *,
    clock: Clock,
    first: RenderStatus | None = None,
    waits: RenderWaits | None = None,
    on_status: Callable[[RenderStatus], None] | None = None,
) -> RenderStatus:
    """Polls until the render has ended or the rule says to stop: the last status known, ended or not.

    Without a `first` status it asks at once. A failed poll is repeated for the same render; when the waiting ends on
    failed polls, the last failure is raised.
    """
    wait = _Wait(clock, waits or RenderWaits())
    status = first
    while status is None or (status.status not in TERMINAL and wait.goes_on(status)):
        await wait.pause(status)
        try:
            status = await poll()
        except ApiError as error:
            await wait.failed(error)
            continue
        wait.answered()
        if on_status is not None:
            on_status(status)
    return status


class _Wait:
    """How often was asked, and how long it may go on."""

    def __init__(self, clock: Clock, rule: RenderWaits) -> None:
        self._clock = clock
        self._rule = rule
        self._until = clock.now() + rule.total_s
        self._asked = 0
        self._failures = 0
        self._hinted = False

    def goes_on(self, status: RenderStatus) -> bool:
        """Whether to ask once more."""
        self._hinted = status.retry_after is not None
        return self._clock.now() < self._until and (self._hinted or self._asked < self._rule.attempts)

    async def pause(self, status: RenderStatus | None) -> None:
        """Waits as the backend says, else as the rule does; the first time, without a status, not at all."""
        self._asked += not self._hinted
        if status is None and not self._failures:
            return
        hint = None if status is None else status.retry_after
        seconds = self._rule.interval_s if hint is None else max(self._rule.shortest_s, hint)
        if self._failures and self._hinted:
            seconds = max(1.0, seconds)  # a backend polled often gets a second to come back
        await self._clock.sleep(
            min(seconds, self._rule.interval_s, max(0.0, self._until - self._clock.now()))
        )

    async def failed(self, error: ApiError) -> None:
        """Counts a failed poll; raises it when there were too many or another will not help."""
        self._failures += 1
        spent = not self._hinted and self._asked >= self._rule.attempts
        if (
            not error.retryable
            or spent
            or self._failures >= self._rule.attempts
            or self._clock.now() >= self._until
        ):
            raise error

    def answered(self) -> None:
        """A poll went well."""
        self._failures = 0


async def until_changed(
    read: Callable[[], Awaitable[T]], is_changed: Callable[[T], bool], *, clock: Clock
) -> T | None:
    """Reads a state after 30 s, then every 60 s, five times in all, until it has changed; None when it has not."""
    for pause in STATE_WAITS_S:
        await clock.sleep(pause)
        try:
            state = await read()
        except ApiError as error:
            if not error.retryable:
                raise
            continue
        if is_changed(state):
            return state
    return None
