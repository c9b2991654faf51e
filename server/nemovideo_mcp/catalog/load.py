"""The catalog: every usable skill of some folders, and every other one with the reason it was refused."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nemovideo_mcp.catalog.folders import skill_files
from nemovideo_mcp.catalog.reading import read_skill
from nemovideo_mcp.catalog.skill import Skill, SkillError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A SKILL.md or a folder that gave no tool; `reason` is a clause that a person can act on."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Catalog:
    """`skills` speak this API and have distinct names, sorted by name; `refused` are in the order they were met."""

    skills: tuple[Skill, ...]
    refused: tuple[Refusal, ...]

    def by_name(self, name: str) -> Skill | None:
        """The skill of that name, or None."""
        return next((skill for skill in self.skills if skill.name == name), None)


def load(folders: Sequence[Path], *, home: Path, source_override: str | None = None) -> Catalog:
    """Read every skill in the folders; a broken one costs a warning, never an exception.

    A folder is one skill (it has a SKILL.md) or holds skills one or two levels deep. Of two skills with one name
    the first stays. `home` is the user's home folder, `source_override` the user's own platform word.
    """
    skills: dict[str, Skill] = {}
    refused: list[Refusal] = []
    for found in _found(folders):
        if isinstance(found, Refusal):
            refused.append(found)
            continue
        try:
            _admit(read_skill(found, home=home, source_override=source_override), skills)
        except SkillError as problem:
            refused.append(Refusal(found, str(problem)))
    for refusal in refused:
        _log.warning("Skipped the skill at %s: %s.", refusal.path, refusal.reason)
    return Catalog(tuple(skills[name] for name in sorted(skills)), tuple(refused))


def _found(folders: Sequence[Path]) -> Iterator[Path | Refusal]:
    seen: set[Path] = set()
    for folder in folders:
        try:
            files = skill_files(folder)
        except OSError as problem:
            yield Refusal(folder, f"the folder cannot be read ({problem.strerror})")
            continue
        if not files:
            yield Refusal(folder, "there is no SKILL.md in the folder, nor one or two levels below it")
        for file in files:
            if (real := _identity(file)) not in seen:  # one file reached twice is no duplicate
                seen.add(real)
                yield file


def _identity(file: Path) -> Path:
    try:
        return file.resolve()
    except (OSError, RuntimeError):
        return file


def _admit(skill: Skill, skills: dict[str, Skill]) -> None:
    if not skill.speaks_api:
        raise SkillError("it speaks another API: its text never names /run_sse")
    first = skills.setdefault(skill.name, skill)
    if first is not skill:
        raise SkillError(f'"{skill.name}" is a duplicate: {first.path} is used, {skill.path} is not')
