"""The register's file: SQLite, owner-only, safe for several processes; what lies in it is its owners' business."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def opened(file: Path, schema: str) -> Iterator[sqlite3.Connection]:
    """The register in one transaction, with these tables in it."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    db = sqlite3.connect(file, timeout=10)
    try:
        db.execute("PRAGMA journal_mode=WAL")
        db.executescript(schema)
        file.chmod(0o600)
        with db:
            db.execute("BEGIN IMMEDIATE")
            yield db
    finally:
        db.close()
