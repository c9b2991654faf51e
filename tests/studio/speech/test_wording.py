"""Texts as they are read aloud, and the languages they are written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.studio.speech.wording import chinese, english, sayable, without_pictures
from nemovideo_mcp.studio.timeline.tongues import foreign_letters, language_of


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("See https://www.example.com/docs?x=1.", "See example dot com slash docs."),
        ("Mail info@nemo-video.ai today", "Mail info at nemo dash video dot A I today"),
        ("at shop.example.co.uk, now", "at shop dot example dot co dot U K, now"),
        ("10:30-11:45, e.g. tea", "10:30 to 11:45, for example, tea"),
        ("Fig. 2 on p. 14", "figure 2 on page 14"),
        ("v2.0.1 at 1920x1080", "version 2 point 0 point 1 at 1920 by 1080"),
        ("2x faster 😀 → done 🎉", "2 times faster to done"),
        (
            "v1.0 is 5.0 percent of $5.00, see 1.0.3, not 1.0.",
            "version 1 point zero is 5 point zero percent of $5.00, see 1 point 0 point 3, not 1 point zero.",
        ),
        ("call 415-555-2671", "call 4 1 5, 5 5 5, 2 6 7 1"),
        ("Dr. Smith paid $1,250.50 on 03/05/2024.", "Dr. Smith paid $1,250.50 on 03/05/2024."),
    ],
)
def test_english_shorthand_is_read_in_words(written: str, read: str) -> None:
    """What the engine reads well by itself is left to it."""
    assert english(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("下午3:30，¥25", "下午3点30分，25元"),
        ("2024年，电话13800138000", "二零二四年，电话一三八零零一三八零零零"),
        ("-5~10℃", "-5到10摄氏度"),
        ("访问 www.nemo.com。", "访问 nemo点com。"),
    ],
)
def test_chinese_signs_are_read_in_words(written: str, read: str) -> None:
    """Money, times, years, telephone numbers, addresses."""
    assert chinese(written) == read


def test_emoji_have_no_sound() -> None:
    """Families, flags and keycaps among them."""
    assert without_pictures("Hi 👩‍👩‍👧 🇨🇳 there ❤️!") == "Hi there !"
    assert not sayable("😀🎉👍🏽")


@given(st.text(max_size=200))
def test_any_text_can_be_worded(text: str) -> None:
    """Whatever is written, something is read."""
    assert isinstance(english(text), str)
    assert isinstance(chinese(text), str)
    assert language_of(text)
    assert not foreign_letters("plain words")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Welcome to our farm.", "en"),
        ("iPhone", "en"),
        ("Bonjour et bienvenue dans notre magasin, nous sommes heureux de vous voir.", "fr"),
        ("Hola, bienvenido a nuestra tienda en el centro de la ciudad.", "es"),
        ("Willkommen bei uns, wir freuen uns auf Sie und die Kinder.", "de"),
        ("欢迎来到 iPhone 的世界", "zh"),
        ("こんにちは世界", "ja"),
        ("안녕하세요", "ko"),
        ("Привет, мир", "ru"),
    ],
)
def test_languages_are_told_by_letters_and_common_words(text: str, language: str) -> None:
    """Enough to choose a voice, or to say that there is none."""
    assert language_of(text) == language
