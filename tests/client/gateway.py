"""A scripted gateway: a real loopback server that answers from a script and remembers what it heard."""

import json
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

KEPT = 1_000_000

Step = bytes | Callable[[], Awaitable[None] | None]


@dataclass(frozen=True)
class Heard:
    """One request: `body` is its first megabyte, `size` its length in bytes."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    size: int

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Play:
    """One answer: `json` or `body`, or `steps` of a stream (bytes are sent, a function called).

    `before` is called before anything is answered.
    """

    json: Any = None
    status: int = 200
    body: bytes | None = None
    steps: Iterable[Step] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    before: Callable[[], Awaitable[None] | None] | None = None


class Dropped(Exception):
    """The connection is cut here."""


def DROP() -> None:  # noqa: N802 - a step of a script, written like a constant
    """Cuts the connection in the middle of an answer."""
    raise Dropped


def ok(data: Any) -> Play:
    """An envelope that carries data."""
    return Play({"code": 0, "data": data})


def refusal(code: int, message: str = "") -> Play:
    """An envelope with an error code, under HTTP 200."""
    return Play({"code": code, "message": message})


def sse(*steps: Step) -> Play:
    """A stream."""
    return Play(steps=steps, headers={"content-type": "text/event-stream"})


class Gateway:
    """Answers `METHOD path` from its script; the last answer of a line is repeated. Unknown calls get 404.

    `left` is set when a listener left before a stream was over. With a `token`, calls under any other get 1001.
    """

    def __init__(self, token: str | None = None) -> None:
        self.url = ""
        self._token = token
        self.heard: list[Heard] = []
        self._script: dict[str, list[Play]] = {}
        self._lock = threading.Lock()
        self.left = threading.Event()
        self.plays("POST /api/auth/anonymous-token", ok({"token": "nmv_usr_secret1"}))

    def plays(self, call: str, *answers: Play) -> None:
        """Sets the answers to a call."""
        self._script[call] = list(answers)

    def accepts_only(self, token: str) -> None:
        """From now on calls under any other token get 1001, and are not remembered."""
        self._token = token

    def calls(self, call: str) -> list[Heard]:
        """What was heard of one call."""
        return [each for each in self.heard if f"{each.method} {each.path}" == call]

    async def answer(self, request: Request) -> Response:
        """Plays the next answer."""
        heard = await _heard(request)
        given = heard.headers.get("authorization")
        if self._token and given not in {None, f"Bearer {self._token}"}:
            return Response(b'{"code":1001,"message":"bad token"}', 200, {"content-type": "application/json"})
        with self._lock:
            self.heard.append(heard)
            line = self._script.get(f"{heard.method} {heard.path}", [])
            play = (line.pop(0) if len(line) > 1 else line[0]) if line else Play({"detail": "Not Found"}, 404)
        if play.before is not None and (waiting := play.before()) is not None:
            await waiting
        if play.steps is not None:
            return StreamingResponse(self._played(request, play.steps), play.status, play.headers)
        if play.body is not None:
            return Response(play.body, play.status, play.headers)
        body = b"" if play.json is None else json.dumps(play.json).encode()
        return Response(body, play.status, {"content-type": "application/json"} | play.headers)

    async def _played(self, request: Request, steps: Iterable[Step]) -> AsyncIterator[bytes]:
        left = True
        try:
            for step in steps:
                if await request.is_disconnected():
                    return
                if isinstance(step, bytes):
                    yield step
                elif (waiting := step()) is not None:
                    await waiting
            left = False
        finally:  # the server also cancels a stream nobody listens to
            if left:
                self.left.set()


async def _heard(request: Request) -> Heard:
    body, size = b"", 0
    try:
        async for chunk in request.stream():
            size += len(chunk)
            body = (body + chunk)[:KEPT] if len(body) < KEPT else body
    except ClientDisconnect:
        size = -1
    return Heard(request.method, request.url.path, dict(request.headers), body, size)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@contextmanager
def serving(token: str | None = None) -> Iterator[Gateway]:
    """A gateway on a free port of this machine."""
    gateway = Gateway(token)
    methods = ["GET", "POST"]
    app = Starlette(routes=[Route("/{path:path}", gateway.answer, methods=methods)])
    config = uvicorn.Config(
        app, host="127.0.0.1", port=0, log_level="critical", lifespan="off", loop="asyncio"
    )
    server = _Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert server.ready.wait(20)
    port = server.servers[0].sockets[0].getsockname()[1]
    gateway.url = f"http://127.0.0.1:{port}"
    try:
        yield gateway
    finally:
        server.should_exit = True
        server.force_exit = True
        thread.join(20)
