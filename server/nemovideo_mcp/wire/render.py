"""Renders: the order, its states, and the four shapes in which a status is published."""

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from nemovideo_mcp.wire.base import Answer, Request


class RenderState(StrEnum):
    """pending → processing → completed, failed or cancelled."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class RenderOutput(Request):
    """What file is wanted; `resolution` as in 1080p, `fps` in frames per second."""

    format: str = "mp4"
    quality: Literal["high", "medium", "low"] = "high"
    resolution: str | None = None
    fps: float | None = None


class RenderRequest(Request):
    """Orders a render; the id is the caller's, `render_<unique>`."""

    id: str
    session_id: str = Field(alias="sessionId")
    draft: dict[str, Any]
    output: RenderOutput = Field(default_factory=RenderOutput)


class RenderStatus(Answer):
    """A status in one form, whichever shape it came in.

    `progress` is 0 to 100; `duration` in seconds, `size` in bytes; `retry_after` in seconds is a hint.
    """

    id: str = ""
    status: RenderState
    progress: float | None = None
    url: str | None = None
    duration: float | None = None
    size: int | None = None
    error: str | None = None
    retry_after: float | None = None
