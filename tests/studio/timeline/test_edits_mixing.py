"""Edits of the mix, of silences and of parted sounds: what they do, what they refuse, and that the draft holds them."""

from typing import Any

import pytest

from nemovideo_mcp.studio.timeline.codec import from_draft, to_draft
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits import edit_from
from nemovideo_mcp.studio.timeline.edits_clips import Clear, StartOver
from nemovideo_mcp.studio.timeline.edits_cutting import Split
from nemovideo_mcp.studio.timeline.edits_mixing import Denoise, Duck, Equalise, Normalise, Pan
from nemovideo_mcp.studio.timeline.edits_replacing import DetachSound, ReplaceSound
from nemovideo_mcp.studio.timeline.edits_silence import RemoveSilence
from nemovideo_mcp.studio.timeline.edits_sound import AddMusic
from nemovideo_mcp.studio.timeline.invariants import broken
from nemovideo_mcp.studio.timeline.library import TUNES, library_medium
from nemovideo_mcp.studio.timeline.model import Project, Tone
from nemovideo_mcp.studio.timeline.time import to_ms, to_samples
from studio.timeline.test_edits import ONE, THREE

WITH_MUSIC = AddMusic(media="library:calm").apply(ONE)


def test_a_tune_of_the_library_is_a_medium_like_any_other() -> None:
    """It is known, looped under the film, whole in samples; emptying the timeline forgets it."""
    assert not broken(WITH_MUSIC)
    music = WITH_MUSIC.sounds[0]
    assert (music.media, music.loop, music.at, music.end) == (
        "library:calm",
        True,
        0,
        library_medium("library:calm").duration,
    )
    assert Clear().apply(WITH_MUSIC).media == ONE.media
    assert StartOver().apply(WITH_MUSIC).media == ONE.media
    for tune in TUNES.values():
        assert tune.seconds * 48_000 == to_samples(tune.duration)


def test_everything_about_a_sound_goes_over_the_wire_and_back() -> None:
    """Tone, ducking and loudness are in the draft, and are read from it again."""
    project: Project = WITH_MUSIC
    edits = [
        Duck(),
        Normalise(lufs=-16),
        Denoise(db=12, target="clips"),
        Pan(percent=-30),
        Equalise(preset="bass"),
    ]
    for edit in edits:
        project = edit.apply(project)
    assert project.sounds[0].ducked
    assert project.clips[0].tone == Tone(denoise=12, pan=-30, equaliser="bass")
    assert from_draft(to_draft(project, 1), project) == project


def test_the_parts_of_a_clip_keep_its_tone() -> None:
    """A cut changes nothing of the sound."""
    clips = Split(at_ms=5_000).apply(Denoise(db=9, target="clips").apply(ONE)).clips
    assert [clip.tone.denoise for clip in clips] == [9, 9]


def test_silences_are_cut_on_frames_and_the_rest_is_joined() -> None:
    """Three ranges out, all that is left in order."""
    after = RemoveSilence(ranges_ms=((0, 1_010), (5_000, 6_000), (41_990, 42_400))).apply(ONE)
    assert not broken(after)
    assert [(to_ms(clip.start), to_ms(clip.end)) for clip in after.clips] == [
        (1_000, 5_000),
        (6_000, 42_000),
    ]


def test_a_detached_sound_lies_where_it_was_heard() -> None:
    """The clip is silent, its sound under it: same place, same stretch, same level."""
    after = DetachSound(clip="c2").apply(THREE)
    sound = after.sounds[0]
    assert not broken(after)
    assert after.clips[1].muted
    assert (to_ms(sound.at), to_ms(sound.end - sound.start), sound.role) == (10_000, 8_000, "sound")


def test_another_sound_takes_a_clips_place_and_no_more() -> None:
    """A song of 20 s under a clip of 8 s is 8 s long."""
    after = ReplaceSound(clip="c2", media="song").apply(THREE)
    assert to_ms(after.sounds[0].end) == 8_000
    assert [clip.muted for clip in after.clips] == [False, True, False]


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        ({"op": "duck"}, "no music"),
        ({"op": "normalise", "lufs": 3}, "-40 to -5"),
        ({"op": "denoise", "db": 60}, "0 to 40"),
        ({"op": "pan", "percent": 130}, "-100"),
        ({"op": "equalise", "preset": "bass", "target": "music"}, "no music"),
        ({"op": "remove_silence", "ranges_ms": []}, "no silence"),
        ({"op": "remove_silence", "ranges_ms": [[5000, 9000], [8000, 9500]]}, "in order"),
        ({"op": "remove_silence", "ranges_ms": [[0, 42_400]]}, "nothing of the film"),
        ({"op": "detach_sound", "clip": "c9"}, "no clip c9"),
        ({"op": "replace_sound", "clip": "c1", "media": "nobody"}, "no uploaded file"),
        ({"op": "add_music", "media": "library:polka"}, "lo-fi, upbeat, calm, cinematic"),
    ],
)
def test_what_does_not_fit_says_what_would(edit: dict[str, Any], words: str) -> None:
    """Nothing is changed, and the sentence helps."""
    with pytest.raises(EditError, match=words):
        edit_from(edit).apply(ONE)
