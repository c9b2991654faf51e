"""Sessions: opening one, and reading the state it is in."""

from typing import Any

from pydantic import Field

from nemovideo_mcp.wire.base import Answer, Request
from nemovideo_mcp.wire.draft import Draft
from nemovideo_mcp.wire.upload import UploadedFile


class SessionRequest(Request):
    """Opens a project with a session; `language` as in zh-CN, en, ja, es."""

    task_name: str = "project"
    language: str = "en"


class Session(Answer):
    """Ids of the new project; all are strings, `session_id` of digits."""

    session_id: str
    task_id: str = ""
    user_id: str | None = None


class Canvas(Answer):
    """Picture of the project in pixels and frames per second."""

    width: int | None = None
    height: int | None = None
    fps: float | None = None


class SessionState(Answer):
    """What a session holds; everything in it may be missing on a fresh one."""

    draft: Draft | None = None
    video_infos: list[UploadedFile] = Field(default_factory=list)
    canvas_config: Canvas | None = None
    generated_media: Any = None
    video_analyses: Any = None


class StateAnswer(Answer):
    """`GET …/latest`: ids, the project's name, and its state."""

    session_id: str = ""
    task_id: str = ""
    task_name: str = ""
    user_id: str | None = None
    state: SessionState = Field(default_factory=SessionState)
