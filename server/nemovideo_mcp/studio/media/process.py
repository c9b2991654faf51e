"""The one place that starts a child process: bounded, cancellable, and dead when we are."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

_LAUNCHER: Final = Path(__file__).with_name("launcher.py")
_POLL_S: Final = 0.05
_GRACE_S: Final = 2.0
_MAX_LINE: Final = 2_000
_TAIL_LINES: Final = 60
_POSIX: Final = os.name == "posix"
_NEW_GROUP: Final = 0 if _POSIX else 0x200  # CREATE_NEW_PROCESS_GROUP, which only Windows' module names


@dataclass(frozen=True)
class Limits:
    """What a child may use: seconds of wall time, bytes of any file it writes (0: no bound), and its niceness."""

    timeout_s: float
    max_file_bytes: int = 0
    niceness: int = 5


@dataclass(frozen=True)
class Finished:
    """How a child ended: its exit code (negative: a signal) and the last lines it wrote to stderr."""

    code: int
    stderr_tail: str


class Cancelled(Exception):
    """The child was killed because its caller asked so."""


class TimedOut(Exception):
    """The child was killed because it ran longer than it was given."""


def run(
    argv: Sequence[str],
    *,
    cancelled: Callable[[], bool],
    limits: Limits,
    on_line: Callable[[str], None] | None = None,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Finished:
    """Run a command to its end and report how it ended; blocks the calling thread.

    `argv[0]` is an absolute path. `on_line` gets every line of stdout, in the calling thread. `cancelled` is asked at
    least every 0.2 s. Nothing of our environment reaches the child but what `environment` holds. On Linux the child is
    killed when the calling thread dies, and so when this process does. Raises Cancelled, TimedOut, and whatever `on_line` or
    `cancelled` raise; in each case the child and its own children are gone before this returns.
    """
    child = _start(argv, limits, cwd, environment)
    lines: deque[str] = deque()
    tail: deque[str] = deque(maxlen=_TAIL_LINES)
    readers = [_read(child.stdout, lines), _read(child.stderr, tail)]
    deadline = time.monotonic() + limits.timeout_s
    try:
        while child.poll() is None:
            _hand_over(lines, on_line)
            if cancelled():
                raise Cancelled
            if time.monotonic() > deadline:
                raise TimedOut(f"stopped after {limits.timeout_s:.0f} s")
            _wait(child)
        for reader in readers:
            reader.join(_GRACE_S)
        _hand_over(lines, on_line)
    finally:
        _kill(child)
        for reader in readers:
            reader.join(_GRACE_S)
        for stream in (child.stdout, child.stderr):
            if stream is not None:
                stream.close()
    return Finished(child.returncode, "\n".join(tail))


def _start(
    argv: Sequence[str], limits: Limits, cwd: Path | None, environment: Mapping[str, str] | None
) -> subprocess.Popen[bytes]:
    command = list(argv)
    if _POSIX:
        terms = [str(os.getpid()), str(limits.niceness), str(limits.max_file_bytes)]
        command = [sys.executable, "-I", "-S", str(_LAUNCHER), *terms, *command]
    return subprocess.Popen(  # noqa: S603 - an argument list, never a shell; argv[0] is ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=cwd,
        env=_environment(environment),
        start_new_session=_POSIX,
        creationflags=_NEW_GROUP,
    )


def _environment(extra: Mapping[str, str] | None) -> dict[str, str] | None:
    """Only what is given: a child needs none of our secrets. Windows programs do not start without their own."""
    if not _POSIX:
        return None
    return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", **(extra or {})}


def _read(stream: IO[bytes] | None, into: deque[str]) -> threading.Thread:
    """Read lines until the stream ends, keeping at most `_MAX_LINE` bytes of each."""

    def pump() -> None:
        if stream is None:
            return
        while line := stream.readline(_MAX_LINE):
            into.append(line.decode("utf-8", "replace").rstrip())

    thread = threading.Thread(target=pump, daemon=True)
    thread.start()
    return thread


def _hand_over(lines: deque[str], on_line: Callable[[str], None] | None) -> None:
    while lines:
        line = lines.popleft()
        if on_line is not None:
            on_line(line)


def _wait(child: subprocess.Popen[bytes]) -> None:
    try:
        child.wait(_POLL_S)
    except subprocess.TimeoutExpired:
        return


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the child and its group at once: what it was writing is thrown away, so there is nothing to be polite about."""
    if child.poll() is None:
        _signal(child)
        child.wait()


def _signal(child: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        child.kill()
        return
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
