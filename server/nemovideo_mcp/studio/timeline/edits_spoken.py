"""The edits that cut by what is said; where it is said is heard by the studio and told in the edit."""

import itertools
from typing import Literal

from nemovideo_mcp.studio.timeline.edit import Edit, EditError, require_clips, span
from nemovideo_mcp.studio.timeline.edits_cutting import keep_spans
from nemovideo_mcp.studio.timeline.model import Project
from nemovideo_mcp.studio.timeline.time import Ticks


class CutSpoken(Edit):
    """Take out, or with `keep` keep alone, the stretches in which `words` are said: each (start, end) in ms, in order and apart."""

    op: Literal["cut_spoken"] = "cut_spoken"
    words: str
    ranges_ms: tuple[tuple[int, int], ...]
    keep: bool = False

    def apply(self, project: Project) -> Project:
        """What is left, joined on frames."""
        require_clips(project)
        said = [span(project, start, end) for start, end in self.ranges_ms]
        if not said or any(one[1] > two[0] for one, two in itertools.pairwise(said)):
            raise EditError("not_in_order")
        return keep_spans(project, said if self.keep else _between(said, project.duration))


def _between(said: list[tuple[Ticks, Ticks]], length: Ticks) -> list[tuple[Ticks, Ticks]]:
    at: Ticks = 0
    stay = []
    for start, end in said:
        stay.append((at, start))
        at = end
    return [*stay, (at, length)]
