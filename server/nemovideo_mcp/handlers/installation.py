"""What this installation is: its backend, its folders, its versions, its free disk; for the doctor and for support."""

import platform
import shutil
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, Literal

PACKAGES: Final = ("nemovideo-mcp", "mcp", "httpx", "av", "imageio-ffmpeg", "dbos", "starlette", "pydantic")
LOW_DISK_BYTES: Final = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Installation:
    """Where this runs and what answers it; `web_url` is the service's pages, also when the studio is in use."""

    backend: Literal["studio", "cloud"]
    api_url: str
    web_url: str
    home: Path
    data_dir: Path

    def without_home(self, text: str) -> str:
        """A text in which the user's home folder is `~`."""
        for home in {str(self.home.resolve()), str(self.home)}:
            text = text.replace(home, "~") if len(home) > 1 else text
        return text


def versions() -> dict[str, str]:
    """The packages that matter, by name; `missing` for one that is not there."""
    return {name: _version(name) for name in PACKAGES}


def system() -> str:
    """Python and the computer, in a few words."""
    return f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"


def free_bytes(folder: Path) -> int:
    """Free disk where a folder is, or would be made."""
    standing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    return shutil.disk_usage(standing).free


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
