"""Renders: ids for new ones, and every published shape of a status read into one."""

import uuid
from collections.abc import Mapping
from typing import Any, Final

from nemovideo_mcp.client.answers import words_of
from nemovideo_mcp.client.errors import BadAnswer
from nemovideo_mcp.client.secrecy import scrub
from nemovideo_mcp.wire.render import RenderState, RenderStatus

_STATES: Final = {
    RenderState.PENDING: ("pending", "queued", "waiting", "created", "accepted", "submitted"),
    RenderState.PROCESSING: ("processing", "rendering", "running", "in_progress", "started"),
    RenderState.COMPLETED: ("completed", "complete", "done", "success", "succeeded", "finished"),
    RenderState.FAILED: ("failed", "error", "failure", "timeout"),
    RenderState.CANCELLED: ("cancelled", "canceled", "aborted"),
}
_BY_WORD: Final = {word: state for state, words in _STATES.items() for word in words}
_IDS: Final = ("id", "taskId", "task_id", "renderId", "render_id")
_URLS: Final = ("url", "outputUrl", "output_url", "downloadUrl", "download_url")
TERMINAL: Final = frozenset({RenderState.COMPLETED, RenderState.FAILED, RenderState.CANCELLED})


def new_render_id() -> str:
    """An id nobody has used."""
    return f"render_{uuid.uuid4().hex}"


def read_status(data: Any, *, asked_id: str) -> RenderStatus:
    """A status from any published shape; `url` may be relative to the API. Raises BadAnswer when it is none.

    `progress` comes out as 0 to 100; a fraction below 1 is taken for a share of the whole.
    """
    if data is None:
        data = {}
    if not isinstance(data, Mapping):
        raise BadAnswer
    given = data.get("output")
    output: Mapping[str, Any] = given if isinstance(given, Mapping) else {"url": given}
    url = _first(output, _URLS) or _first(data, _URLS)
    state = _state(data, has_url=url is not None)
    return RenderStatus(
        id=_first(data, _IDS) or asked_id,
        status=state,
        progress=100.0 if state is RenderState.COMPLETED else _progress(data.get("progress")),
        url=url,
        duration=_number(output.get("duration", data.get("duration"))),
        size=_whole(output.get("size", data.get("size"))),
        error=_error(data) if state is RenderState.FAILED else None,
        retry_after=_number(data.get("retry_after", data.get("retryAfter"))),
    )


def _state(data: Mapping[str, Any], *, has_url: bool) -> RenderState:
    word = data.get("status", data.get("state"))
    if isinstance(word, str):
        return _BY_WORD.get(
            word.strip().casefold().replace(" ", "_").replace("-", "_"), RenderState.PROCESSING
        )
    return RenderState.COMPLETED if has_url else RenderState.PENDING


def _first(data: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    found = (data.get(name) for name in names)
    return next((str(value) for value in found if isinstance(value, (str, int)) and str(value)), None)


def _progress(value: Any) -> float | None:
    number = _number(value.rstrip("% ") if isinstance(value, str) else value)
    if number is None:
        return None
    share = isinstance(value, float) and 0 < number < 1
    return min(100.0, max(0.0, number * 100 if share else number))


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if number == number and abs(number) != float("inf") else None  # noqa: PLR0124 - not a number is not itself


def _whole(value: Any) -> int | None:
    number = _number(value)
    return int(number) if number is not None and number >= 0 else None


def _error(data: Mapping[str, Any]) -> str | None:
    return scrub(words_of(data)) or None
