"""Says what is installed, where data lies, which backend answers, and whether the main job works here."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import anyio
from mcp import Client
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from nemovideo_mcp.app import App, read_catalog
from nemovideo_mcp.handlers.installation import LOW_DISK_BYTES, free_bytes, system, versions
from nemovideo_mcp.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; `well` None is a plain fact."""

    what: str
    said: str
    well: bool | None = None


def run(settings: Settings) -> int:
    """A table on stdout; 1 when something does not work."""
    findings = [*_facts(settings), anyio.run(_self_test, settings)]
    table = Table("Check", "", title="nemovideo-mcp doctor")
    table.add_column("Found", overflow="fold")
    for finding in findings:
        table.add_row(finding.what, _mark(finding), escape(finding.said))
    Console().print(table)
    return int(any(finding.well is False for finding in findings))


def _mark(finding: Finding) -> str:
    return {None: "", True: "[green]ok[/green]", False: "[red]no[/red]"}[finding.well]


def _facts(settings: Settings) -> Iterator[Finding]:
    yield Finding("Python", system().removeprefix("Python "), well=True)
    yield Finding("Packages", ", ".join(f"{name} {number}" for name, number in versions().items()))
    yield _backend(settings)
    yield _data(settings)
    yield Finding("Files may be read from", _readable(settings))
    yield Finding("Films are saved in", str(settings.videos_dir))
    catalog = read_catalog(settings)
    names = ", ".join(f"{skill.name} {skill.version} ({skill.platform})" for skill in catalog.skills)
    yield Finding("Skills", names, well=bool(catalog.skills))
    for refusal in catalog.refused:
        yield Finding("Skill left out", f"{refusal.path}: {refusal.reason}", well=False)
    yield _ffmpeg()
    yield _recogniser(settings)
    yield _voices()


def _backend(settings: Settings) -> Finding:
    if settings.backend == "studio":
        return Finding("Backend", "studio, on this computer; nothing leaves it", well=True)
    token = "with NEMO_TOKEN" if settings.token else "with a free token"
    return Finding("Backend", f"cloud at {settings.api_url}, {token}")


def _data(settings: Settings) -> Finding:
    folder = settings.data_dir
    free = free_bytes(folder)
    return Finding("Data", f"{folder} ({free / 1e9:.1f} GB free)", well=free > LOW_DISK_BYTES)


def _readable(settings: Settings) -> str:
    if settings.allowed_dirs:
        return ", ".join(str(folder) for folder in settings.allowed_dirs)
    return f"{settings.home}, without hidden folders (--allow-dir adds others)"


def _recogniser(settings: Settings) -> Finding:
    """Which speech model hears what, its weights checked; nothing is loaded."""
    from nemovideo_mcp.studio.speech import weights
    from nemovideo_mcp.studio.speech.errors import ModelError

    try:
        if settings.model_dir is not None:
            return Finding(
                "Speech recogniser", f"your model in {weights.own_model(settings.model_dir)}", well=True
            )
        weights.english_model()
    except ModelError as error:
        return Finding("Speech recogniser", str(error), well=False)
    more = (
        "Whisper base for other languages"
        if weights.has_multilingual()
        else f'only English; "{weights.EXTRA}" adds others'
    )
    return Finding("Speech recogniser", f"Whisper tiny.en for English, {more}", well=True)


def _ffmpeg() -> Finding:
    import imageio_ffmpeg

    try:
        return Finding(
            "ffmpeg", f"{imageio_ffmpeg.get_ffmpeg_version()}, {imageio_ffmpeg.get_ffmpeg_exe()}", well=True
        )
    except RuntimeError as error:
        return Finding("ffmpeg", str(error), well=False)


def _voices() -> Finding:
    """Which voices can speak; the usual one must be there."""
    from nemovideo_mcp.studio.speech.voice import installed
    from nemovideo_mcp.studio.timeline.voices import USUAL, VOICES

    tongues = {"en": "English", "zh": "Chinese"}
    there = {voice: installed(voice) for voice in VOICES}
    said = [
        f"{one.name} ({one.accent} {tongues[one.language]}, {one.gender}, {one.engine.title()}"
        f"{'' if there[name] else f'; not installed: {one.extra}'})"
        for name, one in VOICES.items()
    ]
    return Finding("Voices", "; ".join(said), well=there[USUAL])


async def _self_test(settings: Settings) -> Finding:
    """The main job in a scratch folder: a picture in, a title on it, a film out."""
    with tempfile.TemporaryDirectory(prefix="nemovideo-doctor-") as scratch:
        folder = Path(scratch)
        options = replace(
            settings,
            backend="studio",
            data_dir=folder / "data",
            identity_dir=folder / "identity",
            videos_dir=folder,
            allowed_dirs=(folder,),
        )
        try:
            return await _main_job(App(options), folder)
        except Exception as failure:  # noqa: BLE001 - whatever it is, it is the finding
            return Finding("Self-test", repr(failure), well=False)


async def _main_job(app: App, folder: Path) -> Finding:
    picture = folder / "still.png"
    await anyio.to_thread.run_sync(partial(_paint, picture))
    steps = (
        ("upload_media", {"files": [str(picture)]}),
        (app.catalog.skills[0].name, {"prompt": 'keep the first second and add the title "It works: 100%"'}),
        ("export_video", {"resolution": "480p", "wait_s": 120}),
    )
    async with Client(app.server()) as client:
        for tool, arguments in steps:
            result = await client.call_tool(tool, arguments)
            text = " ".join(getattr(block, "text", "") for block in result.content)
            if result.is_error:
                return Finding("Self-test", text, well=False)
        done = bool((result.structured_content or {}).get("outputs"))
    return Finding("Self-test", "picture in, title on it, film out" if done else text, well=done)


def _paint(path: Path) -> None:
    from PIL import Image

    Image.linear_gradient("L").resize((640, 360)).convert("RGB").save(path)
