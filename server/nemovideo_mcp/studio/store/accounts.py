"""Anonymous users and their tokens; a token is kept as its hash only."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from secrets import token_hex, token_urlsafe
from typing import Final

from nemovideo_mcp.studio.store.credits import Credits
from nemovideo_mcp.studio.store.database import Clock, Database
from nemovideo_mcp.studio.store.errors import BadToken, TooManyTokens, utc

GRANT: Final = 100
WEEK_S: Final = 7 * 24 * 3600


def digest(secret: str) -> str:
    """What is kept of a secret: enough to know it again, not enough to use it."""
    return sha256(secret.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Issued:
    """A fresh token; `expires_at` is None when it does not run out."""

    token: str
    user_id: str
    credits: int
    expires_at: datetime | None


class Accounts:
    """One user for each client id. Metered: one token a week, which lasts a week; else as many as are asked for."""

    def __init__(self, database: Database, clock: Clock, credits: Credits, *, metered: bool) -> None:
        """Shares the database and the ledger of the store."""
        self._database, self._clock, self._credits, self._metered = database, clock, credits, metered

    def issue(self, client_id: str) -> Issued:
        """A token for this client, with new credits when metered; TooManyTokens within a week of the last one."""
        token, now = f"nmv_usr_{token_urlsafe(32)}", self._clock()
        expires = now + WEEK_S if self._metered else None
        with self._database.write() as rows:
            user_id = self._user(client_id)
            if self._metered:
                self._refuse_second(user_id, now)
                self._credits.renew(user_id, GRANT)
            rows.execute("INSERT INTO tokens VALUES (?, ?, ?, ?)", (digest(token), user_id, now, expires))
        return Issued(token, user_id, GRANT, utc(expires) if expires else None)

    def owner(self, token: str) -> str:
        """The user a token belongs to; BadToken."""
        with self._database.read() as rows:
            row = rows.execute(
                "SELECT user_id, expires FROM tokens WHERE hash = ?", (digest(token),)
            ).fetchone()
        if row is None:
            raise BadToken("This token is not known here. Ask for a new one.")
        if row["expires"] is not None and row["expires"] <= self._clock():
            raise BadToken("This token has expired. Ask for a new one.")
        return str(row["user_id"])

    def _user(self, client_id: str) -> str:
        with self._database.write() as rows:
            rows.execute(
                "INSERT INTO users VALUES (?, ?, ?) ON CONFLICT (client) DO NOTHING",
                (f"anon_{token_hex(12)}", digest(client_id), self._clock()),
            )
            row = rows.execute("SELECT id FROM users WHERE client = ?", (digest(client_id),)).fetchone()
        return str(row["id"])

    def _refuse_second(self, user_id: str, now: float) -> None:
        with self._database.read() as rows:
            (last,) = rows.execute("SELECT max(made) FROM tokens WHERE user_id = ?", (user_id,)).fetchone()
        if last is not None and now - last < WEEK_S:
            raise TooManyTokens(last + WEEK_S - now)
