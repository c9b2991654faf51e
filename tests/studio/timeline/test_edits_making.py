"""Lengths, slideshows, cards, captions, split screens, scripts and the canvas: to the frame, with every invariant kept."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemovideo_mcp.studio.timeline.codec import from_draft, to_draft
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits import edit_from
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.invariants import broken
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from requirements import requirement

NTSC = Fraction(30_000, 1001)


def film(name: str, ms: int, fps: Fraction = Fraction(30)) -> Media:
    """A film with sound."""
    size = {"width": 1280, "height": 720}
    return Media(
        id=name, name=name, kind=MediaKind.VIDEO, duration=from_ms(ms), fps=fps, has_audio=True, **size
    )


def still(name: str) -> Media:
    """A picture."""
    return Media(id=name, name=name, kind=MediaKind.IMAGE, duration=0, width=800, height=600)


FILMS = project_with_media(Project(), film("a.mp4", 10_000), film("b.mp4", 8000))
PICTURES = project_with_media(Project(), still("1.png"), still("2.png"), still("3.png"))
MIXED = project_with_media(
    Project(), film("a.mp4", 10_000), still("1.png"), still("2.png"), film("b.mp4", 8000)
)


def after(project: Project, *edits: dict[str, Any]) -> Project:
    """The project with these edits, sound after each."""
    for edit in edits:
        project = edit_from(edit).apply(project)
        assert broken(project) == ()
    return project


def lengths(project: Project) -> list[int]:
    """Milliseconds of every clip."""
    return [to_ms(clip.duration) for clip in project.clips]


class TestLengths:
    """Stills take any length; films can only be cut."""

    def test_a_still_and_a_film_take_a_length(self) -> None:
        """Two seconds each."""
        made = after(MIXED, {"op": "set_length", "duration_ms": 2000, "clips": ["c1", "c2"]})
        assert lengths(made) == [2000, 2000, 5000, 8000]

    def test_without_names_every_still_is_meant(self) -> None:
        """The films stay as they are."""
        assert lengths(after(MIXED, {"op": "set_length", "duration_ms": 7000})) == [10_000, 7000, 7000, 8000]

    def test_a_film_is_not_made_longer(self) -> None:
        """The error says what would fit."""
        with pytest.raises(EditError, match=r"only 8 s long.*slow it down"):
            after(MIXED, {"op": "set_length", "duration_ms": 9000, "clips": ["c4"]})

    @pytest.mark.parametrize("total", [3000, 10_000, 30_000, 60_500])
    def test_a_slideshow_lasts_exactly_its_total(self, total: int) -> None:
        """Whatever the crossfades take."""
        assert to_ms(after(PICTURES, {"op": "slideshow", "total_ms": total}).duration) == total

    def test_a_slideshow_crossfades_between_pictures_only(self) -> None:
        """The films around them are cut to."""
        made = after(MIXED, {"op": "slideshow", "each_ms": 3000, "fade_ms": 500})
        assert [clip.enters is not None for clip in made.clips] == [False, False, True, False]
        assert lengths(made) == [10_000, 3000, 3000, 8000]

    def test_pictures_that_are_not_shown_yet_come_behind(self) -> None:
        """In the order in which they were uploaded."""
        made = after(PICTURES, {"op": "delete_clips", "clips": ["c2"]}, {"op": "slideshow"})
        assert [clip.media for clip in made.clips] == ["1.png", "3.png", "2.png"]


class TestCards:
    """Cards stand among the clips with their words riding on them."""

    def test_a_card_opens_an_empty_project(self) -> None:
        """On the usual canvas."""
        made = after(Project(), {"op": "add_card", "text": "Hi", "duration_ms": 2000})
        assert made.canvas is not None
        assert (made.canvas.width, made.canvas.height, made.canvas.fps) == (1920, 1080, 30)
        assert [(text.text, text.at, to_ms(text.duration)) for text in made.texts] == [("Hi", 0, 2000)]

    def test_a_title_at_the_start_moves_behind_a_card_put_before_it(self) -> None:
        """Two texts are not seen at once."""
        made = after(FILMS, {"op": "add_title", "text": "Title"}, {"op": "add_card", "text": "Card"})
        assert [(text.text, to_ms(text.at)) for text in made.texts] == [("Title", 3000), ("Card", 0)]

    def test_the_words_go_where_the_card_goes(self) -> None:
        """Moved and shown for longer."""
        made = after(FILMS, {"op": "add_card", "text": "Card", "position": 2})
        card = made.clips[1].id
        made = after(
            made,
            {"op": "move_clip", "clip": card, "position": 1},
            {"op": "set_length", "duration_ms": 4000, "clips": [card]},
        )
        assert (to_ms(made.texts[0].at), to_ms(made.texts[0].duration)) == (0, 4000)

    def test_a_countdown_shows_each_second_once(self) -> None:
        """Three, two, one; and it goes away with its card, as start over does."""
        made = after(FILMS, {"op": "countdown", "seconds": 3, "position": 2})
        assert [(text.text, to_ms(text.at)) for text in made.texts] == [
            ("3", 10_000),
            ("2", 11_000),
            ("1", 12_000),
        ]
        again = after(made, {"op": "start_over"})
        assert [clip.media for clip in again.clips] == ["a.mp4", "b.mp4"]
        assert not again.texts

    def test_credits_roll_on_a_card_or_over_the_film(self) -> None:
        """Over the film they stay at its end whatever is cut."""
        card = after(FILMS, {"op": "credits", "text": "A\nB", "duration_ms": 5000})
        assert (to_ms(card.duration), to_ms(card.texts[0].at), card.texts[0].rolls) == (23_000, 18_000, True)
        over = after(FILMS, {"op": "credits", "text": "A", "duration_ms": 5000, "over": True})
        cut = after(over, {"op": "cut_out", "start_ms": 0, "end_ms": 4000})
        assert (to_ms(over.texts[0].at), to_ms(cut.texts[0].at)) == (13_000, 9000)

    @pytest.mark.parametrize(
        "wrong", [{"background": "red"}, {"position": 9}, {"duration_ms": 0}, {"text": " "}]
    )
    def test_a_card_that_does_not_fit_is_refused(self, wrong: dict[str, Any]) -> None:
        """A colour, a place, a length, words."""
        with pytest.raises(EditError):
            after(FILMS, {"op": "add_card", "text": "Hi", **wrong})


class TestTogether:
    """Several clips in one picture."""

    def test_two_clips_side_by_side_are_one_as_long_as_the_shorter(self) -> None:
        """Cut later, both go on together; a muted one stays silent."""
        made = after(
            FILMS,
            {"op": "mute", "clips": ["c1"]},
            {"op": "split_screen", "clips": ["c1", "c2"]},
            {"op": "cut_out", "start_ms": 1000, "end_ms": 3000},
        )
        assert lengths(made) == [1000, 5000]
        for clip in made.clips:
            assert clip.beside is not None
            assert (clip.beside.own, clip.beside.cells[0].media, clip.beside.cells[0].volume) == (
                0,
                "b.mp4",
                100,
            )

    def test_it_survives_the_wire(self) -> None:
        """Read back from its draft it is the same."""
        made = after(FILMS, {"op": "split_screen", "clips": ["c2", "c1"], "layout": "rows"})
        assert from_draft(to_draft(made, 1), made) == made

    def test_what_cannot_share_the_picture_is_refused(self) -> None:
        """One clip, too many, different speeds, or what is split already."""
        fast = after(FILMS, {"op": "speed", "factor": "2", "clips": ["c1"]})
        split = after(MIXED, {"op": "split_screen", "clips": ["c1", "c4"]})
        for project, clips in ((FILMS, ["c1"]), (MIXED, ["c1", "c2", "c3", "c4"]), (fast, ["c1", "c2"])):
            with pytest.raises(EditError):
                after(project, {"op": "split_screen", "clips": clips})
        with pytest.raises(EditError):
            after(split, {"op": "split_screen", "clips": ["c1", "c2"]})


class TestScript:
    """A script becomes scenes."""

    def test_paragraphs_stand_on_the_pictures_and_then_on_cards(self) -> None:
        """Each as long as it takes to read."""
        text = "One two three four five six seven eight nine ten.\n\nShort.\nC\nLast"
        made = after(PICTURES, {"op": "from_script", "text": text})
        assert [clip.media.startswith("card:") for clip in made.clips] == [False, False, False, True]
        assert lengths(made) == [4000, 2500, 2500, 2500]
        assert [to_ms(text.at) for text in made.texts] == [0, 4000, 6500, 9000]
        assert to_ms(made.fade_out) == 1000

    def test_one_paragraph_has_its_sentences_for_scenes(self) -> None:
        """A script said in one line is a film, not one card."""
        made = after(PICTURES, {"op": "from_script", "text": "Our farm. Apples and pears! 来吧。再见"})
        assert [text.text for text in made.texts] == ["Our farm.", "Apples and pears!", "来吧。", "再见"]
        assert len(made.clips) == 4

    def test_films_are_kept_behind(self) -> None:
        """Nothing that was uploaded is lost."""
        made = after(MIXED, {"op": "from_script", "text": "Only one."})
        assert sorted(clip.media for clip in made.clips) == ["1.png", "2.png", "a.mp4", "b.mp4"]
        assert made.clips[0].media == "1.png"


class TestCanvas:
    """The canvas changes, and cuts stay on frames."""

    @pytest.mark.parametrize(
        ("said", "rate"), [("29.97", NTSC), ("23.976", Fraction(24_000, 1001)), ("25", Fraction(25))]
    )
    def test_rates_are_exact(self, said: str, rate: Fraction) -> None:
        """What people call 29.97 is 30000/1001."""
        canvas = after(FILMS, {"op": "canvas", "fps": said}).canvas
        assert canvas is not None
        assert canvas.fps == rate

    @pytest.mark.parametrize(
        "wrong", [{"width": 1281, "height": 721}, {"width": 8, "height": 8}, {"fps": "5"}]
    )
    def test_what_no_film_has_is_refused(self, wrong: dict[str, Any]) -> None:
        """Odd and tiny sides, a rate out of bounds."""
        with pytest.raises(EditError):
            after(FILMS, {"op": "canvas", **wrong})

    @requirement("FLOW-1")
    @settings(max_examples=60, deadline=None)
    @given(
        cuts=st.lists(st.tuples(st.integers(0, 17_000), st.integers(40, 900)), max_size=6),
        fade=st.integers(0, 2000),
        rate=st.sampled_from(["12", "23.976", "24", "25", "29.97", "50", "59.94", "120"]),
    )
    def test_after_any_cuts_every_clip_is_on_the_new_frames(
        self, cuts: list[tuple[int, int]], fade: int, rate: str
    ) -> None:
        """And the film is as long as before to within a frame for each clip."""
        made = MIXED
        for start, length in cuts:
            made = after(made, {"op": "cut_out", "start_ms": start, "end_ms": start + length})
        if fade > 100:
            made = after(made, {"op": "slideshow", "each_ms": 5000, "fade_ms": fade})
        snapped = after(made, {"op": "canvas", "fps": rate})
        frame = 1000 / float(Fraction(rate))
        assert abs(to_ms(snapped.duration) - to_ms(made.duration)) <= frame * (1 + len(made.clips))


OPS: list[dict[str, Any]] = [
    {"op": "add_card", "text": "Card", "position": 2},
    {"op": "countdown", "seconds": 2},
    {"op": "credits", "text": "A\nB", "duration_ms": 3000, "over": True},
    {"op": "slideshow", "each_ms": 1500},
    {"op": "set_length", "duration_ms": 1230},
    {"op": "split_screen", "clips": ["c1", "c2"]},
    {"op": "split_screen", "clips": ["c4", "c3"], "layout": "grid"},
    {"op": "from_script", "text": "One.\nTwo."},
    {"op": "canvas", "fps": "24"},
    {"op": "canvas", "width": 640, "height": 640},
    {"op": "add_captions", "cues": [{"start_ms": 0, "end_ms": 900, "text": "x"}]},
    {"op": "cut_out", "start_ms": 700, "end_ms": 2100},
    {"op": "speed", "factor": "1.5"},
    {"op": "transition"},
    {"op": "delete_clips", "clips": ["c1"]},
    {"op": "move_clip", "clip": "c4", "position": 1},
    {"op": "duplicate_clips", "clips": ["c2"]},
    {"op": "start_over"},
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(OPS), max_size=7))
def test_any_sequence_of_what_is_made_keeps_the_invariants(edits: list[dict[str, Any]]) -> None:
    """Those that do not fit change nothing."""
    made = MIXED
    for edit in edits:
        try:
            made = edit_from(edit).apply(made)
        except EditError:
            continue
        assert broken(made) == (), edit
        to_draft(made, 1)
