"""The default voice: hibari-tts, one American English woman, fast on any computer."""

import hashlib
import importlib.util
from pathlib import Path
from typing import Final

from nemovideo_mcp.studio.speech.errors import ModelError
from nemovideo_mcp.studio.speech.voice import Wave, levelled, not_as_made
from nemovideo_mcp.studio.speech.wording import english

_PACKAGE: Final = "hibari"
_SEED: Final = 0  # the same words sound the same every time
_THREADS: Final = 2
_LEVEL: Final = 2.5  # brings it to about -18 LUFS, where its peaks still fit
_HASHES: Final = {
    "hibari.onnx": "5f70741d4e900f4e85d0037498736cc1b3e1b9a63a13546a5da1e63abf4fccd8",
    "oov.onnx": "d3cfd8122c5f172a98c8de38268bf1213ee09f2c2ae4df6e055fc6532590fe76",
    "tagger.json.gz": "d2da7502284bbbe45d49e0b7ce3ce67bdab82254150f4317f1b8559b4d38d0eb",
    "lexicon_us_gold.json.gz": "63ae94f8ef0e906d5b24fe9b59ffcbd1529aca5686a774610e43973cbaa86ad2",
    "lexicon_us_silver.json.gz": "c4c2546ebf1eb07010331e7ef785a431aa17ba8e7bfb6b4af8d654ee96a71fd3",
    "vocab.json": "70abefbe8a1c8865e43e0a43bbdc25b91a33e4aa053479d443ccf23e20a59e5d",
}


def is_installed() -> bool:
    """Whether the package is there."""
    return importlib.util.find_spec(_PACKAGE) is not None


class HibariVoice:
    """The engine, loaded; it knows one voice and one language."""

    def __init__(self) -> None:
        """Checks its files and loads them, which takes about a second; ModelError."""
        _check()
        from hibari import Hibari

        self._engine = Hibari(threads=_THREADS)

    def sentences(self, text: str) -> list[str]:
        """Phonemes of each sentence."""
        return list(self._engine.phonemize(english(text)))

    def say(self, sentence: str, _voice: str, speed: float) -> Wave:
        """The sound of some phonemes."""
        wave = self._engine.from_phonemes(sentence, speed=speed, seed=_SEED)
        return levelled(wave, _LEVEL)


def _check() -> None:
    """The network, the readings of words and what guesses them are the files of hibari-tts 0.2.1; ModelError."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError("The voice (hibari-tts 0.2.1) is not installed.", "Install nemovideo-mcp again.")
    folder = Path(spec.origin).parent / "assets"
    for name, wanted in _HASHES.items():
        file = folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != wanted:
            raise not_as_made("hibari-tts 0.2.1")
