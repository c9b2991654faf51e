"""A file is measured by its content: what it is, how long, how large, and whether it is whole."""

from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.probe import Probed, probe
from nemovideo_mcp.studio.media.rate import sane_rate
from nemovideo_mcp.studio.timeline.model import MediaKind
from nemovideo_mcp.studio.timeline.time import from_seconds, to_ms
from requirements import requirement
from studio import footage

PICTURE = ("-f", "lavfi", "-i", "testsrc2=s=160x90:d=3:r=25")
TONE = ("-f", "lavfi", "-i", "sine=440:d=3:r=48000")
BOTH = (*PICTURE, *TONE, "-c:v", "libx264", "-pix_fmt", "yuv420p")


@requirement("UP-1")
@pytest.mark.parametrize(
    ("name", "arguments", "kind", "ms"),
    [
        ("a.mp4", BOTH, MediaKind.VIDEO, 3_000),
        ("a.mov", BOTH, MediaKind.VIDEO, 3_000),
        ("a.mkv", BOTH, MediaKind.VIDEO, 3_000),
        ("a.avi", BOTH, MediaKind.VIDEO, 3_000),
        ("a.webm", (*PICTURE, *TONE, "-c:v", "libvpx", "-c:a", "libopus"), MediaKind.VIDEO, 3_000),
        (
            "live.webm",
            (*PICTURE, *TONE, "-c:v", "libvpx", "-c:a", "libopus", "-live", "1"),
            MediaKind.VIDEO,
            3_000,
        ),
        ("frag.mp4", (*BOTH, "-movflags", "frag_keyframe+empty_moov"), MediaKind.VIDEO, 3_000),
        ("a.gif", PICTURE, MediaKind.VIDEO, 3_000),
        ("moving.webp", PICTURE, MediaKind.VIDEO, 3_000),
        ("a.jpg", (*PICTURE, "-frames:v", "1"), MediaKind.IMAGE, 0),
        ("a.png", (*PICTURE, "-frames:v", "1"), MediaKind.IMAGE, 0),
        ("a.webp", (*PICTURE, "-frames:v", "1"), MediaKind.IMAGE, 0),
        ("a.mp3", TONE, MediaKind.AUDIO, 3_000),
        ("a.wav", TONE, MediaKind.AUDIO, 3_000),
        ("a.m4a", TONE, MediaKind.AUDIO, 3_000),
        ("a.aac", TONE, MediaKind.AUDIO, 3_000),
    ],
)
def test_every_allowed_type_is_known_by_its_content(
    tmp_path: Path, name: str, arguments, kind, ms: int
) -> None:
    """Each type is recognised whatever it is called, with its length and, for a picture, its size and rate."""
    made = footage.make(tmp_path / name, *arguments)
    found = probe(made.rename(tmp_path / "renamed.txt"))
    assert found.kind is kind
    assert found.container == name.rpartition(".")[2]
    assert to_ms(found.duration) == pytest.approx(ms, abs=100)
    assert (found.width, found.height) == ((0, 0) if kind is MediaKind.AUDIO else (160, 90))
    assert found.fps == (25 if kind is MediaKind.VIDEO else None)
    assert found.has_audio == (kind is MediaKind.AUDIO or (kind is MediaKind.VIDEO and "-i" in arguments[4:]))


def test_the_example_is_measured_to_the_tick() -> None:
    """42.4 s at 30 frames a second, 1280x720, with sound."""
    length = from_seconds(Fraction(424, 10))
    expected = Probed(MediaKind.VIDEO, "mp4", length, 1280, 720, Fraction(30), True, "h264", "aac")
    assert probe(footage.EXAMPLE) == expected


def test_a_cover_does_not_make_a_song_a_video(tmp_path: Path) -> None:
    """An MP3 with a picture attached is sound."""
    cover = footage.make(tmp_path / "cover.png", *PICTURE, "-frames:v", "1")
    song = footage.make(
        tmp_path / "song.mp3", "-i", str(cover), *TONE, "-map", "1", "-map", "0", "-c:v", "copy"
    )
    found = probe(song)
    assert (found.kind, found.width) == (MediaKind.AUDIO, 0)


def test_a_still_with_a_long_voice_lasts_as_long_as_the_voice(tmp_path: Path) -> None:
    """The length is the picture's, unless the sound goes on well past it."""
    short = ("-f", "lavfi", "-i", "testsrc2=s=160x90:d=1:r=25")
    found = probe(footage.make(tmp_path / "a.mp4", *short, *TONE, "-c:v", "libx264"))
    assert to_ms(found.duration) == pytest.approx(3_000, abs=30)


@requirement("UP-5")
@pytest.mark.parametrize(
    ("name", "arguments", "share"),
    [
        ("index_last.mp4", BOTH, 0.7),
        ("index_first.mp4", (*BOTH, "-movflags", "+faststart"), 0.95),
        ("a.mkv", BOTH, 0.95),
        ("a.avi", BOTH, 0.95),
        ("a.webm", (*PICTURE, *TONE, "-c:v", "libvpx", "-c:a", "libopus"), 0.9),
        ("a.wav", TONE, 0.9),
        ("a.mp3", TONE, 0.6),
        ("a.png", (*PICTURE, "-frames:v", "1"), 0.8),
        ("a.jpg", (*PICTURE, "-frames:v", "1"), 0.8),
        ("a.gif", PICTURE, 0.5),
    ],
)
def test_a_file_that_breaks_off_is_refused(tmp_path: Path, name: str, arguments, share: float) -> None:
    """A file cut short is broken, and the reason says so in words, whether its index comes first or last."""
    whole = footage.make(tmp_path / name, *arguments)
    data = whole.read_bytes()
    whole.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(BadMedia) as refusal:
        probe(whole)
    assert refusal.value.kind == "broken"
    assert refusal.value.hint


PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"


@requirement("UP-5")
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"These are words, not a film.\n" * 50, "unsupported"),
        (PLAYLIST.encode(), "unsupported"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "unsupported"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>', "unsupported"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "broken"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + b"\0" * 500, "broken"),
        (b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 28, "broken"),
        (bytes(4_000), "unsupported"),
    ],
)
def test_what_is_no_film_is_refused_by_its_content(tmp_path: Path, content: bytes, kind: str) -> None:
    """Text, playlists and pictures that name other files, hollow headers: refused, whatever the name says."""
    path = tmp_path / "film.mp4"
    path.write_bytes(content)
    with pytest.raises(BadMedia) as refusal:
        probe(path)
    assert refusal.value.kind == kind


def test_a_picture_with_too_many_pixels_is_refused(tmp_path: Path) -> None:
    """A small file that unfolds into an enormous picture is never unfolded."""
    Image.new("1", (12_000, 12_000)).save(tmp_path / "bomb.png")
    with pytest.raises(BadMedia) as refusal:
        probe(tmp_path / "bomb.png")
    assert refusal.value.kind == "too_large"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Small good files to be damaged."""
    folder = tmp_path_factory.mktemp("seeds")
    tiny = ("-f", "lavfi", "-i", "testsrc2=s=32x32:d=0.4:r=10")
    names = {
        "a.mp4": tiny,
        "a.mkv": tiny,
        "a.gif": tiny,
        "a.png": (*tiny, "-frames:v", "1"),
        "a.wav": TONE,
        "a.mp3": TONE,
    }
    return [footage.make(folder / name, *arguments).read_bytes() for name, arguments in names.items()]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_is_refused_or_measured_never_a_crash(
    tmp_path: Path, seeds: list[bytes], data: st.DataObject
) -> None:
    """Bytes changed anywhere give facts or BadMedia, no other error."""
    damaged = bytearray(data.draw(st.sampled_from(seeds)))
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "damaged"
    path.write_bytes(damaged[: data.draw(st.integers(1, len(damaged)))])
    with suppress(BadMedia):
        assert probe(path).duration >= 0


@pytest.mark.parametrize(
    ("average", "base", "expected"),
    [
        ("30", "30", "30"),
        ("30000/1001", "30000/1001", "30000/1001"),
        ("299997/10000", "30", "30"),
        ("29.4", "30", "30"),
        ("12.3", "60", "60"),
        ("29.1", "90000", "30000/1001"),
        ("0.5", "10", "10"),
        ("3", "1000", "24"),
        ("5", "5", "5"),
        ("240", "240", "120"),
        ("0", "0", "30"),
    ],
)
def test_rates_are_those_people_know(average: str, base: str, expected: str) -> None:
    """Rounded, varying and absent rates become one that a film can be made at."""
    assert sane_rate(Fraction(average), Fraction(base)) == Fraction(expected)
