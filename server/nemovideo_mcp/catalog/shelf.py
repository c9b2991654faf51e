"""The shelf: a catalog that is read again when a SKILL.md on it was added, changed or taken away."""

from collections.abc import Sequence
from pathlib import Path

from nemovideo_mcp.catalog.folders import skill_files
from nemovideo_mcp.catalog.load import Catalog, load


class Shelf:
    """The skills of some folders as they are now."""

    def __init__(self, folders: Sequence[Path], *, home: Path, source_override: str | None = None) -> None:
        self._folders = tuple(folders)
        self._home = home
        self._source_override = source_override
        self._seen = self._look()
        self.catalog = self._read()

    def refresh(self) -> bool:
        """Reads again what has changed on disk; whether anything had."""
        now = self._look()
        if now == self._seen:
            return False
        self._seen, self.catalog = now, self._read()
        return True

    def _read(self) -> Catalog:
        return load(self._folders, home=self._home, source_override=self._source_override)

    def _look(self) -> tuple[tuple[Path, int, int], ...]:
        """Every SKILL.md with the time and size of its last change."""
        return tuple(mark for folder in self._folders for mark in _marks(folder))


def _marks(folder: Path) -> list[tuple[Path, int, int]]:
    marks = []
    try:
        for file in skill_files(folder):
            found = file.stat()
            marks.append((file, found.st_mtime_ns, found.st_size))
    except OSError:
        marks.append((folder, 0, 0))  # loading says what is wrong with it
    return marks
