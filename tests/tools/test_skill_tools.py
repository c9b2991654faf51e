"""Skills as tools: few have one each, many are run and found through two; what changes on disk is taken up and announced."""

import json
import os
from pathlib import Path

import anyio
import pytest
from mcp_types import ToolListChangedNotification

from client.gateway import Gateway, ok, serving
from conftest import Serve
from nemovideo_mcp.app import App
from nemovideo_mcp.settings import Settings
from requirements import requirement

pytestmark = pytest.mark.anyio
SKILL = "---\nname: {name}\nversion: {version}\ndescription: >-\n  {about}\n---\n# {title}\nPOST /run_sse\n"
SESSION = "5529798706024415232"


def write(
    folder: Path, name: str, *, version: str = "1.0", about: str = "Cuts films.", title: str = ""
) -> Path:
    """A skill of the family."""
    place = folder / name
    place.mkdir(parents=True, exist_ok=True)
    file = place / "SKILL.md"
    file.write_text(
        SKILL.format(name=name, version=version, about=about, title=title or name), encoding="utf-8"
    )
    return file


@requirement("MCP-3", "SKILL-1")
@pytest.mark.parametrize("about", ["Cuts films. " * 300, "剪辑视频，添加字幕。" * 300, "x" * 3000])
def test_a_skills_definition_stays_under_300_tokens(tmp_path: Path, about: str) -> None:
    """Whatever its author wrote: whole sentences as far as they fit."""
    write(tmp_path / "mine", "a" * 64, about=about, title="A title that does not end " * 5)
    app = App(Settings.from_env({"HOME": str(tmp_path)}, ["--skills", str(tmp_path / "mine")]))
    for skill in app.catalog.skills:
        tool = next(tool for tool in app.tools if tool.name == skill.name)
        said = json.dumps(tool.wire.model_dump(mode="json", by_alias=True, exclude_none=True))
        assert len(said) / 4 < 300


@requirement("MCP-3", "SKILL-3", "HEAD-1", "HEAD-3")
async def test_many_skills_are_found_and_run_through_two_tools(serve: Serve, tmp_path: Path) -> None:
    """The list stays small; the headers are those of the skill chosen."""
    for number in range(147):
        write(tmp_path / "mine", f"skill-{number}", version=f"2.{number}")
    write(
        tmp_path / "mine", "birthday-slideshow", version="7.7", about="Makes slideshows of birthday pictures."
    )
    write(tmp_path / "mine", "shengri", about="把生日照片做成视频。")
    with serving() as cloud:
        _opens(cloud)
        async with serve("--skills", str(tmp_path / "mine"), env={"NEMO_API_URL": cloud.url}) as door:
            names = {tool.name for tool in (await door.client.list_tools()).tools}
            assert {"run_skill", "find_skills"} < names
            assert len(names) <= 15
            found = await door.do("find_skills", query="slideshows for a birthday")
            assert found["skills"][0]["name"] == "birthday-slideshow"
            assert (await door.do("find_skills", query="生日视频"))["skills"][0]["name"] == "shengri"
            assert found["total"] == 152
            await door.do("run_skill", name="birthday-slideshow", prompt="credits")
            told = await door.refused("run_skill", name="birthday-slideshaw", prompt="credits")
        assert "birthday-slideshow" in told
        sent = cloud.calls("GET /api/credits/balance/simple")[-1].headers
    assert (sent["x-skill-source"], sent["x-skill-version"]) == ("birthday-slideshow", "7.7")


def _opens(cloud: Gateway) -> None:
    state = {"session_id": SESSION, "task_id": "t", "state": {"draft": {"t": []}}}
    cloud.plays("POST /api/tasks/me/with-session/nemo_agent", ok({"task_id": "t", "session_id": SESSION}))
    cloud.plays(f"GET /api/state/nemo_agent/me/{SESSION}/latest", ok(state))
    cloud.plays("POST /api/auth/claim-token", ok({"claim_token": "clm_1"}))
    cloud.plays("GET /api/credits/balance/simple", ok({"available": 1}))


@requirement("SKILL-1", "SKILL-2")
async def test_a_skill_edited_while_the_server_runs_is_taken_up_and_announced(
    serve: Serve, tmp_path: Path
) -> None:
    """On the next listing at the latest; a client that waits is told."""
    file = write(tmp_path / "mine", "holiday", about="Cuts holiday films, first edition.")
    announced = anyio.Event()

    async def heard(message: object) -> None:
        if isinstance(message, ToolListChangedNotification):
            announced.set()

    mine = str(tmp_path / "mine")
    async with serve("--skills", mine, mode="legacy", message_handler=heard) as door:
        assert "first" in await _about(door, "holiday")
        write(tmp_path / "mine", "holiday", about="Cuts holiday films, second edition.")
        os.utime(file, (1, 1))
        assert "second" in await _about(door, "holiday")
        write(tmp_path / "mine", "wedding")
        with anyio.fail_after(30):
            await announced.wait()
        assert await _about(door, "wedding")


async def _about(door: object, name: str) -> str:
    tools = (await door.client.list_tools()).tools  # type: ignore[attr-defined]
    return next((tool.description or "" for tool in tools if tool.name == name), "")


@requirement("SKILL-3", "HEAD-2")
def test_the_skills_of_other_hosts_are_found_on_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ClawHub's in the working folder and at home, Cursor's, OpenClaw's; each under its own platform."""
    work, home = tmp_path / "work", tmp_path / "home"
    hub = write(work / "skills", "from-hub").parent / ".clawhub"
    hub.mkdir()
    (hub / "origin.json").write_text("{}")
    write(work / "skills" / "@owner", "owned")
    write(home / ".clawhub" / "skills", "at-home")
    write(home / ".cursor" / "skills", "in-cursor")
    write(home / ".openclaw" / "skills", "in-claw")
    work.mkdir(exist_ok=True)
    monkeypatch.chdir(work)
    skills = App(Settings.from_env({"HOME": str(home)}, ["--installed-skills"])).catalog.skills
    platforms = {skill.name: skill.platform for skill in skills}
    assert platforms | {"from-hub": "clawhub", "owned": "unknown", "at-home": "clawhub"} == platforms
    assert platforms | {"in-cursor": "cursor", "in-claw": "unknown"} == platforms
    assert "from-hub" not in {
        skill.name for skill in App(Settings.from_env({"HOME": str(home)}, [])).catalog.skills
    }
