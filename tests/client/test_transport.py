"""The one door out: addresses, bounds, and answers that are not the API's."""

from collections.abc import AsyncIterator
from itertools import repeat
from pathlib import Path

import pytest

from client.clocks import QuickClock
from client.conftest import SKILL
from client.gateway import DROP, Gateway, Play, serving
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.client import Client, SkillClient
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.client.transport import Transport, is_loopback
from requirements import requirement

pytestmark = pytest.mark.anyio

BALANCE = "GET /api/credits/balance/simple"


@requirement("HEAD-5")
async def test_a_redirect_is_not_followed_and_nothing_goes_there(gateway: Gateway, api: SkillClient) -> None:
    """Neither the call nor its headers."""
    with serving() as other:
        gateway.plays(BALANCE, Play(status=307, headers={"location": f"{other.url}/steal"}))
        with pytest.raises(errors.BadAnswer):
            await api.balance()
        assert other.heard == []


@pytest.mark.parametrize("location", ["data:x,y", "javascript:x", "http://xn--/", "http://[", "", "\xff"])
async def test_a_redirect_to_no_address_is_a_clear_error(
    gateway: Gateway, api: SkillClient, location: str
) -> None:
    """The library would look at it, and fail in its own way."""
    gateway.plays(BALANCE, Play(status=302, headers={"location": location}))
    with pytest.raises((errors.BadAnswer, errors.Unreachable)):
        await api.balance()


@pytest.mark.parametrize(
    "play",
    [
        Play(body=b"<!doctype html><html>Sign in to WiFi</html>", headers={"content-type": "text/html"}),
        Play(body=b"\x00\xff garbage"),
        Play(body=b"not gzip", headers={"content-type": "application/json", "content-encoding": "gzip"}),
        Play(json=[1, 2]),
        Play(json={"code": 0, "data": {"nothing": "known"}}),
        Play(body=b""),
        Play(steps=(b"[" + b"1," * 5_000_000,)),
    ],
)
async def test_an_answer_that_is_not_the_apis_is_a_clear_error(
    gateway: Gateway, api: SkillClient, play: Play
) -> None:
    """A sign-in page, garbage, a false encoding, other shapes, nothing, too much."""
    gateway.plays(BALANCE, play)
    with pytest.raises(errors.BadAnswer):
        await api.balance()


async def test_an_endless_answer_is_cut_off(gateway: Gateway, api: SkillClient) -> None:
    """Reading stops a little past 8 MiB."""
    steps = repeat(b"1" * 1_000_000)
    gateway.plays(BALANCE, Play(steps=steps, headers={"content-type": "application/json"}))
    with pytest.raises(errors.BadAnswer, match="too large"):
        await api.balance()
    assert gateway.left.wait(20)


async def test_a_connection_that_breaks_is_unreachable(gateway: Gateway, api: SkillClient) -> None:
    """In the middle of the answer; the request had left."""
    gateway.plays(BALANCE, Play(steps=(b'{"code":0,', DROP), headers={"content-type": "application/json"}))
    with pytest.raises(errors.Unreachable) as caught:
        await api.balance()
    assert caught.value.sent
    assert caught.value.retryable


async def test_nobody_there_is_unreachable_and_nothing_was_sent(
    identity: Identity, clock: QuickClock
) -> None:
    """The port of a server that is gone."""
    with serving() as gone:
        url = gone.url
    async with Client(api_url=url, web_url="", identity=identity, clock=clock) as client:
        with pytest.raises(errors.Unreachable, match="nothing was sent") as caught:
            await client.for_skill(SKILL).balance()
    assert not caught.value.sent


@pytest.fixture
async def proxied(
    monkeypatch: pytest.MonkeyPatch, gateway: Gateway, tmp_path: Path
) -> AsyncIterator[SkillClient]:
    """A client on a machine whose environment names a proxy."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    async with Client(api_url=gateway.url, web_url="", identity=Identity(tmp_path)) as client:
        yield client.for_skill(SKILL)


async def test_a_proxy_of_the_environment_does_not_swallow_local_calls(
    gateway: Gateway, proxied: SkillClient
) -> None:
    """The studio is on this machine."""
    gateway.plays(BALANCE, Play({"code": 0, "data": {"available": 1}}))
    assert (await proxied.balance()).total == 1


@pytest.mark.parametrize(
    "address", ["", "nemovideo.ai", "ftp://x", "http://", "file:///etc/passwd", "http://[::1"]
)
async def test_an_api_address_that_is_none_is_told_at_once(address: str) -> None:
    """And names the setting."""
    with pytest.raises(errors.Invalid, match="NEMO_API_URL"):
        Transport(address)


@pytest.mark.parametrize("token", ["nmv_usr_geheim\nX: y", "nmv_usr_gehéim"])
@requirement("AUTH-7")
async def test_a_token_that_fits_no_header_is_an_error_that_does_not_show_it(
    gateway: Gateway, tmp_path: Path, token: str
) -> None:
    """The library's own message would."""
    async with Client(api_url=gateway.url, web_url="", identity=Identity(tmp_path, token=token)) as client:
        with pytest.raises(errors.Invalid) as caught:
            await client.for_skill(SKILL).balance()
    assert "nmv_usr" not in str(caught.value)
    assert gateway.heard == []


@requirement("HEAD-5")
@pytest.mark.parametrize(
    ("url", "owned"),
    [
        ("https://api.example/x", True),
        ("https://api.example:443/x", True),
        ("HTTPS://API.EXAMPLE/x", True),
        ("http://api.example/x", False),
        ("https://api.example:8443/x", False),
        ("https://api.example.evil/x", False),
        ("https://api.example@evil.example/x", False),
        ("//evil.example/x", False),
        ("/x", True),
        ("x", True),
    ],
)
async def test_only_the_same_scheme_host_and_port_are_ours(url: str, owned: bool) -> None:
    """Everything else gets no header of ours."""
    transport = Transport("https://api.example")
    assert transport.owns(transport.url(url)) is owned


async def test_a_path_in_the_api_address_is_kept() -> None:
    """A gateway may put the API under a prefix."""
    assert str(Transport("http://gw.example/nemo/").url("/run_sse")) == "http://gw.example/nemo/run_sse"


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("10.0.0.1", False),
        ("localhost.evil.example", False),
    ],
)
async def test_what_this_machine_is(host: str, local: bool) -> None:
    """Names and addresses."""
    assert is_loopback(host) is local
