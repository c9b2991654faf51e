"""Who calls: the client id of this installation, and the access tokens kept for its backends."""

import hashlib
import json
import logging
import os
import tempfile
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from nemovideo_mcp.wire.account import AnonymousToken
from nemovideo_mcp.wire.headers import MAX_CLIENT_ID

EARLY: Final = timedelta(minutes=1)
CLIENT_ID_FILE: Final = "client_id"
OWN_TOKEN_FILE: Final = "token-own.json"  # noqa: S105 - a file's name

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Credential:
    """A token with what is known about it; `own` when the user gave it, `since` when it was had."""

    token: str = field(repr=False)
    user_id: str | None = field(default=None, repr=False)
    expires_at: datetime | None = None
    own: bool = False
    since: datetime | None = None

    def good_at(self, moment: datetime) -> bool:
        """Whether it still holds a minute after `moment`, as far as is known."""
        return self.expires_at is None or moment + EARLY < self.expires_at


class Identity:
    """The client id and the tokens of one installation, kept in `folder` (owner-only files).

    `token` and `client_id` are the user's own, when given. Tokens are kept for each API origin apart; `backend`, when
    given, names the account instead (for a backend whose port changes with every start). A folder that cannot be
    written costs only the memory of the next start.
    """

    def __init__(
        self,
        folder: Path,
        *,
        token: str | None = None,
        client_id: str | None = None,
        backend: str | None = None,
    ) -> None:
        self._folder = folder
        self._backend = backend
        given = (token or "").strip()
        self._given = Credential(given, own=True) if given else None
        self._client_id = _usable(client_id)
        self._credentials: dict[str, Credential] = {}

    @property
    def has_own_token(self) -> bool:
        """Whether the user gave a token."""
        return self._given is not None

    def client_id(self) -> str:
        """The id this installation goes by: given, else kept, else a new one that is kept from now on."""
        if self._client_id is None:
            self._client_id = self._kept_client_id() or self._new_client_id()
        return self._client_id

    def replace_client_id(self) -> str:
        """Makes a new client id and keeps it, after the backend refused the old one."""
        self._client_id = str(uuid.uuid4())
        _write_private(self._folder / CLIENT_ID_FILE, self._client_id)
        return self._client_id

    def credential(self, origin: str, moment: datetime) -> Credential | None:
        """The token to use at `moment`: the user's own, else the one in memory or on disk while it holds."""
        if self._given is not None:
            return self._given
        account = self._account(origin)
        known = self._credentials.get(account) or self._kept_credential(account)
        if known is None or not known.good_at(moment):
            self._credentials.pop(account, None)
            return None
        self._credentials[account] = known
        return known

    def last(self, origin: str) -> Credential | None:
        """The token known for a backend, whether it still holds or not."""
        account = self._account(origin)
        return self._given or self._credentials.get(account) or self._kept_credential(account)

    def secrets(self, origin: str) -> tuple[str, ...]:
        """What must never be said aloud: the token and the client id, where there are any."""
        known, client_id = self.last(origin), self._client_id or self._kept_client_id()
        return tuple(secret for secret in (known.token if known else None, client_id) if secret)

    def keep(self, origin: str, answer: AnonymousToken, moment: datetime | None = None) -> Credential:
        """Remembers a fresh token, in memory and on disk; `moment` is now."""
        account, expires = self._account(origin), answer.expires_at
        if expires is not None and expires.tzinfo is None:
            expires = expires.replace(tzinfo=UTC)
        if expires is not None and moment is not None and expires <= moment + EARLY:
            expires = (
                None  # over as soon as it was given: one of the two clocks is wrong, and the backend will say
            )
        fresh = Credential(answer.token, answer.user_id, expires, since=moment)
        self._credentials[account] = fresh
        record = {
            "account": account,
            "client_id": self.client_id(),
            "token": fresh.token,
            "user_id": fresh.user_id,
            "expires_at": expires.isoformat() if expires else None,
            "since": moment.isoformat() if moment else None,
        }
        _write_private(self._token_file(account), json.dumps(record))
        return fresh

    def forget(self, origin: str, token: str) -> None:
        """Drops a token the backend refused; a newer one, also one that another process kept meanwhile, stays."""
        account = self._account(origin)
        known = self._credentials.get(account)
        if known is not None and known.token == token:
            del self._credentials[account]
        if self._record(account).get("token") == token:
            _remove(self._token_file(account))

    def logout(self) -> bool:
        """Removes the kept tokens of all backends of this folder; whether there were any. The client id stays."""
        self._credentials.clear()
        try:
            kept = list(self._folder.glob("token-*.json"))
        except OSError:
            return False
        for file in kept:
            _remove(file)
        return bool(kept)

    def _account(self, origin: str) -> str:
        return self._backend or origin

    def _token_file(self, account: str) -> Path:
        return self._folder / f"token-{hashlib.sha256(account.encode()).hexdigest()[:16]}.json"

    def _kept_client_id(self) -> str | None:
        try:
            return _usable((self._folder / CLIENT_ID_FILE).read_text("utf-8"))
        except (OSError, ValueError):
            return None

    def _new_client_id(self) -> str:
        fresh, file = str(uuid.uuid4()), self._folder / CLIENT_ID_FILE
        if _create_private(file, fresh):
            return fresh
        kept = self._kept_client_id()  # another process was faster, or what lies there is no id
        if kept is None:
            _write_private(file, fresh)
        return kept or fresh

    def _kept_credential(self, account: str) -> Credential | None:
        record = self._record(account)
        token, expires, user = record.get("token"), record.get("expires_at"), record.get("user_id")
        if not isinstance(token, str) or not token or record.get("client_id") != self.client_id():
            return None
        try:
            until = datetime.fromisoformat(expires) if expires else None
            since = datetime.fromisoformat(record["since"]) if record.get("since") else None
        except (TypeError, ValueError):
            return None
        if until is not None and until.tzinfo is None:
            return None
        return Credential(token, user if isinstance(user, str) else None, until, since=since)

    def _record(self, account: str) -> dict[str, Any]:
        try:
            record = json.loads(self._token_file(account).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return record if isinstance(record, dict) and record.get("account") == account else {}


def keep_own_token(folder: Path, token: str) -> None:
    """Keeps a token of the user's own, until a logout; owner-only. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write_private(folder / OWN_TOKEN_FILE, json.dumps({"token": token}))


def _usable(client_id: str | None) -> str | None:
    """A client id that fits into a header, or None."""
    words = (client_id or "").strip()
    fits = 0 < len(words) <= MAX_CLIENT_ID and words.isascii() and words.isprintable() and " " not in words
    return words if fits else None


def _create_private(path: Path, text: str) -> bool:
    """Writes a new file that only the owner may read; False when something is there already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return False
    except OSError:
        _log.warning(
            "The settings folder cannot be written; this installation will count as a new one next time."
        )
        return True
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return True


def _write_private(path: Path, text: str) -> None:
    """Puts a whole owner-only file in place of whatever was there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(path)
    except OSError:
        _log.warning("The settings folder cannot be written; access will be asked for anew next time.")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        _log.warning("A kept access could not be removed from the settings folder.")
