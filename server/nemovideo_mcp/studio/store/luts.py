"""Colour tables: which session was given which, under which name; the tables lie in one folder, named by content."""

from hashlib import sha256
from pathlib import Path

from nemovideo_mcp.studio.store.database import Clock, Database
from nemovideo_mcp.studio.timeline.model import Lut


class LutShelf:
    """Tables in one folder; the same content twice is one file."""

    def __init__(self, database: Database, clock: Clock, folder: Path) -> None:
        """`folder` is made with the first table."""
        self._database, self._clock, self.folder = database, clock, folder

    def add(self, session_id: str, name: str, text: str) -> Lut:
        """Keeps a table in its plain form for a session."""
        lut = Lut(id=sha256(text.encode()).hexdigest(), name=name)
        path = self.path(lut.id)
        if not path.exists():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            part.write_text(text, encoding="ascii", newline="\n")
            part.replace(path)
        with self._database.write() as rows:
            rows.execute("DELETE FROM luts WHERE session_id = ? AND name = ?", (session_id, name))
            rows.execute(
                "INSERT INTO luts (session_id, hash, name, made) VALUES (?, ?, ?, ?)",
                (session_id, lut.id, name, self._clock()),
            )
        return lut

    def of_session(self, session_id: str) -> tuple[Lut, ...]:
        """The tables a session was given, the last one last; of a name the last one."""
        with self._database.read() as rows:
            found = rows.execute(
                "SELECT hash, name FROM luts WHERE session_id = ? ORDER BY id", (session_id,)
            ).fetchall()
        return tuple(Lut(id=row["hash"], name=row["name"]) for row in found)

    def path(self, lut_id: str) -> Path:
        """Where a table lies, or would."""
        return self.folder / f"{lut_id}.cube"
