"""Where the files of a project lie: what was uploaded, its colour tables, and the tunes, voices and cards the studio makes when they are first needed."""

from pathlib import Path

from nemovideo_mcp.studio.render.lut import luts
from nemovideo_mcp.studio.speaking import Speaking
from nemovideo_mcp.studio.store.store import Store
from nemovideo_mcp.studio.timeline.card import is_card
from nemovideo_mcp.studio.timeline.library import is_library
from nemovideo_mcp.studio.timeline.model import Project, media_of


def paths_of(store: Store, session_id: str, project: Project) -> dict[str, Path]:
    """The path of every medium a session was given, and of every tune, voice and card on the timeline; makes what is missing.

    Raises OSError, and ModelError when a voice cannot speak.
    """
    paths = store.media.paths(session_id)
    tunes = {sound.media for sound in project.sounds if is_library(sound.media)}
    if tunes:
        from nemovideo_mcp.studio.music.shelf import tune_file  # numpy is only loaded where music is made

        folder = store.media.folder.parent / "music"
        paths |= {tune: tune_file(tune, folder) for tune in sorted(tunes)}
    said = [medium for medium in project.media if medium.saying is not None]
    if said:
        speaking = Speaking(store.media.folder.parent)
        paths |= {medium.id: speaking.file(medium.saying) for medium in said if medium.saying is not None}
    paths |= {lut.id: store.luts.path(lut.id) for lut in luts(project)}
    cards = {one for clip in project.clips for one in media_of(clip) if is_card(one)}
    if cards:
        from nemovideo_mcp.studio.media.card import card_file

        folder = store.media.folder.parent / "cards"
        paths |= {card: card_file(card, folder) for card in sorted(cards)}
    return paths
