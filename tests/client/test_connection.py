"""Connecting, and mending what can be mended: tokens, waits, client ids, headers."""

import logging
import uuid
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import anyio
import pytest

from client.clocks import QuickClock
from client.conftest import SKILL
from client.gateway import Gateway, Play, ok, refusal
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.client import Client, SkillClient
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.wire.headers import Attribution
from requirements import requirement

pytestmark = pytest.mark.anyio

ASKED = "POST /api/auth/anonymous-token"
BALANCE = "GET /api/credits/balance/simple"
MINE = "nmv_usr_mine"
FULL = ok({"available": 80, "frozen": 20, "total": 100})


def _bearers(gateway: Gateway, call: str = BALANCE) -> list[str | None]:
    return [heard.headers.get("authorization") for heard in gateway.calls(call)]


@requirement("AUTH-2", "HEAD-1")
async def test_a_token_is_asked_for_with_the_client_id_and_used(gateway: Gateway, api: SkillClient) -> None:
    """X-Client-Id and no bearer first; the bearer and the three headers after."""
    gateway.plays(BALANCE, FULL)
    balance = await api.balance()
    assert (balance.available, balance.frozen, balance.total) == (80, 20, 100)
    asked, used = gateway.heard
    assert str(uuid.UUID(asked.headers["x-client-id"])) == asked.headers["x-client-id"]
    assert "authorization" not in asked.headers
    assert asked.size == 0
    assert used.headers["authorization"] == "Bearer nmv_usr_secret1"
    for heard in gateway.heard:
        sent = {name: heard.headers[f"x-skill-{name}"] for name in ("source", "version", "platform")}
        assert sent == {"source": "ai-voiceover-for", "version": "1.2.0", "platform": "cursor"}


@requirement("AUTH-1", "AUTH-8")
async def test_the_users_own_token_is_used_and_never_replaced(
    gateway: Gateway, clock: QuickClock, tmp_path: Path
) -> None:
    """No token is asked for, also when it is refused; then the user is told."""
    identity = Identity(tmp_path, token=MINE)
    async with Client(api_url=gateway.url, web_url="", identity=identity, clock=clock) as client:
        gateway.plays(BALANCE, FULL, refusal(1001, "token nmv_usr_mine expired"))
        await client.for_skill(SKILL).balance()
        with pytest.raises(errors.BadToken) as caught:
            await client.for_skill(SKILL).balance()
    assert caught.value.own
    assert "NEMO_TOKEN" in caught.value.next_step
    assert "nmv_usr_mine" not in str(caught.value)
    assert gateway.calls(ASKED) == []
    assert _bearers(gateway) == ["Bearer nmv_usr_mine"] * 2


@requirement("AUTH-4")
async def test_a_restart_uses_the_kept_token(gateway: Gateway, clock: QuickClock, tmp_path: Path) -> None:
    """The one-token-a-week limit is not met."""
    gateway.plays(BALANCE, FULL)
    for _ in range(2):
        async with Client(
            api_url=gateway.url, web_url="", identity=Identity(tmp_path), clock=clock
        ) as client:
            await client.for_skill(SKILL).balance()
    assert len(gateway.calls(ASKED)) == 1


@requirement("AUTH-6")
async def test_many_first_calls_connect_once(gateway: Gateway, api: SkillClient) -> None:
    """Twenty calls arrive together, one token is asked for."""
    gateway.plays(BALANCE, FULL)
    async with anyio.create_task_group() as group:
        for _ in range(20):
            group.start_soon(api.balance)
    assert len(gateway.calls(ASKED)) == 1
    assert len(gateway.calls(BALANCE)) == 20


@requirement("AUTH-6", "AUTH-11")
async def test_calls_that_wait_for_one_attempt_share_its_failure(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """Ten calls do not wait ten times."""
    gateway.plays(ASKED, Play({"message": "one token per client"}, 429))
    failed: list[str] = []

    async def ask() -> None:
        try:
            await api.balance()
        except errors.RateLimited as error:
            failed.append(str(error))

    async with anyio.create_task_group() as group:
        for _ in range(10):
            group.start_soon(ask)
    assert len(failed) == 10
    assert len(gateway.calls(ASKED)) == 2
    assert clock.slept == [30]
    assert "NEMO_TOKEN" in failed[0]


@requirement("AUTH-8")
async def test_an_expired_token_is_renewed_once_for_all_and_the_calls_repeated(
    gateway: Gateway, api: SkillClient
) -> None:
    """Ten calls meet 1001 at once: one renewal, under the same client id, ten answers."""
    gateway.plays(BALANCE, FULL)
    await api.balance()
    gateway.plays(ASKED, ok({"token": "nmv_usr_secret2"}))
    gateway.accepts_only("nmv_usr_secret2")
    async with anyio.create_task_group() as group:
        for _ in range(10):
            group.start_soon(api.balance)
    asked = gateway.calls(ASKED)
    assert len(asked) == 2
    assert len({heard.headers["x-client-id"] for heard in asked}) == 1
    assert _bearers(gateway)[-10:] == ["Bearer nmv_usr_secret2"] * 10


@requirement("AUTH-8")
async def test_a_renewed_token_that_is_refused_too_is_an_error(gateway: Gateway, api: SkillClient) -> None:
    """Once, not for ever; a code under HTTP 401 counts the same."""
    gateway.plays(BALANCE, Play({"code": 1001, "message": "expired"}, 401))
    with pytest.raises(errors.BadToken):
        await api.balance()
    assert len(gateway.calls(BALANCE)) == 2


async def test_a_bare_401_or_403_is_not_tried_again(gateway: Gateway, api: SkillClient) -> None:
    """Token or scope: no retry."""
    gateway.plays(BALANCE, Play({"detail": "scope"}, 403))
    with pytest.raises(errors.NotAllowed):
        await api.balance()
    assert len(gateway.calls(BALANCE)) == 1


async def test_a_token_past_its_expiry_is_renewed_without_being_tried(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """The clock is enough."""
    expires = datetime(2026, 11, 28, tzinfo=UTC).isoformat().replace("+00:00", "Z")
    gateway.plays(ASKED, ok({"token": "nmv_usr_1", "expires_at": expires}), ok({"token": "nmv_usr_2"}))
    gateway.plays(BALANCE, FULL)
    await api.balance()
    clock.advance(7 * 24 * 3600)
    await api.balance()
    assert _bearers(gateway) == ["Bearer nmv_usr_1", "Bearer nmv_usr_2"]


@requirement("AUTH-10")
async def test_a_refused_client_id_is_made_anew_and_the_call_repeated(
    gateway: Gateway, api: SkillClient
) -> None:
    """For the token, another id; for any other call, the id goes along."""
    gateway.plays(ASKED, Play({"message": "Missing X-Client-Id"}, 400), ok({"token": "nmv_usr_1"}))
    gateway.plays(BALANCE, Play({"message": "Missing X-Client-Id"}, 400), FULL)
    await api.balance()
    first, second = gateway.calls(ASKED)
    assert first.headers["x-client-id"] != second.headers["x-client-id"]
    assert [heard.headers.get("x-client-id") for heard in gateway.calls(BALANCE)] == [
        None,
        second.headers["x-client-id"],
    ]


@requirement("AUTH-11")
async def test_429_waits_30_s_and_tries_once_more(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """The second answer counts."""
    gateway.plays(BALANCE, Play(status=429), FULL)
    assert (await api.balance()).available == 80
    assert clock.slept == [30]


@requirement("AUTH-11")
async def test_429_twice_or_for_days_says_when_to_come_back(
    gateway: Gateway, api: SkillClient, clock: QuickClock
) -> None:
    """A wait of seconds is waited, a wait of days is told."""
    gateway.plays(BALANCE, Play(status=429, headers={"retry-after": "7"}))
    with pytest.raises(errors.RateLimited, match="7 seconds"):
        await api.balance()
    gateway.plays(BALANCE, Play(status=429, headers={"retry-after": "259200"}))
    with pytest.raises(errors.RateLimited, match="3 days"):
        await api.balance()
    assert clock.slept == [7]


@requirement("AUTH-11")
async def test_a_date_to_come_back_at_is_kept(gateway: Gateway, api: SkillClient, clock: QuickClock) -> None:
    """`Retry-After` as a date: near, it is waited for; far, it is told; past, it is now."""
    now = datetime.now(UTC)
    soon, far, past = (now + timedelta(seconds=seconds) for seconds in (20, 7200, -20))
    gateway.plays(
        BALANCE, Play(status=429, headers={"retry-after": format_datetime(soon, usegmt=True)}), FULL
    )
    await api.balance()
    assert 10 < clock.slept[-1] <= 20
    gateway.plays(
        BALANCE, Play(status=429, headers={"retry-after": format_datetime(past, usegmt=True)}), FULL
    )
    await api.balance()
    assert clock.slept[-1] == 0
    gateway.plays(BALANCE, Play(status=429, headers={"retry-after": format_datetime(far, usegmt=True)}), FULL)
    with pytest.raises(errors.RateLimited, match="2 hours"):
        await api.balance()


@requirement("AUTH-11")
@pytest.mark.parametrize("hint", ["inf", "nan", "-5", "soon", "", "1e400"])
async def test_a_wait_that_is_none_is_half_a_minute_or_none(
    gateway: Gateway, api: SkillClient, clock: QuickClock, hint: str
) -> None:
    """Nonsense does not make anybody wait for ever."""
    gateway.plays(BALANCE, Play(status=429, headers={"retry-after": hint}), FULL)
    assert (await api.balance()).available == 80
    assert clock.slept == [0 if hint == "-5" else 30]


@requirement("AUTH-4")
async def test_a_wrong_clock_does_not_ask_for_a_token_with_every_call(
    gateway: Gateway, api: SkillClient
) -> None:
    """A token that is over as soon as it is given is used until the backend refuses it."""
    gateway.plays(ASKED, ok({"token": "nmv_usr_1", "expires_at": "2020-01-01T00:00:00Z"}))
    gateway.plays(BALANCE, FULL)
    for _ in range(3):
        await api.balance()
    assert len(gateway.calls(ASKED)) == 1


@requirement("CRED-2", "CRED-3")
async def test_a_plan_that_does_not_hold_links_anonymous_users_to_registration(
    gateway: Gateway, api: SkillClient
) -> None:
    """The way on is there, and credits are not blamed; where a header was missing there is no link."""
    gateway.plays(ASKED, ok({"token": "nmv_usr_1", "user_id": "anon_42"}))
    gateway.plays(BALANCE, Play({"message": "upgrade"}, 402), Play({"message": "X-Skill-Version"}, 402))
    with pytest.raises(errors.PlanRequired) as caught:
        await api.balance()
    assert caught.value.next_step.endswith("https://web.example/register?bind=anon_42")
    with pytest.raises(errors.PlanRequired) as caught:
        await api.balance()
    assert caught.value.registration_link is None


@requirement("CRED-2")
async def test_out_of_credits_links_anonymous_users_to_registration(
    gateway: Gateway, api: SkillClient
) -> None:
    """`?bind=` with the id of the anonymous user."""
    gateway.plays(ASKED, ok({"token": "nmv_usr_1", "user_id": "anon_42"}))
    gateway.plays(BALANCE, refusal(2001, "insufficient"))
    with pytest.raises(errors.NoCredits) as caught:
        await api.balance()
    assert caught.value.registration_link == "https://web.example/register?bind=anon_42"
    assert caught.value.registration_link in caught.value.next_step


@requirement("CRED-2")
async def test_out_of_credits_tells_registered_users_to_top_up(
    gateway: Gateway, clock: QuickClock, tmp_path: Path
) -> None:
    """A token of one's own, and a user who is not anonymous."""
    gateway.plays("POST /api/tasks/me/with-session/nemo_agent", ok({"session_id": "1", "user_id": "usr_7"}))
    gateway.plays(BALANCE, refusal(2001))
    async with Client(
        api_url=gateway.url, web_url="", identity=Identity(tmp_path, token=MINE), clock=clock
    ) as client:
        api = client.for_skill(SKILL)
        await api.open_session()
        with pytest.raises(errors.NoCredits, match="Top up") as caught:
            await api.balance()
    assert caught.value.registration_link is None


@requirement("HEAD-3")
async def test_two_skills_of_one_client_never_share_headers(gateway: Gateway, client: Client) -> None:
    """Also when their calls run together."""
    gateway.plays(BALANCE, FULL)
    skills = [client.for_skill(Attribution(f"skill-{n}", f"{n}.0", "unknown")) for n in range(2)]
    async with anyio.create_task_group() as group:
        for _ in range(5):
            for skill in skills:
                group.start_soon(skill.balance)
    sent = [
        (heard.headers["x-skill-source"], heard.headers["x-skill-version"])
        for heard in gateway.calls(BALANCE)
    ]
    assert sorted(set(sent)) == [("skill-0", "0.0"), ("skill-1", "1.0")]
    assert len(sent) == 10


async def test_extra_headers_go_with_every_call(
    gateway: Gateway, clock: QuickClock, identity: Identity
) -> None:
    """The secret of an embedded backend."""
    gateway.plays(BALANCE, FULL)
    async with Client(
        api_url=gateway.url, web_url="", identity=identity, clock=clock, extra_headers={"X-Studio": "s"}
    ) as client:
        await client.for_skill(SKILL).balance()
    assert [heard.headers.get("x-studio") for heard in gateway.heard] == ["s", "s"]


@requirement("AUTH-7")
async def test_nothing_secret_is_logged(
    gateway: Gateway, api: SkillClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Not by us, not by the library, at any level."""
    caplog.set_level(logging.DEBUG)
    gateway.plays(BALANCE, refusal(1001, "nmv_usr_secret1 expired"), FULL)
    await api.balance()
    client_id = gateway.calls(ASKED)[0].headers["x-client-id"]
    assert "nmv_usr_secret1" not in caplog.text
    assert client_id not in caplog.text


async def test_a_cancelled_first_call_does_not_leave_the_others_waiting(
    gateway: Gateway, api: SkillClient
) -> None:
    """The next one asks."""
    gateway.plays(BALANCE, FULL)
    with anyio.CancelScope() as scope:
        scope.cancel()
        await api.balance()
    assert (await api.balance()).available == 80
