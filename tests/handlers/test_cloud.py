"""The cloud behind the same tools: a scripted gateway plays it, a real server talks to it, a real client asks."""

import asyncio
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import pytest

from client.gateway import Gateway, Play, ok, refusal, serving, sse
from conftest import Serve
from requirements import requirement

pytestmark = pytest.mark.anyio
SKILL = "ai-voiceover-for"
SESSION = "5529798706024415232"
OPEN = "POST /api/tasks/me/with-session/nemo_agent"
STATE = f"GET /api/state/nemo_agent/me/{SESSION}/latest"
CHAT = "POST /run_sse"
ORDER = "POST /api/render/proxy/lambda"
CITY: dict[str, Any] = {
    "t": [{"tt": 0, "sg": [{"d": 10000, "m": {"title": "city timelapse"}}]}],
    "own": {"kept": None},
}
TITLED = CITY | {"t": [*CITY["t"], {"tt": 7, "sg": [{"d": 3000, "m": {"title": "Urban Dreams"}}]}]}


def state(draft: dict[str, Any] | None) -> Play:
    """A state answer with a draft."""
    return ok({"session_id": SESSION, "task_id": "task-1", "task_name": "project", "state": {"draft": draft}})


def said(*events: dict[str, Any]) -> Play:
    """A stream of these events, as ADK frames them."""
    return sse(*(f"data: {json.dumps(event)}\n\n".encode() for event in events))


def words(text: str) -> dict[str, Any]:
    """An event with the model's words."""
    return {"content": {"parts": [{"text": text}], "role": "model"}, "author": "nemo_agent"}


@pytest.fixture
def cloud() -> Iterator[Gateway]:
    """A cloud that opens sessions and links."""
    with serving() as gateway:
        gateway.plays(OPEN, ok({"task_id": "task-1", "session_id": SESSION}))
        gateway.plays("POST /api/auth/claim-token", ok({"claim_token": "clm_1", "expires_in": 604800}))
        yield gateway


def to(gateway: Gateway) -> dict[str, str]:
    """The settings that lead to it."""
    return {"NEMO_API_URL": gateway.url, "NEMO_WEB_URL": gateway.url}


@requirement("SSE-7", "SSE-2")
async def test_a_silent_edit_is_told_from_what_changed(cloud: Gateway, serve: Serve) -> None:
    """No words in the stream; the state says what was done, and so does the reply."""
    call = {"functionCall": {"id": "1", "name": "edit_multitrack", "args": {"op": "add_title"}}}
    cloud.plays(CHAT, said({"content": {"parts": [call], "role": "model"}}))
    cloud.plays(STATE, state(CITY), state(TITLED))
    async with serve(env=to(cloud)) as door:
        told = await door.do(SKILL, prompt='add the title "Urban Dreams"')
    assert told["changes"] == ['Title "Urban Dreams" added at 0-3s']
    assert 'Title "Urban Dreams" added' in told["reply"]
    assert "edit_multitrack" not in json.dumps(told)


@requirement("GUI-1", "GUI-2", "GUI-3", "AUTH-12")
async def test_buttons_become_what_can_be_done_here(cloud: Gateway, serve: Serve) -> None:
    """The talk of buttons goes; a look at the timeline is given, the export is offered."""
    cloud.plays(CHAT, said(words("Added a title. Preview in timeline or click Export.")))
    cloud.plays(STATE, state(TITLED))
    async with serve(env=to(cloud)) as door:
        told = await door.do(SKILL, prompt="make it nicer")
    assert "click" not in told["reply"].lower()
    assert told["reply"].startswith("Added a title.")
    assert "Timeline (2 tracks)" in told["reply"]
    assert any("export" in step for step in told["next_steps"])
    assert told["project"]["link"] == f"{cloud.url}/workspace/claim?ct=clm_1"


@requirement("GUI-3", "EXP-2", "EXP-5", "HEAD-1", "HEAD-3", "HEAD-5")
async def test_an_edit_with_a_wish_for_the_file_ends_in_the_file(
    cloud: Gateway, serve: Serve, chaplin: Path
) -> None:
    """The backend says "click Export", the user said "send me the video": the export is run, with the draft untouched."""
    cloud.plays(CHAT, said(words("Done. Click Export to save it.")))
    cloud.plays(STATE, state(CITY))
    cloud.plays(ORDER, Play({"status": "completed", "outputUrl": "/files/out.mp4", "progress": 100}))
    cloud.plays("GET /files/out.mp4", Play(body=chaplin.read_bytes(), headers={"content-type": "video/mp4"}))
    async with serve(env=to(cloud)) as door:
        told = await door.do(SKILL, prompt="make it warmer and send me the video")
    order = cloud.calls(ORDER)[0]
    assert told["outputs"][0]["bytes"] == chaplin.stat().st_size
    assert order.json()["draft"] == CITY
    assert order.json()["sessionId"] == SESSION
    assert order.headers["x-skill-source"] == SKILL
    assert order.headers["authorization"] == "Bearer nmv_usr_secret1"


@requirement("SKILL-5")
async def test_exact_edits_reach_the_cloud_as_one_sentence(cloud: Gateway, serve: Serve) -> None:
    """The cloud is told in words what the studio would be; a clip without an id is named by its place."""
    cloud.plays(CHAT, said(words("Done.")))
    cloud.plays(STATE, state(CITY), state(TITLED))
    operations = [
        {"op": "add_title", "text": "Urban Dreams", "duration_ms": 3000},
        {"op": "volume", "percent": 50, "clips": ["1"]},
    ]
    async with serve(env=to(cloud)) as door:
        told = await door.do("edit_video", operations=operations)
        refused = await door.refused("edit_video", operations=operations, base_revision=3)
    sent = cloud.calls(CHAT)[0].json()["new_message"]["parts"][0]["text"]
    assert sent == 'add the title "Urban Dreams" for 3 seconds; set the volume of clip 1 to 50%'
    assert told["changes"] == ['Title "Urban Dreams" added at 0-3s']
    assert "base_revision" in refused
    assert len(cloud.calls(CHAT)) == 1


async def test_a_question_in_place_of_an_edit_is_not_called_done(cloud: Gateway, serve: Serve) -> None:
    """Nothing was used and nothing changed: the operations were not carried out, and the reason is the answer."""
    cloud.plays(CHAT, said(words("Which clip do you mean?")))
    cloud.plays(STATE, state(CITY))
    async with serve(env=to(cloud)) as door:
        assert "Which clip" in await door.refused("edit_video", operations=[{"op": "mute"}])


async def test_the_cloud_has_no_previews_and_the_tool_says_who_has(cloud: Gateway, serve: Serve) -> None:
    """A 404 becomes the two ways that remain."""
    cloud.plays(STATE, state(CITY))
    async with serve(env=to(cloud)) as door:
        said_so = await door.refused("preview_frame", at_ms=1000)
    assert "only the studio" in said_so
    assert "get_timeline" in said_so


async def test_the_cloud_takes_no_lut_file_and_is_sent_no_words_about_it(
    cloud: Gateway, serve: Serve
) -> None:
    """A 404 for the table: what can be asked for instead is said, and nothing is charged."""
    cloud.plays(STATE, state(CITY))
    async with serve(env=to(cloud)) as door:
        look = door.home / "look.cube"
        look.write_text("LUT_3D_SIZE 2\n" + "0 0 0\n" * 8)
        said_so = await door.refused(SKILL, prompt=f"apply the LUT {look}")
        by_operation = await door.refused("edit_video", operations=[{"op": "lut", "file": str(look)}])
    assert "takes no LUT files" in said_so
    assert "takes no LUT files" in by_operation
    assert not cloud.calls(CHAT)


@requirement("AUTH-7", "CRED-2")
async def test_errors_are_words_without_secrets(cloud: Gateway, serve: Serve) -> None:
    """Out of credits: what to do, and nothing of what was sent."""
    cloud.plays(STATE, state(CITY))
    cloud.plays(CHAT, refusal(2001, "insufficient credits for nmv_usr_secret1"))
    async with serve(env=to(cloud)) as door:
        told = await door.refused(SKILL, prompt="generate a sunset")
    assert "credits" in told
    assert "nmv_usr" not in told
    assert SESSION not in told


@requirement("HEAD-4", "CRED-3", "EXP-1")
async def test_an_export_the_plan_does_not_hold_is_not_called_a_matter_of_credits(
    cloud: Gateway, serve: Serve
) -> None:
    """402 is the plan; the timeline stays, and nothing lies in the Videos folder."""
    cloud.plays(STATE, state(CITY))
    cloud.plays(ORDER, Play({"message": "missing header X-Skill-Version"}, 402))
    async with serve(env=to(cloud)) as door:
        told = await door.refused("export_video")
        assert "X-Skill-Version" in told
        assert list((door.home / "Videos").iterdir()) == []


@requirement("AUTH-9", "SSE-8")
async def test_a_session_that_is_gone_is_replaced_and_said_to_be(cloud: Gateway, serve: Serve) -> None:
    """The old timeline is gone; the user hears it, and the message is sent once."""
    cloud.plays(STATE, state(CITY), refusal(1002, "no such session"), state(None))
    cloud.plays(CHAT, said(words("Sure.")))
    async with serve(env=to(cloud)) as door:
        await door.do("get_timeline")
        told = await door.do(SKILL, prompt="make it calmer")
    assert "new one" in told["reply"]
    assert len(cloud.calls(CHAT)) == 1
    assert len(cloud.calls(OPEN)) == 2


@requirement("SSE-11", "MCP-5")
async def test_after_a_request_was_taken_back_it_is_said_what_it_had_done(
    cloud: Gateway, serve: Serve
) -> None:
    """The stream is closed at once; the next answer tells of the change, once."""

    begun = threading.Event()

    async def silence() -> None:
        begun.set()
        await asyncio.get_running_loop().create_future()

    call = {"functionCall": {"id": "1", "name": "edit_multitrack", "args": {}}}
    first = f"data: {json.dumps({'content': {'parts': [call]}})}\n\n".encode()
    cloud.plays(CHAT, sse(first, silence))
    cloud.plays(STATE, state(CITY), state(TITLED))
    async with serve(env=to(cloud)) as door:
        async with anyio.create_task_group() as group:
            group.start_soon(lambda: door.call(SKILL, prompt='add the title "Urban Dreams"'))
            assert await anyio.to_thread.run_sync(begun.wait, 60)
            group.cancel_scope.cancel()
        assert await anyio.to_thread.run_sync(cloud.left.wait, 20)
        told = (await door.do(SKILL, prompt="show tracks"))["reply"]
        assert told.startswith(
            'The request that was cancelled before had already done this: Title "Urban Dreams"'
        )
        assert "cancelled" not in (await door.do(SKILL, prompt="show tracks"))["reply"]
    assert len(cloud.calls(CHAT)) == 1
