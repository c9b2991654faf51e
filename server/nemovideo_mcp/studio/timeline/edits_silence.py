"""The edit that takes silences out; where they are is heard by the studio and said in the edit."""

from typing import Literal

from nemovideo_mcp.studio.timeline.edit import Edit, EditError, require_clips, span
from nemovideo_mcp.studio.timeline.edits_cutting import keep_spans
from nemovideo_mcp.studio.timeline.model import Project
from nemovideo_mcp.studio.timeline.time import Ticks


class RemoveSilence(Edit):
    """Take these stretches of the film out, each (start, end) in ms, in order and apart, and close the gaps."""

    op: Literal["remove_silence"] = "remove_silence"
    ranges_ms: tuple[tuple[int, int], ...]

    def apply(self, project: Project) -> Project:
        """What is between the silences, joined on frames."""
        require_clips(project)
        if not self.ranges_ms:
            raise EditError("no_silences")
        at: Ticks = 0
        stay: list[tuple[Ticks, Ticks]] = []
        for start_ms, end_ms in self.ranges_ms:
            start, end = span(project, start_ms, end_ms)
            if start < at:
                raise EditError("silences_meet")
            stay.append((at, start))
            at = end
        return keep_spans(project, [*stay, (at, project.duration)])
