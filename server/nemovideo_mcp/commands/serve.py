"""Serves MCP over stdio until the input ends or a signal comes."""

import logging
import os
import signal
import sys
from functools import partial

import anyio

from nemovideo_mcp.app import App
from nemovideo_mcp.settings import Settings


def run(settings: Settings) -> int:
    """Serves; the exit code. The process ends here: a thread still reading stdin must not keep it alive."""
    anyio.run(partial(_serve, settings))
    logging.shutdown()
    sys.stdout.flush()
    os._exit(0)


async def _serve(settings: Settings) -> None:
    app = App(settings)
    async with anyio.create_task_group() as group:
        group.start_soon(_leave_on_signal, app)
        await app.server().run_stdio_async()
        group.cancel_scope.cancel()


async def _leave_on_signal(app: App) -> None:
    """SIGTERM and SIGINT end the server as the end of input does; the SDK alone would leave children behind."""
    if sys.platform == "win32":  # no such signals there; the host closes stdin
        return
    with anyio.open_signal_receiver(signal.SIGTERM, signal.SIGINT) as signals:
        async for _ in signals:
            await app.close()
            os._exit(0)
