"""Reading request bodies: bounded JSON into a wire model, or a refusal that says what does not fit."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse

from nemovideo_mcp.studio.http.errors import BadBody

_Model = TypeVar("_Model", bound=BaseModel)


async def read(request: Request, model: type[_Model], *, limit: int = 1 << 20) -> _Model:
    """The body as `model`; BadBody when it is none or has more than `limit` bytes."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise BadBody(f"The request is longer than {limit // 1024} kB. Nothing was done; send less.")
    try:
        return model.model_validate_json(bytes(body))
    except ValidationError as fault:
        raise BadBody.of(fault) from fault


def success(data: Any) -> JSONResponse:
    """An answer in the envelope."""
    return JSONResponse({"code": 0, "message": "", "data": data})
