"""Voices: what they say is heard back as it was written, is kept, and comes from files that are the right ones."""

import re
from fractions import Fraction
from pathlib import Path

import jiwer
import pytest

from nemovideo_mcp.studio.speaking import Speaking
from nemovideo_mcp.studio.speech import hibari_voice, kokoro_voice
from nemovideo_mcp.studio.speech.errors import ModelError, StoppedError
from nemovideo_mcp.studio.speech.sample import as_mp3
from nemovideo_mcp.studio.speech.sound import pieces
from nemovideo_mcp.studio.speech.weights import english_model, multilingual_model
from nemovideo_mcp.studio.speech.whisper import Whisper
from nemovideo_mcp.studio.timeline.model import Saying
from nemovideo_mcp.studio.timeline.time import to_seconds
from requirements import requirement

TEXT = "Welcome to our little farm. We grow apples, pears and plums, and you can pick them yourself."


def heard(path: Path, whisper: Whisper, language: str = "en") -> str:
    """What a recogniser makes of a file."""
    phrases = [phrase for piece in pieces(path) for phrase in whisper.phrases(piece.sound, language)]
    return " ".join(word.text for phrase in phrases for word in phrase.words)


def words(text: str) -> str:
    """Letters alone."""
    return " ".join(re.findall(r"[a-z']+", text.lower()))


@requirement("VOX-2")
@pytest.mark.parametrize("voice", ["heart", "michael"])
def test_what_is_said_is_heard_back(tmp_path: Path, voice: str) -> None:
    """By the fast voice and by one of the fine ones, offline."""
    path = Speaking(tmp_path).file(Saying(text=TEXT, voice=voice))
    assert jiwer.wer(words(TEXT), words(heard(path, Whisper(english_model(), "tiny")))) <= 0.06


@requirement("VOX-2")
def test_chinese_is_said_with_english_words_in_it(tmp_path: Path) -> None:
    """The sounds of both come from their own readers."""
    path = Speaking(tmp_path).file(Saying(text="今天天气很好，我们一起去公园散步吧。", voice="xiaoxiao"))
    told = heard(path, Whisper(multilingual_model(tmp_path / "whisper"), "base"), "zh")
    assert (
        jiwer.cer("今天天气很好我们一起去公园散步吧", "".join(re.findall(r"[\u4e00-\u9fff]", told))) <= 0.15
    )
    mixed = Speaking(tmp_path).duration(Saying(text="打开 Photoshop 吧。", voice="xiaoxiao"))
    assert to_seconds(mixed) > to_seconds(
        Speaking(tmp_path).duration(Saying(text="打开吧。", voice="xiaoxiao"))
    )


def test_the_same_words_are_said_once_and_a_tempo_keeps_them(tmp_path: Path) -> None:
    """The file is found again; faster by 10 % is shorter by as much, and its base is kept too."""
    said: list[float] = []
    speaking = Speaking(tmp_path, said.append)
    usual = Saying(text="One. Two. Three.", voice="heart")
    first = speaking.file(usual)
    at = first.stat().st_mtime_ns
    assert said[-1] == 1.0
    assert said == sorted(said)
    del said[:]
    fitted = speaking.duration(usual.model_copy(update={"tempo": Fraction(11, 10)}))
    assert float(fitted) == pytest.approx(float(speaking.duration(usual)) / 1.1, rel=0.02)
    assert said == []
    assert first.stat().st_mtime_ns == at
    slower = speaking.duration(usual.model_copy(update={"speed": Fraction(1, 2)}))
    assert slower > 1.4 * speaking.duration(usual)
    assert not list(tmp_path.rglob("*.part"))


def test_speaking_that_nobody_waits_for_stops_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    """Between two sentences."""

    def left(share: float) -> None:
        if share > 0:
            raise StoppedError

    with pytest.raises(StoppedError):
        Speaking(tmp_path, left).file(Saying(text="One. Two. Three.", voice="heart"))
    assert list((tmp_path / "voices").iterdir()) == []


def test_a_script_that_was_given_up_goes_on_from_what_was_spoken(tmp_path: Path) -> None:
    """The parts that were whole are there, and asking again speaks only the rest."""
    parts = [Saying(text=text, voice="heart") for text in ("One.", "Two. Three.")]
    heard: list[float] = []

    def left(share: float) -> None:
        heard.append(share)
        if len(heard) == 4:  # in the middle of the second part
            raise StoppedError

    speaking = Speaking(tmp_path, left)
    first = speaking.file(parts[0]).stat().st_mtime_ns
    with pytest.raises(StoppedError):
        speaking.file(parts[1])
    again: list[float] = []
    durations = [Speaking(tmp_path, again.append).duration(part) for part in parts]
    assert all(durations)
    assert again[0] == 0.0
    assert again.count(0.0) == 1
    assert Speaking(tmp_path).file(parts[0]).stat().st_mtime_ns == first


def test_a_sample_is_small_and_can_be_heard(tmp_path: Path) -> None:
    """An MP3 of a few seconds."""
    said = Speaking(tmp_path).file(Saying(text=TEXT, voice="heart"))
    sample = tmp_path / "sample.mp3"
    sample.write_bytes(as_mp3(said))
    assert 5_000 < sample.stat().st_size < 80_000
    assert "farm" in heard(sample, Whisper(english_model(), "tiny"))


def test_files_with_another_hash_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They may be anything; a joined model that was spoilt is joined again."""
    monkeypatch.setitem(hibari_voice._HASHES, "oov.onnx", "0" * 64)
    with pytest.raises(ModelError, match="SHA-256"):
        hibari_voice.HibariVoice()
    monkeypatch.setattr(kokoro_voice, "_SHA256", "0" * 64)
    with pytest.raises(ModelError, match="SHA-256"):
        kokoro_voice.Kokoro(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_spoilt_model_of_the_data_folder_is_mended(tmp_path: Path) -> None:
    """It is joined from its parts anew."""
    spoilt = tmp_path / f"kokoro-{kokoro_voice._SHA256[:12]}.onnx"
    spoilt.write_bytes(b"no model")
    assert kokoro_voice.Kokoro(tmp_path).sentences("Hello there.")
    assert spoilt.stat().st_size > 90_000_000
