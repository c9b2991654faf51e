"""What was said in the studio's media: each is listened to once, and kept by its content and by what heard it."""

import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from pydantic import TypeAdapter, ValidationError

from nemovideo_mcp.studio.speech.engines import Engines
from nemovideo_mcp.studio.speech.errors import StoppedError
from nemovideo_mcp.studio.timeline.transcript import Transcript

_WAIT_S: Final = 0.5


@cache
def _form() -> TypeAdapter[Transcript]:
    return TypeAdapter(Transcript)


class Transcripts:
    """Listens to one recording at a time; the processor has no room for two."""

    def __init__(self, folder: Path, engines: Engines) -> None:
        """`folder` holds a file for each medium that was listened to."""
        self._folder, self.engines = folder, engines
        self._listening = threading.Lock()
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Gives up what is being listened to: the studio ends."""
        self._stopped.set()

    def kept(self, media_id: str, language: str) -> Transcript | None:
        """What is known of a medium; None when it was not listened to yet."""
        try:
            return _form().validate_json(self._place(media_id, language).read_bytes())
        except (FileNotFoundError, ValidationError):
            return None

    def of(self, media_id: str, path: Path, language: str, heard: Callable[[float], None]) -> Transcript:
        """What is said in a medium, listening now if need be; `heard` is told up to where (s), often, and may raise to stop.

        Raises BadMedia, ModelError, OSError, StoppedError, and what `heard` raises; nothing is kept then.
        """
        from nemovideo_mcp.studio.speech.listening import (
            Listening,
        )  # numpy and av: not before they are needed

        def going_on(seconds: float) -> None:
            if self._stopped.is_set():
                raise StoppedError
            heard(seconds)

        while not self._listening.acquire(timeout=_WAIT_S):
            going_on(0.0)
        try:
            known = self.kept(media_id, language)
            if known is None:
                known = Listening(self.engines, language, going_on).listen(path)
                self._keep(self._place(media_id, language), known)
            return known
        finally:
            self._listening.release()

    def _place(self, media_id: str, language: str) -> Path:
        return self._folder / f"{media_id}.{self.engines.name(language)}.json"

    def _keep(self, place: Path, transcript: Transcript) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._folder, suffix=".part", delete=False) as part:
            part.write(_form().dump_json(transcript))
        Path(part.name).replace(place)
