"""Which frames may be copied: a decision over a project and its media's packets, for any of them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.studio.media.h264 import ParameterSets
from nemovideo_mcp.studio.media.reel import Coding, Reel
from nemovideo_mcp.studio.render.output import Output
from nemovideo_mcp.studio.render.smart import Stretch, film_to_cut, stretches
from nemovideo_mcp.studio.render.splice import Part, Spliced, marks
from nemovideo_mcp.studio.render.spliced import windows
from nemovideo_mcp.studio.timeline.model import Canvas, Clip, Media, MediaKind, Project, Sound
from nemovideo_mcp.studio.timeline.time import from_frames, from_ms

FPS = Fraction(30)
MEDIUM = Media(
    id="film",
    name="film.mp4",
    kind=MediaKind.VIDEO,
    duration=from_ms(60_000),
    width=1280,
    height=720,
    fps=FPS,
    has_audio=True,
)
SOURCE = Output("mp4", "source")
CODING = Coding(
    1280, 720, (1, 1, 1), "High", ParameterSets(b"d\0\x1f", (b"\x67d\0\x1f\xac",), (b"\x68\xeb",))
)


def clip(first: int, last: int, **more: object) -> Clip:
    return Clip(
        id=f"c{first}", media="film", start=from_frames(first, FPS), end=from_frames(last, FPS), **more
    )


def project(*clips: Clip, **more: object) -> Project:
    return Project(canvas=Canvas(width=1280, height=720, fps=FPS), media=(MEDIUM,), clips=clips, **more)


@st.composite
def reels(draw: st.DrawFn) -> Reel:
    """Runs of pictures, each decodable alone; inside, some pictures are decoded before others that are shown first."""
    order, entries = [], []
    base = draw(st.integers(0, 3))
    for length in draw(st.lists(st.integers(1, 80), min_size=1, max_size=12)):
        entries.append(len(order))
        first = base + len(order)
        order.append(first)
        at = first + 1
        while at < first + length:
            group = min(draw(st.integers(1, 5)), first + length - at)
            order += [at + group - 1, *range(at, at + group - 1)]
            at += group
    return Reel(CODING, tuple(order), tuple(entries))


@st.composite
def cuts(draw: st.DrawFn) -> list[Clip]:
    starts = draw(st.lists(st.integers(0, 400), min_size=1, max_size=6))
    return [clip(start, start + draw(st.integers(1, 300))) for start in starts]


@given(reels(), cuts())
def test_every_frame_of_the_film_is_copied_or_made_once(reel: Reel, clips: list[Clip]) -> None:
    """The stretches follow each other over the whole film; what is copied is whole and shows what the clips ask for."""
    film = film_to_cut(project(*clips), SOURCE)
    wanted = [round(one.start / from_frames(1, FPS)) + n for one in film for n in range(one.frames)]
    found = stretches(film, {"film": reel})
    shown: list[int] = []
    for stretch in found:
        first = round(stretch.piece.start / from_frames(1, FPS)) + stretch.skip
        shown += range(first, first + stretch.frames)
        if stretch.packet is not None:
            part = reel.order[stretch.packet : stretch.packet + stretch.frames]
            assert stretch.packet in reel.entries
            assert sorted(part) == list(range(first, first + stretch.frames))
        else:
            made = stretch.clip(0)
            assert (made.start, made.duration) == (from_frames(first, FPS), from_frames(stretch.frames, FPS))
    assert not found or shown == wanted
    copied = sum(stretch.frames for stretch in found if stretch.packet is not None)
    assert not found or 2 * copied >= len(wanted)


@given(reels(), st.integers(0, 100))
def test_every_join_is_decoded_from_an_entry_on_both_sides(reel: Reel, spot: int) -> None:
    """The proof's decoder is on around each join, starts where decoding may start, and sees both ends of the film."""
    path = "film.mp4"
    end = reel.entries[-1] or len(reel.order)
    parts = [Part(path, reel, 0, end), Part(path, reel, 0, len(reel.order))]
    joins, entries = marks(parts)
    spliced = Spliced((b"",) * (end + len(reel.order)), joins, entries)
    found = windows(spliced, spot)
    assert all(window.start in entries for window in found)
    assert [n for window in found for n in window] == sorted({n for window in found for n in window})
    for join in (0, end, len(spliced.digests)):
        around = {max(0, join - 1), min(join, len(spliced.digests) - 1)}
        assert around <= {n for window in found for n in window}


def test_a_cut_film_is_copied_between_entry_and_break() -> None:
    """Entries every 60 frames, a cut in between: the frames up to the next entry are made, then all is copied."""
    reel = Reel(CODING, tuple(range(600)), tuple(range(0, 600, 60)))
    film = film_to_cut(project(clip(10, 590)), SOURCE)
    piece = film[0]
    assert stretches(film, {"film": reel}) == [Stretch(piece, 0, 50), Stretch(piece, 50, 530, packet=60)]


def test_what_is_only_heard_does_not_stop_the_copying() -> None:
    """Muted, louder, with music, brought to a loudness: the picture is the same, and goes on through the split."""
    music = Sound(id="s", media="film", at=0, start=0, end=from_ms(1_000))
    heard = project(clip(0, 300, muted=True), clip(300, 600, volume=50), sounds=(music,), loudness=-16)
    assert [piece.frames for piece in film_to_cut(heard, SOURCE)] == [600]


@pytest.mark.parametrize("field", sorted(set(Clip.model_fields) - {"id", "media", "start", "end"}))
def test_a_clip_that_is_more_than_cut_is_not_copied(field: str) -> None:
    """Each field a clip has or will get stops the copying when it is not as by default, unless it is only heard."""
    more = clip(0, 600).model_copy(update={field: "something else"})
    heard = field in {"volume", "muted", "tone", "sound_in", "sound_out"}
    assert bool(film_to_cut(project(more), SOURCE)) == heard


@pytest.mark.parametrize(
    "field",
    sorted(set(Project.model_fields) - {"name", "media", "clips", "canvas", "sounds", "loudness", "serial"}),
)
def test_a_film_that_is_more_than_joined_is_not_copied(field: str) -> None:
    """Each field a project has or will get stops the copying when it is not as by default, unless it is only heard."""
    assert not film_to_cut(project(clip(0, 600)).model_copy(update={field: ("something else",)}), SOURCE)


@pytest.mark.parametrize(
    "output",
    [
        Output("mp4", "480p"),
        Output("mp4", "source", fps=Fraction(25)),
        Output("mp4", "source", quality="low"),
        Output("webm", "source"),
        Output("gif", "source"),
        Output("mp3"),
    ],
)
def test_another_size_rate_quality_or_codec_is_not_copied(output: Output) -> None:
    """What is asked for is not what the sources hold."""
    assert not film_to_cut(project(clip(0, 600)), output)
