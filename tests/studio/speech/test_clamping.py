"""Words stand where they are heard: within the speech, in order, at its edges."""

from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.studio.speech.clamping import clamped
from nemovideo_mcp.studio.speech.recogniser import Spoken
from nemovideo_mcp.studio.speech.sound import RATE
from nemovideo_mcp.studio.timeline.time import to_ms


def spoken(text: str, start_s: float, end_s: float) -> Spoken:
    """A word as a recogniser tells it."""
    return Spoken(text, start_s, end_s, 0.9, joined=False)


def test_the_first_and_last_word_of_a_stretch_reach_to_its_edges() -> None:
    """A recogniser is some tenths of a second off; the edges of speech are not. What is far from any speech is invented."""
    said = [
        spoken("one", 1.2, 1.5),
        spoken("two", 1.5, 1.9),
        spoken("ghost", 9.0, 9.4),
        spoken("three", 3.6, 4.4),
    ]
    spans = [(RATE, 2 * RATE), (4 * RATE, 5 * RATE)]
    words = clamped(said, spans, 10 * RATE)
    assert [(word.text, to_ms(word.start), to_ms(word.end)) for word in words] == [
        ("one", 11_000, 11_500),
        ("two", 11_500, 12_000),
        ("three", 14_000, 14_400),
    ]


@given(
    st.lists(st.tuples(st.floats(0, 30), st.floats(0, 2)), max_size=12),
    st.lists(st.tuples(st.integers(0, 25), st.integers(1, 4)), min_size=1, max_size=5),
)
def test_every_word_is_within_some_speech(
    said: list[tuple[float, float]], gaps: list[tuple[int, int]]
) -> None:
    """However wrong the recogniser's times are, no word has less than no length or lies outside."""
    at, spans = 0, []
    for gap, length in gaps:
        spans.append(((at + gap) * RATE, (at + gap + length) * RATE))
        at += gap + length
    words = clamped([spoken("w", start, start + length) for start, length in sorted(said)], spans, 0)
    for word in words:
        assert word.start < word.end
        assert any(
            start / RATE * 1000 - 1 <= to_ms(word.start) <= end / RATE * 1000 + 41 for start, end in spans
        )
