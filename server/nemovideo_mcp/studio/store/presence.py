"""Who is alive: locks that the operating system drops the moment their process ends, however it ends."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from uuid import uuid4


def private_file(path: Path) -> None:
    """Makes the file when it is missing, readable by its owner only."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _lock(path: Path, wait_s: float) -> sqlite3.Connection:
    """Holds the file until the connection is closed; `sqlite3.OperationalError` when another has it too long.

    SQLite's own file locks are used because they exist on every platform and no child process inherits them.
    """
    private_file(path)
    held = sqlite3.connect(path, timeout=wait_s, isolation_level=None, check_same_thread=False)
    try:
        held.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        held.close()
        raise
    return held


@contextmanager
def alone(path: Path, wait_s: float = 30) -> Iterator[None]:
    """One process at a time inside; TimeoutError after `wait_s` seconds."""
    try:
        held = _lock(path, wait_s)
    except sqlite3.OperationalError as busy:
        raise TimeoutError(f"{path.name} stayed locked for {wait_s} s") from busy
    with closing(held):
        yield


class Presence:
    """This process in a folder that several share: an id of its own, and whether another id still lives."""

    def __init__(self, folder: Path) -> None:
        """Enters; `folder` holds one small file for each process that lives."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self.id = uuid4().hex
        self._held = _lock(self._file(self.id), wait_s=0)

    def leave(self) -> None:
        """From here on this id counts as dead."""
        self._held.close()
        self._file(self.id).unlink(missing_ok=True)

    def alive(self, other: str) -> bool:
        """Whether the process with this id still runs; one that nobody knows does not."""
        path = self._file(other)
        if not path.exists():
            return False
        try:
            _lock(path, wait_s=0).close()
        except sqlite3.OperationalError:
            return True
        path.unlink(missing_ok=True)
        return False

    def alone(self) -> AbstractContextManager[None]:
        """One process of this folder at a time inside."""
        return alone(self._folder / "turn")

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.alive"
