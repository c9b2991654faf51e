"""The credit ledger: rows are only ever added, and a balance is their sum.

A row moves credits in two columns: `grant` (+n, 0), `lapse` (−n, 0), `freeze` (−n, +n), `settle` (0, −n),
`release` (+n, −n); the first number is what is available, the second what is frozen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from nemovideo_mcp.studio.store.database import Clock, Database
from nemovideo_mcp.studio.store.errors import NoCredits


@dataclass(frozen=True, slots=True)
class Funds:
    """What a user has, in credits; total = available + frozen."""

    available: int
    frozen: int

    @property
    def total(self) -> int:
        """Everything that is not spent yet."""
        return self.available + self.frozen


class Credits:
    """Grants, holds and what became of them."""

    def __init__(self, database: Database, clock: Clock, holder: str) -> None:
        """`holder` is this process's presence id; its holds are released by others once it is dead."""
        self._database, self._clock, self._holder = database, clock, holder

    def balance(self, user_id: str) -> Funds:
        """The sum of the user's rows."""
        with self._database.read() as rows:
            total = rows.execute(
                "SELECT coalesce(sum(available), 0), coalesce(sum(frozen), 0) FROM ledger WHERE user_id = ?",
                (user_id,),
            ).fetchone()
        return Funds(*total)

    def renew(self, user_id: str, amount: int) -> None:
        """Grants `amount` afresh: what was still available before it lapses."""
        with self._database.write():
            left = self.balance(user_id).available
            if left:
                self._add(user_id, "lapse", -left, 0)
            self._add(user_id, "grant", amount, 0)

    def freeze(self, user_id: str, amount: int) -> str:
        """Sets credits aside before the work and answers the hold's id; NoCredits when they do not reach."""
        hold = uuid4().hex
        with self._database.write():
            available = self.balance(user_id).available
            if available < amount:
                raise NoCredits(amount, available)
            self._add(user_id, "freeze", -amount, amount, hold)
        return hold

    def settle(self, hold: str) -> None:
        """The work was done: what was set aside is spent. A hold that is closed stays as it is."""
        self._close(hold, "settle", back=False)

    def release(self, hold: str) -> None:
        """Nothing was done: what was set aside comes back. A hold that is closed stays as it is."""
        self._close(hold, "release", back=True)

    def release_dead(self, alive: Callable[[str], bool]) -> None:
        """Gives back what processes that are gone had set aside."""
        with self._database.read() as rows:
            holds = rows.execute(
                "SELECT hold, max(holder) FROM ledger WHERE hold IS NOT NULL GROUP BY hold HAVING sum(frozen) > 0"
            ).fetchall()
        for hold, holder in holds:
            if not alive(holder):
                self.release(hold)

    def _close(self, hold: str, kind: str, *, back: bool) -> None:
        with self._database.write() as rows:
            user_id, frozen = rows.execute(
                "SELECT max(user_id), coalesce(sum(frozen), 0) FROM ledger WHERE hold = ?", (hold,)
            ).fetchone()
            if frozen:
                self._add(user_id, kind, frozen if back else 0, -frozen, hold)

    def _add(self, user_id: str, kind: str, available: int, frozen: int, hold: str | None = None) -> None:
        with self._database.write() as rows:
            rows.execute(
                "INSERT INTO ledger (user_id, kind, available, frozen, hold, holder, made) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (user_id, kind, available, frozen, hold, self._holder if hold else None, self._clock()),
            )
