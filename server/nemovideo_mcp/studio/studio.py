"""The studio as a whole: its parts put together, served on a loopback port, started and stopped."""

import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from nemovideo_mcp.studio.http.services import Services
    from nemovideo_mcp.studio.http.serving import Serving

LOOPBACK: Final = ("127.0.0.1", "localhost", "::1", "[::1]")


class StudioError(RuntimeError):
    """The studio could not be started."""


class Studio:
    """The embedded editor behind its wire; two on one data folder at once, in two processes, are normal."""

    def __init__(  # noqa: PLR0913 - the settings of the studio, each by its name
        self,
        data_dir: Path,
        *,
        metered: bool = False,
        host: str = "127.0.0.1",
        port: int = 0,
        secret: str | None = None,
        allowed_hosts: tuple[str, ...] = (),
        model_dir: Path | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Opens nothing yet. `port` 0 takes a free one; `clock` gives seconds since 1970.

        `secret`: who asks for a token must show it in X-Studio-Secret. `allowed_hosts`: hosts on private networks that
        uploads by address may come from. `model_dir`: a Whisper model to transcribe with instead of the ones installed.
        """
        self._folder, self._metered, self._secret = data_dir, metered, secret
        self._host, self._port, self._allowed_hosts, self._clock = host, port, allowed_hosts, clock
        self._model_dir = model_dir
        self._services: Services | None = None
        self._serving: Serving | None = None

    def start(self) -> str:
        """Serves from a thread of its own; answers the base URL once calls are taken.

        Renders that a dead process left are taken up. Raises OSError when the port is taken, FolderTooNew, StudioError.
        """
        from nemovideo_mcp.studio.http.app import create_app
        from nemovideo_mcp.studio.http.serving import Serving, listen

        if self._serving is not None:
            raise StudioError("This studio runs already.")
        listener = listen(self._host, self._port)
        port = listener.getsockname()[1]
        try:
            self._services = self._open()
        except BaseException:
            listener.close()
            raise
        self._serving = Serving(create_app(self._services, self._names()), listener)
        if not self._serving.begin():
            self.stop()
            raise StudioError("The studio did not start; its log says why.")
        return f"http://{f'[{self._host}]' if ':' in self._host else self._host}:{port}"

    def stop(self) -> None:
        """Ends within a second; a render that runs is taken up at the next start. Twice is once."""
        serving, self._serving = self._serving, None
        services, self._services = self._services, None
        if serving is not None:
            serving.should_exit = True
        if services is not None:
            services.transcripts.stop()
            services.jobs.stop()
        if serving is not None:
            serving.end()
        if services is not None:
            services.store.close()

    def serve_forever(self, ready: Callable[[str], None]) -> None:
        """Serves until the process is interrupted or terminated; `ready` is told the base URL."""
        ended = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: ended.set())
        ready(self.start())
        try:
            # On Windows a wait without an end would not see the signal.
            while not ended.wait(1):
                continue
        finally:
            self.stop()

    def _open(self) -> "Services":
        from nemovideo_mcp.studio.http.services import Services
        from nemovideo_mcp.studio.jobs import Jobs
        from nemovideo_mcp.studio.rendering import Rendering
        from nemovideo_mcp.studio.speech.engines import Engines
        from nemovideo_mcp.studio.store.store import Store
        from nemovideo_mcp.studio.transcripts import Transcripts

        store = Store(self._folder, clock=self._clock, metered=self._metered)
        jobs = Jobs(self._folder, store.presence, Rendering(store))
        if store.renders.unfinished():
            jobs.start()
        engines = Engines(self._folder / "models", self._model_dir)
        transcripts = Transcripts(self._folder / "transcripts", engines)
        return Services(
            store, jobs, transcripts, self._clock, self._metered, self._secret, self._allowed_hosts
        )

    def _names(self) -> tuple[str, ...]:
        """Hosts this studio may be called by; one that is open to a network has names we cannot know."""
        return LOOPBACK if self._host in LOOPBACK else ("*",)
