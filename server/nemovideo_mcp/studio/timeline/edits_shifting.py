"""The edit that puts all captions earlier or later, when they do not come with what is said."""

from typing import Annotated, Final, Literal

from pydantic import Field

from nemovideo_mcp.studio.timeline.edit import Edit, EditError, changed
from nemovideo_mcp.studio.timeline.edits_subtitles import require_captions
from nemovideo_mcp.studio.timeline.model import Project, Text
from nemovideo_mcp.studio.timeline.ripple import settled
from nemovideo_mcp.studio.timeline.time import Ticks, from_ms

FURTHEST_MS: Final = 3_600_000


class ShiftSubtitles(Edit):
    """Show all captions `by_ms` later, or with a minus earlier; what would be seen outside the film is gone."""

    op: Literal["shift_subtitles"] = "shift_subtitles"
    by_ms: Annotated[int, Field(ge=-FURTHEST_MS, le=FURTHEST_MS)]

    def apply(self, project: Project) -> Project:
        """With the captions so."""
        require_captions(project)
        by = from_ms(self.by_ms)
        moved = [
            _shifted(text, by, project.duration) if text.role == "caption" else text for text in project.texts
        ]
        kept = tuple(text for text in moved if text is not None)
        if not any(text.role == "caption" for text in kept):
            raise EditError("shifted_out")
        return settled(changed(project, texts=kept))


def _shifted(text: Text, by: Ticks, length: Ticks) -> Text | None:
    """A caption at its new time, without what lies before the film's beginning; None where nothing of it is in the film."""
    start, end = text.at + by, text.at + text.duration + by
    if end <= 0 or start >= length:
        return None
    words = [
        word.model_copy(update={"at": max(0, word.at + by), "end": word.end + by})
        for word in text.words
        if word.end + by > 0
    ]
    start = max(0, start)
    return text.model_copy(
        update={"at": start, "duration": end - start, "pinned": None, "words": tuple(words)}
    )
