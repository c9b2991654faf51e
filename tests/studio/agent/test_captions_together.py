"""Captions of what is said beside captions that were written by hand: never two at the same time."""

from itertools import pairwise

import pytest

from nemovideo_mcp.studio.agent.agent import answer
from nemovideo_mcp.studio.timeline.model import Project
from studio.agent.test_sentences import HEARD, ONE, PROJECTS
from studio.senses import Heard

WRITTEN = 'add captions: 0-2s "Hello there", 0:20-0:22 "Later"'


def after(*sentences: str, on: Project = ONE) -> Project:
    """The project when all was said."""
    before: Project | None = None
    for sentence in sentences:
        got = answer(sentence, on, previous=before, senses=Heard(HEARD))
        assert got.changed, got.text
        before, on = on, got.project
    return on


@pytest.mark.parametrize(
    "sentences",
    [
        (WRITTEN, "add subtitles"),
        ("add subtitles", WRITTEN),
        (WRITTEN, "add subtitles", "add bold subtitles"),
    ],
)
def test_what_is_written_by_hand_stands_alone(sentences: tuple[str, ...]) -> None:
    captions = sorted(after(*sentences).texts, key=lambda text: text.at)
    assert all(one.at + one.duration <= two.at for one, two in pairwise(captions))
    assert {"Hello there", "Later"} < {text.text for text in captions}


def test_captions_become_larger_and_yellow_in_one_sentence() -> None:
    sizes = [text.size for text in after("add subtitles").texts]
    made = after("add subtitles", "字幕再大一点，改成黄色").texts
    assert all(text.color == "#ffeb3b" for text in made)
    assert [text.size for text in made] == [round(size * 1.5) for size in sizes]


def test_it_is_what_the_change_before_was_about() -> None:
    """A logo laid over a film with a title: what is said of "it" next is said of the logo."""
    film = after('add the title "Hi"', on=PROJECTS["branded"])
    logo = after("add logo.png in the top left corner at 20%", on=film)
    got = answer("make it smaller and half transparent", logo, previous=film)
    assert got.project.texts == logo.texts
    [overlay] = got.project.overlays
    assert (overlay.size, overlay.opacity) == (13, 50)
