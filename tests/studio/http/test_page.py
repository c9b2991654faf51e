"""The pages behind links: what they show, to whom, and what they cannot be made to do."""

from pathlib import Path
from uuid import uuid4

from requirements import requirement
from studio.http.calling import Caller
from studio.http.conftest import Start

WEEK = 7 * 24 * 3600


def _claim(caller: Caller) -> str:
    body = {"task_id": caller.task_id, "session_id": caller.session_id}
    return str(caller.http.post("/api/auth/claim-token", json=body).json()["data"]["claim_token"])


@requirement("AUTH-12")
def test_a_claim_link_shows_the_project_and_its_files(caller: Caller, clip: Path) -> None:
    """Title, timeline and the finished file, which can be downloaded by the link alone."""
    caller.upload(clip)
    caller.order("render_shown")
    caller.wait("render_shown")
    browser = Caller(caller.url).http
    page = browser.get("/workspace/claim", params={"ct": _claim(caller)})
    assert page.status_code == 200
    assert "<title>project</title>" in page.text
    assert "party.mp4 (2 s)" in page.text
    address = page.text.split('<a href="')[1].split('"')[0]
    assert browser.get(address).content[4:8] == b"ftyp"
    assert browser.get(address.split("?")[0]).status_code == 404


def test_a_page_runs_nothing_and_tells_nobody(caller: Caller, tmp_path: Path, clip: Path) -> None:
    """Names are escaped, no script may run, and no address is passed on."""
    evil = tmp_path / "<img src=x onerror=alert(1)>.mp4"
    evil.write_bytes(clip.read_bytes())
    caller.upload(evil)
    page = Caller(caller.url).http.get("/workspace/claim", params={"ct": _claim(caller)})
    assert "<img" not in page.text
    assert "&lt;img src=x" in page.text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert caller.http.headers["Authorization"].split()[1] not in page.text


def test_an_unknown_or_old_link_shows_nothing(start: Start) -> None:
    """After seven days, or with a token that was never given, there is a plain 404."""
    now = [1_800_000_000.0]
    caller = Caller(start(clock=lambda: now[0])).connect()
    token, browser = _claim(caller), Caller(caller.url).http
    assert browser.get("/workspace/claim", params={"ct": "clm_unknown"}).status_code == 404
    assert browser.get("/workspace/claim").status_code == 404
    assert browser.get("/workspace/claim", params={"ct": token}).status_code == 200
    now[0] += WEEK
    assert browser.get("/workspace/claim", params={"ct": token}).status_code == 404


def test_a_link_to_one_project_opens_no_other(caller: Caller, clip: Path) -> None:
    """Another project's file cannot be had with it."""
    caller.upload(clip)
    caller.order("render_private")
    caller.wait("render_private")
    other = Caller(caller.url, uuid4().hex).connect()
    token = _claim(other)
    assert (
        Caller(caller.url).http.get("/workspace/file/render_private", params={"ct": token}).status_code == 404
    )


@requirement("CRED-2")
def test_registering_is_explained(caller: Caller) -> None:
    """The link an anonymous user gets leads to a page that says what it means here."""
    page = Caller(caller.url).http.get("/register", params={"bind": caller.user_id})
    assert page.status_code == 200
    assert "no account" in page.text
