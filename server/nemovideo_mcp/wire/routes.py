"""Where each call goes: the paths of the API, and nothing else."""

from typing import Final
from urllib.parse import quote, urlencode

DEFAULT_API_URL: Final = "https://mega-api-prod.nemovideo.ai"
DEFAULT_WEB_URL: Final = "https://nemovideo.com"

ANONYMOUS_TOKEN: Final = "/api/auth/anonymous-token"  # noqa: S105 - a path, not a secret
CLAIM_TOKEN: Final = "/api/auth/claim-token"  # noqa: S105 - a path, not a secret
SESSIONS: Final = "/api/tasks/me/with-session/nemo_agent"
CHAT: Final = "/run_sse"
UPLOAD: Final = "/api/upload-video/nemo_agent/me/{session_id}"
BALANCE: Final = "/api/credits/balance/simple"
STATE: Final = "/api/state/nemo_agent/me/{session_id}/latest"
PREVIEW: Final = "/api/preview/nemo_agent/me/{session_id}"  # the studio's own; not in the published API
TRANSCRIPT: Final = "/api/transcript/nemo_agent/me/{session_id}"  # the studio's own as well
TRANSCRIPT_CANCEL: Final = "/api/transcript/nemo_agent/me/{session_id}/cancel"
LUT: Final = "/api/lut/nemo_agent/me/{session_id}"  # and this too
RENDERS: Final = "/api/render/proxy/lambda"
RENDER: Final = "/api/render/proxy/lambda/{render_id}"
RENDER_CANCEL: Final = "/api/render/proxy/lambda/{render_id}/cancel"
RENDER_DOWNLOAD: Final = "/api/render/proxy/{render_id}/download"
CLAIM_PAGE: Final = "/workspace/claim"
REGISTER_PAGE: Final = "/register"


def upload(session_id: str) -> str:
    """Path that takes files for a session."""
    return UPLOAD.format(session_id=quote(session_id, safe=""))


def state(session_id: str) -> str:
    """Path of a session's latest state."""
    return STATE.format(session_id=quote(session_id, safe=""))


def preview(session_id: str, *, at_ms: int | None = None, count: int | None = None) -> str:
    """Path of a picture of a session's timeline: the frame at a time in ms, or a sheet of so many frames.

    Only the studio has it; another backend answers 404.
    """
    asked = f"at_ms={at_ms or 0}" if count is None else f"count={count}"
    return f"{PREVIEW.format(session_id=quote(session_id, safe=''))}?{asked}"


def transcript(session_id: str, *, clip: str | None = None, language: str | None = None) -> str:
    """Path of what is said in a session's timeline, or in the source of a clip (an id, or a file's name).

    Only the studio has it; another backend answers 404.
    """
    asked = {"clip": clip, "language": language}
    path = TRANSCRIPT.format(session_id=quote(session_id, safe=""))
    return f"{path}?{urlencode({name: value for name, value in asked.items() if value})}"


def transcript_cancel(session_id: str) -> str:
    """Path that stops listening for a session."""
    return TRANSCRIPT_CANCEL.format(session_id=quote(session_id, safe=""))


def lut(session_id: str) -> str:
    """Path that takes a colour table for a session. Only the studio has it; another backend answers 404."""
    return LUT.format(session_id=quote(session_id, safe=""))


def render(render_id: str) -> str:
    """Path of a render's status."""
    return RENDER.format(render_id=quote(render_id, safe=""))


def render_cancel(render_id: str) -> str:
    """Path that stops a render."""
    return RENDER_CANCEL.format(render_id=quote(render_id, safe=""))


def render_download(render_id: str) -> str:
    """Path of a finished render's bytes."""
    return RENDER_DOWNLOAD.format(render_id=quote(render_id, safe=""))


def claim_link(web_url: str, claim_token: str) -> str:
    """Browser link to a project; it carries a claim token, never the API token."""
    return f"{web_url.rstrip('/')}{CLAIM_PAGE}?ct={quote(claim_token, safe='')}"


def registration_link(web_url: str, user_id: str) -> str:
    """Browser link where an anonymous user becomes a registered one."""
    return f"{web_url.rstrip('/')}{REGISTER_PAGE}?bind={quote(user_id, safe='')}"
