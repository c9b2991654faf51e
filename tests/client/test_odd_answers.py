"""Answers of any shape: a clear error or what can be read of them, and never a failure of ours."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from client.gateway import Gateway, Play, ok
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.answers import failure, unwrapped
from nemovideo_mcp.client.client import SkillClient
from nemovideo_mcp.handlers.difference import difference
from nemovideo_mcp.handlers.state import Timeline
from nemovideo_mcp.wire.render import RenderState
from requirements import requirement

pytestmark = pytest.mark.anyio

SESSION = "55"
STATE = f"GET /api/state/nemo_agent/me/{SESSION}/latest"
RENDER = "GET /api/render/proxy/lambda/render_1"
CALLS: dict[str, Callable[[SkillClient], Awaitable[object]]] = {
    "POST /api/tasks/me/with-session/nemo_agent": lambda api: api.open_session(),
    "GET /api/credits/balance/simple": lambda api: api.balance(),
    "POST /api/auth/claim-token": lambda api: api.claim_link("task", SESSION),
    f"POST /api/upload-video/nemo_agent/me/{SESSION}": lambda api: api.upload_urls(
        SESSION, ["https://a.example/b"]
    ),
    STATE: lambda api: api.state(SESSION),
    RENDER: lambda api: api.render_status("render_1"),
}
KEYS = st.sampled_from(
    [
        *(
            "code",
            "success",
            "data",
            "message",
            "error",
            "detail",
            "status",
            "progress",
            "output",
            "url",
            "id",
        ),
        *("outputUrl", "taskId", "retry_after", "size", "duration", "session_id", "sessionId", "task_id"),
        *("available", "frozen", "total", "claim_token", "expires_in", "files", "filename", "fps"),
        *(
            "state",
            "draft",
            "video_infos",
            "canvas_config",
            "t",
            "tt",
            "sg",
            "d",
            "m",
            "st",
            "vol",
            "id",
            "rev",
        ),
    ]
)
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["", "5", "completed", "failed", "1001", "x", 10**400, 1001, -1, 0.5, "1e999"])
)
ANYTHING = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=20
)
SLOW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)


@requirement("MCP-4")
@pytest.mark.parametrize("call", CALLS)
@SLOW
@given(said=ANYTHING, status=st.sampled_from([200, 200, 200, 404, 500]))
@example(said={"code": None, "success": None, "message": None, "data": None}, status=200)
@example(said={"code": 1e400, "data": {}}, status=200)
async def test_no_answer_makes_the_client_fail(
    gateway: Gateway, api: SkillClient, call: str, said: Any, status: int
) -> None:
    """It is read, or it is an ApiError with words."""
    body = json.dumps(said).encode()
    gateway.plays(call, Play(body=body, status=status, headers={"content-type": "application/json"}))
    told = ["read"]
    try:
        await CALLS[call](api)
    except errors.ApiError as error:
        told = [error.message.strip(), error.next_step]
    assert all(told)
    assert "{" not in "".join(told)


DRAFTS = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["t", "tt", "sg", "d", "m", "st", "vol", "sp", "title", "w"]), inner, max_size=5
        )
    ),
    max_leaves=20,
)
SEGMENTS = st.fixed_dictionaries({"d": PLAIN, "m": st.dictionaries(st.sampled_from(["title", "x"]), PLAIN)})
TRACKS = st.fixed_dictionaries({"tt": PLAIN, "sg": st.lists(SEGMENTS | DRAFTS, max_size=3)})


@requirement("STATE-2", "STATE-3", "STATE-4")
@SLOW
@given(before=DRAFTS, tracks=st.lists(TRACKS | DRAFTS, max_size=3))
async def test_no_draft_makes_its_summary_or_its_difference_fail(
    gateway: Gateway, api: SkillClient, before: Any, tracks: list[Any]
) -> None:
    """What can be read is told, in one line."""
    timelines: list[Timeline] = []
    for draft in (before, {"t": tracks}):
        state = ok({"session_id": SESSION, "state": {"draft": draft}})
        gateway.plays(STATE, Play(body=json.dumps(state.json).encode()))
        timelines.append(Timeline(*await api.state(SESSION)))
    old, new = timelines
    assert "\n" not in new.summary
    assert json.dumps(new.facts())
    assert all(isinstance(change, str) for change in difference(old.draft, new.draft))


@requirement("AUTH-8")
@pytest.mark.parametrize(
    "said",
    [
        {"code": "1001"},
        {"code": 1001, "success": None, "data": None, "message": None},
        {"error": {"code": 1001, "message": "expired"}},
        {"detail": {"code": 1001, "message": "expired"}},
        {"success": False, "error": {"code": 1001}},
    ],
)
def test_a_code_is_found_wherever_it_stands(said: Any) -> None:
    """Under 200, and under any other status."""
    assert type(failure(401, {}, json.dumps(said).encode())) is errors.BadToken
    if "detail" not in said:
        with pytest.raises(errors.BadToken):
            unwrapped(said)


@pytest.mark.parametrize(
    "said", [{"code": None, "data": {"a": 1}}, {"code": 0, "success": None, "data": {"a": 1}}]
)
def test_a_null_in_an_envelope_is_nothing(said: Any) -> None:
    """Neither a code nor a refusal."""
    assert unwrapped(said) == {"a": 1}


@requirement("AUTH-9")
@pytest.mark.parametrize("detail", ["Session not found", "no such session: 55", "会话不存在"])
def test_a_404_about_the_session_is_a_session_that_is_gone(detail: str) -> None:
    """As ADK says it."""
    assert type(failure(404, {}, json.dumps({"detail": detail}).encode())) is errors.NoSession
    assert type(failure(404, {}, b'{"detail":"Not Found"}')) is errors.NotFound


@requirement("EXP-2")
@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({"success": False, "data": {"status": "failed", "error": "no codec"}}, RenderState.FAILED),
        ({"success": False, "status": "failed", "error": {"message": "no codec"}}, RenderState.FAILED),
        ({"code": 0, "data": {"taskId": 7, "status": "COMPLETED", "outputUrl": "/x"}}, RenderState.COMPLETED),
        (
            {"code": None, "success": True, "data": {"status": "Processing", "progress": None}},
            RenderState.PROCESSING,
        ),
        ({"data": {"status": "pending", "output": None, "url": None}}, RenderState.PENDING),
    ],
)
async def test_renders_in_other_wrappings_are_read(
    gateway: Gateway, api: SkillClient, said: Any, state: RenderState
) -> None:
    """A render that failed is a failed render, and not a refusal to say how it stands."""
    gateway.plays(RENDER, Play(said))
    status = await api.render_status("render_1")
    assert status.status is state
    assert (status.error is not None) is (state is RenderState.FAILED)
