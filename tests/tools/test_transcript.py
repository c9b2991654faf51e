"""What is said, through the MCP door: the text, its times, the file, and what is said when there is nothing to hear."""

import json
from pathlib import Path

import pytest

from conftest import MEDIA, Serve
from requirements import requirement

pytestmark = pytest.mark.anyio


@requirement("TXT-1", "TXT-2", "TXT-4")
async def test_a_film_is_transcribed_where_its_words_are(serve: Serve, example: Path) -> None:
    """The word comes twice, at its times; nothing is invented in the long silence between; the file is a right SRT."""
    async with serve() as door:
        await door.do("upload_media", files=[str(example)])
        told = await door.do("get_transcript", format="json")
        words = [(w["text"].strip(".,!").lower(), w["start_ms"]) for w in told["words"]]
        bananas = [start for word, start in words if word == "banana"]
        assert [abs(start - due) <= 300 for start, due in zip(bananas, (16_700, 40_000), strict=True)] == [
            True,
            True,
        ]
        assert not [word for word, start in words if 17_500 < start < 39_500]
        assert told["language"] == "en"
        assert told["whole"]
        saved = json.loads(Path(told["path"]).read_text())
        assert saved["text"] == told["text"]
        assert saved["words"] == told["words"]
        again = await door.call("get_transcript", format="srt")
        assert [block.name for block in again.content if block.type == "resource_link"] == ["example.srt"]


@requirement("TXT-1", "TXT-3")
async def test_the_timeline_is_transcribed_as_it_is_cut(serve: Serve, example: Path) -> None:
    """After a cut the words stand where they are heard now; the source keeps its own times."""
    async with serve() as door:
        await door.do("upload_media", files=[str(example)])
        await door.do("edit_video", operations=[{"op": "keep", "start_ms": 39_000, "end_ms": 42_000}])
        cut = await door.do("get_transcript")
        assert [cue["text"].lower() for cue in cut["cues"]] == ["banana."]
        assert abs(cut["cues"][0]["start_ms"] - 1000) <= 120
        whole = await door.do("get_transcript", clip="example.mp4")
        assert "is an example video for your convenience" in whole["text"]
        assert abs(whole["cues"][-1]["start_ms"] - 40_030) <= 120


@requirement("TXT-4")
async def test_silence_is_told_and_no_file_is_made(serve: Serve, chaplin: Path) -> None:
    """Music without words gives none, and says so."""
    async with serve() as door:
        await door.do("upload_media", files=[str(chaplin)])
        told = await door.do("get_transcript")
        assert (told["text"], told["cues"], told["path"]) == ("", [], None)
        assert "Nobody can be heard" in told["note"]
        assert "no clip or file 'x.mp4'" in await door.refused("get_transcript", clip="x.mp4")


@requirement("TXT-4")
async def test_a_broken_model_is_said_and_nothing_falls(serve: Serve, example: Path, tmp_path: Path) -> None:
    """A model folder that is none gives a clear refusal; the rest works on."""
    assert MEDIA.is_dir()
    async with serve("--model", str(tmp_path)) as door:
        await door.do("upload_media", files=[str(example)])
        assert "lacks model.bin" in await door.refused("get_transcript")
        assert (await door.do("get_timeline"))["duration_ms"] > 42_000
