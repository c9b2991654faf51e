"""Renders: what was ordered, how far it is, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from nemovideo_mcp.studio.store.database import Clock, Database
from nemovideo_mcp.studio.store.errors import NoRender, RenderTaken
from nemovideo_mcp.studio.timeline.model import Project

MAX_RUNS: Final = 4
_COLUMNS: Final = "id, session_id, state, progress, project, output, file, duration, bytes, error, made"


class Progress(StrEnum):
    """pending → processing → completed, failed or cancelled."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Render:
    """One render; `progress` 0 to 100, `duration` in s, `size` in bytes, times in s since 1970; `file` is in the renders folder."""

    id: str
    session_id: str
    state: Progress
    progress: float
    project: Project
    output: str
    file: str | None
    duration: float | None
    size: int | None
    error: str | None
    made: float

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state not in (Progress.PENDING, Progress.PROCESSING)


class Renders:
    """The record of every render; a finished one never changes again."""

    def __init__(self, database: Database, clock: Clock, folder: Path) -> None:
        """`folder` holds the finished files."""
        self._database, self._clock, self.folder = database, clock, folder

    def order(self, render_id: str, session_id: str, project: Project, output: str) -> Render:
        """Notes an order; the same id again is the same render. RenderTaken when another session has the id."""
        with self._database.write() as rows:
            rows.execute(
                "INSERT INTO renders (id, session_id, state, project, output, made) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO NOTHING",
                (render_id, session_id, Progress.PENDING, project.model_dump_json(), output, self._clock()),
            )
            render = self.get(render_id)
        if render.session_id != session_id:
            raise RenderTaken(
                "Another project uses this render id. Nothing was started; repeat with a new id."
            )
        return render

    def get(self, render_id: str) -> Render:
        """The render as it stands; NoRender."""
        found = self._where("id = ?", render_id)
        if not found:
            raise NoRender("There is no such render here.")
        return found[0]

    def of_session(self, session_id: str) -> list[Render]:
        """A session's renders, the oldest first."""
        return self._where("session_id = ?", session_id)

    def unfinished(self) -> list[str]:
        """Ids of the renders somebody still waits for, the oldest first."""
        return [render.id for render in self._where("state IN ('pending', 'processing')")]

    def begin(self, render_id: str) -> Render | None:
        """Takes a render up, or again after an interruption; None when nobody waits for it any more."""
        if not self._change(render_id, state=Progress.PROCESSING, progress=0.0):
            return None
        with self._database.write() as rows:
            rows.execute("UPDATE renders SET runs = runs + 1 WHERE id = ?", (render_id,))
            (runs,) = rows.execute("SELECT runs FROM renders WHERE id = ?", (render_id,)).fetchone()
        if runs > MAX_RUNS:
            self.fail(
                render_id,
                f"The studio was ended {MAX_RUNS} times while it made this file. No file was made; export again.",
            )
            return None
        return self.get(render_id)

    def set_down(self, render_id: str) -> None:
        """An orderly stop interrupted it: that run does not count."""
        with self._database.write() as rows:
            rows.execute("UPDATE renders SET runs = max(0, runs - 1) WHERE id = ?", (render_id,))

    def advance(self, render_id: str, progress: float) -> None:
        """Notes how far it is."""
        self._change(render_id, progress=progress)

    def wanted(self, render_id: str) -> bool:
        """Whether somebody still waits for it."""
        return not self.get(render_id).over

    def complete(self, render_id: str, *, file: str, duration: float, size: int, proof: str) -> bool:
        """The file is whole and was checked; false when nobody waits for it any more."""
        done = {"state": Progress.COMPLETED, "progress": 100.0, "ended": self._clock()}
        return self._change(render_id, **done, file=file, duration=duration, bytes=size, proof=proof)

    def fail(self, render_id: str, error: str) -> None:
        """It cannot be done; `error` is a sentence for people."""
        self._change(render_id, state=Progress.FAILED, error=error, ended=self._clock())

    def cancel(self, render_id: str) -> None:
        """Nobody waits for it any more."""
        self._change(render_id, state=Progress.CANCELLED, ended=self._clock())

    def _change(self, render_id: str, **values: Any) -> bool:
        """Changes a render that is not over; whether there was one."""
        columns = ", ".join(f"{name} = :{name}" for name in values)
        with self._database.write() as rows:
            changed = rows.execute(
                f"UPDATE renders SET {columns} WHERE id = :id AND state IN ('pending', 'processing')",  # noqa: S608 - own names
                {**values, "id": render_id},
            )
        return changed.rowcount > 0

    def _where(self, condition: str, *values: str) -> list[Render]:
        with self._database.read() as rows:
            found = rows.execute(
                f"SELECT {_COLUMNS} FROM renders WHERE {condition} ORDER BY made, rowid",  # noqa: S608 - own words
                values,
            ).fetchall()
        return [
            Render(row[0], row[1], Progress(row[2]), row[3], Project.model_validate_json(row[4]), *row[5:])
            for row in found
        ]
