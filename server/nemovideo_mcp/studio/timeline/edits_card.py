"""Edits that put cards on the main track: a title card, a countdown, rolling credits."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.card import USUAL_CANVAS, card_medium, readable_on
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, changed, clip_names
from nemovideo_mcp.studio.timeline.edits_lengths import whole_frames
from nemovideo_mcp.studio.timeline.edits_transition import with_clips
from nemovideo_mcp.studio.timeline.model import Clip, Place, Project, Text, starts
from nemovideo_mcp.studio.timeline.ripple import settled
from nemovideo_mcp.studio.timeline.time import Ticks, from_ms, snap
from nemovideo_mcp.studio.timeline.words import check_words

BLACK: Final = "#000000"
HEX: Final = re.compile(r"#[0-9a-f]{6}")
LONGEST_TEXT: Final = 500
LONGEST_CREDITS: Final = 4000
MOST_COUNTED: Final = 60
TITLE_SIZE: Final = 10
COUNT_SIZE: Final = 30
CREDITS_SIZE: Final = 6


class AddCard(Edit):
    """Put a plain coloured card with words (none: the colour alone) among the clips, at a position counted from 1.

    Without a position it comes first, in an empty project it makes a canvas of 1920x1080 at 30 frames a second. Without a
    colour the words are white or black, whichever reads better.
    """

    op: Literal["add_card"] = "add_card"
    text: str = ""
    position: int | None = None
    duration_ms: int = 3000
    background: str = BLACK
    color: str | None = None

    def apply(self, project: Project) -> Project:
        """Longer by the card; what stood there comes after it."""
        if self.text:
            check_words(self.text, LONGEST_TEXT)
        color = words_color(self.background, self.color)
        project, card = with_card(project, self.position, self.duration_ms, self.background)
        if not self.text:
            return project
        text = Text(id="-", text=self.text, at=0, duration=card.duration, size=TITLE_SIZE, color=color)
        return riding(project, card, [text])


class Countdown(Edit):
    """Count down from so many seconds to one on a card of its own, before the clip at a position counted from 1."""

    op: Literal["countdown"] = "countdown"
    seconds: int = 3
    position: int | None = None
    background: str = BLACK
    color: str | None = None

    def apply(self, project: Project) -> Project:
        """Longer by those seconds."""
        if not 1 <= self.seconds <= MOST_COUNTED:
            raise EditError("bad_count", count=self.seconds, most=MOST_COUNTED)
        color = words_color(self.background, self.color)
        project, card = with_card(project, self.position, 1000 * self.seconds, self.background)
        numbers = [
            Text(id="-", text=str(self.seconds - n), at=at, duration=until - at, size=COUNT_SIZE, color=color)
            for n in range(self.seconds)
            for at, until in [(self._second(project, n), self._second(project, n + 1))]
        ]
        return riding(project, card, numbers)

    @staticmethod
    def _second(project: Project, number: int) -> Ticks:
        fps = (project.canvas or USUAL_CANVAS).fps
        return snap(from_ms(1000 * number), fps)


class Credits(Edit):
    """Roll credits up the picture for `duration_ms`: on a card after the last clip, or `over` the film's end."""

    op: Literal["credits"] = "credits"
    text: str
    duration_ms: int = 10_000
    over: bool = False
    background: str = BLACK
    color: str | None = None

    def apply(self, project: Project) -> Project:
        """With the words rolling at the end."""
        check_words(self.text, LONGEST_CREDITS)
        color = words_color(BLACK if self.over else self.background, self.color)
        if self.over:
            return self._over(project, color)
        last = len(project.clips) + 1
        project, card = with_card(project, last, self.duration_ms, self.background)
        return riding(project, card, [self._text(card.duration, color)])

    def _text(self, length: Ticks, color: str) -> Text:
        return Text(
            id="-",
            text=self.text,
            at=0,
            duration=length,
            place=Place.CENTER,
            size=CREDITS_SIZE,
            color=color,
            rolls=True,
        )

    def _over(self, project: Project, color: str) -> Project:
        if not project.clips:
            raise EditError("no_picture" if project.sounds else "nothing_there")
        ids = Ids(project)
        length = min(whole_frames(project, self.duration_ms), project.duration)
        text = self._text(length, color).model_copy(update={"id": ids.new("t"), "pinned": "end"})
        return settled(changed(project, texts=(*project.texts, text), serial=ids.next))


def with_card(
    project: Project, position: int | None, duration_ms: int, background: str
) -> tuple[Project, Clip]:
    """The project with a card among its clips, and the card; EditError for a place or a length that is none."""
    place = 1 if position is None else position
    if not 1 <= place <= len(project.clips) + 1:
        raise EditError("no_position", position=place, clips=clip_names(project) or "-")
    medium = card_medium(checked_color(background))
    known = any(one.id == medium.id for one in project.media)
    project = changed(
        project,
        canvas=project.canvas or USUAL_CANVAS,
        media=project.media if known else (*project.media, medium),
    )
    ids = Ids(project)
    card = Clip(id=ids.new("c"), media=medium.id, start=0, end=whole_frames(project, duration_ms))
    return put_among(changed(project, serial=ids.next), card, place), card


def put_among(project: Project, clip: Clip, position: int) -> Project:
    """The project with a new clip at a position counted from 1; words pinned to that end of the film stay on their picture."""
    gone = {"start"} if position == 1 else {"end"} if position > len(project.clips) else set()
    texts = tuple(
        text.model_copy(update={"pinned": None}) if text.pinned in gone and project.clips else text
        for text in project.texts
    )
    after = [one.model_copy(update={"enters": None}) for one in project.clips[position - 1 : position]]
    clips = [*project.clips[: position - 1], clip, *after, *project.clips[position:]]
    if not project.clips:
        return settled(changed(project, clips=tuple(clips)))
    return with_clips(changed(project, texts=texts), clips)


def riding(project: Project, clip: Clip, texts: Sequence[Text]) -> Project:
    """The project with texts on a clip; their times are counted from its beginning."""
    begins = dict(zip((one.id for one in project.clips), starts(project.clips), strict=False))
    ids = Ids(project)
    laid = [text.model_copy(update={"id": ids.new("t"), "at": begins[clip.id] + text.at}) for text in texts]
    return settled(changed(project, texts=(*project.texts, *laid), serial=ids.next))


def words_color(background: str, color: str | None) -> str:
    """The colour of words on a card; EditError for one that is none."""
    return readable_on(checked_color(background)) if color is None else checked_color(color)


def checked_color(color: str) -> str:
    """The colour itself; EditError when it is none."""
    if not HEX.fullmatch(color):
        raise EditError("bad_color", color=color)
    return color
