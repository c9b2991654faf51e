"""The folders that skills lie in: those that come with the server, those of other hosts, and the files in one."""

from collections.abc import Iterator
from pathlib import Path

_FILE_NAMES = ("SKILL.md", "skill.md")  # ClawHub takes both


def shipped_folder() -> Path:
    """The folder of the skills that come with the server, from a checkout or from an installed package."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "skills"
    return installed if installed.is_dir() else package.parents[1] / "skills"


def install_folders(home: Path, workdir: Path) -> tuple[Path, ...]:
    """Folders of ClawHub, OpenClaw and Cursor installs that hold a skill, the project's own before the user's."""
    candidates = (
        workdir / "skills",  # the ClawHub command line; OpenClaw's workspace
        workdir / ".cursor" / "skills",
        home / ".clawhub" / "skills",
        home / ".clawhub",
        home / ".openclaw" / "workspace" / "skills",
        home / ".openclaw" / "skills",
        home / ".cursor" / "skills",
    )
    return tuple(dict.fromkeys(folder for folder in candidates if _holds_skills(folder)))


def skill_files(folder: Path) -> tuple[Path, ...]:
    """The SKILL.md files of a folder: its own, else those one or two levels below, sorted; raises OSError.

    Two levels because ClawHub installs to `skills/<slug>` and `skills/@owner/<slug>`.
    """
    return tuple(_below(folder, levels=2))


def _holds_skills(folder: Path) -> bool:
    try:
        return bool(skill_files(folder))
    except OSError:
        return False


def _below(folder: Path, levels: int) -> Iterator[Path]:
    own = _own_file(folder)
    if own is not None:
        yield own
        return
    if levels == 0:
        return
    for child in sorted(folder.iterdir()):
        if not child.name.startswith(".") and child.is_dir():
            yield from _below(child, levels - 1)


def _own_file(folder: Path) -> Path | None:
    for name in _FILE_NAMES:
        path = folder / name
        try:
            if path.is_symlink() or path.exists():
                return path
        except PermissionError:
            return path  # reading it fails the same way, and is reported then
    return None
