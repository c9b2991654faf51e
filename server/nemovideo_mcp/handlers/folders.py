"""The folders this server may read from, and the check that a path really lies in one."""

import difflib
from dataclasses import dataclass
from pathlib import Path

from nemovideo_mcp.handlers.errors import BadPath


@dataclass(frozen=True, slots=True)
class Folders:
    """Readable folders; with none given, the home folder without anything whose name starts with a dot."""

    home: Path
    allowed: tuple[Path, ...] = ()

    def readable(self, text: str) -> Path:
        """The file a user names, after links are resolved; BadPath says why not and what would do."""
        path = self._resolved(text)
        if not self.covers(path):
            raise BadPath(
                f"{text} is outside the folders this server may read ({self.described}).", self._advice()
            )
        if not path.exists():
            raise BadPath(
                f"There is no file {text}.", self._near(path) or "Check the path and send it again."
            )
        if not path.is_file():
            raise BadPath(f"{text} is a folder, not a file.", "Name the files in it one by one.")
        return path

    @property
    def described(self) -> str:
        """The rule, for people."""
        if self.allowed:
            return ", ".join(str(folder) for folder in self.allowed)
        return f"{self.home}, without hidden folders"

    def _resolved(self, text: str) -> Path:
        path = Path(text.strip()).expanduser()
        if not text.strip() or "\0" in text:
            raise BadPath("An empty file path was given.", "Send the full path of a file.")
        try:
            return (path if path.is_absolute() else self.home / path).resolve()
        except (OSError, RuntimeError) as error:
            raise BadPath(f"{text} cannot be resolved.", "Send the full path of a file.") from error

    def covers(self, path: Path) -> bool:
        """Whether a resolved path lies in a readable folder."""
        if self.allowed:
            return any(path.is_relative_to(folder.resolve()) for folder in self.allowed)
        home = self.home.resolve()
        return path.is_relative_to(home) and not any(
            part.startswith(".") for part in path.relative_to(home).parts
        )

    def _advice(self) -> str:
        return "Move the file there, or start the server with --allow-dir FOLDER (or NEMOVIDEO_ALLOWED_DIRS)."

    def _near(self, path: Path) -> str:
        if not path.parent.is_dir():
            return ""
        names = [
            entry.name
            for entry in path.parent.iterdir()
            if entry.is_file() and not entry.name.startswith(".")
        ]
        close = difflib.get_close_matches(path.name, names, n=3, cutoff=0.5)
        return f"Did you mean {' or '.join(str(path.parent / name) for name in close)}?" if close else ""
