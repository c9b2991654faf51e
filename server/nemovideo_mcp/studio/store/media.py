"""Media: which file holds which content, and which session was given it under which name."""

from dataclasses import dataclass
from pathlib import Path

from nemovideo_mcp.studio.store.database import Clock, Database
from nemovideo_mcp.studio.store.errors import NoMedia
from nemovideo_mcp.studio.timeline.model import Media


@dataclass(frozen=True, slots=True)
class Stored:
    """A file of a session; `size` in bytes."""

    medium: Media
    path: Path
    size: int


class MediaShelf:
    """Files in one folder, named by content; the same content twice is one file."""

    def __init__(self, database: Database, clock: Clock, folder: Path) -> None:
        """`folder` holds the files themselves."""
        self._database, self._clock, self.folder = database, clock, folder

    def add(self, session_id: str, medium: Media, path: Path) -> None:
        """Notes that a file in the folder was given to a session under the medium's name."""
        now = self._clock()
        with self._database.write() as rows:
            rows.execute(
                "INSERT INTO media VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING",
                (medium.id, path.name, medium.model_dump_json(), path.stat().st_size, now),
            )
            rows.execute(
                "INSERT INTO uploads (session_id, hash, name, made) VALUES (?, ?, ?, ?)",
                (session_id, medium.id, medium.name, now),
            )

    def of_session(self, session_id: str) -> list[Stored]:
        """Everything a session was given, in order; the same content once, under its first name."""
        with self._database.read() as rows:
            found = rows.execute(
                "SELECT m.medium, m.file, m.bytes, u.name, min(u.id) AS first FROM uploads u JOIN media m USING (hash)"
                " WHERE u.session_id = ? GROUP BY u.hash ORDER BY first",
                (session_id,),
            ).fetchall()
        return [
            Stored(
                Media.model_validate_json(row["medium"]).model_copy(update={"name": row["name"]}),
                self.folder / row["file"],
                row["bytes"],
            )
            for row in found
        ]

    def get(self, session_id: str, media_id: str) -> Stored:
        """One file of a session; NoMedia."""
        for stored in self.of_session(session_id):
            if stored.medium.id == media_id:
                return stored
        raise NoMedia("This session has no such file.")

    def paths(self, session_id: str) -> dict[str, Path]:
        """Where each medium of a session lies, by its id."""
        return {stored.medium.id: stored.path for stored in self.of_session(session_id)}

    def known(self, media_id: str) -> bool:
        """Whether any session uses this content."""
        with self._database.read() as rows:
            return rows.execute("SELECT 1 FROM media WHERE hash = ?", (media_id,)).fetchone() is not None
