"""The command line: reads the settings and starts the command they name."""

import gc
import logging
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Final

from nemovideo_mcp.settings import Settings, SettingsError

_COMMANDS: Final = {
    "serve": "nemovideo_mcp.commands.serve",
    "demo": "nemovideo_mcp.commands.demo",
    "studio": "nemovideo_mcp.commands.studio",
    "doctor": "nemovideo_mcp.commands.doctor",
    "skills": "nemovideo_mcp.commands.skills",
    "route": "nemovideo_mcp.commands.route",
    "login": "nemovideo_mcp.commands.login",
    "logout": "nemovideo_mcp.commands.logout",
    "stream": "nemovideo_mcp.commands.stream",
}


def main() -> None:
    """Entry point of the console script; exits with the command's code."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s"
    )
    try:
        settings = Settings.from_env(os.environ, sys.argv[1:])
    except SettingsError as error:
        sys.exit(f"nemovideo-mcp: {error}")
    sys.exit(_loaded(settings.command)(settings))


def _loaded(command: str) -> Callable[[Settings], int]:
    """The command's function; what is imported stays, so looking for garbage in between only delays the start."""
    gc.disable()
    run: Callable[[Settings], int] = import_module(_COMMANDS[command]).run
    gc.freeze()
    gc.enable()
    return run


if __name__ == "__main__":
    main()
