"""The frontmatter of a SKILL.md: taken off the text, parsed as YAML, its scalars kept as they were written."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, Union, cast

from nemovideo_mcp.catalog.skill import SkillError

Value: TypeAlias = Union[str, list["Value"], dict[str, "Value"]]  # noqa: UP007 - a forward reference takes no "|"

_MAX_CHARACTERS = 64 * 1024
_MAX_DEPTH = 32
_NAMESPACES = ("openclaw", "clawdbot", "clawdis")  # the name today and the two it had before
_ENV_NAME = re.compile("[A-Za-z_][A-Za-z0-9_]*")
_SURROGATE_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def parse(text: str) -> tuple[dict[str, Value], str]:
    """Split a SKILL.md into its frontmatter and its body.

    Scalars stay text (`1.10` stays `1.10`). Raises SkillError when there is no frontmatter, it does not end,
    or it is not a YAML mapping.
    """
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() != "---":
        raise SkillError('it has no frontmatter: the first line must be "---"')
    end = next((i for i in range(start + 1, len(lines)) if lines[i].rstrip() == "---"), None)
    if end is None:
        raise SkillError('its frontmatter never ends: a second line "---" is missing')
    fields = _yaml("\n".join(lines[start + 1 : end]), first_line=start + 2)
    if not isinstance(fields, dict):
        raise SkillError('its frontmatter is not a list of "key: value" lines')
    return fields, "\n".join(lines[end + 1 :])


def one_line(fields: Mapping[str, Value], key: str) -> str:
    """The text under a key with white space folded, "" when it is missing; SkillError when it is not text."""
    value = fields.get(key, "")
    if not isinstance(value, str):
        raise SkillError(f'"{key}" in its frontmatter must be text')
    try:
        value.encode()
    except UnicodeEncodeError as problem:  # the pure-Python loader lets half a surrogate pair through
        raise SkillError(f'"{key}" in its frontmatter holds half a character') from problem
    return " ".join(value.split())


def metadata(fields: Mapping[str, Value]) -> dict[str, Value]:
    """What the hosts are told about the skill, wherever its author put it; {} when there is nothing."""
    value = fields.get("metadata", {})
    if isinstance(value, str) and value.lstrip().startswith("{"):
        value = _yaml(value, first_line=1)  # JSON inside a string; JSON is YAML
    if not isinstance(value, dict):
        return {}
    inner = next((value[name] for name in _NAMESPACES if isinstance(value.get(name), dict)), {})
    return {**value, **cast("dict[str, Value]", inner)}


def declared_env(about: Mapping[str, Value]) -> tuple[str, ...]:
    """Environment variables that `metadata()` names as required, primary or optional, each once."""
    requires = about.get("requires")
    required = requires.get("env") if isinstance(requires, dict) else None
    names = [*_names(required), *_names(about.get("primaryEnv")), *_names(about.get("envVars"))]
    return tuple(dict.fromkeys(names))


def _names(value: Value | None) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and _ENV_NAME.fullmatch(name):
            yield name


def _yaml(source: str, *, first_line: int) -> Value:
    if len(source) > _MAX_CHARACTERS:
        raise SkillError(f"its frontmatter is longer than {_MAX_CHARACTERS:,} characters")
    import yaml

    # BaseLoader builds nothing but text, lists and mappings: safer still than SafeLoader, and "1.10" stays itself.
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    source = _SURROGATE_PAIR.sub(_joined, source)
    try:
        _check_depth(yaml.parse(source, Loader=loader), yaml)
        value = yaml.load(source, Loader=loader)  # noqa: S506 - BaseLoader makes no objects
    except yaml.MarkedYAMLError as problem:
        line = first_line + (problem.problem_mark.line if problem.problem_mark else 0)
        raise SkillError(f"its frontmatter is not valid YAML (line {line}: {problem.problem})") from problem
    except (yaml.YAMLError, ValueError, OverflowError) as problem:
        reason, _, _ = str(problem).partition("\n")
        raise SkillError(f"its frontmatter is not valid YAML ({reason})") from problem
    return cast("Value", "" if value is None else value)


def _check_depth(events: Iterator[Any], yaml: Any) -> None:
    """Refuse deep nesting before anything is built: libyaml's composer overruns the C stack and kills the process."""
    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_DEPTH:
            raise SkillError(f"its frontmatter is nested deeper than {_MAX_DEPTH} levels")


def _joined(match: re.Match[str]) -> str:
    """JSON writes an emoji as two escapes; YAML wants the character."""
    high, low = int(match[0][2:6], 16), int(match[0][8:12], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
