"""The timeline of each session: every change is a numbered revision, and undo and redo are changes too.

States form a line with branches: `parent` is what undo goes back to, `next` what redo goes forward to. A new edit after an
undo becomes its parent's `next`, so the branch that was undone can no longer be reached. Revisions only count up: a number
never names two different timelines.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from nemovideo_mcp.studio.store.database import Clock, Database
from nemovideo_mcp.studio.store.errors import Conflict, NoRevision, NoSession
from nemovideo_mcp.studio.store.projects import Projects
from nemovideo_mcp.studio.timeline.model import Project


@dataclass(frozen=True)
class Timeline:
    """A session's project at a revision, and as it is kept, what undo and redo would lead to: seldom asked, long to read."""

    session_id: str
    revision: int
    project: Project
    label: str
    back: str | None
    ahead: str | None

    @cached_property
    def previous(self) -> Project | None:
        """What undo would lead to."""
        return _project(self.back)

    @cached_property
    def following(self) -> Project | None:
        """What redo would lead to."""
        return _project(self.ahead)


class Timelines:
    """Reads the current timeline and moves it on, one revision at a time."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Shares the database of the store."""
        self._database, self._clock = database, clock
        self._projects = Projects()

    def current(self, session_id: str) -> Timeline:
        """The timeline as it is now; NoSession."""
        with self._database.read() as rows:
            row = rows.execute(
                "SELECT s.revision, now.project, now.label, back.project AS previous, ahead.project AS following"
                " FROM sessions s JOIN revisions r ON r.session_id = s.id AND r.revision = s.revision"
                " JOIN states now ON now.id = r.state_id LEFT JOIN states back ON back.id = now.parent"
                " LEFT JOIN states ahead ON ahead.id = now.next WHERE s.id = ?",
                (session_id,),
            ).fetchone()
        if row is None:
            raise NoSession("This session does not exist here. Open a new one.")
        return Timeline(
            session_id=session_id,
            revision=row["revision"],
            project=self._projects.read(row["project"]),
            label=row["label"],
            back=row["previous"],
            ahead=row["following"],
        )

    def at(self, session_id: str, revision: int) -> Project | None:
        """The project as it was at a revision; None when there never was one."""
        with self._database.read() as rows:
            row = rows.execute(
                "SELECT project FROM states JOIN revisions r ON r.state_id = states.id"
                " WHERE r.session_id = ? AND r.revision = ?",
                (session_id, revision),
            ).fetchone()
        return _project(row["project"]) if row else None

    def commit(self, session_id: str, project: Project, label: str, *, base: int) -> int:
        """Puts an edit on top of revision `base` and answers the new revision; Conflict when that is not the last."""
        with self._database.write() as rows:
            parent = self._state(session_id, base)
            state = rows.execute(
                "INSERT INTO states (session_id, parent, project, label, made) VALUES (?, ?, ?, ?, ?)",
                (session_id, parent, self._projects.written(project), label, self._clock()),
            ).lastrowid
            rows.execute("UPDATE states SET next = ? WHERE id = ?", (state, parent))
            return self._advance(session_id, base, state)

    def undo(self, session_id: str, *, base: int, times: int = 1) -> int:
        """Goes back some edits, as one new revision; NoRevision when there are not so many, Conflict."""
        return self._move(session_id, base, "parent", times)

    def redo(self, session_id: str, *, base: int, times: int = 1) -> int:
        """Takes back some undos, as one new revision; NoRevision when there are not so many, Conflict."""
        return self._move(session_id, base, "next", times)

    def away(self, session_id: str, *, base: int, way: Literal["undo", "redo"], times: int) -> Project | None:
        """The project that so many undos or redos would lead to, None when there are not so many; Conflict."""
        with self._database.read() as rows:
            state = self._walked(self._state(session_id, base), "parent" if way == "undo" else "next", times)
            row = rows.execute("SELECT project FROM states WHERE id = ?", (state,)).fetchone()
        return _project(row["project"]) if row else None

    def _move(self, session_id: str, base: int, way: Literal["parent", "next"], times: int) -> int:
        with self._database.write():
            state = self._walked(self._state(session_id, base), way, times)
            if state is None:
                raise NoRevision(
                    "There is nothing to undo." if way == "parent" else "There is nothing to redo."
                )
            return self._advance(session_id, base, state)

    def _walked(self, state: int, way: Literal["parent", "next"], times: int) -> int | None:
        """The state so many steps from another."""
        at: int | None = state
        with self._database.read() as rows:
            for _ in range(times):
                row = rows.execute("SELECT parent, next FROM states WHERE id = ?", (at,)).fetchone()
                at = row[way] if row else None
                if at is None:
                    break
        return at

    def _state(self, session_id: str, base: int) -> int:
        with self._database.read() as rows:
            row = rows.execute(
                "SELECT s.revision, r.state_id FROM sessions s"
                " JOIN revisions r ON r.session_id = s.id AND r.revision = s.revision WHERE s.id = ?",
                (session_id,),
            ).fetchone()
        if row is None:
            raise NoSession("This session does not exist here. Open a new one.")
        if row["revision"] != base:
            raise Conflict(base, row["revision"])
        return int(row["state_id"])

    def _advance(self, session_id: str, base: int, state: int | None) -> int:
        with self._database.write() as rows:
            rows.execute(
                "INSERT INTO revisions VALUES (?, ?, ?, ?)", (session_id, base + 1, state, self._clock())
            )
            rows.execute("UPDATE sessions SET revision = ? WHERE id = ?", (base + 1, session_id))
        return base + 1


def _project(text: str | None) -> Project | None:
    return Project.model_validate_json(text) if text is not None else None
