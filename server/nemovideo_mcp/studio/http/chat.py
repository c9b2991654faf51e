"""The chat over HTTP: a sentence goes in, and a stream of ADK-shaped events comes out."""

import asyncio
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Iterator
from time import time
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from nemovideo_mcp.studio.http.body import read
from nemovideo_mcp.studio.http.errors import BadBody, refusal
from nemovideo_mcp.studio.http.guard import session_of
from nemovideo_mcp.studio.http.run import Edited, Run
from nemovideo_mcp.studio.http.services import services
from nemovideo_mcp.studio.store.errors import NoSession
from nemovideo_mcp.wire.envelope import Code
from nemovideo_mcp.wire.events import (
    APP_NAME,
    LISTENING,
    SPEAKING,
    Actions,
    AdkEvent,
    ChatRequest,
    Content,
    FunctionCall,
    FunctionResponse,
    InlineData,
    Part,
)

if TYPE_CHECKING:
    from nemovideo_mcp.studio.agent.agent import Done

MAX_TEXT: Final = 170_000  # a prompt of 64 kB and a script of 100
BEAT_S: Final = 5.0
MP3: Final = "audio/mpeg"
FAILED: Final = (
    '{"error":"The studio failed while it worked on this. The timeline is as it was before; try again."}'
)


async def chat(request: Request) -> Response:
    """Answers one message; what is wrong with the call is said before the stream begins."""
    asked = await read(request, ChatRequest)
    text = _text(asked)
    if asked.app_name != APP_NAME:
        return refusal(404, f"There is no app of this name here; {APP_NAME} is.")
    try:
        session = await session_of(request, asked.session_id)
    except NoSession as missing:
        return _no_session(missing)
    hold = await run_in_threadpool(services(request).freeze, session.user_id)
    run = Run(services(request), session.id, text, hold)
    return StreamingResponse(
        _stream(run), media_type="text/event-stream", headers={"Cache-Control": "no-cache"}
    )


def _text(asked: ChatRequest) -> str:
    text = "\n".join(part.text for part in asked.new_message.parts).strip()
    if not text:
        raise BadBody("The message has no text. Say what to do with the video.")
    if len(text.encode()) > MAX_TEXT:
        raise BadBody(
            f"The message is longer than {MAX_TEXT // 1000} kB. Nothing was done; say it in fewer words."
        )
    return text


def _no_session(missing: NoSession) -> Response:
    """As ADK refuses (404 with `detail`), and with the code that the rest of the API gives."""
    words = str(missing)
    return JSONResponse({"detail": words, "code": int(Code.NO_SESSION), "message": words}, 404)


async def _stream(run: Run) -> AsyncIterator[str]:
    """A comment every few seconds while it takes, then the events of the answer."""
    try:
        while not (await asyncio.wait({run.task}, timeout=BEAT_S))[0]:
            yield _beat(run)
    finally:
        run.leave()
    if run.task.cancelled() or run.task.exception() is not None:
        yield f"data: {FAILED}\n\n"
        return
    for event in events(run.task.result()):
        yield f"data: {event.model_dump_json(by_alias=True, exclude_none=True)}\n\n"


def _beat(run: Run) -> str:
    """A sign of life: how far a recording is listened to or a script is spoken, else a comment."""
    heard, spoken = run.hearing.listened, run.hearing.voices.spoken
    delta: dict[str, Any] = {} if heard is None else {LISTENING: round(heard)}
    if spoken is not None:
        delta = {SPEAKING: [spoken[0], round(100 * spoken[1])]}
    if not delta:
        return ": still working\n\n"
    event = AdkEvent(
        invocation_id=f"e-{uuid4()}", actions=Actions(state_delta=delta), id=str(uuid4()), timestamp=time()
    )
    return f"data: {event.model_dump_json(by_alias=True, exclude_none=True)}\n\n"


def events(edited: Edited) -> Iterator[AdkEvent]:
    """What was done, as calls and their answers; the new draft with the last of them; then the words."""
    invocation = f"e-{uuid4()}"
    delta = Actions(state_delta={"draft": edited.draft.as_json()}) if edited.draft else Actions()
    last = len(edited.answer.steps)
    for number, step in enumerate(edited.answer.steps, start=1):
        call, response = _parts(step)
        yield _event(invocation, call)
        yield _event(invocation, response, delta if number == last else Actions())
    if edited.answer.sound:
        data = urlsafe_b64encode(edited.answer.sound).decode()
        yield _event(invocation, Part(inline_data=InlineData(mime_type=MP3, data=data)))
    yield _event(invocation, Part(text=edited.answer.text), Actions() if last else delta, over=True)


def _parts(step: "Done") -> tuple[Part, Part]:
    name = f"call-{uuid4().hex[:12]}"
    return (
        Part(function_call=FunctionCall(id=name, name=step.name, args=step.args)),
        Part(function_response=FunctionResponse(id=name, name=step.name, response=step.result)),
    )


def _event(invocation: str, part: Part, actions: Actions | None = None, *, over: bool = False) -> AdkEvent:
    return AdkEvent(
        content=Content(parts=[part]),
        turn_complete=over or None,
        invocation_id=invocation,
        actions=actions or Actions(),
        id=str(uuid4()),
        timestamp=time(),
    )
