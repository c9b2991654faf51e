"""Pictures of every shape and make come out upright, undistorted and in their colours."""

import numpy as np
import pytest
from PIL import Image

from nemovideo_mcp.studio.timeline.model import Media
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, frames, part

CORNER = "color=black:s=320x240:d=1:r=25,drawbox=x=0:y=0:w=40:h=40:color=white:t=fill"
X264 = ("-c:v", "libx264", "-qp", "4", "-pix_fmt", "yuv420p")
RED_709 = (62, 102, 240)


def white_box(picture: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is white."""
    rows, columns = np.where(picture > 128)
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


def first_picture(
    bench: Bench, medium: Media, size: tuple[int, int], pix_fmt: str = "gray", **more
) -> np.ndarray:
    project = film(medium, part("a", medium, 0, 400), size=size, fps=25, **more)
    return footage.pictures(bench.render(project), pix_fmt)[4]


def test_a_turned_recording_stands_upright(bench: Bench) -> None:
    """A file with a rotation in its header is turned once, not twice and not at all."""
    flat = footage.make(bench.folder / "flat.mp4", "-f", "lavfi", "-i", CORNER, *X264)
    turned = bench.make("turned.mp4", "-display_rotation", "90", "-i", str(flat), "-c", "copy")
    assert (turned.width, turned.height) == (240, 320)
    box = white_box(first_picture(bench, turned, (240, 320)))
    assert np.allclose(box, (0, 280, 40, 320), atol=2)


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_a_turned_photo_stands_upright(bench: Bench, kind: str) -> None:
    """EXIF orientation is obeyed in every still."""
    photo, exif = Image.new("RGB", (320, 240)), Image.Exif()
    photo.paste((255, 255, 255), (0, 0, 40, 40))
    exif[0x0112] = 6
    photo.save(bench.folder / f"photo.{kind}", exif=exif)
    box = white_box(first_picture(bench, bench.take(bench.folder / f"photo.{kind}"), (240, 320)))
    assert np.allclose(box, (200, 0, 240, 40), atol=2)


def test_wide_pixels_become_square(bench: Bench) -> None:
    """An anamorphic picture is stretched to what its pixels' shape says."""
    wide = bench.make("wide.mp4", "-f", "lavfi", "-i", CORNER + ",setsar=2/1", *X264)
    assert (wide.width, wide.height) == (640, 240)
    assert np.allclose(white_box(first_picture(bench, wide, (640, 240))), (0, 0, 80, 40), atol=2)


def test_a_clip_of_another_shape_gets_bars(bench: Bench) -> None:
    """Fit "pad": the whole picture in the middle, undistorted, black around it."""
    white = bench.make("white.mp4", "-f", "lavfi", "-i", "color=white:s=320x240:d=1:r=25", *X264)
    assert np.allclose(white_box(first_picture(bench, white, (360, 640))), (0, 185, 360, 455), atol=2)


def test_a_clip_of_another_shape_is_cropped(bench: Bench) -> None:
    """Fit "crop": the middle of the picture fills the frame, undistorted."""
    mark = "color=black:s=640x360:d=1:r=25,drawbox=x=290:y=150:w=60:h=60:color=white:t=fill"
    medium = bench.make("mark.mp4", "-f", "lavfi", "-i", mark, *X264)
    left, top, right, bottom = white_box(first_picture(bench, medium, (360, 640), fit="crop"))
    assert right - left == pytest.approx(60 * 640 / 360, abs=3)
    assert bottom - top == pytest.approx(60 * 640 / 360, abs=3)
    assert left + right == pytest.approx(360, abs=4)


@requirement("EXP-9")
def test_upright_is_exactly_1080_by_1920(bench: Bench) -> None:
    """A 9:16 canvas renders at 1080x1920 by default, with square pixels."""
    example = bench.take(footage.EXAMPLE)
    bench.render(film(example, frames("a", example, 0, 6), size=(720, 1280), fit="crop"), resolution=None)
    assert bench.proof is not None
    assert (bench.proof.width, bench.proof.height) == (1080, 1920)


def test_odd_sizes_are_made_even(bench: Bench) -> None:
    """A picture of 321x241 pixels renders at the canvas's even size."""
    odd = bench.make(
        "odd.mkv", "-f", "lavfi", "-i", "testsrc2=s=321x241:d=1:r=25,format=yuv444p", "-c:v", "libx264"
    )
    assert first_picture(bench, odd, (322, 242)).shape == (242, 322)


@pytest.mark.parametrize(
    ("name", "source", "coding"),
    [
        ("sd.mp4", "color=red:s=320x240:d=1:r=25", X264),
        ("hd.mp4", "color=red:s=1280x720:d=1:r=25,scale=out_color_matrix=bt709", X264),
        (
            "full.mp4",
            "color=red:s=320x240:d=1:r=25,scale=out_range=pc,format=yuvj420p",
            ("-c:v", "libx264", "-qp", "1"),
        ),
        ("still.jpg", "color=red:s=320x240", ("-frames:v", "1")),
        ("still.png", "color=red:s=320x240", ("-frames:v", "1")),
        ("moving.gif", "color=red:s=320x240:d=1:r=10", ()),
    ],
)
def test_red_stays_red(bench: Bench, name: str, source: str, coding: tuple[str, ...]) -> None:
    """However a colour is coded, tagged or not, it comes out as the same BT.709 colour in TV range."""
    medium = bench.make(name, "-f", "lavfi", "-i", source, *coding)
    picture = first_picture(bench, medium, (320, 240), "yuv444p")
    assert np.allclose(picture[:, 120, 160], RED_709, atol=3)


def test_what_is_transparent_is_black(bench: Bench) -> None:
    """A transparent picture does not show the colours that hide under its transparency."""
    Image.new("RGBA", (320, 240), (255, 0, 0, 0)).save(bench.folder / "clear.png")
    assert first_picture(bench, bench.take(bench.folder / "clear.png"), (320, 240)).max() < 5


def test_an_untouched_picture_is_not_resampled(bench: Bench) -> None:
    """A clip of the canvas's own size differs from its source by the encoder's losses only."""
    example = bench.take(footage.EXAMPLE)
    made = footage.pictures(bench.render(film(example, frames("a", example, 0, 10), size=(1280, 720))))
    source = footage.pictures(footage.EXAMPLE, first=10)
    assert np.abs(made.astype(int) - source).mean() < 0.6


def test_a_picture_held_long_before_a_cut_is_shown_after_it(bench: Bench) -> None:
    """In a varying-rate recording the frame that was on screen at the cut is shown, though it began seconds earlier."""
    pick = "select='eq(n,0)+eq(n,5)+eq(n,55)'"
    source = "testsrc2=s=160x120:d=6:r=10"
    medium = bench.make(
        "held.mp4", "-f", "lavfi", "-i", source, "-vf", pick, "-fps_mode", "vfr", "-c:v", "libx264"
    )
    made = footage.pictures(bench.render(film(medium, part("a", medium, 3_000, 5_000), size=(160, 120))))
    source_frames = footage.pictures(bench.paths[medium.id]).astype(int)
    assert {int(np.abs(source_frames - picture).mean(axis=(1, 2)).argmin()) for picture in made} == {1}


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_animations_move_at_their_pace(bench: Bench, kind: str) -> None:
    """An animated GIF or WebP of 10 pictures a second changes its picture with every frame at that rate."""
    medium = bench.make(f"moving.{kind}", "-f", "lavfi", "-i", "testsrc2=s=160x120:d=2:r=10", "-loop", "0")
    made = footage.pictures(
        bench.render(film(medium, part("a", medium, 0, 2_000), size=(160, 120), fps=10))
    ).astype(int)
    assert len(made) == 20
    assert np.abs(np.diff(made, axis=0)).mean(axis=(1, 2)).min() > 1


def test_bright_light_is_mapped_to_sdr(bench: Bench) -> None:
    """An HLG recording's diffuse white comes out bright and neutral, not washed out."""
    hlg = "color_primaries=bt2020:color_trc=arib-std-b67:colorspace=bt2020nc"
    source = f"color=0xbfbfbf:s=320x240:d=1:r=25,format=yuv420p10le,setparams={hlg}"
    tags = ("-color_primaries", "bt2020", "-color_trc", "arib-std-b67", "-colorspace", "bt2020nc")
    medium = bench.make("hlg.mp4", "-f", "lavfi", "-i", source, "-c:v", "libx264", *tags)
    luma, *chroma = first_picture(bench, medium, (320, 240), "yuv444p")[:, 120, 160]
    assert 140 < luma < 236
    assert np.allclose(chroma, 128, atol=3)


def test_fades_darken_picture_of_clip_and_film(bench: Bench) -> None:
    """A clip fades in, the film fades out, and what lies between is untouched."""
    white = bench.make("white.mp4", "-f", "lavfi", "-i", "color=white:s=320x180:d=4:r=30", *X264)
    faded = part("b", white, 2_000, 4_000, fade_in=705_600_000)
    made = footage.pictures(
        bench.render(film(white, part("a", white, 0, 2_000), faded, fade_out=705_600_000))
    )
    light = made.mean(axis=(1, 2))
    assert light[:60].min() > 250
    assert light[60] < 10
    assert 100 < light[75] < 155
    assert light[90] > 250 > light[91]
    assert 100 < light[105] < 155
    assert light[119] < 20
