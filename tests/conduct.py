"""What a user reads when things go well, and when they do not; run as a program it writes docs/conduct.md."""

import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import anyio

from client.gateway import Gateway, ok, serving
from conftest import Door, text
from nemovideo_mcp.handlers.phrases import say
from scenarios import ASKED, BALANCE, CITY, OPEN, SCENARIOS, SESSION, STATE, Scenario, state
from scenarios_rare import RARER
from scripted import ScriptClock, plain, playing

PAGE = Path(__file__).parents[1] / "docs" / "conduct.md"
INTRODUCTION = (
    "Each scenario is played by the product against a scripted cloud under a virtual clock; `tests/conduct.py` "
    "writes this page, and a test compares. *On the way* is what is shown as progress; left out there is “Connecting…”, and what "
    "editing and generating cost, which is said once, before the first message of a project."
)


def fine(cloud: Gateway) -> None:
    """A cloud where all is well."""
    url = cloud.url
    cloud.__init__()  # type: ignore[misc] # one server for all, a fresh script for each
    cloud.url = url
    expires = "2026-11-28T00:00:00Z"
    cloud.plays(ASKED, ok({"token": "nmv_usr_1", "user_id": "anon_42", "expires_at": expires}))
    cloud.plays(OPEN, ok({"task_id": "task-1", "session_id": SESSION}))
    cloud.plays("POST /api/auth/claim-token", ok({"claim_token": "clm_1", "expires_in": 604800}))
    cloud.plays(STATE, state(CITY))
    cloud.plays(BALANCE, ok({"available": 80, "frozen": 20, "total": 100}))


async def played(cloud: Gateway, scenario: Scenario) -> tuple[str, list[str]]:
    """What the user reads at the end, and what was shown on the way."""
    fine(cloud)
    clock = ScriptClock()
    scenario.script(cloud, clock)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "chaplin.mp4").write_bytes(b"")
        (home / "notes.txt").write_text("notes")
        async with playing(cloud, home, clock, **scenario.env) as door:
            said = await _asked(door, scenario)
            shown = [plain(each, cloud, home) for each in door.progress]
        return plain(said, cloud, home), shown


async def _asked(door: Door, scenario: Scenario) -> str:
    answers: list[str] = []

    async def ask(name: str, arguments: dict[str, Any]) -> None:
        given = {**arguments}
        if "files" in given:
            given["files"] = [file.replace("~", str(door.home)) for file in given["files"]]
        answers.append(text(await door.call(name, **given)))

    if not scenario.together:
        for name, arguments in scenario.asks:
            await ask(name, arguments)
        return answers[-1]
    await door.do("get_timeline")
    async with anyio.create_task_group() as group:
        for name, arguments in scenario.asks:
            group.start_soon(ask, name, arguments)
    return "\n\n".join(answers)


async def page() -> str:
    """The whole page."""
    lines = [
        "# What the user reads",
        "",
        INTRODUCTION,
    ]
    with serving() as cloud:
        for head, scenarios in SCENARIOS.items():
            lines += ["", f"## {head}"]
            for scenario in (*scenarios, *RARER.get(head, [])):
                lines += await _told(cloud, scenario)
    return "\n".join(lines) + "\n"


async def _told(cloud: Gateway, scenario: Scenario) -> list[str]:
    said, shown = await played(cloud, scenario)
    asked = [
        f"“{arguments['prompt']}”" if "prompt" in arguments else f"`{name}`"
        for name, arguments in scenario.asks
    ]
    lines = ["", f"### {scenario.what}", "", f"Asked: {', then '.join(asked)}  "]
    counted = Counter(
        each for each in shown if each not in {"", "Connecting…", say("costs", "en"), say("costs", "zh")}
    )
    way = [each if count == 1 else f"{each} ({count} times)" for each, count in counted.items()]
    lines += [f"On the way: {' · '.join(way)}  "] if way else []
    return [*lines, "", *(f"> {line}".rstrip() for line in said.split("\n"))]


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(anyio.run(page), encoding="utf-8")
    sys.exit(0)
