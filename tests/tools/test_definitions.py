"""What `tools/list` shows: few tools, small definitions, truthful hints, bounded parameters."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mcp_types import Tool

from conftest import Serve
from requirements import requirement

pytestmark = pytest.mark.anyio
CHARACTERS_A_TOKEN = 4
READING = {"get_timeline", "preview_frame", "get_job", "get_credits", "list_projects"}


@pytest.fixture
async def tools(serve: Serve) -> list[Tool]:
    """The tools as a host sees them."""
    async with serve() as door:
        return (await door.client.list_tools()).tools


@requirement("MCP-3", "SKILL-1", "SKILL-5")
async def test_few_tools_and_small_definitions(tools: list[Tool]) -> None:
    """At most 15 tools and 4,000 tokens; the three skills are among them under their own names."""
    said = json.dumps([tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in tools])
    assert len(tools) <= 15
    assert len(said) / CHARACTERS_A_TOKEN <= 4000
    shipped = {folder.name for folder in (Path(__file__).parents[2] / "skills").iterdir()}
    assert shipped < {tool.name for tool in tools}


@requirement("MCP-3")
async def test_every_tool_says_what_a_careful_host_asks(tools: list[Tool]) -> None:
    """Title, description, all four hints, described parameters, valid schemas both ways."""
    for tool in tools:
        assert tool.title
        assert len(tool.description or "") > 60
        hints = tool.annotations
        assert hints is not None
        assert None not in (
            hints.read_only_hint,
            hints.destructive_hint,
            hints.idempotent_hint,
            hints.open_world_hint,
        )
        assert hints.read_only_hint == (tool.name in READING)
        assert tool.input_schema["additionalProperties"] is False
        assert all("description" in each for each in tool.input_schema.get("properties", {}).values())
        Draft202012Validator.check_schema(tool.input_schema)
        assert tool.output_schema is not None
        Draft202012Validator.check_schema(tool.output_schema)


@requirement("MCP-3")
async def test_results_fit_the_schemas_they_announce(serve: Serve, chaplin: Path) -> None:
    """What comes back is what was promised, tool by tool: every field, and no other."""
    async with serve() as door:
        schemas = {tool.name: tool.output_schema for tool in (await door.client.list_tools()).tools}
        calls = {
            "upload_media": {"files": [str(chaplin)]},
            "ai-voiceover-for": {"prompt": "fade out"},
            "get_timeline": {},
            "get_credits": {},
            "list_projects": {},
            "export_video": {"resolution": "480p", "format": "gif", "wait_s": 120},
        }
        made: dict[str, Any] = {}
        for name, arguments in calls.items():
            made = await door.do(name, **arguments)
            promised = schemas[name] or {}
            Draft202012Validator(promised).validate(made)
            assert set(promised["properties"]) <= set(made)
        job = made["job"]["id"]
        Draft202012Validator(schemas["get_job"] or {}).validate(await door.do("get_job", job=job))


@requirement("SKILL-1", "SKILL-4")
async def test_a_folder_more_is_a_tool_more_and_a_broken_one_is_left_out(
    serve: Serve, tmp_path: Path
) -> None:
    """Adding a skill needs no code; a broken one does not cost the others."""
    good = tmp_path / "mine" / "holiday-cutter"
    broken = tmp_path / "mine" / "broken"
    for folder in (good, broken):
        folder.mkdir(parents=True)
    (good / "SKILL.md").write_text(
        "---\nname: holiday-cutter\nversion: 0.3\ndescription: Cuts holiday films.\n---\n# Holiday\nPOST /run_sse\n"
    )
    (broken / "SKILL.md").write_text("no frontmatter, but /run_sse")
    async with serve("--skills", str(tmp_path / "mine")) as door:
        names = [tool.name for tool in (await door.client.list_tools()).tools]
        assert "holiday-cutter" in names
        assert "broken" not in names
        told = await door.do("holiday-cutter", prompt="余额")
        assert told["route"]["actions"] == ["credits"]
