"""What is said in the film as it is cut, and captions of it: the rules of the trade, for any words."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.studio.timeline.captions import timed, with_words
from nemovideo_mcp.studio.timeline.cues import LINE, LONGEST, cues_of, line_of, width
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits import edit_from
from nemovideo_mcp.studio.timeline.model import Beside, Canvas, Cell, Clip, Media, MediaKind, Project, Text
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from nemovideo_mcp.studio.timeline.transcript import Transcript, Word, joined, of_film, paragraphs
from requirements import requirement
from studio.senses import talk

FILM = Media(
    id="f",
    name="f.mp4",
    kind=MediaKind.VIDEO,
    duration=from_ms(20_000),
    width=320,
    height=180,
    fps=25,
    has_audio=True,
)
TOLD = talk(("One", 1000, 1400), ("two.", 1500, 2000), ("Three", 6000, 6400), ("four.", 6500, 7000))


def film(*clips: Clip, **more: object) -> Project:
    """A project of clips of the one medium."""
    return Project(
        canvas=Canvas(width=320, height=180, fps=Fraction(25)), media=(FILM,), clips=clips, serial=50, **more
    )


def clip(name: str, start_ms: int, end_ms: int, **more: object) -> Clip:
    """A clip of the medium."""
    return Clip(id=name, media="f", start=from_ms(start_ms), end=from_ms(end_ms), **more)


def told(project: Project) -> list[tuple[str, int, int]]:
    """The words of a film with their times in ms."""
    return [(word.text, to_ms(word.start), to_ms(word.end)) for word in of_film(project, {"f": TOLD}).words]


@requirement("TXT-3")
def test_the_words_go_with_the_clips() -> None:
    """Cut, put in another order, sped up, muted: every word where it is heard, none twice."""
    assert told(film(clip("c1", 5000, 8000), clip("c2", 0, 1450))) == [
        ("Three", 1000, 1400),
        ("four.", 1500, 2000),
        ("One", 4000, 4400),
    ]
    assert told(film(clip("c1", 0, 4000, speed=2))) == [("One", 500, 700), ("two.", 750, 1000)]
    assert told(film(clip("c1", 0, 4000, muted=True), clip("c2", 5000, 8000, volume=0))) == []
    assert told(film(clip("c1", 0, 1200), clip("c2", 1200, 4000))) == [
        ("One", 1200, 1400),
        ("two.", 1500, 2000),
    ]


@requirement("TXT-4")
def test_what_plays_backwards_has_no_words() -> None:
    """Its words are not told, and the reason is; a film of which only a part does has the words of the rest."""
    turned = film(clip("c1", 0, 4000, backwards=True))
    assert of_film(turned, {}) == Transcript(doubt="backwards")
    assert told(film(clip("c1", 0, 4000, backwards=True), clip("c2", 5000, 8000))) == [
        ("Three", 5000, 5400),
        ("four.", 5500, 6000),
    ]


def test_words_of_a_film_beside_another_are_heard_too() -> None:
    """Both sources of a split screen have their words, each at its own times; one that is turned down has none."""
    cell = Cell(media="f", offset=from_ms(5000))
    both = film(clip("c1", 0, 3000, beside=Beside(layout="columns", cells=(cell,))))
    assert told(both) == [
        ("One", 1000, 1400),
        ("Three", 1000, 1400),
        ("two.", 1500, 2000),
        ("four.", 1500, 2000),
    ]
    one = film(clip("c1", 0, 3000, beside=Beside(layout="columns", own=0, cells=(cell,))))
    assert told(one) == [("Three", 1000, 1400), ("four.", 1500, 2000)]


def test_paragraphs_end_at_pauses() -> None:
    """Two sentences with seconds between them are two paragraphs."""
    assert [joined(words) for words in paragraphs(TOLD.words)] == ["One two.", "Three four."]
    assert Transcript().text == ""


WORDS = st.lists(
    st.tuples(
        st.text("abcdefghij.,?今天气很好", min_size=1, max_size=14),
        st.integers(0, 2500),
        st.integers(20, 1500),
        st.booleans(),
    ),
    max_size=60,
)


@requirement("TXT-1")
@given(WORDS)
def test_captions_keep_every_word_and_the_rules(given_words: list[tuple[str, int, int, bool]]) -> None:
    """At most two lines of 42 letters and 7 s, in order and apart, and every word whole and in its place."""
    at, words = 0, []
    for text, gap, length, glued in given_words:
        words.append(Word(text, from_ms(at + gap), from_ms(at + gap + length), glued and bool(words)))
        at += gap + length
    cues = cues_of(words)
    assert [word for cue in cues for word in cue.words] == words
    for cue in cues:
        assert cue.start < cue.end
        assert cue.start == cue.words[0].start
        assert "".join(cue.text.split()) == "".join("".join(word.text for word in cue.words).split())
        assert len(cue.lines) <= 2
        assert len(cue.words) == 1 or (cue.end - cue.start <= LONGEST and max(map(width, cue.lines)) <= LINE)
    assert all(one.end <= two.start for one, two in itertools.pairwise(cues))


def test_captions_break_where_phrases_end() -> None:
    """Not after "the", and not in the middle of a sentence that fits."""
    text = "When we came home that evening, the house was dark. Nobody had been there for a very long time, it seemed to me."
    words = [Word(word, from_ms(300 * n), from_ms(300 * n + 280)) for n, word in enumerate(text.split())]
    lines = [cue.lines for cue in cues_of(words)]
    assert lines[0] == ("When we came home that evening,", "the house was dark.")
    assert all(line.split()[-1] not in {"the", "a", "for", "to"} for cue in lines for line in cue)


def test_chinese_captions_are_short_lines() -> None:
    """At most eighteen characters a line."""
    text = "今天天气很好，我们去公园散步吧。视频剪辑其实并不难，只要你多练习几次就会了，希望大家都能喜欢。"
    words = [Word(letter, from_ms(200 * n), from_ms(200 * n + 200), n > 0) for n, letter in enumerate(text)]
    cues = cues_of(words)
    assert max(len(line) for cue in cues for line in cue.lines) <= 18
    assert "".join(line for cue in cues for line in cue.lines) == text


def test_captions_on_an_upright_picture_have_shorter_lines() -> None:
    """Two lines fit beside each other in the frame, whatever its shape and the size of the letters."""
    words = [Word("spoken", from_ms(400 * n), from_ms(400 * n + 390)) for n in range(40)]
    for shape, size, most in (((1920, 1080), 6, 42), ((1080, 1920), 6, 24), ((1080, 1080), 9, 17)):
        lines = [line for cue in cues_of(words, None, line_of(*shape, size)) for line in cue.lines]
        assert max(map(len, lines)) <= most
        assert sum(line.count("spoken") for line in lines) == 40


def caption() -> Text:
    """A caption over four words."""
    words = talk(("Keep", 1000, 1400), ("this", 1400, 1800), ("not", 2000, 2400), ("that.", 2400, 3000)).words
    return Text(
        id="t9",
        text="Keep this not that.",
        at=from_ms(1000),
        duration=from_ms(2200),
        role="caption",
        words=timed(words),
    )


@requirement("TXT-3")
def test_a_caption_loses_the_words_that_are_cut_out() -> None:
    """What is no longer said is no longer written, and the rest stands at its time."""
    before = film(clip("c1", 0, 10_000), texts=(caption(),))
    after = edit_from({"op": "cut_out", "start_ms": 1920, "end_ms": 3200}).apply(before)
    (left,) = after.texts
    assert (left.text, to_ms(left.at), to_ms(left.at + left.duration)) == ("Keep this", 1000, 1800)
    moved = edit_from({"op": "cut_out", "start_ms": 0, "end_ms": 1000}).apply(before).texts[0]
    assert (moved.text, to_ms(moved.at), to_ms(moved.words[2].at)) == ("Keep this not that.", 0, 1000)
    gone = edit_from({"op": "cut_out", "start_ms": 800, "end_ms": 3400}).apply(before)
    assert gone.texts == ()


@requirement("TXT-3")
def test_a_caption_is_not_shown_over_speech_that_plays_backwards() -> None:
    """Turned round, the film has no caption; of a range that is, the words are gone, and the rest stay."""
    before = film(clip("c1", 0, 10_000), texts=(caption(),))
    assert edit_from({"op": "reverse"}).apply(before).texts == ()
    (left,) = edit_from({"op": "reverse", "start_ms": 1920, "end_ms": 4000}).apply(before).texts
    assert (left.text, to_ms(left.at), to_ms(left.at + left.duration)) == ("Keep this", 1000, 1800)


@requirement("TXT-3")
def test_captions_are_shifted_with_their_words() -> None:
    """Later and back is where they were; before the beginning there is nothing; none at all is refused; titles stay."""
    title = Text(id="t1", text="Title", at=0, duration=from_ms(900))
    before = film(clip("c1", 0, 10_000), texts=(title, caption()))
    later = edit_from({"op": "shift_subtitles", "by_ms": 1500}).apply(before)
    assert [to_ms(text.at) for text in later.texts] == [0, 2500]
    assert to_ms(later.texts[1].words[2].at) == 3500
    assert edit_from({"op": "shift_subtitles", "by_ms": -1500}).apply(later).texts == before.texts
    early = edit_from({"op": "shift_subtitles", "by_ms": -1500}).apply(before).texts[1]
    assert (early.at, to_ms(early.duration), to_ms(early.words[0].at)) == (0, 1700, 0)
    for out in (-4000, 9000):
        with pytest.raises(EditError, match="no caption would be seen"):
            edit_from({"op": "shift_subtitles", "by_ms": out}).apply(before)


@requirement("TXT-3")
def test_a_corrected_caption_keeps_its_times() -> None:
    """Words that stay keep their own, others are spread over the time between; a caption that is moved takes its words along."""
    old = caption()
    new = with_words(old, old.model_copy(update={"text": "Keep all of it."}))
    assert [word.text for word in new.words] == ["Keep", "all", "of", "it."]
    assert (new.words[0].at, new.words[-1].end) == (old.words[0].at, old.words[-1].end)
    one = with_words(old, old.model_copy(update={"text": "Keep those not that."}))
    assert [(word.at, word.end) for word in one.words] == [(word.at, word.end) for word in old.words]
    longer = with_words(old, old.model_copy(update={"text": "Keep this but not that."}))
    assert [word.text for word in longer.words] == ["Keep", "this", "but", "not", "that."]
    assert [word.at for word in longer.words] == sorted(word.at for word in longer.words)
    later = with_words(old, old.model_copy(update={"at": old.at + from_ms(500)}))
    assert later.words[0].at == old.words[0].at + from_ms(500)
