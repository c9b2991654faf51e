"""What the page of conduct says is what the product says, and that is fit to be read."""

from collections.abc import Iterator

import pytest

import conduct
from client.gateway import Gateway, serving, sse
from conduct import played
from nemovideo_mcp.wire.events import LISTENING, SPEAKING
from requirements import requirement
from scenarios import (
    ASKED,
    BALANCE,
    CHAT,
    CITY,
    ORDER,
    RENDER,
    SCENARIOS,
    SESSION,
    STATE,
    Scenario,
    event,
    says,
    state,
)
from scenarios_rare import RARER
from scripted import ScriptClock

pytestmark = pytest.mark.anyio
REFUSED_UNREAD = {"The session is gone while it is spoken to (1002)"}
PLAYED = [*SCENARIOS.values(), *RARER.values()]
ALL = {scenario.what: scenario for scenarios in PLAYED for scenario in scenarios}


@pytest.fixture(scope="module")
def cloud() -> Iterator[Gateway]:
    """One scripted cloud for all scenarios; each begins afresh."""
    with serving() as gateway:
        yield gateway


async def test_the_page_is_what_the_product_says() -> None:
    """Run `python tests/conduct.py` after a change of words."""
    assert conduct.PAGE.read_text(encoding="utf-8") == await conduct.page()


@requirement("SSE-8", "HEAD-1", "AUTH-7")
@pytest.mark.parametrize("scenario", ALL.values(), ids=ALL)
async def test_what_is_read_is_words(cloud: Gateway, scenario: Scenario) -> None:
    """No id, token or JSON; the message taken once, whatever became of it; every request under its headers."""
    said, shown = await played(cloud, scenario)
    for told in (said, *shown):
        assert "nmv_usr" not in told
        assert SESSION not in told
        assert '{"' not in told
        assert "Traceback" not in told
    assert said.strip()
    sent = [heard.json() for heard in cloud.calls(CHAT)]
    messages = [(each["session_id"], each["new_message"]["parts"][0]["text"]) for each in sent]
    assert len(messages) == len(set(messages)) + (scenario.what in REFUSED_UNREAD)
    for heard in cloud.heard:
        assert {"x-skill-source", "x-skill-version", "x-skill-platform"} <= heard.headers.keys()
        assert ("authorization" in heard.headers) is (f"{heard.method} {heard.path}" != ASKED)


@requirement("SSE-9")
async def test_generation_is_told_in_two_stages(cloud: Gateway) -> None:
    """The raw clip while the rest is made; the finished film with all its tracks at the end."""
    said, shown = await played(cloud, ALL["Generation in two stages"])
    raw = next(place for place, each in enumerate(shown) if "raw.mp4, 10 s" in each)
    assert shown[raw + 1] == "Editing…"
    assert said.index("raw.mp4, 10 s") < said.index("Finished: Timeline (3 tracks)")
    assert "Lo-fi" in said
    assert said.count("Timeline (") == 1


@requirement("SSE-3", "SSE-4")
async def test_signs_of_life_are_told_every_two_minutes_and_end_after_ten(cloud: Gateway) -> None:
    """Five minutes: twice. Ten: that is all."""
    _, shown = await played(cloud, ALL["It takes five minutes"])
    assert shown.count("⏳ Still working…") == 2
    said, _ = await played(cloud, ALL["Nothing but signs of life for ten minutes"])
    assert "did not finish in time" in said


@requirement("SSE-4", "VOX-1")
@pytest.mark.parametrize(
    ("doing", "advice"),
    [
        ({SPEAKING: [7, 40]}, "the parts that were spoken are kept, and it goes on from there"),
        ({LISTENING: 4000}, "Call get_transcript"),
    ],
    ids=["speaking", "listening"],
)
async def test_speech_that_takes_too_long_says_how_it_goes_on(
    cloud: Gateway, doing: dict[str, object], advice: str
) -> None:
    """After fifteen minutes nothing is changed; what was spoken or can be heard is not lost, and that is said."""

    def script(cloud: Gateway, clock: ScriptClock) -> None:
        sign = event(actions={"stateDelta": doing})
        cloud.plays(CHAT, sse(*(step for _ in range(16) for step in (sign, clock.passes(60)))))
        cloud.plays(STATE, state(CITY))

    said, _ = await played(cloud, Scenario("A long script", script, says("add a voiceover: Hello.")))
    assert "nothing has changed" in said
    assert advice in said


@requirement("SSE-8")
async def test_a_queued_request_is_said_to_be_and_sent_once(cloud: Gateway) -> None:
    """Both are sent, one after the other."""
    _, shown = await played(cloud, ALL["A second request while the first runs"])
    assert any("queued" in each for each in shown)
    assert len(cloud.calls(CHAT)) == 2


@requirement("AUTH-8", "AUTH-11")
async def test_what_can_be_mended_is_mended_without_a_word(cloud: Gateway) -> None:
    """One renewal for an expired token; a token that cannot be had says when to come back."""
    said, _ = await played(cloud, ALL["The free token has expired (1001)"])
    assert said.startswith("You have 80 credits")
    assert len(cloud.calls(ASKED)) == 2
    assert len(cloud.calls(BALANCE)) == 2
    said, _ = await played(cloud, ALL["Too many tokens from here (429, for three days)"])
    assert "Try again in 3 days" in said


@requirement("EXP-5", "EXP-8")
async def test_a_film_that_came_short_is_an_error_and_leaves_nothing(cloud: Gateway) -> None:
    """What does not decode is not delivered, and nobody waits for ever."""
    said, _ = await played(cloud, ALL["The file comes short"])
    assert "not a whole one" in said
    assert len(cloud.calls(ORDER)) == 1


@requirement("AUTH-11")
async def test_a_wait_that_the_service_asks_for_is_said(cloud: Gateway) -> None:
    """Half a minute is not passed in silence."""
    said, shown = await played(cloud, ALL["Too many requests for a moment (429)"])
    assert said.startswith("You have 80 credits")
    assert any("30 s" in each for each in shown)


@requirement("SSE-8", "MCP-4")
async def test_half_an_edit_is_told_as_half_an_edit(cloud: Gateway) -> None:
    """What stands, and what kept the rest from being done."""
    said, _ = await played(cloud, ALL["Half of it is done when the credits run out"])
    assert said.index("added at 0-3s") < said.index("not enough credits") < said.index("register?bind=")


@requirement("EXP-3", "EXP-6")
async def test_a_render_that_takes_longer_is_not_called_a_failure(cloud: Gateway) -> None:
    """Its job is still good to ask for."""
    said, _ = await played(cloud, ALL["It is not finished after five minutes"])
    assert "not finished yet" in said
    assert "failed" not in said
    assert len(cloud.calls(RENDER)) == 10


@requirement("CRED-4")
async def test_what_it_costs_is_said_before_it_is_spent(cloud: Gateway) -> None:
    """Once a project, before the message goes; and with the balance."""
    _, shown = await played(cloud, ALL["Generation in two stages"])
    costs = next(place for place, each in enumerate(shown) if "about 100" in each)
    assert costs < shown.index("Generating…")
    _, shown = await played(cloud, ALL["A second request while the first runs"])
    assert len([each for each in shown if "credits" in each]) == 1
    said, _ = await played(cloud, ALL["Too many requests for a moment (429)"])
    assert said.endswith("exports are free.")
