"""What is known about the access to a backend, fit to be told: never the token itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["none", "own", "starter"]


@dataclass(frozen=True, slots=True)
class Access:
    """The token's kind (`own`: given by the user, `starter`: fetched for them), its age, and its end as far as known.

    `renewals` counts the tokens that this process fetched.
    """

    kind: Kind
    since: datetime | None = None
    expires_at: datetime | None = None
    expired: bool = False
    renewals: int = 0
