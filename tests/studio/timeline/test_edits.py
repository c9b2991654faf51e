"""Edits: what each does to the frame, and what stays true whatever is done in whatever order."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from nemovideo_mcp.studio.timeline.codec import to_draft
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits import EDITS, edit_from
from nemovideo_mcp.studio.timeline.edits_clips import AddClips, Clear, DeleteClips, MoveClip, StartOver
from nemovideo_mcp.studio.timeline.edits_cutting import CutOut, Keep, Speed, Split
from nemovideo_mcp.studio.timeline.edits_picture import Aspect, FadeIn, FadeOut, shaped
from nemovideo_mcp.studio.timeline.edits_sound import AddMusic, Mute, Volume
from nemovideo_mcp.studio.timeline.edits_text import AddTitle, ChangeText
from nemovideo_mcp.studio.timeline.edits_voice import Take
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.invariants import broken
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project, Saying, Sound
from nemovideo_mcp.studio.timeline.time import from_frames, from_ms, from_seconds, to_frames, to_ms

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
ONE = project_with_media(Project(), film("a", 42_400), SONG)
THREE = project_with_media(Project(), film("a", 10_000), film("b", 8_000, Fraction(25)), STILL, SONG)


def lengths(project: Project) -> list[int]:
    """Milliseconds of every clip."""
    return [to_ms(clip.duration) for clip in project.clips]


class TestUpload:
    """A file enters the project as its user expects."""

    def test_first_picture_sets_the_canvas_and_all_stand_in_upload_order(self) -> None:
        """Size and rate of the first, a still for five seconds, the song kept for later."""
        assert THREE.canvas
        assert (THREE.canvas.width, THREE.canvas.height, THREE.canvas.fps) == (1280, 720, 30)
        assert [clip.media for clip in THREE.clips] == ["a", "b", "card"]
        assert lengths(THREE) == [10_000, 8_000, 5_000]
        assert THREE.sounds == ()

    def test_an_odd_still_gives_an_even_canvas_at_thirty_frames(self) -> None:
        """801x601 becomes 800x600."""
        canvas = project_with_media(Project(), STILL).canvas
        assert canvas
        assert (canvas.width, canvas.height, canvas.fps) == (800, 600, 30)

    def test_a_sound_alone_can_be_edited_until_a_picture_comes(self) -> None:
        """Sound without any picture is on the timeline, and can be cut."""
        project = project_with_media(Project(), SONG)
        assert project.sounds[0].role == "sound"
        assert to_ms(CutOut(end_ms=5000).apply(project).duration) == 15_000

    def test_the_same_file_twice_is_one_clip(self) -> None:
        """A repeated upload changes nothing."""
        assert project_with_media(ONE, film("a", 42_400)) == ONE

    def test_a_length_rounded_by_its_container_keeps_its_last_frame(self) -> None:
        """301 NTSC frames said to be 10.043 s are 301 frames."""
        project = project_with_media(Project(), film("n", 10_043, NTSC))
        assert to_frames(project.duration, NTSC) == 301


class TestCutting:
    """Cuts fall on frames, and what was laid over the picture goes with it."""

    def test_a_cut_joins_what_stood_around_it(self) -> None:
        """The two clips meet where the middle was, each at its own place in the source."""
        after = CutOut(start_ms=10_000, end_ms=35_000).apply(ONE)
        assert [(to_ms(c.start), to_ms(c.end)) for c in after.clips] == [(0, 10_000), (35_000, 42_400)]
        assert len({clip.id for clip in after.clips}) == 2

    @given(st.integers(0, 40_000), st.integers(40, 40_000))
    @settings(max_examples=60, deadline=None)
    def test_cuts_fall_on_the_nearest_frame(self, start: int, length: int) -> None:
        """Any range in ms cuts whole NTSC frames, within half a frame of what was said."""
        project = project_with_media(Project(), film("n", 90_000, NTSC))
        after = CutOut(start_ms=start, end_ms=start + length).apply(project)
        cut = after.clips[0].end if start > 16 else after.clips[0].start
        assert cut == from_frames(to_frames(cut, NTSC), NTSC)
        assert abs(to_ms(project.duration - after.duration) - length) <= 34
        assert not broken(after)

    def test_hundreds_of_cuts_do_not_drift(self) -> None:
        """300 splits of NTSC film give the same frames in all, each clip beginning where the last ended."""
        project = project_with_media(Project(), film("n", 42_376, NTSC))
        after = project
        for frame in range(4, 1204, 4):
            after = Split(at_ms=to_ms(from_frames(frame, NTSC))).apply(after)
        assert len(after.clips) == 301
        assert after.duration == project.duration
        assert all(one.end == two.start for one, two in zip(after.clips, after.clips[1:], strict=False))

    def test_a_text_moves_with_the_picture_and_a_pinned_one_stays(self) -> None:
        """Cutting the head moves a text earlier, shortens one that it crosses, and leaves the title at the start."""
        project = AddTitle(text="later", at_ms=20_000, duration_ms=4000).apply(
            AddTitle(text="title").apply(ONE)
        )
        project = AddTitle(text="crossed", at_ms=9_000, duration_ms=4000).apply(project)
        after = CutOut(start_ms=0, end_ms=10_000).apply(project)
        assert [(t.text, to_ms(t.at), to_ms(t.duration)) for t in after.texts] == [
            ("title", 0, 3000),
            ("later", 10_000, 4000),
            ("crossed", 0, 3000),
        ]

    def test_a_text_on_what_is_cut_goes_and_one_past_the_end_is_shortened(self) -> None:
        """Nothing stands where there is no film."""
        project = AddTitle(text="gone", at_ms=20_000, duration_ms=4000).apply(ONE)
        project = AddTitle(text="end", anchor="end", duration_ms=4000).apply(project)
        after = Keep(end_ms=2000).apply(project)
        assert [(t.text, to_ms(t.at), to_ms(t.duration)) for t in after.texts] == [("end", 0, 2000)]

    def test_a_voice_is_cut_with_the_picture_and_music_plays_on(self) -> None:
        """The voice around the cut becomes two pieces that stay in sync; music still runs from 0."""
        voice = Sound(id="s90", media="song", at=from_ms(5000), start=0, end=from_ms(10_000), role="voice")
        project = AddMusic(media="a").apply(ONE)
        project = project.model_copy(update={"sounds": (*project.sounds, voice), "serial": 91})
        after = CutOut(start_ms=8000, end_ms=12_000).apply(project)
        assert [(s.role, to_ms(s.at), to_ms(s.start), to_ms(s.end)) for s in after.sounds] == [
            ("music", 0, 0, 42_400),
            ("voice", 5000, 0, 3000),
            ("voice", 8000, 7000, 10_000),
        ]

    def test_speed_takes_a_range_and_its_texts_with_it(self) -> None:
        """Ten seconds at double speed take five; a text after them comes five seconds earlier."""
        project = AddTitle(text="x", at_ms=30_000).apply(ONE)
        after = Speed(factor=Fraction(2), start_ms=10_000, end_ms=20_000).apply(project)
        assert lengths(after) == [10_000, 5000, 22_400]
        assert to_ms(after.texts[0].at) == 25_000

    def test_fades_of_a_clip_stay_at_its_outer_ends(self) -> None:
        """Split in two, the first half keeps the fade in and the second the fade out."""
        faded = FadeOut(clip="c1", duration_ms=500).apply(FadeIn(clip="c1", duration_ms=500).apply(ONE))
        first, second = Split(at_ms=10_000).apply(faded).clips
        assert (to_ms(first.fade_in), first.fade_out) == (500, 0)
        assert (second.fade_in, to_ms(second.fade_out)) == (0, 500)


class TestOrder:
    """Clips change places and texts go with them."""

    def test_a_text_goes_with_the_clip_it_begins_on(self) -> None:
        """The second clip comes first, and its text with it."""
        project = AddTitle(text="on b", at_ms=12_000, duration_ms=2000).apply(THREE)
        after = MoveClip(clip="c2", position=1).apply(project)
        assert [clip.media for clip in after.clips] == ["b", "a", "card"]
        assert to_ms(after.texts[0].at) == 2000

    def test_deleting_the_only_clip_is_refused(self) -> None:
        """An empty film is what "clear" is for."""
        with pytest.raises(EditError, match="nothing"):
            DeleteClips(clips=("c1",)).apply(ONE)

    def test_clearing_keeps_the_files_and_never_reuses_an_id(self) -> None:
        """Added again, the clip has a new id; starting over lays all of them out."""
        after = AddClips(media=("a",)).apply(Clear().apply(THREE))
        assert after.clips[0].id not in {clip.id for clip in THREE.clips}
        assert lengths(StartOver().apply(after)) == lengths(THREE)


class TestPictureAndSound:
    """Shapes are exact; levels are kept."""

    @given(st.integers(2, 4000), st.integers(2, 4000), st.sampled_from(["16:9", "9:16", "1:1", "4:5"]))
    def test_a_shape_is_exact_and_even(self, width: int, height: int, shape: Any) -> None:
        """Whatever the source, the canvas has exactly the ratio, in even pixels."""
        across, down = shaped(width, height, shape)
        one, two = (int(part) for part in shape.split(":"))
        assert across * two == down * one
        assert across % 2 == down % 2 == 0

    def test_a_common_size_keeps_its_short_side(self) -> None:
        """1280x720 made vertical is 720x1280."""
        canvas = Aspect(shape="9:16").apply(ONE).canvas
        assert canvas
        assert (canvas.width, canvas.height, canvas.fit) == (720, 1280, "pad")

    def test_the_volume_of_all_keeps_the_balance_and_is_the_same_said_twice(self) -> None:
        """Half of everything leaves the music as far under the voice as it was."""
        project = AddMusic(media="song").apply(ONE)
        once = Volume(percent=50).apply(project)
        assert [once.clips[0].volume, once.sounds[0].volume] == [50, 18]
        assert Volume(percent=50).apply(once) == once

    def test_six_decibels_are_twice_and_mute_keeps_the_level(self) -> None:
        """+6 dB is 200 %; muted, the level is still there."""
        assert Volume(db=6.02).apply(ONE).clips[0].volume == 200
        muted = Mute().apply(Volume(percent=60).apply(ONE)).clips[0]
        assert (muted.muted, muted.volume) == (True, 60)

    def test_new_music_replaces_the_old(self) -> None:
        """There is one bed of music."""
        after = AddMusic(media="a", level=10).apply(AddMusic(media="song").apply(ONE))
        assert [(s.media, s.volume, s.loop) for s in after.sounds] == [("a", 10, True)]


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        ({"op": "cut_out", "start_ms": -5, "end_ms": 100}, "negative"),
        ({"op": "cut_out", "start_ms": 5000, "end_ms": 1000}, "backwards"),
        ({"op": "cut_out", "start_ms": 0, "end_ms": 99_000}, "outside"),
        ({"op": "cut_out", "start_ms": 1000, "end_ms": 1001}, "not one frame"),
        ({"op": "cut_out"}, "leave nothing"),
        ({"op": "split", "at_ms": 0}, "already a cut"),
        ({"op": "speed", "factor": "100"}, "0.1x to 10x"),
        ({"op": "delete_clips", "clips": ["c9"]}, "no clip c9"),
        ({"op": "move_clip", "clip": "c1", "position": 7}, "no position 7"),
        ({"op": "swap_clips", "first": "c1", "second": "c1"}, "same clip"),
        ({"op": "reorder_clips", "clips": []}, "every clip once"),
        ({"op": "add_clips", "media": ["song"]}, "sound alone"),
        ({"op": "add_clips", "media": ["zzz"]}, "no uploaded file"),
        ({"op": "add_title", "text": " \n "}, "empty"),
        ({"op": "add_title", "text": "x" * 501}, "at most 500"),
        ({"op": "add_title", "text": "a\x07b"}, "control"),
        ({"op": "add_title", "text": "a", "color": "red"}, "#rrggbb"),
        ({"op": "add_title", "text": "a", "size": 0}, "1 to 50"),
        ({"op": "add_title", "text": "a", "duration_ms": 0}, "above zero"),
        ({"op": "add_title", "text": "a", "at_ms": 42_400}, "outside"),
        ({"op": "change_text", "id": "t1", "text": "a"}, "no text"),
        ({"op": "remove_text", "ids": ["t1"]}, "no text"),
        ({"op": "fade_in", "duration_ms": 90_000}, "does not fit"),
        ({"op": "fade_out", "music": True}, "no music"),
        ({"op": "volume", "percent": 900}, "0 to 400"),
        ({"op": "volume"}, "one of percent"),
        ({"op": "remove_music"}, "no music"),
        ({"op": "add_music", "media": "song", "level": -1}, "0 to 400"),
        ({"op": "rename", "name": "  "}, "1 to 100"),
    ],
)
def test_what_does_not_fit_says_why(edit: dict[str, Any], words: str) -> None:
    """Every refusal names what is wrong and what would fit."""
    with pytest.raises(EditError, match=words):
        edit_from(edit).apply(ONE)


def test_an_unknown_edit_is_not_read() -> None:
    """Operations are told by name, and extras are refused."""
    for wrong in ({"op": "explode"}, {"op": "keep", "start_s": 1}, {}):
        with pytest.raises(ValidationError):
            edit_from(wrong)


MS = st.integers(-500, 30_000)
IDS = st.sampled_from([f"c{n}" for n in range(1, 9)])
TEXT_IDS = st.sampled_from([f"{kind}{n}" for n in range(4, 9) for kind in "to"])
SEVERAL = st.lists(IDS, max_size=3).map(tuple)
CAPTIONS = st.fixed_dictionaries({"start_ms": MS, "end_ms": MS, "text": st.text(max_size=8)})
SUBTITLES = st.fixed_dictionaries({"start_ms": MS, "end_ms": MS, "words": st.lists(CAPTIONS, max_size=2)})
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "start_ms": st.none() | MS,
    "end_ms": st.none() | MS,
    "at_ms": st.none() | MS,
    "by_ms": st.integers(-60_000, 60_000),
    "duration_ms": st.none() | MS,
    "factor": st.sampled_from([Fraction(1, 2), Fraction(2), Fraction(7, 3), Fraction(37, 100)]),
    "clips": SEVERAL,
    "clip": IDS,
    "first": IDS,
    "second": IDS,
    "position": st.integers(0, 5),
    "media": st.sampled_from(
        ["a", "b", "card", "song", "library:calm", "library:none", ("a",), ("card", "b")]
    ),
    "text": st.none() | st.text(max_size=20),
    "id": st.one_of(TEXT_IDS, st.just("d" * 64)),
    "ids": st.lists(TEXT_IDS, max_size=2).map(tuple),
    "anchor": st.sampled_from([None, "start", "end"]),
    "shape": st.sampled_from(["16:9", "9:16", "1:1", "4:5"]),
    "percent": st.integers(-10, 450),
    "lufs": st.none() | st.integers(-45, 0),
    "preset": st.sampled_from(["", "voice", "bass", "treble"]),
    "on": st.booleans(),
    "ranges_ms": st.lists(st.tuples(MS, MS), max_size=3).map(tuple),
    "target": st.sampled_from(["all", "clips", "music", "voice"]),
    "takes": st.lists(
        st.builds(
            Take,
            saying=st.builds(Saying, text=st.sampled_from(["one", "two"]), voice=st.just("heart")),
            duration=st.integers(1, 40).map(lambda tenths: from_ms(100 * tenths)),
            at_ms=st.none() | MS.filter(lambda ms: ms >= 0),
        ),
        max_size=3,
    ).map(tuple),
    "music": st.booleans(),
    "sound": st.booleans(),
    "name": st.text(max_size=8),
    "relative": st.booleans(),
    "kind": st.sampled_from(
        ["crossfade", "wipe", "slide", "dip_white", "brightness", "blur", "black_and_white"]
    ),
    "amount": st.integers(-120, 120),
    "degrees": st.sampled_from([90, -90, 180, 270, 45]),
    "way": st.sampled_from(["horizontal", "vertical", "in", "left", "up", "none"]),
    "x": st.none() | st.integers(-5, 105),
    "y": st.none() | st.integers(-5, 105),
    "width": st.none() | st.integers(0, 110),
    "height": st.none() | st.integers(0, 110),
    "unit": st.sampled_from(["percent", "px"]),
    "outline": st.none() | st.integers(-1, 25),
    "outline_color": st.sampled_from([None, "#ff0000", "red"]),
    "over": st.none() | IDS,
    "times": st.integers(0, 3),
    "opacity": st.integers(0, 101),
    "words": st.text(max_size=8),
    "cues": st.lists(st.one_of(CAPTIONS, SUBTITLES), max_size=3),
    "keep": st.booleans(),
    "as_track": st.booleans(),
}


@st.composite
def any_edit(draw: st.DrawFn) -> Any:
    """An edit of any kind with values that may or may not fit, as JSON would bring it; None when it cannot be read."""
    kind = EDITS[draw(st.sampled_from(sorted(EDITS)))]
    given_values = {"op": kind.model_fields["op"].default}
    for name, described in kind.model_fields.items():
        if name in VALUES and (described.is_required() or draw(st.booleans())):
            given_values[name] = draw(VALUES[name])
    try:
        return edit_from(given_values)
    except ValidationError:
        return None


@given(st.lists(any_edit(), max_size=12), st.sampled_from([ONE, THREE, project_with_media(Project(), SONG)]))
@settings(max_examples=250, deadline=None)
def test_any_sequence_of_edits_keeps_the_invariants(edits: list[Any], project: Project) -> None:
    """Whatever is done in whatever order, the project is sound, ids never come back, JSON and the draft hold it."""
    first = project
    before = project.model_dump_json()
    for edit in edits:
        if edit is None:
            continue
        try:
            after = edit.apply(project)
        except EditError:
            continue
        assert not broken(after), edit
        assert after.serial >= project.serial
        project = after
    assert first.model_dump_json() == before
    assert Project.model_validate_json(project.model_dump_json()) == project
    assert to_draft(project, 1).duration == to_ms(project.duration)


def test_a_text_can_be_changed_in_every_respect() -> None:
    """Words, place, size, colour, time; what is not named stays."""
    project = AddTitle(text="a").apply(ONE)
    after = ChangeText(id="t2", text="b", size=12, color="#00ff00", at_ms=5000, duration_ms=1000).apply(
        project
    )
    text = after.texts[0]
    assert (text.text, text.size, text.color, to_ms(text.at), to_ms(text.duration)) == (
        "b",
        12,
        "#00ff00",
        5000,
        1000,
    )
    assert text.pinned is None
    assert text.place == project.texts[0].place


def test_a_still_is_as_long_as_it_is_said() -> None:
    """Five seconds unless cut; speed changes it as any clip."""
    project = project_with_media(Project(), STILL)
    assert project.duration == from_seconds(5)
    assert to_ms(Speed(factor=Fraction(2)).apply(project).duration) == 2500
