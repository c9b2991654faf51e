"""The agent as a whole: never raises, never half-does, says what it means in the user's language."""

import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemovideo_mcp.studio.agent.agent import answer, vocabulary
from nemovideo_mcp.studio.agent.problems_zh import PROBLEMS_ZH
from nemovideo_mcp.studio.agent.questions import QUESTIONS
from nemovideo_mcp.studio.agent.replies import DONE
from nemovideo_mcp.studio.agent.sentence import read
from nemovideo_mcp.studio.agent.topics import TOPICS
from nemovideo_mcp.studio.timeline.activity import Activity
from nemovideo_mcp.studio.timeline.edit import PROBLEMS
from nemovideo_mcp.studio.timeline.edits import EDITS
from nemovideo_mcp.studio.timeline.edits_overlay import AddOverlay
from nemovideo_mcp.studio.timeline.edits_sound import AddMusic
from nemovideo_mcp.studio.timeline.edits_text import AddTitle
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.invariants import broken
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import from_ms
from requirements import requirement
from studio.senses import Heard

AGENT = Path(__file__).parents[3] / "server" / "nemovideo_mcp" / "studio" / "agent"
TRY_SAYING = (
    "contact a question about billing or a bug in the editor into a 1080p MP4",
    "how do I contact NemoVideo support about my AI video editor?",
    "reaching NemoVideo support for AI video editor help for existing NemoVideo users",
    "convert a 10-minute interview recording into a 1080p MP4",
    "transcribe the spoken dialogue into a text document",
    "converting spoken video content into readable text for journalists, students, content creators",
    "add a 2-minute product demo video into a 1080p MP4",
    "add a natural AI voiceover in English for my product walkthrough video",
    "adding AI-generated voiceovers to silent or muted videos for content creators, marketers, educators",
)


def film(media_id: str, ms: int) -> Media:
    """A 720p file with sound."""
    return Media(
        id=media_id,
        name=f"{media_id}.mp4",
        kind=MediaKind.VIDEO,
        duration=from_ms(ms),
        width=1280,
        height=720,
        fps=30,
        has_audio=True,
    )


SONG = Media(id="song", name="song.mp3", kind=MediaKind.AUDIO, duration=from_ms(60_000), has_audio=True)
LONG = project_with_media(
    Project(), film("beach", 200_000), film("party", 18_000), film("sunset", 12_000), SONG
)
FULL = AddMusic(media="song").apply(AddTitle(text="Hello").apply(LONG))
LOGO = Media(id="logo", name="logo.png", kind=MediaKind.IMAGE, duration=0, width=200, height=100)
BRANDED = project_with_media(LONG, LOGO)
OVERLAID = AddOverlay(media="logo").apply(BRANDED)
EXAMPLES = [
    (row.name, row.kind, phrase)
    for row in vocabulary()
    for phrases in row.examples.values()
    for phrase in phrases
]


@pytest.mark.parametrize(("name", "kind", "phrase"), EXAMPLES)
def test_every_example_of_the_vocabulary_does_what_it_stands_for(name: str, kind: str, phrase: str) -> None:
    """What the README and "what can you do" promise is done, by an edit of that name where it is one."""
    overlays = {"add_overlay": BRANDED, "change_overlay": OVERLAID, "remove_overlays": OVERLAID}
    overlays |= dict.fromkeys(("set_length", "slideshow"), BRANDED)  # its logo is a picture
    empty = answer("clear the timeline", FULL).project
    captioned = answer("add subtitles", FULL, senses=Heard(Activity(b""))).project
    overlays |= dict.fromkeys(("style_subtitles", "shift_subtitles", "remove_subtitles"), captioned)
    narrated = answer("add a voiceover: Hello there.", FULL, senses=Heard(Activity(b""))).project
    if phrase not in {"re-voice it", "重新配音"}:  # that is for a film in which somebody speaks
        overlays |= dict.fromkeys(("remove_voiceover", "add_voiceover"), narrated)
    project = empty if name == "add_clips" else overlays.get(name, FULL)
    talk = Activity(bytes(60 if 100 <= at < 400 else 20 for at in range(700)))
    got = answer(phrase, project, previous=LONG, following=LONG, senses=Heard(talk))
    assert "Nothing was changed" not in got.text
    assert "什么也没有改" not in got.text
    if kind == "edit" and name not in {"trim", "unmute"}:
        assert name in {step.args["op"] for step in got.steps}
    assert got.move == (kind if kind in {"undo", "redo"} else None)


def test_merging_what_is_not_on_the_timeline_lays_it_out() -> None:
    """After the timeline was emptied, "merge the clips" puts the uploaded files on it, in their order."""
    empty = answer("clear the timeline", LONG).project
    assert [clip.media for clip in answer("merge the clips", empty).project.clips] == [
        "beach",
        "party",
        "sunset",
    ]


@requirement("FLOW-1")
@pytest.mark.parametrize("project", [Project(), LONG], ids=["empty", "with a clip"])
@pytest.mark.parametrize("line", TRY_SAYING)
def test_try_saying_lines_are_answered_sensibly(line: str, project: Project) -> None:
    """Each line of the three skills is recognised as what it is about, changes nothing, and pretends nothing."""
    got = answer(line, project)
    assert not got.changed
    assert got.project == project
    assert "did not understand" not in got.text
    assert re.search(r"Live chat|not built yet|[Ee]xport|no sound|upload|voice say", got.text)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_answered(text: str) -> None:
    """No text whatever makes the agent raise, fall silent, or change a project without saying so."""
    got = answer(text, FULL, previous=LONG)
    assert got.text
    assert got.changed == (got.project != FULL) or got.move
    assert not broken(got.project)


PIECES = st.sampled_from(
    [
        *(
            "cut",
            "add",
            "the title",
            "and",
            "from",
            "to",
            "5 seconds",
            "0:10",
            "first",
            "last",
            "clip 2",
            '"X"',
            "'",
            "“",
            "music",
        ),
        *(
            "fade out",
            "1m20s",
            "volume",
            "50%",
            "2x",
            ",",
            "then",
            "between",
            "剪掉",
            "前5秒",
            "到",
            "第",
            "标题",
            "-",
            ":",
            "9:16",
            "half",
        ),
        *(
            "song.mp3",
            "vertical",
            "undo",
            "delete",
            "everything",
            "a",
            "second",
            "third",
            "not",
            "keep",
            "split",
            "at",
            "end",
        ),
    ]
)


@given(st.lists(PIECES, max_size=14))
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_known_words_is_answered_and_leaves_a_sound_project(pieces: list[str]) -> None:
    """Words of the vocabulary in any order are done whole or not at all."""
    got = answer(" ".join(pieces), FULL, previous=LONG)
    assert got.text
    assert not broken(got.project)
    assert got.changed == (got.project != FULL) or got.move


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=80))
@settings(max_examples=100, deadline=None)
def test_quoted_words_arrive_exactly(words: str) -> None:
    """What stands in quotes is written letter by letter, whatever it says."""
    if not words.strip() or any(mark in words for mark in '"\\') or words.strip().lower() == "song.mp3":
        return
    got = answer(f'add the title "{words}" at the top', LONG)
    if any(words.strip().lower() == medium.name for medium in LONG.media):
        return
    assert [text.text for text in got.project.texts] == [words]


@pytest.mark.parametrize(
    ("raw", "quotes"),
    [
        ("add 'It's here' now", ["It's here"]),
        ("add ‘It’s here’ now", ["It’s here"]),
        ("put 'Chapter 1' at the dogs' start and 'Two' after", ["Chapter 1", "Two"]),
        ("加“他说“好””", ["他说“好”"]),
        ('say "a \\"b\\" c"', ['a "b" c']),
        ("don't and can't", []),
        ("「一」和『二』《三》", ["一", "二", "三"]),
        ('open "only', []),
    ],
)
def test_quotes_are_lifted_whole(raw: str, quotes: list[str]) -> None:
    """Marks of every kind pair up; an apostrophe inside a word is no mark."""
    assert [quote.text for quote in read(raw).quotes] == quotes


def test_every_word_table_speaks_both_languages_with_the_same_facts() -> None:
    """A sentence has the same gaps to fill in every language, and every edit has one."""

    def gaps(sentence: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name}

    assert set(PROBLEMS) == set(PROBLEMS_ZH)
    assert set(DONE) == set(EDITS)
    for key, sentence in PROBLEMS.items():
        assert gaps(PROBLEMS_ZH[key]) == gaps(sentence), key
    for key, words in (DONE | QUESTIONS).items():
        assert gaps(words["zh"]) <= gaps(words["en"]), key
    for topic in TOPICS:
        assert set(topic.words) == {"en", "zh"}, topic.name


def test_every_question_asked_has_words() -> None:
    """No row asks a question that is not written down, and none is written down for nothing."""
    source = "".join(path.read_text("utf-8") for path in (*AGENT.glob("*.py"), *AGENT.parent.glob("*.py")))
    asked = set(re.findall(r'LackError\(\s*"(\w+)"', source)) | {"how_slow", "how_fast"}
    assert asked == set(QUESTIONS)


@requirement("STATE-5")
def test_undo_and_redo_hand_back_the_other_revision() -> None:
    """The answer carries the very project it was given as previous, marked as a move; without one it says so."""
    got = answer("undo", FULL, previous=LONG)
    assert (got.project, got.move, got.changed) == (LONG, "undo", True)
    none = answer("撤销", FULL)
    assert (none.project, none.move, none.changed) == (FULL, None, False)
    assert "没有可以撤销" in none.text


def test_what_is_built_later_is_named_in_both_languages_and_not_faked() -> None:
    """Asking for what is to come names it, says what works now, and changes nothing."""
    for sentence, name in [
        ("add a voiceover", "voiceover"),
        ("blur the background", "background"),
        ("加滤镜", "调色"),
        ("翻译字幕", "翻译"),
    ]:
        got = answer(sentence, LONG)
        assert not got.changed
        assert name in got.text


def test_a_reply_tells_before_and_after_and_two_next_steps() -> None:
    """What, when, how long it was and is, and what to say next."""
    text = answer("remove the last 3 seconds", LONG).text
    assert text == (
        "Cut out 3:47 to 3:50 (3 s). The film is 3:47 long now (was 3:50). "
        'Next you could say "add the title "Hello"" or "export".'
    )


def test_a_sentence_beyond_measure_is_refused_whole() -> None:
    """A hundred thousand letters are answered at once, and nothing is done."""
    got = answer("cut the first 5 seconds " * 5000, LONG)
    assert not got.changed
    assert "4000" in got.text


def test_a_title_of_ten_thousand_letters_is_refused_with_the_limit() -> None:
    """The text is counted and the limit said."""
    got = answer(f'add the title "{"x" * 10_000}"', LONG)
    assert not got.changed
    assert "10000" in got.text
    assert "500" in got.text
