"""The edit that makes a film of a script: its paragraphs one after the other, on the pictures there are or on cards."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.card import USUAL_CANVAS, card_medium, is_card, readable_on
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, changed
from nemovideo_mcp.studio.timeline.edits_card import riding
from nemovideo_mcp.studio.timeline.edits_lengths import is_still, lasting, whole_frames
from nemovideo_mcp.studio.timeline.model import Clip, Place, Project, Text
from nemovideo_mcp.studio.timeline.ripple import entered, follow, pieces_of, settled
from nemovideo_mcp.studio.timeline.time import from_ms
from nemovideo_mcp.studio.timeline.words import check_words, reading_ms

LONGEST_SCRIPT: Final = 8000
MOST_SCENES: Final = 100
LONGEST_SCENE: Final = 220
CARD: Final = "#101418"
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")


@dataclass(frozen=True)
class Scene:
    """A paragraph and for how long it is seen, in ms."""

    text: str
    duration_ms: int


class FromScript(Edit):
    """Make a film of a script: each paragraph (or, of a single one, each sentence) is seen on a picture of the timeline, in their order, or else on a card.

    A paragraph stays as long as it takes to read; pictures that are left over follow. The film fades out at its end.
    """

    op: Literal["from_script"] = "from_script"
    text: str

    def apply(self, project: Project) -> Project:
        """The script's scenes in place of the pictures they took."""
        check_words(self.text, LONGEST_SCRIPT)
        told = scenes(self.text)
        if len(told) > MOST_SCENES:
            raise EditError("long_script", count=len(told), limit=MOST_SCENES)
        after = _laid_out(project, told)
        end = min(from_ms(1000), after.duration // 2)
        return changed(after, fade_out=end)


def scenes(script: str) -> tuple[Scene, ...]:
    """The script's paragraphs, long ones at the ends of their sentences; the one place that says how long each is seen.

    A script of one paragraph has its sentences for scenes. A voice that speaks the script gives its own lengths here.
    """
    lines = [line for line in script.splitlines() if line.strip()]
    parts = _parts(lines[0], 0) if len(lines) == 1 else []
    if not 0 < len(parts) <= MOST_SCENES:
        parts = [part for line in lines for part in _parts(line, LONGEST_SCENE)]
    return tuple(Scene(part, reading_ms(part)) for part in parts)


def _parts(line: str, longest: int) -> list[str]:
    """Its sentences, put together as long as a scene may be."""
    parts: list[str] = []
    for sentence in (one.strip() for one in _SENTENCE.split(line) if one.strip()):
        if parts and len(parts[-1]) + len(sentence) < longest:
            gap = "" if parts[-1][-1] > "\u2fff" else " "
            parts[-1] += gap + sentence
        else:
            parts.append(sentence)
    return parts


def _laid_out(project: Project, told: tuple[Scene, ...]) -> Project:
    """The scenes first, then what pictures are left, then the films as they were."""
    stills = [clip for clip in project.clips if is_still(project, clip) and not is_card(clip.media)]
    rest = [clip for clip in project.clips if clip not in stills[: len(told)]]
    project = changed(project, canvas=project.canvas or USUAL_CANVAS)
    if len(told) > len(stills) and all(one.id != card_medium(CARD).id for one in project.media):
        project = changed(project, media=(*project.media, card_medium(CARD)))
    ids = Ids(project)
    shown = [_shown(project, scene, stills[n : n + 1], ids) for n, scene in enumerate(told)]
    clips = entered([*shown, *(clip.model_copy(update={"enters": None}) for clip in rest[:1]), *rest[1:]])
    if project.clips:
        project = follow(project, clips, pieces_of(project.clips, clips), ids)
    else:
        project = settled(changed(project, clips=tuple(clips), serial=ids.next))
    for scene, clip in zip(told, shown, strict=True):
        project = riding(project, clip, [_words(scene, clip)])
    return project


def _shown(project: Project, scene: Scene, picture: list[Clip], ids: Ids) -> Clip:
    """A picture, or a card, for as long as the scene."""
    length = whole_frames(project, scene.duration_ms)
    if picture:
        return lasting(picture[0].model_copy(update={"enters": None}), length)
    return Clip(id=ids.new("c"), media=card_medium(CARD).id, start=0, end=length)


def _words(scene: Scene, clip: Clip) -> Text:
    on_card = is_card(clip.media)
    return Text(
        id="-",
        text=scene.text,
        at=0,
        duration=clip.duration,
        place=Place.CENTER if on_card else Place.BOTTOM,
        size=8 if on_card else 6,
        color=readable_on(CARD) if on_card else "#ffffff",
        box=not on_card,
        fade=from_ms(300),
    )
