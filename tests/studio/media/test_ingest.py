"""A file comes in whole and once, under the hash of its content, or not at all."""

import hashlib
import stat
from pathlib import Path

import pytest

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.ingest import MAX_BYTES, ingest
from requirements import requirement
from studio import footage


def incoming(folder: Path, data: bytes) -> Path:
    part = folder / "incoming.part"
    part.write_bytes(data)
    return part


def test_a_file_is_kept_under_its_hash_with_its_true_extension(tmp_path: Path) -> None:
    """The name given stays a name; the place follows from the content; nobody else may read it."""
    data = footage.CHAPLIN.read_bytes()
    media, place = ingest(incoming(tmp_path, data), "../../holiday.MOV", tmp_path / "media")
    assert media.id == hashlib.sha256(data).hexdigest()
    assert place == tmp_path / "media" / f"{media.id}.mp4"
    assert place.read_bytes() == data
    assert media.name == "../../holiday.MOV"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert not (tmp_path / "incoming.part").exists()


def test_the_same_content_twice_is_one_file(tmp_path: Path) -> None:
    """Two uploads of one film, under two names, lie in one place."""
    data = footage.CHAPLIN.read_bytes()
    first, _ = ingest(incoming(tmp_path, data), "a.mp4", tmp_path / "media")
    second, _ = ingest(incoming(tmp_path, data), "b.mov", tmp_path / "media")
    assert first.id == second.id
    assert len(list((tmp_path / "media").iterdir())) == 1


@requirement("UP-2")
def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    """A 501 MB file is refused by its size, with a hint, and stays where it was."""
    part = tmp_path / "incoming.part"
    with part.open("wb") as file:
        file.truncate(MAX_BYTES + 2**20)
    with pytest.raises(BadMedia, match="501 MB") as refusal:
        ingest(part, "big.mp4", tmp_path / "media")
    assert refusal.value.kind == "too_large"
    assert part.exists()
    assert not (tmp_path / "media").exists()


def test_a_refused_file_leaves_nothing_behind(tmp_path: Path) -> None:
    """Text renamed to .mp4 stays the caller's and does not reach the media folder."""
    part = incoming(tmp_path, b"hello" * 100)
    with pytest.raises(BadMedia):
        ingest(part, "film.mp4", tmp_path / "media")
    assert part.exists()
    assert not (tmp_path / "media").exists()
