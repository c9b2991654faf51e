"""What can be wrong with a question to the store; each error's text is a sentence for people."""

from datetime import UTC, datetime


class StoreError(Exception):
    """Something asked of the store cannot be done; nothing was changed."""


class BadToken(StoreError):
    """The token is unknown, or its time is over."""


class TooManyTokens(StoreError):
    """This client has its free token already; `retry_after` in seconds."""

    def __init__(self, retry_after: float) -> None:
        self.retry_after = max(1, round(retry_after))
        hours = self.retry_after / 3600
        super().__init__(
            f"This client has had its free token this week. The next one comes in {hours:.0f} hours."
        )


class NoCredits(StoreError):
    """The balance does not reach; credits are whole numbers."""

    def __init__(self, needed: int, available: int) -> None:
        super().__init__(f"This needs {needed} credits and {available} are left. Nothing was changed.")


class NoSession(StoreError):
    """There is no such session, or it belongs to someone else."""


class NoRevision(StoreError):
    """There is nothing to undo or to redo."""


class Conflict(StoreError):
    """The timeline has moved on since the edit began; `revision` is the current one."""

    def __init__(self, base: int, revision: int) -> None:
        self.base = base
        self.revision = revision
        super().__init__(
            f"This edit began at revision {base}, and the timeline is at {revision} now. "
            "The edit was not made. Read the timeline and repeat it."
        )


class NoRender(StoreError):
    """There is no such render, or it belongs to someone else."""


class RenderTaken(StoreError):
    """Another session uses this render id."""


class NoMedia(StoreError):
    """There is no such file in this session."""


class FolderTooNew(StoreError):
    """A newer version of the program wrote this data folder."""


def utc(at: float) -> datetime:
    """Seconds since 1970 as a date."""
    return datetime.fromtimestamp(at, UTC)
