"""Edits of what a clip shows and where: cropped to a part, set smaller at a place, slowly moved over."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.edit import EditError, changed, require_clips
from nemovideo_mcp.studio.timeline.edits_colour import Treated
from nemovideo_mcp.studio.timeline.model import Clip, MediaKind, Motion, Part, Project, Treatment, Way

SMALLEST: Final = 16  # pixels of the source that a crop leaves, each way
WHOLE: Final = Part()


class Framed(Treated):
    """What these edits share: they change a clip's treatment by what the clip is."""

    def _framed(self, project: Project, change: Callable[[Project, Clip], Treatment]) -> Project:
        require_clips(project)
        project, chosen = self._chosen(project)
        clips = [
            clip.model_copy(update={"treatment": change(project, clip)}) if clip.id in chosen else clip
            for clip in project.clips
        ]
        return changed(project, clips=tuple(clips))


class Crop(Framed):
    """Show only a part of the picture, as large as it fits; without a size all that is right of and below `x` and `y`.

    Numbers in percent of the picture, or in its pixels (`px`), counted from the top left as the picture stands. With
    `relative` they count within what an earlier crop left; otherwise they take its place. All left out: the whole picture.
    """

    op: Literal["crop"] = "crop"
    x: int = 0
    y: int = 0
    width: int | None = None
    height: int | None = None
    unit: Literal["percent", "px"] = "percent"
    relative: bool = False

    def apply(self, project: Project) -> Project:
        """Cropped; what was cut away can come back."""
        return self._framed(project, self._cropped)

    def _cropped(self, project: Project, clip: Clip) -> Treatment:
        across, down = seen_size(project, clip)
        old = (clip.treatment.part or WHOLE) if self.relative else WHOLE
        wide, high = old.width * across, old.height * down
        x, width = self._along(self.x, self.width, wide)
        y, height = self._along(self.y, self.height, high)
        fits = x >= 0 and y >= 0 and x + width <= 1 and y + height <= 1
        if not fits or width * wide < SMALLEST or height * high < SMALLEST:
            raise EditError("bad_crop", size=f"{round(wide)}×{round(high)}", least=SMALLEST)
        part = Part(
            x=old.x + x * old.width,
            y=old.y + y * old.height,
            width=width * old.width,
            height=height * old.height,
        )
        return clip.treatment.model_copy(update={"part": None if part == WHOLE else part})

    def _along(self, begin: int, length: int | None, pixels: Fraction) -> tuple[Fraction, Fraction]:
        """Where it begins and how long it is, in shares of a side of so many pixels."""
        unit = Fraction(1, 100) if self.unit == "percent" else 1 / pixels
        first = begin * unit
        return first, 1 - first if length is None else length * unit


def seen_size(project: Project, clip: Clip) -> tuple[Fraction, Fraction]:
    """Width and height of a clip's whole picture as it stands, in square pixels of the source."""
    medium = project.medium(clip.media)
    if not medium.width or not medium.height:
        raise EditError("not_a_picture", name=medium.name)
    width, height = Fraction(medium.width), Fraction(medium.height)
    return (height, width) if clip.treatment.turn % 180 else (width, height)


class Scale(Treated):
    """Set the picture smaller in the frame, to `percent` of the size that fits, with its middle at `x` and `y` percent of it.

    All of it stays within the frame; what is None stays as it is.
    """

    op: Literal["scale"] = "scale"
    percent: int | None = None
    x: int | None = None
    y: int | None = None

    def apply(self, project: Project) -> Project:
        """Black where the picture does not reach."""
        require_clips(project)
        if self.percent is not None and not 5 <= self.percent <= 100:
            raise EditError("bad_scale", percent=self.percent)
        check_position(self.x, self.y)
        said = {"scale": self.percent, "x": self.x, "y": self.y}
        update = {name: value for name, value in said.items() if value is not None}
        return self._treated(project, lambda old: old.model_copy(update=update))


def check_position(x: int | None, y: int | None) -> None:
    """EditError for a place outside the picture; None is none."""
    for percent in (x, y):
        if percent is not None and not 0 <= percent <= 100:
            raise EditError("bad_position", percent=percent)


class KenBurns(Framed):
    """Move slowly over the picture from its clip's first frame to its last: `in`, `out`, or to a side; `none` stands still.

    The picture fills the frame, enlarged to `percent`. Without clips or a range: all stills, or where there are none, all clips.
    """

    op: Literal["ken_burns"] = "ken_burns"
    way: Literal["in", "out", "none"] | Way = "in"
    percent: int = 120

    def apply(self, project: Project) -> Project:
        """Moving, however the clip is cut later."""
        if not 100 < self.percent <= 300:
            raise EditError("bad_motion", percent=self.percent)
        return self._framed(project, self._moving)

    def _chosen(self, project: Project) -> tuple[Project, set[str]]:
        stills = {c.id for c in project.clips if project.medium(c.media).kind is MediaKind.IMAGE}
        everywhere = not self.clips and self.start_ms is None and self.end_ms is None
        return (project, stills) if everywhere and stills else super()._chosen(project)

    def _moving(self, _project: Project, clip: Clip) -> Treatment:
        motion = None
        if self.way != "none":
            motion = Motion(way=self.way, zoom=self.percent, start=clip.start, end=clip.end)
        return clip.treatment.model_copy(update={"motion": motion})
