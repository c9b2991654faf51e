"""Edits of what lies over the picture: a logo, a watermark, a picture in the picture."""

from typing import Literal

from nemovideo_mcp.studio.timeline.card import is_card
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, changed, point, require_clips
from nemovideo_mcp.studio.timeline.edits_clips import DeleteClips
from nemovideo_mcp.studio.timeline.edits_framing import check_position
from nemovideo_mcp.studio.timeline.intake import STILL_LENGTH, even
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Overlay, Place, Project
from nemovideo_mcp.studio.timeline.ripple import settled
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_ms


class AddOverlay(Edit):
    """Lay an uploaded picture or film, by media id, over the picture.

    `size` is in percent of the film's width, `opacity` in percent; `x` and `y` in percent of the film say where its middle stands
    instead of `place`, all of it kept within the picture. Without times it lies over the whole film. A file that is only on
    the main track because it was uploaded is taken off it.
    """

    op: Literal["add_overlay"] = "add_overlay"
    media: str
    place: Place = Place.TOP_RIGHT
    size: int = 15
    opacity: int = 100
    at_ms: int | None = None
    duration_ms: int | None = None
    x: int | None = None
    y: int | None = None

    def apply(self, project: Project) -> Project:
        """With one overlay more."""
        require_clips(project)
        medium = _seen(project, self.media)
        check_look(self.size, self.opacity)
        check_position(self.x, self.y)
        project = _off_the_track(project, medium)
        ids = Ids(project)
        whole = self.at_ms is None and self.duration_ms is None
        at = point(project, self.at_ms or 0)
        rest = project.duration - at
        length = rest if self.duration_ms is None else from_ms(self.duration_ms)
        if length <= 0:
            raise EditError("outside", at=as_text(at), length=as_text(project.duration))
        overlay = Overlay(
            id=ids.new("o"),
            media=medium.id,
            at=at,
            duration=length,
            place=self.place,
            size=self.size,
            opacity=self.opacity,
            whole=whole,
            x=self.x,
            y=self.y,
        )
        return settled(changed(project, overlays=(*project.overlays, overlay), serial=ids.next))


class ChangeOverlay(Edit):
    """Give an overlay, by id, another place, size, opacity or time; what is None stays as it is."""

    op: Literal["change_overlay"] = "change_overlay"
    id: str
    place: Place | None = None
    size: int | None = None
    opacity: int | None = None
    at_ms: int | None = None
    duration_ms: int | None = None
    x: int | None = None
    y: int | None = None

    def apply(self, project: Project) -> Project:
        """With the changed overlay in its place."""
        old = overlay_with(project, self.id)
        look = {name: getattr(self, name) for name in ("place", "size", "opacity", "x", "y")}
        update: dict[str, object] = {name: value for name, value in look.items() if value is not None}
        if self.place is not None:
            update = {"x": None, "y": None} | update
        if self.at_ms is not None or self.duration_ms is not None:
            update |= self._timing(project, old)
        new = old.model_copy(update=update)
        check_look(new.size, new.opacity)
        check_position(new.x, new.y)
        overlays = tuple(new if overlay.id == self.id else overlay for overlay in project.overlays)
        return settled(changed(project, overlays=overlays))

    def _timing(self, project: Project, old: Overlay) -> dict[str, object]:
        at = old.at if self.at_ms is None else point(project, self.at_ms)
        length: Ticks = project.duration - at if self.duration_ms is None else from_ms(self.duration_ms)
        if length <= 0:
            raise EditError("outside", at=as_text(at), length=as_text(project.duration))
        return {"at": at, "duration": length, "whole": False}


class RemoveOverlays(Edit):
    """Take overlays away, by id."""

    op: Literal["remove_overlays"] = "remove_overlays"
    ids: tuple[str, ...]

    def apply(self, project: Project) -> Project:
        """Without them; their files stay."""
        gone = {overlay_with(project, one).id for one in self.ids}
        return changed(project, overlays=tuple(o for o in project.overlays if o.id not in gone))


def overlay_with(project: Project, overlay_id: str) -> Overlay:
    """The overlay with this id; EditError when there is none."""
    for overlay in project.overlays:
        if overlay.id == overlay_id:
            return overlay
    raise EditError("no_overlay", overlay=overlay_id, overlays=overlay_names(project))


def overlay_names(project: Project) -> str:
    """The overlays as people see them."""
    names = [f"{n}. {project.medium(o.media).name}" for n, o in enumerate(project.overlays, 1)]
    return ", ".join(names[:12]) or "-"


def check_look(size: int, opacity: int) -> None:
    """EditError for a share that is none."""
    for percent in (size, opacity):
        if not 1 <= percent <= 100:
            raise EditError("bad_share", percent=percent)


def _seen(project: Project, media_id: str) -> Media:
    for medium in project.media:
        if medium.id == media_id:
            if medium.kind is MediaKind.AUDIO:
                raise EditError("not_a_picture", name=medium.name)
            return medium
    raise EditError("no_medium", name=media_id, names=", ".join(medium.name for medium in project.media))


def _off_the_track(project: Project, medium: Media) -> Project:
    """The project without the clip that the upload of this file made, where nothing was done to it."""
    mine = [clip for clip in project.clips if clip.media == medium.id]
    if len(mine) == len(project.clips):
        raise EditError("nothing_under", name=medium.name)
    if len(mine) != 1 or not _as_uploaded(project, medium):
        return project
    after = DeleteClips(clips=(mine[0].id,)).apply(project)
    first, canvas = after.medium(after.clips[0].media), project.canvas
    if (
        canvas is None
        or is_card(first.id)
        or (canvas.width, canvas.height) != (even(medium.width), even(medium.height))
    ):
        return after
    # It came first and gave the film its size, which is the film's own to give.
    size = {"width": even(first.width), "height": even(first.height)}
    return changed(after, canvas=canvas.model_copy(update=size))


def _as_uploaded(project: Project, medium: Media) -> bool:
    clip = next(clip for clip in project.clips if clip.media == medium.id)
    whole = STILL_LENGTH if medium.kind is MediaKind.IMAGE else medium.duration
    return clip.start == 0 and abs(clip.end - whole) <= from_ms(100) and clip.speed == 1
