"""Edits that write several captions at once, each with its own time."""

from typing import Annotated, Final, Literal

from pydantic import Field

from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, as_signed, changed, point, require_clips
from nemovideo_mcp.studio.timeline.edits_subtitles import seen_together
from nemovideo_mcp.studio.timeline.model import Frozen, Place, Project, Text
from nemovideo_mcp.studio.timeline.ripple import settled
from nemovideo_mcp.studio.timeline.time import as_text, from_ms
from nemovideo_mcp.studio.timeline.words import check_words

LONGEST_CAPTION: Final = 500
CAPTION_SIZE: Final = 6


class Cue(Frozen):
    """One caption and when it is seen, in ms of the film."""

    start_ms: int
    end_ms: int
    text: str


class AddCaptions(Edit):
    """Write captions at the bottom of the picture, each at its time; what would reach past the film's end stops there.

    They stand in place of the captions made of what is said that would be seen at the same time.
    """

    op: Literal["add_captions"] = "add_captions"
    cues: Annotated[tuple[Cue, ...], Field(min_length=1, max_length=500)]

    def apply(self, project: Project) -> Project:
        """With the captions added to those there are."""
        require_clips(project)
        ids = Ids(project)
        captions = [self._caption(project, cue, ids.new("t")) for cue in self.cues]
        kept = [
            text
            for text in project.texts
            if not text.words or not any(seen_together(text, caption) for caption in captions)
        ]
        return settled(changed(project, texts=(*kept, *captions), serial=ids.next))

    @staticmethod
    def _caption(project: Project, cue: Cue, text_id: str) -> Text:
        check_words(cue.text, LONGEST_CAPTION)
        start, end = point(project, cue.start_ms), from_ms(cue.end_ms)
        if end <= start:
            raise EditError("backwards", start=as_text(start), end=as_signed(end))
        if start >= project.duration:
            raise EditError("outside", at=as_text(start), length=as_text(project.duration))
        return Text(
            id=text_id,
            text=cue.text,
            at=start,
            duration=end - start,
            role="caption",
            place=Place.BOTTOM,
            size=CAPTION_SIZE,
        )
