"""The support desk through the MCP door: what is checked, mended, advised, and written down to be sent."""

import re
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mcp_types import CallToolResult, ResourceLink

from client.gateway import Gateway, Play, ok, refusal, serving
from conftest import Door, Serve, text
from nemovideo_mcp.handlers.request import discreet
from requirements import requirement

pytestmark = pytest.mark.anyio
SKILL = "ai-video-editor-contact-number"
OTHER = "ai-voiceover-for"
SESSION = "5529798706024415232"
OPEN = "POST /api/tasks/me/with-session/nemo_agent"
STATE = f"GET /api/state/nemo_agent/me/{SESSION}/latest"
BALANCE = "GET /api/credits/balance/simple"
ASKED = "POST /api/auth/anonymous-token"
ORDER = "POST /api/render/proxy/lambda"
WEB = "https://web.example"
CITY: dict[str, Any] = {"t": [{"tt": 0, "sg": [{"d": 10000, "m": {"title": "city timelapse"}}]}]}


@pytest.fixture
def cloud() -> Iterator[Gateway]:
    """A cloud with a film on its timeline and a hundred credits."""
    with serving() as gateway:
        gateway.plays(ASKED, ok({"token": "nmv_usr_old", "user_id": "anon_42"}))
        gateway.plays(OPEN, ok({"task_id": "task-1", "session_id": SESSION}))
        gateway.plays("POST /api/auth/claim-token", ok({"claim_token": "clm_1", "expires_in": 604800}))
        gateway.plays(STATE, ok({"session_id": SESSION, "task_id": "task-1", "state": {"draft": CITY}}))
        gateway.plays(BALANCE, ok({"available": 100, "frozen": 0, "total": 100}))
        yield gateway


def to(gateway: Gateway, **more: str) -> dict[str, str]:
    """The settings that lead to it."""
    return {"NEMO_API_URL": gateway.url, "NEMO_WEB_URL": WEB} | more


async def asked(door: Door, prompt: str, **arguments: Any) -> tuple[str, str]:
    """The reply to a request for help, and the request that was written for it."""
    result = await door.call(SKILL, prompt=prompt, **arguments)
    assert not result.is_error, text(result)
    return text(result), written(result)


def rewritten(film: Path, target: Path) -> None:
    """Two seconds of a film as another kind of file."""
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    subprocess.run([ffmpeg, "-v", "error", "-i", str(film), "-t", "2", str(target)], check=True)


def written(result: CallToolResult) -> str:
    """The file a result links to."""
    links = [block for block in result.content if isinstance(block, ResourceLink)]
    assert len(links) == 1
    path = Path((result.structured_content or {})["outputs"][0]["path"])
    assert links[0].uri == path.as_uri()
    return path.read_text(encoding="utf-8")


@requirement("SUP-3", "AUTH-8")
async def test_an_expired_token_is_renewed_and_said_to_be(cloud: Gateway, serve: Serve) -> None:
    """The likely fix is done before anybody is contacted."""
    cloud.plays(ASKED, ok({"token": "nmv_usr_old"}), ok({"token": "nmv_usr_new"}))
    cloud.plays(BALANCE, ok({"available": 100}), refusal(1001, "expired"), ok({"available": 60}))
    async with serve(env=to(cloud)) as door:
        await door.do("get_credits")
        said, request = await asked(door, "I cannot sign in, my token expired")
    assert "fetched a fresh one" in said
    assert "60 available" in said
    assert "fetched a fresh one" in request


@requirement("SUP-3", "AUTH-8")
async def test_a_token_of_the_users_own_that_is_refused_is_named_and_kept(
    cloud: Gateway, serve: Serve
) -> None:
    """No other token is asked for, and neither it nor a part of it is written down, whatever its form."""
    cloud.plays(BALANCE, refusal(1001, "expired"))
    async with serve(env=to(cloud, NEMO_TOKEN="plainwords-token")) as door:  # noqa: S106 - of a user who is not real
        said, request = await asked(door, "I can't log in with plainwords-token")
    assert "NEMO_TOKEN is refused" in said
    assert "plainwords-token" not in request
    assert cloud.calls(ASKED) == []


@requirement("SUP-3", "AUTH-1")
async def test_a_token_that_lacks_a_right_is_named(cloud: Gateway, serve: Serve, chaplin: Path) -> None:
    """Scopes are the cause as long as the service answers; nobody is told that access works."""
    cloud.plays(f"POST /api/upload-video/nemo_agent/me/{SESSION}", Play({"message": "scope"}, 403))
    async with serve(env=to(cloud, NEMO_TOKEN="nmv_usr_of_mine")) as door:  # noqa: S106 - of a user who is not real
        await door.refused("upload_media", files=[str(chaplin)])
        said, request = await asked(door, "我的视频上传不了")
    assert "缺少 `upload_media` 所需的权限" in said
    assert "目前访问正常" not in said
    assert "求助：上传 (403)" in request


@requirement("SUP-3", "CRED-2")
async def test_an_empty_balance_leads_to_registration(cloud: Gateway, serve: Serve) -> None:
    """The link is for the user's eyes; the file does not carry the id that opens the account."""
    cloud.plays(BALANCE, ok({"available": 0, "frozen": 0, "total": 0}))
    async with serve(env=to(cloud)) as door:
        said, request = await asked(door, "why are my credits gone?")
    assert f"{WEB}/register?bind=anon_42" in said
    assert "anon_42" not in request


@requirement("SUP-3", "SUP-4")
async def test_a_stuck_render_is_asked_after_and_named(cloud: Gateway, serve: Serve) -> None:
    """Its age, its state now, and what to do; the ids by which the other side finds it are in the request."""
    cloud.plays(ORDER, Play({"id": "render_abc", "status": "processing", "progress": 40}))
    cloud.plays(f"{ORDER.replace('POST', 'GET')}/render_abc", Play({"status": "processing", "progress": 40}))
    async with serve(env=to(cloud)) as door:
        job = (await door.do("export_video", wait_s=0))["job"]["id"]
        with sqlite3.connect(door.home / "data" / "cloud.db") as register:
            register.execute("UPDATE begun SET at = ?", (time.time() - 3600,))
        said, request = await asked(door, "my render is stuck at 40%")
    assert f"{job} was begun 1 hour ago and stands at 40 %" in said
    assert "get_job" in said or 'say "export"' in said
    assert f"# Support request: a render ({job}, 40 %)" in request
    assert f"export {job} (mp4) ordered; it stands at 40 %" in request
    assert f"session {SESSION}" in request
    assert "render render_abc" in request


@requirement("SUP-3")
async def test_a_render_that_has_ended_meanwhile_is_delivered(
    cloud: Gateway, serve: Serve, chaplin: Path
) -> None:
    """The help is the file."""
    cloud.plays(ORDER, Play({"id": "render_abc", "status": "processing", "progress": 40}))
    done = Play({"status": "completed", "outputUrl": "/files/out.mp4"})
    cloud.plays(f"{ORDER.replace('POST', 'GET')}/render_abc", done)
    cloud.plays("GET /files/out.mp4", Play(body=chaplin.read_bytes()))
    async with serve(env=to(cloud)) as door:
        await door.do("export_video", wait_s=0)
    async with serve(env=to(cloud)) as door:
        said, _ = await asked(door, "where is my export, it never finished")
        films = list((door.home / "Videos").glob("*.mp4"))
    assert len(films) == 1
    assert films[0].name in said


@requirement("SUP-1", "SUP-3", "CRED-3")
async def test_a_refused_export_is_a_matter_of_the_plan_and_the_failure_is_quoted(
    cloud: Gateway, serve: Serve
) -> None:
    """The last failures of this installation, with their codes, in the reply and the request; in Chinese as asked."""
    cloud.plays(ORDER, Play({"message": "plan"}, 402))
    async with serve(env=to(cloud)) as door:
        await door.refused("export_video")
        said, request = await asked(door, "导出被拦了，提示402，怎么办")
    assert "与积分无关" in said
    assert f"{WEB}/register?bind=anon_42" in said
    assert "export_video 返回 402" in said
    assert "求助：导出被拦 (402)" in request


@requirement("SUP-3", "AUTH-9")
async def test_a_session_that_is_gone_is_replaced(cloud: Gateway, serve: Serve) -> None:
    """And the user hears that the timeline went with it."""
    async with serve(env=to(cloud)) as door:
        await door.do("get_timeline")
        cloud.plays(STATE, refusal(1002, "no such session"))
        said, _ = await asked(door, "the editor lost my timeline, something is broken")
    assert "opened a new one" in said
    assert len(cloud.calls(OPEN)) == 2


@requirement("SUP-3", "UP-1", "UP-5")
async def test_a_file_is_held_against_the_limits_before_it_is_sent(
    cloud: Gateway, serve: Serve, chaplin: Path
) -> None:
    """A kind that is not taken comes with how to convert it; what is sound is said to be."""
    async with serve(env=to(cloud)) as door:
        photo, broken = door.home / "photo.heic", door.home / "broken.mp4"
        photo.write_bytes(b"x" * 100)
        broken.write_bytes(b"no film")
        files = [str(photo), str(broken), str(chaplin)]
        said, _ = await asked(door, "my files won't upload", files=files)
    assert "Turn “photo.heic” into jpg" in said
    assert "“broken.mp4”: " in said
    assert "“chaplin.mp4”: fine" in said
    assert not any("upload" in heard.path for heard in cloud.heard)


@requirement("SUP-3", "UP-1")
async def test_a_file_of_a_kind_that_is_not_taken_is_made_one_that_is(serve: Serve, chaplin: Path) -> None:
    """The likely fix is done: what was made can be sent at once, and the original is as it was."""
    async with serve() as door:
        odd = door.home / "old tape.wmv"
        rewritten(chaplin, odd)
        before = odd.read_bytes()
        told = await door.do(SKILL, prompt="文件传不上去", files=[str(odd)])
        made = next(Path(each["path"]) for each in told["outputs"] if each["path"].endswith(".mp4"))
        assert made.name in told["reply"]
        taken = await door.do("upload_media", files=[str(made)])
    assert 1900 < taken["timeline"]["duration_ms"] < 2100
    assert odd.read_bytes() == before
    assert sorted(path.suffix for path in made.parent.iterdir()) == [".md", ".mp4"]


@requirement("SUP-2", "SUP-4", "AUTH-7")
async def test_the_request_can_be_sent_as_it_is(cloud: Gateway, serve: Serve) -> None:
    """Subject, what happened, steps, versions, ids; no secret, no home folder, no invented address."""
    secrets = "Bearer abc.def nmv_usr_mine1 123e4567-e89b-12d3-a456-426614174000"
    async with serve(env=to(cloud, NEMO_CLIENT_ID="my-own-client")) as door:
        prompt = f"the editor keeps crashing with {door.home}/film.mov {secrets} my-own-client"
        said, request = await asked(door, prompt)
        home = str(door.home)
    heads = ["What happened", "Steps", "What was checked", "What was tried", "Versions", "Ids"]
    assert all(f"## {head}" in request for head in heads)
    assert "nemovideo-mcp 0" in request
    assert "~/film.mov" in request
    for secret in (*secrets.split()[1:], "my-own-client", "nmv_usr_old", home):
        assert secret not in request
    for told in (said, request):
        assert not re.search(r"\w@\w|\+?\d{3}[ -]\d{3}", told)
        assert set(re.findall(r"https?://[^\s)，（,;]+", told)) <= {WEB, cloud.url}


SECRET = st.text("abcdefghijkmnpqrstuvwxyz23456789", min_size=8, max_size=40).map(lambda word: f"{word}7Q")


@requirement("SUP-4", "AUTH-7")
@given(secret=SECRET, before=st.text(max_size=40), after=st.text(max_size=40))
def test_no_secret_is_left_in_a_text(secret: str, before: str, after: str) -> None:
    """In whatever words or links it stands, and whatever stands around it."""
    for said in (
        f"my password is {secret}",
        f"Password: {secret}",
        f"api_key={secret}",
        f"密码是{secret}",
        f"令牌：{secret}",
        f"https://cdn.example/film.mp4?X-Amz-Signature={secret}&a=1",
        f"https://jane:{secret}@files.example/film.mp4",
        f"sk-{secret}{secret}",
        f"/home/{secret}/film.mov",
        f"C:\\Users\\{secret}\\film.mov",
    ):
        assert secret not in discreet(f"{before} {said} {after}")


@requirement("SUP-4", "AUTH-7")
def test_a_password_in_plain_words_is_none_the_less_one() -> None:
    """It has no form by which it could be told."""
    assert "swordfish" not in discreet("my password is swordfish, why am I refused?")
    assert "芝麻开门" not in discreet("密码是芝麻开门")


@pytest.mark.parametrize(
    "said",
    [
        "my token is invalid",
        "my password is wrong",
        "密码不对",
        "密码是错的",
        "see https://nemovideo.com/help",
    ],
)
def test_words_that_are_no_secrets_stay(said: str) -> None:
    """The request still says what is wrong."""
    assert discreet(said) == said


@requirement("SUP-1", "SUP-2")
async def test_who_asks_for_a_number_hears_first_that_there_is_none(cloud: Gateway, serve: Serve) -> None:
    """Before anything that was checked; in the language of the question."""
    async with serve(env=to(cloud)) as door:
        said, _ = await asked(door, "what is your phone number?")
        assert "know of no telephone number" in said.split("\n\n", maxsplit=1)[0]
        assert WEB in said.split("\n\n", maxsplit=1)[0]
        said, _ = await asked(door, "客服电话是多少")
        assert "不知道任何支持电话" in said.split("\n\n", maxsplit=1)[0]


@requirement("SUP-1", "SUP-2")
async def test_every_way_to_ask_for_support_names_the_channel_and_no_number(serve: Serve) -> None:
    """The skill's own examples; in the studio, which has no account, it is said what the channel can be for."""
    async with serve(env={"NEMO_WEB_URL": WEB}) as door:
        for prompt in (
            "who do I contact with a question about billing, or about a bug in the editor that spoils my 1080p MP4?",
            "how do I contact NemoVideo support about my AI video editor?",
            "I already use NemoVideo and need help with the AI video editor: how do I reach support?",
        ):
            result = await door.call(SKILL, prompt=prompt)
            assert (result.structured_content or {})["route"]["actions"] == ["support"]
            said = text(result)
            assert WEB in said
            assert "faster than e-mail" in said
            assert "know of no telephone number" in said
            assert "studio on your own computer" in said


@requirement("SUP-1", "ROUTE-5")
async def test_an_edit_sent_to_the_support_skill_is_an_edit(serve: Serve, chaplin: Path) -> None:
    """Help is not forced on anyone; a question how costs nothing and edits nothing."""
    async with serve() as door:
        told = await door.do(SKILL, prompt="cut the first 2 seconds", files=[str(chaplin)])
        assert told["timeline"]["duration_ms"] == 7640
        how = await door.do(SKILL, prompt="how do I add a title?")
    assert "say “add a title”" in how["reply"]
    assert how["timeline"]["duration_ms"] == 7640
    assert how["outputs"] == []


@requirement("SUP-3")
async def test_help_is_given_when_the_service_cannot_be_reached(serve: Serve) -> None:
    """What can be checked here is, and the fault is named."""
    async with serve(env={"NEMO_API_URL": "http://127.0.0.1:9", "NEMO_WEB_URL": WEB}) as door:
        said, request = await asked(door, "I get an error when I upload, please help")
    assert "could not be reached" in said
    assert "could not be reached" in request


@requirement("SUP-4")
async def test_the_steps_are_the_orders_and_what_was_answered(serve: Serve, chaplin: Path) -> None:
    """Who reads it can do the same. A password in an order is no one's business."""
    async with serve() as door:
        await door.do(OTHER, prompt="cut the first 2 seconds", files=[str(chaplin)])
        await door.do(OTHER, prompt="split clip 7 at 3 seconds")
        await door.do(OTHER, prompt='add the title "password: hunter2"')
        _, request = await asked(door, "the editor cut the wrong bit, this is a bug")
    steps = request.split("## Steps")[1].split("##")[0]
    assert "“cut the first 2 seconds” was said" in steps
    assert "The film is 7.64 s long now" in steps
    assert "There is no clip 7" in steps
    assert "hunter2" not in request
    assert steps.index("“cut the first") < steps.index("“split clip 7") < steps.index("“add the title")


@requirement("SUP-4")
async def test_a_request_that_cannot_be_saved_is_shown(serve: Serve) -> None:
    """A folder that is a file takes none."""
    async with serve() as door:
        (door.home / "Videos").write_text("in the way")
        result = await door.call(SKILL, prompt="I was charged twice")
    assert not result.is_error
    assert "# Support request: billing" in text(result)
