"""GUI translation: screen work goes, what describes the film stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.handlers.gui import Wish, translate
from requirements import requirement

GONE = [
    ("Your clip is ready. Click the Export button to save it.", "Your clip is ready.", [Wish.EXPORT]),
    ("Added music. Preview in timeline or click Export.", "Added music.", [Wish.EXPORT, Wish.SUMMARY]),
    ("Open the Media panel to see your clips.", "", [Wish.STATE]),
    ("Drag and drop the second clip before the first.", "", [Wish.EDIT]),
    ("Please go to your account page to check billing.", "", [Wish.CREDITS]),
    ("Done! You can now tap the download icon.", "Done!", [Wish.EXPORT]),
    ("The title is in, click Export to download it.", "The title is in.", [Wish.EXPORT]),
    ("To save the result, press the Export button.", "", [Wish.EXPORT]),
    ("Finished trimming. Check your account for remaining credits.", "Finished trimming.", [Wish.CREDITS]),
    ("视频已生成。请点击导出按钮保存。", "视频已生成。", [Wish.EXPORT]),
    ("已添加标题，您可以点击“导出”下载。", "已添加标题。", [Wish.EXPORT]),
    ("打开素材面板查看片段。", "", [Wish.STATE]),
    ("将字幕拖拽到开头即可。", "", [Wish.EDIT]),
    ("配乐已加好。可在时间线中预览效果。", "配乐已加好。", [Wish.SUMMARY]),
    ("Hit the Render button when you are happy with it.", "", [Wish.EXPORT]),
    ("Select the clip in the timeline and drag its edge.", "", [Wish.EDIT, Wish.SUMMARY]),
]

STAYS = [
    "The title reads 'Click here to subscribe' for 3 seconds.",
    "The video opens with a drag race and drops into slow motion.",
    'Caption added: "Open the door".',
    "The shot shows a hand that clicks a button on a phone.",
    "I cut the first 5 seconds; the film is 12 s long now.",
    "The music drops at 0:10.",
    "画面展示了用户点击手机屏幕的过程。",
    "标题“点击领取”已添加（0-3秒）。",
    "The export is ready.",
    "Selected music: lo-fi, 35 %.",
]


@requirement("GUI-1", "GUI-2")
@pytest.mark.parametrize(("text", "kept", "wishes"), GONE)
def test_what_asks_to_operate_a_screen_goes_and_says_what_it_wanted(
    text: str, kept: str, wishes: list[Wish]
) -> None:
    """The order is removed, its wish is kept."""
    told = translate(text)
    assert told.text == kept
    assert sorted(told.wishes) == sorted(wishes)


@requirement("GUI-2")
@pytest.mark.parametrize("text", STAYS)
def test_what_describes_the_film_stays(text: str) -> None:
    """Content is never cut, though it names clicks and doors."""
    told = translate(text)
    assert told.text == text
    assert told.wishes == ()


@given(st.text())
def test_any_text_is_translated_and_translating_again_changes_nothing(text: str) -> None:
    """Translation never fails and never leaves an order behind."""
    once = translate(text).text
    assert translate(once).text == once
