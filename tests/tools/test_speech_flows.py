"""The transcribing skill and spoken-phrase edits, with a file, in one call each, to the exported film."""

from pathlib import Path

import numpy as np
import pytest

from conftest import Serve
from requirements import requirement
from studio.footage import make, pictures

pytestmark = pytest.mark.anyio
SKILL = "transcribe-video-to-text"


@requirement("TXT-1")
async def test_a_transcription_is_asked_for_in_words(serve: Serve, example: Path) -> None:
    """One call with the file: the text is in the reply, and in a file of the form that was asked for."""
    prompts = {
        "transcribe this video": ".txt",
        "give me an SRT": ".srt",
        "转写这个视频": ".txt",
        "transcribe the spoken dialogue into a text document": ".txt",
        "convert what is said in this video into readable text for journalists, students and creators": ".txt",
    }
    async with serve() as door:
        for prompt, suffix in prompts.items():
            told = await door.do(SKILL, prompt=prompt, files=[str(example)], project="new")
            assert "example video for your convenience" in told["reply"]
            (output,) = told["outputs"]
            assert output["path"].endswith(suffix)
            assert "convenience" in Path(output["path"]).read_text("utf-8")


@requirement("FLOW-1")
async def test_a_film_is_converted_in_one_call(serve: Serve, example: Path) -> None:
    """The first line of what one may try saying, with a file: the file that comes of it is there."""
    async with serve() as door:
        short = make(door.home / "talk.mp4", "-t", "2", "-i", str(example), "-s", "320x180")
        prompt = "convert my 10-minute interview recording into a 480p MP4"
        told = await door.do(SKILL, prompt=prompt, files=[str(short)])
        (output,) = told["outputs"]
        assert (output["width"], output["height"]) == (854, 480)
        assert Path(output["path"]).exists()


@requirement("TXT-1")
async def test_a_recording_without_a_picture_is_transcribed(serve: Serve, example: Path) -> None:
    """Sound alone is enough for its words; captions need a picture, and that is said before anybody listens."""
    async with serve() as door:
        phone = make(
            door.home / "phone.wav", "-ss", "38", "-i", str(example), "-vn", "-ac", "1", "-ar", "8000"
        )
        told = await door.do(SKILL, prompt="transcribe this recording", files=[str(phone)])
        assert "banana" in told["reply"].lower()
        assert Path(told["outputs"][0]["path"]).read_text("utf-8").lower().strip(" .\n") == "banana"
        refused = await door.refused("edit_video", operations=[{"op": "add_subtitles"}])
        assert "no picture on the timeline" in refused


@requirement("TXT-1", "TXT-3")
async def test_she_says_banana_at_the_end_with_subtitles(serve: Serve, example: Path) -> None:
    """The film is the second time she says it, and the caption is seen while the word is heard."""
    async with serve() as door:
        told = await door.do(
            SKILL,
            prompt="keep only where she says banana at the end and add subtitles, then export in 480p",
            files=[str(example)],
        )
        (output,) = told["outputs"]
        assert 500 <= output["duration_ms"] <= 1500
        words = next(track for track in told["timeline"]["tracks"] if track["kind"] == "text")
        caption = words["segments"][0]
        said = caption["start_ms"] + 100
        middle = (slice(380, 470), slice(340, 510))  # the timecode of the film stands beside it
        film = pictures(Path(output["path"]), window=middle)
        during, before = film[said * 30 // 1000], film[0]
        assert np.count_nonzero(during > 235) > 300
        assert np.count_nonzero(before > 235) < 50
