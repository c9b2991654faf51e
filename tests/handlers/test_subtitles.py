"""The published forms of a transcript, read back by strict readers."""

import json
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.handlers.subtitles import srt, vtt, written
from nemovideo_mcp.wire.transcript import Spoken, Transcript
from requirements import requirement

TIME = re.compile(r"(\d\d):(\d\d):(\d\d)[.,](\d{3})")
CUES = st.lists(
    st.tuples(
        st.integers(0, 3_599_000_0),
        st.integers(1, 9000),
        st.text("ab <&>-\n\r.,字", min_size=1).filter(str.strip),
    ),
    max_size=6,
)


def ms(said: str) -> int:
    """A time as ms."""
    match = TIME.fullmatch(said)
    assert match
    hours, minutes, seconds, rest = map(int, match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def read_srt(text: str) -> list[tuple[int, int, str]]:
    """A strict reader of SubRip."""
    found = []
    for number, block in enumerate([b for b in text.split("\n\n") if b.strip()], start=1):
        head, times, *lines = block.rstrip("\n").split("\n")
        assert head == str(number)
        start, end = times.split(" --> ")
        assert "," in start
        assert lines
        found.append((ms(start), ms(end), "\n".join(lines)))
    return found


def read_vtt(text: str) -> list[tuple[int, int, str]]:
    """A strict reader of WebVTT."""
    head, *blocks = text.split("\n\n")
    assert head.strip() == "WEBVTT"
    found = []
    for block in (block for block in blocks if block.strip()):
        times, *lines = block.strip("\n").split("\n")
        start, end = times.split(" --> ")
        assert "." in start
        assert "-->" not in "".join(lines)
        found.append((ms(start), ms(end), unescape("\n".join(lines))))
    return found


@requirement("TXT-1")
@given(CUES)
def test_every_cue_comes_back(given_cues: list[tuple[int, int, str]]) -> None:
    """Times to the millisecond, words without the empty lines that would end them."""
    cues = [Spoken(start_ms=start, end_ms=start + length, text=text) for start, length, text in given_cues]
    wanted = [
        (cue.start_ms, cue.end_ms, "\n".join(line for line in cue.text.splitlines() if line.strip()))
        for cue in cues
    ]
    assert read_vtt(vtt(cues)) == wanted
    assert [one[:2] for one in read_srt(srt(cues))] == [one[:2] for one in wanted]


@requirement("TXT-1")
@pytest.mark.parametrize("form", ["text", "srt", "vtt", "json"])
def test_each_form_of_one_transcript(form: str) -> None:
    """The same words in all of them."""
    said = [Spoken(start_ms=3_600_500, end_ms=3_602_000, text="Hello & goodbye")]
    told = Transcript(status="completed", language="en", text="Hello & goodbye", cues=said, words=said)
    text = written(told, form)
    assert {
        "text": "Hello & goodbye\n",
        "srt": "1\n01:00:00,500 --> 01:00:02,000\nHello & goodbye\n",
        "vtt": "WEBVTT\n\n01:00:00.500 --> 01:00:02.000\nHello &amp; goodbye\n",
    }.get(form, text) == text
    if form == "json":
        assert json.loads(text)["words"] == [
            {"start_ms": 3_600_500, "end_ms": 3_602_000, "text": "Hello & goodbye"}
        ]
    assert written(Transcript(status="completed"), "text") == ""
