"""Brings files into a project: local paths from the readable folders, and addresses."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.errors import BadPath
from nemovideo_mcp.handlers.phrases import say
from nemovideo_mcp.handlers.projects import ProjectRecord, file_stem
from nemovideo_mcp.handlers.state import Timeline
from nemovideo_mcp.handlers.summary import seconds
from nemovideo_mcp.wire.upload import UploadedFile

MAX_FILES = 50


@dataclass(frozen=True, slots=True)
class Sources:
    """What a call brings, checked before a byte is sent."""

    paths: tuple[Path, ...]
    urls: tuple[str, ...]


def sources(desk: Desk, files: Sequence[str]) -> Sources:
    """Sorts and checks what was named; BadPath for the first that will not do, and then nothing is sent."""
    if len(files) > MAX_FILES:
        raise BadPath(
            f"{len(files)} files were given; one call takes {MAX_FILES}.", "Send them in several calls."
        )
    urls = tuple(file.strip() for file in files if _is_url(file))
    paths = tuple(desk.folders.readable(_local(file)) for file in files if not _is_url(file))
    return Sources(paths, urls)


async def upload(desk: Desk, project: ProjectRecord, wanted: Sources) -> list[UploadedFile]:
    """Sends the files; the backend's answer, in the order given (paths first)."""
    answers: list[UploadedFile] = []
    if wanted.paths:
        answers += (
            await desk.api.upload_files(project.session_id, wanted.paths, on_progress=_shown(desk))
        ).files
    if wanted.urls:
        answers += (await desk.api.upload_urls(project.session_id, wanted.urls)).files
    _name_after(desk, project, answers)
    return answers


def sentence(files: Sequence[UploadedFile], language: str, *, again: bool = False) -> str:
    """What came in, with lengths and sizes; `again`: it had been there before."""
    return say("there" if again else "added", language, names=", ".join(_described(file) for file in files))


def nothing_new(files: Sequence[UploadedFile], before: Timeline, after: Timeline) -> bool:
    """Whether pictures were sent that the timeline shows already, and so shows no more than before."""
    pictures = any(file.file_type in {"video", "image"} for file in files)
    return pictures and before.draft.exportable and before.raw == after.raw


def _shown(desk: Desk) -> Callable[[int, int], Awaitable[None]]:
    """Passes bytes sent on to the user, at most once a percent."""
    shown = -1

    async def progress(done: int, total: int) -> None:
        nonlocal shown
        percent = done * 100 // max(total, 1)
        if percent > shown:
            shown = percent
            await desk.progress(done, total, f"Uploading {_size(done)} of {_size(total)}")

    return progress


def _is_url(file: str) -> bool:
    return urlsplit(file.strip()).scheme.lower() in {"http", "https"}


def _local(file: str) -> str:
    """A path as given, or that of a file: address."""
    parts = urlsplit(file.strip().strip("'\""))
    if "://" in file and parts.scheme.lower() != "file":
        raise BadPath(
            f"{parts.scheme} addresses cannot be fetched.", "Send an http or https address, or a path."
        )
    if parts.scheme.lower() == "file":
        from urllib.request import url2pathname

        return url2pathname(parts.path)
    return file.strip().strip("'\"")


def _name_after(desk: Desk, project: ProjectRecord, files: Sequence[UploadedFile]) -> None:
    """A project still without a name of its own takes that of its first file."""
    if project.name == "project" and files:
        desk.projects.rename(project, file_stem(Path(files[0].filename).stem))


def _described(file: UploadedFile) -> str:
    facts = [f"{seconds(file.duration * 1000)} s"] if file.duration else []
    if file.width and file.height:
        facts.append(f"{file.width}x{file.height}")
    return f"{file.filename} ({', '.join(facts)})" if facts else file.filename


def _size(count: float) -> str:
    return f"{count / 1e6:.1f} MB"
