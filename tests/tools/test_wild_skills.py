"""Skills as they are found in the wild, each oddity in a folder given with --skills: tools all, under their own headers."""

import json
from pathlib import Path

import anyio
import pytest

from client.gateway import serving
from conftest import Serve
from nemovideo_mcp.app import App
from nemovideo_mcp.settings import Settings
from requirements import requirement

from .test_skill_tools import _opens

pytestmark = pytest.mark.anyio
LONG = "\n".join(f"  Cuts films of kind {number}.\n" for number in range(90))
API = "# Cutter\n\nPOST https://mega-api-prod.nemovideo.ai/run_sse\n"
ABOUT = "description: Cuts films.\n"
WILD = {
    "quoted-version": f'name: quoted-version\nversion: "1.2.0"\n{ABOUT}',
    "bare-version": f"name: bare-version\nversion: 1.10\n{ABOUT}",
    "long-folded": f"name: long-folded\nversion: 1.0.0\ndescription: >\n{LONG}",
    "one-line-json": "name: one-line-json\nversion: 1.0.0\ndescription: Cuts films.\n"
    'metadata: {"openclaw": {"emoji": "🎬", "requires": {"env": ["NEMO_TOKEN"], "configPaths": ["~/.config/nemovideo/"]}, "primaryEnv": "NEMO_TOKEN"}}\n',
    "yaml-block": f"name: yaml-block\nversion: 1.0.0\n{ABOUT}"
    "metadata:\n  openclaw:\n    emoji: 🎬\n    requires:\n      env:\n        - NEMO_TOKEN\n    primaryEnv: NEMO_TOKEN\n",
    "keys-directly": f"name: keys-directly\nversion: 1.0.0\n{ABOUT}metadata:\n  emoji: 🎬\n  requires:\n    env: [NEMO_TOKEN]\n",
    "many-keys": f"name: many-keys\ndisplayName: Many keys\nversion: 1.0.0\n{ABOUT}homepage: https://nemovideo.com\n"
    "repository: https://github.com/nemovideo/skills\nlicense: MIT-0\nauthor: nemo\ntags: [video, editing]\napiDomain: https://mega-api-prod.nemovideo.ai\n",
    "twice-encoded": "name: twice-encoded\nversion: 1.0.0\n"
    + "description: “Films” — cut ✅\n".encode().decode("latin-1"),
}
VERSIONS = {"quoted-version": "1.2.0", "bare-version": "1.10"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """All of them, without a last line end, and one that speaks another API, and one without frontmatter."""
    for name, front in WILD.items():
        body = API.replace("Cutter", f"Cutter, X-Skill-Source: not-{name}").rstrip()
        _write(tmp_path / "wild" / name, f"---\n{front}---\n{body}")
    _write(
        tmp_path / "wild" / "other-api", f"---\nname: other-api\nversion: 1.0\n{ABOUT}---\nPOST /v1/jobs\n"
    )
    _write(tmp_path / "wild" / "bare-text", API)
    return tmp_path / "wild"


def _write(place: Path, text: str) -> None:
    place.mkdir(parents=True)
    (place / "SKILL.md").write_text(text, encoding="utf-8")


@requirement("SKILL-1", "SKILL-2", "SKILL-4", "SKILL-6")
def test_every_oddity_becomes_a_tool(folder: Path) -> None:
    """Under the name in the frontmatter, whatever the body says; small, and mended where it was spoilt."""
    app = App(Settings.from_env({"HOME": str(folder.parent)}, ["--skills", str(folder)]))
    tools = {tool.name: tool for tool in app.tools}
    assert set(WILD) <= set(tools)
    assert {"other-api", "bare-text"}.isdisjoint(tools)
    assert {refusal.path.parent.name for refusal in app.catalog.refused} == {"other-api", "bare-text"}
    for name in WILD:
        wire = tools[name].wire.model_dump(mode="json", by_alias=True, exclude_none=True)
        assert len(json.dumps(wire)) / 4 < 300
        skill = app.catalog.by_name(name)
        assert skill is not None
        assert skill.version == VERSIONS.get(name, "1.0.0")
    assert tools["twice-encoded"].description.startswith("“Films” — cut ✅")
    assert tools["one-line-json"].title.startswith("🎬")


@requirement("HEAD-1", "HEAD-3")
async def test_two_skills_at_once_never_share_their_headers(serve: Serve, folder: Path) -> None:
    """Each request carries the name and the version of the skill that was called."""
    with serving() as cloud:
        _opens(cloud)
        async with (
            serve("--skills", str(folder), env={"NEMO_API_URL": cloud.url}) as door,
            anyio.create_task_group() as group,
        ):
            for name in [*VERSIONS, "many-keys"] * 4:
                group.start_soon(_asked, door, name)
        sent = [heard.headers for heard in cloud.calls("GET /api/credits/balance/simple")]
    pairs = [(each["x-skill-source"], each["x-skill-version"]) for each in sent]
    assert set(pairs) == {*VERSIONS.items(), ("many-keys", "1.0.0")}
    assert all(pairs.count(pair) >= 4 for pair in set(pairs))


async def _asked(door: object, name: str) -> None:
    await door.do(name, prompt="credits")  # type: ignore[attr-defined]
