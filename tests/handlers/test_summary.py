"""Drafts in words: the summary line, and the difference of two drafts."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.handlers.difference import difference
from nemovideo_mcp.handlers.summary import summary
from nemovideo_mcp.wire.draft import Draft
from requirements import requirement

PUBLISHED: dict[str, Any] = {
    "t": [
        {"tt": 0, "sg": [{"d": 10000, "m": {"title": "city timelapse"}}]},
        {"tt": 1, "sg": [{"d": 10000, "m": {"title": "Lo-fi"}, "vol": 35}]},
        {"tt": 7, "sg": [{"d": 3000, "m": {"title": "Urban Dreams"}}]},
    ]
}


def draft(value: dict[str, Any]) -> Draft:
    """A draft as the wire brings it."""
    return Draft.model_validate(value)


@requirement("STATE-3")
def test_the_published_line() -> None:
    """Word for word as the skill documents print it."""
    expected = 'Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)'
    assert summary(draft(PUBLISHED)) == expected


@requirement("STATE-2")
def test_unknown_keys_survive_a_round_trip_untouched() -> None:
    """What a newer backend adds goes back as it came, null included."""
    given_draft = {"t": [{"tt": 42, "zz": None, "sg": [{"d": 1, "m": {}, "fx": [1, {"a": None}]}]}], "v": "9"}
    assert json.loads(json.dumps(draft(given_draft).as_json())) == given_draft


def test_an_empty_timeline_is_said_to_be() -> None:
    """Also one with tracks and nothing on them."""
    assert summary(None) == summary(draft({"t": [{"tt": 0, "sg": []}]})) == "Timeline: empty"


def test_a_long_track_is_told_in_short() -> None:
    """Six segments, and how many more."""
    many = {"t": [{"tt": 0, "sg": [{"d": 1000, "m": {"title": f"c{n}"}} for n in range(9)]}]}
    assert "c5 (5-6s) and 3 more (to 9s)" in summary(draft(many))


@requirement("STATE-4")
def test_what_was_added_removed_and_shortened_is_named() -> None:
    """Names, times, before and after."""
    after = {
        "t": [
            {
                "tt": 0,
                "sg": [
                    {"id": "a", "d": 6000, "m": {"title": "beach"}},
                    {"id": "c", "d": 1000, "m": {"title": "sea"}},
                ],
            },
            {"tt": 7, "sg": [{"id": "t", "d": 3000, "m": {"title": "Hello"}}]},
        ],
        "d": 7000,
        "m": {"width": 1080, "height": 1920},
    }
    before = {
        "t": [
            {
                "tt": 0,
                "sg": [
                    {"id": "a", "d": 10000, "m": {"title": "beach"}},
                    {"id": "b", "d": 2000, "m": {"title": "dog"}},
                ],
            }
        ],
        "d": 12000,
        "m": {"width": 1280, "height": 720},
    }
    assert difference(draft(before), draft(after)) == (
        "Picture 1280x720 → 1080x1920",
        "Clip 2 (dog) removed (was 10-12s)",
        "Clip 1 (beach) shortened 10 s → 6 s",
        "Clip 2 (sea) added at 6-7s",
        'Title "Hello" added at 0-3s',
        "Film 12 s → 7 s",
    )


@requirement("STATE-4")
def test_levels_and_order_are_compared() -> None:
    """Volume, mute, speed, fades, place, order."""
    one, two = {"id": "a", "d": 1000, "m": {"title": "one"}}, {"id": "b", "d": 1000, "m": {"title": "two"}}
    before = {"t": [{"tt": 0, "sg": [one, two]}]}
    after = {"t": [{"tt": 0, "sg": [two, one | {"vol": 50, "mute": True, "sp": 2, "fi": 500}]}]}
    said = difference(draft(before), draft(after))
    assert said == (
        "Clip 2 (one) volume 100% → 50%",
        "Clip 2 (one) speed 1x → 2x",
        "Clip 2 (one) muted",
        "Clip 2 (one) fade in 0 s → 0.5 s",
        "Clips are now in this order: two, one",
    )


SEGMENT = st.fixed_dictionaries(
    {
        "d": st.integers(0, 10**7),
        "m": st.dictionaries(st.sampled_from(["title", "x"]), st.text(max_size=8), max_size=2),
    },
    optional={
        "id": st.text(max_size=3),
        "st": st.integers(0, 10**7),
        "vol": st.integers(0, 400),
        "sp": st.floats(0.1, 10),
    },
)
DRAFTS = st.fixed_dictionaries(
    {
        "t": st.lists(
            st.fixed_dictionaries({"tt": st.integers(0, 9), "sg": st.lists(SEGMENT, max_size=3)}), max_size=4
        )
    }
)


@given(DRAFTS)
def test_a_draft_does_not_differ_from_itself(value: dict[str, Any]) -> None:
    """And its summary is one line."""
    assert difference(draft(value), draft(value)) == ()
    assert "\n" not in summary(draft(value))
