"""Taking a file in: checked, measured, and kept under the hash of its content."""

import hashlib
import os
from pathlib import Path
from typing import Final

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.probe import probe
from nemovideo_mcp.studio.timeline.model import Media

MAX_BYTES: Final = 500 * 1024 * 1024
_CHUNK: Final = 1 << 20
_OWNER_ONLY: Final = 0o600
_OWNER_FOLDER: Final = 0o700


def ingest(part: Path, name: str, folder: Path, *, max_bytes: int = MAX_BYTES) -> tuple[Media, Path]:
    """Move an uploaded file into `folder` under its SHA-256 and its true extension; answer its facts and its place.

    `part` must lie on the same file system as `folder`. It is gone afterwards: moved, or dropped when the same content
    was there already. When the file is refused, `part` stays as it was. Raises BadMedia (see `probe`), OSError.
    """
    size = part.stat().st_size
    if size > max_bytes:
        reason = f"The file has {size / 2**20:.0f} MB; {max_bytes / 2**20:.0f} MB is the most."
        raise BadMedia("too_large", reason, "Compress or trim it, and send it again.")
    probed = probe(part)
    digest = _sha256(part)
    place = folder / f"{digest}.{probed.container}"
    folder.mkdir(mode=_OWNER_FOLDER, parents=True, exist_ok=True)
    part.chmod(_OWNER_ONLY)
    os.replace(part, place)  # noqa: PTH105 - Path.replace says the same; os.replace names the atomicity
    media = Media(
        id=digest,
        name=name,
        kind=probed.kind,
        duration=probed.duration,
        width=probed.width,
        height=probed.height,
        fps=probed.fps,
        has_audio=probed.has_audio,
    )
    return media, place


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
