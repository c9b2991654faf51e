"""What makes a long film's edits quick is exact: lengths, and what is remembered of clips and projects."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.studio.timeline.codec import to_draft
from nemovideo_mcp.studio.timeline.edit import changed
from nemovideo_mcp.studio.timeline.model import Canvas, Clip, Media, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import from_frames, from_ms, played

FPS = Fraction(30000, 1001)
FILM = Media(id="film", name="film.mp4", kind=MediaKind.VIDEO, duration=from_ms(600_000), fps=FPS)
SPEEDS = st.fractions(min_value=Fraction(1, 10), max_value=10, max_denominator=1000)


@given(st.integers(0, 10**14), SPEEDS)
def test_a_clip_lasts_its_length_over_its_speed_to_the_nearest_tick(length: int, speed: Fraction) -> None:
    assert played(length, speed) == round(Fraction(length) / speed)


@given(st.integers(0, 10**7), st.fractions(min_value=1, max_value=240, max_denominator=1001))
def test_a_frame_begins_at_the_nearest_tick(frame: int, fps: Fraction) -> None:
    exact = Fraction(frame * 705_600_000) / fps
    assert abs(from_frames(frame, fps) - exact) <= Fraction(1, 2)


def film_of(count: int) -> Project:
    """A second of the film so many times."""
    clips = tuple(
        Clip(id=f"c{n}", media="film", start=from_ms(1000 * n), end=from_ms(1000 * n + 1000))
        for n in range(count)
    )
    return Project(
        canvas=Canvas(width=640, height=360, fps=FPS), media=(FILM,), clips=clips, serial=count + 1
    )


def anew(project: Project) -> Project:
    """The same project, of which nothing is remembered."""
    return Project.model_validate_json(project.model_dump_json())


@given(st.lists(st.tuples(st.sampled_from(["move", "mute", "drop", "slow"]), st.integers(0, 99)), max_size=8))
def test_a_remembered_draft_is_the_draft_made_anew(steps: list[tuple[str, int]]) -> None:
    project = film_of(6)
    for number, (what, which) in enumerate(steps):
        clips = list(project.clips)
        place = which % len(clips)
        if what == "move":
            clips.append(clips.pop(place))
        elif what == "mute":
            clips[place] = clips[place].model_copy(update={"muted": not clips[place].muted})
        elif what == "slow":
            clips[place] = clips[place].model_copy(update={"speed": Fraction(which + 1, 30)})
        elif len(clips) > 1:
            del clips[place]
        project = changed(project, clips=tuple(clips))
        assert project.duration == anew(project).duration
        assert to_draft(project, number).as_json() == to_draft(anew(project), number).as_json()


def test_a_draft_that_was_told_does_not_change_when_its_clips_move() -> None:
    """Segments are remembered by clip; an earlier draft keeps where they stood."""
    project = film_of(3)
    first = to_draft(project, 1)
    before = first.as_json()
    to_draft(changed(project, clips=project.clips[1:]), 2)
    assert first.as_json() == before


def test_what_an_edit_leaves_alone_stays_the_very_same() -> None:
    project = film_of(3)
    after = changed(project, name="other", clips=(*project.clips,))
    assert after.name == "other"
    assert after.clips is project.clips
