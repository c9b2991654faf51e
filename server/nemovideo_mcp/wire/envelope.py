"""The envelope around an answer, and the codes it can carry."""

from enum import IntEnum
from typing import Any

from pydantic import Field

from nemovideo_mcp.wire.base import Answer


class Code(IntEnum):
    """Envelope codes; anything but OK is an error, also under HTTP 200."""

    OK = 0
    BAD_TOKEN = 1001
    NO_SESSION = 1002
    NO_CREDITS = 2001
    BAD_FILE_TYPE = 4001
    FILE_TOO_LARGE = 4002


class Envelope(Answer):
    """`{"code": 0, "data": …}`, or an error with `message`; some answers have `success` instead of a code."""

    code: int = 0
    message: str = ""
    success: bool | None = None
    data: Any = Field(default=None)
