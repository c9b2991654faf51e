"""What was last asked for here and what was answered, kept on this computer so that a request to support can tell the steps."""

import logging
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from nemovideo_mcp.handlers.register import opened

KEPT: Final = 20
_LONGEST: Final = 300
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS doings (
    id INTEGER PRIMARY KEY, at REAL NOT NULL, tool TEXT NOT NULL, asked TEXT NOT NULL, answered TEXT NOT NULL);
"""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Doing:
    """One order: when (UTC), of which tool, its words, and the answer's first ones; "" where it ended in an error."""

    at: datetime
    tool: str
    asked: str
    answered: str


class Doings:
    """The last 20, in the register's file; what cannot be written down is let go."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def begin(self, tool: str, asked: str, at: datetime) -> int:
        """Writes down an order, before it is carried out; its number."""
        try:
            with opened(self._file, _SCHEMA) as db:
                row = (at.timestamp(), tool, _short(asked), "")
                new = db.execute("INSERT INTO doings (at, tool, asked, answered) VALUES (?, ?, ?, ?)", row)
                db.execute("DELETE FROM doings WHERE id <= ?", ((new.lastrowid or 0) - KEPT,))
                return new.lastrowid or 0
        except (OSError, sqlite3.Error):
            _log.warning("an order could not be noted", exc_info=True)
            return 0

    def end(self, number: int, answered: str) -> None:
        """Writes down what was answered to it."""
        try:
            with opened(self._file, _SCHEMA) as db:
                db.execute("UPDATE doings SET answered = ? WHERE id = ?", (_short(answered), number))
        except (OSError, sqlite3.Error):
            _log.warning("an answer could not be noted", exc_info=True)

    def last(self, count: int) -> list[Doing]:
        """The newest first."""
        with opened(self._file, _SCHEMA) as db:
            rows = db.execute(
                "SELECT at, tool, asked, answered FROM doings ORDER BY id DESC LIMIT ?", (count,)
            ).fetchall()
        return [Doing(datetime.fromtimestamp(at, UTC), *rest) for at, *rest in rows]


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
