"""Scripts: plain text, Markdown, SRT and VTT become lines, with their times where they have any."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.studio.timeline.script import Line, ScriptError, read_script


def test_paragraphs_stand_between_blank_lines_and_lines_are_joined() -> None:
    """As a text editor wraps them."""
    assert read_script("One line\nand its rest.\r\n\r\nTwo.\n\n\n") == (
        Line("One line and its rest."),
        Line("Two."),
    )
    assert read_script("第一句很长\n接着说。\n\n第二段。") == (Line("第一句很长接着说。"), Line("第二段。"))


def test_without_blank_lines_a_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    """One sentence a line is a common way to write a script."""
    assert read_script("Welcome!\nThis is\nours.") == (Line("Welcome!"), Line("This is ours."))


def test_markdown_is_read_without_its_marks() -> None:
    """Headings and items end as sentences do; code, comments and targets of links are not read."""
    said = read_script(
        "---\ntitle: x\n---\n# Our farm\n\nCome **by**, [visit us](http://x.y/z)!\n<!-- not this -->\n\n- apples\n- pears\n\n```\ncode\n```\n"
    )
    assert [line.text for line in said] == ["Our farm.", "Come by, visit us!", "apples. pears."]


def test_cues_come_in_the_order_of_their_times_whatever_that_of_the_file() -> None:
    """Two that begin together are both said."""
    text = (
        "1\n00:00:08,000 --> 00:00:09,000\nLast.\n\n2\n00:00:01,000 --> 00:00:04,500\n<i>First</i>\nline.\n\n"
        "3\n00:00:04,000 --> 00:00:06,000\n- Over the first.\n"
    )
    assert read_script(text) == (
        Line("First line.", 1000, 4500),
        Line("Over the first.", 4000, 6000),
        Line("Last.", 8000, 9000),
    )


def test_vtt_is_read_with_its_notes_names_and_settings_left_out() -> None:
    """Hours may be missing, and a cue that breaks a sentence in two is put together again."""
    text = "WEBVTT\n\nNOTE not this\n\nintro\n00:01.000 --> 00:03.000 align:start\n<v Bob>Half a\n\n00:03.100 --> 00:05.000\nsentence.\n"
    assert read_script(text) == (Line("Half a sentence.", 1000, 5000),)


@pytest.mark.parametrize("time", ["0:01 --> soon", "00:00:05,000 --> 00:00:01,000", "1 --> 2"])
def test_times_that_cannot_be_read_are_named(time: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ScriptError) as wrong:
        read_script(f"1\n{time}\nHi.")
    assert wrong.value.facts["cue"] == time


@given(st.text(max_size=300))
def test_any_text_gives_lines_or_a_reason(text: str) -> None:
    """No line is empty."""
    with suppress(ScriptError):
        assert all(line.text.strip() for line in read_script(text))


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ('Dr. Smith paid $3.50 at 9 a.m. today! Was it "enough?" ', '?"'),
        ("我们去公园吧！今天天气很好。", "。"),
    ],
    ids=["English", "Chinese"],
)
def test_a_very_long_paragraph_comes_in_parts_of_whole_sentences(sentence: str, end: str) -> None:
    """Nothing is lost or changed, and no part ends within a sentence; a usual one is one line."""
    text = (sentence * 1200).strip()
    lines = read_script(text)
    assert len(lines) > 3
    assert all(len(line.text) < 4000 and line.text.endswith((end, "!", "！")) for line in lines)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())
    assert len(read_script((sentence * 20).strip())) == 1
