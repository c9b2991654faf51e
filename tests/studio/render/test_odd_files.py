"""Files that are odd in their times, shapes, colours or streams come out upright, in square pixels, in colour and in sync."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nemovideo_mcp.studio.media.activity import activity
from nemovideo_mcp.studio.timeline.edits_cutting import Keep
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, part

FLASH_S = (2, 4)
DURING = "between(mod(t,2),0,0.09)*gt(t,1)"
PICTURE = (
    "color=0x606060:s=160x90:r=25:d=5,drawbox=x=0:y=0:w=30:h=30:color=red:t=fill,"
    "drawbox=x=130:y=0:w=30:h=30:color=lime:t=fill,drawbox=x=0:y=60:w=30:h=30:color=blue:t=fill,"
    f"drawbox=x=50:y=30:w=60:h=30:color=white:t=fill:enable='{DURING}'"
)
BEEP = "aevalsrc=0.5*sin(2*PI*1000*t)*lt(mod(t\\,2)\\,0.1)*gt(t\\,1):s=48000:d=5"
SEEN = ("-f", "lavfi", "-i", PICTURE)
BOTH = (*SEEN, "-f", "lavfi", "-i", BEEP)
X264 = ("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-crf", "10")
VP9 = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus")
FULL_709 = ("-colorspace", "bt709", "-color_range", "pc")
HALF = "format=rgba,colorchannelmixer=aa=0.5"
RED, LIME, BLUE, GREY = (255, 0, 0), (0, 255, 0), (0, 0, 255), (96, 96, 96)
UPRIGHT = (RED, LIME, BLUE, GREY)


@dataclass
class Shown:
    """What a film shows and sounds like: its size, its four corners' colours, when it flashes and when it beeps."""

    size: tuple[int, int]
    corners: tuple[tuple[int, ...], ...]
    frames: int
    flashes: list[float]
    beeps: list[float]


def measured(path: Path, fps: float = 25) -> Shown:
    """Looks at all of a file."""
    frames = footage.pictures(path, "rgb24")
    height, width = frames.shape[1:3]
    rows, columns = (5, height - 5), (5, width - 5)
    last = frames[-1].astype(int)
    corners = tuple(
        tuple(last[y - 2 : y + 2, x - 2 : x + 2].mean(axis=(0, 1)).round().astype(int).tolist())
        for y in rows
        for x in columns
    )
    light = frames[:, height // 2 - 3 : height // 2 + 3, width // 2 - 3 : width // 2 + 3].mean(axis=(1, 2, 3))
    bright = light > (light.max() + light.min()) / 2
    flashes = [n / fps for n in range(1, len(bright)) if bright[n] and not bright[n - 1]]
    return Shown((width, height), corners, len(frames), flashes, beeps(path))


def beeps(path: Path) -> list[float]:
    """When it begins to be heard after a silence, in seconds."""
    sound = footage.samples(path)[0]
    loud = np.flatnonzero(np.abs(sound) > 0.1) / 48_000
    return [float(at) for at, before in zip(loud, [-1.0, *loud[:-1]], strict=True) if at - before > 0.5]


def exported(bench: Bench, medium: Media, start_ms: int) -> Path:
    """Uploaded, its beginning cut off, exported."""
    project = project_with_media(Project(), medium)
    return bench.render(Keep(start_ms=start_ms, end_ms=None).apply(project))


def assert_in_sync(shown: Shown, count: int) -> None:
    """Every flash has its beep within 10 ms."""
    assert len(shown.flashes) == count
    assert shown.beeps == pytest.approx(shown.flashes, abs=0.01)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film with nothing odd about it, five seconds, a flash and a beep at two and at four."""
    return footage.make(tmp_path_factory.mktemp("plain") / "plain.mp4", *BOTH, *X264, "-c:a", "aac")


VFR = ("-vf", "select='between(mod(t,2),0,0.2)+between(mod(t,2),1.8,2)+not(mod(n,7))'", "-fps_mode", "vfr")
TIMES = {
    "varying_rate.mp4": (*BOTH, *VFR, *X264),
    "varying_rate.mkv": (*BOTH, *VFR, *X264, "-c:a", "libopus"),
    "sound_late.mp4": (*BOTH, "-af", "atrim=start=0.7", *X264),
    "picture_late.mp4": (*BOTH, "-vf", "trim=start=0.7", *X264),
    "picture_late.mkv": (*BOTH, "-vf", "trim=start=0.71", *X264, "-c:a", "libopus"),
    "live.webm": (*BOTH, "-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus", "-live", "1"),
    "fragments.mp4": (*BOTH, *X264, "-movflags", "frag_keyframe+empty_moov"),
    "holes.mkv": (
        *BOTH,
        "-af",
        "aselect='not(between(t,0.50,0.55)+between(t,1.2,1.25)+between(t,2.5,2.55))'",
        *X264,
        "-c:a",
        "pcm_s16le",
    ),
    "8kHz.mov": (*BOTH, *X264, "-ar", "8000", "-c:a", "pcm_mulaw"),
    "surround.mkv": (*BOTH, *X264, "-af", "pan=7.1|c0=c0|c1=c0|c2=c0", "-c:a", "flac"),
    "mono.avi": (*BOTH, "-c:v", "mjpeg", "-q:v", "2", "-c:a", "pcm_s16le"),
    "interlaced.mov": (*BOTH, "-c:v", "prores_ks", "-vf", "setfield=tff", "-flags", "+ildct"),
}
COPIES = {
    "clock_from_5s.mkv": ("-output_ts_offset", "5"),
    "clock_from_5s.mp4": ("-output_ts_offset", "5"),
    "no_edit_list.mp4": ("-use_editlist", "0"),
    "negative_offsets.mp4": ("-movflags", "negative_cts_offsets"),
    "with_timecode.mov": ("-timecode", "10:00:00:00"),
}


@requirement("EXP-5")
@pytest.mark.parametrize("start_ms", [1_000, 2_600], ids=["near", "far"])
@pytest.mark.parametrize("name", [*TIMES, *COPIES])
def test_what_was_seen_and_heard_together_still_is(
    bench: Bench, plain: Path, name: str, start_ms: int
) -> None:
    """However a file counts its time: each flash with its beep, all frames, no other length."""
    copied = ("-i", str(plain), "-c", "copy", *COPIES.get(name, ()))
    medium = bench.make(name, *TIMES.get(name, copied))
    shown = measured(exported(bench, medium, start_ms))
    assert_in_sync(shown, sum(at * 1_000 > start_ms for at in FLASH_S))
    assert shown.frames == pytest.approx((to_ms(medium.duration) - start_ms) / 40, abs=1)
    assert to_ms(medium.duration) == pytest.approx(5_000, abs=200)  # some leave the last picture's length out
    assert np.allclose(shown.corners, UPRIGHT, atol=8)


@pytest.mark.parametrize(
    ("options", "size", "corners"),
    [
        (("-display_rotation", "90"), (90, 160), (LIME, GREY, RED, BLUE)),
        (("-display_rotation", "180"), (160, 90), (GREY, BLUE, LIME, RED)),
        (("-display_rotation", "270"), (90, 160), (BLUE, RED, GREY, LIME)),
        (("-display_hflip",), (160, 90), (LIME, RED, GREY, BLUE)),
        (("-display_vflip",), (160, 90), (BLUE, GREY, RED, LIME)),
        (("-display_rotation", "90", "-display_hflip"), (90, 160), (GREY, LIME, BLUE, RED)),
    ],
    ids=["90", "180", "270", "mirrored", "flipped", "both"],
)
def test_a_recording_stands_as_its_header_says(
    bench: Bench, plain: Path, options: tuple[str, ...], size: tuple[int, int], corners: tuple
) -> None:
    """Every turn and mirror a camera writes, once."""
    medium = bench.make("turned.mov", *options, "-i", str(plain), "-c", "copy")
    shown = measured(exported(bench, medium, 1_000))
    assert shown.size == size
    assert np.allclose(shown.corners, corners, atol=8)


def test_wide_pixels_that_are_turned_become_square(bench: Bench) -> None:
    """Stretched first, turned then: 160x90 with pixels 3:2 is 240x90, upright 90x240."""
    wide = footage.make(bench.folder / "wide.mp4", *SEEN, "-vf", "setsar=3/2", *X264)
    medium = bench.make("turned.mp4", "-display_rotation", "90", "-i", str(wide), "-c", "copy")
    shown = footage.pictures(exported(bench, medium, 1_000), "rgb24", first=1)[0]
    assert shown.shape == (240, 90, 3)
    assert np.allclose(shown[3, 3], LIME, atol=8)
    assert np.allclose(shown[3 + 195 + 20, 3], RED, atol=8)


@pytest.mark.parametrize(
    ("name", "coding"),
    [
        ("422.mov", ("-c:v", "prores_ks", "-pix_fmt", "yuv422p10le")),
        ("444.mp4", ("-c:v", "libx264", "-pix_fmt", "yuv444p", "-crf", "8")),
        ("10bit.mp4", ("-c:v", "libx265", "-x265-params", "log-level=error", "-pix_fmt", "yuv420p10le")),
        ("rgb.mkv", ("-c:v", "ffv1", "-pix_fmt", "gbrp")),
        ("full.avi", ("-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj422p")),
        (
            "2020.mp4",
            (*X264, "-vf", "scale=out_color_matrix=bt2020:out_range=tv", "-colorspace", "bt2020nc"),
        ),
        (
            "full709.mp4",
            (*X264, "-vf", "scale=out_color_matrix=bt709:out_range=pc", *FULL_709),
        ),
        ("odd.mkv", ("-vf", "pad=161:91", "-c:v", "libx264", "-pix_fmt", "yuv444p", "-crf", "8")),
    ],
)
def test_colours_are_those_of_the_source(bench: Bench, name: str, coding: tuple[str, ...]) -> None:
    """Deep, fine, full-range and plain pixels: the same red, green, blue and grey."""
    shown = measured(exported(bench, bench.make(name, *BOTH, *coding), 1_000))
    assert np.allclose(shown.corners, UPRIGHT, atol=8)


@pytest.mark.parametrize(
    ("name", "coding"),
    [
        ("rle.mov", ("-c:v", "qtrle", "-pix_fmt", "argb")),
        ("png.mov", ("-c:v", "png")),
        ("4444.mov", ("-c:v", "prores_ks", "-profile:v", "4", "-pix_fmt", "yuva444p10le")),
        ("vp9.webm", (*VP9, "-pix_fmt", "yuva420p")),
        ("vp8.webm", ("-c:v", "libvpx", "-pix_fmt", "yuva420p", "-auto-alt-ref", "0")),
    ],
)
def test_what_is_half_clear_is_half_dark(bench: Bench, name: str, coding: tuple[str, ...]) -> None:
    """A film with transparency of its own lies on black."""
    shown = measured(exported(bench, bench.make(name, *BOTH, "-vf", HALF, *coding), 1_000))
    assert np.allclose(shown.corners, [tuple(c // 2 for c in corner) for corner in UPRIGHT], atol=8)


def test_lines_of_two_moments_do_not_show_together(bench: Bench) -> None:
    """An interlaced recording of a moving edge has no comb in it."""
    moving = "color=black:s=160x96:r=50:d=2,format=yuv420p,geq=lum='if(between(X,60*T,60*T+30),235,16)':cb=128:cr=128"
    woven = ("-vf", "tinterlace=interleave_top,setfield=tff", "-r", "25", "-flags", "+ildct+ilme")
    medium = bench.make("woven.mp4", "-f", "lavfi", "-i", moving, *woven, *X264)

    def comb(frames: np.ndarray) -> float:
        lines = frames[10:40].astype(int)
        return float(np.abs(2 * lines[:, 1:-1] - lines[:, :-2] - lines[:, 2:]).mean())

    source, made = footage.pictures(bench.paths[medium.id]), footage.pictures(exported(bench, medium, 0))
    assert comb(made) < comb(source) / 3


def test_the_sound_that_a_player_would_play_is_heard(bench: Bench) -> None:
    """Of two tracks the one by default, though it is the second; a third that is there does not matter."""
    tracks = ("-f", "lavfi", "-i", "sine=300:d=5", "-map", "0", "-map", "2", "-map", "1", *X264)
    chosen = ("-disposition:a:0", "0", "-disposition:a:1", "default")
    medium = bench.make("tracks.mkv", *BOTH, *tracks, *chosen, "-c:a", "flac")
    made = exported(bench, medium, 1_000)
    assert_in_sync(measured(made), 2)
    heard = activity(bench.paths[medium.id])
    assert heard.quiet(from_ms(500), from_ms(1_900), heard.threshold_db())


def test_pauses_are_found_by_the_time_of_the_film(bench: Bench, plain: Path) -> None:
    """In a file whose clock begins at five seconds, the first beep is at two seconds of the film."""
    medium = bench.make("late.mkv", "-i", str(plain), "-c", "copy", "-output_ts_offset", "5")
    heard = activity(bench.paths[medium.id])
    quiet = [(to_ms(a), to_ms(b)) for a, b in heard.quiet(0, from_ms(5_000), heard.threshold_db())]
    assert next(b for _, b in quiet) == pytest.approx(2_000, abs=30)


def test_a_cover_does_not_stand_for_the_film(bench: Bench, plain: Path) -> None:
    """A film with a picture attached before it is the film."""
    cover = footage.make(
        bench.folder / "cover.png", "-f", "lavfi", "-i", "testsrc2=s=64x64", "-frames:v", "1"
    )
    arguments = ("-i", str(plain), "-i", str(cover), "-map", "1", "-map", "0", "-c", "copy")
    medium = bench.make("covered.mp4", *arguments, "-disposition:v:0", "attached_pic")
    assert (medium.width, medium.height) == (160, 90)
    assert_in_sync(measured(exported(bench, medium, 1_000)), 2)


def test_subtitles_that_go_on_do_not_make_a_film_look_cut_off(bench: Bench, plain: Path) -> None:
    """A caption that ends four seconds after the picture is no reason to refuse it."""
    words = bench.folder / "words.srt"
    words.write_text("1\n00:00:00,000 --> 00:00:09,000\nHello\n\n")
    medium = bench.make(
        "worded.mkv", "-i", str(plain), "-i", str(words), "-map", "1", "-map", "0", "-c", "copy"
    )
    assert to_ms(medium.duration) == pytest.approx(5_000, abs=50)


@pytest.mark.parametrize("kind", ["gif", "webp", "png"])
def test_each_picture_of_an_uneven_animation_is_seen(bench: Bench, kind: str) -> None:
    """Pictures of 70, 500, 130 and 300 ms: none is lost, and each stays about as long as it should."""
    colours = ("red", "lime", "blue", "white")
    first, *others = [Image.new("RGB", (64, 48), colour) for colour in colours]
    path = bench.folder / f"uneven.{kind}"
    first.save(path, save_all=True, append_images=others, duration=[70, 500, 130, 300], loop=0)
    medium = bench.take(path)
    assert (medium.kind, to_ms(medium.duration)) == (MediaKind.VIDEO, 1_000)
    frames = footage.pictures(exported(bench, medium, 0), "rgb24")[:, 20, 20].astype(int)
    wanted = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]
    which = np.abs(frames[:, None] - np.array(wanted)).sum(axis=2).argmin(axis=1)
    shares = [float((which == number).mean()) for number in range(4)]
    assert shares == pytest.approx([0.07, 0.5, 0.13, 0.3], abs=0.04)


@pytest.mark.parametrize("kind", ["cmyk.jpg", "deep.png", "clear_grey.png", "palette.png", "one_bit.png"])
def test_stills_of_every_make_keep_their_colours(bench: Bench, kind: str) -> None:
    """Print colours, 16 bits, grey with transparency, palettes and bitmaps."""
    path = bench.folder / kind
    orange = Image.new("RGB", (64, 48), (200, 60, 30))
    made = {
        "cmyk.jpg": (orange.convert("CMYK"), (200, 60, 30)),
        "deep.png": (Image.fromarray(np.full((48, 64), 40_000, np.uint16)), (156, 156, 156)),
        "clear_grey.png": (Image.new("LA", (64, 48), (200, 128)), (100, 100, 100)),
        "palette.png": (orange.quantize(8), (200, 60, 30)),
        "one_bit.png": (Image.new("1", (64, 48), 1), (255, 255, 255)),
    }
    picture, colour = made[kind]
    picture.save(path)
    medium = bench.take(path)
    shown = bench.render(film(medium, part("a", medium, 0, 200), size=(64, 48), fps=10))
    assert np.allclose(footage.pictures(shown, "rgb24")[1, 24, 32], colour, atol=6)


@pytest.mark.parametrize("rate", [1, 240])
def test_very_slow_and_very_fast_recordings_keep_their_length(bench: Bench, rate: int) -> None:
    """One picture a second, and more than any screen shows."""
    source = f"testsrc2=s=64x36:r={rate}:d=3"
    medium = bench.make("rate.mp4", "-f", "lavfi", "-i", source, *X264)
    exported(bench, medium, 1_000)
    assert bench.proof is not None
    assert bench.proof.duration_ms == 2_000


def test_a_film_of_one_picture_is_one_picture(bench: Bench) -> None:
    """Neither none nor two."""
    medium = bench.make("one.mp4", *SEEN, "-frames:v", "1", *X264)
    exported_film = bench.render(project_with_media(Project(), medium))
    assert len(footage.pictures(exported_film)) == 1
