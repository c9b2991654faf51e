"""The API for one skill: a method for each thing it can do, under that skill's headers."""

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import anyio

from nemovideo_mcp.client import downloads, polling, uploads
from nemovideo_mcp.client.access import Access
from nemovideo_mcp.client.answers import read
from nemovideo_mcp.client.chat import chat
from nemovideo_mcp.client.clock import Clock
from nemovideo_mcp.client.connection import Connection
from nemovideo_mcp.client.errors import (
    ApiError,
    BadAnswer,
    DownloadFailed,
    Invalid,
    NoCredits,
    RateLimited,
    Refused,
    RenderFailed,
)
from nemovideo_mcp.client.events import Event
from nemovideo_mcp.client.renders import new_render_id, read_status
from nemovideo_mcp.client.reply import fault
from nemovideo_mcp.client.transport import SILENCE_S, Call, Waiting
from nemovideo_mcp.wire import routes
from nemovideo_mcp.wire.account import Balance, ClaimToken, ClaimTokenRequest
from nemovideo_mcp.wire.events import USER_ID
from nemovideo_mcp.wire.headers import Attribution
from nemovideo_mcp.wire.lut import LutRequest, LutTaken
from nemovideo_mcp.wire.preview import Preview
from nemovideo_mcp.wire.render import RenderRequest, RenderState, RenderStatus
from nemovideo_mcp.wire.session import Session, SessionRequest, StateAnswer
from nemovideo_mcp.wire.transcript import Transcript
from nemovideo_mcp.wire.upload import UploadAnswer, UrlUpload

UPLOAD_SILENCE_S: Final = 600.0
_LINK_HOLDS_S: Final = 3600.0
_EARLY_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class _Link:
    url: str
    until: float


class Links:
    """Claim links that still hold, by project; shared by all skills."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], _Link] = {}

    def get(self, project: tuple[str, str], moment: float) -> str | None:
        """A link that holds at `moment`."""
        link = self._known.get(project)
        return link.url if link is not None and moment < link.until else None

    def put(self, project: tuple[str, str], url: str, until: float) -> None:
        """Remembers one until that moment of the clock."""
        self._known[project] = _Link(url, until)


class SkillClient:
    """What one skill can ask of the backend. Every method raises ApiError; `session_id` is a session's digits."""

    def __init__(
        self, connection: Connection, attribution: Attribution, links: Links, waiting: Waiting | None = None
    ) -> None:
        self._connection = connection
        self._waiting = waiting
        self._attribution = attribution
        self._links = links

    def apart(self) -> "SkillClient":
        """The same for work that outlives a call, of whose waits nobody is told."""
        return SkillClient(self._connection, self._attribution, self._links)

    @property
    def clock(self) -> Clock:
        """The clock all waiting goes by."""
        return self._connection.clock

    @property
    def attribution(self) -> Attribution:
        """Whose headers these calls carry."""
        return self._attribution

    def access(self) -> Access:
        """What is known about the token, without asking anybody."""
        return self._connection.access()

    def redacted(self, text: str) -> str:
        """A text without the token, the client id, and whatever else has the form of a secret."""
        return self._connection.redacted(text)

    def registration_link(self) -> str | None:
        """Where an anonymous user registers and keeps what they made; None for anybody else."""
        return self._connection.no_credits().registration_link

    async def open_session(self, language: str = "en") -> Session:
        """A new project with its session; `language` as in zh-CN, en, ja, es."""
        data = await self._send("POST", routes.SESSIONS, SessionRequest(language=language).body())
        session = read(Session, data)
        self._met(session.user_id)
        return session

    async def state(self, session_id: str) -> tuple[StateAnswer, dict[str, Any]]:
        """The session's state, and its draft exactly as it came (empty when there is none).

        A part of the state that is not in a known form is left out of the first, never of the second.
        """
        data = await self._send("GET", routes.state(session_id))
        answer, draft = _read_state(data)
        self._met(answer.user_id)
        return answer, draft

    async def preview(
        self, session_id: str, *, at_ms: int | None = None, count: int | None = None
    ) -> Preview:
        """A picture of the timeline: the frame at a time, or a sheet of `count` frames. NotFound except in the studio."""
        return read(Preview, await self._send("GET", routes.preview(session_id, at_ms=at_ms, count=count)))

    async def transcript(
        self, session_id: str, *, clip: str | None = None, language: str | None = None
    ) -> Transcript:
        """What is said in the timeline, or in a clip's source, as far as it is known; ask until it is completed.

        NotFound except in the studio.
        """
        path = routes.transcript(session_id, clip=clip, language=language)
        return read(Transcript, await self._send("GET", path))

    async def cancel_transcript(self, session_id: str) -> None:
        """Stops listening for a session."""
        await self._send("POST", routes.transcript_cancel(session_id))

    async def send_lut(self, session_id: str, name: str, cube: str) -> LutTaken:
        """Gives a session the text of a .cube file. NotFound except in the studio; UnsupportedFile says what is wrong in it."""
        body = LutRequest(name=name, cube=cube).body()
        return read(LutTaken, await self._send("POST", routes.lut(session_id), body))

    async def upload_files(
        self, session_id: str, paths: Sequence[Path], on_progress: uploads.Progress | None = None
    ) -> UploadAnswer:
        """Local files, streamed from disk; `on_progress(done, total)` in bytes. Refuses before a byte is sent."""
        await anyio.to_thread.run_sync(uploads.check, paths)
        call = Call(
            method="POST",
            path=routes.upload(session_id),
            attribution=self._attribution,
            silence_s=UPLOAD_SILENCE_S,
            waiting=self._waiting,
        )
        return _uploaded(await self._connection.perform(call, partial(self._upload, paths, on_progress)))

    async def upload_urls(self, session_id: str, urls: Sequence[str]) -> UploadAnswer:
        """Files the backend fetches itself, from http and https addresses."""
        if not all(url.lower().startswith(("http://", "https://")) for url in urls):
            raise Invalid("Only http and https addresses can be fetched; nothing was uploaded.")
        body = UrlUpload(urls=list(urls)).body()
        return _uploaded(
            await self._send("POST", routes.upload(session_id), body, silence_s=UPLOAD_SILENCE_S)
        )

    def chat(self, session_id: str, text: str) -> AsyncGenerator[Event, None]:
        """Sends a message, once, and gives the events of the answer; close the iterator to close the stream.

        Raises StreamLost and StreamTimedOut, after which the state tells what was done.
        """
        return chat(self._connection, self._attribution, session_id, text, self._waiting)

    def fault(self, event: Event) -> ApiError:
        """The error that an error event of a stream means, with the way on for this user."""
        error = fault(event)
        return self._connection.no_credits(error.detail) if isinstance(error, NoCredits) else error

    async def balance(self) -> Balance:
        """Credits available, frozen, and in total."""
        balance = read(Balance, await self._send("GET", routes.BALANCE))
        if balance.total is None:
            return balance.model_copy(update={"total": balance.available + balance.frozen})
        return balance

    async def claim_link(self, task_id: str, session_id: str) -> str:
        """A browser link to the project, good until its claim token expires; it never carries the API token."""
        project = (task_id, session_id)
        known = self._links.get(project, self.clock.now())
        if known is not None:
            return known
        body = ClaimTokenRequest(task_id=task_id, session_id=session_id).body()
        claim = read(ClaimToken, await self._send("POST", routes.CLAIM_TOKEN, body))
        url = self._connection.claim_link(claim.claim_token)
        holds = _LINK_HOLDS_S if claim.expires_in is None else claim.expires_in
        self._links.put(project, url, self.clock.now() + holds - _EARLY_S)
        return url

    async def start_render(self, request: RenderRequest) -> RenderStatus:
        """Orders a render; the status carries the id it goes by, which is a new one if the first order failed.

        Raises RenderFailed when the second order fails as well.
        """
        try:
            status = await self._order(request)
        except ApiError as error:
            if isinstance(error, RateLimited) or not (error.retryable or isinstance(error, Refused)):
                raise
        else:
            if status.status is not RenderState.FAILED:
                return status
        status = await self._order(request.model_copy(update={"id": new_render_id()}))
        if status.status is RenderState.FAILED:
            raise RenderFailed(detail=status.error or "")
        return status

    async def render_status(self, render_id: str) -> RenderStatus:
        """How a render stands now."""
        return read_status(await self._send("GET", routes.render(render_id)), asked_id=render_id)

    async def wait_for_render(
        self,
        render: str | RenderStatus,
        *,
        on_status: Callable[[RenderStatus], None] | None = None,
        waits: polling.RenderWaits | None = None,
    ) -> RenderStatus:
        """Asks until the render has ended or there was enough waiting; its last status, ended or not.

        By id it is asked at once; by a status, when that says. `on_status` sees every status.
        """
        first = render if isinstance(render, RenderStatus) else None
        render_id = render if isinstance(render, str) else render.id
        poll = partial(self.render_status, render_id)
        return await polling.wait_for_render(
            poll, first=first, clock=self.clock, waits=waits, on_status=on_status
        )

    async def cancel_render(self, render_id: str) -> None:
        """Stops a render."""
        await self._send("POST", routes.render_cancel(render_id))

    async def download_render(
        self, render: str | RenderStatus, into: Path, *, on_progress: downloads.Progress | None = None
    ) -> downloads.Downloaded:
        """Fetches a finished render into `into`, a name for unfinished files; on failure nothing is left there.

        Tries the status's url, then the API's own way out. Raises DownloadFailed.
        """
        render_id = render if isinstance(render, str) else render.id
        url = None if isinstance(render, str) else render.url
        expected = None if isinstance(render, str) else render.size
        failed: list[ApiError] = []
        for path in (url, routes.render_download(render_id)):
            if path is None:
                continue
            call = Call(method="GET", path=path, attribution=self._attribution, waiting=self._waiting)
            fetch = partial(self._fetch, into=into, expected_size=expected, on_progress=on_progress)
            try:
                return await self._connection.perform(call, fetch)
            except ApiError as error:
                failed.append(error)
        told = [error for error in failed if isinstance(error, DownloadFailed)]
        raise told[0] if told else DownloadFailed(detail=failed[-1].detail) from failed[-1]

    async def _fetch(
        self, call: Call, *, into: Path, expected_size: int | None, on_progress: downloads.Progress | None
    ) -> downloads.Downloaded:
        transport = self._connection.transport
        return await downloads.download(
            transport, call, into, expected_size=expected_size, on_progress=on_progress
        )

    async def _upload(self, paths: Sequence[Path], on_progress: uploads.Progress | None, call: Call) -> Any:
        with uploads.form(paths, on_progress) as form:
            return await self._connection.transport.send(replace(call, files=form.files, sent=form.sent))

    async def _order(self, request: RenderRequest) -> RenderStatus:
        return read_status(await self._send("POST", routes.RENDERS, request.body()), asked_id=request.id)

    async def _send(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, *, silence_s: float = SILENCE_S
    ) -> Any:
        call = Call(
            method=method,
            path=path,
            attribution=self._attribution,
            json=body,
            silence_s=silence_s,
            waiting=self._waiting,
        )
        return await self._connection.perform(call, self._connection.transport.send)

    def _met(self, user_id: str | None) -> None:
        self._connection.met(user_id if user_id != USER_ID else None)


def _uploaded(data: Any) -> UploadAnswer:
    return read(UploadAnswer, {"files": data} if isinstance(data, list) else data)


def _read_state(data: Any) -> tuple[StateAnswer, dict[str, Any]]:
    """Reads what can be read of a state; what is in an unknown form is left out."""
    if not isinstance(data, dict):
        raise BadAnswer
    state = data if "state" not in data and "draft" in data else data.get("state")
    draft = state.get("draft") if isinstance(state, dict) else None
    return read(StateAnswer, data | {"state": state}), draft if isinstance(draft, dict) else {}
