"""The tools of the skills: one for each while they are few, else one that runs any and one that finds them."""

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from nemovideo_mcp.catalog.search import nearest, search
from nemovideo_mcp.catalog.skill import Skill
from nemovideo_mcp.handlers.errors import HandlerError
from nemovideo_mcp.tools.arguments import AnySkillArguments, FindArguments, SkillArguments
from nemovideo_mcp.tools.results import FoundSkill, SkillResult, SkillsResult
from nemovideo_mcp.tools.spec import Answer, Call, ToolSpec

if TYPE_CHECKING:
    from nemovideo_mcp.tools.actions import Desks

MOST_TOOLS: Final = 12
_ROOM: Final = 370  # characters of JSON for a name, a title and a description: 300 tokens with all the rest
_BOUNDS: Final = (
    "Takes plain requests: edits, export, status. Edits can be undone. Exact reads: get_timeline."
)
_SHOWN: Final = ("reply", "outputs", "next_steps")


class NoSuchSkill(HandlerError):
    """A skill nobody has by that name."""


def skill_tools(skills: Sequence[Skill], desks: "Desks") -> tuple[ToolSpec, ...]:
    """A tool for each skill; of more than twelve, `run_skill` and `find_skills` for all."""
    if len(skills) <= MOST_TOOLS:
        return tuple(skill_tool(skill, desks) for skill in skills)
    return _runner(skills, desks), _finder(skills)


def skill_tool(skill: Skill, desks: "Desks") -> ToolSpec:
    """The tool of one skill."""

    async def run(arguments: SkillArguments, call: Call) -> Answer:
        from nemovideo_mcp.tools.actions import run_skill

        return await run_skill(desks, skill, arguments, call)

    title = f"{skill.emoji} {_short_title(skill)}".strip()
    room = _ROOM - _cost(skill.name) - _cost(title)
    return ToolSpec(
        name=skill.name,
        title=title,
        description=f"{_shortened(skill.description, room)} {_BOUNDS}",
        arguments=SkillArguments,
        result=SkillResult,
        shown=_SHOWN,
        run=run,
        destructive=False,
        open_world=True,
    )


def _runner(skills: Sequence[Skill], desks: "Desks") -> ToolSpec:
    async def run(arguments: AnySkillArguments, call: Call) -> Answer:
        from nemovideo_mcp.tools.actions import run_skill

        skill = _named(skills, arguments.name)
        return await run_skill(desks, skill, arguments, call)

    return ToolSpec(
        name="run_skill",
        title="Run a video skill",
        description=f"Runs one of the {len(skills)} video skills on a request. {_BOUNDS} Not sure which: find_skills first.",
        arguments=AnySkillArguments,
        result=SkillResult,
        shown=_SHOWN,
        run=run,
        destructive=False,
        open_world=True,
    )


def _finder(skills: Sequence[Skill]) -> ToolSpec:
    async def run(arguments: FindArguments, _: Call) -> Answer:
        found = [_found(skill) for skill in search(skills, arguments.query, arguments.limit)]
        lines = [f"{skill.name}: {skill.description}" for skill in found]
        none = f"No skill fits “{arguments.query}”. There are {len(skills)}; ask in other words."
        return Answer("\n".join(lines) or none, SkillsResult(skills=found, total=len(skills)))

    return ToolSpec(
        name="find_skills",
        title="Find a video skill",
        description=f"Finds video skills by what is wanted, the best first, out of {len(skills)}. Run one with run_skill. It changes nothing.",
        arguments=FindArguments,
        result=SkillsResult,
        run=run,
        reads_only=True,
        idempotent=True,
    )


def _named(skills: Sequence[Skill], name: str) -> Skill:
    found = next((skill for skill in skills if skill.name == name.strip()), None)
    if found is not None:
        return found
    near = nearest(skills, name)
    raise NoSuchSkill(
        f"There is no skill {name!r}; nothing was done.",
        f"Did you mean {' or '.join(near)}?" if near else "Call find_skills with what is wanted.",
    )


def _found(skill: Skill) -> FoundSkill:
    return FoundSkill(
        name=skill.name,
        title=skill.title,
        description=_shortened(skill.description, _ROOM),
        examples=list(skill.examples[:3]),
    )


def _short_title(skill: Skill) -> str:
    """The part of a title before its dash, as long as a title should be."""
    return re.split(r"\s[—–|:-]\s", skill.title)[0].strip()[:64] or skill.name


def _shortened(description: str, room: int) -> str:
    """Whole sentences as far as they fit, else words as far as they fit."""
    text = " ".join(description.split())
    if _cost(text) <= room:
        return text
    fits = next(count for count in range(min(len(text), room), -1, -1) if _cost(text[:count]) < room - 6)
    cut = text[:fits]
    sentence = max(cut.rfind(mark) for mark in (". ", "! ", "? ", "。", "！"))
    return cut[: sentence + 1] if sentence > fits // 3 else f"{cut.rsplit(' ', 1)[0]}…"


def _cost(text: str) -> int:
    """Characters of JSON, in which a definition's size is counted."""
    return len(json.dumps(text))
