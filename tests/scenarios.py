"""The scenarios of conduct: what happens, how a scripted cloud plays it, and what is asked."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from client.gateway import DROP, Gateway, Play, ok, refusal, sse
from conftest import MEDIA
from scripted import ScriptClock

EDITOR, DESK = "ai-voiceover-for", "ai-video-editor-contact-number"
SESSION = "5529798706024415232"
ASKED = "POST /api/auth/anonymous-token"
OPEN = "POST /api/tasks/me/with-session/nemo_agent"
STATE = f"GET /api/state/nemo_agent/me/{SESSION}/latest"
CHAT = "POST /run_sse"
UPLOAD = f"POST /api/upload-video/nemo_agent/me/{SESSION}"
BALANCE = "GET /api/credits/balance/simple"
ORDER = "POST /api/render/proxy/lambda"
RENDER = "GET /api/render/proxy/lambda/render_1"
CITY: dict[str, Any] = {"t": [{"tt": 0, "sg": [{"d": 10000, "m": {"title": "city timelapse"}}]}]}
TITLE = {"tt": 7, "sg": [{"d": 3000, "m": {"title": "Urban Dreams"}}]}
MUSIC = {"tt": 1, "sg": [{"d": 10000, "m": {"title": "Lo-fi"}}]}
TITLED = {"t": [*CITY["t"], TITLE]}
FINISHED = {"t": [*CITY["t"], MUSIC, TITLE]}


def state(draft: dict[str, Any] | None) -> Play:
    """A state answer."""
    return ok({"session_id": SESSION, "task_id": "task-1", "task_name": "project", "state": {"draft": draft}})


def event(**said: Any) -> bytes:
    """One event of a stream."""
    return f"data: {json.dumps(said)}\n\n".encode()


def words(said: str) -> bytes:
    """An event with the editor's words."""
    return event(content={"parts": [{"text": said}], "role": "model"}, author="nemo_agent")


def tool(name: str, delta: dict[str, Any] | None = None) -> bytes:
    """A tool's call and its result."""
    call, answer = {"id": name, "name": name, "args": {}}, {"id": name, "name": name, "response": {}}
    begun = event(content={"parts": [{"functionCall": call}]}, author="nemo_agent")
    ended = {"parts": [{"functionResponse": answer}]}
    return begun + event(content=ended, author="nemo_agent", actions={"stateDelta": delta or {}})


Script = Callable[[Gateway, ScriptClock], None]
Ask = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Scenario:
    """What happens, how the cloud plays it, and what is asked; the last answer is what the user reads.

    `together`: all calls at once, in one go.
    """

    what: str
    script: Script
    asks: tuple[Ask, ...]
    env: dict[str, str] = field(default_factory=dict)
    together: bool = False


def says(prompt: str, skill: str = EDITOR, **arguments: Any) -> tuple[Ask, ...]:
    """One prompt."""
    return ((skill, {"prompt": prompt, **arguments}),)


def does(name: str, **arguments: Any) -> tuple[Ask, ...]:
    """One call of a plain tool."""
    return ((name, arguments),)


def plays(call: str, *answers: Play) -> Script:
    """A cloud that answers one call so, and is fine otherwise."""

    def script(cloud: Gateway, _: ScriptClock) -> None:
        cloud.plays(call, *answers)

    return script


def both(*scripts: Script) -> Script:
    """Several."""

    def script(cloud: Gateway, clock: ScriptClock) -> None:
        for each in scripts:
            each(cloud, clock)

    return script


def _all_is_well(cloud: Gateway, _: ScriptClock) -> None:
    """Nothing out of the ordinary."""


FINE: Script = _all_is_well
SILENT = both(plays(CHAT, sse(tool("edit_multitrack"))), plays(STATE, state(CITY), state(TITLED)))


def _long(cloud: Gateway, clock: ScriptClock) -> None:
    beats = [step for _ in range(5) for step in (b"data: heartbeat\n\n", clock.passes(60))]
    cloud.plays(CHAT, sse(*beats, words("The sky is a sunset now.")))
    cloud.plays(STATE, state(CITY), state(TITLED))


def _quiet(cloud: Gateway, clock: ScriptClock) -> None:
    beats = [step for _ in range(11) for step in (b": ping\n\n", clock.passes(60))]
    cloud.plays(CHAT, sse(*beats))
    cloud.plays(STATE, state(CITY))


def _cut(*states: Play) -> Script:
    return both(plays(CHAT, sse(tool("edit_multitrack"), DROP)), plays(STATE, *states))


def _two_stages(cloud: Gateway, _: ScriptClock) -> None:
    raw = {"video_infos": [{"filename": "raw.mp4", "file_type": "video", "duration": 10.0}]}
    done = words("Added music and a title. Preview in timeline or click Export.")
    cloud.plays(CHAT, sse(tool("generate_video_with_seedance", raw), tool("edit_multitrack"), done))
    cloud.plays(STATE, state(None), state(FINISHED))


def rendered(body: bytes, *statuses: Play) -> Script:
    return both(
        plays(ORDER, Play({"id": "render_1", "status": "processing", "progress": 10})),
        plays(RENDER, *statuses),
        plays("GET /files/out.mp4", Play(body=body)),
    )


DONE = Play({"status": "completed", "output": {"url": "/files/out.mp4"}})
FILM = (MEDIA / "chaplin.mp4").read_bytes()
PAGE_OF_A_HOTEL = Play(
    body=b"<!doctype html><html><body>Welcome! Sign in to use the network.</body></html>",
    headers={"content-type": "text/html"},
)

SCENARIOS: dict[str, list[Scenario]] = {
    "An edit": [
        Scenario(
            "The editor answers in words",
            both(
                plays(CHAT, sse(tool("edit_multitrack"), words('Added the title "Urban Dreams".'))),
                plays(STATE, state(CITY), state(TITLED)),
            ),
            says('add the title "Urban Dreams"'),
        ),
        Scenario("The editor edits without a word", SILENT, says('add the title "Urban Dreams"')),
        Scenario(
            "The editor talks of buttons",
            both(
                plays(CHAT, sse(words("Added a title. Preview in timeline or click Export."))),
                plays(STATE, state(CITY), state(TITLED)),
            ),
            says("make it nicer"),
        ),
        Scenario(
            "A good answer with a stray apology behind it",
            both(
                plays(CHAT, sse(words("Title added."), words("I encountered a temporary issue."))),
                plays(STATE, state(CITY), state(TITLED)),
            ),
            says('add the title "Urban Dreams"'),
        ),
        Scenario("It takes five minutes", _long, says("replace the sky with a sunset")),
        Scenario(
            "Generation in two stages",
            _two_stages,
            says("generate a city at night with music and a title"),
        ),
        Scenario(
            "A second request while the first runs",
            both(
                plays(
                    CHAT, sse(words("The colours are warmer now.")), sse(words("The cuts are calmer now."))
                ),
                plays(STATE, state(CITY)),
            ),
            (*says("make it warmer"), *says("make it calmer")),
            together=True,
        ),
    ],
    "When the connection or the editor fails": [
        Scenario(
            "The connection breaks; the change appears at the second look",
            _cut(state(CITY), state(CITY), state(TITLED)),
            says('add the title "Urban Dreams"'),
        ),
        Scenario(
            "The connection breaks, and nothing changes",
            _cut(state(CITY)),
            says('add the title "Urban Dreams"'),
        ),
        Scenario("Nothing but signs of life for ten minutes", _quiet, says("make it warmer")),
        Scenario(
            "The editor reports an error",
            both(
                plays(CHAT, sse(event(error="Model overloaded", error_details="trace"))),
                plays(STATE, state(CITY)),
            ),
            says("make it warmer"),
        ),
        Scenario(
            "The service has a fault of its own",
            both(plays(CHAT, Play({"detail": "boom"}, 500)), plays(STATE, state(CITY))),
            says("make it warmer"),
        ),
        Scenario(
            "The network shows its own sign-in page", plays(BALANCE, PAGE_OF_A_HOTEL), does("get_credits")
        ),
        Scenario(
            "The service points to another address",
            plays(BALANCE, Play(status=302, headers={"location": "https://elsewhere.example/"})),
            does("get_credits"),
        ),
        Scenario(
            "The service cannot be reached",
            FINE,
            does("get_credits"),
            env={"NEMO_API_URL": "http://127.0.0.1:9"},
        ),
    ],
    "Access and sessions": [
        Scenario(
            "The free token has expired (1001)",
            plays(BALANCE, refusal(1001, "token expired"), ok({"available": 80, "frozen": 20, "total": 100})),
            does("get_credits"),
        ),
        Scenario(
            "The user's own token is refused (1001)",
            plays(BALANCE, refusal(1001, "token expired")),
            does("get_credits"),
            env={"NEMO_TOKEN": "nmv_usr_mine"},
        ),
        Scenario(
            "The token may not do this (403)",
            plays(BALANCE, Play({"detail": "scope"}, 403)),
            does("get_credits"),
        ),
        Scenario(
            "The service wants a client id (400)",
            plays(
                BALANCE,
                Play({"message": "Missing X-Client-Id"}, 400),
                ok({"available": 80, "frozen": 20, "total": 100}),
            ),
            does("get_credits"),
        ),
        Scenario(
            "Too many requests, twice (429)",
            plays(BALANCE, Play({"message": "slow down"}, 429)),
            does("get_credits"),
        ),
        Scenario(
            "Too many tokens from here (429, for three days)",
            plays(ASKED, Play({"message": "one token per client"}, 429, headers={"retry-after": "259200"})),
            does("get_credits"),
        ),
        Scenario(
            "The session is gone (1002)",
            both(
                plays(STATE, state(CITY), refusal(1002, "no such session"), state(None)),
                plays(CHAT, sse(words("Send me a video first."))),
            ),
            (*does("get_timeline"), *says("make it calmer")),
        ),
    ],
    "Credits and plans": [
        Scenario(
            "The balance", plays(BALANCE, ok({"available": 1234567.5, "frozen": 20})), says("积分还有多少")
        ),
        Scenario(
            "Out of credits, without an account (2001)",
            both(plays(CHAT, refusal(2001, "insufficient credits")), plays(STATE, state(CITY))),
            says("generate a sunset"),
        ),
        Scenario(
            "Out of credits, with an account (2001)",
            both(plays(CHAT, refusal(2001, "insufficient credits")), plays(STATE, state(CITY))),
            says("generate a sunset"),
            env={"NEMO_TOKEN": "nmv_usr_mine"},
        ),
        Scenario(
            "The plan does not hold the export (402)",
            plays(ORDER, Play({"message": "upgrade required"}, 402)),
            says("export"),
        ),
        Scenario(
            "An export without the attribution headers (402)",
            plays(ORDER, Play({"message": "missing header X-Skill-Version"}, 402)),
            says("export"),
        ),
    ],
    "Files": [
        Scenario("A kind that is not taken", FINE, does("upload_media", files=["~/notes.txt"])),
        Scenario(
            "The service refuses the kind (4001)",
            plays(UPLOAD, refusal(4001, "unsupported codec")),
            does("upload_media", files=[str(MEDIA / "chaplin.mp4")]),
        ),
        Scenario(
            "The service finds it too large (4002)",
            plays(UPLOAD, refusal(4002, "too large")),
            does("upload_media", files=[str(MEDIA / "chaplin.mp4")]),
        ),
        Scenario(
            "A file that is not there",
            FINE,
            does("upload_media", files=["~/chaplim.mp4"]),
        ),
    ],
    "Exports": [
        Scenario("Nothing on the timeline", plays(STATE, state(None)), says("export")),
        Scenario("The file is ready", rendered(FILM, DONE), says("export")),
        Scenario(
            "It takes longer than a call should",
            rendered(FILM, Play({"status": "processing", "progress": 40, "retry_after": 30})),
            does("export_video", wait_s=0),
        ),
        Scenario(
            "The render fails",
            rendered(FILM, Play({"status": "failed", "error": "Out of memory on the node"})),
            says("export"),
        ),
        Scenario("The file comes short", rendered(FILM[:1000], DONE), says("export")),
    ],
    "Help": [
        Scenario("Whom to ask", FINE, says("how do I contact support?", DESK)),
        Scenario(
            "A blocked export",
            plays(ORDER, Play({"message": "upgrade required"}, 402)),
            (*does("export_video"), *says("my export is blocked with 402, what can I do?", DESK)),
        ),
    ],
}
