"""The client id and the kept tokens of an installation."""

import os
import stat
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.wire.account import AnonymousToken
from requirements import requirement

NOW = datetime(2026, 11, 21, tzinfo=UTC)
API = "https://api.example:443"


def _token(value: str, days: float | None = 7) -> AnonymousToken:
    expires = None if days is None else NOW + timedelta(days=days)
    return AnonymousToken(token=value, user_id="anon_1", expires_at=expires)


@requirement("AUTH-3")
def test_the_client_id_is_given_else_kept_else_made(tmp_path: Path) -> None:
    """A made one is a UUID and is found again."""
    made = Identity(tmp_path).client_id()
    assert str(uuid.UUID(made)) == made
    assert (tmp_path / "client_id").read_text() == made
    assert Identity(tmp_path).client_id() == made
    assert Identity(tmp_path, client_id="my-own").client_id() == "my-own"


@requirement("AUTH-3")
@pytest.mark.parametrize("content", [b"", b"a b", b"x" * 65, b"\xff\xfe", "é".encode(), b"two\nlines"])
def test_an_unusable_client_id_file_is_replaced(tmp_path: Path, content: bytes) -> None:
    """What cannot be sent in a header is no id."""
    (tmp_path / "client_id").write_bytes(content)
    made = Identity(tmp_path).client_id()
    assert str(uuid.UUID(made)) == made
    assert Identity(tmp_path).client_id() == made


@requirement("AUTH-4")
def test_a_token_survives_a_restart_until_it_expires(tmp_path: Path) -> None:
    """Kept with its expiry and its user."""
    Identity(tmp_path).keep(API, _token("nmv_usr_1"))
    again = Identity(tmp_path)
    known = again.credential(API, NOW + timedelta(days=6))
    assert known is not None
    assert (known.token, known.user_id) == ("nmv_usr_1", "anon_1")
    assert again.credential(API, NOW + timedelta(days=7)) is None


@requirement("AUTH-4")
def test_a_token_without_expiry_is_used_until_it_is_refused(tmp_path: Path) -> None:
    """The expiry may be missing from the answer."""
    Identity(tmp_path).keep(API, _token("nmv_usr_1", None))
    assert Identity(tmp_path).credential(API, NOW + timedelta(days=400)) is not None


@requirement("AUTH-4")
def test_kept_files_are_owner_only(tmp_path: Path) -> None:
    """Token and client id alike."""
    identity = Identity(tmp_path / "new")
    identity.keep(API, _token("nmv_usr_1"))
    modes = {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "new").iterdir()}
    if os.name == "posix":  # elsewhere permissions are not bits
        assert modes == {0o600}
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


@requirement("AUTH-4")
def test_logout_removes_the_token_and_keeps_the_client_id(tmp_path: Path) -> None:
    """The next connection asks for a new token under the same id."""
    identity = Identity(tmp_path)
    identity.keep(API, _token("nmv_usr_1"))
    made = identity.client_id()
    assert Identity(tmp_path).logout()
    assert not Identity(tmp_path).logout()
    assert Identity(tmp_path).credential(API, NOW) is None
    assert Identity(tmp_path).client_id() == made


def test_tokens_of_two_backends_stay_apart(tmp_path: Path) -> None:
    """Also when the backend is named, so that its port does not matter."""
    identity = Identity(tmp_path)
    identity.keep(API, _token("nmv_usr_1"))
    assert identity.credential("http://other:80", NOW) is None
    Identity(tmp_path, backend="studio").keep("http://127.0.0.1:1", _token("nmv_usr_2"))
    named = Identity(tmp_path, backend="studio").credential("http://127.0.0.1:2", NOW)
    assert named is not None
    assert named.token == "nmv_usr_2"  # noqa: S105 - a test's token


def test_a_token_belongs_to_its_client_id(tmp_path: Path) -> None:
    """Another NEMO_CLIENT_ID is another account."""
    Identity(tmp_path, client_id="one").keep(API, _token("nmv_usr_1"))
    assert Identity(tmp_path, client_id="two").credential(API, NOW) is None
    assert Identity(tmp_path, client_id="one").credential(API, NOW) is not None


def test_only_the_refused_token_is_forgotten(tmp_path: Path) -> None:
    """A newer one that another process kept stays on disk."""
    mine = Identity(tmp_path)
    mine.keep(API, _token("nmv_usr_old"))
    Identity(tmp_path).keep(API, _token("nmv_usr_new"))
    mine.forget(API, "nmv_usr_old")
    known = mine.credential(API, NOW)
    assert known is not None
    assert known.token == "nmv_usr_new"  # noqa: S105 - a test's token


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"token": 1}', b"\xff"])
def test_a_broken_token_file_is_no_token(tmp_path: Path, content: bytes) -> None:
    """It is asked for anew, not fallen over."""
    Identity(tmp_path).keep(API, _token("nmv_usr_1"))
    next(tmp_path.glob("token-*.json")).write_bytes(content)
    assert Identity(tmp_path).credential(API, NOW) is None


def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("")
    identity = Identity(tmp_path / "file")
    identity.keep(API, _token("nmv_usr_1"))
    assert identity.credential(API, NOW) is not None
    assert identity.client_id() == identity.client_id()


@requirement("AUTH-7")
def test_a_credential_does_not_show_its_token(tmp_path: Path) -> None:
    """Not even where somebody prints it."""
    assert "nmv_usr_1" not in repr(Identity(tmp_path).keep(API, _token("nmv_usr_1")))
