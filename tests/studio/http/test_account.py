"""Tokens, credits and claim tokens, as the contract spells them."""

import sqlite3
from pathlib import Path
from uuid import uuid4

import pytest

from requirements import requirement
from studio.http.calling import Caller
from studio.http.conftest import Start

WEEK = 7 * 24 * 3600


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        """Begins in 2027."""
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


@requirement("AUTH-2")
def test_a_token_is_free_and_unlimited_by_default(start: Start) -> None:
    """An unmetered studio answers in the contract's shape, without an end, as often as it is asked."""
    caller = Caller(start())
    first, second = caller.ask_token().json(), caller.ask_token().json()
    token, user = first["data"].pop("token"), first["data"].pop("user_id")
    assert first == {"code": 0, "message": "", "data": {"credits": 100}}
    assert token.startswith("nmv_usr_")
    assert user.startswith("anon_")
    assert second["data"]["user_id"] == user
    assert second["data"]["token"] != token


def test_a_missing_client_id_is_named(start: Start) -> None:
    """Without X-Client-Id the answer is HTTP 400 and says which header it misses; a long one is refused too."""
    caller = Caller(start())
    missing = caller.http.post("/api/auth/anonymous-token")
    assert missing.status_code == 400
    assert "X-Client-Id" in missing.json()["message"]
    assert caller.ask_token(**{"X-Client-Id": "x" * 65}).status_code == 400


def test_only_who_has_the_secret_gets_a_token(start: Start) -> None:
    """A studio with a secret refuses others on the same machine."""
    caller = Caller(start(secret="s3cret"))  # noqa: S106 - of this test
    assert caller.ask_token().status_code == 403
    assert caller.ask_token(**{"X-Studio-Secret": "guess"}).status_code == 403
    assert caller.ask_token(**{"X-Studio-Secret": "s3cret"}).json()["code"] == 0


@pytest.mark.parametrize("header", ["Bearer nmv_usr_unknown", "Basic abc", "Bearer", ""])
def test_a_bad_token_is_1001(caller: Caller, header: str) -> None:
    """An unknown, malformed or missing token gives the envelope code, on every kind of call."""
    caller.http.headers["Authorization"] = header
    for method, path in [
        ("GET", "/api/credits/balance/simple"),
        ("GET", f"/api/state/nemo_agent/me/{caller.session_id}/latest"),
        ("POST", "/run_sse"),
        ("POST", "/api/render/proxy/lambda"),
        ("GET", "/api/render/proxy/lambda/render_1"),
    ]:
        answer = caller.http.request(method, path)
        assert (answer.status_code, answer.json()["code"]) == (200, 1001)
    assert caller.http.get("/api/render/proxy/render_1/download").status_code == 401


def test_tokens_are_kept_as_hashes(own: Caller, folder: Path) -> None:
    """Nobody who reads the data folder can use what lies there."""
    token = own.http.headers["Authorization"].removeprefix("Bearer ")
    claim = own.http.post(
        "/api/auth/claim-token", json={"task_id": own.task_id, "session_id": own.session_id}
    ).json()["data"]["claim_token"]
    content = b"".join(path.read_bytes() for path in folder.glob("studio.db*"))
    assert own.session_id.encode() in content
    assert token.encode() not in content
    assert claim.encode() not in content
    assert own.client_id.encode() not in content


def test_the_data_folder_is_the_owners_only(own: Caller, folder: Path, clip: Path) -> None:
    """Nothing in it can be read by another user of the machine."""
    own.upload(clip)
    assert folder.stat().st_mode & 0o077 == 0
    assert [path for path in folder.rglob("*") if path.is_file() and path.stat().st_mode & 0o077] == []


@requirement("CRED-1")
def test_the_balance_says_that_nothing_is_charged(caller: Caller) -> None:
    """On one's own machine edits cost nothing, and the balance says so."""
    answer = caller.http.get("/api/credits/balance/simple").json()
    told = {"available": 100, "frozen": 0, "total": 100, "metered": False}
    assert answer == {"code": 0, "message": "", "data": told}


@requirement("AUTH-2")
def test_a_metered_studio_gives_one_token_a_week(start: Start) -> None:
    """A second one within seven days is 429 with the seconds to wait; then it comes, and the old one is over."""
    clock = Clock()
    caller = Caller(start(metered=True, clock=clock))
    first = caller.ask_token().json()["data"]
    assert first["expires_at"] == "2027-01-22T08:00:00Z"
    clock.now += WEEK - 60
    refused = caller.ask_token()
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "60")
    assert Caller(caller.url, uuid4().hex).ask_token().status_code == 200
    caller.use(first["token"])
    assert caller.http.get("/api/credits/balance/simple").json()["code"] == 0
    clock.now += 60
    assert caller.http.get("/api/credits/balance/simple").json()["code"] == 1001
    renewed = caller.ask_token().json()["data"]
    assert renewed["user_id"] == first["user_id"]


@requirement("CRED-4")
def test_a_metered_edit_costs_and_an_export_does_not(start: Start, clip: Path) -> None:
    """Credits go down by what changed something, and only by that."""
    caller = Caller(start(metered=True)).connect()
    caller.upload(clip)
    assert _funds(caller) == (100, 0, 100)
    caller.say("keep the first 1 second")
    assert _funds(caller) == (99, 0, 99)
    caller.say("hello")
    assert _funds(caller) == (99, 0, 99)
    assert caller.wait(caller.order("render_free").json()["id"])["status"] == "completed"
    assert _funds(caller) == (99, 0, 99)


@requirement("CRED-2")
def test_without_credits_an_edit_is_2001_and_changes_nothing(start: Start, folder: Path, clip: Path) -> None:
    """The refusal comes before the stream; the timeline stays as it was."""
    caller = Caller(start(metered=True)).connect()
    caller.upload(clip)
    before = caller.draft()
    with sqlite3.connect(folder / "studio.db") as database:
        database.execute(
            "INSERT INTO ledger (user_id, kind, available, frozen, made) VALUES (?, 'lapse', -100, 0, 0)",
            (caller.user_id,),
        )
    database.close()
    answer = caller.say("keep the first 1 second")
    assert (answer.status_code, answer.json()["code"]) == (200, 2001)
    assert caller.draft() == before


@requirement("AUTH-12")
def test_a_claim_token_has_the_published_shape(caller: Caller) -> None:
    """It is not the API token, and lasts seven days."""
    body = {"task_id": caller.task_id, "session_id": caller.session_id}
    answer = caller.http.post("/api/auth/claim-token", json=body).json()
    token = answer["data"].pop("claim_token")
    assert answer == {"code": 0, "message": "", "data": {"expires_in": 604800}}
    assert token.startswith("clm_")
    stranger = caller.http.post("/api/auth/claim-token", json={**body, "task_id": "1"}).json()
    assert stranger["code"] == 1002


def _funds(caller: Caller) -> tuple[int, int, int]:
    told = caller.http.get("/api/credits/balance/simple").json()["data"]
    return told["available"], told["frozen"], told["total"]
