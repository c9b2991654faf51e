"""Edits of texts: add a title, change it, remove it."""

import re
import unicodedata
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.captions import with_words
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, changed, point, require_clips
from nemovideo_mcp.studio.timeline.edits_framing import check_position
from nemovideo_mcp.studio.timeline.model import Place, Project, Text
from nemovideo_mcp.studio.timeline.ripple import settled
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_ms

USUAL_OUTLINE: Final = 8
THICKEST: Final = 20  # percent of the letters' size
LONGEST_TEXT: Final = 500
LONGEST_FADE_MS: Final = 10_000
USUAL_LENGTH: Final = from_ms(3000)
WHITE: Final = "#ffffff"
BLACK: Final = "#000000"
HEX: Final = re.compile(r"#[0-9a-f]{6}")


class AddTitle(Edit):
    """Lay words over the picture.

    Without `at_ms` the title stands at the start; `anchor` keeps it at the start or the end whatever is cut later.
    Without `duration_ms` it stays 3 s; what would reach past the film's end stops there. `size` is in percent of the picture's
    short side. `box` puts a dark box behind the words; they appear and go in `fade_ms` each. `x` and `y` in percent of the picture
    say where their middle stands; `outline` in percent of the letters' size, 0 for none.
    """

    op: Literal["add_title"] = "add_title"
    text: str
    at_ms: int | None = None
    anchor: Literal["start", "end"] | None = None
    duration_ms: int | None = None
    place: Place = Place.CENTER
    size: int = 8
    color: str = WHITE
    box: bool = False
    fade_ms: int = 0
    x: int | None = None
    y: int | None = None
    outline: int | None = None
    outline_color: str | None = None

    def apply(self, project: Project) -> Project:
        """With one text more."""
        require_clips(project)
        _check_text(self.text)
        _check_style(self.size, self.color)
        _check_edges(self)
        ids = Ids(project)
        pinned = self.anchor or ("start" if self.at_ms is None else None)
        text = Text(
            id=ids.new("t"),
            text=self.text,
            at=0 if pinned else _moment(project, self.at_ms or 0),
            duration=USUAL_LENGTH if self.duration_ms is None else _length(self.duration_ms),
            place=self.place,
            size=self.size,
            color=self.color,
            pinned=pinned,
            box=self.box,
            fade=_fade(self.fade_ms),
            x=self.x,
            y=self.y,
            outline=_thickness(self.outline, self.outline_color, None),
            outline_color=self.outline_color or BLACK,
        )
        return settled(changed(project, texts=(*project.texts, text), serial=ids.next))


class ChangeText(Edit):
    """Give a text, by id, other words, another place, look or time; what is None stays as it is."""

    op: Literal["change_text"] = "change_text"
    id: str
    text: str | None = None
    at_ms: int | None = None
    anchor: Literal["start", "end"] | None = None
    duration_ms: int | None = None
    place: Place | None = None
    size: int | None = None
    color: str | None = None
    box: bool | None = None
    fade_ms: int | None = None
    x: int | None = None
    y: int | None = None
    outline: int | None = None
    outline_color: str | None = None

    def apply(self, project: Project) -> Project:
        """With the changed text in its place."""
        old = text_with(project, self.id)
        if self.text is not None:
            _check_text(self.text)
        _check_style(old.size if self.size is None else self.size, self.color or old.color)
        _check_edges(self)
        named = ("text", "place", "size", "color", "box", "x", "y", "outline", "outline_color")
        update = {name: getattr(self, name) for name in named}
        update["outline"] = _thickness(self.outline, self.outline_color, old.outline)
        update["fade"] = None if self.fade_ms is None else _fade(self.fade_ms)
        given = {k: v for k, v in update.items() if v is not None}
        if self.place is not None:
            given = {"x": None, "y": None} | given
        new = with_words(old, old.model_copy(update=given | self._timing(project)))
        return settled(changed(project, texts=tuple(new if t.id == self.id else t for t in project.texts)))

    def _timing(self, project: Project) -> dict[str, object]:
        timing: dict[str, object] = {}
        if self.anchor is not None:
            timing = {"at": 0, "pinned": self.anchor}
        elif self.at_ms is not None:
            timing = {"at": _moment(project, self.at_ms), "pinned": None}
        if self.duration_ms is not None:
            timing["duration"] = _length(self.duration_ms)
        return timing


class RemoveText(Edit):
    """Take texts away, by id."""

    op: Literal["remove_text"] = "remove_text"
    ids: tuple[str, ...]

    def apply(self, project: Project) -> Project:
        """Without them."""
        gone = {text_with(project, text_id).id for text_id in self.ids}
        return changed(project, texts=tuple(text for text in project.texts if text.id not in gone))


def text_with(project: Project, text_id: str) -> Text:
    """The text with this id; EditError when there is none."""
    for text in project.texts:
        if text.id == text_id:
            return text
    texts = ", ".join(f'"{text.text}"' for text in project.texts) or "-"
    raise EditError("no_text", text=text_id, texts=texts)


def _moment(project: Project, at_ms: int) -> Ticks:
    """A time at which there is still something of the film to write on."""
    at = point(project, at_ms)
    if at >= project.duration:
        raise EditError("outside", at=as_text(at), length=as_text(project.duration))
    return at


def _length(duration_ms: int) -> Ticks:
    if duration_ms <= 0:
        raise EditError("short_text", duration=f"{duration_ms / 1000:g} s")
    return from_ms(duration_ms)


def _fade(fade_ms: int) -> Ticks:
    if not 0 <= fade_ms <= LONGEST_FADE_MS:
        raise EditError(
            "bad_fade", duration=f"{fade_ms / 1000:g} s", length=as_text(from_ms(LONGEST_FADE_MS))
        )
    return from_ms(fade_ms)


def _check_text(text: str) -> None:
    if not text.strip():
        raise EditError("empty_text")
    if len(text) > LONGEST_TEXT:
        raise EditError("long_text", count=len(text), limit=LONGEST_TEXT)
    if any(unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\n\t" for letter in text):
        raise EditError("bad_text")


def _check_edges(edit: AddTitle | ChangeText) -> None:
    check_position(edit.x, edit.y)
    if edit.outline is not None and not 0 <= edit.outline <= THICKEST:
        raise EditError("bad_outline", percent=edit.outline, most=THICKEST)
    if edit.outline_color is not None and not HEX.fullmatch(edit.outline_color):
        raise EditError("bad_color", color=edit.outline_color)


def _thickness(width: int | None, color: str | None, old: int | None) -> int | None:
    """How thick an outline is to be: a colour alone asks for one that is seen."""
    return USUAL_OUTLINE if width is None and color is not None and not old else width


def _check_style(size: int, color: str) -> None:
    if not 1 <= size <= 50:
        raise EditError("bad_size", size=size)
    if not HEX.fullmatch(color):
        raise EditError("bad_color", color=color)
