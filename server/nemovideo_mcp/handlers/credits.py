"""Says how many credits there are, in one sentence, and what they are spent on."""

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
        "available": _amount(balance.available),
        "frozen": _amount(balance.frozen),
        "total": _amount(total),
    }
    sentence = say("credits" if balance.metered else "unmetered", language, **words)
    costs = say("costs", language) if desk.installation.backend == "cloud" else ""
    gap = "" if language.startswith("zh") else " "
    return Credits(balance, gap.join(part for part in (sentence, costs) if part))


def _amount(credits: float) -> str:
    """`80`, `1234567`, `0.5`: whole where it is whole, and never in powers of ten."""
    return f"{credits:.2f}".rstrip("0").rstrip(".")
