"""The agent's voices: what is said is kept in the data folder, and a message that nobody waits for any more stops speaking."""

import threading
from pathlib import Path

from nemovideo_mcp.studio.agent.row import LackError
from nemovideo_mcp.studio.speaking import Speaking
from nemovideo_mcp.studio.speech.errors import ModelError, StoppedError
from nemovideo_mcp.studio.timeline.model import Saying
from nemovideo_mcp.studio.timeline.time import Ticks


class Voicing:
    """The voices of one message; `spoken` tells which piece is being spoken, and how much of it is (0 to 1); None in between."""

    def __init__(self, data: Path, left: threading.Event) -> None:
        """Says nothing yet; `left` is set when nobody waits for it any more."""
        self._speaking, self._left = Speaking(data, self._said), left
        self.spoken: tuple[int, float] | None = None
        self._pieces = 0

    def installed(self, voice: str, /) -> bool:
        """Whether everything this voice needs is there."""
        from nemovideo_mcp.studio.speech.voice import installed

        return installed(voice)

    def speak(self, saying: Saying, /) -> Ticks:
        """How long what is said takes; it is said for that, once. LackError, StoppedError, OSError."""
        self._pieces += 1
        try:
            return self._speaking.duration(saying)
        except ModelError as missing:
            raise LackError("voice_model", reason=str(missing)) from missing
        finally:
            self.spoken = None

    def sample(self, saying: Saying, /) -> bytes:
        """What is said as a small MP3; LackError, StoppedError, OSError."""
        from nemovideo_mcp.studio.speech.sample import as_mp3

        self.speak(saying)
        return as_mp3(self._speaking.file(saying))

    def kept(self, media_id: str) -> Path | None:
        """Where what was said as this medium lies, if it was."""
        return self._speaking.kept(media_id)

    def _said(self, share: float) -> None:
        if self._left.is_set():
            raise StoppedError
        self.spoken = (self._pieces, share)
