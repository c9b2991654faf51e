"""Files of kinds that are not taken: what each is best turned into, and turning it into that beside the films."""

import secrets
from collections.abc import Awaitable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from nemovideo_mcp.handlers.errors import BrokenFile
from nemovideo_mcp.handlers.phrases_support import tell
from nemovideo_mcp.handlers.target import place

if TYPE_CHECKING:
    from nemovideo_mcp.handlers.desk import Desk

_PICTURES: Final = {"heic", "heif", "tif", "tiff", "bmp", "avif", "jxl", "svg", "psd", "dng", "cr2", "nef"}
_SOUNDS: Final = {"flac", "ogg", "oga", "opus", "wma", "aif", "aiff", "amr", "caf", "ac3", "mka"}
_FILMS: Final = {
    *("wmv", "flv", "mpg", "mpeg", "m2v", "mts", "m2ts", "ts", "vob", "3gp", "3g2", "ogv", "mxf"),
    *("m4v", "f4v", "asf", "rm", "rmvb", "divx", "dv"),
}


class Convert(Protocol):
    """Writes a file as what the second path's suffix says; BrokenFile when that cannot be done."""

    def __call__(self, path: Path, target: Path) -> Awaitable[None]: ...


def best_kind(name: str) -> str | None:
    """What a file that is not taken is best turned into; None for one that no conversion helps."""
    extension = name.rsplit(".", 1)[-1].lower()
    kinds = ((_PICTURES, "jpg"), (_SOUNDS, "wav"), (_FILMS, "mp4"))
    return next((kind for extensions, kind in kinds if extension in extensions), None)


async def converted(desk: "Desk", path: Path, language: str) -> Path | None:
    """A file in the Videos folder made of this one, which is left as it is; None when none could be made."""
    kind = best_kind(path.name)
    if kind is None:
        return None
    await desk.progress(0, None, tell("converting", language, name=path.name, kind=kind))
    part = desk.videos_dir / f".convert-{secrets.token_hex(4)}.{kind}"
    try:
        desk.videos_dir.mkdir(parents=True, exist_ok=True)
        await desk.convert(path, part)
        await desk.inspect(part)
        return place(part, desk.videos_dir / f"{path.stem}.{kind}", overwrite=False)
    except (BrokenFile, OSError):
        return None
    finally:
        part.unlink(missing_ok=True)
