"""Where the files of a project lie: what was uploaded, and the tunes the studio makes when they are first needed."""

from pathlib import Path

from nemovideo_mcp.studio.store.store import Store
from nemovideo_mcp.studio.timeline.library import is_library
from nemovideo_mcp.studio.timeline.model import Project


def paths_of(store: Store, session_id: str, project: Project) -> dict[str, Path]:
    """The path of every medium a session was given, and of every tune on the timeline; makes what is missing. OSError."""
    paths = store.media.paths(session_id)
    tunes = {sound.media for sound in project.sounds if is_library(sound.media)}
    if tunes:
        from nemovideo_mcp.studio.music.shelf import tune_file  # numpy is only loaded where music is made

        folder = store.media.folder.parent / "music"
        paths |= {tune: tune_file(tune, folder) for tune in sorted(tunes)}
    return paths
