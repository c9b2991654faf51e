"""Shows the skills: what each is, where it lies, and the headers it speaks under."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from nemovideo_mcp.app import read_catalog
from nemovideo_mcp.settings import Settings


def run(settings: Settings) -> int:
    """A table on stdout; refused folders below it, with their reasons."""
    catalog = read_catalog(settings)
    table = Table(title="Skills")
    for head in ("Skill", "Version", "X-Skill-Source", "X-Skill-Platform", "Path"):
        table.add_column(head, overflow="fold")
    for skill in catalog.skills:
        table.add_row(
            f"{skill.emoji} {skill.name}", skill.version, skill.name, skill.platform, escape(str(skill.path))
        )
    console = Console()
    console.print(table)
    for refusal in catalog.refused:
        console.print(f"Left out: {refusal.path}: {refusal.reason}", highlight=False, markup=False)
    return 0
