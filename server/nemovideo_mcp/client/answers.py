"""Reading an answer: bytes and a status to data, or to the error they mean."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from math import isfinite
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from nemovideo_mcp.client.errors import (
    ApiError,
    BadAnswer,
    MissingClientId,
    Moved,
    NoSession,
    Refused,
    for_number,
)
from nemovideo_mcp.wire.base import Answer, snake
from nemovideo_mcp.wire.envelope import Code, Envelope
from nemovideo_mcp.wire.headers import CLIENT_ID

Model = TypeVar("Model", bound=Answer)

_FRAME: Final = frozenset({"code", "success", "data"})
_WORDS: Final = ("message", "msg", "detail", "error", "error_message", "errorMessage")


def parsed(body: bytes) -> Any:
    """The JSON of an answer. Raises BadAnswer for anything else."""
    try:
        return json.loads(body.decode("utf-8-sig"), strict=False, parse_constant=_nothing)
    except (ValueError, RecursionError):
        raise BadAnswer from None


def _nothing(_: str) -> None:
    """NaN and the infinities, which are no JSON."""


def unwrapped(answer: Any) -> Any:
    """What an answer carries: `data` of an envelope, or the answer itself where it has none.

    Raises the error of the envelope's code.
    """
    if not isinstance(answer, Mapping):
        return answer
    if not _FRAME & answer.keys() and (not answer.get("error") or _tells_a_status(answer)):
        return answer
    _raise_refusal(answer)
    if "data" in answer:
        return answer["data"]
    return {key: value for key, value in answer.items() if key not in _FRAME}


def failure(status: int, headers: Mapping[str, str], body: bytes) -> ApiError:
    """The error an HTTP status means, made exact by an envelope code in the body where there is one."""
    if 300 <= status < 400:
        return Moved(location=headers.get("location", ""))
    try:
        answer = parsed(body)
    except BadAnswer:
        answer = None
    said = words_of(answer)
    code = _code_of(answer)
    if code in set(Code) - {Code.OK}:
        return for_number(code, said)
    if status == HTTPStatus.BAD_REQUEST and (_is_about_client_id(said) or not body.strip()):
        return MissingClientId(detail=said)
    if status == HTTPStatus.NOT_FOUND and _is_about_session(said):
        return NoSession(detail=said)
    return for_number(status, said, retry_after=retry_after(headers, answer))


def words_of(answer: Any) -> str:
    """What an answer says in words; empty when it says nothing."""
    if isinstance(answer, str):
        return answer
    if not isinstance(answer, Mapping):
        return ""
    return next((words for key in _WORDS if (words := words_of(answer.get(key)))), "")


def retry_after(headers: Mapping[str, str], answer: Any = None) -> float | None:
    """Seconds to wait as the backend says, from its header (seconds or a date) or its answer."""
    given: Any = headers.get("retry-after")
    if given is None and isinstance(answer, Mapping):
        given = answer.get("retry_after", answer.get("retryAfter"))
    if given is None:
        return None
    try:
        seconds = float(given)
    except (TypeError, ValueError):
        return _seconds_until(str(given))
    return max(0.0, seconds) if isfinite(seconds) else None


def read(kind: type[Model], data: Any) -> Model:
    """Data as a model of the wire; what is in an unknown form is left out where it may be missing.

    Raises BadAnswer when something that is needed does not fit.
    """
    while True:
        try:
            return kind.model_validate(data)
        except ValidationError as error:
            fitting = _without([each["loc"] for each in error.errors()], data)
            if fitting is data:
                raise BadAnswer(
                    "The service answered in a form that is not known here; nothing was changed."
                ) from None
            data = fitting


def _without(places: Iterable[tuple[int | str, ...]], data: Any) -> Any:
    """A copy of the data without what stands at these places; the data itself when nothing stands there."""
    if not isinstance(data, (Mapping, list)):
        return data
    under: dict[int | str, list[tuple[int | str, ...]]] = {}
    for place in places:
        under.setdefault(place[0] if place else "", []).append(place[1:])
    pairs = enumerate(data) if isinstance(data, list) else data.items()
    kept: dict[int | str, Any] = {}
    touched = False
    for key, value in pairs:
        inner = under.get(key) or (under.get(snake(key)) if isinstance(key, str) else None)
        fitting = value if inner is None or () in inner else _without(inner, value)
        touched = touched or inner is not None
        if inner is None or fitting is not value:
            kept[key] = fitting
    if not touched:
        return data
    return list(kept.values()) if isinstance(data, list) else kept


def _raise_refusal(answer: Mapping[str, Any]) -> None:
    said = {key: value for key, value in answer.items() if value is not None} | {"message": words_of(answer)}
    try:
        envelope = Envelope.model_validate(said)
    except ValidationError:
        raise Refused(detail=words_of(answer)) from None
    code = envelope.code or _code_of(answer)
    if code != Code.OK:
        raise for_number(code, envelope.message, retry_after=retry_after({}, answer))
    if _tells_a_status(answer) or _tells_a_status(envelope.data):
        return
    if envelope.success is False or (answer.get("error") and "data" not in answer):
        raise Refused(detail=envelope.message or words_of(envelope.data))


def _tells_a_status(data: Any) -> bool:
    """Whether what did not succeed says itself how it stands, as a failed render does."""
    return isinstance(data, Mapping) and isinstance(data.get("status"), str)


def _code_of(answer: Any) -> int:
    """The code an answer carries, or the error in it."""
    if not isinstance(answer, Mapping):
        return Code.OK
    for given in (answer, answer.get("error"), answer.get("detail")):
        code = given.get("code") if isinstance(given, Mapping) else None
        with suppress(TypeError, ValueError, OverflowError):
            return int(code)  # type: ignore[arg-type] # what is no number goes on to the next
    return Code.OK


def _is_about_session(said: str) -> bool:
    return any(word in said.casefold() for word in ("session", "会话"))


def _is_about_client_id(said: str) -> bool:
    folded = said.casefold().replace("_", "-").replace(" ", "-")
    return CLIENT_ID.casefold() in folded or "client-id" in folded


def _seconds_until(date: str) -> float | None:
    try:
        moment = parsedate_to_datetime(date)
    except (TypeError, ValueError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
