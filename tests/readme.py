"""The README's tables as the code has them; run as a program it writes them into the README."""

import re
import sys
import tempfile
from pathlib import Path

from nemovideo_mcp.app import App
from nemovideo_mcp.settings import VARIABLES, Settings, command_line
from nemovideo_mcp.studio.agent.agent import vocabulary

README = Path(__file__).parents[1] / "README.md"


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def blocks() -> dict[str, str]:
    """Each generated block by its name."""
    with tempfile.TemporaryDirectory() as folder:
        app = App(Settings.from_env({"HOME": folder}, []))
        tools = [tool.wire for tool in app.tools]
        skills = app.catalog.skills
    commands = next(action for action in command_line()._actions if action.dest == "command")
    described = commands._choices_actions  # type: ignore[attr-defined]
    return {
        "skills": table(
            ("Tool", "What it does", "Try saying"),
            [
                (
                    f"{skill.emoji} `{skill.name}`",
                    " ".join(skill.description.split()),
                    f"*{skill.examples[1]}*",
                )
                for skill in skills
            ],
        ),
        "tools": table(
            ("Tool", "Parameters", "What it does"),
            [
                (
                    f"`{tool.name}`",
                    ", ".join(f"`{name}`" for name in tool.input_schema["properties"]) or "none",
                    tool.title or "",
                )
                for tool in tools
                if tool.name not in {skill.name for skill in skills}
            ],
        ),
        "phrases": table(
            ("Edit", "For example", "例如"),
            [(row.what, f"*{row.english[0]}*", f"*{row.chinese[0]}*") for row in vocabulary()],
        ),
        "commands": table(
            ("Command", "What it does"), [(f"`nemovideo-mcp {each.dest}`", each.help) for each in described]
        ),
        "settings": table(
            ("Variable", "What it does"), [(f"`{name}`", told) for name, told in VARIABLES.items()]
        ),
    }


def filled(text: str) -> str:
    """The README with every block as it should be."""
    for name, block in blocks().items():
        text = re.sub(
            rf"<!-- {name} -->.*?<!-- /{name} -->",
            lambda _, name=name, block=block: f"<!-- {name} -->\n{block}\n<!-- /{name} -->",
            text,
            flags=re.DOTALL,
        )
    return text


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.exit(0)
