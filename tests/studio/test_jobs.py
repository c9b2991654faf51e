"""Jobs: done once, interrupted and taken up again, failed with their reason."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from nemovideo_mcp.studio.jobs import Halt, Jobs
from nemovideo_mcp.studio.store.presence import Presence
from requirements import requirement

PATIENCE_S = 30


class Errands:
    """Work that notes what happens to it, and can be held at a gate."""

    def __init__(self) -> None:
        """Nothing is asked yet, and the gate is open."""
        self.open: dict[str, None] = {}
        self.log: list[str] = []
        self.over, self.begun, self.gate = threading.Event(), threading.Event(), threading.Event()
        self.gate.set()
        self.broken = False

    def unfinished(self) -> list[str]:
        """What is still to be done."""
        return list(self.open)

    def wanted(self, job: str) -> bool:
        """Whether it is still to be done."""
        return job in self.open

    def make(self, job: str, halt: Halt) -> None:
        """Waits at the gate, asking whether to go on."""
        self.log.append(f"make {job}")
        self.begun.set()
        if self.broken:
            raise ValueError("no paper")
        while not self.gate.wait(0.02):
            if halt():
                self.log.append(f"halted {job}")
                self.over.set()
                return

    def finish(self, job: str) -> None:
        """Crosses it off."""
        self.log.append(f"finish {job}")
        del self.open[job]
        self.over.set()

    def fail(self, job: str, error: Exception) -> None:
        """Crosses it off with a reason."""
        self.log.append(f"fail {job}: {error}")
        self.open.pop(job, None)
        self.over.set()


class Engine(NamedTuple):
    """Jobs as one process has them."""

    jobs: Jobs
    presence: Presence

    def end(self) -> None:
        """What the end of a process amounts to."""
        self.jobs.stop()
        self.presence.leave()


Begin = Callable[[], Engine]


@pytest.fixture
def errands() -> Errands:
    """Work that the engines of a test share."""
    return Errands()


@pytest.fixture
def begin(tmp_path: Path, errands: Errands) -> Iterator[Begin]:
    """Makes engines on one folder, each with a presence of its own; all are stopped at the end."""
    made: list[Engine] = []

    def another() -> Engine:
        presence = Presence(tmp_path / "executors")
        made.append(Engine(Jobs(tmp_path, presence, errands), presence))
        return made[-1]

    yield another
    for engine in made:
        engine.end()


def ask(jobs: Jobs, errands: Errands, job: str) -> None:
    """Notes a job and hands it over."""
    errands.open[job] = None
    jobs.submit(job)


@requirement("EXP-6")
def test_an_interrupted_job_is_taken_up_by_the_next_start(begin: Begin, errands: Errands) -> None:
    """A stop leaves it to be done; the next engine does it, in the order of its steps, and once."""
    errands.gate.clear()
    first = begin()
    ask(first.jobs, errands, "render_1")
    assert errands.begun.wait(PATIENCE_S)
    first.end()
    assert errands.log == ["make render_1"]
    errands.gate.set()
    begin().jobs.start()
    assert errands.over.wait(PATIENCE_S)
    assert errands.log == ["make render_1", "make render_1", "finish render_1"]


def test_work_that_was_noted_but_never_handed_over_is_done(begin: Begin, errands: Errands) -> None:
    """A crash between the note and the engine loses nothing; what is handed over twice is done once."""
    errands.open["render_noted"] = None
    jobs = begin().jobs
    jobs.submit("render_noted")
    jobs.submit("render_noted")
    assert errands.over.wait(PATIENCE_S)
    assert errands.log == ["make render_noted", "finish render_noted"]


@requirement("EXP-7")
def test_a_cancelled_job_is_told_to_halt(begin: Begin, errands: Errands) -> None:
    """Both ways: by this process, and by another one that only changed the record."""
    errands.gate.clear()
    jobs = begin().jobs
    for job, tell in [("render_1", jobs.cancel), ("render_2", str)]:
        errands.begun.clear()
        errands.over.clear()
        ask(jobs, errands, job)
        assert errands.begun.wait(PATIENCE_S)
        del errands.open[job]
        tell(job)
        assert errands.over.wait(PATIENCE_S)
    assert errands.log == ["make render_1", "halted render_1", "make render_2", "halted render_2"]


def test_a_job_that_cannot_be_done_is_told_why(begin: Begin, errands: Errands) -> None:
    """Its record has the reason, its second step is not tried, and the next job is done."""
    errands.broken = True
    jobs = begin().jobs
    ask(jobs, errands, "render_1")
    assert errands.over.wait(PATIENCE_S)
    assert errands.log == ["make render_1", "fail render_1: no paper"]
    errands.broken = False
    errands.over.clear()
    ask(jobs, errands, "render_2")
    assert errands.over.wait(PATIENCE_S)
    assert errands.log[2:] == ["make render_2", "finish render_2"]


def test_two_studios_of_one_process_take_turns(begin: Begin, errands: Errands) -> None:
    """The second one's job waits until the first has nothing to do, and is not lost."""
    errands.gate.clear()
    first, second = begin(), begin()
    ask(first.jobs, errands, "render_1")
    assert errands.begun.wait(PATIENCE_S)
    ask(second.jobs, errands, "render_2")
    errands.gate.set()
    while errands.open:
        assert errands.over.wait(PATIENCE_S)
        errands.over.clear()
    assert sorted(errands.log) == ["finish render_1", "finish render_2", "make render_1", "make render_2"]


def test_an_engine_that_retired_starts_again(begin: Begin, errands: Errands) -> None:
    """With nothing to do its threads are gone; the next job is done all the same."""
    jobs = begin().jobs
    for number in range(2):
        ask(jobs, errands, f"render_{number}")
        assert errands.over.wait(PATIENCE_S)
        errands.over.clear()
        for thread in threading.enumerate():
            if thread.name == "nemovideo-jobs":
                thread.join(PATIENCE_S)
        assert not [thread.name for thread in threading.enumerate() if "dbos" in thread.name]
    assert errands.log[2:] == ["make render_1", "finish render_1"]
