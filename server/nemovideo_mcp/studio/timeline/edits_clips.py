"""Edits of whole clips and of the project: delete, move, swap, reorder, add, rename, start over."""

from collections.abc import Sequence
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.edit import (
    Edit,
    EditError,
    Ids,
    changed,
    clip_index,
    clip_names,
    on_frame,
    point,
    require_clips,
)
from nemovideo_mcp.studio.timeline.edits_cutting import split_at
from nemovideo_mcp.studio.timeline.intake import project_with_media, with_clip
from nemovideo_mcp.studio.timeline.library import is_made
from nemovideo_mcp.studio.timeline.model import Clip, MediaKind, Project, starts
from nemovideo_mcp.studio.timeline.ripple import entered, follow, pieces_of
from nemovideo_mcp.studio.timeline.time import as_text, from_ms

LONGEST_NAME: Final = 100


class DeleteClips(Edit):
    """Take whole clips out, by id, and close the gaps."""

    op: Literal["delete_clips"] = "delete_clips"
    clips: tuple[str, ...]

    def apply(self, project: Project) -> Project:
        """The other clips, joined."""
        gone = {clip_index(project, clip) for clip in self.clips}
        stay = [
            _uncut(clip) if i - 1 in gone else clip for i, clip in enumerate(project.clips) if i not in gone
        ]
        if not stay:
            raise EditError("nothing_left", length=as_text(project.duration))
        return in_order(project, stay)


def _uncut(clip: Clip) -> Clip:
    """The clip without the transition from one that is no longer before it."""
    return clip.model_copy(update={"enters": None}) if clip.enters else clip


class MoveClip(Edit):
    """Put a clip at a position, counted from 1 among all clips; the others close up."""

    op: Literal["move_clip"] = "move_clip"
    clip: str
    position: int

    def apply(self, project: Project) -> Project:
        """The clips in their new order."""
        index = clip_index(project, self.clip)
        if not 1 <= self.position <= len(project.clips):
            raise EditError("no_position", position=self.position, clips=clip_names(project))
        order = list(project.clips)
        order.insert(self.position - 1, order.pop(index))
        return in_order(project, order)


class SwapClips(Edit):
    """Exchange the places of two clips."""

    op: Literal["swap_clips"] = "swap_clips"
    first: str
    second: str

    def apply(self, project: Project) -> Project:
        """The clips in their new order."""
        one, two = clip_index(project, self.first), clip_index(project, self.second)
        if one == two:
            raise EditError("same_clip")
        order = list(project.clips)
        order[one], order[two] = order[two], order[one]
        return in_order(project, order)


class ReorderClips(Edit):
    """Put all clips in a new order, named by id."""

    op: Literal["reorder_clips"] = "reorder_clips"
    clips: tuple[str, ...]

    def apply(self, project: Project) -> Project:
        """The clips in that order."""
        chosen = [project.clips[clip_index(project, clip)] for clip in self.clips]
        if len({clip.id for clip in chosen}) != len(chosen) or len(chosen) != len(project.clips):
            raise EditError("not_all_clips", clips=clip_names(project))
        return in_order(project, chosen)


def in_order(project: Project, order: Sequence[Clip]) -> Project:
    """The project with its clips in this order; texts and sounds go with the clip they begin on."""
    clips = entered(order)
    return follow(project, clips, pieces_of(project.clips, clips), Ids(project))


class AddClips(Edit):
    """Put uploaded videos or pictures, by media id, after the last clip, or with `at_ms` into the film at that time.

    A clip that plays there is cut in two. A still is shown for `duration_ms`.
    """

    op: Literal["add_clips"] = "add_clips"
    media: tuple[str, ...]
    at_ms: int | None = None
    duration_ms: int = 5000

    def apply(self, project: Project) -> Project:
        """Longer by them."""
        if self.duration_ms <= 0:
            raise EditError("short_still", duration=f"{self.duration_ms / 1000:g} s")
        before = project if self.at_ms is None else split_to_insert(project, self.at_ms)
        added = self._appended(before)
        if self.at_ms is None:
            return added
        count = len(before.clips)
        place = place_at(before, self.at_ms)
        order = [*added.clips[:place], *added.clips[count:], *added.clips[place:count]]
        return in_order(added, order)

    def _appended(self, project: Project) -> Project:
        known = {medium.id: medium for medium in project.media}
        for media_id in self.media:
            if media_id not in known:
                names = ", ".join(medium.name for medium in project.media)
                raise EditError("no_medium", name=media_id, names=names)
            if known[media_id].kind is MediaKind.AUDIO:
                raise EditError("not_a_picture", name=known[media_id].name)
            project = with_clip(project, known[media_id], from_ms(self.duration_ms))
        return project


def split_to_insert(project: Project, at_ms: int) -> Project:
    """The project with a cut at a time of the film, where there is none yet; EditError outside it or in a crossfade."""
    require_clips(project)
    at = on_frame(project, point(project, at_ms))
    project = split_at(project, at)
    place_at(project, at_ms)
    return project


def place_at(project: Project, at_ms: int) -> int:
    """How many clips stand before a cut at a time; EditError where there is no cut."""
    at = on_frame(project, point(project, at_ms))
    begins = starts(project.clips)
    for place, clip in enumerate(project.clips):
        if abs(begins[place] - at) <= len(begins) and not (place and clip.enters and clip.enters.overlap):
            return place
    if abs(begins[-1] - at) > len(begins):
        raise EditError("in_transition", at=as_text(at))
    return len(project.clips)


class Rename(Edit):
    """Give the project another name."""

    op: Literal["rename"] = "rename"
    name: str

    def apply(self, project: Project) -> Project:
        """Under the new name."""
        name = self.name.strip()
        if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
            raise EditError("bad_name", limit=LONGEST_NAME)
        return changed(project, name=name)


class Clear(Edit):
    """Empty the timeline; the uploaded files stay."""

    op: Literal["clear"] = "clear"

    def apply(self, project: Project) -> Project:
        """With its name and media, and nothing on it."""
        uploaded = tuple(medium for medium in project.media if not is_made(medium.id))
        return Project(name=project.name, media=uploaded, serial=project.serial)


class StartOver(Edit):
    """Begin again from the uploaded files, as they were laid out when they came."""

    op: Literal["start_over"] = "start_over"

    def apply(self, project: Project) -> Project:
        """Every uploaded picture whole, one after the other, and no other edit."""
        if not project.media:
            raise EditError("nothing_there")
        empty = Clear().apply(project)
        return project_with_media(empty, *empty.media)
