"""Edits of the picture: effects, turns, overlays and transitions, and what follows them."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemovideo_mcp.studio.timeline.codec import from_draft, to_draft
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits_clips import DeleteClips, SwapClips
from nemovideo_mcp.studio.timeline.edits_colour import RemoveEffects, SetEffect, amount_of
from nemovideo_mcp.studio.timeline.edits_cutting import CutOut, Keep, Speed, Split
from nemovideo_mcp.studio.timeline.edits_overlay import AddOverlay, ChangeOverlay, RemoveOverlays
from nemovideo_mcp.studio.timeline.edits_repeating import DuplicateClips, Freeze
from nemovideo_mcp.studio.timeline.edits_text import AddTitle
from nemovideo_mcp.studio.timeline.edits_transition import RemoveTransitions, SetTransition
from nemovideo_mcp.studio.timeline.edits_turning import Flip, Rotate, Zoom
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.invariants import broken
from nemovideo_mcp.studio.timeline.model import PLAIN, EffectKind, Media, MediaKind, Place, Project, starts
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from nemovideo_mcp.wire.draft import Draft
from requirements import requirement


def film(media_id: str, ms: int = 10_000) -> Media:
    """A wide film of 30 frames a second."""
    return Media(
        id=media_id,
        name=f"{media_id}.mp4",
        kind=MediaKind.VIDEO,
        duration=from_ms(ms),
        fps=Fraction(30),
        width=1280,
        height=720,
        has_audio=True,
    )


LOGO = Media(id="logo", name="logo.png", kind=MediaKind.IMAGE, duration=0, width=401, height=200)
THREE = project_with_media(Project(), film("a"), film("b"), film("c"))
CROSSED = SetTransition(duration_ms=1000).apply(THREE)


def begins(project: Project) -> list[int]:
    """Milliseconds at which each clip begins, and the film ends."""
    return [to_ms(at) for at in starts(project.clips)]


class TestEffects:
    """Effects are values of clips: set, added to, taken away."""

    def test_a_relative_amount_adds_to_what_there_is_and_stops_at_the_ends(self) -> None:
        """Brighter twice is twice as bright, never more than there is."""
        project = THREE
        for expected in (40, 80, 100):
            project = SetEffect(kind="brightness", amount=40, relative=True).apply(project)
            assert {amount_of(c.treatment, EffectKind.BRIGHTNESS) for c in project.clips} == {expected}

    def test_an_effect_of_a_range_is_only_on_that_range(self) -> None:
        """The clip is cut free, the rest stays as it was, nothing moves."""
        after = SetEffect(kind="blur", amount=30, start_ms=2000, end_ms=4000).apply(THREE)
        assert begins(after)[:4] == [0, 2000, 4000, 10_000]
        assert [bool(clip.treatment.effects) for clip in after.clips] == [False, True, False, False, False]

    def test_taking_effects_away_gives_the_plain_picture(self) -> None:
        """Of a kind, or all of them."""
        project = SetEffect(kind="vignette", amount=50).apply(SetEffect(kind="blur", amount=50).apply(THREE))
        left = RemoveEffects(kinds=("blur",)).apply(project)
        assert [e.kind for e in left.clips[0].treatment.effects] == [EffectKind.VIGNETTE]
        assert RemoveEffects().apply(project) == THREE

    @pytest.mark.parametrize(("kind", "amount"), [("blur", -5), ("brightness", 101), ("brightness", -101)])
    def test_an_amount_that_does_not_fit_is_refused(self, kind: str, amount: int) -> None:
        """With what would fit."""
        with pytest.raises(EditError, match="100 % do"):
            SetEffect(kind=kind, amount=amount).apply(THREE)


class TestTurning:
    """Turns and mirrors are of the picture as it is seen."""

    def test_turning_the_whole_film_turns_its_shape_and_back(self) -> None:
        """A quarter turn makes it upright; four of them are none."""
        project = Rotate(degrees=90).apply(THREE)
        assert project.canvas
        assert (project.canvas.width, project.canvas.height) == (720, 1280)
        for _ in range(3):
            project = Rotate(degrees=90).apply(project)
        assert project == THREE

    def test_turning_one_clip_leaves_the_shape(self) -> None:
        """The others are as they were."""
        after = Rotate(degrees=-90, clips=("c2",)).apply(THREE)
        assert [clip.treatment.turn for clip in after.clips] == [0, 270, 0]
        assert after.canvas == THREE.canvas

    def test_a_mirror_after_a_turn_is_left_for_right_as_seen(self) -> None:
        """After a quarter turn the source's other side is meant."""
        after = Flip(way="horizontal").apply(Rotate(degrees=90).apply(THREE))
        assert (after.clips[0].treatment.mirror, after.clips[0].treatment.flip) == (False, True)

    def test_what_does_not_fit_is_refused(self) -> None:
        """A turn by 45 degrees, a zoom below the whole picture."""
        for wrong in (Rotate(degrees=45), Rotate(degrees=0), Zoom(percent=50)):
            with pytest.raises(EditError):
                wrong.apply(THREE)


class TestTransitions:
    """Crossfades overlap clips; every sum follows."""

    @requirement("FLOW-1")
    def test_two_crossfades_of_a_second_make_28_of_30_seconds(self) -> None:
        """Clips begin a second earlier for each; the draft says so too."""
        assert begins(CROSSED) == [0, 9000, 18_000, 28_000]
        assert to_ms(CROSSED.duration) == 28_000
        draft = to_draft(CROSSED, 1)
        assert draft.duration == 28_000
        assert [segment.start for segment in draft.tracks[0].segments] == [0, 9000, 18_000]
        assert RemoveTransitions().apply(CROSSED) == THREE

    def test_a_dip_moves_nothing(self) -> None:
        """It only darkens."""
        after = SetTransition(kind="dip_black", clips=("c2",)).apply(THREE)
        assert begins(after) == begins(THREE)
        assert [bool(clip.enters) for clip in after.clips] == [False, True, False]

    def test_texts_follow_a_crossfade(self) -> None:
        """What stood on the third clip stands on it still."""
        project = AddTitle(text="x", at_ms=21_000).apply(THREE)
        assert to_ms(SetTransition(duration_ms=1000).apply(project).texts[0].at) == 19_000

    def test_a_cut_through_a_crossfade_leaves_what_is_left_of_it(self) -> None:
        """The film is shorter by exactly what was cut."""
        after = CutOut(start_ms=9500, end_ms=12_000).apply(CROSSED)
        assert to_ms(after.duration) == 25_500
        after = CutOut(start_ms=8000, end_ms=9500).apply(CROSSED)
        assert to_ms(after.duration) == 26_500
        assert not broken(after)

    def test_deleting_and_swapping_clips_keeps_the_sums(self) -> None:
        """A transition from a clip that is gone goes with it; the first clip has none."""
        after = DeleteClips(clips=("c2",)).apply(CROSSED)
        assert begins(after) == [0, 10_000, 20_000]
        swapped = SwapClips(first="c1", second="c3").apply(CROSSED)
        assert swapped.clips[0].enters is None
        assert begins(swapped) == [0, 9000, 19_000, 29_000]

    def test_a_faster_clip_keeps_its_crossfade(self) -> None:
        """Ten seconds at double speed are five, less the overlap."""
        assert begins(Speed(factor=Fraction(2), clips=("c2",)).apply(CROSSED)) == [0, 9000, 13_000, 23_000]

    def test_nothing_is_split_where_two_clips_are_seen(self) -> None:
        """A split inside a crossfade is refused, beside it done."""
        with pytest.raises(EditError):
            Split(at_ms=9500).apply(CROSSED)
        assert to_ms(Split(at_ms=5000).apply(CROSSED).duration) == 28_000

    @pytest.mark.parametrize("edit", [SetTransition(duration_ms=6000), SetTransition(duration_ms=0)])
    def test_a_length_that_does_not_fit_is_refused(self, edit: SetTransition) -> None:
        """Half a clip at most."""
        with pytest.raises(EditError, match="up to 5 s"):
            edit.apply(THREE)

    def test_one_clip_has_nothing_between(self) -> None:
        """Says so."""
        with pytest.raises(EditError, match="between two clips"):
            SetTransition().apply(project_with_media(Project(), film("a")))

    @given(st.integers(0, 27_900), st.integers(34, 20_000))
    @settings(max_examples=80, deadline=None)
    def test_any_cut_shortens_a_crossed_film_by_what_was_cut(self, start: int, length: int) -> None:
        """To within two frames, wherever the crossfades are."""
        edit = CutOut(start_ms=start, end_ms=min(start + length, 28_000))
        try:
            after = edit.apply(CROSSED)
        except EditError:
            return
        assert not broken(after)
        gone = to_ms(CROSSED.duration - after.duration)
        assert abs(gone - (min(start + length, 28_000) - start)) <= 67

    @given(st.integers(0, 20_000), st.integers(100, 8000))
    @settings(max_examples=50, deadline=None)
    def test_what_is_kept_is_as_long_as_it_was(self, start: int, length: int) -> None:
        """Keeping a range of a crossed film keeps just that."""
        after = Keep(start_ms=start, end_ms=start + length).apply(CROSSED)
        assert abs(to_ms(after.duration) - length) <= 67
        assert not broken(after)


class TestRepeating:
    """Copies and held frames are clips of their own."""

    def test_a_copy_stands_after_its_clip_and_the_rest_later(self) -> None:
        """Its sound and look with it, an id of its own."""
        after = DuplicateClips(clips=("c2",), times=2).apply(CROSSED)
        assert [clip.media for clip in after.clips] == ["a", "b", "b", "b", "c"]
        assert begins(after) == [0, 9000, 19_000, 29_000, 38_000, 48_000]
        assert not broken(after)

    def test_the_whole_film_again_comes_after_its_end(self) -> None:
        """Twice as long."""
        after = DuplicateClips().apply(THREE)
        assert [clip.media for clip in after.clips] == ["a", "b", "c"] * 2
        assert to_ms(after.duration) == 60_000

    @pytest.mark.parametrize(("at_ms", "count"), [(0, 4), (5000, 5), (10_000, 4), (30_000, 4)])
    def test_a_held_frame_lengthens_the_film_by_just_that(self, at_ms: int, count: int) -> None:
        """At the start, inside a clip, at a cut, at the end; silent, and texts behind it move."""
        project = AddTitle(text="x", at_ms=25_000, duration_ms=1000).apply(THREE)
        after = Freeze(at_ms=at_ms, duration_ms=2000).apply(project)
        assert (to_ms(after.duration), len(after.clips)) == (32_000, count)
        assert sum(clip.muted for clip in after.clips) == 1
        assert to_ms(after.texts[0].at) == (25_000 if at_ms == 30_000 else 27_000)
        assert not broken(after)

    def test_what_does_not_fit_is_refused(self) -> None:
        """No times at all, inside a crossfade, no length."""
        for edit in (DuplicateClips(times=0), Freeze(at_ms=9500), Freeze(at_ms=100, duration_ms=0)):
            with pytest.raises(EditError):
                edit.apply(CROSSED)


class TestOverlays:
    """A logo lies over the film and is not a part of it."""

    BRANDED = project_with_media(THREE, LOGO)

    def test_an_uploaded_logo_leaves_the_track_when_it_is_laid_over_the_film(self) -> None:
        """The film is what it was before the upload, the logo over all of it whatever is cut."""
        after = AddOverlay(media="logo").apply(self.BRANDED)
        assert after.clips == THREE.clips
        assert after.overlays[0].duration == THREE.duration
        shorter = CutOut(start_ms=0, end_ms=5000).apply(after)
        assert (shorter.overlays[0].at, to_ms(shorter.overlays[0].duration)) == (0, 25_000)

    def test_a_logo_that_came_first_does_not_size_the_film(self) -> None:
        """The canvas is the film's own."""
        after = AddOverlay(media="logo").apply(project_with_media(Project(), LOGO, film("a")))
        assert after.canvas
        assert (after.canvas.width, after.canvas.height) == (1280, 720)

    def test_a_timed_overlay_moves_with_the_picture(self) -> None:
        """As a text does."""
        after = AddOverlay(media="logo", at_ms=12_000, duration_ms=3000).apply(self.BRANDED)
        moved = CutOut(start_ms=0, end_ms=5000).apply(after).overlays[0]
        assert (to_ms(moved.at), to_ms(moved.duration)) == (7000, 3000)

    def test_changing_and_removing(self) -> None:
        """What is not named stays; removed is as if it had never been."""
        after = AddOverlay(media="logo", opacity=50).apply(self.BRANDED)
        overlay = after.overlays[0]
        changed = ChangeOverlay(id=overlay.id, place="bottom-left", size=30).apply(after).overlays[0]
        assert (changed.place, changed.size, changed.opacity) == (Place.BOTTOM_LEFT, 30, 50)
        assert RemoveOverlays(ids=(overlay.id,)).apply(after).overlays == ()

    def test_what_does_not_fit_is_refused(self) -> None:
        """Nothing under it, a share that is none, a file that is not there."""
        alone = project_with_media(Project(), LOGO)
        for edit, project in (
            (AddOverlay(media="logo"), alone),
            (AddOverlay(media="logo", size=0), self.BRANDED),
            (AddOverlay(media="logo", opacity=101), self.BRANDED),
            (AddOverlay(media="none"), self.BRANDED),
            (RemoveOverlays(ids=("o9",)), self.BRANDED),
        ):
            with pytest.raises(EditError):
                edit.apply(project)


def test_looks_overlays_and_transitions_survive_the_draft() -> None:
    """Through JSON and back, nothing is lost."""
    project = project_with_media(THREE, LOGO)
    for edit in (
        SetEffect(kind="temperature", amount=-40, clips=("c1",)),
        SetEffect(kind="blur", amount=20),
        Rotate(degrees=90, clips=("c2",)),
        Flip(way="vertical"),
        Zoom(percent=150, clips=("c3",)),
        AddOverlay(media="logo", place="bottom-right", at_ms=1000, duration_ms=2000, opacity=40),
        SetTransition(duration_ms=500),
        SetTransition(kind="dip_white", duration_ms=1000, clips=("c3",)),
    ):
        project = edit.apply(project)
    wire = to_draft(project, 3).model_dump_json(by_alias=True, exclude_unset=True)
    assert from_draft(Draft.model_validate_json(wire), project) == project
    assert THREE.clips[0].treatment == PLAIN
