"""A chat: sent once, read to its end, and honest about every way it can break."""

import asyncio
from collections.abc import Callable
from itertools import pairwise

import anyio
import anyio.to_thread
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from client.clocks import QuickClock
from client.conftest import SKILL
from client.gateway import DROP, Gateway, Play, ok, refusal, serving, sse
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.client import Client, SkillClient
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.client.stream import Event, Reply
from nemovideo_mcp.wire.account import AnonymousToken
from requirements import requirement

pytestmark = pytest.mark.anyio

CHAT = "POST /run_sse"
SESSION = "5529798706024415232"
HELLO = (
    b'data: {"content":{"parts":[{"text":"Title added."}],"role":"model"},"author":"nemo_agent","id":"1"}\n\n'
)


async def _pause() -> None:
    """The server gives way, so that it notices when a listener leaves."""
    await asyncio.sleep(0)


async def _silence() -> None:
    """The server says nothing more, until the listener leaves."""
    await asyncio.get_running_loop().create_future()


async def _said(api: SkillClient) -> Reply:
    reply = Reply()
    async for event in api.chat(SESSION, "add a title"):
        reply.add(event)
    return reply


async def _heard_before(
    api: SkillClient, expected: type[errors.ApiError], each: Callable[[], object] = lambda: None
) -> list[Event]:
    """What was heard before that error; `each` is called after every event."""
    events: list[Event] = []

    async def listen() -> None:
        async for event in api.chat(SESSION, "add a title"):
            events.append(event)
            each()

    with pytest.raises(expected):
        await listen()
    return events


@requirement("SSE-1", "SSE-2", "HEAD-1")
async def test_a_message_is_posted_in_the_published_form(gateway: Gateway, api: SkillClient) -> None:
    """Body in snake_case, typed by hand from the contract; an event stream asked for; all headers there."""
    gateway.plays(CHAT, sse(HELLO))
    assert (await _said(api)).text == "Title added."
    (heard,) = gateway.calls(CHAT)
    assert heard.json() == {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": "5529798706024415232",
        "new_message": {"parts": [{"text": "add a title"}]},
    }
    assert heard.headers["accept"] == "text/event-stream"
    assert heard.headers["authorization"] == "Bearer nmv_usr_secret1"
    assert heard.headers["x-skill-source"] == "ai-voiceover-for"


async def test_a_tool_may_be_called_cut(gateway: Gateway, api: SkillClient) -> None:
    """Names of tools are the backend's own."""
    gateway.plays(CHAT, sse(b'data: {"type":"tool_call","name":"cut","args":{}}\n\n'))
    assert [tool.name for tool in (await _said(api)).tools] == ["cut"]


@requirement("SSE-7")
async def test_zero_bytes_are_a_silent_answer(gateway: Gateway, api: SkillClient) -> None:
    """Not a failure."""
    gateway.plays(CHAT, sse())
    reply = await _said(api)
    assert reply.silent
    assert not reply.failed


@requirement("SSE-8")
@pytest.mark.parametrize(
    "play",
    [
        sse(HELLO, DROP),
        sse(HELLO + b'data: {"text":"and th', DROP),
        sse(HELLO + b'data: {"text":"and th'),
    ],
)
async def test_a_stream_that_breaks_off_is_lost_and_not_sent_again(
    gateway: Gateway, api: SkillClient, play: Play
) -> None:
    """What came before stands; the message was posted once."""
    gateway.plays(CHAT, play)
    events = await _heard_before(api, errors.StreamLost)
    assert [event.text for event in events] == ["Title added."]
    assert len(gateway.calls(CHAT)) == 1


@requirement("SSE-8")
@pytest.mark.parametrize("status", [502, 504])
async def test_a_gateway_that_gave_up_counts_as_a_lost_stream(
    gateway: Gateway, api: SkillClient, status: int
) -> None:
    """The message may be worked on behind it."""
    gateway.plays(CHAT, Play(status=status))
    await _heard_before(api, errors.StreamLost)
    assert len(gateway.calls(CHAT)) == 1


async def test_nobody_there_is_not_a_lost_stream(clock: QuickClock, identity: Identity) -> None:
    """Nothing was sent: that can be said."""
    with serving() as gone:
        url = gone.url
    identity.keep(url, AnonymousToken(token="nmv_usr_1"))  # noqa: S106 - a test's token
    async with Client(api_url=url, web_url="", identity=identity, clock=clock) as client:
        await _heard_before(client.for_skill(SKILL), errors.Unreachable)


@requirement("SSE-3", "SSE-4")
async def test_only_heartbeats_for_ten_minutes_is_a_timeout(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """Signs of life reach the listener, a minute after each other, and do not count as progress."""
    beats = [b": ping\n\n", b"data: heartbeat\n\n", b"data:\n\n"] * 4
    gateway.plays(CHAT, sse(HELLO, *beats, _silence))
    events = await _heard_before(api, errors.StreamTimedOut, lambda: clock.advance(60))
    assert {event.kind for event in events[1:]} == {"heartbeat"}
    assert clock.now() >= 600


@requirement("SSE-1")
async def test_progress_puts_the_ten_minutes_off_and_fifteen_end_it(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """An answer that goes on is heard past ten minutes, and not past fifteen."""
    heard = anyio.Event()
    loop = asyncio.get_running_loop()

    async def heard_by_client() -> None:
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(heard.wait(), loop))

    gateway.plays(CHAT, sse(HELLO, heard_by_client, b'data: {"text":"More."}\n\n', _silence))

    def pass_time() -> None:
        clock.advance(500)
        heard.set()

    events = await _heard_before(api, errors.StreamTimedOut, pass_time)
    assert [event.text for event in events] == ["Title added.", "More."]
    assert clock.now() == 1000


@requirement("SSE-4")
async def test_utter_silence_for_ten_minutes_is_a_timeout(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """The clock runs out while nothing at all comes."""
    heard = anyio.Event()
    gateway.plays(CHAT, sse(HELLO, _silence))

    async def ten_minutes() -> None:
        await heard.wait()
        await anyio.wait_all_tasks_blocked()
        clock.advance(600)

    async with anyio.create_task_group() as group:
        group.start_soon(ten_minutes)
        events = await _heard_before(api, errors.StreamTimedOut, heard.set)
    assert len(events) == 1


@requirement("AUTH-8", "SSE-8")
@pytest.mark.parametrize("refused", [refusal(1001), Play({"code": 1001}, 401)])
async def test_a_message_refused_unread_is_repeated_with_a_new_token(
    gateway: Gateway, api: SkillClient, refused: Play
) -> None:
    """It was not worked on, so it is not sent twice."""
    gateway.plays(CHAT, refused, sse(HELLO))
    assert (await _said(api)).text == "Title added."


@requirement("AUTH-9")
@pytest.mark.parametrize(
    ("play", "error"),
    [
        (refusal(1002), errors.NoSession),
        (refusal(2001), errors.NoCredits),
        (Play({"detail": "Session not found"}, 404), errors.NoSession),
        (Play({"detail": "Not Found"}, 404), errors.NotFound),
        (Play({"detail": [{"msg": "bad"}]}, 422), errors.Invalid),
        (Play(status=503), errors.ServerFault),
        (Play(body=b"<html>hello</html>", headers={"content-type": "text/html"}), errors.BadAnswer),
    ],
)
async def test_a_refusal_before_the_stream_is_its_error(
    gateway: Gateway, api: SkillClient, play: Play, error: type[errors.ApiError]
) -> None:
    """Under its own status, or under 200."""
    gateway.plays(CHAT, play)
    assert await _heard_before(api, error) == []
    assert len(gateway.calls(CHAT)) == 1


async def test_an_answer_in_plain_json_is_read(gateway: Gateway, api: SkillClient) -> None:
    """A gateway that does not stream."""
    gateway.plays(CHAT, ok({"text": "Title added."}))
    assert (await _said(api)).text == "Title added."


@requirement("SSE-11")
async def test_closing_the_iterator_closes_the_stream(gateway: Gateway, api: SkillClient) -> None:
    """The backend sees its listener leave."""
    gateway.plays(CHAT, sse(HELLO, *[b": ping\n\n", _pause] * 20_000))
    stream = api.chat(SESSION, "add a title")
    assert (await anext(stream)).text == "Title added."
    await stream.aclose()
    assert await anyio.to_thread.run_sync(gateway.left.wait, 20)


@requirement("SSE-11")
async def test_a_cancelled_listener_closes_the_stream(gateway: Gateway, api: SkillClient) -> None:
    """A cancelled call leaves as well."""
    gateway.plays(CHAT, sse(HELLO, *[b": ping\n\n", _pause] * 20_000))
    with anyio.CancelScope() as scope:
        async for _ in api.chat(SESSION, "add a title"):
            scope.cancel()
    assert await anyio.to_thread.run_sync(gateway.left.wait, 20)


@requirement("CRED-2")
async def test_an_error_in_the_stream_means_its_error(gateway: Gateway, api: SkillClient) -> None:
    """Out of credits comes as an event; the client knows the link."""
    gateway.plays("POST /api/auth/anonymous-token", ok({"token": "nmv_usr_1", "user_id": "anon_42"}))
    said = b'data: {"errorCode":"RESOURCE_EXHAUSTED","errorMessage":"Insufficient credits","author":"a"}\n\n'
    gateway.plays(CHAT, sse(said + HELLO))
    reply = await _said(api)
    error = api.fault(reply.errors[0])
    assert isinstance(error, errors.NoCredits)
    assert error.registration_link == "https://web.example/register?bind=anon_42"
    assert reply.text == "Title added."


async def test_fifty_chats_at_once_leave_room_for_other_calls(gateway: Gateway, api: SkillClient) -> None:
    """Streams that wait do not hold up a question about credits."""
    gateway.plays(CHAT, sse(HELLO, _pause, _pause))
    gateway.plays("GET /api/credits/balance/simple", ok({"available": 1}))
    replies: list[Reply] = []

    async def talk() -> None:
        replies.append(await _said(api))

    async with anyio.create_task_group() as group:
        for _ in range(50):
            group.start_soon(talk)
        assert (await api.balance()).available == 1
    assert [reply.text for reply in replies] == ["Title added."] * 50


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(st.lists(st.integers(0, len(HELLO)), max_size=6))
async def test_the_network_may_cut_the_bytes_anywhere(
    gateway: Gateway, api: SkillClient, cuts: list[int]
) -> None:
    """One chunk need not be one frame."""
    points = [0, *sorted(cuts), len(HELLO)]
    gateway.plays(CHAT, sse(*[HELLO[a:b] for a, b in pairwise(points) if a < b]))
    assert (await _said(api)).text == "Title added."
