"""What can be wrong with speech: a model that cannot be used, a work that was stopped."""


class ModelError(Exception):
    """A model that is missing or is not what it should be: `reason` (what was found), `hint` (what to do next)."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(f"{reason} {hint}")
        self.reason = reason
        self.hint = hint


class StoppedError(Exception):
    """Nobody waits for it any more; what was heard so far is dropped."""
