"""The SQLite file: opened, brought to this version's tables, and used in short transactions."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TypeAlias

from nemovideo_mcp.studio.store.errors import FolderTooNew
from nemovideo_mcp.studio.store.presence import alone, private_file
from nemovideo_mcp.studio.store.schema import STEPS

Clock: TypeAlias = Callable[[], float]
BUSY_S = 15


class Database:
    """One connection, one transaction at a time; several processes may have the same file open."""

    def __init__(self, path: Path) -> None:
        """Opens or makes the file; FolderTooNew when a newer program wrote it."""
        private_file(path)
        self._turn = RLock()
        # Two processes that start together would both find an empty file.
        with alone(path.with_suffix(".opening")):
            self._connection = sqlite3.connect(
                path, timeout=BUSY_S, isolation_level=None, check_same_thread=False
            )
            self._connection.row_factory = sqlite3.Row
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._migrate()

    def _migrate(self) -> None:
        version: int = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(STEPS):
            self._connection.close()
            raise FolderTooNew(
                "A newer version of nemovideo-mcp wrote this data folder. Update, or use another folder."
            )
        for number, step in enumerate(STEPS[version:], start=version + 1):
            self._connection.executescript(
                f"BEGIN IMMEDIATE; {step}; PRAGMA user_version = {number}; COMMIT;"
            )

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A transaction that sees no other writer; an error inside undoes all of it. One inside another joins it."""
        with self._turn:
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """The connection for questions that need only one statement."""
        with self._turn:
            yield self._connection

    def close(self) -> None:
        """Waits for the running transaction and closes the file."""
        with self._turn:
            self._connection.close()
