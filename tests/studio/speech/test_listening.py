"""A recording becomes words with their times; where nobody speaks there are none."""

import re
import shutil
from pathlib import Path

import jiwer
import numpy as np
import pytest

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.music.shelf import tune_file
from nemovideo_mcp.studio.speaking import Speaking
from nemovideo_mcp.studio.speech import weights
from nemovideo_mcp.studio.speech.activity import spoken
from nemovideo_mcp.studio.speech.engines import Engines
from nemovideo_mcp.studio.speech.errors import ModelError, StoppedError
from nemovideo_mcp.studio.speech.listening import Listening
from nemovideo_mcp.studio.speech.sound import RATE, pieces
from nemovideo_mcp.studio.speech.whisper import Whisper
from nemovideo_mcp.studio.timeline.library import TUNES
from nemovideo_mcp.studio.timeline.model import Saying
from nemovideo_mcp.studio.timeline.time import to_ms
from nemovideo_mcp.studio.timeline.transcript import Transcript
from requirements import requirement
from studio.footage import EXAMPLE, SHELF, make

SONNET = (
    "One. From fairest creatures we desire increase, that thereby beauty's rose might never die, but as the riper should by "
    "time decease, his tender heir might bear his memory: but thou contracted to thine own bright eyes, feed'st thy light's "
    "flame with self-substantial fuel, making a famine where abundance lies, thy self thy foe, to thy sweet self too cruel: "
    "thou that art now the world's fresh ornament, and only herald to the gaudy spring, within thine own bud buriest thy "
    "content, and tender churl mak'st waste in niggarding: pity the world, or else this glutton be, to eat the world's due, "
    "by the grave and thee."
)


class English(Engines):
    """An installation without the multilingual extra."""

    def for_language(self, _: str) -> Whisper:
        """The English recogniser, whatever is spoken."""
        found = super().for_language("en")
        assert isinstance(found, Whisper)
        return found

    def many(self) -> None:
        """There is none."""


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> English:
    """The default recogniser, loaded once."""
    return English(tmp_path_factory.mktemp("models"), None)


def heard(engines: Engines, path: Path, language: str = "") -> Transcript:
    """What is said in a file."""
    return Listening(engines, language, lambda _: None).listen(path)


def plain(text: str) -> str:
    """Words as they are compared; a number that is read out is a word."""
    return re.sub(r"[^a-z' ]", " ", text.lower().replace("1.", "one").replace("-", " "))


@requirement("TXT-2")
def test_a_human_reading_is_understood_as_well_as_the_engine_can(english: English) -> None:
    """At most 12 % word errors on a hard reading; every word lies in the recording, in order."""
    told = heard(english, SHELF / "sonnet.wav")
    said = " ".join(word.text for word in told.words)
    assert jiwer.wer(" ".join(plain(SONNET).split()), " ".join(plain(said).split())) <= 0.12
    starts = [word.start for word in told.words]
    assert starts == sorted(starts)
    assert all(word.start < word.end for word in told.words)
    assert to_ms(told.words[-1].end) < 53_300


@requirement("TXT-4")
@pytest.mark.parametrize("style", sorted(TUNES))
def test_music_has_no_words(english: English, style: str, tmp_path: Path) -> None:
    """No tune of the built-in library is taken for speech."""
    assert heard(english, tune_file(f"library:{style}", tmp_path)) == Transcript()


@requirement("TXT-4")
@pytest.mark.parametrize(
    "source",
    [
        "anullsrc=r=48000:d=6",
        "anoisesrc=d=6:c=pink:a=0.4",
        "anoisesrc=d=6:c=white:a=0.05",
        "sine=440:d=6",
        "sine=300:d=0.1",
    ],
)
def test_silence_noise_and_tones_have_no_words(english: English, source: str, tmp_path: Path) -> None:
    """Nothing is made up, whatever the model would like to hear."""
    assert heard(english, make(tmp_path / "sound.wav", "-f", "lavfi", "-i", source)) == Transcript()


@requirement("TXT-4")
def test_a_film_without_sound_has_no_words(english: English, tmp_path: Path) -> None:
    """There is nothing to listen to, and that is no error."""
    silent = make(tmp_path / "silent.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x64:d=1")
    assert heard(english, silent) == Transcript()


@requirement("TXT-4")
def test_what_is_no_english_is_said_to_be_none(english: English, tmp_path: Path) -> None:
    """Speech without any English word in it (here played backwards) gives no words, and the reason."""
    strange = make(tmp_path / "strange.wav", "-t", "20", "-i", str(SHELF / "sonnet.wav"), "-af", "areverse")
    told = heard(english, strange)
    assert (told.words, told.doubt) == ((), "not_english")


@requirement("TXT-4")
@pytest.mark.parametrize(
    ("said", "times"), [("The red bus stops here.", 5), ("Go home now.", 12)], ids=["five", "twelve"]
)
def test_who_says_the_same_again_and_again_is_understood(tmp_path: Path, said: str, times: int) -> None:
    """It is clear English, however often it comes, and each time of it is there, whatever is installed."""
    spoken_often = Speaking(tmp_path).file(Saying(text=" ".join([said] * times), voice="heart"))
    told = heard(Engines(tmp_path, None), spoken_often)
    assert plain(told.text).split() == plain(said).split() * times
    assert (told.language, told.doubt) == ("en", "")


@requirement("TXT-4")
def test_what_is_wrongly_said_to_be_english_is_heard_by_who_knows_more(tmp_path: Path) -> None:
    """Chinese under the name of English comes as the Chinese that it is, where the extra is installed."""
    chinese = Speaking(tmp_path).file(Saying(text="今天天气很好，我们去公园散步吧。", voice="xiaoxiao"))
    told = heard(Engines(tmp_path, None), chinese, "en")
    assert (told.language, told.doubt) == ("zh", "")
    assert "公园" in told.text


@pytest.mark.parametrize(
    "shape",
    [
        ("-ac", "1", "-ar", "8000", "out.wav"),
        ("-ac", "8", "-ar", "48000", "out.wav"),
        ("-ac", "2", "-b:a", "32k", "out.mp3"),
    ],
    ids=["8 kHz mono", "7.1", "thin mp3"],
)
def test_any_shape_of_sound_is_understood(english: English, shape: tuple[str, ...], tmp_path: Path) -> None:
    """The words are where they are in the original, to a tenth of a second."""
    name = shape[-1]
    made = make(tmp_path / name, "-ss", "38", "-i", str(EXAMPLE), "-vn", *shape[:-1])
    (word,) = heard(english, made).words
    assert word.text.lower().strip(".,!") == "banana"
    assert abs(to_ms(word.start) - 2030) <= 100


def test_a_broken_end_costs_only_the_end(english: English, tmp_path: Path) -> None:
    """What can be read is transcribed; a file of which nothing can be read is refused."""
    whole = make(tmp_path / "whole.mp3", "-t", "16", "-i", str(EXAMPLE), "-vn", "-b:a", "64k")
    data = whole.read_bytes()
    cut = tmp_path / "cut.mp3"
    cut.write_bytes(data[: len(data) // 2] + bytes(range(256)) * 20)
    assert "example video for your convenience" in heard(english, cut).text
    cut.write_bytes(b"no sound at all" * 100)
    with pytest.raises(BadMedia):
        heard(english, cut)


@requirement("TXT-2")
def test_a_long_recording_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    """It comes in pieces of about the length asked for that end in silence, and nothing is lost or shifted."""
    path = make(
        tmp_path / "long.wav", "-stream_loop", "3", "-i", str(EXAMPLE), "-vn", "-ar", "16000", "-ac", "1"
    )
    found = list(pieces(path, piece_s=60))
    assert len(found) >= 3
    assert all(len(piece.sound) <= 61 * RATE for piece in found)
    assert [piece.start for piece in found] == list(
        np.cumsum([0, *(len(piece.sound) for piece in found[:-1])])
    )
    whole = np.concatenate([piece.sound for piece in found])
    cuts = [piece.start for piece in found[1:]]
    speech = spoken(whole)
    assert not [cut for cut in cuts for start, end in speech if start < cut < end]


@requirement("TXT-2")
def test_listening_can_be_stopped_between_phrases(english: English) -> None:
    """Whoever is told how far it is may end it there."""
    told: list[float] = []

    def enough(seconds: float) -> None:
        told.append(seconds)
        if seconds > 1:
            raise StoppedError

    with pytest.raises(StoppedError):
        Listening(english, "en", enough).listen(EXAMPLE)
    assert told[0] == 0
    assert told[-1] > 1


def test_weights_are_what_they_should_be_or_refused(tmp_path: Path) -> None:
    """Missing files, other weights and no model at all each have their words."""
    folder = weights.english_model()
    with pytest.raises(ModelError, match=r"lacks model\.bin, config\.json"):
        weights.own_model(tmp_path)
    copied = shutil.copytree(folder, tmp_path / "other")
    with (copied / "model.bin").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelError, match="SHA-256 differs"):
        weights.checked(copied, weights.TINY_SHA256)
    (copied / "model.bin").write_bytes(b"no model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Whisper(weights.own_model(copied), "own")


def test_a_model_of_ones_own_hears_everything(tmp_path: Path) -> None:
    """Its folder is used for any language, and its transcripts are kept under a name of their own."""
    own = Engines(tmp_path, weights.english_model())
    usual = Engines(tmp_path, None)
    assert own.name("en") != usual.name("en")
    assert own.for_language("en") is own.for_language("zh")


@requirement("TXT-4")
def test_with_the_extra_the_language_is_found_and_chinese_understood(tmp_path: Path) -> None:
    """English goes on with the English model; Chinese is written in its own script, with its own marks."""
    from nemovideo_mcp.studio.speaking import Speaking
    from nemovideo_mcp.studio.timeline.model import Saying

    engines = Engines(tmp_path / "models", None)
    assert heard(engines, EXAMPLE).language == "en"
    chinese = Speaking(tmp_path).file(Saying(text="今天天气很好，我们去公园散步吧。", voice="xiaoxiao"))
    told = heard(engines, chinese)
    assert told.language == "zh"
    assert "今天天气很好" in told.text.replace("，", "").replace(" ", "")
