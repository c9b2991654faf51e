"""Runs as a program of its own: limits itself, ties its life to its starter's, and becomes the command it is given.

Called as `python -I -S launcher.py STARTER_PID NICENESS MAX_FILE_BYTES COMMAND...`; imports only what is built in,
so that it costs a few milliseconds. A thread may not run code between fork and exec; a program may run what it likes.
"""

import os
import sys

_PR_SET_PDEATHSIG = 1
_SIGKILL = 9


def _die_with(starter: int) -> None:
    """Ask Linux for a SIGKILL at the starter's death; leave at once when that has already come."""
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
    if os.getppid() != starter:
        sys.exit(1)


def _limit(max_file_bytes: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if max_file_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (max_file_bytes, max_file_bytes))


def main(arguments: list[str]) -> None:
    """Become the command; does not return."""
    starter, niceness, max_file_bytes, *command = arguments
    if sys.platform == "linux":
        _die_with(int(starter))
    _limit(int(max_file_bytes))
    os.nice(int(niceness))
    os.execv(command[0], command)  # noqa: S606 - an argument list made by process.run, no shell


if __name__ == "__main__":
    main(sys.argv[1:])
