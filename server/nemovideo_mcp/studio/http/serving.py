"""Serving the application: uvicorn in a thread, which says when it is ready and ends when it is told to."""

import os
import socket
import threading
from typing import Final

from starlette.types import ASGIApp
from uvicorn import Config, Server

KEEP_ALIVE_S: Final = 60  # longer than clients keep idle connections, so that none is closed under a call
READY_S: Final = 15.0
PATIENCE_S: Final = 0.15


class Serving(Server):
    """One server on one listening socket; its signals are its owner's business."""

    def __init__(self, app: ASGIApp, listener: socket.socket) -> None:
        """Nothing runs yet."""
        config = Config(
            app,
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_keep_alive=KEEP_ALIVE_S,
        )
        super().__init__(config)
        self._ready = threading.Event()
        self._thread = threading.Thread(
            target=self._live, args=(listener,), name="nemovideo-studio", daemon=True
        )

    def begin(self) -> bool:
        """Serves from here on; false when that failed."""
        self._thread.start()
        self._ready.wait(READY_S)
        return self.started

    def end(self) -> None:
        """Lets running answers end for a moment, then cuts them off."""
        self.should_exit = True
        self._thread.join(PATIENCE_S)
        self.force_exit = True
        self._thread.join(READY_S)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does, and tells that it is done."""
        await super().startup(sockets)
        self._ready.set()

    def _live(self, listener: socket.socket) -> None:
        try:
            self.run(sockets=[listener])
        finally:
            self._ready.set()


def listen(host: str, port: int) -> socket.socket:
    """A listening socket on a TCP address; port 0 takes a free one. OSError when the address is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, because asyncio sends small answers at once (TCP_NODELAY) only on sockets that say so: 40 ms a call.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener
