"""The draft: what the wire says of a project, and back."""

from fractions import Fraction
from typing import Any

import pytest

from nemovideo_mcp.studio.timeline.codec import DraftError, from_draft, to_draft
from nemovideo_mcp.studio.timeline.edits_cutting import CutOut, Speed
from nemovideo_mcp.studio.timeline.edits_lut import ApplyLut
from nemovideo_mcp.studio.timeline.edits_picture import Aspect, FadeIn, FadeOut
from nemovideo_mcp.studio.timeline.edits_sound import AddMusic, Mute
from nemovideo_mcp.studio.timeline.edits_steadying import Stabilise
from nemovideo_mcp.studio.timeline.edits_text import AddTitle
from nemovideo_mcp.studio.timeline.edits_transition import SetTransition
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.invariants import broken
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import from_frames, from_ms
from nemovideo_mcp.wire.draft import Draft
from requirements import requirement

NTSC = Fraction(30000, 1001)


def film(media_id: str, ms: int, fps: Fraction = Fraction(30), **size: int) -> Media:
    """A video file with sound."""
    return Media(
        id=media_id,
        name=f"{media_id}.mp4",
        kind=MediaKind.VIDEO,
        duration=from_ms(ms),
        fps=fps,
        has_audio=True,
        **{"width": 1280, "height": 720} | size,
    )


SONG = Media(id="song", name="song.mp3", kind=MediaKind.AUDIO, duration=from_ms(20_000), has_audio=True)
STILL = Media(id="card", name="card.png", kind=MediaKind.IMAGE, duration=0, width=801, height=601)
THREE = project_with_media(Project(), film("a", 10_000), film("b", 8_000, Fraction(25)), STILL, SONG)


@requirement("STATE-2")
class TestCodec:
    """The draft says the project in the wire's keys, and is read back."""

    def test_the_keys_are_those_of_the_contract(self) -> None:
        """Type numbers, ms, and titles where a client looks for them."""
        project = FadeOut().apply(
            AddMusic(media="song").apply(AddTitle(text="Hi: 你好", place="top").apply(THREE))
        )
        draft = to_draft(project, 7).as_json()
        main, music, title = draft["t"]
        assert (draft["rev"], draft["d"], draft["m"]["fo"]) == (7, 23_000, 1000)
        assert [track["tt"] for track in draft["t"]] == [0, 1, 7]
        assert [s["m"]["title"] for s in main["sg"]] == ["a", "b", "card"]
        assert [(s["st"], s["d"]) for s in main["sg"]] == [(0, 10_000), (10_000, 8_000), (18_000, 5_000)]
        assert (music["role"], music["sg"][0]["vol"], music["sg"][0]["d"]) == ("music", 35, 23_000)
        assert (title["sg"][0]["m"]["title"], title["sg"][0]["pl"], title["sg"][0]["d"]) == (
            "Hi: 你好",
            "top",
            3000,
        )

    def test_a_project_on_whole_milliseconds_comes_back_as_it_went(self) -> None:
        """Through JSON text and back, nothing is lost."""
        project = THREE
        for edit in (
            CutOut(start_ms=2000, end_ms=4000),
            AddTitle(text="x", at_ms=1000, anchor=None, color="#ff0000", size=12),
            AddTitle(text="end", anchor="end"),
            AddMusic(media="song", level=20, fade_out_ms=500),
            Speed(factor=Fraction(2), clips=("c2",)),
            Mute(clips=("c1",)),
            Aspect(shape="4:5", fit="pad"),
            FadeIn(duration_ms=700),
            Stabilise(percent=80, clips=("c1",)),
            ApplyLut(id="d" * 64, name="look.cube"),
            ApplyLut(id="e" * 64, name="other look.cube", percent=40, clips=("c2",)),
        ):
            project = edit.apply(project)
        wire = to_draft(project, 3).model_dump_json(by_alias=True, exclude_unset=True)
        assert from_draft(Draft.model_validate_json(wire), project) == project

    def test_an_uncommon_rate_survives(self) -> None:
        """30000/1001 is read back as itself."""
        project = project_with_media(Project(), film("n", 10_010, NTSC))
        back = from_draft(to_draft(project, 1), project)
        assert back.canvas
        assert back.canvas.fps == NTSC

    @pytest.mark.parametrize("fps", [Fraction(30), NTSC, Fraction(24)])
    def test_times_that_are_no_whole_milliseconds_come_back_exactly(self, fps: Fraction) -> None:
        """A crossfade of two thirds of a second, cuts on thirds of one, a speed of 7/3: nothing is rounded away."""
        project = project_with_media(Project(), film("a", 10_000, fps), film("b", 8_000, fps), STILL, SONG)
        for edit in (
            SetTransition(duration_ms=667),
            CutOut(start_ms=3333, end_ms=4444),
            Speed(factor=Fraction(7, 3), clips=("c2",)),
            AddTitle(text="x", at_ms=1001, duration_ms=1717, anchor=None),
            FadeOut(duration_ms=1337),
        ):
            project = edit.apply(project)
        wire = to_draft(project, 3).model_dump_json(by_alias=True, exclude_unset=True)
        assert from_draft(Draft.model_validate_json(wire), project) == project

    def test_a_draft_that_was_changed_is_brought_onto_frames(self) -> None:
        """A client that sets a time between two frames, or leaves a clip out, is understood."""
        project = SetTransition(duration_ms=667).apply(THREE)
        value = to_draft(project, 1).as_json()
        main = value["t"][0]["sg"]
        main[0]["out"] = 5017
        del main[2]
        back = from_draft(Draft.model_validate(value), project)
        assert [clip.id for clip in back.clips] == ["c1", "c2"]
        assert broken(back) == ()
        assert back.clips[1] == project.clips[1]
        assert back.clips[0].duration == from_frames(150, Fraction(30)) + from_frames(1, Fraction(30))

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda d: d["t"][0]["sg"][0].update(src="unknown"),
            lambda d: d["t"][0]["sg"][0].update(out=99_000),
            lambda d: d["t"][0]["sg"][0].update({"in": 20_000}),
            lambda d: d["t"][0]["sg"][0].update(id=None),
            lambda d: d["t"][0]["sg"][1].update(id="c1"),
            lambda d: d["t"][0].update(tt=42),
            lambda d: d["t"][0]["sg"][0].update(vol=-3),
            lambda d: d["t"][0]["sg"][0].update(sp=0),
            lambda d: d["m"].update(width=3),
            lambda d: d["m"].update(width="wide"),
            lambda d: d["m"].update(fps=0),
            lambda d: d["m"].update(fi=90_000),
            lambda d: d["m"].update(fi="x"),
        ],
    )
    def test_a_spoiled_draft_is_refused(self, spoil: Any) -> None:
        """A draft that does not hold together is a DraftError, never a broken project."""
        value = to_draft(THREE, 1).as_json()
        spoil(value)
        with pytest.raises(DraftError):
            from_draft(Draft.model_validate(value), THREE)
