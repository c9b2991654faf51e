"""The main job, run as a client would: a server started over stdio, a film brought in, edited, exported, looked at."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import anyio
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from nemovideo_mcp.settings import Settings

SKILL = "ai-voiceover-for"
PROMPT = 'keep the first 6 seconds, add the title "Hello, world" and fade out'
SHORT_PROMPT = 'add the title "Hello, world" and fade out'
KEPT_MS = 6000
SAMPLE = Path(__file__).parents[1] / "sample" / "sample.mp4"
LOOK_MS = 2000


class DemoFailed(Exception):
    """A step of the demo that a user would have seen fail."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the demo shows itself."""

    client: Client
    console: Console
    bars: Progress

    async def call(self, title: str, tool: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Calls a tool under a progress bar; its structured result, or DemoFailed with its words."""
        bar = self.bars.add_task(title, total=None)
        result = await self.client.call_tool(
            tool, dict(arguments), progress_callback=partial(self._moved, bar)
        )
        self.bars.update(bar, total=1, completed=1)
        if result.is_error:
            raise DemoFailed(" ".join(getattr(block, "text", "") for block in result.content))
        return dict(result.structured_content or {})

    async def _moved(self, bar: TaskID, done: float, total: float | None, message: str | None) -> None:
        self.bars.update(bar, completed=done, total=total, description=message or None)


def run(settings: Settings) -> int:
    """Runs it; 1 when a step failed, with the reason on stderr."""
    film = Path(settings.options.file or SAMPLE).expanduser().resolve()
    failed: list[str] = []
    try:
        anyio.run(_demo, settings, film)
    except* DemoFailed as failures:
        failed += _sentences(failures)
    for sentence in failed:
        print(f"nemovideo-mcp: {sentence}", file=sys.stderr)
    return int(bool(failed))


def _sentences(failures: BaseExceptionGroup[DemoFailed]) -> list[str]:
    """What failed, out of however many task groups it came through."""
    inner = [
        _sentences(each) if isinstance(each, BaseExceptionGroup) else [str(each)]
        for each in failures.exceptions
    ]
    return [sentence for sentences in inner for sentence in sentences]


async def _demo(settings: Settings, film: Path) -> None:
    console = Console()
    console.print(f"[bold]NemoVideo[/bold] edits {film.name} on this computer; nothing leaves it.\n")
    bars = Progress(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=console)
    async with Client(_server(settings, film)) as client:
        with bars:
            path, timeline = await _job(Stage(client, console, bars), settings, film)
    picture = await anyio.to_thread.run_sync(_frame, path)
    console.print(f"\n{timeline}", highlight=False, soft_wrap=True)
    console.print(f"Film:  {path}\nFrame: {picture}", highlight=False, soft_wrap=True)
    console.print(
        f'\nTry next: nemovideo-mcp demo YOUR_FILM.mp4, or add the server to your MCP host and say\n"{PROMPT}, then send me the file".'
    )


async def _job(stage: Stage, settings: Settings, film: Path) -> tuple[Path, str]:
    brought = await stage.call("Uploading", "upload_media", {"files": [str(film)], "project": "new"})
    prompt = PROMPT if brought["timeline"]["duration_ms"] > KEPT_MS else SHORT_PROMPT
    edited = await stage.call("Editing", SKILL, {"prompt": prompt})
    stage.console.print(f"> {prompt}\n{edited['reply']}\n", highlight=False, markup=False)
    if not edited["changes"]:
        raise DemoFailed("The edit was not made, so there is nothing to show.")
    folder = _folder(settings)
    where = {"path": str(folder / "nemovideo-demo.mp4"), "overwrite": True} if folder else {}
    exported = await stage.call("Rendering", "export_video", {"wait_s": 600, **where})
    if not exported["outputs"]:
        raise DemoFailed(f"The render has not ended; ask for job {exported['job']['id']} later.")
    return Path(exported["outputs"][0]["path"]), edited["timeline"]["summary"]


def _server(settings: Settings, film: Path) -> StdioServerParameters:
    """The server as a host would start it, allowed to read the film and to write where the result goes."""
    folders = [
        film.parent,
        *([Path(settings.options.out).expanduser().resolve()] if settings.options.out else []),
    ]
    allow = [word for folder in (*folders, *settings.allowed_dirs) for word in ("--allow-dir", str(folder))]
    arguments = ["-m", "nemovideo_mcp", "--data-dir", str(settings.data_dir), *allow]
    return StdioServerParameters(command=sys.executable, args=arguments, env=dict(settings.environ))


def _folder(settings: Settings) -> Path | None:
    return Path(settings.options.out).expanduser().resolve() if settings.options.out else None


def _frame(film: Path) -> Path:
    """A frame of the result as PNG beside it."""
    from nemovideo_mcp.studio.media.frame import frame_png
    from nemovideo_mcp.studio.timeline.time import from_ms

    picture = film.with_suffix(".png")
    frame_png(film, from_ms(LOOK_MS), picture)
    return picture
