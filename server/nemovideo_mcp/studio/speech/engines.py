"""Which recognisers are there, and which of them hears what; each is loaded when it is first needed, and once."""

import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

from nemovideo_mcp.studio.speech import weights
from nemovideo_mcp.studio.speech.errors import ModelError
from nemovideo_mcp.studio.speech.recogniser import Recogniser

EDITION: Final = 4  # counts up when the same model would give other words, so that no old transcript is taken for a new one
_ENGLISH: Final = "tiny.en"
_MANY: Final = "base"
_OWN: Final = "own"


class Engines:
    """Whisper tiny.en for English, base for the rest where it is installed; a model of the user's own for everything."""

    def __init__(self, models: Path, own: Path | None) -> None:
        """`models`: where weights are put together; `own`: a folder with a model in CTranslate2's form."""
        self._models, self._own = models, own
        self._loading = threading.Lock()
        self._loaded: dict[str, Recogniser] = {}

    def name(self, language: str) -> str:
        """What hears a language ("": whichever it is); transcripts are kept under it."""
        if self._own is not None:
            file = self._own / "model.bin"
            told = f"{file} {file.stat().st_mtime_ns if file.exists() else 0}"
            return f"{_OWN}-{sha256(told.encode()).hexdigest()[:12]}-{language or 'any'}-{EDITION}"
        kind = _ENGLISH
        if weights.has_multilingual():  # what was said to be English and is not, it hears too
            kind = f"{_ENGLISH}-{_MANY}" if language == "en" else _MANY
        return f"{kind}-{language or 'any'}-{EDITION}"

    def for_language(self, language: str) -> Recogniser:
        """The recogniser for it, loaded now if it was not; ModelError when there is none, or it is not what it should be."""
        if self._own is not None:
            return self._get(_OWN, self._load_own)
        if language == "en" or (not language and not weights.has_multilingual()):
            return self._get(_ENGLISH, self._load_english)
        return self._get(_MANY, self._load_many)

    def many(self) -> Recogniser | None:
        """The installed recogniser of many languages; None when there is none. ModelError when it is not what it should be."""
        return self._get(_MANY, self._load_many) if weights.has_multilingual() else None

    def _get(self, name: str, load: Callable[[], Recogniser]) -> Recogniser:
        with self._loading:
            if name not in self._loaded:
                self._loaded[name] = load()
            return self._loaded[name]

    def _load_own(self) -> Recogniser:
        from nemovideo_mcp.studio.speech.whisper import Whisper

        if self._own is None:
            raise ModelError("No speech model was named.", "Name its folder with --model.")
        return Whisper(weights.own_model(self._own), _OWN)

    def _load_english(self) -> Recogniser:
        from nemovideo_mcp.studio.speech.whisper import Whisper

        return Whisper(weights.english_model(), _ENGLISH)

    def _load_many(self) -> Recogniser:
        from nemovideo_mcp.studio.speech.whisper import Whisper

        return Whisper(weights.multilingual_model(self._models), _MANY)
