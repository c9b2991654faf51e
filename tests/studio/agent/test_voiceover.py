"""Voiceovers asked for in words: where the script is, which voice speaks, what is refused and how it is said."""

from fractions import Fraction
from typing import Any

import pytest

from nemovideo_mcp.handlers.operations import SENTENCES
from nemovideo_mcp.handlers.wording import Names
from nemovideo_mcp.studio.agent.agent import Answer, answer
from nemovideo_mcp.studio.timeline.activity import Activity
from nemovideo_mcp.studio.timeline.codec import to_draft
from nemovideo_mcp.studio.timeline.edits_voice import voices_in
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project, Saying
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from nemovideo_mcp.wire.operations import read_operation
from requirements import requirement
from studio.senses import Heard, Talking, Voiced

FILM = Media(
    id="a",
    name="a.mp4",
    kind=MediaKind.VIDEO,
    duration=from_ms(60_000),
    fps=Fraction(25),
    width=640,
    height=360,
    has_audio=True,
)
ONE = project_with_media(Project(), FILM)


class OnlyHeart(Voiced):
    """The extra is not installed."""

    def installed(self, voice: str, /) -> bool:
        """Only the usual voice is."""
        return voice == "heart"


def ask(text: str, project: Project = ONE, *, extra: bool = True) -> Answer:
    """The answer of an agent that can speak."""
    senses = Talking()
    senses.voices = Voiced() if extra else OnlyHeart()
    return answer(text, project, senses=senses)


def said(project: Project) -> list[Saying]:
    """What the voiceover says."""
    found = [project.medium(sound.media).saying for sound in voices_in(project)]
    return [saying for saying in found if saying is not None]


def texts(got: Answer) -> list[str]:
    """The words of the voiceover, piece by piece."""
    return [saying.text for saying in said(got.project)]


@requirement("VOX-1")
@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("add a voiceover: Welcome to our farm. It's open.", ["Welcome to our farm. It's open."]),
        ('Please add a voice-over saying "Hello there."', ["Hello there."]),
        ("narrate the video: One.\n\nTwo “quoted” words, at 9:16.", ["One.", "Two “quoted” words, at 9:16."]),
        ('read this aloud: "A test."', ["A test."]),
        ("Add a natural AI voiceover in English. The script:\nOne.\nTwo.", ["One.", "Two."]),
        (
            'add a voiceover from this script and fade out\n\nThe script:\n"Hi," she said.',
            ['"Hi," she said.'],
        ),
        ("generate an ai voice over for this clip in English, female voice: Hello", ["Hello"]),
        ("添加配音：欢迎来到我们的农场。", ["欢迎来到我们的农场。"]),
        ("把视频改成竖屏，并用女声添加配音：“你好。”", ["你好。"]),
        ("为视频添加中文旁白，男声，语速1.2倍：你好世界", ["你好世界"]),
        ("add a voiceover at 0:05: Hello.", ["Hello."]),
        ('Add a voiceover that starts at 5 seconds: "Hello."', ["Hello."]),
        ('Please narrate this clip with the following text: "One. Two."', ["One. Two."]),
        ('say "Hello there" in a male voice', ["Hello there"]),
        ('read "Hello there" aloud over the video', ["Hello there"]),
        ("I want a man to read this: Hello there my friends.", ["Hello there my friends."]),
        ("add an AI voiceover for YouTube creators: Hello there.", ["Hello there."]),
        ("add a voiceover in a warm, reassuring female voice: Hello there.", ["Hello there."]),
        ("adding AI voiceovers to silent or muted videos for creators, marketers, educators: Hi.", ["Hi."]),
        ("replace the original sound by an AI voice saying “Hello there”", ["Hello there"]),
        ("把这段文字配音到视频上：“大家好。”", ["大家好。"]),
        ("用配音替换原声：“你好。”", ["你好。"]),
    ],
)
def test_the_script_is_found_wherever_it_is_written(text: str, spoken: list[str]) -> None:
    """In quotes, after a colon, over several lines, at the end; other requests beside it are done too."""
    assert texts(ask(text)) == spoken


@requirement("VOX-2")
@pytest.mark.parametrize(
    ("text", "voice", "speed"),
    [
        ("add a voiceover: Hi.", "heart", 1),
        ("add a voiceover with a male voice at 1.2x speed: Hi.", "michael", Fraction(6, 5)),
        ("add a voiceover by Bella, 10% slower: Hi.", "bella", Fraction(9, 10)),
        ("用云扬的声音添加配音：你好。", "yunyang", 1),
    ],
)
def test_voice_and_speed_are_chosen(text: str, voice: str, speed: Fraction) -> None:
    """By name, by gender, by the language of the words."""
    found = said(ask(text).project)
    assert [(one.voice, one.speed) for one in found] == [(voice, speed)]


@requirement("VOX-2")
@pytest.mark.parametrize(
    ("text", "voice", "speed"),
    [
        ("use a male voice", "michael", Fraction(1)),
        ("change the voice to Bella", "bella", Fraction(1)),
        ("make the voice slower", "heart", Fraction(87, 100)),
        ("make the voiceover 20% faster", "heart", Fraction(6, 5)),
        ("换成男声", "michael", Fraction(1)),
        ("语速快一点", "heart", Fraction(115, 100)),
        ("use Bella instead", "bella", Fraction(1)),
        ("speak more slowly", "heart", Fraction(87, 100)),
    ],
)
def test_a_voiceover_that_stands_can_be_said_otherwise(text: str, voice: str, speed: Fraction) -> None:
    """Its words, its places and its volume stay."""
    before = ask("set the voiceover volume to 80%", ask("add a voiceover: One.\n\nTwo.").project).project
    after = ask(text, before).project
    assert [(one.text, one.voice, one.speed) for one in said(after)] == [
        ("One.", voice, speed),
        ("Two.", voice, speed),
    ]
    assert [to_ms(s.at) for s in voices_in(after)] == [to_ms(s.at) for s in voices_in(before)]
    assert [sound.volume for sound in voices_in(after)] == [80, 80]


def test_it_is_removed_in_either_language() -> None:
    """And only it."""
    made = ask("add lo-fi music and a voiceover: Hi.").project
    for text in ("remove the voiceover", "去掉配音"):
        assert [sound.role for sound in ask(text, made).project.sounds] == ["music"]


@requirement("VOX-3")
def test_a_script_that_is_a_little_too_long_is_said_a_little_faster() -> None:
    """By at most 15 %; a longer one is refused with by how much, and what may be said instead works."""
    fits = ask(f"add a voiceover: {'a' * 1100}")
    assert 1 < said(fits.project)[0].tempo <= Fraction(115, 100)
    assert "%" in fits.text
    script = f"{'b' * 1300}"
    refused = ask(f"add a voiceover: {script}")
    assert refused.project == ONE
    assert "18.2 s too long" in refused.text
    assert "at 1.32x speed" in refused.text
    longer = ask(f"add a voiceover and extend the last frame: {script}").project
    assert to_ms(longer.duration) == pytest.approx(78_400, abs=100)
    assert said(longer)[0].tempo == 1
    assert texts(ask(f"add a voiceover at 1.32x speed: {script}")) == [script]
    far = ask(f"add a voiceover: {'c' * 3000}")
    assert "also for the fastest voice" in far.text
    assert "more speed" not in far.text


@requirement("VOX-3")
def test_a_cue_is_fitted_to_its_own_place() -> None:
    """Only the one that is too long is said faster."""
    srt = f"1\n00:00:01,000 --> 00:00:03,000\n{'a' * 35}.\n\n2\n00:00:03,000 --> 00:00:06,000\nShort.\n"
    found = ask(f"add a voiceover\n\nThe script:\n{srt}").project
    assert [to_ms(sound.at) for sound in voices_in(found)] == [1000, pytest.approx(3000, abs=100)]
    assert [one.tempo > 1 for one in said(found)] == [True, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("add a voiceover", "What should the voice say?"),
        (
            "turn my 2-minute product demo video into a 1080p MP4 with a voiceover",
            "What should the voice say?",
        ),
        ("添加配音", "要说什么"),
        ("add a voiceover: 😀🎉", "no words to speak"),
        ("add a voiceover: Привет, мир", "No voice speaks Russian"),
        (
            "add a voiceover: Bonjour et bienvenue dans notre magasin, nous sommes heureux.",
            "No voice speaks French",
        ),
        ("add a voiceover in French: Hello, my friends.", "No voice speaks French"),
        ("add a voiceover in Chinese: Hello, my friends.", "not translated"),
        ("add a voiceover with the voice Bob: Hi.", "no voice called Bob"),
        ("add a voiceover with a British accent: Hi.", "no voice called British"),
        ("add a voiceover at 9x speed: Hi.", "0.5x to 2x"),
        ("use a male voice", "no voiceover"),
        ("remove the voiceover", "no voiceover"),
        (f"add a voiceover: {'word ' * 21_000}", "105 kB"),
        ("add a voiceover\n\nThe script:\n1\n0:0x1 --> 2\nHi.", "no times that can be read"),
    ],
)
def test_what_cannot_be_spoken_is_said_by_name(text: str, words: str) -> None:
    """And nothing is changed."""
    got = ask(text)
    assert words in got.text
    assert not got.changed
    assert got.project == ONE


def test_without_the_extra_its_name_is_told() -> None:
    """For a language, for a gender, for a name, for letters in between."""
    for text in (
        "添加配音：你好。",
        "add a voiceover with a male voice: Hi.",
        "add a voiceover by Michael: Hi.",
        "add a voiceover: Welcome to 北京, everybody.",
    ):
        got = ask(text, extra=False)
        assert "nemovideo-mcp[voices]" in got.text
        assert not got.changed
    assert texts(ask("add a voiceover: Hi.", extra=False)) == ["Hi."]


@requirement("VOX-2")
def test_voices_are_listed_with_what_they_lack() -> None:
    """Name, language, gender; what is not installed, and where it is from."""
    for text in ("which voices are there?", "有哪些声音？", "what voices do you have"):
        got = ask(text, extra=False)
        assert "Heart" in got.text
        assert "nemovideo-mcp[voices]" in got.text
        assert not got.changed
    assert "not installed" not in ask("list the voices").text


def test_the_words_of_the_film_can_be_said_by_another_voice() -> None:
    """Sentence by sentence at their times, the original muted."""
    got = answer("re-voice it", ONE, senses=Heard(Activity(b"")))
    assert texts(got)[0] == "Hello."
    assert [to_ms(sound.at) for sound in voices_in(got.project)][:2] == [500, 1500]
    assert all(clip.muted for clip in got.project.clips)


@requirement("FLOW-1")
@pytest.mark.parametrize(
    "operation",
    [
        {"script": "Hello; then, “goodbye”.\n\nTwo: \"quotes\" and 'more'."},
        {"script": "Hi.", "voice": "Bella", "speed": "1.25", "language": "en", "at_ms": 5500},
        {"script": "Hi.", "voice": "male"},
        {"script": "你好。", "language": "zh", "voice": "female"},
        {"script": "1\n00:00:02,000 --> 00:00:03,000\nHi.\n"},
    ],
)
def test_an_operation_is_the_same_as_its_sentence(operation: dict[str, Any]) -> None:
    """Its script comes through the quotes whole, and others may follow it."""
    names = Names(to_draft(ONE, 1))
    sentence = SENTENCES["add_voiceover"](read_operation({"op": "add_voiceover", **operation}), names)
    got = ask(f"{sentence}; fade out over 1 seconds")
    found = said(got.project)
    assert found, got.text
    assert to_ms(got.project.fade_out) == 1000
    assert found[0].speed == Fraction(operation.get("speed", "1"))
    wanted = {"Bella": "bella", "male": "michael", "female": "xiaoxiao"}.get(operation.get("voice", ""))
    assert wanted in {None, found[0].voice}
    at = 2000 if "-->" in operation["script"] else operation.get("at_ms", 200)
    assert to_ms(voices_in(got.project)[0].at) == at
    if "-->" not in operation["script"]:
        assert [one.text for one in found] == operation["script"].split("\n\n")
