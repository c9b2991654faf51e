"""Captions that come too early or too late, and captions nobody wants to see: as people say it."""

import pytest

from nemovideo_mcp.studio.agent.agent import TOOL, answer
from nemovideo_mcp.studio.timeline.edits_subtitles import AddSubtitles, CueWord, SpokenCue
from requirements import requirement
from studio.agent.test_sentences import ONE

CUES = tuple(
    SpokenCue(
        start_ms=at,
        end_ms=at + 1500,
        words=(CueWord(start_ms=at, end_ms=at + 1400, text="hello"),),
    )
    for at in (3000, 6000, 40_000)
)
CAPTIONED = AddSubtitles(cues=CUES).apply(ONE)


@requirement("TXT-3")
@pytest.mark.parametrize(
    ("text", "by_ms"),
    [
        ("shift the captions 1 second later", 1000),
        ("move all subtitles 200 ms earlier", -200),
        ("delay the subtitles by half a second", 500),
        ("make the captions appear 1.5 seconds later", 1500),
        ("the subtitles are 1 second too early", 1000),
        ("the captions come in 2 seconds late", -2000),
        ("the captions lag behind by 300 ms", -300),
        ("the subtitles should start one second sooner", -1000),
        ("字幕延后1秒", 1000),
        ("把字幕提前0.5秒", -500),
        ("所有字幕往后移2秒", 2000),
        ("字幕整体前移300毫秒", -300),
        ("字幕晚了半秒", -500),
        ("字幕快了一秒", 1000),
        ("the subtitles are out of sync, move them 1 second later", 1000),
        ("subtitles half a second earlier please", -500),
        ("字幕和声音对不上，延后1秒", 1000),
    ],
)
def test_captions_come_when_they_are_wanted(text: str, by_ms: int) -> None:
    """What is too early is put later; the words stay, and no other edit is made."""
    got = answer(text, CAPTIONED)
    assert [step.args for step in got.steps if step.name == TOOL] == [
        {"op": "shift_subtitles", "by_ms": by_ms}
    ], got.text
    assert [one.text for one in got.project.texts] == [one.text for one in CAPTIONED.texts]


@requirement("TXT-3")
@pytest.mark.parametrize(
    "text",
    [
        "hide the subtitles",
        "turn off the captions",
        "turn the subtitles off",
        "switch the captions off",
        "隐藏字幕",
        "关闭字幕",
        "don't show the subtitles",
        "别显示字幕",
        "把字幕关掉",
    ],
)
def test_captions_are_hidden(text: str) -> None:
    """They are gone, and that is said."""
    got = answer(text, CAPTIONED)
    assert got.project.texts == (), got.text
    assert "3" in got.text


@requirement("TXT-3")
@pytest.mark.parametrize(
    ("text", "gone"), [("字幕提前5秒", "1"), ("shift the captions 2 seconds later", "1")]
)
def test_a_caption_that_leaves_the_film_is_told_of(text: str, gone: str) -> None:
    """It is gone, and the answer counts it."""
    film = AddSubtitles(
        cues=(*CUES[:2], CUES[2].model_copy(update={"start_ms": 41_000, "end_ms": 42_000}))
    ).apply(ONE)
    got = answer(text, film)
    assert len(got.project.texts) == 2, got.text
    assert gone in got.text
