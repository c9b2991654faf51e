"""Where an exported file goes: its folder, its name, and the promise that nothing is overwritten unasked."""

import os
from dataclasses import dataclass
from pathlib import Path

from nemovideo_mcp.handlers.errors import BadPath
from nemovideo_mcp.handlers.folders import Folders

FORMATS = ("mp4", "mov", "webm", "mkv", "gif", "mp3", "wav", "m4a")


@dataclass(frozen=True, slots=True)
class Target:
    """A final path, checked before the render starts."""

    path: Path
    format: str
    overwrite: bool


def choose(
    path: str | None, *, stem: str, format: str | None, overwrite: bool, folders: Folders, videos: Path
) -> Target:
    """The target of an export; BadPath when it cannot be written, or stands already and may not be replaced."""
    try:
        return _chosen(path, stem=stem, format=format, overwrite=overwrite, folders=folders, videos=videos)
    except OSError as error:
        raise BadPath(
            f"{path or videos} cannot be written: {error.strerror}.",
            "Choose another path, or a shorter name.",
        ) from error


def _chosen(
    path: str | None, *, stem: str, format: str | None, overwrite: bool, folders: Folders, videos: Path
) -> Target:
    if path is None or not path.strip():
        kind = _format(format, None)
        videos.mkdir(parents=True, exist_ok=True)
        return Target(_free(_writable(videos / f"{stem}.{kind}")), kind, overwrite=False)
    named = _resolved(path, folders)
    kind = _format(format, None if named.is_dir() else named.suffix[1:] or None)
    final = named / f"{stem}.{kind}" if named.is_dir() else _suffixed(named, kind)
    _allowed(final, folders)
    if final.exists() and not overwrite:
        raise BadPath(
            f"{final} stands already, and was left as it is.", "Send overwrite: true, or another path."
        )
    return Target(_writable(final), kind, overwrite)


def place(part: Path, target: Path, *, overwrite: bool) -> Path:
    """Gives a whole file its final name in one step; without `overwrite` a name that was taken meanwhile gets a number."""
    if overwrite:
        part.replace(target)
        return target
    while True:
        final = _free(target)
        try:
            os.link(part, final)
        except FileExistsError:
            continue
        except OSError:  # a file system without hard links
            part.rename(final)
            return final
        part.unlink()
        return final


def _format(given: str | None, suffix: str | None) -> str:
    kind = (given or suffix or "mp4").lower().lstrip(".")
    if kind not in FORMATS:
        raise BadPath(f"{kind} is not a format that can be exported.", f"Choose one of {', '.join(FORMATS)}.")
    if given and suffix and suffix.lower() in FORMATS and suffix.lower() != kind:
        raise BadPath(
            f"The path ends in .{suffix}, the format is {kind}.", "Make them agree, or leave one out."
        )
    return kind


def _suffixed(path: Path, kind: str) -> Path:
    return path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")


def _resolved(path: str, folders: Folders) -> Path:
    named = Path(path.strip()).expanduser()
    if "\0" in path:
        raise BadPath("The path holds a zero byte.", "Send another path.")
    return (named if named.is_absolute() else folders.home / named).resolve()


def _allowed(final: Path, folders: Folders) -> None:
    """A film may go wherever its user may write, save into hidden folders: programs keep their own files there."""
    if folders.covers(final) or not any(part.startswith(".") for part in final.parts):
        return
    raise BadPath(
        f"{final} is in a hidden folder.",
        "Choose another path, leave path out for your Videos folder, or start the server with --allow-dir FOLDER.",
    )


def _writable(final: Path) -> Path:
    folder = final.parent
    if not folder.is_dir():
        raise BadPath(f"There is no folder {folder}.", "Make it first, or choose another path.")
    if final.is_dir() or not os.access(folder, os.W_OK) or (final.exists() and not os.access(final, os.W_OK)):
        raise BadPath(
            f"{final} cannot be written.", "Choose another path, or leave path out for your Videos folder."
        )
    return final


def _free(path: Path) -> Path:
    """The path itself, else the first of `name (2).mp4`, `name (3).mp4` … that is free."""
    number, candidate = 1, path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return candidate
