"""A still shows what the file shows at that moment."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.frame import frame_png
from nemovideo_mcp.studio.timeline.time import from_ms
from studio import footage

COUNT = ("-f", "lavfi", "-i", "testsrc2=s=160x90:d=3:r=25", "-c:v", "libx264", "-qp", "8", "-bf", "2")


@pytest.mark.parametrize(
    ("at_ms", "number"), [(0, 0), (39, 0), (40, 1), (1_500, 37), (2_960, 74), (9_000, 74)]
)
def test_the_picture_on_screen_at_a_time_is_given(tmp_path: Path, at_ms: int, number: int) -> None:
    """The last picture that began by then; past the end the last one."""
    film = footage.make(tmp_path / "count.mp4", *COUNT)
    frame_png(film, from_ms(at_ms), tmp_path / "still.png")
    with Image.open(tmp_path / "still.png") as image:
        still = np.asarray(image.convert("L")).astype(int)
    near = np.abs(footage.pictures(film).astype(int) - still).mean(axis=(1, 2))
    assert int(near.argmin()) == number


def test_it_is_upright_square_and_bounded(tmp_path: Path) -> None:
    """A turned recording stands upright, wide pixels are square, the long side keeps to its limit."""
    wide = footage.make(tmp_path / "wide.mp4", *COUNT[:4], "-vf", "setsar=2/1", "-c:v", "libx264")
    turned = footage.make(tmp_path / "turned.mp4", "-display_rotation", "90", "-i", str(wide), "-c", "copy")
    frame_png(wide, 0, tmp_path / "wide.png")
    frame_png(turned, 0, tmp_path / "turned.png", max_side=160)
    with Image.open(tmp_path / "wide.png") as flat, Image.open(tmp_path / "turned.png") as upright:
        assert flat.size == (320, 90)
        assert upright.size == (45, 160)


def test_sound_has_no_picture(tmp_path: Path) -> None:
    """A still of a sound is refused in words."""
    tone = footage.make(tmp_path / "tone.wav", "-f", "lavfi", "-i", "sine=d=1")
    with pytest.raises(BadMedia, match="no picture"):
        frame_png(tone, 0, tmp_path / "still.png")
