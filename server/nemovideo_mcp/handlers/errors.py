"""What a handler refuses or fails at: what happened, what was done all the same, and what to do next."""

from collections.abc import Sequence


class HandlerError(Exception):
    """A failure told to a person; `done` lists what stands although the rest failed."""

    def __init__(self, message: str, next_step: str, done: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step
        self.done = tuple(done)


class BadPrompt(HandlerError):
    """A prompt that cannot be worked with: empty, or far too long."""


class BadPath(HandlerError):
    """A path that may not be read or written, or is not there."""


class BadLut(HandlerError):
    """A colour table that the backend does not take, or that is none."""


class NoSuchProject(HandlerError):
    """A project nobody knows by that id."""


class NoSuchJob(HandlerError):
    """A job nobody knows by that id."""


class NothingToExport(HandlerError):
    """An export of an empty timeline."""


class BrokenFile(HandlerError):
    """A file that is not the whole film, picture or sound it should be."""


class ExportFailed(HandlerError):
    """A render that ended without a good file."""


class StillRendering(ExportFailed):
    """A render that has not ended yet although it was waited for; it goes on."""


class Conflict(HandlerError):
    """An edit meant for a timeline that has moved on since; nothing was done."""


class EditRefused(HandlerError):
    """Operations of which one cannot be done, and so none was."""


class NoPreview(HandlerError):
    """A preview that this backend cannot give, or of what is not there."""


class NoTranscript(HandlerError):
    """A transcript that this backend cannot give, or of what is not there."""


class ChatFailed(HandlerError):
    """An edit that the backend did not do."""
