"""The errors: every code and status has its class, and no secret gets into a message."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.client import errors
from nemovideo_mcp.client.answers import failure, retry_after, unwrapped
from nemovideo_mcp.client.errors import ApiError
from nemovideo_mcp.client.secrecy import scrub
from nemovideo_mcp.wire.envelope import Code
from requirements import requirement

ALL = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, ApiError)]
SECRETS = [
    "nmv_usr_abcDEF123",
    "clm_abcDEF123-x",
    "anon_81ab",
    "Bearer abc.def",
    "0b2f6c1e-5c0e-4f0e-9a53-0123456789ab",
    "5529798706024415232",
    "eyJhbGciOi.eyJzdWIiOi.c2ln",
    "render_81ab22",
]


def _caught(answer: object) -> ApiError:
    with pytest.raises(ApiError) as caught:
        unwrapped(answer)
    return caught.value


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (1001, "BadToken"),
        (1002, "NoSession"),
        (2001, "NoCredits"),
        (4001, "UnsupportedFile"),
        (4002, "FileTooLarge"),
    ],
)
def test_every_published_code_has_its_error(code: int, kind: str) -> None:
    """Under HTTP 200 as well as under any other status."""
    assert type(_caught({"code": code, "message": "no"})).__name__ == kind
    assert type(failure(500, {}, json.dumps({"code": code}).encode())).__name__ == kind


def test_the_code_table_is_complete_in_both_directions() -> None:
    """No code without an error, no error for two codes."""
    assert set(errors.BY_CODE) == set(Code) - {Code.OK}
    assert len(set(errors.BY_CODE.values())) == len(errors.BY_CODE)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        *[(302, "Moved"), (401, "NotAllowed"), (402, "PlanRequired"), (403, "NotAllowed")],
        *[
            (404, "NotFound"),
            (409, "Conflict"),
            (413, "FileTooLarge"),
            (415, "UnsupportedFile"),
            (418, "Refused"),
        ],
        *[
            (422, "Invalid"),
            (429, "RateLimited"),
            (500, "ServerFault"),
            (502, "ServerFault"),
            (503, "ServerFault"),
        ],
    ],
)
def test_every_status_has_its_error(status: int, kind: str) -> None:
    """Whatever the body is."""
    for body in (
        b"",
        b"<html>no</html>",
        b'{"detail":"no"}',
        b'{"detail":[{"loc":["body"],"msg":"no"}]}',
        b"[1]",
    ):
        assert type(failure(status, {}, body)).__name__ == kind


@requirement("AUTH-10")
def test_a_bad_request_without_a_word_is_about_the_client_id_and_any_other_is_not() -> None:
    """The one published reason for a 400; whoever has another says it."""
    assert type(failure(400, {}, b"")) is errors.MissingClientId
    assert type(failure(400, {}, b"<html>bad request</html>")) is errors.Invalid
    assert type(failure(400, {}, b'{"detail":"task_name is too long"}')) is errors.Invalid


@requirement("AUTH-10")
@pytest.mark.parametrize("said", ["Missing X-Client-Id header", "client_id is required", "no client id"])
def test_a_missing_client_id_is_told_from_other_bad_requests(said: str) -> None:
    """Only that one can be mended by making an id."""
    assert type(failure(400, {}, json.dumps({"detail": said}).encode())) is errors.MissingClientId


@requirement("HEAD-4", "CRED-3")
def test_402_names_the_missing_header_and_never_blames_credits() -> None:
    """Headers or plan; and it says so."""
    error = failure(402, {}, b'{"code":402,"message":"Missing header: x-skill-version"}')
    assert isinstance(error, errors.PlanRequired)
    assert error.missing_header == "X-Skill-Version"
    assert "X-Skill-Version" in error.message
    plan = failure(402, {}, b'{"message":"Subscription required"}')
    assert isinstance(plan, errors.PlanRequired)
    assert plan.missing_header is None
    assert "not a matter of credits" in plan.message


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_error_has_words_and_a_next_step_of_its_own(kind: type[ApiError]) -> None:
    """No bare class name ever reaches a user; the tree in the docstring names each."""
    error = kind()
    assert error.message.endswith((".", "?)."))
    assert error.next_step.endswith((".", "again."))
    assert kind is ApiError or error.message != ApiError().message
    assert kind.__name__ in (errors.__doc__ or "")


DRAWN = re.findall(r"^([│ ]*)[├└]── (\w+)\s*(.*)$", errors.__doc__ or "", re.MULTILINE)
AGAIN = {
    *("RateLimited", "ServerFault", "Unreachable", "BadAnswer", "Moved"),
    *("AgentFailed", "RenderFailed", "DownloadFailed"),
}


def test_the_tree_is_drawn_as_it_grows() -> None:
    """Every class once, below its parent, with the codes and statuses that lead to it, and no other."""
    assert sorted(name for _, name, _ in DRAWN) == sorted(
        kind.__name__ for kind in ALL if kind is not ApiError
    )
    above = {len(indent): name for indent, name, _ in DRAWN if not indent}
    for indent, name, _ in DRAWN:
        above[len(indent)] = name
        parent = above[len(indent) - 4] if indent else "ApiError"
        assert getattr(errors, name).__base__.__name__ == parent
    codes = {int(code): name for _, name, what in DRAWN for code in re.findall(r"code (\d+)", what)}
    assert codes == {int(code): kind.__name__ for code, kind in errors.BY_CODE.items()}
    statuses = {
        int(status): name
        for _, name, what in DRAWN
        for status in re.findall(r"\b([1-5]\d\d)\b(?! about)", what)
    }
    mapped = {status: kind.__name__ for status, kind in errors.BY_STATUS.items() if status != 400}
    assert statuses == mapped


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_whether_to_try_again_is_said_for_every_error(kind: type[ApiError]) -> None:
    """A refusal is no better the second time; a fault, a lost way and a busy service may be."""
    assert kind().retryable is (kind.__name__ in AGAIN)


@requirement("AUTH-7")
@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("secret", SECRETS)
def test_no_secret_gets_into_an_error(kind: type[ApiError], secret: str) -> None:
    """What the backend says is told without tokens, ids and raw JSON."""
    error = kind(detail=f'Access with {secret} failed: {{"token": "{secret}"}}')
    assert secret.rsplit(" ", maxsplit=1)[-1] not in f"{error} {error!r} {error.detail}"
    assert "{" not in str(error)


@requirement("AUTH-7")
@given(st.sampled_from(SECRETS), st.text(max_size=30), st.text(max_size=30))
def test_secrets_are_found_between_any_words(secret: str, before: str, after: str) -> None:
    """Set apart by blanks, a secret never survives."""
    assert secret.rsplit(" ", maxsplit=1)[-1] not in scrub(f"{before} {secret} {after}")


def test_what_the_service_says_is_kept_when_it_is_fit() -> None:
    """A useful sentence reaches the user."""
    error = _caught({"code": 4001, "message": "clip.mp4 is a text file"})
    assert "clip.mp4 is a text file" in error.message
    assert "mp4" in error.next_step


@pytest.mark.parametrize(
    ("answer", "data"),
    [
        ({"code": 0, "data": {"a": 1}}, {"a": 1}),
        ({"code": 0, "message": "success", "data": []}, []),
        ({"code": "0", "data": {"a": 1}}, {"a": 1}),
        ({"success": True, "data": {"status": "pending"}}, {"status": "pending"}),
        ({"data": {"a": 1}}, {"a": 1}),
        ({"status": "completed", "output": {"url": "u"}}, {"status": "completed", "output": {"url": "u"}}),
        ({"code": 0, "available": 3}, {"available": 3}),
        ([1], [1]),
    ],
)
def test_envelopes_with_and_without_their_fields(answer: object, data: object) -> None:
    """All of them carry what they carry."""
    assert unwrapped(answer) == data


def test_refusals_of_unknown_kinds_are_refusals() -> None:
    """A code nobody published, a success that is none, a code in words."""
    assert [type(_caught(each)).__name__ for each in ({"code": 7}, {"success": False}, {"code": "E_NO"})] == [
        "Refused"
    ] * 3


def test_retry_after_is_read_as_seconds_and_as_a_date() -> None:
    """Both are in use; nonsense is nothing."""
    assert retry_after({"retry-after": "120"}) == 120
    assert retry_after({}, {"retry_after": 3}) == 3
    assert retry_after({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0
    assert retry_after({"retry-after": "soon"}) is None
