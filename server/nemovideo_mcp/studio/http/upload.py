"""Uploads over HTTP: files or addresses become media of a session, and land on its timeline, all of them or none."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from nemovideo_mcp.studio.http.body import read, success
from nemovideo_mcp.studio.http.errors import BadBody
from nemovideo_mcp.studio.http.guard import session_of
from nemovideo_mcp.studio.http.incoming import MAX_FILES, Arrived, receive, too_large
from nemovideo_mcp.studio.http.services import Services, services
from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.store.errors import Conflict
from nemovideo_mcp.studio.store.media import Stored
from nemovideo_mcp.studio.store.store import Store
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.model import Media
from nemovideo_mcp.studio.timeline.time import to_ms
from nemovideo_mcp.wire.upload import MAX_BYTES, UploadedFile, UrlUpload

MEDIA: Final = "/api/media/nemo_agent/me/{session_id}/{media_id}"
DRAIN: Final = 64 << 20


async def upload(request: Request) -> Response:
    """Takes the files of one call; when one of them is refused, none is kept and the timeline is as before."""
    session, parts = await session_of(request), services(request)
    with _folder(parts.store) as folder:
        try:
            arrived = await _arrive(request, parts, folder)
        except BadMedia:
            await _drain(request)
            raise
        checked = await run_in_threadpool(_check, arrived, folder)
        async with parts.turns.of(session.id):
            await run_in_threadpool(_keep, parts.store, session.id, checked)
    files = [
        as_uploaded(Stored(medium, path, 0), session.id, str(request.base_url)) for medium, path in checked
    ]
    return success({"files": files, "session_state_applied": True})


async def media_file(request: Request) -> Response:
    """The bytes of an uploaded file, to its owner."""
    session = await session_of(request)
    stored = await run_in_threadpool(
        services(request).store.media.get, session.id, request.path_params["media_id"]
    )
    return FileResponse(stored.path, filename=stored.medium.name)


def as_uploaded(stored: Stored, session_id: str, base_url: str) -> dict[str, Any]:
    """A file as the wire describes it."""
    medium = stored.medium
    path = MEDIA.format(session_id=quote(session_id), media_id=quote(medium.id))
    described = UploadedFile(
        filename=medium.name,
        file_type=medium.kind.value,
        cdn_url=f"{base_url.rstrip('/')}{path}",
        duration=to_ms(medium.duration) / 1000,
        width=medium.width or None,
        height=medium.height or None,
        fps=round(float(medium.fps), 3) if medium.fps else None,
        hash=medium.id,
    )
    return described.model_dump(mode="json", exclude_none=True)


@contextmanager
def _folder(store: Store) -> Iterator[Path]:
    """A folder of this call's own, gone at its end."""
    folder = store.arrival_folder()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _arrive(request: Request, parts: Services, folder: Path) -> list[Arrived]:
    content_type = request.headers.get("content-type", "")
    if content_type.partition(";")[0].strip().lower() != "application/json":
        return await receive(request.stream(), content_type, folder)
    asked = await read(request, UrlUpload)
    if not 0 < len(asked.urls) <= MAX_FILES:
        raise BadBody(f"An upload takes 1 to {MAX_FILES} addresses.")
    return [await _fetch(url, folder / f"{number}.part", parts) for number, url in enumerate(asked.urls)]


async def _fetch(url: str, into: Path, parts: Services) -> Arrived:
    from nemovideo_mcp.studio.media.fetch import BadUrl, fetch

    try:
        name = await fetch(url, into, limit=MAX_BYTES, allowed_hosts=parts.allowed_hosts)
    except BadUrl as bad:
        shown = url.partition("?")[0][:200]  # what follows is often a key
        raise BadUrl(f"{shown}: {bad.reason} Nothing of this upload was kept.", bad.hint) from bad
    return Arrived(name, into)


async def _drain(request: Request) -> None:
    """Reads on for a while: a client that is still sending would not see the refusal."""
    left = DRAIN
    async for chunk in request.stream():
        left -= len(chunk)
        if left < 0:
            return


def _check(arrived: list[Arrived], folder: Path) -> list[tuple[Media, Path]]:
    from nemovideo_mcp.studio.media.ingest import ingest

    checked = []
    for file in arrived:
        if file.path.stat().st_size > MAX_BYTES:
            raise too_large(file.name)
        try:
            checked.append(ingest(file.path, file.name, folder / "checked"))
        except BadMedia as bad:
            raise BadMedia(bad.kind, f"{file.name}: {bad.reason}", bad.hint) from bad
    return checked


def _keep(store: Store, session_id: str, checked: list[tuple[Media, Path]]) -> None:
    """Puts the files on the shelf and on the timeline, in one transaction."""
    while True:
        timeline = store.timelines.current(session_id)
        media = [medium for medium, _ in checked]
        after = project_with_media(timeline.project, *media)
        label = "Uploaded " + ", ".join(medium.name for medium in media)
        try:
            with store.database.write():
                _shelve(store, session_id, checked)
                if after != timeline.project:
                    store.timelines.commit(session_id, after, label, base=timeline.revision)
        except Conflict:
            continue
        return


def _shelve(store: Store, session_id: str, checked: list[tuple[Media, Path]]) -> None:
    for medium, path in checked:
        kept = store.media.folder / path.name
        if path.exists():
            path.replace(kept)
        store.media.add(session_id, medium, kept)
