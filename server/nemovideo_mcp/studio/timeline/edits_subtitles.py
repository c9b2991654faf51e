"""Edits of the captions that are made of what is said: lay them on the film, give them another look, take them away."""

from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import Field

from nemovideo_mcp.studio.timeline.captions import timed
from nemovideo_mcp.studio.timeline.cues import LINE, line_of, lines_of
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, changed, require_clips
from nemovideo_mcp.studio.timeline.model import Frozen, Place, Project, Text
from nemovideo_mcp.studio.timeline.ripple import settled
from nemovideo_mcp.studio.timeline.time import from_ms
from nemovideo_mcp.studio.timeline.transcript import Word

Style: TypeAlias = Literal["plain", "boxed", "bold", "highlight"]
LOOKS: Final[dict[Style, dict[str, Any]]] = {
    "plain": {"size": 6, "box": False, "outline": None, "highlight": None},
    "boxed": {"size": 6, "box": True, "outline": None, "highlight": None},
    "bold": {"size": 9, "box": False, "outline": 9, "highlight": None},
    "highlight": {"size": 7, "box": False, "outline": 7, "highlight": "#ffd60a"},
}


class CueWord(Frozen):
    """A word of a cue, in ms of the film; `joined`: no space stands before it."""

    start_ms: int
    end_ms: int
    text: str
    joined: bool = False


class SpokenCue(Frozen):
    """A caption, when it is seen, and its words, in ms of the film."""

    start_ms: int
    end_ms: int
    words: tuple[CueWord, ...]


class AddSubtitles(Edit):
    """Lay what is said on the picture as captions; those that were made of speech before are replaced.

    Where a caption was written or changed by hand, that one stands alone.
    `language` is that of what is said, as in ISO 639-1, empty when nobody knows.
    `as_track` keeps them out of the picture: they go into the file as a track of their own that a player can show.
    """

    op: Literal["add_subtitles"] = "add_subtitles"
    cues: tuple[SpokenCue, ...]
    style: Style = "plain"
    place: Place = Place.BOTTOM
    as_track: bool = False
    language: Annotated[str, Field(pattern=r"^([a-z]{2,3})?$")] = ""

    def apply(self, project: Project) -> Project:
        """With the captions."""
        require_clips(project)
        if not self.cues:
            raise EditError("no_cues")
        ids = Ids(project)
        kept = tuple(text for text in project.texts if not text.words)
        written = [text for text in kept if text.role == "caption"]
        line = line_on(project, LOOKS[self.style]["size"])
        made = [self._caption(cue, ids.new("t"), line) for cue in self.cues]
        new = tuple(one for one in made if not any(seen_together(one, other) for other in written))
        about = {"soft_captions": self.as_track, "caption_language": self.language, "serial": ids.next}
        return settled(changed(project, texts=(*kept, *new), **about))

    def _caption(self, cue: SpokenCue, text_id: str, line: int) -> Text:
        words = [
            Word(w.text, from_ms(w.start_ms), from_ms(max(w.end_ms, w.start_ms + 1)), w.joined)
            for w in cue.words
        ]
        if not any(word.text.strip() for word in words) or not 0 <= cue.start_ms < cue.end_ms:
            raise EditError("no_cues")
        return Text(
            id=text_id,
            text="\n".join(lines_of(words, line)),
            at=from_ms(cue.start_ms),
            duration=from_ms(cue.end_ms - cue.start_ms),
            role="caption",
            place=self.place,
            words=timed(words),
            **LOOKS[self.style],
        )


class StyleSubtitles(Edit):
    """Give all captions another look or place, or take them into or out of the picture; what is None stays."""

    op: Literal["style_subtitles"] = "style_subtitles"
    style: Style | None = None
    place: Place | None = None
    color: str | None = None
    size: int | None = None
    as_track: bool | None = None

    def apply(self, project: Project) -> Project:
        """With the captions so."""
        require_captions(project)
        update = dict(LOOKS[self.style]) if self.style else {}
        named = {"place": self.place, "color": self.color, "size": self.size}
        update |= {name: value for name, value in named.items() if value is not None}
        if self.place is not None:
            update |= {"x": None, "y": None}
        checked = tuple(
            Text.model_validate(text.model_dump() | update) if text.role == "caption" else text
            for text in project.texts
        )
        soft = project.soft_captions if self.as_track is None else self.as_track
        return changed(project, texts=checked, soft_captions=soft)


class RemoveSubtitles(Edit):
    """Take all captions away."""

    op: Literal["remove_subtitles"] = "remove_subtitles"

    def apply(self, project: Project) -> Project:
        """Without them."""
        require_captions(project)
        return changed(project, texts=tuple(text for text in project.texts if text.role != "caption"))


def seen_together(one: Text, other: Text) -> bool:
    """Whether two texts are seen at the same time."""
    return one.at < other.at + other.duration and other.at < one.at + one.duration


def line_on(project: Project, size: int) -> int:
    """How wide a line of captions of a size may be on the picture there is."""
    canvas = project.canvas
    return line_of(canvas.width, canvas.height, size) if canvas else LINE


def require_captions(project: Project) -> tuple[Text, ...]:
    """The captions in order of time; EditError when there are none."""
    found = sorted((text for text in project.texts if text.role == "caption"), key=lambda text: text.at)
    if not found:
        raise EditError("no_captions")
    return tuple(found)
