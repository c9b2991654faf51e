"""Renders: ordered, waited for by the rules, read in every published shape, fetched whole."""

import re
from pathlib import Path
from typing import Any

import pytest

from client.clocks import QuickClock
from client.gateway import DROP, Gateway, Play, refusal, serving
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.client import SkillClient
from nemovideo_mcp.client.polling import RenderWaits, until_changed
from nemovideo_mcp.client.renders import new_render_id, read_status
from nemovideo_mcp.client.transport import Call, Transport
from nemovideo_mcp.wire.headers import Attribution
from nemovideo_mcp.wire.render import RenderOutput, RenderRequest, RenderState
from requirements import requirement

pytestmark = pytest.mark.anyio

RENDERS = "POST /api/render/proxy/lambda"
STATUS = "GET /api/render/proxy/lambda/render_1"
FETCH = "GET /api/render/proxy/render_1/download"
DRAFT: dict[str, Any] = {"t": [{"tt": 0, "sg": [{"d": 10000, "zz": None}], "unknown": {"A_b": 1}}], "x": None}
FILE = bytes(range(256)) * 1000
MEDIA = {"content-type": "video/mp4"}

SHAPES = {
    "top level": {"id": "render_1", "status": "completed", "output": {"url": "https://cdn.example/o.mp4"}},
    "success": {
        "success": True,
        "data": {
            "id": "render_1",
            "status": "completed",
            "progress": 100,
            "outputUrl": "https://cdn.example/o.mp4",
            "createdAt": "2026-11-21T10:00:00Z",
            "completedAt": "2026-11-21T10:01:00Z",
        },
    },
    "task": {
        "taskId": "render_1",
        "status": "completed",
        "progress": 100,
        "output": {"url": "https://cdn.example/o.mp4", "duration": 10, "size": 123},
    },
    "bare": {"status": "completed", "outputUrl": "https://cdn.example/o.mp4", "progress": 100},
}


def _request(render_id: str = "render_1") -> RenderRequest:
    return RenderRequest(id=render_id, session_id="55", draft=DRAFT)


def _status(state: str, **more: Any) -> Play:
    return Play({"id": "render_1", "status": state, **more})


@requirement("EXP-2")
async def test_an_order_has_the_published_form(gateway: Gateway, api: SkillClient) -> None:
    """`sessionId` in camelCase, the draft untouched, down to its nulls."""
    gateway.plays(RENDERS, _status("pending"))
    status = await api.start_render(_request())
    assert (status.id, status.status) == ("render_1", "pending")
    assert gateway.calls(RENDERS)[0].json() == {
        "id": "render_1",
        "sessionId": "55",
        "draft": {"t": [{"tt": 0, "sg": [{"d": 10000, "zz": None}], "unknown": {"A_b": 1}}], "x": None},
        "output": {"format": "mp4", "quality": "high"},
    }
    more = _request().model_copy(update={"output": RenderOutput(format="gif", resolution="720p", fps=25)})
    await api.start_render(more)
    assert gateway.calls(RENDERS)[1].json()["output"] == {
        "format": "gif",
        "quality": "high",
        "resolution": "720p",
        "fps": 25.0,
    }


@requirement("EXP-2")
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
async def test_every_published_shape_of_a_status_is_read(
    gateway: Gateway, api: SkillClient, shape: dict[str, Any]
) -> None:
    """All four come out the same."""
    gateway.plays(STATUS, Play(shape))
    status = await api.render_status("render_1")
    assert (status.id, status.status, status.progress, status.url) == (
        "render_1",
        RenderState.COMPLETED,
        100,
        "https://cdn.example/o.mp4",
    )


@requirement("EXP-2")
@pytest.mark.parametrize(
    ("said", "state", "progress"),
    [
        ({"status": "queued"}, "pending", None),
        ({"status": "PROCESSING", "progress": 0.5}, "processing", 50),
        ({"status": "rendering", "progress": "45%"}, "processing", 45),
        ({"status": "processing", "progress": 1}, "processing", 1),
        ({"status": "something new", "progress": 250}, "processing", 100),
        ({"status": "canceled"}, "cancelled", None),
        ({"status": "error", "error": {"message": "no codec"}}, "failed", None),
        ({"outputUrl": "/x"}, "completed", 100),
        ({"output": "/x"}, "completed", 100),
        (None, "pending", None),
    ],
)
async def test_other_words_and_numbers_are_read_too(said: Any, state: str, progress: float | None) -> None:
    """Tolerantly, and never as finished when it does not say so."""
    status = read_status(said, asked_id="render_1")
    assert (status.id, status.status, status.progress) == ("render_1", state, progress)


async def test_the_hint_and_the_reason_are_read() -> None:
    """Seconds until the next question; words without secrets."""
    assert read_status({"status": "pending", "retry_after": 0.5}, asked_id="").retry_after == 0.5
    said = {"status": "failed", "error": "no codec for render_abc123"}
    assert read_status(said, asked_id="").error == "no codec for [hidden]"


@requirement("EXP-4")
@pytest.mark.parametrize(
    "failure", [Play(status=500), Play({"success": False}), _status("failed"), refusal(5001)]
)
async def test_a_failed_order_is_repeated_once_with_a_new_id(
    gateway: Gateway, api: SkillClient, failure: Play
) -> None:
    """The status carries the id that counts."""
    gateway.plays(RENDERS, failure, Play({"status": "pending"}))
    status = await api.start_render(_request())
    first, second = (heard.json() for heard in gateway.calls(RENDERS))
    assert first["id"] == "render_1"
    assert status.id == second["id"] != first["id"]
    assert re.fullmatch(r"render_\w+", second["id"])
    assert first | {"id": ""} == second | {"id": ""}


@requirement("EXP-4")
async def test_an_order_that_fails_twice_has_failed(gateway: Gateway, api: SkillClient) -> None:
    """Not a third time."""
    gateway.plays(RENDERS, _status("failed", error="no codec"))
    with pytest.raises(errors.RenderFailed, match="no codec"):
        await api.start_render(_request())
    assert len(gateway.calls(RENDERS)) == 2


@requirement("HEAD-4", "CRED-3")
async def test_an_order_the_plan_forbids_is_not_repeated(gateway: Gateway, api: SkillClient) -> None:
    """Another id would not help; the missing header is named."""
    gateway.plays(RENDERS, Play({"message": "X-Skill-Version is missing"}, 402))
    with pytest.raises(errors.PlanRequired, match="X-Skill-Version"):
        await api.start_render(_request())
    assert len(gateway.calls(RENDERS)) == 1


@requirement("EXP-3")
async def test_a_backend_without_hints_is_asked_every_30_s_ten_times(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """Then the last status is given back, unfinished."""
    gateway.plays(RENDERS, _status("pending"))
    gateway.plays(STATUS, _status("processing", progress=10))
    status = await api.wait_for_render(await api.start_render(_request()))
    assert status.status is RenderState.PROCESSING
    assert clock.slept == [30] * 10
    assert len(gateway.calls(STATUS)) == 10


@requirement("EXP-3")
async def test_a_backend_that_hints_is_asked_as_it_says(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """More than ten times, and at once when only the id is known."""
    steps = [_status("processing", progress=n, retry_after=0.5) for n in range(20)]
    gateway.plays(STATUS, *steps, _status("completed", output={"url": "/x"}))
    seen: list[float | None] = []
    status = await api.wait_for_render("render_1", on_status=lambda status: seen.append(status.progress))
    assert status.status is RenderState.COMPLETED
    assert clock.slept == [0.5] * 20
    assert seen == [*range(20), 100]


@requirement("EXP-3")
async def test_even_with_hints_the_waiting_ends(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """After the time given."""
    gateway.plays(STATUS, _status("processing", retry_after=7))
    status = await api.wait_for_render("render_1", waits=RenderWaits(total_s=60))
    assert status.status is RenderState.PROCESSING
    assert clock.now() == 60


@requirement("EXP-4")
async def test_a_failed_poll_is_repeated_for_the_same_render(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """Faults and garbage in between do not end the waiting."""
    gateway.plays(STATUS, Play(status=502), Play(body=b"<html>"), _status("completed", output={"url": "/x"}))
    assert (await api.wait_for_render("render_1")).status is RenderState.COMPLETED
    assert clock.slept == [30, 30]


@requirement("EXP-4")
async def test_polls_that_only_fail_end_in_their_error(gateway: Gateway, api: SkillClient) -> None:
    """Ten times; at once when asking again cannot help."""
    gateway.plays(STATUS, Play(status=502))
    with pytest.raises(errors.ServerFault):
        await api.wait_for_render("render_1")
    assert len(gateway.calls(STATUS)) == 10
    with pytest.raises(errors.NotFound):
        await api.wait_for_render("render_unknown")


async def test_a_render_is_cancelled(gateway: Gateway, api: SkillClient) -> None:
    """No body; any good answer will do."""
    gateway.plays("POST /api/render/proxy/lambda/render_1/cancel", Play())
    await api.cancel_render("render_1")
    assert gateway.heard[-1].size == 0


async def test_new_ids_are_never_the_same() -> None:
    """And have the published form."""
    made = {new_render_id() for _ in range(1000)}
    assert len(made) == 1000
    assert all(re.fullmatch(r"render_[0-9a-f]{32}", each) for each in made)


@requirement("EXP-5", "HEAD-5")
async def test_a_file_elsewhere_is_fetched_without_our_headers(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """Also after a redirect from the API itself."""
    with serving() as cdn:
        cdn.plays("GET /o.mp4", Play(body=FILE, headers=MEDIA))
        gateway.plays("GET /go", Play(status=302, headers={"location": f"{cdn.url}/o.mp4"}))
        for url in (f"{cdn.url}/o.mp4", "/go"):
            status = read_status({"status": "completed", "output": {"url": url}}, asked_id="render_1")
            fetched = await api.download_render(status, tmp_path / "o.part")
            assert fetched.size == len(FILE)
            assert (tmp_path / "o.part").read_bytes() == FILE
        names = {name for heard in cdn.heard for name in heard.headers}
    assert not names & {
        "authorization",
        "x-skill-source",
        "x-skill-version",
        "x-skill-platform",
        "x-client-id",
    }
    assert gateway.calls("GET /go")[0].headers["authorization"] == "Bearer nmv_usr_secret1"


@requirement("EXP-5")
@pytest.mark.parametrize("url", ["/files/o.mp4", "{api}/files/o.mp4", None])
async def test_a_file_of_the_api_is_fetched_with_the_token(
    gateway: Gateway, api: SkillClient, tmp_path: Path, url: str | None
) -> None:
    """A relative url, a whole one, or none at all."""
    gateway.plays("GET /files/o.mp4", Play(body=FILE, headers=MEDIA))
    gateway.plays(FETCH, Play(body=FILE, headers=MEDIA))
    said = {"status": "completed", "output": {"url": url.format(api=gateway.url) if url else None}}
    told: list[tuple[int, int | None]] = []

    async def progress(done: int, total: int | None) -> None:
        told.append((done, total))

    await api.download_render(
        read_status(said, asked_id="render_1"), tmp_path / "o.part", on_progress=progress
    )
    assert (tmp_path / "o.part").read_bytes() == FILE
    assert gateway.heard[-1].headers["authorization"] == "Bearer nmv_usr_secret1"
    assert told[-1] == (len(FILE), len(FILE))


BROKEN = {
    "gone": Play(status=404),
    "expired": Play(body=b"<Error>AccessDenied</Error>", status=403),
    "dropped": Play(steps=(FILE[:1000], DROP), headers=MEDIA),
    "short": Play(steps=(FILE[:1000], DROP), headers=MEDIA | {"content-length": "5000"}),
    "empty": Play(body=b"", headers=MEDIA),
    "a page": Play(body=b"<html>Sign in</html>", headers={"content-type": "text/html; charset=utf-8"}),
    "an envelope": refusal(7, "gone"),
    "a circle": Play(status=302, headers={"location": "/o.mp4"}),
    "nowhere": Play(status=302, headers={"location": "http://[broken"}),
    "another scheme": Play(status=302, headers={"location": "file:///etc/passwd"}),
}


@requirement("EXP-5", "EXP-8")
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
async def test_when_the_url_fails_the_api_has_another_way(
    gateway: Gateway, api: SkillClient, tmp_path: Path, broken: Play
) -> None:
    """And when that fails as well, nothing is left behind."""
    with serving() as cdn:
        cdn.plays("GET /o.mp4", broken)
        said = {"status": "completed", "output": {"url": f"{cdn.url}/o.mp4"}}
        status = read_status(said, asked_id="render_1")
        gateway.plays(FETCH, Play(body=FILE, headers=MEDIA))
        await api.download_render(status, tmp_path / "o.part")
        assert (tmp_path / "o.part").read_bytes() == FILE
        gateway.plays(FETCH, broken)
        with pytest.raises(errors.DownloadFailed):
            await api.download_render(status, tmp_path / "o.part")
    assert list(tmp_path.glob("*.part")) == []


async def test_a_length_that_was_announced_by_the_status_counts_where_none_came_with_the_file(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """Longer or shorter: not the file."""
    gateway.plays(FETCH, Play(steps=(FILE,), headers=MEDIA))
    for size in (len(FILE) - 1, len(FILE) + 1):
        status = read_status({"status": "completed", "output": {"size": size}}, asked_id="render_1")
        with pytest.raises(errors.DownloadFailed):
            await api.download_render(status, tmp_path / "o.part")
        assert not (tmp_path / "o.part").exists()


async def test_a_folder_that_cannot_be_written_is_told(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """In words."""
    gateway.plays(FETCH, Play(body=FILE, headers=MEDIA))
    with pytest.raises(errors.DownloadFailed, match="could not be written"):
        await api.download_render("render_1", tmp_path / "missing" / "o.part")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/o.mp4", "http://10.0.0.1/o.mp4", "http://[::1]/o", "http://169.254.169.254/"]
)
async def test_a_service_out_there_cannot_send_us_into_our_own_network(url: str, tmp_path: Path) -> None:
    """An address of this machine or its network is not followed."""
    from nemovideo_mcp.client.downloads import download

    call = Call(method="GET", path=url, attribution=Attribution("a", "1", "unknown"))
    with pytest.raises(errors.DownloadFailed, match="own network"):
        await download(Transport("https://api.example"), call, tmp_path / "o.part")


@requirement("SSE-8")
async def test_after_a_lost_stream_the_state_is_read_five_times(clock: QuickClock) -> None:
    """After 30 s, then every 60 s, until it has changed; failed readings are passed over."""
    states = iter(["old", None, "old", "new"])

    async def read() -> str:
        state = next(states)
        if state is None:
            raise errors.ServerFault
        return state

    assert await until_changed(read, lambda state: state == "new", clock=clock) == "new"
    assert clock.slept == [30, 60, 60, 60]

    async def same() -> str:
        return "old"

    clock.slept.clear()
    assert await until_changed(same, lambda state: state == "new", clock=clock) is None
    assert clock.slept == [30, 60, 60, 60, 60]
