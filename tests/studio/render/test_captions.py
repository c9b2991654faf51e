"""Captions of what is said: each word lit up in its time, or a track of their own that nothing is drawn of."""

import re
from fractions import Fraction

import av
import numpy as np
import pytest

from nemovideo_mcp.studio.render.picture import Frame
from nemovideo_mcp.studio.render.title import ass_file
from nemovideo_mcp.studio.timeline.captions import timed
from nemovideo_mcp.studio.timeline.model import Place, Project, Text
from nemovideo_mcp.studio.timeline.time import from_ms
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, part
from studio.senses import talk

SAID = talk(("Hello", 200, 500), ("world.", 600, 900))


def captioned(bench: Bench, **more: object) -> Project:
    """A black second with one caption on it."""
    black = bench.make("black.mp4", "-f", "lavfi", "-i", "color=black:s=320x180:d=1:r=10", "-c:v", "libx264")
    caption = Text(
        id="t1",
        text="Hello world.",
        at=from_ms(200),
        duration=from_ms(800),
        role="caption",
        place=Place.BOTTOM,
        size=12,
        words=timed(SAID.words),
        **more,
    )
    return film(black, part("a", black, 0, 1000), size=(320, 180), fps=10, texts=(caption,))


@requirement("TXT-3")
def test_a_word_takes_its_colour_when_it_is_said(bench: Bench) -> None:
    """Nothing before the caption; then one word in the colour, then both."""
    seen = footage.pictures(bench.render(captioned(bench, highlight="#ff0000")), "rgb24").astype(int)
    red = ((seen[..., 0] > 150) & (seen[..., 2] < 90)).sum(axis=(1, 2))
    white = (seen.min(axis=3) > 180).sum(axis=(1, 2))
    assert (red[0], white[0]) == (0, 0)
    assert red[4] > 50
    assert white[4] > 50
    assert red[8] > 1.5 * red[4]
    assert white[8] < 20


@requirement("TXT-1")
@pytest.mark.parametrize("container", ["mp4", "mov", "mkv", "webm"])
def test_a_soft_track_holds_the_words_and_nothing_is_drawn(bench: Bench, container: str) -> None:
    """Every container that can hold one gets the caption with its times; the picture stays black."""
    project = captioned(bench).model_copy(update={"soft_captions": True, "caption_language": "zh"})
    made = bench.render(project, format=container)
    assert footage.pictures(made).max() < 40
    with av.open(str(made)) as file:
        (track,) = file.streams.subtitles
        assert track.metadata["language"] in {"zho", "chi"}
        held = [packet for packet in file.demux(track) if packet.size and b"Hello world." in bytes(packet)]
        assert [float(packet.pts * packet.time_base) for packet in held] == pytest.approx([0.2], abs=0.01)


def test_a_gif_holds_no_track_so_its_captions_are_drawn(bench: Bench) -> None:
    """They are not lost."""
    project = captioned(bench).model_copy(update={"soft_captions": True})
    assert np.max(footage.pictures(bench.render(project, format="gif"))) > 180


@requirement("TXT-3")
@pytest.mark.parametrize("highlight", [None, "#ff0000"])
def test_lines_made_for_a_wide_picture_are_broken_anew_in_a_tall_one(highlight: str | None) -> None:
    """As few lines as fit, of like length, every word once and in its order."""
    said = "From fairest creatures we desire and crease, that thereby"
    words = talk(*((word, 300 * n, 300 * n + 200) for n, word in enumerate(said.split()))).words
    caption = Text(
        id="t1",
        text="From fairest creatures we desire\nand crease, that thereby",
        at=0,
        duration=from_ms(3000),
        role="caption",
        size=6,
        highlight=highlight,
        words=timed(words),
    )
    drawn = (
        ass_file((caption,), Frame(360, 640, Fraction(30), "pad"), 90).splitlines()[-1].rpartition(",,")[2]
    )
    lines = [re.sub(r"\{[^}]*\}", "", line).strip() for line in drawn.split("\\N")]
    assert " ".join(lines) == said
    assert len(lines) <= 3
    assert min(map(len, lines)) > max(map(len, lines)) / 2
