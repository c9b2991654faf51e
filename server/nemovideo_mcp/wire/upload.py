"""Uploads: what may be sent, how much of it, and what comes back."""

from typing import Any, Final

from nemovideo_mcp.wire.base import Answer, Request

EXTENSIONS: Final = (
    *("mp4", "mov", "avi", "webm", "mkv"),
    *("jpg", "jpeg", "png", "gif", "webp"),
    *("mp3", "wav", "m4a", "aac"),
)
MAX_BYTES: Final = 500 * 1000 * 1000
FORM_FIELD: Final = "files"


class UrlUpload(Request):
    """Uploads by address instead of by bytes."""

    urls: list[str]
    source_type: str = "url"


class UploadedFile(Answer):
    """One file as the backend knows it; `duration` in seconds."""

    filename: str = ""
    file_type: str = ""
    cdn_url: str | None = None
    duration: float | None = None
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    hash: str | None = None
    metadata: Any = None


class UploadAnswer(Answer):
    """The files of one call, in its order."""

    files: list[UploadedFile]
    session_state_applied: bool | None = None
