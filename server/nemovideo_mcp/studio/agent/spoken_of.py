"""What "it" is when a sentence begins with it: the title or the overlay that the change before was about."""

from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_overlay import ChangeOverlay
from nemovideo_mcp.studio.timeline.edits_text import ChangeText
from nemovideo_mcp.studio.timeline.model import Project


def spoken_of(before: Project | None, now: Project) -> Edit | None:
    """An edit of the same thing, doing nothing; None when the change was of something else, or of several things."""
    if before is None:
        return None
    overlays = [one for one in now.overlays if one not in before.overlays]
    texts = [one for one in now.texts if one not in before.texts]
    if len(overlays) == 1 and not texts:
        return ChangeOverlay(id=overlays[0].id)
    return ChangeText(id=texts[0].id) if len(texts) == 1 and not overlays else None
