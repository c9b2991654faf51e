"""The voiceover on the timeline: where its takes stand, when they do not fit, what happens to other sound."""

from fractions import Fraction

import pytest

from nemovideo_mcp.studio.timeline.codec import from_draft, to_draft
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits_mixing import Duck
from nemovideo_mcp.studio.timeline.edits_sound import AddMusic, Mute, Volume
from nemovideo_mcp.studio.timeline.edits_voice import AddVoiceover, RemoveVoiceover, Take, voices_in
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project, Saying
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from requirements import requirement

FILM = Media(
    id="a",
    name="a.mp4",
    kind=MediaKind.VIDEO,
    duration=from_ms(60_000),
    fps=Fraction(25),
    width=640,
    height=360,
    has_audio=True,
)
ONE = project_with_media(Project(), FILM)


def take(ms: int, text: str = "Hello.", at_ms: int | None = None) -> Take:
    """Words that take so long to say."""
    return Take(saying=Saying(text=text, voice="heart"), duration=from_ms(ms), at_ms=at_ms)


def places(project: Project) -> list[int]:
    """When each piece of the voiceover begins, in ms."""
    return [to_ms(sound.at) for sound in voices_in(project)]


@requirement("VOX-3")
def test_paragraphs_are_spread_over_the_film_by_their_lengths() -> None:
    """Each begins where its share of the film does; a loudness is set unless there is one."""
    after = AddVoiceover(takes=(take(5000), take(10_000, "Two."), take(5000, "Three."))).apply(ONE)
    starts = places(after)
    assert starts == [200, pytest.approx(15_700, abs=300), pytest.approx(44_900, abs=500)]
    assert after.loudness == -14
    assert places(AddVoiceover(takes=(take(5000),), at_ms=7000).apply(ONE)) == [7000]


@requirement("VOX-3")
def test_cues_stand_at_their_times_and_a_late_one_is_at_most_a_little_late() -> None:
    """What overlaps by a moment waits for the one before."""
    assert places(AddVoiceover(takes=(take(2000, at_ms=1000), take(900, "B.", 2800))).apply(ONE)) == [
        1000,
        3080,
    ]


@requirement("VOX-3")
@pytest.mark.parametrize(
    ("takes", "problem", "over"),
    [
        ((take(70_000),), "script_too_long", "10.2 s"),
        ((take(5000, at_ms=1000), take(1000, "B.", 3000)), "cue_too_long", "3.1 s"),
        ((take(3000, at_ms=59_000),), "cue_after_end", "2 s"),
        ((), "no_script", None),
    ],
)
def test_what_does_not_fit_is_refused_with_by_how_much(
    takes: tuple[Take, ...], problem: str, over: str | None
) -> None:
    """Nothing is cut off in silence."""
    with pytest.raises(EditError) as refused:
        AddVoiceover(takes=takes).apply(ONE)
    assert refused.value.problem == problem
    assert refused.value.facts.get("over") == over


@requirement("VOX-1")
def test_without_a_picture_the_takes_follow_one_another() -> None:
    """A project of a voice alone is as long as the voice."""
    after = AddVoiceover(takes=(take(1000), take(2000, "Two."))).apply(Project())
    assert places(after) == [0, 1450]
    assert to_ms(after.duration) == 3450


def test_a_second_voiceover_takes_the_place_of_the_first_and_its_media() -> None:
    """And taking it away leaves the project as it was, the loudness of the mix aside."""
    first = AddVoiceover(takes=(take(1000), take(1000, "Old."))).apply(ONE)
    second = AddVoiceover(takes=(take(1000, "New."),), level=80).apply(first)
    assert [medium.name for medium in second.media] == ["a.mp4", "Heart: New."]
    assert [sound.volume for sound in second.sounds] == [80]
    gone = RemoveVoiceover().apply(second)
    assert (gone.media, gone.sounds, gone.clips) == (ONE.media, (), ONE.clips)
    with pytest.raises(EditError, match="no voiceover"):
        RemoveVoiceover().apply(gone)


def test_the_original_sound_can_be_changed_without_the_voice_and_the_voice_without_it() -> None:
    """Targets tell them apart; music is neither."""
    made = AddMusic(media="library:calm").apply(AddVoiceover(takes=(take(1000),)).apply(ONE))
    muted = Mute(target="clips").apply(made)
    assert [clip.muted for clip in muted.clips] == [True]
    assert [sound.muted for sound in muted.sounds] == [False, False]
    quiet = Volume(target="voice", percent=50).apply(made)
    assert {sound.role: sound.volume for sound in quiet.sounds} == {"voice": 50, "music": 35}
    assert quiet.clips == made.clips


def test_stepping_back_under_the_voice_can_be_turned_off_and_survives_the_wire() -> None:
    """`leads` is what makes the others step back."""
    made = AddVoiceover(takes=(take(1000),)).apply(ONE)
    assert made.sounds[0].leads
    assert from_draft(to_draft(made, 1), made).sounds[0].leads
    off = Duck(on=False).apply(made)
    assert not off.sounds[0].leads
    assert Duck().apply(off) == made


def test_the_same_words_twice_are_one_medium_as_long_as_the_longer() -> None:
    """And no take stands before the film, also where there is no picture."""
    after = AddVoiceover(takes=(take(2000), take(1000))).apply(Project())
    assert [to_ms(medium.duration) for medium in after.media] == [2000]
    with pytest.raises(EditError, match="negative"):
        AddVoiceover(takes=(take(2000),), at_ms=-1).apply(Project())
