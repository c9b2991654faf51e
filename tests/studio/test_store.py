"""The store: what is kept stays as it was, in order, for several processes at once."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nemovideo_mcp.studio.store.errors import (
    BadToken,
    Conflict,
    FolderTooNew,
    NoCredits,
    NoRevision,
    NoSession,
    RenderTaken,
)
from nemovideo_mcp.studio.store.presence import Presence, alone
from nemovideo_mcp.studio.store.renders import MAX_RUNS, Progress
from nemovideo_mcp.studio.store.store import Store
from nemovideo_mcp.studio.timeline.model import Project
from requirements import requirement

NOW = 1_800_000_000.0


def opened(folder: Path, *, metered: bool = False) -> Store:
    """A store on a folder, with a clock that stands still."""
    return Store(folder, clock=lambda: NOW, metered=metered)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A metered store on a fresh folder."""
    one = opened(tmp_path / "data", metered=True)
    yield one
    one.close()


@pytest.fixture
def session(store: Store) -> str:
    """A session in it."""
    return store.sessions.open(store.accounts.issue("client").user_id, "project", "en").id


def named(store: Store, session: str) -> str:
    """The name of the current project: what these tests edit."""
    return store.timelines.current(session).project.name


@requirement("STATE-5")
def test_undo_and_redo_survive_a_restart(store: Store, session: str, tmp_path: Path) -> None:
    """Another store on the same folder goes on where the first one stood; each move is a new revision."""
    store.timelines.commit(session, Project(name="one"), "Renamed", base=0)
    store.timelines.commit(session, Project(name="two"), "Renamed again", base=1)
    assert store.timelines.undo(session, base=2) == 3
    other = opened(tmp_path / "data")
    try:
        timeline = other.timelines.current(session)
        assert (timeline.revision, timeline.project.name, timeline.label) == (3, "one", "Renamed")
        assert timeline.previous == Project(name="project")
        assert timeline.following == Project(name="two")
        assert other.timelines.redo(session, base=3) == 4
        assert named(store, session) == "two"
    finally:
        other.close()


@requirement("STATE-5")
def test_an_edit_after_an_undo_drops_what_was_undone(store: Store, session: str) -> None:
    """There is nothing to redo then, and undo leads to where the new edit began."""
    store.timelines.commit(session, Project(name="one"), "", base=0)
    store.timelines.undo(session, base=1)
    store.timelines.commit(session, Project(name="other"), "", base=2)
    with pytest.raises(NoRevision):
        store.timelines.redo(session, base=3)
    store.timelines.undo(session, base=3)
    assert named(store, session) == "project"
    with pytest.raises(NoRevision):
        store.timelines.undo(session, base=4)


@requirement("STATE-5")
def test_an_edit_of_an_older_revision_is_a_conflict(store: Store, session: str) -> None:
    """It is not made, and the error carries the current revision."""
    store.timelines.commit(session, Project(name="one"), "", base=0)
    with pytest.raises(Conflict) as conflict:
        store.timelines.commit(session, Project(name="late"), "", base=0)
    assert (conflict.value.base, conflict.value.revision) == (0, 1)
    assert named(store, session) == "one"
    with pytest.raises(NoSession):
        store.timelines.commit("1", Project(), "", base=0)


@given(st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=30))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_walk_through_the_history_is_that_of_a_list(store: Store, moves: list[str]) -> None:
    """Edits, undos and redos in any order lead where a list with a cursor leads; every revision stays readable."""
    session = store.sessions.open(store.accounts.issue(uuid4().hex).user_id, "0", "en").id
    line, at, seen = ["0"], 0, ["0"]
    for number, move in enumerate(moves, start=1):
        base = store.timelines.current(session).revision
        if move == "edit":
            store.timelines.commit(session, Project(name=str(number)), "", base=base)
            line, at = [*line[: at + 1], str(number)], at + 1
        elif 0 <= at + (step := -1 if move == "undo" else 1) < len(line):
            getattr(store.timelines, move)(session, base=base)
            at += step
        else:
            with pytest.raises(NoRevision):
                getattr(store.timelines, move)(session, base=base)
            continue
        seen.append(line[at])
    then = [store.timelines.at(session, revision) for revision in range(len(seen))]
    assert [project.name for project in then if project] == seen
    assert store.timelines.at(session, len(seen)) is None


@requirement("CRED-1")
@given(st.lists(st.tuples(st.sampled_from(["freeze", "settle", "release"]), st.integers(1, 40)), max_size=25))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_ledger_always_adds_up(store: Store, moves: list[tuple[str, int]]) -> None:
    """Nothing is spent twice or lost: available + frozen + spent is what was granted, and nothing goes below zero."""
    user = store.accounts.issue(uuid4().hex).user_id
    holds: list[tuple[str, int]] = []
    closed: list[str] = []
    spent = 0
    for move, number in moves:
        if move == "freeze":
            try:
                holds.append((store.credits.freeze(user, number), number))
            except NoCredits:
                assert store.credits.balance(user).available < number
        elif holds:
            hold, amount = holds.pop(number % len(holds))
            getattr(store.credits, move)(hold)
            spent += amount if move == "settle" else 0
            closed.append(hold)
        for hold in closed:
            store.credits.settle(hold)
        funds = store.credits.balance(user)
        assert funds.frozen == sum(amount for _, amount in holds)
        assert funds.available == 100 - spent - funds.frozen >= 0


def test_what_a_dead_process_had_frozen_comes_back(store: Store, tmp_path: Path) -> None:
    """A hold is released at the next start, but only once its process is gone."""
    user = store.accounts.issue("client").user_id
    beside = opened(tmp_path / "data")
    beside.credits.freeze(user, 30)
    opened(tmp_path / "data").close()
    assert store.credits.balance(user).frozen == 30
    beside.close()
    opened(tmp_path / "data").close()
    assert (store.credits.balance(user).available, store.credits.balance(user).frozen) == (100, 0)


def test_two_processes_take_turns(store: Store, session: str, tmp_path: Path) -> None:
    """A hundred edits from each of two processes at once: all are there, in one line, none over another."""
    edit = (
        "import sys, pathlib; from nemovideo_mcp.studio.store.store import Store;"
        "from nemovideo_mcp.studio.store.errors import Conflict; from nemovideo_mcp.studio.timeline.model import Project\n"
        "store = Store(pathlib.Path(sys.argv[1]), clock=lambda: 0.0, metered=False)\n"
        "left = 100\n"
        "while left:\n"
        "    now = store.timelines.current(sys.argv[2])\n"
        "    name = now.project.name + sys.argv[3]\n"
        "    try: store.timelines.commit(sys.argv[2], Project(name=name), '', base=now.revision)\n"
        "    except Conflict: continue\n"
        "    left -= 1\n"
        "store.close()\n"
    )
    arguments = [sys.executable, "-c", edit, str(tmp_path / "data"), session]
    both = [subprocess.Popen([*arguments, letter]) for letter in "ab"]
    assert [one.wait() for one in both] == [0, 0]
    name = named(store, session).removeprefix("project")
    assert (name.count("a"), name.count("b"), store.timelines.current(session).revision) == (100, 100, 200)


def test_a_folder_of_a_newer_version_is_left_alone(store: Store, tmp_path: Path) -> None:
    """The error says what to do, and nothing in the folder changes."""
    file = tmp_path / "data" / "studio.db"
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    with pytest.raises(FolderTooNew, match="Update"):
        opened(tmp_path / "data")


def test_a_claim_is_for_one_session_and_one_week(tmp_path: Path) -> None:
    """It is known until its week is over."""
    now = [NOW]
    store = Store(tmp_path, clock=lambda: now[0], metered=False)
    session = store.sessions.open(store.accounts.issue("client").user_id, "film", "en")
    token = store.sessions.claim(session)
    assert store.sessions.claimed(token) == session
    now[0] += 7 * 24 * 3600
    with pytest.raises(BadToken):
        store.sessions.claimed(token)
    store.close()


def test_a_finished_render_never_changes(store: Store, session: str) -> None:
    """Late news of a cancelled render is not heard; its id stays its session's."""
    store.renders.order("render_1", session, Project(), "{}")
    store.renders.cancel("render_1")
    assert store.renders.begin("render_1") is None
    assert not store.renders.complete("render_1", file="f.mp4", duration=1.0, size=1, proof="{}")
    store.renders.fail("render_1", "too late")
    assert (store.renders.get("render_1").state, store.renders.get("render_1").error) == (
        Progress.CANCELLED,
        None,
    )
    other = store.sessions.open(store.accounts.issue("other").user_id, "project", "en").id
    with pytest.raises(RenderTaken):
        store.renders.order("render_1", other, Project(), "{}")


def test_a_render_that_ends_its_process_again_and_again_is_given_up(store: Store, session: str) -> None:
    """Orderly stops do not count; deaths do."""
    store.renders.order("render_1", session, Project(), "{}")
    for _ in range(MAX_RUNS + 3):
        assert store.renders.begin("render_1") is not None
        store.renders.set_down("render_1")
    for _ in range(MAX_RUNS):
        assert store.renders.begin("render_1") is not None
    assert store.renders.begin("render_1") is None
    assert "export again" in str(store.renders.get("render_1").error)


def test_presence_ends_with_its_process(tmp_path: Path) -> None:
    """A process is known to live until it ends, without warning or not; an unknown id does not live."""
    code = (
        "import sys, pathlib; from nemovideo_mcp.studio.store.presence import Presence;"
        "print(Presence(pathlib.Path(sys.argv[1])).id, flush=True); sys.stdin.read()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    other = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], text=True, **pipes)
    assert other.stdout is not None
    name = other.stdout.readline().strip()
    here = Presence(tmp_path)
    assert here.alive(name)
    assert here.alive(here.id)
    other.kill()
    other.communicate()
    assert not here.alive(name)
    assert not here.alive("nobody")
    here.leave()
    assert not here.alive(here.id)


def test_only_one_is_alone(tmp_path: Path) -> None:
    """The second one is told that it waited in vain."""
    with alone(tmp_path / "turn"), pytest.raises(TimeoutError), alone(tmp_path / "turn", wait_s=0):
        pytest.fail("two were alone")
    with alone(tmp_path / "turn", wait_s=0):
        assert True
