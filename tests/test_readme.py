"""What the README says and the code knows is the same."""

import json
import re
import tomllib
from pathlib import Path

import readme

ROOT = Path(__file__).parents[1]


def test_the_tables_are_those_of_the_code() -> None:
    """Run `uv run python tests/readme.py` after a change of tools, phrases, commands or settings."""
    text = readme.README.read_text(encoding="utf-8")
    assert readme.filled(text) == text


def test_the_readmes_test_command_is_the_gates() -> None:
    """CI runs what the README tells a newcomer to run."""
    assert "uv run pytest" in readme.README.read_text(encoding="utf-8")
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "pip install" in gate
    assert "uv run pytest" in gate


def test_the_manifest_lists_the_tools_there_are() -> None:
    """And carries the version of the project."""
    manifest = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert manifest["version"] == project["version"]
    table = readme.blocks()["tools"] + readme.blocks()["skills"]
    assert {tool["name"] for tool in manifest["tools"]} == set(
        re.findall(r"^\| [^|`]*`([\w-]+)`", table, re.MULTILINE)
    )


def test_every_dependency_has_its_reason_and_its_pin() -> None:
    """A reason stands behind each in pyproject.toml, a tested version in constraints.txt."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)
    extras = project["project"]["optional-dependencies"].values()
    own = [need for need in project["dependency-groups"]["dev"] if not need.startswith("nemovideo-mcp[")]
    wanted = [*project["project"]["dependencies"], *(need for extra in extras for need in extra), *own]
    lines = {line.strip() for line in text.splitlines()}
    assert all(any(line.startswith(f'"{need}",') and "#" in line for line in lines) for need in wanted)
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    pinned = {pin.split("==")[0].lower() for pin in pins}
    assert {re.split(r"[<>=\[]", need)[0].lower() for need in wanted} <= pinned
