"""What is a request for help, and what about; what is an edit, although it sounds like one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.catalog.folders import shipped_folder
from nemovideo_mcp.catalog.load import load
from nemovideo_mcp.routing.help import help_wanted, is_help_desk
from nemovideo_mcp.routing.help_words import SIGNS, TOPICS, Topic
from nemovideo_mcp.routing.lexicon import CODES
from nemovideo_mcp.routing.router import route
from requirements import requirement

SORTED = [
    ("how do I contact NemoVideo support about my AI video editor?", Topic.CONTACT),
    ("I need to talk to a human", Topic.CONTACT),
    ("what is your phone number", Topic.CONTACT),
    ("help", Topic.CONTACT),
    ("can someone call me?", Topic.CONTACT),
    ("怎么联系客服", Topic.CONTACT),
    ("给我客服电话", Topic.CONTACT),
    ("comment contacter le support ?", Topic.CONTACT),
    ("サポートに問い合わせたい", Topic.CONTACT),
    ("refund please", Topic.BILLING),
    ("I was charged twice", Topic.BILLING),
    ("cancel my subscription", Topic.BILLING),
    ("how much does a plan cost?", Topic.BILLING),
    ("我被多扣了费用", Topic.BILLING),
    ("quiero un reembolso", Topic.BILLING),
    ("my credits are gone", Topic.CREDITS),
    ("why are my credits frozen", Topic.CREDITS),
    ("积分不够怎么办", Topic.CREDITS),
    ("why can't I export my video?", Topic.EXPORT),
    ("my export is blocked with 402", Topic.EXPORT),
    ("it says I need to upgrade my plan to download", Topic.EXPORT),
    ("导出被拦，提示402", Topic.EXPORT),
    ("I cannot sign in", Topic.SIGN_IN),
    ("my token has expired", Topic.SIGN_IN),
    ("error 1001", Topic.SIGN_IN),
    ("登录不了", Topic.SIGN_IN),
    ("Ich kann mich nicht anmelden", Topic.SIGN_IN),
    ("upload fails", Topic.UPLOAD),
    ("my HEIC photo is not supported", Topic.UPLOAD),
    ("the file is too large, 700 MB", Topic.UPLOAD),
    ("视频上传不了", Topic.UPLOAD),
    ("업로드가 안돼요", Topic.UPLOAD),
    ("my render is stuck at 40%", Topic.RENDER),
    ("the export never finishes", Topic.RENDER),
    ("my video has been processing for three hours", Topic.RENDER),
    ("为什么导出失败", Topic.RENDER),
    ("渲染一直卡在40%", Topic.RENDER),
    ("Der Export ist fehlgeschlagen", Topic.RENDER),
    ("the captions are out of sync", Topic.BUG),
    ("the editor keeps crashing", Topic.BUG),
    ("the timeline lost my second clip", Topic.BUG),
    ("字幕不同步，有bug", Topic.BUG),
    ("編集でバグがあります", Topic.BUG),
    ("how do I add subtitles?", Topic.HOW_TO),
    ("how do I export?", Topic.HOW_TO),
    ("is there a way to crop to a square?", Topic.HOW_TO),
    ("怎么加字幕", Topic.HOW_TO),
    ("please add support for prores export", Topic.WISH),
    ("it would be great if you had green screen", Topic.WISH),
    ("希望能增加绿幕功能", Topic.WISH),
    ("where is my data stored?", Topic.PRIVACY),
    ("Is my footage private?", Topic.PRIVACY),
    ("delete my account", Topic.PRIVACY),
    ("我的视频会不会泄露隐私", Topic.PRIVACY),
]
NO_HELP = [
    "cut the first 2 seconds",
    'add the title "Contact support: 555 1234"',
    "add the text Need help? at the end",
    "fix the audio, it is out of sync",
    "remove the part where the car crashes",
    "please trim the broken frames at the end",
    "freeze the last frame for 2 seconds",
    "add end credits with my name",
    "help me cut the silence out",
    "make it brighter",
    "can you make it 9:16?",
    "the first clip should be 3 seconds shorter",
    "I want it in black and white",
    "把错误的字幕删掉",
    "剪掉前2秒",
    "export it",
    "导出",
    "credits",
    "余额",
    "how many credits do I have?",
    "show tracks",
    "upload this",
    "send me the video",
    "what is on the timeline?",
]


@requirement("SUP-1")
@pytest.mark.parametrize(("prompt", "topic"), SORTED)
def test_a_request_for_help_is_sorted(prompt: str, topic: Topic) -> None:
    """Ten topics, and reaching support itself."""
    wanted = help_wanted(prompt, route(prompt))
    assert wanted is not None
    assert wanted.topic is topic


@requirement("SUP-1", "ROUTE-1", "ROUTE-2", "ROUTE-3", "ROUTE-4")
@pytest.mark.parametrize("prompt", NO_HELP)
def test_an_order_stays_an_order(prompt: str) -> None:
    """Edits, exports, balances and tracks asked of the support skill are what they are with any other."""
    assert help_wanted(prompt, route(prompt)) is None


ASKED = [
    json.loads(line) for line in (Path(__file__).parent / "support.jsonl").read_text("utf-8").splitlines()
]


@requirement("SUP-1")
@pytest.mark.parametrize("asked", ASKED, ids=[asked["text"][:60] for asked in ASKED])
def test_people_are_understood_in_their_own_words(asked: dict[str, str | None]) -> None:
    """Sentences that were first written down and then tried, in both languages; no topic: an order to edit."""
    text = asked["text"] or ""
    wanted = help_wanted(text, route(text))
    assert (wanted.topic if wanted else None) == asked["topic"]


def test_two_topics_are_both_seen_in_their_order() -> None:
    """Billing, or a bug: the first of the skill's own examples."""
    prompt = "who do I contact with a question about billing, or about a bug in the editor that spoils my 1080p MP4?"
    wanted = help_wanted(prompt, route(prompt))
    assert wanted is not None
    assert wanted.topics == (Topic.BILLING, Topic.BUG)


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [("How do I add a title at the end?", "add a title at the end"), ("怎么加字幕？", "加字幕")],
)
def test_a_question_how_keeps_what_is_wanted(prompt: str, wanted: str) -> None:
    """So that it can be offered."""
    found = help_wanted(prompt, route(prompt))
    assert found is not None
    assert found.wanted == wanted


def test_the_skill_for_help_is_known_by_its_name(tmp_path: Path) -> None:
    """One of the three that ship."""
    names = [skill.name for skill in load([shipped_folder()], home=tmp_path).skills]
    assert [name for name in names if is_help_desk(name)] == ["ai-video-editor-contact-number"]
    assert is_help_desk("nemovideo_support")
    assert not is_help_desk("supportive-captions")


def test_every_sign_and_topic_has_words_in_every_language() -> None:
    """The router's languages, no fewer."""
    assert all(set(words) == set(CODES) for words in (*SIGNS.values(), *TOPICS.values()))


@given(st.text(max_size=300))
def test_any_text_is_sorted_or_left_alone(prompt: str) -> None:
    """Whatever is said, there is a topic or there is none."""
    wanted = help_wanted(prompt, route(prompt))
    assert wanted is None or wanted.topics
