"""The store as a whole: one data folder, opened and closed."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from nemovideo_mcp.studio.store.accounts import Accounts
from nemovideo_mcp.studio.store.credits import Credits
from nemovideo_mcp.studio.store.database import Clock, Database
from nemovideo_mcp.studio.store.luts import LutShelf
from nemovideo_mcp.studio.store.media import MediaShelf
from nemovideo_mcp.studio.store.presence import Presence
from nemovideo_mcp.studio.store.renders import Renders
from nemovideo_mcp.studio.store.sessions import Sessions
from nemovideo_mcp.studio.store.timelines import Timelines


class Store:
    """Everything that outlives the process, by noun; several processes may open the same folder."""

    def __init__(self, folder: Path, *, clock: Clock, metered: bool) -> None:
        """Opens or makes the folder; FolderTooNew when a newer program wrote it."""
        for name in ("media", "renders", "incoming"):
            (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        self._incoming = folder / "incoming"
        self.presence = Presence(folder / "executors")
        self.database = Database(folder / "studio.db")
        self.credits = Credits(self.database, clock, self.presence.id)
        self.accounts = Accounts(self.database, clock, self.credits, metered=metered)
        self.sessions = Sessions(self.database, clock)
        self.timelines = Timelines(self.database, clock)
        self.media = MediaShelf(self.database, clock, folder / "media")
        self.luts = LutShelf(self.database, clock, folder / "luts")
        self.renders = Renders(self.database, clock, folder / "renders")
        self._tidy()

    def arrival_folder(self) -> Path:
        """A new folder for files that are not checked yet; whoever asked for it removes it."""
        return Path(mkdtemp(prefix=f"{self.presence.id}-", dir=self._incoming))

    def _tidy(self) -> None:
        """Puts right what processes that are gone left half done."""
        self.credits.release_dead(self.presence.alive)
        for folder in self._incoming.iterdir():
            if not self.presence.alive(folder.name.partition("-")[0]):
                shutil.rmtree(folder, ignore_errors=True)

    def close(self) -> None:
        """Closes the files and leaves the folder."""
        self.database.close()
        self.presence.leave()
