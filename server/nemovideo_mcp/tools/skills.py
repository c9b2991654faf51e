"""A tool for each skill: its name, its words, a prompt, files, a project."""

from typing import TYPE_CHECKING

from nemovideo_mcp.catalog.skill import Skill
from nemovideo_mcp.tools.arguments import SkillArguments
from nemovideo_mcp.tools.results import SkillResult
from nemovideo_mcp.tools.spec import Answer, Call, ToolSpec

if TYPE_CHECKING:
    from nemovideo_mcp.tools.actions import Desks


def skill_tool(skill: Skill, desks: "Desks") -> ToolSpec:
    """The tool of one skill."""

    async def run(arguments: SkillArguments, call: Call) -> Answer:
        from nemovideo_mcp.tools.actions import run_skill

        return await run_skill(desks, skill, arguments, call)

    return ToolSpec(
        name=skill.name,
        title=f"{skill.emoji} {skill.title}".strip(),
        description=_described(skill),
        arguments=SkillArguments,
        result=SkillResult,
        run=run,
        destructive=False,
        open_world=True,
    )


def _described(skill: Skill) -> str:
    """The skill's own description, and the bounds every skill shares."""
    text = " ".join(skill.description.split())
    return (
        f"{text[:700]} Takes plain requests: edits, export, status, credits. Edits can be undone; originals are never "
        "changed. Not for exact reads: get_timeline, get_job and get_credits answer those."
    )
