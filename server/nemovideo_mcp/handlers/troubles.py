"""The last failures that users were told of, kept so that support can name them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from nemovideo_mcp.client.errors import BY_CODE, BY_STATUS, ApiError, Refused, ServerFault
from nemovideo_mcp.handlers.errors import HandlerError
from nemovideo_mcp.handlers.register import opened

KEPT: Final = 50
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS troubles (
    at REAL NOT NULL, tool TEXT NOT NULL, kind TEXT NOT NULL, code INTEGER, message TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One failure: when (UTC), which tool, the error's class, the service's code where it has one, what was said."""

    at: datetime
    tool: str
    kind: str
    code: int | None
    message: str


class Troubles:
    """The last 50, in the register's file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def note(self, error: Exception, tool: str, at: datetime) -> None:
        """Writes down a failure."""
        api = _api_error(error)
        message = getattr(error, "message", "") or type(error).__name__
        row = (at.timestamp(), tool, type(api or error).__name__, code_of(api), str(message)[:500])
        with opened(self._file, _SCHEMA) as db:
            db.execute("INSERT INTO troubles VALUES (?, ?, ?, ?, ?)", row)
            db.execute(
                "DELETE FROM troubles WHERE rowid NOT IN (SELECT rowid FROM troubles ORDER BY rowid DESC LIMIT ?)",
                (KEPT,),
            )

    def last(self, count: int) -> list[Trouble]:
        """The newest first."""
        with opened(self._file, _SCHEMA) as db:
            rows = db.execute(
                "SELECT at, tool, kind, code, message FROM troubles ORDER BY rowid DESC LIMIT ?", (count,)
            ).fetchall()
        return [Trouble(datetime.fromtimestamp(at, UTC), *rest) for at, *rest in rows]


def code_of(error: ApiError | None) -> int | None:
    """The envelope code or HTTP status an error stands for; None when it is neither's."""
    if error is None:
        return None
    if isinstance(error, ServerFault):
        return error.status
    if isinstance(error, Refused):
        return error.code
    known = {kind: int(number) for number, kind in BY_STATUS.items()}
    known |= {kind: int(number) for number, kind in BY_CODE.items()}
    return known.get(type(error))


def _api_error(error: BaseException | None) -> ApiError | None:
    """The service's error behind what a handler said about it."""
    if isinstance(error, ApiError):
        return error
    return (
        _api_error(error.__cause__)
        if isinstance(error, HandlerError) and error.__cause__ is not error
        else None
    )
