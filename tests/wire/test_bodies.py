"""The words of the wire, against JSON typed by hand from the contract: a shared model could hide one error on both sides."""

from typing import Any

import pytest
from pydantic import ValidationError

from nemovideo_mcp.wire import routes
from nemovideo_mcp.wire.account import ClaimTokenRequest
from nemovideo_mcp.wire.base import Request
from nemovideo_mcp.wire.draft import Draft
from nemovideo_mcp.wire.events import (
    Actions,
    AdkEvent,
    ChatRequest,
    Content,
    FunctionCall,
    FunctionResponse,
    Part,
)
from nemovideo_mcp.wire.headers import Attribution, bearer
from nemovideo_mcp.wire.render import RenderOutput, RenderRequest
from nemovideo_mcp.wire.session import SessionRequest
from nemovideo_mcp.wire.upload import EXTENSIONS, MAX_BYTES, UrlUpload
from requirements import requirement

BODIES: list[tuple[Request, dict[str, Any]]] = [
    (SessionRequest(language="zh-CN"), {"task_name": "project", "language": "zh-CN"}),
    (ClaimTokenRequest(task_id="t", session_id="1"), {"task_id": "t", "session_id": "1"}),
    (
        UrlUpload(urls=["https://a.example/b.mp4"]),
        {"urls": ["https://a.example/b.mp4"], "source_type": "url"},
    ),
    (
        ChatRequest.saying("1", "hi"),
        {
            "app_name": "nemo_agent",
            "user_id": "me",
            "session_id": "1",
            "new_message": {"parts": [{"text": "hi"}]},
        },
    ),
    (
        RenderRequest(id="render_1", session_id="1", draft={"t": [], "keep": None}),
        {
            "id": "render_1",
            "sessionId": "1",
            "draft": {"t": [], "keep": None},
            "output": {"format": "mp4", "quality": "high"},
        },
    ),
    (
        RenderOutput(format="webm", resolution="1080p", fps=30),
        {"format": "webm", "quality": "high", "resolution": "1080p", "fps": 30.0},
    ),
]


@pytest.mark.parametrize(("request_", "body"), BODIES, ids=lambda each: type(each).__name__)
def test_requests_are_written_as_published(request_: Request, body: dict[str, Any]) -> None:
    """Key names, defaults, and options left out."""
    assert request_.body() == body


def test_a_request_with_a_field_nobody_published_is_a_defect() -> None:
    """Strict where we write."""
    with pytest.raises(ValidationError):
        SessionRequest.model_validate({"task_name": "project", "langauge": "en"})


def test_an_event_of_ours_looks_like_adks() -> None:
    """camelCase, nulls left out, the keys of args and state untouched; after the captures."""
    call = FunctionCall(id="call-2", name="edit_multitrack", args={"op": "add_title", "A_b": None})
    response = FunctionResponse(id="call-2", name="edit_multitrack", response={"status": "success"})
    content = Content(parts=[Part(text="Hi"), Part(function_call=call), Part(function_response=response)])
    actions = Actions(state_delta={"video_infos": []})
    event = AdkEvent(
        content=content,
        partial=True,
        invocation_id="e-1",
        actions=actions,
        id="1",
        timestamp=1795248824.5,
        turn_complete=True,
    )
    assert event.body() == {
        "content": {
            "parts": [
                {"text": "Hi"},
                {
                    "functionCall": {
                        "id": "call-2",
                        "name": "edit_multitrack",
                        "args": {"op": "add_title", "A_b": None},
                    }
                },
                {
                    "functionResponse": {
                        "id": "call-2",
                        "name": "edit_multitrack",
                        "response": {"status": "success"},
                    }
                },
            ],
            "role": "model",
        },
        "partial": True,
        "turnComplete": True,
        "invocationId": "e-1",
        "author": "nemo_agent",
        "actions": {"stateDelta": {"video_infos": []}},
        "id": "1",
        "timestamp": 1795248824.5,
    }


@requirement("STATE-2")
def test_a_draft_keeps_what_it_does_not_know() -> None:
    """Unknown keys at every depth, in both directions."""
    raw = {
        "t": [{"tt": 0, "sg": [{"d": 10000, "m": {"title": "x", "k": [1]}, "zz": {"a": 1}}], "yy": None}],
        "xx": 1,
        "d": 10000,
    }
    draft = Draft.model_validate(raw)
    assert draft.as_json() == raw
    assert draft.exportable
    assert draft.tracks[0].segments[0].metadata["title"] == "x"


@requirement("EXP-1")
@pytest.mark.parametrize("raw", [{}, {"t": []}, {"t": None}, {"t": [{"tt": 0, "sg": []}, {"tt": 7}]}])
def test_a_draft_without_a_segment_is_not_exportable(raw: dict[str, Any]) -> None:
    """Tracks alone are nothing to export."""
    assert not Draft.model_validate(raw).exportable


def test_paths_are_those_of_the_contract() -> None:
    """Typed by hand."""
    assert [
        routes.ANONYMOUS_TOKEN,
        routes.SESSIONS,
        routes.CLAIM_TOKEN,
        routes.CHAT,
        routes.BALANCE,
        routes.RENDERS,
    ] == [
        "/api/auth/anonymous-token",
        "/api/tasks/me/with-session/nemo_agent",
        "/api/auth/claim-token",
        "/run_sse",
        "/api/credits/balance/simple",
        "/api/render/proxy/lambda",
    ]
    assert routes.upload("55") == "/api/upload-video/nemo_agent/me/55"
    assert routes.state("55") == "/api/state/nemo_agent/me/55/latest"
    assert routes.render("r") == "/api/render/proxy/lambda/r"
    assert routes.render_cancel("r") == "/api/render/proxy/lambda/r/cancel"
    assert routes.render_download("r") == "/api/render/proxy/r/download"
    assert routes.claim_link("https://w.example/", "clm_a") == "https://w.example/workspace/claim?ct=clm_a"
    assert routes.registration_link("https://w.example", "anon_a") == "https://w.example/register?bind=anon_a"


@requirement("HEAD-1")
def test_the_headers_are_those_of_the_contract() -> None:
    """Names and values."""
    assert Attribution("a", "1.0", "cursor").as_headers() == {
        "X-Skill-Source": "a",
        "X-Skill-Version": "1.0",
        "X-Skill-Platform": "cursor",
    }
    assert bearer("nmv_usr_1") == "Bearer nmv_usr_1"


@requirement("UP-1", "UP-2")
def test_what_may_be_uploaded_is_what_was_told() -> None:
    """The list and the limit."""
    assert set(EXTENSIONS) == {
        "mp4",
        "mov",
        "avi",
        "webm",
        "mkv",
        "jpg",
        "jpeg",
        "png",
        "gif",
        "webp",
        "mp3",
        "wav",
        "m4a",
        "aac",
    }
    assert MAX_BYTES == 500_000_000
