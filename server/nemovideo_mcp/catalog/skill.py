"""A skill as the rest of the house sees it: one SKILL.md, read and checked."""

from dataclasses import dataclass
from pathlib import Path


class SkillError(Exception):
    """A SKILL.md that cannot become a skill; the message is the reason, as a clause for a person."""


@dataclass(frozen=True, slots=True)
class Skill:
    """One usable SKILL.md.

    `name` is a valid MCP tool name and, with `version` (as written, printable ASCII) and `platform`
    (`clawhub`, `cursor`, `unknown` or the user's override), makes the attribution headers.
    `description` and `title` are one line and never empty. `emoji` and `greeting` are empty when the file has none.
    `env` are the variables it declares, needed or not. `examples` are its "try saying" lines without quotes.
    `triggers` are lower-case words and phrases of its topic, the whole name first. `body` is the text after the frontmatter.
    """

    name: str
    version: str
    description: str
    emoji: str
    env: tuple[str, ...]
    platform: str
    path: Path
    title: str
    greeting: str
    examples: tuple[str, ...]
    triggers: tuple[str, ...]
    body: str
    speaks_api: bool
