"""Reading one SKILL.md from disk into a Skill, or saying why not."""

import re
from pathlib import Path

from nemovideo_mcp.catalog import body as markdown
from nemovideo_mcp.catalog import frontmatter
from nemovideo_mcp.catalog.platform import install_platform
from nemovideo_mcp.catalog.skill import Skill, SkillError
from nemovideo_mcp.catalog.text import decode
from nemovideo_mcp.catalog.topic import triggers

_MAX_BYTES = 1024 * 1024
_TOOL_NAME = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_HEADER_VALUE = re.compile(r"[ -~]{1,64}")
_ENDPOINT = "/run_sse"  # every skill of this API names it; of the others none does


def read_skill(path: Path, *, home: Path, source_override: str | None) -> Skill:
    """Read one SKILL.md; raise SkillError with the reason when it is not a usable skill."""
    fields, body = frontmatter.parse(decode(_content(path)))
    about = frontmatter.metadata(fields)
    name = _name(fields)
    title = markdown.title(body) or name
    return Skill(
        name=name,
        version=_version(fields, about),
        description=frontmatter.one_line(fields, "description") or title,
        emoji=frontmatter.one_line(about, "emoji"),
        env=frontmatter.declared_env(about),
        platform=install_platform(path, home, source_override),
        path=path,
        title=title,
        greeting=markdown.greeting(body),
        examples=markdown.examples(body),
        triggers=triggers(name, title),
        body=body,
        speaks_api=_ENDPOINT in body,
    )


def _content(path: Path) -> bytes:
    try:
        real = path.resolve(strict=True)
        # The folder may be a link (a developer's install); the file in it may not lead to somebody's private files.
        if not real.is_relative_to(path.parent.resolve()):
            raise SkillError(f"it is a link that leaves its folder (to {real})")
        if not real.is_file():
            raise SkillError("it is not a file")
        with real.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except (OSError, RuntimeError) as problem:  # RuntimeError: a link to itself, until Python 3.13
        reason = getattr(problem, "strerror", None) or "its link leads nowhere"
        raise SkillError(f"it cannot be read ({reason})") from problem
    if len(content) > _MAX_BYTES:
        raise SkillError(f"it is larger than {_MAX_BYTES // 1024} KiB")
    return content


def _name(fields: dict[str, frontmatter.Value]) -> str:
    name = frontmatter.one_line(fields, "name")
    if not name:
        raise SkillError('its frontmatter has no "name"')
    if not _TOOL_NAME.fullmatch(name):
        raise SkillError(
            f'its name "{name[:80]}" cannot name a tool: 1 to 64 of the characters A-Z a-z 0-9 _ . - are allowed'
        )
    return name


def _version(fields: dict[str, frontmatter.Value], about: dict[str, frontmatter.Value]) -> str:
    version = frontmatter.one_line(fields, "version") or frontmatter.one_line(about, "version")
    if not version:
        raise SkillError('its frontmatter has no "version"')
    if not _HEADER_VALUE.fullmatch(version):
        raise SkillError(
            'its "version" cannot be sent in a header: at most 64 plain ASCII characters are allowed'
        )
    return version
