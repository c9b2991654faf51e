"""More scenarios of conduct: what happens rarely, and has to be told just as well."""

from itertools import repeat

from client.gateway import DROP, Gateway, Play, ok, refusal, sse
from scenarios import (
    BALANCE,
    CHAT,
    CITY,
    DONE,
    FILM,
    ORDER,
    RENDER,
    STATE,
    TITLED,
    Scenario,
    Script,
    both,
    does,
    event,
    plays,
    rendered,
    says,
    state,
    tool,
    words,
)
from scripted import ScriptClock

CLAIM = "POST /api/auth/claim-token"
FULL = ok({"available": 80, "frozen": 20, "total": 100})
OUT = event(error={"code": 2001, "message": "insufficient credits"})
DIFFERENT = event(type="text", content='Added the title "Urban Dreams".', error=None)


def _changed(answer: Play) -> Script:
    """A message that is answered so, after which the title is there."""
    return both(plays(CHAT, answer), plays(STATE, state(CITY), state(TITLED)))


def _never(cloud: Gateway, clock: ScriptClock) -> None:
    """Not even the beginning of an answer for ten minutes."""
    cloud.plays(CHAT, Play(before=clock.passes(601)))
    cloud.plays(STATE, state(CITY))


RARER: dict[str, list[Scenario]] = {
    "An edit": [
        Scenario(
            "An editor that speaks another dialect",
            _changed(sse(DIFFERENT)),
            says('add the title "Urban Dreams"'),
        ),
        Scenario(
            "A silent edit that shows only after a moment",
            both(
                plays(CHAT, sse(tool("edit_multitrack"))),
                plays(STATE, state(CITY), state(CITY), state(TITLED)),
            ),
            says('add the title "Urban Dreams"'),
        ),
        Scenario(
            "There is no link to the project",
            both(plays(CLAIM, Play({"detail": "Not Found"}, 404)), rendered(FILM, DONE)),
            says("export"),
        ),
    ],
    "When the connection or the editor fails": [
        Scenario("No answer at all for ten minutes", _never, says("make it warmer")),
        Scenario(
            "Half of it is done when the credits run out",
            _changed(sse(words("I add the title first."), tool("edit_multitrack"), OUT)),
            says('add the title "Urban Dreams" and generate a sunset'),
        ),
        Scenario(
            "The service breaks over an edit, which is there all the same",
            _changed(Play({"detail": "boom"}, 500)),
            says('add the title "Urban Dreams"'),
        ),
        Scenario(
            "An edit is made, and the timeline cannot be looked at",
            both(
                plays(CHAT, sse(words('Added the title "Urban Dreams".'))),
                plays(STATE, state(CITY), Play(status=503)),
            ),
            says('add the title "Urban Dreams"'),
        ),
        Scenario(
            "A silent edit, and the timeline cannot be looked at",
            both(plays(CHAT, sse(tool("edit_multitrack"))), plays(STATE, state(CITY), Play(status=503))),
            says('add the title "Urban Dreams"'),
        ),
        Scenario(
            "The connection breaks, and the session is gone after it",
            both(plays(CHAT, sse(tool("edit_multitrack"), DROP)), plays(STATE, state(CITY), refusal(1002))),
            says('add the title "Urban Dreams"'),
        ),
        Scenario(
            "An answer without end",
            plays(BALANCE, Play(steps=repeat(b"1" * 1_000_000))),
            does("get_credits"),
        ),
    ],
    "Access and sessions": [
        Scenario(
            "Too many requests for a moment (429)",
            plays(BALANCE, Play(status=429), FULL),
            does("get_credits"),
        ),
        Scenario(
            "The session is gone while it is spoken to (1002)",
            both(
                plays(CHAT, refusal(1002, "no such session"), sse(words("Send me a video first."))),
                plays(STATE, state(CITY), state(None)),
            ),
            says("make it calmer"),
        ),
    ],
    "Credits and plans": [
        Scenario(
            "Out of credits, in the user's language (2001)",
            both(plays(CHAT, refusal(2001)), plays(STATE, state(CITY))),
            says("生成一段日落"),
        ),
    ],
    "Exports": [
        Scenario(
            "The session is gone, and its timeline with it (1002)",
            plays(STATE, state(CITY), refusal(1002), state(None)),
            (*does("get_timeline"), *does("export_video")),
        ),
        Scenario(
            "The first order fails, the second goes through",
            both(
                rendered(FILM, DONE),
                plays(ORDER, Play(status=500), Play({"id": "render_1", "status": "processing"})),
            ),
            says("export"),
        ),
        Scenario(
            "It is not finished after five minutes",
            both(
                plays(ORDER, Play({"taskId": "render_1", "status": "pending"})),
                plays(RENDER, Play({"taskId": "render_1", "status": "processing", "progress": 40})),
            ),
            does("export_video"),
        ),
        Scenario(
            "A page of text in place of the file",
            rendered(b"<html>Access denied</html>", DONE),
            says("export"),
        ),
    ],
}
