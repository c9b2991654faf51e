"""A child process never outlives its purpose: not its caller's wish, its time, its caller's error or its caller."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest

from nemovideo_mcp.studio.media.process import Cancelled, Finished, Limits, TimedOut, run

SLEEPER = "import sys, time; print('up', flush=True); time.sleep(600)"
# A child that starts one of its own, prints its number and ignores polite requests to stop.
STUBBORN = (
    "import signal, subprocess, sys, time\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
    "print(child.pid, flush=True)\n"
    "time.sleep(600)"
)


def python(code: str, **more) -> Finished:
    options = {"cancelled": lambda: False, "limits": Limits(60), **more}
    return run([sys.executable, "-c", code], **options)


def gone(pid: int) -> bool:
    """Whether a process is over, or is about to be collected."""
    try:
        psutil.Process(pid).wait(5)
    except psutil.NoSuchProcess:
        return True
    except psutil.TimeoutExpired:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    return True


def test_lines_and_exit_code_come_back() -> None:
    """Every line of stdout is handed over in order, and the end of stderr is kept."""
    lines: list[str] = []
    finished = python(
        "import sys\nfor n in range(500): print(n)\nsys.stderr.write('why')\nsys.exit(3)",
        on_line=lines.append,
    )
    assert lines == [str(number) for number in range(500)]
    assert finished == Finished(3, "why")


def test_stderr_is_bounded() -> None:
    """A child that complains for ever does not fill our memory; its last words are kept."""
    finished = python("import sys\nfor n in range(20000): sys.stderr.write('x' * 100 + str(n) + '\\n')")
    assert len(finished.stderr_tail) < 10_000
    assert finished.stderr_tail.endswith("19999")


def test_cancelling_kills_the_whole_family() -> None:
    """A child that ignores the polite signal, and its own child, are gone when the call returns."""
    pids: list[int] = []
    with pytest.raises(Cancelled):
        python(STUBBORN, cancelled=lambda: bool(pids), on_line=lambda line: pids.append(int(line)))
    assert gone(pids[0])


def test_time_is_limited() -> None:
    """A child that takes too long is killed and said to be."""
    with pytest.raises(TimedOut, match="0 s"):
        python(SLEEPER, limits=Limits(0.3))


def test_an_error_of_the_caller_ends_the_child() -> None:
    """What `on_line` raises comes out, and nothing stays behind."""

    def fail(_: str) -> None:
        raise LookupError("no")

    with pytest.raises(LookupError):
        python(SLEEPER, on_line=fail)
    assert not psutil.Process().children()


def test_a_child_sees_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokens in our environment do not reach a child; what is given does; it reads nothing from us."""
    monkeypatch.setenv("NEMO_TOKEN", "nmv_usr_secret")
    lines: list[str] = []
    code = (
        "import os, sys; print(sorted(os.environ)); print(os.environ['GIVEN']); print(repr(sys.stdin.read()))"
    )
    python(code, environment={"GIVEN": "yes"}, on_line=lines.append)
    assert "NEMO_TOKEN" not in lines[0]
    assert lines[1:] == ["yes", "''"]


if sys.platform == "linux":  # parent-death signals are Linux's

    def test_a_child_dies_with_a_killed_parent() -> None:
        """When the parent is killed and can clean up nothing, its child goes with it."""
        parent_code = (
            "import sys\n"
            "from nemovideo_mcp.studio.media.process import Limits, run\n"
            f"run([sys.executable, '-c', {'import os, time; print(os.getpid(), flush=True); time.sleep(600)'!r}],"
            " cancelled=lambda: False, limits=Limits(600), on_line=lambda line: print(line, flush=True))"
        )
        with subprocess.Popen(
            [sys.executable, "-c", parent_code], stdout=subprocess.PIPE, text=True
        ) as parent:
            assert parent.stdout is not None
            pid = int(parent.stdout.readline())
            assert psutil.pid_exists(pid)
            parent.kill()
            parent.wait()
        assert gone(pid)


if os.name == "posix":  # limits are POSIX's

    def test_files_are_bounded(tmp_path: Path) -> None:
        """A child cannot write a file larger than its limit."""
        target = tmp_path / "big"
        finished = python(
            f"open({str(target)!r}, 'wb').write(bytes(1_000_000))", limits=Limits(60, max_file_bytes=10_000)
        )
        assert finished.code != 0
        assert target.stat().st_size <= 10_000


def test_it_works_from_any_thread() -> None:
    """A worker thread can run a child to its end."""
    done: list[Finished] = []
    worker = threading.Thread(target=lambda: done.append(python("print('hi')")))
    worker.start()
    worker.join()
    assert done[0].code == 0
