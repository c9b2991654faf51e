"""What is said in a film as people speak of it: found, cut, captioned, put right; and what is no speech is told so."""

import re
from fractions import Fraction

import pytest

from nemovideo_mcp.studio.agent.agent import Answer, answer
from nemovideo_mcp.studio.timeline.activity import Activity
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from requirements import requirement
from studio.senses import Heard

FILM = Media(
    id="a" * 64,
    name="talk.mp4",
    kind=MediaKind.VIDEO,
    duration=from_ms(8000),
    width=320,
    height=180,
    fps=Fraction(25),
    has_audio=True,
)
RECORDING = FILM.model_copy(
    update={"name": "talk.wav", "kind": MediaKind.AUDIO, "width": 0, "height": 0, "fps": None}
)
ONE = project_with_media(Project(), FILM)


def ask(text: str, project: Project = ONE) -> Answer:
    """What the agent answers, with the same words heard in every medium."""
    return answer(text, project, senses=Heard(Activity(b"")))


def captions(project: Project) -> list[str]:
    """The texts of the captions in order."""
    return [" ".join(text.text.split()) for text in sorted(project.texts, key=lambda text: text.at)]


CAPTIONED = ask("add subtitles").project


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("keep only where she says banana at the end", [(5880, 6640)]),
        ('keep from "hello" to "a banana"', [(380, 3180)]),
        ("cut everything before he says a banana", [(2400, 8000)]),
        ("剪掉“a banana”之前的部分", [(2400, 8000)]),
        ("删掉他说Goodbye以后的内容", [(0, 7580)]),
        ("只保留她最后一次说“Banana”的部分", [(5880, 6640)]),
    ],
)
def test_only_what_is_said_stays(text: str, kept: list[tuple[int, int]]) -> None:
    """A place in the speech is where its words are, with a breath on either side, to the frame."""
    clips = [(to_ms(clip.start), to_ms(clip.end)) for clip in ask(text).project.clips]
    assert len(clips) == len(kept)
    for (start, end), (first, last) in zip(clips, kept, strict=True):
        assert abs(start - first) <= 60
        assert abs(end - last) <= 60


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cut where he says pineapple", "“pineapple” was not heard"),
        ("remove the fifth time she says banana", "is said 2 times"),
    ],
)
def test_what_is_not_said_is_not_cut(text: str, said: str) -> None:
    """Nothing changes, and it is said what was heard."""
    got = ask(text)
    assert not got.changed
    assert said in got.text


@requirement("TXT-3")
@pytest.mark.parametrize(
    ("text", "now"),
    [
        ('replace "banana" with "mango" in the subtitles', "mango"),
        ('fix the caption "a banana" to "a mango"', "mango"),
        ("把字幕里的“banana”改成“mango”", "mango"),
    ],
)
def test_a_misheard_word_is_put_right_within_its_captions(text: str, now: str) -> None:
    """The rest of the caption stays, and so do its times."""
    got = ask(text, CAPTIONED)
    assert got.changed
    assert len(got.project.texts) == len(CAPTIONED.texts)
    first = next(text for text in got.project.texts if now in text.text)
    before = next(text for text in CAPTIONED.texts if text.id == first.id)
    assert first.text == before.text.replace("banana", now)
    assert [(word.at, word.end) for word in first.words] == [(word.at, word.end) for word in before.words]


def test_a_part_of_a_word_is_no_word() -> None:
    """`ana` stands in banana, and is not what a caption says: nothing is lost."""
    got = ask('change "ana" to "x"', CAPTIONED)
    assert not got.changed
    assert captions(got.project) == captions(CAPTIONED)


@requirement("TXT-4")
def test_speech_that_plays_backwards_is_not_captioned() -> None:
    """It is said why there are no words."""
    turned = ask("play it backwards", CAPTIONED).project
    assert captions(turned) == []
    for text in ("add subtitles", "cut where he says banana", "transcribe it"):
        got = ask(text, turned)
        assert not got.changed
        assert "backwards cannot be understood" in got.text


@pytest.mark.parametrize(
    "text", ["add Spanish subtitles", "transcribe this in Spanish", "转写成西班牙语", "加西班牙语字幕"]
)
def test_nothing_is_passed_off_as_a_translation(text: str) -> None:
    """Words of another language than the one that was named are not given out as if they were in it."""
    got = ask(text)
    assert not got.changed
    assert not got.steps
    assert re.search("English.*Spanish|英语.*西班牙语", got.text)
    assert ask("transcribe this in English").steps


@requirement("TXT-1")
def test_a_recording_has_a_transcript_and_no_captions() -> None:
    """Words need no picture; captions do."""
    recording = project_with_media(Project(), RECORDING)
    told = ask("transcribe this and give me an SRT", recording)
    assert "banana" in told.text
    assert [step.args.get("format") for step in told.steps] == ["srt"]
    assert "no picture" in ask("add subtitles", recording).text


@pytest.mark.parametrize(
    ("text", "file"),
    [
        (
            "convert my 10-minute interview recording into a 1080p MP4",
            {"format": "mp4", "resolution": "1080p"},
        ),
        ("please turn this into a GIF", {"format": "gif"}),
        ("把我的采访录像转换成720p MP4", {"format": "mp4", "resolution": "720p"}),
    ],
)
def test_a_film_that_is_to_be_a_file_is_left_to_the_export(text: str, file: dict[str, str]) -> None:
    """Nothing is edited, and what is to be exported is said to whoever exports."""
    got = ask(text)
    assert not got.changed
    assert [(step.name, step.args) for step in got.steps] == [("export_video", file)]
    assert not ask(text, Project()).steps
