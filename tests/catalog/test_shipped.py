"""The three skills that come with the server."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from nemovideo_mcp.catalog import Skill, load, shipped_folder
from requirements import requirement

NAMES = ("ai-video-editor-contact-number", "ai-voiceover-for", "transcribe-video-to-text")


def _skill(name: str) -> Skill:
    skill = load([shipped_folder()], home=Path("/nobody")).by_name(name)
    assert skill is not None
    return skill


def _table(skill: Skill, first_column: str) -> dict[str, str]:
    """The rows of the table whose first column has this heading: first cell → the rest."""
    rows: dict[str, str] = {}
    lines = iter(skill.body.split("\n"))
    for line in lines:
        if line.startswith(f"| {first_column} |"):
            next(lines)
            for row in lines:
                if not row.startswith("|"):
                    return rows
                key, _, rest = row.strip("| ").partition(" | ")
                rows[key] = rest
    return rows


@requirement("SKILL-1", "SKILL-5")
def test_all_three_load_and_nothing_is_refused() -> None:
    catalog = load([shipped_folder()], home=Path("/nobody"))
    assert tuple(skill.name for skill in catalog.skills) == NAMES
    assert catalog.refused == ()


@requirement("SKILL-5")
@pytest.mark.parametrize(
    ("name", "greeting", "example", "tip"),
    [
        (
            NAMES[0],
            "support request",
            "how do I contact NemoVideo support about my AI video editor?",
            "live chat",
        ),
        (
            NAMES[1],
            "Ready when you are",
            "add a natural AI voiceover in English for my product walkthrough video",
            "script short",
        ),
        (
            NAMES[2],
            "video files to work with",
            "transcribe the spoken dialogue into a text document",
            "clear sound",
        ),
    ],
)
def test_each_has_its_own_greeting_examples_and_tips(
    name: str, greeting: str, example: str, tip: str
) -> None:
    skill = _skill(name)
    assert greeting in skill.greeting
    assert example in skill.examples
    assert len(skill.examples) >= 3
    tips = skill.body.partition("## Tips")[2]
    assert tip in tips.lower()
    assert "500 MB" in tips
    assert all(f"**{flow}:**" in skill.body for flow in ("Quick edit", "Batch", "Iterative"))


@requirement("SKILL-5")
@pytest.mark.parametrize("name", NAMES)
def test_the_routing_table_is_whole(name: str) -> None:
    routes = _table(_skill(name), "The user says")
    assert routes == {
        '"export", "导出", "download", "send me the video"': "Export | ✅",
        '"credits", "积分", "balance", "余额"': "Credits | ✅",
        '"status", "状态", "show tracks"': "State | ✅",
        '"upload", "上传", or a file comes with the message': "Upload | ✅",
        "everything else: generate, edit, add BGM …": "Chat (SSE) | ❌",
    }


@requirement("SKILL-5")
@pytest.mark.parametrize("name", NAMES)
def test_endpoints_codes_headers_and_stream_are_all_told(name: str) -> None:
    skill = _skill(name)
    assert list(_table(skill, "Code")) == ["0", "1001", "1002", "2001", "4001", "4002", "400", "402", "429"]
    assert list(_table(skill, "Header")) == ["`X-Skill-Source`", "`X-Skill-Version`", "`X-Skill-Platform`"]
    assert f"`{name}`" in _table(skill, "Header")["`X-Skill-Source`"]
    assert len(_table(skill, "The backend says")) == 5
    assert len(_table(skill, "Event")) == 4
    for path in (
        "/api/auth/anonymous-token",
        "/api/tasks/me/with-session/nemo_agent",
        "/run_sse",
        "/api/upload-video/nemo_agent/me/<sid>",
        "/api/credits/balance/simple",
        "/api/state/nemo_agent/me/<sid>/latest",
        "/api/render/proxy/lambda/<id>",
    ):
        assert path in skill.body
    assert "**studio** (the default)" in skill.body
    assert "**cloud**" in skill.body


@requirement("SKILL-5")
def test_support_says_that_no_number_is_known() -> None:
    assert "we know of no telephone number" in _skill(NAMES[0]).body


@requirement("SKILL-2")
@pytest.mark.parametrize("name", NAMES)
def test_the_frontmatter_suits_the_hosts(name: str) -> None:
    """Read with another loader than the catalog's own: text where ClawHub wants text, every variable declared."""
    skill = _skill(name)
    front: dict[str, Any] = yaml.safe_load(skill.path.read_text(encoding="utf-8").split("---\n")[1])
    assert (front["name"], front["version"]) == (skill.path.parent.name, skill.version)
    assert isinstance(front["version"], str)
    assert 1 <= len(front["description"]) <= 1024
    about = front["metadata"]["openclaw"]
    assert about["primaryEnv"] == "NEMO_TOKEN"
    # OpenClaw hides a skill whose `requires.env` is not set, and this one works without a token.
    assert "requires" not in about
    assert about["os"] == ["darwin", "linux", "win32"]
    named = {
        word for word in ("NEMO_TOKEN", "NEMO_API_URL", "NEMO_BACKEND", "SKILL_SOURCE") if word in skill.body
    }
    assert named <= set(skill.env)
    assert skill.emoji
