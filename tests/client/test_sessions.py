"""Sessions, their state, and links to them."""

import json
from typing import Any

import pytest

from client.clocks import QuickClock
from client.gateway import Gateway, Play, ok, refusal
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.client import SkillClient
from requirements import requirement

pytestmark = pytest.mark.anyio

OPEN = "POST /api/tasks/me/with-session/nemo_agent"
STATE = "GET /api/state/nemo_agent/me/5529798706024415232/latest"
CLAIM = "POST /api/auth/claim-token"
SESSION = "5529798706024415232"
CITY: dict[str, Any] = {"t": [{"tt": 0, "sg": [{"d": 10000, "m": {"title": "city"}}]}]}


@requirement("AUTH-5")
@pytest.mark.parametrize("session_id", ["5529798706024415232", 5529798706024415232])
async def test_a_session_is_opened_in_the_users_language(
    gateway: Gateway, api: SkillClient, session_id: object
) -> None:
    """Both ids are kept, the digits exactly, whichever way they come."""
    gateway.plays(OPEN, ok({"task_id": "task-1", "session_id": session_id}))
    session = await api.open_session("zh-CN")
    assert (session.session_id, session.task_id) == (SESSION, "task-1")
    assert gateway.calls(OPEN)[0].json() == {"task_name": "project", "language": "zh-CN"}


@requirement("STATE-1", "STATE-2")
async def test_the_state_is_read_and_the_draft_stays_as_it_came(gateway: Gateway, api: SkillClient) -> None:
    """Typed where it is known, untouched where it is not."""
    draft = {
        "t": [{"tt": 7, "sg": [{"d": 3000, "m": {"title": "Hi"}, "x": None}], "q": {"Z_z": 1}}, {"tt": 99}],
        "vv": 2,
    }
    state = {
        "draft": draft,
        "video_infos": [
            {"filename": "a.mp4", "file_type": "video", "duration": 30.5, "width": 1920, "new": 1}
        ],
        "canvas_config": {"width": 1080, "height": 1920},
        "generated_media": None,
        "video_analyses": {"a": 1},
    }
    gateway.plays(STATE, ok({"session_id": SESSION, "task_id": "t", "task_name": "project", "state": state}))
    answer, raw = await api.state(SESSION)
    assert raw == draft
    assert json.dumps(raw) == json.dumps(draft)
    assert answer.state.draft is not None
    assert answer.state.draft.exportable
    assert answer.state.draft.tracks[0].segments[0].duration == 3000
    assert answer.state.draft.as_json() == draft
    assert answer.state.video_infos[0].duration == 30.5
    assert answer.state.canvas_config is not None
    assert answer.state.canvas_config.height == 1920


@requirement("STATE-1")
@pytest.mark.parametrize("state", [None, {}, {"draft": None, "video_infos": None}, {"draft": {}}])
async def test_a_fresh_session_has_an_empty_state(gateway: Gateway, api: SkillClient, state: Any) -> None:
    """Nothing in it is no failure."""
    gateway.plays(STATE, ok({"session_id": SESSION, "state": state}))
    answer, raw = await api.state(SESSION)
    assert raw == {}
    assert not (answer.state.draft and answer.state.draft.exportable)


@requirement("STATE-2", "EXP-1")
@pytest.mark.parametrize(
    ("odd", "segments"),
    [
        ({"t": {"tt": 0}}, []),
        ({"t": [{"tt": "video", "sg": [{"d": 5}]}]}, [5]),
        ({"t": [{"tt": None, "sg": [{"d": "long"}, "x", {"d": "7", "m": "y", "vol": {}}]}, 5]}, [0, 7]),
        ({"t": [{"sg": [{"d": 1e300}, {"st": -1e300, "d": 3}]}], "m": [], "rev": "new"}, [0, 3]),
    ],
)
async def test_a_draft_in_an_unknown_form_is_read_as_far_as_it_goes(
    gateway: Gateway, api: SkillClient, odd: Any, segments: list[int]
) -> None:
    """What is there is not called nothing; it can be sent back as it came, and the rest of the state is read."""
    gateway.plays(STATE, ok({"state": {"draft": odd, "video_infos": [{"filename": "a.mp4", "fps": []}, 5]}}))
    answer, raw = await api.state(SESSION)
    assert raw == odd
    assert answer.state.draft is not None
    assert [piece.duration for track in answer.state.draft.tracks for piece in track.segments] == segments
    assert answer.state.draft.exportable is bool(segments)
    assert [file.filename for file in answer.state.video_infos] == ["a.mp4"]


async def test_other_casing_nulls_and_numbers_are_read(gateway: Gateway, api: SkillClient) -> None:
    """camelCase for snake_case, a null for nothing, a number for its digits, a state without its wrapping."""
    gateway.plays(OPEN, ok({"taskId": 7, "sessionId": SESSION, "userId": 42, "created": None}))
    session = await api.open_session()
    assert (session.task_id, session.session_id, session.user_id) == ("7", SESSION, "42")
    infos = [{"fileName": "a.mp4", "fileType": "video", "cdnUrl": None, "duration": "30.5"}]
    gateway.plays(
        STATE, ok({"sessionId": 5, "state": {"draft": CITY, "videoInfos": infos}}), ok({"draft": CITY})
    )
    answer, raw = await api.state(SESSION)
    assert (answer.session_id, answer.state.video_infos[0].duration) == ("5", 30.5)
    assert raw == CITY
    answer, raw = await api.state(SESSION)
    assert answer.state.draft is not None
    assert raw == CITY
    gateway.plays("GET /api/credits/balance/simple", ok({"available": "80", "frozen": None, "total": "n/a"}))
    balance = await api.balance()
    assert (balance.available, balance.frozen, balance.total) == (80, 0, 80)
    gateway.plays(CLAIM, ok({"claimToken": "clm_c", "expiresIn": "soon"}))
    assert (await api.claim_link("7", SESSION)).endswith("?ct=clm_c")


@requirement("STATE-2")
async def test_nulls_of_a_draft_are_read_as_nothing(gateway: Gateway, api: SkillClient) -> None:
    """A track without segments may say so with a null."""
    gateway.plays(
        STATE,
        ok({"state": {"draft": {"t": [{"tt": 0, "sg": None}, {"sg": [{"d": 5, "m": None}]}], "m": None}}}),
    )
    answer, raw = await api.state(SESSION)
    assert answer.state.draft is not None
    assert [len(track.segments) for track in answer.state.draft.tracks] == [0, 1]
    assert raw["t"][0]["sg"] is None


@requirement("AUTH-9")
async def test_an_unknown_session_is_its_own_error(gateway: Gateway, api: SkillClient) -> None:
    """Whoever asked opens a new one, and says that the old timeline is gone."""
    gateway.plays(STATE, refusal(1002, "session not found"))
    with pytest.raises(errors.NoSession, match="timeline is gone"):
        await api.state(SESSION)


@requirement("AUTH-12")
async def test_a_link_carries_a_claim_token_and_is_asked_for_once(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """Never the API token; again when it has expired."""
    gateway.plays(CLAIM, ok({"claim_token": "clm_a", "expires_in": 604800}), ok({"claim_token": "clm_b"}))
    assert await api.claim_link("task-1", SESSION) == "https://web.example/workspace/claim?ct=clm_a"
    assert await api.claim_link("task-1", SESSION) == "https://web.example/workspace/claim?ct=clm_a"
    assert [heard.json() for heard in gateway.calls(CLAIM)] == [{"task_id": "task-1", "session_id": SESSION}]
    clock.advance(604800)
    assert await api.claim_link("task-1", SESSION) == "https://web.example/workspace/claim?ct=clm_b"


@requirement("CRED-1")
@pytest.mark.parametrize(
    "said", [{"available": 80, "frozen": 20}, {"available": 80, "frozen": 20, "total": 100}]
)
async def test_a_balance_has_a_total(gateway: Gateway, api: SkillClient, said: dict[str, int]) -> None:
    """Also where the backend leaves the sum to us."""
    gateway.plays("GET /api/credits/balance/simple", ok(said))
    balance = await api.balance()
    assert (balance.available, balance.frozen, balance.total) == (80, 20, 100)


async def test_ids_from_elsewhere_cannot_change_the_path(gateway: Gateway, api: SkillClient) -> None:
    """An id is one piece of a path, whatever is in it."""
    gateway.plays(STATE, Play(status=404))
    with pytest.raises(errors.NotFound):
        await api.state("../../credits?x=")
    assert gateway.heard[-1].path.startswith("/api/state/nemo_agent/me/")
