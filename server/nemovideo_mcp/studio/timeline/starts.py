"""Where the clips of the main track stand, next to each other or overlapping."""

from collections.abc import Sequence

from nemovideo_mcp.studio.timeline.model import Clip, starts
from nemovideo_mcp.studio.timeline.time import Ticks


def placed(clips: Sequence[Clip]) -> list[tuple[Clip, Ticks]]:
    """Each clip with the time in ticks at which it begins on the timeline."""
    return list(zip(clips, starts(clips), strict=False))
