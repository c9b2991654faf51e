"""Failures in words, in one place: what happened, what was and was not done, what to do next."""

import logging

from nemovideo_mcp.client.errors import ApiError
from nemovideo_mcp.handlers.errors import HandlerError

_log = logging.getLogger(__name__)


def told(error: Exception, tool: str) -> str:
    """What the user reads; an error nobody foresaw is logged whole and told without its insides."""
    if isinstance(error, HandlerError):
        return _joined(error.message, _done(error.done), error.next_step)
    if isinstance(error, ApiError):
        return _joined(error.message, "", error.next_step)
    import sqlite3  # only an error needs it, a listing does not

    if isinstance(error, OSError | sqlite3.Error):
        _log.error("%s could not use its files", tool, exc_info=error)
        return _joined(
            f"A file or folder that {tool} needs cannot be used ({_system(error)}).",
            "What was done before stands.",
            "`nemovideo-mcp doctor` shows where the data lies; see that the folder is there, writable, and has room.",
        )
    _log.error("%s failed in a way nobody foresaw", tool, exc_info=error)
    return _joined(
        f"Something went wrong inside {tool} ({type(error).__name__}).",
        "What was done before stands; get_timeline shows how it is.",
        "Try again; if it happens twice, `nemovideo-mcp doctor` finds out more.",
    )


def _system(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else str(error)) or type(error).__name__


def _done(done: tuple[str, ...]) -> str:
    return f"Done before that: {' '.join(done)}" if done else ""


def _joined(*parts: str) -> str:
    return " ".join(_ended(part.strip()) for part in parts if part.strip())


def _ended(part: str) -> str:
    """A part as a sentence; an address at its end stays as it is."""
    last = part.rsplit(maxsplit=1)[-1]
    return part if part[-1] in ".!?…。！？)）" or "://" in last else f"{part}."
