"""The language of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.routing.language import detect
from requirements import requirement


@requirement("ROUTE-10")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("make the video shorter and add music", "en"),
        ("把前三秒删掉", "zh-CN"),
        ("匯出視頻並加上標題", "zh-TW"),
        ("最初の5秒をカットして", "ja"),
        ("처음 5초 잘라줘", "ko"),
        ("قص أول 5 ثوان", "ar"),
        ("обрежь первые 5 секунд", "ru"),
        ("Schneide die ersten 5 Sekunden weg", "de"),
        ("Coupe les cinq premières secondes", "fr"),
        ("Corta los primeros 5 segundos", "es"),
        ("Corte os primeiros 5 segundos e coloque uma música", "pt"),
        ("Knip de eerste 5 seconden weg", "nl"),
        ("", "en"),
        ("12345 !!!", "en"),
    ],
)
def test_a_sentence_shows_its_language(text: str, code: str) -> None:
    assert detect(text) == code


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert detect(text)
