"""The tables, as a list of steps: a folder at `user_version` n has had the first n of them."""

from typing import Final

_FIRST: Final = """
CREATE TABLE users (
    id TEXT PRIMARY KEY, client TEXT NOT NULL UNIQUE, made REAL NOT NULL
) STRICT;
CREATE TABLE tokens (
    hash TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id), made REAL NOT NULL, expires REAL
) STRICT;
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id), kind TEXT NOT NULL,
    available INTEGER NOT NULL, frozen INTEGER NOT NULL, hold TEXT, holder TEXT, made REAL NOT NULL
) STRICT;
CREATE INDEX ledger_user ON ledger (user_id);
CREATE INDEX ledger_hold ON ledger (hold);
CREATE TABLE sessions (
    id TEXT PRIMARY KEY, task_id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL REFERENCES users (id),
    name TEXT NOT NULL, language TEXT NOT NULL, made REAL NOT NULL, revision INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE states (
    id INTEGER PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions (id),
    parent INTEGER REFERENCES states (id), next INTEGER REFERENCES states (id),
    project TEXT NOT NULL, label TEXT NOT NULL, made REAL NOT NULL
) STRICT;
CREATE TABLE revisions (
    session_id TEXT NOT NULL REFERENCES sessions (id), revision INTEGER NOT NULL,
    state_id INTEGER NOT NULL REFERENCES states (id), made REAL NOT NULL,
    PRIMARY KEY (session_id, revision)
) STRICT, WITHOUT ROWID;
CREATE TABLE media (
    hash TEXT PRIMARY KEY, file TEXT NOT NULL, medium TEXT NOT NULL, bytes INTEGER NOT NULL, made REAL NOT NULL
) STRICT;
CREATE TABLE uploads (
    id INTEGER PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions (id),
    hash TEXT NOT NULL REFERENCES media (hash), name TEXT NOT NULL, made REAL NOT NULL
) STRICT;
CREATE INDEX uploads_session ON uploads (session_id);
CREATE TABLE renders (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions (id), state TEXT NOT NULL,
    progress REAL NOT NULL DEFAULT 0, project TEXT NOT NULL, output TEXT NOT NULL, runs INTEGER NOT NULL DEFAULT 0,
    file TEXT, duration REAL, bytes INTEGER, proof TEXT, error TEXT, made REAL NOT NULL, ended REAL
) STRICT;
CREATE INDEX renders_session ON renders (session_id);
CREATE TABLE claims (
    hash TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions (id), expires REAL NOT NULL
) STRICT;
"""

_LUTS = """
CREATE TABLE luts (
    id INTEGER PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions (id),
    hash TEXT NOT NULL, name TEXT NOT NULL, made REAL NOT NULL
) STRICT;
CREATE INDEX luts_session ON luts (session_id);
"""

STEPS: Final = (_FIRST, _LUTS)
