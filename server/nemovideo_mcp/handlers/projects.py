"""The user's projects: which session each is, which one is current, and the exports begun in them; kept in SQLite."""

import re
import secrets
import sqlite3
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nemovideo_mcp.handlers.errors import NoSuchJob, NoSuchProject
from nemovideo_mcp.handlers.register import opened

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS projects (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL, task_id TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL,
    skill TEXT NOT NULL, used INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS exports (
    id TEXT PRIMARY KEY, project TEXT NOT NULL REFERENCES projects(id), render_id TEXT NOT NULL, skill TEXT NOT NULL,
    format TEXT NOT NULL, target TEXT NOT NULL, overwrite INTEGER NOT NULL, state TEXT NOT NULL, message TEXT NOT NULL,
    path TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS begun (export TEXT PRIMARY KEY, at REAL NOT NULL);
"""
_ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """A project as the user knows it (`id`, `name`) and as the backend does (`session_id`, `task_id`); `skill` opened it."""

    id: str
    session_id: str
    task_id: str
    name: str
    language: str
    skill: str


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """An export: `state` is a render state or `delivered`; `target` is where the file is to go, `path` where it went.

    `begun` in seconds since 1970, 0 when nobody knows.
    """

    id: str
    project: str
    render_id: str
    skill: str
    format: str
    target: str
    overwrite: bool
    state: str
    message: str = ""
    path: str = ""
    begun: float = 0


class Projects:
    """The register; safe for several processes on one folder."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, session_id: str, task_id: str, *, name: str, language: str, skill: str) -> ProjectRecord:
        """Writes down a new project and makes it the current one."""
        record = ProjectRecord(_new_id("p"), session_id, task_id, name, language, skill)
        with self._open() as db:
            db.execute(
                "INSERT INTO projects VALUES (?, ?, ?, ?, ?, ?, (SELECT 1 + COALESCE(MAX(used), 0) FROM projects))",
                (record.id, session_id, task_id, name, language, skill),
            )
        return record

    def all(self) -> list[ProjectRecord]:
        """Every project, the last used first."""
        with self._open() as db:
            rows = db.execute(
                "SELECT id, session_id, task_id, name, language, skill FROM projects ORDER BY used DESC"
            )
            return [ProjectRecord(*row) for row in rows]

    def current(self) -> ProjectRecord | None:
        """The project last used, or None when there is none."""
        return next(iter(self.all()), None)

    def get(self, project_id: str) -> ProjectRecord:
        """The project with this id; NoSuchProject names those there are."""
        records = self.all()
        for record in records:
            if record.id == project_id:
                return record
        known = ", ".join(f"{record.id} ({record.name})" for record in records[:8])
        raise NoSuchProject(
            f"There is no project {project_id!r}.",
            f"Use one of these: {known}; or leave project out."
            if known
            else 'Leave project out, or send "new".',
        )

    def use(self, record: ProjectRecord) -> None:
        """Makes a project the current one."""
        with self._open() as db:
            db.execute(
                "UPDATE projects SET used = (SELECT 1 + MAX(used) FROM projects) WHERE id = ?", (record.id,)
            )

    def rename(self, record: ProjectRecord, name: str) -> None:
        """Gives a project another name."""
        with self._open() as db:
            db.execute("UPDATE projects SET name = ? WHERE id = ?", (name, record.id))

    def forget(self, record: ProjectRecord) -> None:
        """Takes a project out of the register, with its exports; the backend knows it no more."""
        with self._open() as db:
            db.execute("DELETE FROM exports WHERE project = ?", (record.id,))
            db.execute("DELETE FROM projects WHERE id = ?", (record.id,))

    def add_export(self, export: ExportRecord) -> None:
        """Writes down an export that has been submitted."""
        with self._open() as db:
            db.execute(
                "INSERT INTO exports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(
                        export.id,
                        export.project,
                        export.render_id,
                        export.skill,
                        export.format,
                        export.target,
                    ),
                    *(int(export.overwrite), export.state, export.message, export.path),
                ),
            )
            db.execute("INSERT OR REPLACE INTO begun VALUES (?, ?)", (export.id, export.begun))

    def update_export(self, job: str, *, state: str, message: str = "", path: str = "") -> None:
        """Writes down how an export stands."""
        with self._open() as db:
            db.execute(
                "UPDATE exports SET state = ?, message = ?, path = ? WHERE id = ?",
                (state, message, path, job),
            )

    def claim_export(self, job: str) -> bool:
        """Takes the delivery of an export for this process; False when another one has it."""
        with self._open() as db:
            taken = "UPDATE exports SET state = 'delivering' WHERE id = ? AND state NOT IN ('delivering', 'delivered')"
            return db.execute(taken, (job,)).rowcount == 1

    def export(self, job: str) -> ExportRecord:
        """The export with this id; NoSuchJob names the last ones."""
        records = self.exports()
        for record in records:
            if record.id == job:
                return record
        known = ", ".join(record.id for record in records[:5])
        raise NoSuchJob(
            f"There is no job {job!r}.", f"The last ones are {known}." if known else "Export a project first."
        )

    def exports(self) -> list[ExportRecord]:
        """Every export, the newest first."""
        columns = (
            "id, project, render_id, skill, format, target, overwrite, state, message, path, COALESCE(at, 0)"
        )
        joined = "exports LEFT JOIN begun ON begun.export = exports.id"
        with self._open() as db:
            rows = db.execute(f"SELECT {columns} FROM {joined} ORDER BY exports.rowid DESC")  # noqa: S608 - constants
            return [_export(row) for row in rows]

    def _open(self) -> AbstractContextManager[sqlite3.Connection]:
        return opened(self._file, _SCHEMA)


def _export(row: tuple[str, str, str, str, str, str, int, str, str, str, float]) -> ExportRecord:
    overwrite, state, message, path, begun = row[6:]
    return ExportRecord(
        *row[:6], overwrite=bool(overwrite), state=state, message=message, path=path, begun=begun
    )


def new_job_id() -> str:
    """A short id of an export, to be said in a sentence."""
    return _new_id("job")


def _new_id(prefix: str) -> str:
    return f"{prefix}-{''.join(secrets.choice(_ALPHABET) for _ in range(6))}"


def file_stem(name: str) -> str:
    """A project's name as a file name: what file systems refuse becomes a space or goes."""
    cleaned = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", name).strip(" .")
    return " ".join(cleaned.split())[:80].rstrip(" .") or "video"
