"""The film sounds as the timeline says: loudness, speed, silence, mixture."""

from fractions import Fraction

import numpy as np
import pytest

from nemovideo_mcp.studio.timeline.model import Sound
from nemovideo_mcp.studio.timeline.time import from_ms
from studio import footage
from studio.footage import pitch, rms
from studio.render.conftest import Bench, film, part

TONE = ("-f", "lavfi", "-i", "aevalsrc=0.4*sin(2*PI*440*t):s=44100:d=6")
LEVEL = 0.4 / 2**0.5


def under(medium, at_ms: int, start_ms: int, end_ms: int, **more) -> Sound:
    return Sound(
        id="s", media=medium.id, at=from_ms(at_ms), start=from_ms(start_ms), end=from_ms(end_ms), **more
    )


def test_volume_and_mute_are_measured(bench: Bench) -> None:
    """A mono tone keeps its level at 100 %, halves at 50 %, is gone when muted."""
    tone = bench.make("tone.wav", *TONE)
    clips = [
        part("a", tone, 0, 1_000),
        part("b", tone, 1_000, 2_000, volume=50),
        part("c", tone, 2_000, 3_000, muted=True),
        part("d", tone, 3_000, 4_000, volume=0),
    ]
    heard = footage.samples(bench.render(film(tone, *clips), format="wav"))
    levels = [rms(heard, second + 0.1, second + 0.9) for second in range(4)]
    assert levels == pytest.approx([LEVEL, LEVEL / 2, 0, 0], abs=0.003)


@pytest.mark.parametrize("speed", ["1/10", "1/2", "5/4", "2", "10"])
def test_speed_keeps_the_pitch_and_the_length(bench: Bench, speed: str) -> None:
    """A tone at another speed fills its time and stays the same note."""
    tone = bench.make("tone.wav", *TONE)
    clip = part("a", tone, 0, 3_000 if Fraction(speed) > 1 else 600, speed=Fraction(speed))
    heard = footage.samples(bench.render(film(tone, clip), format="wav"))
    length = heard.shape[1] / 48_000
    assert length == pytest.approx(clip.duration / 705_600_000, abs=0.02)
    assert pitch(heard, length * 0.2, length * 0.9) == pytest.approx(440, abs=8)
    assert rms(heard, length * 0.2, length * 0.9) == pytest.approx(LEVEL, rel=0.1)


def test_picture_and_sound_speed_up_together(bench: Bench) -> None:
    """At double speed the film's frame n is the source's frame 2n."""
    counting = bench.make(
        "count.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x90:d=3:r=30", "-c:v", "libx264", "-qp", "10"
    )
    made = footage.pictures(
        bench.render(film(counting, part("a", counting, 1_000, 3_000, speed=Fraction(2)), size=(160, 90)))
    )
    source = footage.pictures(bench.paths[counting.id]).astype(int)
    assert len(made) == 30
    assert [int(np.abs(source - picture).mean(axis=(1, 2)).argmin()) for picture in made] == list(
        range(30, 90, 2)
    )


def test_a_clip_without_sound_is_silent_between_others(bench: Bench) -> None:
    """Silence stands in for a still and a silent video, and what follows is in place."""
    tone = bench.make("tone.wav", *TONE)
    still = bench.make("still.png", "-f", "lavfi", "-i", "color=red:s=64x36", "-frames:v", "1")
    mute = bench.make("mute.mp4", "-f", "lavfi", "-i", "color=red:s=64x36:d=1:r=30", "-c:v", "libx264")
    clips = [
        part("a", still, 0, 500),
        part("b", tone, 0, 500),
        part("c", mute, 0, 500),
        part("d", tone, 500, 1_000),
    ]
    heard = footage.samples(bench.render(film((tone, still, mute), *clips, size=(64, 36)), format="mp4"))
    levels = [rms(heard, start + 0.05, start + 0.45) for start in (0, 0.5, 1, 1.5)]
    assert levels == pytest.approx([0, LEVEL, 0, LEVEL], abs=0.01)


def test_music_lies_under_the_film(bench: Bench) -> None:
    """A looped sound starts at its place, repeats to the end at its level, and fades out."""
    tone = bench.make("tone.wav", *TONE)
    blank = bench.make("blank.mp4", "-f", "lavfi", "-i", "color=red:s=64x36:d=5:r=30", "-c:v", "libx264")
    music = under(tone, 1_000, 0, 700, loop=True, volume=50, fade_out=from_ms(1_000))
    project = film((tone, blank), part("a", blank, 0, 5_000), size=(64, 36), sounds=(music,))
    heard = footage.samples(bench.render(project, format="wav"))
    assert heard.shape[1] == 5 * 48_000
    assert rms(heard, 0, 0.99) < 0.001
    assert rms(heard, 1.05, 1.6) == pytest.approx(LEVEL / 2, rel=0.03)
    assert rms(heard, 3.2, 3.9) == pytest.approx(LEVEL / 2, rel=0.1)
    assert rms(heard, 4.45, 4.55) == pytest.approx(LEVEL / 4, rel=0.2)
    assert rms(heard, 4.95, 5) < 0.02


def test_loud_sounds_together_do_not_clip(bench: Bench) -> None:
    """Two full-scale sounds mixed stay within range, and neither is made quieter when alone."""
    loud = bench.make("loud.wav", "-f", "lavfi", "-i", "aevalsrc=0.9*sin(2*PI*300*t):s=48000:d=3")
    project = film(loud, part("a", loud, 0, 3_000), sounds=(under(loud, 1_500, 0, 1_000),))
    heard = footage.samples(bench.render(project, format="wav"))
    assert heard.shape[1] == 3 * 48_000
    assert np.abs(heard).max() <= 1.0
    assert rms(heard, 0.1, 1.4) == pytest.approx(0.9 / 2**0.5, rel=0.02)


def test_fades_are_heard(bench: Bench) -> None:
    """A clip's fade-in and the film's fade-out are in the sound as in the picture."""
    tone = bench.make("tone.wav", *TONE)
    project = film(tone, part("a", tone, 0, 4_000, fade_in=from_ms(1_000)), fade_out=from_ms(1_000))
    heard = footage.samples(bench.render(project, format="wav"))
    assert rms(heard, 0, 0.05) < 0.02
    assert rms(heard, 0.49, 0.51) == pytest.approx(LEVEL / 2, rel=0.1)
    assert rms(heard, 1.1, 2.9) == pytest.approx(LEVEL, rel=0.02)
    assert rms(heard, 3.49, 3.51) == pytest.approx(LEVEL / 2, rel=0.1)


def test_the_sound_of_a_clip_fades_alone(bench: Bench) -> None:
    """It falls away evenly to nothing at the clip's end; the next clip is as it was, and so is the picture."""
    clip = bench.make(
        "toned.mp4",
        *("-f", "lavfi", "-i", "color=white:s=64x36:d=4:r=30", *TONE, "-t", "4", "-c:v", "libx264"),
    )
    clips = [part("a", clip, 0, 2_000, sound_out=from_ms(1_000)), part("b", clip, 2_000, 4_000)]
    path = bench.render(film(clip, *clips, size=(64, 36), sound_in=from_ms(500)))
    heard = footage.samples(path)
    levels = [rms(heard, start, start + 0.1) for start in (0, 0.2, 0.7, 1.45, 1.88, 2.2)]
    assert levels == pytest.approx([LEVEL * share for share in (0.1, 0.5, 1, 0.5, 0.07, 1)], abs=0.03)
    assert footage.pictures(path).min() > 230
