"""The handlers' own sentences: in every language the same, and none missing."""

import re

import pytest

from nemovideo_mcp.client import errors
from nemovideo_mcp.client.errors import ApiError
from nemovideo_mcp.handlers import phrases
from nemovideo_mcp.handlers.phrases_errors import in_words

KINDS = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, ApiError)]


def test_every_sentence_is_there_in_every_language() -> None:
    """With the same places to fill."""
    english, chinese = phrases._EN, phrases._ZH
    assert english.keys() == chinese.keys()
    for key, sentence in english.items():
        assert set(re.findall(r"{\w+}", sentence)) == set(re.findall(r"{\w+}", chinese[key])), key


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_is_said_in_the_users_language(kind: type[ApiError]) -> None:
    """What happened and what to do; what the service said is kept as it came."""
    happened, advice = in_words(kind(detail="boom"), "zh-CN")
    assert re.search("[一-鿿]", happened)
    assert re.search("[一-鿿]", advice)
    assert happened.endswith("boom")
    assert in_words(kind(), "en") == (kind().message, kind().next_step)


def test_a_link_and_words_of_an_errors_own_are_kept() -> None:
    """They say more than the kind does."""
    link = "https://web.example/register?bind=anon_42"
    assert in_words(errors.NoCredits.of(link), "zh")[1].endswith(link)
    assert in_words(errors.PlanRequired().with_link(link), "zh")[1].endswith(link)
    assert "20" in in_words(errors.RateLimited(retry_after=20), "zh")[1]
    own = errors.BadToken.of_the_user()
    assert in_words(own, "zh") == (own.message, own.next_step)
