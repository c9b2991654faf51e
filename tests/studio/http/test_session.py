"""Sessions and their state: shapes, owners, and what a call from the wrong place gets."""

from pathlib import Path
from uuid import uuid4

import pytest

from requirements import requirement
from studio.http.calling import Caller
from studio.http.conftest import Start


@requirement("AUTH-5")
def test_a_session_has_ids_of_digits(caller: Caller) -> None:
    """Both ids are strings of 19 digits."""
    assert [len(caller.session_id), len(caller.task_id)] == [19, 19]
    assert (caller.session_id + caller.task_id).isdigit()


@requirement("STATE-1", "STATE-2")
def test_a_fresh_session_is_empty(caller: Caller) -> None:
    """Every published key is there, and the draft has no track."""
    answer = caller.http.get(f"/api/state/nemo_agent/me/{caller.session_id}/latest").json()
    assert answer == {
        "code": 0,
        "message": "",
        "data": {
            "session_id": caller.session_id,
            "task_id": caller.task_id,
            "task_name": "project",
            "user_id": caller.user_id,
            "state": {
                "draft": {"t": [], "d": 0, "m": {"title": "project", "fi": 0, "fo": 0}, "rev": 0},
                "video_infos": [],
                "canvas_config": None,
                "generated_media": None,
                "video_analyses": None,
            },
        },
    }


def test_a_session_belongs_to_its_owner(caller: Caller, clip: Path) -> None:
    """Another user's session, and one that never was, are 1002 everywhere; nothing of it can be had."""
    video = caller.upload(clip).json()["data"]["files"][0]
    caller.order("render_mine")
    other = Caller(caller.url, uuid4().hex).connect()
    for session_id in (caller.session_id, "1234567890123456789"):
        other.session_id = session_id
        assert other.http.get(f"/api/state/nemo_agent/me/{session_id}/latest").json()["code"] == 1002
        assert other.upload(clip).json()["code"] == 1002
        assert other.order("render_theirs", caller.draft()).json()["code"] == 1002
        refused = other.say("keep the first second")
        assert (refused.status_code, refused.json()["code"]) == (404, 1002)
        assert "detail" in refused.json()
    assert other.http.get(video["cdn_url"]).json()["code"] == 1002
    assert other.http.get("/api/render/proxy/lambda/render_mine").status_code == 404
    assert other.http.post("/api/render/proxy/lambda/render_mine/cancel").status_code == 404
    assert other.http.get("/api/render/proxy/render_mine/download").status_code == 404
    assert caller.wait("render_mine")["status"] == "completed"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"task_name": 3}', b'{"surprise": true}', b"\xff\xfe"])
def test_a_body_that_does_not_fit_is_422(caller: Caller, body: bytes) -> None:
    """The answer says what is wrong with it, in FastAPI's shape, and opens nothing."""
    answer = caller.http.post("/api/tasks/me/with-session/nemo_agent", content=body)
    assert answer.status_code == 422
    assert all({"type", "loc", "msg"} <= fault.keys() for fault in answer.json()["detail"])


def test_an_unknown_path_is_404_with_a_detail(caller: Caller) -> None:
    """As FastAPI says it."""
    answer = caller.http.get("/api/nothing")
    assert (answer.status_code, answer.json()["detail"]) == (404, "Not Found")
    assert caller.http.get("/run_sse").status_code == 405


def test_web_pages_and_other_hosts_are_refused(caller: Caller) -> None:
    """A page in a browser has an origin, and a rebound name is not ours."""
    page = caller.http.get("/api/credits/balance/simple", headers={"Origin": "http://127.0.0.1"})
    rebound = caller.http.get("/api/credits/balance/simple", headers={"Host": "evil.example"})
    assert (page.status_code, rebound.status_code) == (403, 400)
    named = caller.http.get("/api/credits/balance/simple", headers={"Host": "localhost:1"})
    assert named.status_code == 200


@requirement("FLOW-3")
def test_a_session_survives_a_restart(own: Caller, start: Start, clip: Path, still: Path) -> None:
    """Token, timeline, files and undo are there again, byte for byte."""
    own.upload(clip)
    own.upload(still)
    own.say("delete clip 2")
    before = own.http.get(f"/api/state/nemo_agent/me/{own.session_id}/latest").json()["data"]
    again = own.again(start())
    after = again.http.get(f"/api/state/nemo_agent/me/{own.session_id}/latest").json()["data"]
    for info in (*before["state"]["video_infos"], *after["state"]["video_infos"]):
        info["cdn_url"] = info["cdn_url"].split("/api/")[1]  # the port is another one
    assert after == before
    again.say("undo")
    assert [len(track["sg"]) for track in again.draft()["t"]] == [2]
