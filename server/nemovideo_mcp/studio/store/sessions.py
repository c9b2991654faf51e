"""Sessions: whose they are, what they are called, and the claim tokens that show one in a browser."""

from dataclasses import dataclass
from secrets import randbelow, token_urlsafe
from typing import Final

from nemovideo_mcp.studio.store.accounts import WEEK_S, digest
from nemovideo_mcp.studio.store.database import Clock, Database
from nemovideo_mcp.studio.store.errors import BadToken, NoSession
from nemovideo_mcp.studio.timeline.model import Project

CLAIM_S: Final = WEEK_S


@dataclass(frozen=True, slots=True)
class Session:
    """A project of one user; both ids are strings of 19 digits."""

    id: str
    task_id: str
    user_id: str
    name: str
    language: str


def _digits() -> str:
    """An id as the API writes them: 19 digits that fit 63 bits."""
    return str(10**18 + randbelow(8 * 10**18))


class Sessions:
    """Opens sessions and finds them again, for their owners only."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Shares the database of the store."""
        self._database, self._clock = database, clock

    def open(self, user_id: str, name: str, language: str) -> Session:
        """A new session with an empty timeline at revision 0."""
        session, now = Session(_digits(), _digits(), user_id, name, language), self._clock()
        with self._database.write() as rows:
            rows.execute(
                "INSERT INTO sessions (id, task_id, user_id, name, language, made) VALUES (?, ?, ?, ?, ?, ?)",
                (session.id, session.task_id, user_id, name, language, now),
            )
            state = rows.execute(
                "INSERT INTO states (session_id, project, label, made) VALUES (?, ?, ?, ?)",
                (session.id, Project(name=name).model_dump_json(), "New project", now),
            )
            rows.execute("INSERT INTO revisions VALUES (?, 0, ?, ?)", (session.id, state.lastrowid, now))
        return session

    def get(self, session_id: str, user_id: str) -> Session:
        """The session, when it is this user's; NoSession."""
        session = self._find(session_id)
        if session is None or session.user_id != user_id:
            raise NoSession("This session does not exist here. Open a new one.")
        return session

    def claim(self, session: Session) -> str:
        """A token for the session's page, good for CLAIM_S seconds."""
        token = f"clm_{token_urlsafe(24)}"
        with self._database.write() as rows:
            rows.execute(
                "INSERT INTO claims VALUES (?, ?, ?)", (digest(token), session.id, self._clock() + CLAIM_S)
            )
        return token

    def claimed(self, token: str) -> Session:
        """The session a claim token shows; BadToken when it is unknown or over."""
        with self._database.read() as rows:
            row = rows.execute(
                "SELECT session_id FROM claims WHERE hash = ? AND expires > ?", (digest(token), self._clock())
            ).fetchone()
        session = self._find(row["session_id"]) if row else None
        if session is None:
            raise BadToken("This link is not known here, or its seven days are over.")
        return session

    def _find(self, session_id: str) -> Session | None:
        with self._database.read() as rows:
            row = rows.execute(
                "SELECT id, task_id, user_id, name, language FROM sessions WHERE id = ?", (session_id,)
            ).fetchone()
        return Session(*row) if row else None
