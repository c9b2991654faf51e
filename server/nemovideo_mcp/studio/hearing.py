"""What the studio has heard of its media: each is listened to once, when an edit first asks, and remembered."""

import logging
from collections.abc import Callable

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.store.errors import NoMedia
from nemovideo_mcp.studio.store.store import Store
from nemovideo_mcp.studio.timeline.activity import Activity

log = logging.getLogger(__name__)


def hearing(store: Store, session_id: str) -> Callable[[str], Activity | None]:
    """Gives the activity of a session's medium by its id; None when its file cannot be listened to. OSError."""
    folder = store.media.folder.parent / "activity"

    def hear(media_id: str) -> Activity | None:
        from nemovideo_mcp.studio.media.activity import activity  # numpy is only loaded when it is needed

        kept = folder / f"{media_id}.levels"
        if kept.exists():
            return Activity(kept.read_bytes())
        try:
            heard = activity(store.media.get(session_id, media_id).path)
        except (BadMedia, NoMedia) as deaf:
            log.warning("a file cannot be listened to: %s", deaf)
            return None
        folder.mkdir(mode=0o700, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_bytes(heard.levels)
        part.replace(kept)
        return heard

    return hear
