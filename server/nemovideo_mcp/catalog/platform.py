"""The platform a skill was installed by, told from where its file lies."""

import os
from pathlib import Path

_INSTALLS = ((Path(".clawhub"), "clawhub"), (Path(".cursor", "skills"), "cursor"))


def install_platform(path: Path, home: Path, override: str | None) -> str:
    """Return the override when there is one, else `clawhub`, `cursor` or `unknown`.

    `path` is a SKILL.md or its folder. A link counts for the place it was installed at first, and only when that
    says nothing for the place it points to.
    """
    if override and override.strip():
        return override.strip()
    homes = (_plain(home), home.resolve())
    for place in (_plain(path), path.resolve()):
        for folder, platform in _INSTALLS:
            if any(place.is_relative_to(base / folder) for base in homes):
                return platform
    return "clawhub" if _has_origin(path) else "unknown"


def _has_origin(path: Path) -> bool:
    """Whether ClawHub left its note beside the skill, wherever it was told to install."""
    folder = path if path.name.lower() != "skill.md" else path.parent
    try:
        return (folder / ".clawhub" / "origin.json").is_file()
    except OSError:
        return False


def _plain(path: Path) -> Path:
    """Absolute and without "..", links left as they are."""
    return Path(os.path.normpath(path.absolute()))
