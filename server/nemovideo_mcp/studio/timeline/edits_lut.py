"""Edits that give clips the colours of a table (a LUT)."""

from typing import Literal

from pydantic import Field

from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits_colour import Treated
from nemovideo_mcp.studio.timeline.model import Lut, Project, Treatment


class ApplyLut(Treated):
    """Show clips in the colours of the table `id`, whose file is called `name`, `percent` of it; without an id, without any."""

    op: Literal["lut"] = "lut"
    id: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    name: str = Field(default="", max_length=255)
    percent: int = 100

    def apply(self, project: Project) -> Project:
        """The same film in those colours."""
        if not 1 <= self.percent <= 100:
            raise EditError("bad_lut", percent=self.percent)
        return self._treated(project, self._with)

    def _with(self, old: Treatment) -> Treatment:
        lut = Lut(id=self.id, name=self.name or "LUT", percent=self.percent) if self.id else None
        return old.model_copy(update={"lut": lut})
