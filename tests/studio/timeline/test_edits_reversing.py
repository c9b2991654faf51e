"""Edits that turn time around, put clips in, and fade sounds: to the frame, and back again."""

from fractions import Fraction
from typing import Any

import pytest

from nemovideo_mcp.studio.timeline.codec import from_draft, to_draft
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits import edit_from
from nemovideo_mcp.studio.timeline.edits_clips import AddClips
from nemovideo_mcp.studio.timeline.edits_cutting import CutOut, Speed, Split
from nemovideo_mcp.studio.timeline.edits_picture import FadeIn, FadeOut
from nemovideo_mcp.studio.timeline.edits_repeating import Freeze
from nemovideo_mcp.studio.timeline.edits_reversing import Reverse
from nemovideo_mcp.studio.timeline.edits_text import AddTitle
from nemovideo_mcp.studio.timeline.edits_transition import SetTransition
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms


def film(media_id: str, ms: int) -> Media:
    """A 720p file with sound."""
    size = {"width": 1280, "height": 720}
    about = {"kind": MediaKind.VIDEO, "duration": from_ms(ms), "fps": Fraction(30), "has_audio": True}
    return Media(id=media_id, name=f"{media_id}.mp4", **about, **size)


STILL = Media(id="card", name="card.png", kind=MediaKind.IMAGE, duration=0, width=800, height=600)
ONE = project_with_media(Project(), film("a", 40_000))
THREE = project_with_media(Project(), film("a", 10_000), film("b", 8_000), STILL)


def sources(project: Project) -> list[tuple[int, int, bool]]:
    """What each clip shows, in ms of its source, and whether backwards."""
    return [(to_ms(c.start), to_ms(c.end), c.backwards) for c in project.clips]


def test_the_film_backwards_is_its_clips_in_the_other_order() -> None:
    """A still stays a still, cuts keep their transitions, texts go with their clip, and it is its own undoing."""
    titled = AddTitle(text="on b", at_ms=11_000, duration_ms=1000).apply(SetTransition().apply(THREE))
    turned = Reverse().apply(titled)
    assert [(clip.media, clip.backwards) for clip in turned.clips] == [
        ("card", False),
        ("b", True),
        ("a", True),
    ]
    assert turned.duration == titled.duration
    assert [clip.enters is not None for clip in turned.clips] == [False, True, True]
    assert Reverse().apply(turned) == turned
    back = Reverse(on=False).apply(turned)
    assert (back.clips, back.duration) == (titled.clips, titled.duration)


def test_what_is_cut_from_a_backwards_clip_is_cut_where_it_is_seen() -> None:
    """Its first ten seconds are the last ten of the source; a split, a speed and a held frame keep to that."""
    turned = Reverse().apply(ONE)
    assert sources(CutOut(end_ms=10_000).apply(turned)) == [(0, 30_000, True)]
    assert sources(Split(at_ms=10_000).apply(turned)) == [(30_000, 40_000, True), (0, 30_000, True)]
    fast = Speed(factor=Fraction(2), start_ms=0, end_ms=10_000).apply(turned)
    assert sources(fast) == [(30_000, 40_000, True), (0, 30_000, True)]
    held = Freeze(at_ms=0, duration_ms=1000).apply(turned)
    assert to_ms(held.clips[0].end) == 40_000
    assert not held.clips[0].backwards


def test_a_range_backwards_leaves_the_rest() -> None:
    """Only what lies between the times is turned; the clips around it stay."""
    turned = Reverse(start_ms=5_000, end_ms=12_000).apply(THREE)
    assert sources(turned) == [
        (0, 5_000, False),
        (0, 2_000, True),
        (5_000, 10_000, True),
        (2_000, 8_000, False),
        (0, 5_000, False),
    ]
    assert turned.duration == THREE.duration


def test_a_file_goes_into_the_film_at_a_time() -> None:
    """The clip there is cut, what follows comes later, and a still is as long as was said."""
    after = AddClips(media=("card", "b"), at_ms=4_000, duration_ms=1500).apply(THREE)
    lengths = [(clip.media, to_ms(clip.duration)) for clip in after.clips]
    assert lengths[:4] == [("a", 4_000), ("card", 1_500), ("b", 8_000), ("a", 6_000)]
    with pytest.raises(EditError, match="Two clips are seen"):
        AddClips(media=("b",), at_ms=9_500).apply(SetTransition().apply(THREE))


def test_a_sound_fades_and_the_picture_does_not() -> None:
    """Of one clip or of all that is heard; it stays at its end when the clip is split, and the draft holds it."""
    faded = FadeOut(clip="c1", duration_ms=2000, sound=True).apply(
        FadeIn(sound=True, duration_ms=500).apply(THREE)
    )
    clip = faded.clips[0]
    assert (to_ms(clip.sound_out), clip.fade_out, to_ms(faded.sound_in), faded.fade_in) == (2000, 0, 500, 0)
    first, second, *_ = Split(at_ms=5_000).apply(faded).clips
    assert (first.sound_out, to_ms(second.sound_out)) == (0, 2000)
    turned = Reverse().apply(faded)
    assert from_draft(to_draft(turned, 1), THREE).model_copy(update={"serial": turned.serial}) == turned


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        ({"op": "reverse", "clips": ["c9"]}, "no clip c9"),
        ({"op": "reverse", "start_ms": 5_000, "end_ms": 1_000}, "backwards"),
        ({"op": "reverse", "start_ms": 99_000}, "outside"),
        ({"op": "add_clips", "media": ["b"], "at_ms": -1}, "negative"),
        ({"op": "add_clips", "media": ["b"], "at_ms": 90_000}, "outside"),
        ({"op": "add_clips", "media": ["b"], "duration_ms": 0}, "above zero"),
        ({"op": "fade_out", "clip": "c1", "duration_ms": 90_000, "sound": True}, "does not fit"),
    ],
)
def test_what_does_not_fit_says_why(edit: dict[str, Any], words: str) -> None:
    """Every refusal names what is wrong and what would fit."""
    with pytest.raises(EditError, match=words):
        edit_from(edit).apply(THREE)


def test_more_than_five_minutes_are_not_played_backwards() -> None:
    """The limit is named, and a part of it can be."""
    long = project_with_media(Project(), film("long", 400_000))
    with pytest.raises(EditError, match="5:00"):
        Reverse().apply(long)
    assert Reverse(start_ms=0, end_ms=60_000).apply(long).clips[0].backwards
