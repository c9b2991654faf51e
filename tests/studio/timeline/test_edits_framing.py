"""Edits of what a clip shows and where it stands: crops, places, slow moves, keyed colours, wipes and slides."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemovideo_mcp.studio.timeline.codec import from_draft, to_draft
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits import edit_from
from nemovideo_mcp.studio.timeline.edits_cutting import Split
from nemovideo_mcp.studio.timeline.edits_framing import Crop, KenBurns, Scale
from nemovideo_mcp.studio.timeline.edits_keying import ChromaKey
from nemovideo_mcp.studio.timeline.edits_overlay import AddOverlay, ChangeOverlay
from nemovideo_mcp.studio.timeline.edits_text import AddTitle, ChangeText
from nemovideo_mcp.studio.timeline.edits_transition import SetTransition
from nemovideo_mcp.studio.timeline.edits_turning import Flip, Rotate
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.invariants import broken
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Part, Project
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from nemovideo_mcp.wire.draft import Draft
from requirements import requirement


def film(media_id: str) -> Media:
    """Ten seconds, wide, 25 frames a second: whole milliseconds."""
    size = {"width": 1280, "height": 720, "fps": Fraction(25), "has_audio": True}
    return Media(id=media_id, name=f"{media_id}.mp4", kind=MediaKind.VIDEO, duration=from_ms(10_000), **size)


STILL = Media(id="card", name="card.png", kind=MediaKind.IMAGE, duration=0, width=1200, height=900)
LOGO = Media(id="logo", name="logo.png", kind=MediaKind.IMAGE, duration=0, width=400, height=200)
THREE = project_with_media(Project(), film("a"), film("b"), STILL)
LAID = AddOverlay(media="logo").apply(project_with_media(THREE, LOGO))


def parts(project: Project) -> list[Part | None]:
    """What of each clip is seen."""
    return [clip.treatment.part for clip in project.clips]


def test_a_crop_counts_within_an_earlier_one_only_when_it_says_so() -> None:
    """Half of the left half is a quarter; without `relative` it takes the other's place; all left out is the whole."""
    half = Crop(width=50, clips=("c1",)).apply(THREE)
    assert parts(half) == [Part(width=Fraction(1, 2)), None, None]
    again = Crop(x=50, relative=True, clips=("c1",)).apply(half)
    assert parts(again)[0] == Part(x=Fraction(1, 4), width=Fraction(1, 4))
    assert parts(Crop(x=50, clips=("c1",)).apply(half))[0] == Part(x=Fraction(1, 2), width=Fraction(1, 2))
    assert Crop(clips=("c1",)).apply(half) == THREE


def test_pixels_are_those_of_each_clip_as_it_stands() -> None:
    """640 of 1280 is half of a wide film; of one that is turned they count along its new width."""
    wide = Crop(x=320, width=640, unit="px", clips=("c1",)).apply(THREE)
    assert parts(wide)[0] == Part(x=Fraction(1, 4), width=Fraction(1, 2))
    turned = Crop(width=360, unit="px", clips=("c1",)).apply(Rotate(degrees=90, clips=("c1",)).apply(THREE))
    assert parts(turned)[0] == Part(width=Fraction(1, 2))


@given(st.lists(st.sampled_from([90, 180, 270, "horizontal", "vertical"]), max_size=6))
def test_turns_and_mirrors_taken_back_give_the_crop_back(ways: list[Any]) -> None:
    """A crop follows its picture around, and home again."""

    def edit(way: Any, back: int) -> Any:
        return (
            Flip(way=way, clips=("c1",))
            if isinstance(way, str)
            else Rotate(degrees=back * way, clips=("c1",))
        )

    first = Crop(x=10, y=20, width=30, height=40, clips=("c1",)).apply(THREE)
    project = first
    for way in ways:
        project = edit(way, 1).apply(project)
    for way in reversed(ways):
        project = edit(way, -1).apply(project)
    assert project == first


def test_a_slow_move_is_over_stills_and_goes_on_over_a_cut() -> None:
    """Without clips the stills get it; what is split moves on where the first part stopped; `none` takes it away."""
    moving = KenBurns().apply(THREE)
    assert [clip.treatment.motion is not None for clip in moving.clips] == [False, False, True]
    split = Split(at_ms=22_000).apply(moving)
    assert split.clips[2].treatment == split.clips[3].treatment
    assert KenBurns(way="none").apply(moving) == THREE
    films = project_with_media(Project(), film("a"), film("b"))
    assert all(clip.treatment.motion for clip in KenBurns().apply(films).clips)


@requirement("FLOW-1")
def test_a_keyed_clip_lies_over_the_one_before_it_with_its_sound() -> None:
    """It leaves the track; the film is shorter by it; its sound plays where it is seen."""
    after = ChromaKey(id="c2").apply(THREE)
    assert [clip.id for clip in after.clips] == ["c1", "c3"]
    overlay, sound = after.overlays[0], after.sounds[0]
    assert (overlay.key, overlay.size, to_ms(overlay.at), to_ms(overlay.duration)) == (
        "#00ff00",
        100,
        0,
        10_000,
    )
    assert (sound.media, sound.at, sound.role) == ("b", overlay.at, "sound")
    first = ChromaKey(id="c1", over="c3").apply(THREE)
    assert to_ms(first.overlays[0].at) == 10_000
    assert to_ms(first.overlays[0].duration) == 5000


def test_a_key_is_put_on_an_overlay_and_taken_off() -> None:
    """Nought of it is none."""
    name = LAID.overlays[0].id
    keyed = ChromaKey(id=name, color="#ffffff", amount=20).apply(LAID)
    assert (keyed.overlays[0].key, keyed.overlays[0].similarity) == ("#ffffff", 20)
    assert ChromaKey(id=name, amount=0).apply(keyed) == LAID


@pytest.mark.parametrize("kind", ["wipe", "slide"])
def test_wipes_and_slides_overlap_as_crossfades_do(kind: str) -> None:
    """A second each: 25 s become 23."""
    after = SetTransition(kind=kind, way="up", duration_ms=1000).apply(THREE)
    assert to_ms(after.duration) == 23_000
    assert after.clips[1].enters
    assert after.clips[1].enters.way == "up"


def test_a_named_place_takes_the_place_of_percents() -> None:
    """And percents that of a name, each on its own."""
    titled = AddTitle(text="Hi", x=20, y=80).apply(LAID)
    text, overlay = titled.texts[0].id, titled.overlays[0].id
    moved = ChangeOverlay(id=overlay, x=5).apply(ChangeText(id=text, place="top").apply(titled))
    assert (moved.texts[0].x, moved.texts[0].y) == (None, None)
    assert (moved.overlays[0].x, moved.overlays[0].y) == (5, None)
    assert ChangeOverlay(id=overlay, place="left").apply(moved).overlays[0].x is None


def test_an_outline_colour_alone_is_an_outline_that_is_seen() -> None:
    """Until its width is said."""
    red = AddTitle(text="Hi", outline_color="#ff0000").apply(THREE)
    assert red.texts[0].outline == 8
    name = red.texts[0].id
    thin = ChangeText(id=name, outline=3).apply(red)
    assert ChangeText(id=name, outline_color="#0000ff").apply(thin).texts[0].outline == 3


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        ({"op": "crop", "x": 60, "width": 50}, "picture of 1280×720"),
        ({"op": "crop", "x": 2000, "unit": "px"}, "at least 16 pixels"),
        ({"op": "crop", "width": 1}, "at least 16 pixels"),
        ({"op": "crop", "height": 0}, "does not fit"),
        ({"op": "scale", "percent": 150}, "5 to 100 %"),
        ({"op": "scale", "x": 101}, "0 to 100 %"),
        ({"op": "ken_burns", "percent": 100}, "101 to 300 %"),
        ({"op": "chroma_key", "id": "c1", "color": "green"}, "#rrggbb"),
        ({"op": "chroma_key", "id": "c1", "over": "c1"}, "same clip"),
        ({"op": "chroma_key", "id": "o99"}, "no overlay"),
        ({"op": "add_title", "text": "x", "outline": 30}, "0 to 20 %"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(edit: dict[str, object], words: str) -> None:
    """Nothing is changed."""
    with pytest.raises(EditError, match=words):
        edit_from(edit).apply(THREE)


IDS = st.sampled_from(["c1", "c2", "c3", "c4", "o4", "o5"])
NUMBER = st.integers(-5, 110)
FIELDS = {
    "crop": {"x": NUMBER, "y": NUMBER, "width": NUMBER, "height": NUMBER, "relative": st.booleans()},
    "scale": {"percent": NUMBER, "x": NUMBER, "y": NUMBER},
    "ken_burns": {"way": st.sampled_from(["in", "out", "up", "none"]), "percent": st.integers(90, 310)},
    "chroma_key": {"id": IDS, "amount": NUMBER, "over": st.none() | IDS},
    "transition": {"kind": st.sampled_from(["wipe", "slide"]), "way": st.sampled_from(["left", "down"])},
    "rotate": {"degrees": st.sampled_from([90, 180])},
    "split": {"at_ms": st.integers(0, 25_000)},
}
EDITS = st.one_of(
    [st.fixed_dictionaries({"op": st.just(op), **fields}) for op, fields in FIELDS.items()]
).map(edit_from)


@given(st.lists(EDITS, max_size=8))
@settings(max_examples=150, deadline=None)
def test_in_any_order_the_project_is_sound_and_its_draft_and_json_hold_it(edits: list[Any]) -> None:
    """What does not fit changes nothing; nothing but rounded milliseconds is lost over the wire."""
    project = LAID
    for edit in edits:
        try:
            project = edit.apply(project)
        except EditError:
            continue
        assert not broken(project), edit
    assert Project.model_validate_json(project.model_dump_json()) == project
    draft = to_draft(project, 1)
    back = from_draft(Draft.model_validate_json(draft.model_dump_json(by_alias=True)), project)
    assert to_draft(back, 1) == draft
    assert [clip.treatment.part for clip in back.clips] == parts(project)


def test_a_place_is_kept_when_only_the_size_changes() -> None:
    """What is left out stays."""
    placed = Scale(percent=50, x=0, y=100).apply(THREE)
    seen = Scale(percent=30).apply(placed).clips[0].treatment
    assert (seen.scale, seen.x, seen.y) == (30, 0, 100)
