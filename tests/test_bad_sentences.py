"""Orders that cannot be carried out, through the real door: each says what is wrong, and the timeline stays as it was."""

from pathlib import Path
from typing import Any

import pytest

from conftest import Door, Serve, text
from requirements import requirement

pytestmark = pytest.mark.anyio
SKILL = "ai-voiceover-for"
LONG = "x" * 10_000

# What is said, and a word that its answer must hold.
SENTENCES = [
    ("cut from 0:20 to 0:30", "outside"),
    ("remove -3 seconds to 2 seconds", "negative"),
    ("cut out 0:08 to 0:05", "backwards"),
    ("trim to nan seconds", "did not understand"),
    ("speed it up infinity times", "did not understand"),
    ("speed it up 500x", "0.1x to 10x"),
    (f'add the title "{LONG}"', "500"),
    (LONG, "4000"),
    ('add the title "Hi" in colour blurple', "blurple"),
    ("delete clip 9", "no clip 9"),
    ("reverse clip 4", "no clip 4"),
    ("rotate the music", "did not understand"),
    ("crop the song to a square", "did not understand"),
    ("insert nothere.mp4 at 0:02", "nothere.mp4"),
    ("play 0:05 to 0:20 backwards", "outside"),
    ("loop it to 3 seconds", "long already"),
    ("fade out the sound of clip 1 over 40 seconds", "does not fit"),
    ("split it into 1 parts", "Where"),
    ("旋转背景音乐", "没有听懂"),
    ("剪掉从第20秒到第30秒", "超出"),
    ("第九段倒放", "没有片段 9"),
]
OPERATIONS: list[tuple[dict[str, Any], str]] = [
    ({"op": "cut_out", "start_ms": -5}, "start_ms"),
    ({"op": "cut_out", "start_ms": 8000, "end_ms": 5000}, "backwards"),
    ({"op": "cut_out", "start_ms": 20_000, "end_ms": 30_000}, "outside"),
    ({"op": "split", "at_ms": "NaN"}, "at_ms"),
    ({"op": "split", "at_ms": 1e400}, "at_ms"),
    ({"op": "speed", "factor": "Infinity"}, "factor"),
    ({"op": "speed", "factor": "NaN"}, "factor"),
    ({"op": "volume", "db": "NaN"}, "db"),
    ({"op": "add_title", "text": LONG}, "500"),
    ({"op": "add_title", "text": "x", "color": "reddish"}, "color"),
    ({"op": "reverse", "clips": ["c77"]}, "c77"),
    ({"op": "rotate", "degrees": 90, "target": "music"}, "rotate has no field target"),
    ({"op": "add_clips", "media": ["none.mp4"], "at_ms": 100}, "none.mp4"),
    ({"op": "fade_out", "sound": "loud"}, "sound"),
]
WORDS = [
    'He said "cut"; then left',
    "50% off \\ 100%\\n",
    "line one\nline two",
    "'single' and ‘curly’",
    "مرحبا بالعالم",
    "שלום \u202eabc",
    "drawtext=text='x':x=0,[a];[b]",
    "{\\an8}<b>bold</b>",
]


@pytest.fixture
async def door(serve: Serve, chaplin: Path) -> Any:
    """A server with one film on its timeline."""
    async with serve() as opened:
        await opened.do("upload_media", files=[str(chaplin)])
        yield opened


async def state(door: Door) -> tuple[Any, ...]:
    """All that an order could have changed."""
    now = await door.do("get_timeline")
    return now["revision"], now["duration_ms"], now["tracks"]


@requirement("FLOW-1", "MCP-4")
async def test_sentences_that_do_not_fit_change_nothing_and_say_why(door: Door) -> None:
    """Times outside, negative, reversed, no numbers; too many letters; what is not there; what does not go together."""
    before = await state(door)
    for sentence, word in SENTENCES:
        told = text(await door.call(SKILL, prompt=sentence))
        assert word in told, (sentence, told[:300])
        assert await state(door) == before, sentence


@requirement("MCP-3", "MCP-4")
async def test_operations_that_do_not_fit_change_nothing_and_say_why(door: Door) -> None:
    """Each alone, and behind one that would fit: then neither is done."""
    before = await state(door)
    fitting = {"op": "mute"}
    for operation, word in OPERATIONS:
        for operations in ([operation], [fitting, operation]):
            said = await door.refused("edit_video", operations=operations)
            assert word in said, (operation, said[:300])
    assert await state(door) == before


@requirement("MCP-3")
async def test_operations_one_on_another_see_what_the_ones_before_left(door: Door) -> None:
    """A range that the first one took is no longer there for the second."""
    before = await state(door)
    twice = [{"op": "cut_out", "start_ms": 5000}, {"op": "cut_out", "start_ms": 6000, "end_ms": 7000}]
    assert "outside" in await door.refused("edit_video", operations=twice)
    assert await state(door) == before


@requirement("MCP-3")
async def test_any_words_are_written_letter_by_letter(door: Door) -> None:
    """Quotes, percent, backslashes, newlines (shown as a space), right-to-left, what other programs would take for orders."""
    for words in WORDS:
        told = await door.do("edit_video", operations=[{"op": "add_title", "text": words}])
        assert told["timeline"]["tracks"][-1]["segments"][-1]["text"] == " ".join(words.split())
