"""A chat with servers that keep to the wire in their own way, and with those that do not."""

import asyncio
import gzip
import socket
import struct
from collections.abc import AsyncIterator
from itertools import repeat
from pathlib import Path

import anyio
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from client.clocks import QuickClock
from client.conftest import SKILL
from client.gateway import DROP, Gateway, Play, ok, sse
from client.test_chat import CHAT, HELLO, SESSION
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.client import Client, SkillClient
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.client.stream import Reply, decode
from nemovideo_mcp.wire.account import AnonymousToken
from requirements import requirement

pytestmark = pytest.mark.anyio

EXPIRED = b'data: {"code":1001,"message":"token expired"}\n\n'
ASKED = "POST /api/auth/anonymous-token"


async def said(api: SkillClient, reply: Reply | None = None) -> Reply:
    """The whole answer to a message."""
    reply = reply or Reply()
    async for event in api.chat(SESSION, "add a title"):
        reply.add(event)
    return reply


@requirement("SSE-5")
@pytest.mark.parametrize(
    "play",
    [
        Play(body=HELLO),
        Play(body=HELLO, headers={"content-type": "text/plain"}),
        Play(body=b"\n\n: ping\n\n" + HELLO, headers={"content-type": "application/json"}),
        Play(body=b"\xef\xbb\xbf" + HELLO, headers={"content-type": "application/octet-stream"}),
        Play(body=HELLO, headers={"content-type": "text/event-stream; charset=utf-8"}),
        Play(body=gzip.compress(HELLO), headers={"content-encoding": "gzip"}),
        Play(body=b'{"code":0,"data":{"text":"Title added."}}'),
        Play(
            body=b' [{"content":{"parts":[{"text":"Title added."}]}}]', headers={"content-type": "text/json"}
        ),
        sse(b": ping\r\n\r\n", HELLO.replace(b"\n", b"\r\n")),
    ],
)
async def test_an_answer_is_known_by_what_it_is(gateway: Gateway, api: SkillClient, play: Play) -> None:
    """Whatever its type says, or does not say."""
    gateway.plays(CHAT, play)
    assert (await said(api)).text == "Title added."


@requirement("AUTH-8", "AUTH-9")
@pytest.mark.parametrize("kind", ["text/plain", "application/json", "", "application/problem+json"])
@pytest.mark.parametrize(("code", "error"), [(1002, errors.NoSession), (2001, errors.NoCredits)])
async def test_a_refusal_under_200_is_its_error_whatever_its_type(
    gateway: Gateway, api: SkillClient, kind: str, code: int, error: type[errors.ApiError]
) -> None:
    """It is never an empty answer."""
    gateway.plays(CHAT, Play(body=b'{"code":%d,"message":"no"}' % code, headers={"content-type": kind}))
    with pytest.raises(error):
        await said(api)


@pytest.mark.parametrize("kind", ["text/plain", "text/html", ""])
async def test_a_sign_in_page_is_no_answer(gateway: Gateway, api: SkillClient, kind: str) -> None:
    """Also when it does not say that it is a page."""
    page = b"\r\n<!DOCTYPE html><html>Sign in to the network</html>"
    gateway.plays(CHAT, Play(body=page, headers={"content-type": kind}))
    with pytest.raises(errors.BadAnswer):
        await said(api)


@requirement("AUTH-8", "SSE-8")
async def test_an_expired_token_told_in_the_stream_is_renewed(gateway: Gateway, api: SkillClient) -> None:
    """As the first thing said it means that the message was not read: it goes again, once."""
    gateway.plays(ASKED, ok({"token": "nmv_usr_1"}), ok({"token": "nmv_usr_2"}))
    gateway.plays(CHAT, sse(EXPIRED), sse(HELLO))
    assert (await said(api)).text == "Title added."
    assert [heard.headers["authorization"] for heard in gateway.calls(CHAT)] == [
        "Bearer nmv_usr_1",
        "Bearer nmv_usr_2",
    ]
    gateway.plays(CHAT, sse(HELLO, EXPIRED))
    reply = await said(api)
    assert (reply.text, reply.failed) == ("Title added.", True)
    assert len(gateway.calls(CHAT)) == 3


@requirement("AUTH-8")
async def test_the_users_own_token_refused_in_the_stream_is_told(
    gateway: Gateway, clock: QuickClock, identity: Identity, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """And the message is not sent again."""
    gateway.plays(CHAT, sse(EXPIRED))
    mine = Identity(tmp_path_factory.mktemp("mine"), token="nmv_usr_mine")  # noqa: S106 - of nobody
    async with Client(api_url=gateway.url, web_url="", identity=mine, clock=clock) as client:
        with pytest.raises(errors.BadToken, match="NEMO_TOKEN"):
            await said(client.for_skill(SKILL))
    assert len(gateway.calls(CHAT)) == 1


@requirement("SSE-4", "SSE-8")
async def test_headers_that_never_come_are_a_timeout(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """Ten minutes without even the beginning of an answer; the message was posted once."""
    arrived = anyio.Event()
    loop = asyncio.get_running_loop()

    async def silence() -> None:
        loop.call_soon_threadsafe(arrived.set)
        await asyncio.get_running_loop().create_future()

    gateway.plays(CHAT, Play(before=silence))

    async def ten_minutes() -> None:
        await arrived.wait()
        clock.advance(600)

    async with anyio.create_task_group() as group:
        group.start_soon(ten_minutes)
        with pytest.raises(errors.StreamTimedOut):
            await said(api)
    assert len(gateway.calls(CHAT)) == 1


async def test_an_answer_without_end_is_broken_off(gateway: Gateway, api: SkillClient) -> None:
    """Memory stays bounded, and the server sees its listener leave."""
    piece = b'data: {"type":"tool_result","name":"look","result":"' + b"x" * 1_000_000 + b'"}\n\n'
    gateway.plays(CHAT, Play(steps=repeat(piece), headers={"content-type": "text/event-stream"}))
    with pytest.raises(errors.StreamLost, match="too long"):
        await said(api)
    assert await anyio.to_thread.run_sync(gateway.left.wait, 20)


STORY = (Path(__file__).parent / "adk" / "two_stage.streaming-true.sse").read_bytes()


@requirement("SSE-8")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(place=st.integers(0, len(STORY)))
async def test_a_drop_at_any_byte_is_a_lost_stream_after_what_was_whole(
    gateway: Gateway, api: SkillClient, place: int
) -> None:
    """Nothing is made up, nothing said twice, and the message is posted once."""
    gateway.heard.clear()
    gateway.plays(CHAT, sse(STORY[:place], DROP))
    heard, whole = Reply(), Reply()
    for event in decode([STORY]):
        whole.add(event)
    with pytest.raises(errors.StreamLost):
        await said(api, heard)
    assert whole.text.startswith(heard.text)
    assert [tool.name for tool in heard.tools] == [tool.name for tool in whole.tools][: len(heard.tools)]
    assert len(gateway.calls(CHAT)) == 1


@pytest.fixture
async def resetting(clock: QuickClock, identity: Identity) -> AsyncIterator[tuple[SkillClient, list[bytes]]]:
    """A client of a server that says a little and then resets the connection; and what that heard."""
    heard: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n" + HELLO)
        await writer.drain()
        connection = writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    identity.keep(url, AnonymousToken(token="nmv_usr_1"))  # noqa: S106 - a test's token
    async with server, Client(api_url=url, web_url="", identity=identity, clock=clock) as client:
        yield client.for_skill(SKILL), heard


@requirement("SSE-8")
async def test_a_reset_is_a_lost_stream(resetting: tuple[SkillClient, list[bytes]]) -> None:
    """Not an end, and nothing is sent again."""
    api, heard = resetting
    with pytest.raises(errors.StreamLost):
        await said(api)
    assert len(heard) == 1


@requirement("AUTH-8")
async def test_ten_messages_that_meet_an_expired_token_renew_it_once(
    gateway: Gateway, api: SkillClient
) -> None:
    """Each is taken once, under the new token."""
    gateway.plays(ASKED, ok({"token": "nmv_usr_1"}), ok({"token": "nmv_usr_2"}))
    gateway.plays(CHAT, sse(HELLO))
    await said(api)
    gateway.accepts_only("nmv_usr_2")
    replies: list[str] = []

    async def talk() -> None:
        replies.append((await said(api)).text)

    async with anyio.create_task_group() as group:
        for _ in range(10):
            group.start_soon(talk)
    assert replies == ["Title added."] * 10
    assert len(gateway.calls(ASKED)) == 2
    assert [heard.headers["authorization"] for heard in gateway.calls(CHAT)[1:]] == ["Bearer nmv_usr_2"] * 10
