"""Files of kinds that are not taken become files that are, or nothing at all."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import pytest

from nemovideo_mcp.studio.media.convert import convert
from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.probe import probe
from nemovideo_mcp.studio.timeline.time import to_ms
from requirements import requirement

PICTURE = ("-f", "lavfi", "-i", "testsrc=size=161x121:rate=25:duration=2")
SOUND = ("-f", "lavfi", "-i", "sine=frequency=440:duration=2")


def made(folder: Path, name: str, *what: str) -> Path:
    """A file by ffmpeg."""
    path = folder / name
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", *what, str(path)]
    subprocess.run(command, check=True)
    return path


@requirement("SUP-3")
@pytest.mark.parametrize("kind", ["wmv", "flv", "mpg", "ts", "3gp", "ogv", "m4v"])
def test_a_film_stays_whole(tmp_path: Path, kind: str) -> None:
    """Its picture, made even, its sound, its length."""
    small = ("-s", "176x144", "-c:a", "aac") if kind == "3gp" else ()
    odd = made(tmp_path, f"a.{kind}", *PICTURE, *SOUND, *small, "-ac", "1", "-ar", "22050")
    target = tmp_path / "a.mp4"
    convert(odd, target, lambda: False)
    found = probe(target)
    assert (found.width, found.height) in {(162, 122), (192, 144)}  # 3gp: pixels that are not square
    assert abs(to_ms(found.duration) - 2000) < 150
    assert found.has_audio


@requirement("SUP-3")
@pytest.mark.parametrize("kind", ["flac", "ogg", "opus", "wma", "aiff", "caf"])
def test_a_sound_stays_whole(tmp_path: Path, kind: str) -> None:
    """Its length to a twentieth of a second."""
    odd = made(tmp_path, f"a.{kind}", *SOUND)
    convert(odd, tmp_path / "a.wav", lambda: False)
    assert abs(to_ms(probe(tmp_path / "a.wav").duration) - 2000) < 100


@requirement("SUP-3")
@pytest.mark.parametrize("kind", ["tiff", "bmp"])
def test_a_picture_keeps_its_size(tmp_path: Path, kind: str) -> None:
    """To the pixel."""
    odd = made(tmp_path, f"a.{kind}", *PICTURE, "-frames:v", "1")
    convert(odd, tmp_path / "a.jpg", lambda: False)
    found = probe(tmp_path / "a.jpg")
    assert (found.width, found.height) == (161, 121)


@requirement("SUP-3")
@pytest.mark.parametrize(
    "content", [b"", b"no film", b"#EXTM3U\nfile:///etc/passwd\n", b"ffconcat version 1.0\n"]
)
@pytest.mark.parametrize("kind", ["wmv", "flac", "bmp", "svg"])
def test_what_is_no_such_file_leaves_nothing_behind(tmp_path: Path, kind: str, content: bytes) -> None:
    """Nor is any reader tried that its name does not stand for."""
    odd = tmp_path / f"a.{kind}"
    odd.write_bytes(content)
    with pytest.raises(BadMedia):
        convert(odd, tmp_path / "a.mp4", lambda: False)
    assert not (tmp_path / "a.mp4").exists()
