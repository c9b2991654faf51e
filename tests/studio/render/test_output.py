"""Every format and size that can be asked for is made as asked, and what cannot be made is said to be so."""

from fractions import Fraction
from pathlib import Path

import av
import pytest

from nemovideo_mcp.studio.render.output import BadOutput, NothingToRender, Output, size
from nemovideo_mcp.studio.render.plan import plan
from nemovideo_mcp.studio.timeline.model import Canvas, Project, Sound
from nemovideo_mcp.studio.timeline.time import from_ms
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, part

CODERS = {
    "mp4": ("h264", "aac"),
    "mov": ("h264", "aac"),
    "mkv": ("h264", "aac"),
    "webm": ("vp9", "opus"),
    "gif": ("gif", None),
    "mp3": (None, "mp3"),
    "wav": (None, "pcm_s16le"),
    "m4a": (None, "aac"),
}


@requirement("EXP-9")
@pytest.mark.parametrize("kind", list(CODERS))
def test_every_format_is_made_and_proven(bench: Bench, kind: str) -> None:
    """Each format holds the codecs its name promises and passes its own check."""
    example = bench.take(footage.EXAMPLE)
    path = bench.render(
        film(example, part("a", example, 0, 1_000), part("b", example, 3_000, 3_500)), format=kind
    )
    picture, sound = CODERS[kind]
    with av.open(str(path)) as file:
        assert [stream.codec_context.codec.canonical_name for stream in file.streams.video] == (
            [picture] if picture else []
        )
        assert [stream.codec_context.codec.canonical_name for stream in file.streams.audio] == (
            [sound] if sound else []
        )


def test_an_mp4_is_what_phones_and_pages_play(bench: Bench) -> None:
    """H.264 in 8-bit 4:2:0, BT.709 in TV range, its index before its data, nothing of the source's metadata."""
    tagged = bench.make(
        "tagged.mp4", "-i", str(footage.EXAMPLE), "-t", "1", "-c", "copy", "-metadata", "location=+1+1/"
    )
    path = bench.render(film(tagged, part("a", tagged, 0, 500)))
    data = path.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    with av.open(str(path)) as file:
        codec = file.streams.video[0].codec_context
        assert (codec.pix_fmt, codec.profile) == ("yuv420p", "High")
        assert (codec.colorspace, codec.color_primaries, codec.color_trc, codec.color_range) == (1, 1, 1, 1)
        assert "location" not in file.metadata


@pytest.mark.parametrize(
    ("canvas", "resolution", "expected"),
    [
        ((1280, 720), None, (1920, 1080)),
        ((720, 1280), None, (1080, 1920)),
        ((500, 500), None, (1080, 1080)),
        ((864, 1080), None, (1080, 1350)),
        ((2560, 1080), None, (1920, 810)),
        ((3840, 2160), "720p", (1280, 720)),
        ((1280, 720), "4k", (3840, 2160)),
        ((1280, 720), "2160p", (3840, 2160)),
        ((1280, 720), "source", (1280, 720)),
        ((1280, 720), "640x480", (640, 480)),
        ((722, 406), "480p", (854, 480)),
    ],
)
def test_sizes(canvas: tuple[int, int], resolution: str | None, expected: tuple[int, int]) -> None:
    """Words for a size mean the short side, in the canvas's own shape."""
    shape = Canvas(width=canvas[0], height=canvas[1], fps=Fraction(30))
    assert size(Output(resolution=resolution), shape) == expected


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ({"format": "avi"}, "avi"),
        ({"quality": "best"}, "best"),
        ({"fps": Fraction(500)}, "500"),
        ({"resolution": "huge"}, "huge"),
        ({"resolution": "321x240"}, "even"),
        ({"resolution": "99998x20"}, "4096"),
    ],
)
def test_an_output_that_cannot_be_made_is_refused_with_its_reason(
    asked: dict[str, object], word: str
) -> None:
    """The sentence names what was asked."""
    with pytest.raises(BadOutput, match=word):
        size(Output(**asked), Canvas(width=640, height=360, fps=Fraction(30)))


@requirement("EXP-1")
def test_an_empty_timeline_is_nothing_to_export_yet(tmp_path: Path) -> None:
    """Without a clip there is nothing to render, and the sentence says what to do."""
    with pytest.raises(NothingToRender, match="nothing on the timeline to export yet"):
        plan(Project(), Output(), {}, tmp_path)


def test_sound_alone_is_exported_as_sound(bench: Bench) -> None:
    """A timeline with sounds only makes an mp3, and says so when a picture is asked for."""
    tone = bench.make("tone.wav", "-f", "lavfi", "-i", "sine=440:d=2")
    sound = Sound(id="s", media=tone.id, at=from_ms(500), start=0, end=from_ms(1_000))
    project = Project(media=(tone,), sounds=(sound,))
    with pytest.raises(NothingToRender, match="mp3"):
        bench.plan(project)
    heard = footage.samples(bench.render(project, format="mp3"))
    assert heard.shape[1] / 48_000 == pytest.approx(1.5, abs=0.05)
    assert footage.rms(heard, 0, 0.4) < 0.001 < footage.rms(heard, 0.6, 1.4)


def test_a_silent_film_has_no_sound_to_export(bench: Bench) -> None:
    """An mp3 of a film without any sound is refused; its mp4 has no sound track."""
    silent = bench.make("silent.mp4", "-f", "lavfi", "-i", "color=red:s=64x36:d=1:r=30", "-c:v", "libx264")
    project = film(silent, part("a", silent, 0, 500), size=(64, 36))
    with pytest.raises(NothingToRender, match="mp4"):
        bench.plan(project, format="mp3")
    bench.render(project)
    assert bench.proof is not None
    assert not bench.proof.has_audio


def test_another_frame_rate_keeps_the_length(bench: Bench) -> None:
    """At 12 frames a second, 1.5 s are 18 frames."""
    example = bench.take(footage.EXAMPLE)
    bench.render(film(example, part("a", example, 0, 1_500)), fps=Fraction(12))
    assert bench.proof is not None
    assert (bench.proof.frames, bench.proof.duration_ms) == (18, 1_500)
