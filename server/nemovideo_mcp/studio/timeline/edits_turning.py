"""Edits that turn, mirror and cut in to the picture of clips."""

from typing import Literal

from nemovideo_mcp.studio.timeline.edit import EditError, changed, require_clips
from nemovideo_mcp.studio.timeline.edits_colour import Treated
from nemovideo_mcp.studio.timeline.model import Part, Project, Treatment

QUARTER, WHOLE = 90, 360


class Rotate(Treated):
    """Turn the picture by 90, 180 or 270 degrees clockwise (below 0: the other way), on top of the turns there are.

    A quarter turn of the whole film turns the film's own shape too: wide becomes upright.
    """

    op: Literal["rotate"] = "rotate"
    degrees: int

    def apply(self, project: Project) -> Project:
        """Turned; a single clip keeps the film's shape and gets bars, or is cropped as the film is set to."""
        require_clips(project)
        if self.degrees % QUARTER or not self.degrees % WHOLE:
            raise EditError("bad_turn", degrees=self.degrees)
        after = self._treated(project, self._turned)
        canvas = after.canvas
        everything = not self.clips and self.start_ms is None and self.end_ms is None
        if canvas is None or not everything or not self.degrees % (2 * QUARTER):
            return after
        turned = canvas.model_copy(update={"width": canvas.height, "height": canvas.width})
        return changed(after, canvas=turned)

    def _turned(self, old: Treatment) -> Treatment:
        turns = self.degrees % WHOLE // QUARTER
        return old.model_copy(
            update={"turn": (old.turn + self.degrees) % WHOLE, "part": _turned(old.part, turns)}
        )


class Flip(Treated):
    """Mirror the picture as it is seen: `horizontal` left for right, `vertical` top for bottom; twice is not at all."""

    op: Literal["flip"] = "flip"
    way: Literal["horizontal", "vertical"]

    def apply(self, project: Project) -> Project:
        """Mirrored."""
        return self._treated(project, self._mirrored)

    def _mirrored(self, old: Treatment) -> Treatment:
        """The mirror comes before the turn: after a quarter turn, left for right is top for bottom of the source."""
        upright = old.turn % (2 * QUARTER) == 0
        side = "mirror" if (self.way == "horizontal") == upright else "flip"
        part = old.part
        if part and self.way == "horizontal":
            part = part.model_copy(update={"x": 1 - part.x - part.width})
        elif part:
            part = part.model_copy(update={"y": 1 - part.y - part.height})
        return old.model_copy(update={side: not getattr(old, side), "part": part})


def _turned(part: Part | None, quarters: int) -> Part | None:
    """A part of a picture after so many quarter turns clockwise of both."""
    for _ in range(quarters if part else 0):
        assert part is not None  # noqa: S101  told by the range
        part = Part(x=1 - part.y - part.height, y=part.x, width=part.height, height=part.width)
    return part


class Zoom(Treated):
    """Show only the picture's middle, enlarged to `percent`; 100 is the whole picture."""

    op: Literal["zoom"] = "zoom"
    percent: int

    def apply(self, project: Project) -> Project:
        """Cut in; what lies outside comes back at 100."""
        if not 100 <= self.percent <= 1000:
            raise EditError("bad_zoom", percent=self.percent)
        return self._treated(project, lambda old: old.model_copy(update={"zoom": self.percent}))
