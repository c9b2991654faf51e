"""The headers of the API: who calls, through which skill, from which kind of install."""

from dataclasses import dataclass
from typing import Final

AUTHORIZATION: Final = "Authorization"
CLIENT_ID: Final = "X-Client-Id"
SKILL_SOURCE: Final = "X-Skill-Source"
SKILL_VERSION: Final = "X-Skill-Version"
SKILL_PLATFORM: Final = "X-Skill-Platform"
ATTRIBUTION: Final = (SKILL_SOURCE, SKILL_VERSION, SKILL_PLATFORM)
MAX_CLIENT_ID: Final = 64


@dataclass(frozen=True, slots=True)
class Attribution:
    """The three values of one skill variant; every request carries them."""

    source: str
    version: str
    platform: str

    def as_headers(self) -> dict[str, str]:
        """Header names and values, ready to send."""
        return {SKILL_SOURCE: self.source, SKILL_VERSION: self.version, SKILL_PLATFORM: self.platform}


def bearer(token: str) -> str:
    """Value of the Authorization header."""
    return f"Bearer {token}"
