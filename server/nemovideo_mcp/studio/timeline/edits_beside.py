"""Edits that show several clips at once, each in a cell of the picture."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.edit import (
    Edit,
    EditError,
    Ids,
    clip_index,
    clip_names,
    require_clips,
    stem,
)
from nemovideo_mcp.studio.timeline.edits_lengths import fps_of, is_still, lasting
from nemovideo_mcp.studio.timeline.model import Beside, Cell, Clip, Project
from nemovideo_mcp.studio.timeline.ripple import entered, follow, pieces_of
from nemovideo_mcp.studio.timeline.time import Ticks, frame_ticks, from_frames

MOST: Final = {"columns": 3, "rows": 3, "grid": 4}


class SplitScreen(Edit):
    """Show clips, by id, at once: side by side in columns, one above the other in rows, or in a grid of two by two.

    They run together where the first of them stood, as long as the shortest film of them; each picture fills its cell, and
    all of them are heard.
    """

    op: Literal["split_screen"] = "split_screen"
    clips: tuple[str, ...]
    layout: Literal["columns", "rows", "grid"] = "columns"

    def apply(self, project: Project) -> Project:
        """One clip in place of those."""
        require_clips(project)
        chosen = [project.clips[clip_index(project, one)] for one in dict.fromkeys(self.clips)]
        if not 2 <= len(chosen) <= MOST[self.layout]:
            raise EditError("cells", most=MOST[self.layout], clips=clip_names(project))
        _check(project, chosen)
        whole = _together(project, chosen, self.layout)
        return self._in_place(project, whole, chosen)

    @staticmethod
    def _in_place(project: Project, whole: Clip, chosen: Sequence[Clip]) -> Project:
        """The clip of all of them where the earliest stood; words that lay on the others alone are gone."""
        ids = {clip.id for clip in chosen}
        place = next(i for i, clip in enumerate(project.clips) if clip.id in ids)
        order: list[Clip] = []
        for index, clip in enumerate(project.clips):
            if index == place:
                order.append(whole)
            elif clip.id not in ids:
                lost = project.clips[index - 1].id in ids
                order.append(clip.model_copy(update={"enters": None}) if lost else clip)
        clips = entered(order)
        return follow(project, clips, pieces_of(project.clips, clips), Ids(project))


def _check(project: Project, chosen: Sequence[Clip]) -> None:
    """Only plain clips of one speed go together."""
    for clip in chosen:
        if clip.beside or clip.backwards:
            raise EditError("no_cell", name=stem(project, clip))
    speeds = {clip.speed for clip in chosen if not is_still(project, clip)}
    if len(speeds) > 1:
        raise EditError("cell_speeds", clips=clip_names(project))


def _together(project: Project, chosen: Sequence[Clip], layout: Literal["columns", "rows", "grid"]) -> Clip:
    films = [clip for clip in chosen if not is_still(project, clip)]
    length = shortest(project, films or chosen)
    speed = films[0].speed if films else Fraction(1)
    first = chosen[0]
    if is_still(project, first):
        base = lasting(first.model_copy(update={"speed": speed}), length)
    else:
        base = first.model_copy(update={"end": min(first.end, first.start + round(length * speed))})
    cells = tuple(
        Cell(media=c.media, offset=c.start - base.start, treatment=c.treatment, volume=_heard(c))
        for c in chosen[1:]
    )
    beside = Beside(layout=layout, own=_heard(first), cells=cells)
    alone = {"enters": None, "fade_in": 0, "fade_out": 0, "sound_in": 0, "sound_out": 0}
    return base.model_copy(update={"beside": beside, "volume": 100, "muted": False, **alone})


def shortest(project: Project, clips: Sequence[Clip]) -> Ticks:
    """The shortest of their lengths, in whole frames."""
    fps = fps_of(project)
    return from_frames(max(1, floor(min(clip.duration for clip in clips) / frame_ticks(fps))), fps)


def _heard(clip: Clip) -> int:
    return 0 if clip.muted else clip.volume
