"""Reading an answer: bytes and a status to data, or to the error they mean."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from nemovideo_mcp.client.errors import ApiError, BadAnswer, MissingClientId, Moved, Refused, for_number
from nemovideo_mcp.wire.base import Answer
from nemovideo_mcp.wire.envelope import Code, Envelope
from nemovideo_mcp.wire.headers import CLIENT_ID

Model = TypeVar("Model", bound=Answer)

_FRAME: Final = frozenset({"code", "success", "data"})
_WORDS: Final = ("message", "msg", "detail", "error", "error_message", "errorMessage")


def parsed(body: bytes) -> Any:
    """The JSON of an answer. Raises BadAnswer for anything else."""
    try:
        return json.loads(body.decode("utf-8-sig"), strict=False)
    except (ValueError, RecursionError):
        raise BadAnswer from None


def unwrapped(answer: Any) -> Any:
    """What an answer carries: `data` of an envelope, or the answer itself where it has none.

    Raises the error of the envelope's code.
    """
    if not isinstance(answer, Mapping):
        return answer
    if not _FRAME & answer.keys():
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
    if status == HTTPStatus.BAD_REQUEST and _is_about_client_id(said):
        return MissingClientId(detail=said)
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
        return max(0.0, float(given))
    except (TypeError, ValueError):
        return _seconds_until(str(given))


def read(kind: type[Model], data: Any) -> Model:
    """Data as a model of the wire. Raises BadAnswer when it does not fit."""
    try:
        return kind.model_validate(data)
    except ValidationError:
        raise BadAnswer(
            "The service answered in a form that is not known here; nothing was changed."
        ) from None


def _raise_refusal(answer: Mapping[str, Any]) -> None:
    try:
        envelope = Envelope.model_validate(dict(answer) | {"message": words_of(answer)})
    except ValidationError:
        raise Refused(detail=words_of(answer)) from None
    if envelope.code != Code.OK:
        raise for_number(envelope.code, envelope.message, retry_after=retry_after({}, answer))
    if envelope.success is False:
        raise Refused(detail=envelope.message or words_of(envelope.data))


def _code_of(answer: Any) -> int:
    code = answer.get("code") if isinstance(answer, Mapping) else None
    try:
        return int(code) if code is not None else Code.OK
    except (TypeError, ValueError):
        return Code.OK


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
