"""What the studio has said: each piece is spoken once, kept as a WAV file, and found again by what was said and how."""

import os
import threading
import wave
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, Final

from nemovideo_mcp.studio.speech.errors import ModelError
from nemovideo_mcp.studio.timeline.model import Saying
from nemovideo_mcp.studio.timeline.time import TICKS_PER_SECOND, Ticks
from nemovideo_mcp.studio.timeline.voices import PREFIX, VOICES, is_voice, media_id_of

if TYPE_CHECKING:
    from nemovideo_mcp.studio.speech.voice import Speaker, Wave

RATE: Final = 24_000
_TURN: Final = threading.Lock()


def _unheard(_: float) -> None:
    return


class Speaking:
    """The voices over the data folder; `told` hears how far a piece is, from 0 to 1, and may raise to stop it."""

    def __init__(self, data: Path, told: Callable[[float], None] = _unheard) -> None:
        """Loads nothing yet."""
        self._voices, self._models, self._told = data / "voices", data / "models", told

    def duration(self, saying: Saying) -> Ticks:
        """Says it, if it was not said yet; how long it is. ModelError, OSError, what `told` raises."""
        with wave.open(str(self.file(saying))) as said:
            frames: int = said.getnframes()
        return frames * TICKS_PER_SECOND // RATE

    def file(self, saying: Saying) -> Path:
        """The 24 kHz mono WAV of what is said, made now if it is not there; as `duration` raises."""
        path = self._path(saying)
        if not path.exists():
            with _TURN:  # one engine at a time: two would only share the processor
                if not path.exists():
                    self._keep(path, self._sound(saying))
        return path

    def kept(self, media_id: str) -> Path | None:
        """The file of a voice's medium, if it is there."""
        path = self._voices / f"{media_id.removeprefix(PREFIX)}.wav"
        return path if is_voice(media_id) and path.exists() else None

    def _path(self, saying: Saying) -> Path:
        return self._voices / f"{media_id_of(saying).removeprefix(PREFIX)}.wav"

    def _sound(self, saying: Saying) -> "Iterator[Wave]":
        if saying.tempo != 1:
            usual = saying.model_copy(update={"tempo": Fraction(1)})
            path = self._path(usual)
            if not path.exists():
                self._keep(path, self._sound(usual))
            return _faster(path, float(saying.tempo))
        return self._spoken(saying)

    def _spoken(self, saying: Saying) -> "Iterator[Wave]":
        from nemovideo_mcp.studio.speech.voice import spoken

        speaker = _loaded(VOICES[saying.voice].engine, self._models)
        self._told(0.0)
        for share, sound in spoken(speaker, saying.text, saying.voice, float(saying.speed)):
            yield sound
            self._told(share)

    def _keep(self, path: Path, sound: "Iterator[Wave]") -> None:
        """Writes it as it comes, and gives it its name when it is whole."""
        self._voices.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = mkstemp(prefix="voice-", suffix=".part", dir=self._voices)
        os.close(handle)
        part = Path(name)
        try:
            with wave.open(name, "wb") as out:
                out.setnchannels(1)
                out.setsampwidth(2)
                out.setframerate(RATE)
                for piece in sound:
                    out.writeframes((piece * 32_767).round().astype("<i2").tobytes())
                if not out.getnframes():
                    raise ModelError(
                        "The voice made no sound of these words.", "Write them in the voice's language."
                    )
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


@cache
def _loaded(engine: str, models: Path) -> "Speaker":
    from nemovideo_mcp.studio.speech.voice import load

    return load(engine, models)


def _faster(path: Path, tempo: float) -> "Iterator[Wave]":
    from nemovideo_mcp.studio.speech.tempo import at_tempo

    return at_tempo(path, tempo)
