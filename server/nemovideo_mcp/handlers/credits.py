"""Says how many credits there are, in one sentence."""

from dataclasses import dataclass

from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.phrases import say
from nemovideo_mcp.wire.account import Balance


@dataclass(frozen=True, slots=True)
class Credits:
    """The balance: total = available + frozen; `metered` false where nothing is charged."""

    balance: Balance
    sentence: str

    @property
    def total(self) -> float:
        """As the backend says, else the sum of its parts."""
        return (
            self.balance.total
            if self.balance.total is not None
            else self.balance.available + self.balance.frozen
        )


async def check(desk: Desk, language: str) -> Credits:
    """Asks the backend."""
    balance = await desk.api.balance()
    total = Credits(balance, "").total
    words = {
        "available": f"{balance.available:g}",
        "frozen": f"{balance.frozen:g}",
        "total": f"{total:g}",
    }
    return Credits(balance, say("credits" if balance.metered else "unmetered", language, **words))
