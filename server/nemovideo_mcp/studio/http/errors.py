"""Every error in one place: which envelope code or HTTP status it becomes, and in which words."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeAlias

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.fetch import BadUrl
from nemovideo_mcp.studio.store import errors as store
from nemovideo_mcp.studio.timeline.codec import DraftError
from nemovideo_mcp.wire.envelope import Code

log = logging.getLogger(__name__)
Handler: TypeAlias = Callable[[Request, Any], Awaitable[Response]]


class MissingHeader(Exception):
    """A header the call needs is not there; `status` is the HTTP status for that."""

    def __init__(self, name: str, status: int) -> None:
        self.status = status
        super().__init__(f"The header {name} is missing. Nothing was done; send the call again with it.")


class BadBody(Exception):
    """The body cannot be read as what the call needs; `detail` as FastAPI gives it: a sentence, or a list of faults."""

    def __init__(self, detail: str | list[dict[str, Any]]) -> None:
        self.detail = detail
        super().__init__(str(detail))

    @classmethod
    def of(cls, fault: ValidationError) -> "BadBody":
        """The faults of a body, without repeating what was in it."""
        faults = fault.errors(include_url=False, include_context=False, include_input=False)
        return cls([{**one, "loc": ["body", *one["loc"]]} for one in faults])


ENVELOPE: Final[dict[type[Exception], Code]] = {
    store.BadToken: Code.BAD_TOKEN,
    store.NoSession: Code.NO_SESSION,
    store.NoCredits: Code.NO_CREDITS,
}
STATUS: Final[dict[type[Exception], int]] = {
    store.NoRender: 404,
    store.NoMedia: 404,
    store.RenderTaken: 409,
    store.Conflict: 409,
    DraftError: 422,
    BadUrl: 422,
}


def failure(code: Code, message: str, status: int = 200) -> JSONResponse:
    """An error in the envelope; the API answers those under HTTP 200."""
    return JSONResponse({"code": int(code), "message": message, "data": None}, status)


def refusal(status: int, message: Any, headers: dict[str, str] | None = None) -> JSONResponse:
    """An error as an HTTP status; `message` for people, `detail` for clients that expect FastAPI."""
    words = message if isinstance(message, str) else "The body of the request does not fit."
    return JSONResponse({"detail": message, "message": words}, status, headers)


async def _enveloped(_: Request, error: Exception) -> Response:
    return failure(ENVELOPE[type(error)], str(error))


async def _refused(_: Request, error: Exception) -> Response:
    return refusal(STATUS[type(error)], str(error))


async def _bad_media(_: Request, error: BadMedia) -> Response:
    code = Code.FILE_TOO_LARGE if error.kind == "too_large" else Code.BAD_FILE_TYPE
    return failure(code, f"{error.reason} {error.hint}".strip())


async def _too_many(_: Request, error: store.TooManyTokens) -> Response:
    return refusal(429, str(error), {"Retry-After": str(error.retry_after)})


async def _missing_header(_: Request, error: MissingHeader) -> Response:
    return refusal(error.status, str(error))


async def _bad_body(_: Request, error: BadBody) -> Response:
    return refusal(422, error.detail)


async def _http(_: Request, error: HTTPException) -> Response:
    return refusal(error.status_code, error.detail, dict(error.headers or {}))


async def _left(_: Request, __: ClientDisconnect) -> Response:
    return Response(status_code=499)


async def _unexpected(_: Request, error: Exception) -> Response:
    log.error("a call failed", exc_info=error)
    return refusal(
        500, f"The studio failed ({type(error).__name__}). What was asked for was not done; try again."
    )


HANDLERS: Final[dict[Any, Handler]] = {
    **dict.fromkeys(ENVELOPE, _enveloped),
    **dict.fromkeys(STATUS, _refused),
    BadMedia: _bad_media,
    store.TooManyTokens: _too_many,
    MissingHeader: _missing_header,
    BadBody: _bad_body,
    HTTPException: _http,
    ClientDisconnect: _left,
    Exception: _unexpected,
}
