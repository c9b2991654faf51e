"""The mix is measured: what steps back, what is taken away, on which side it is, how loud the whole is."""

import numpy as np
import pytest

from nemovideo_mcp.studio.render.encode import encode
from nemovideo_mcp.studio.render.loudness import gain_for, measured
from nemovideo_mcp.studio.render.output import Output
from nemovideo_mcp.studio.render.plan import plan
from nemovideo_mcp.studio.timeline.edits_replacing import DetachSound, ReplaceSound
from nemovideo_mcp.studio.timeline.model import Project, Sound, Tone
from nemovideo_mcp.studio.timeline.time import from_ms
from studio import footage
from studio.footage import rms
from studio.render.conftest import Bench, film, part

SPOKEN = (
    "-f",
    "lavfi",
    "-i",
    "aevalsrc=0.25*sin(2*PI*220*t)*(0.6+0.4*sin(2*PI*4*t))*between(mod(t\\,4)\\,0\\,2):s=48000:d=8",
)
CLICK = ("-f", "lavfi", "-i", "aevalsrc=0.9*eq(n\\,24000):s=48000:d=1")


def decibels(level: float) -> float:
    """A level as dB of full scale."""
    return 20 * np.log10(max(level, 1e-9))


def band(sound: np.ndarray, low: float, high: float, start_s: float, end_s: float) -> float:
    """The level of a band of frequencies in a stretch, in dB."""
    stretch = sound[0, int(start_s * 48_000) : int(end_s * 48_000)]
    power = np.abs(np.fft.rfft(stretch)) ** 2
    hertz = np.fft.rfftfreq(len(stretch), 1 / 48_000)
    return 10 * np.log10(power[(hertz >= low) & (hertz < high)].sum() + 1e-12)


def laid(medium, **more) -> Sound:
    """A sound under the film from its start."""
    return Sound(id="s1", media=medium.id, at=0, start=0, end=medium.duration, **more)


def test_ducked_music_steps_back_while_the_clips_are_heard(bench: Bench) -> None:
    """Under speech it is at least 8 dB quieter than in the pauses, where it is as loud as it was."""
    speech = bench.make("speech.wav", *SPOKEN)
    music = bench.make("music.wav", "-f", "lavfi", "-i", "sine=f=3000:r=48000:d=8,volume=0.5")
    clips = (part("a", speech, 0, 8_000),)
    heard = {}
    for ducked in (False, True):
        project = film((speech, music), *clips, sounds=(laid(music, ducked=ducked),))
        sound = footage.samples(bench.render(project, format="wav"))
        heard[ducked] = [band(sound, 2_900, 3_100, at + 0.8, at + 1.7) for at in (0, 2, 4, 6)]
    assert [a - b for a, b in zip(heard[False], heard[True], strict=True)] == [
        pytest.approx(12, abs=4),
        pytest.approx(0, abs=1),
        pytest.approx(12, abs=4),
        pytest.approx(0, abs=1),
    ]


def test_muted_clips_do_not_push_the_music_back(bench: Bench) -> None:
    """What is not heard needs no room."""
    speech = bench.make("speech.wav", *SPOKEN)
    music = bench.make("music.wav", "-f", "lavfi", "-i", "sine=f=3000:r=48000:d=8,volume=0.5")
    project = film(
        (speech, music), part("a", speech, 0, 8_000, muted=True), sounds=(laid(music, ducked=True),)
    )
    sound = footage.samples(bench.render(project, format="wav"))
    assert rms(sound, 0.5, 1.8) == pytest.approx(rms(sound, 2.5, 3.8), rel=0.02)


@pytest.mark.parametrize(
    "tone",
    [
        Tone(denoise=12),
        Tone(equaliser="voice"),
        Tone(equaliser="bass"),
        Tone(pan=50),
        Tone(equaliser="treble"),
    ],
)
def test_a_toned_sound_stays_in_its_place(bench: Bench, tone: Tone) -> None:
    """A click at half a second is there to the sample."""
    click = bench.make("click.wav", *CLICK)
    sound = footage.samples(bench.render(film(click, part("a", click, 0, 1_000, tone=tone)), format="wav"))
    assert sound.shape[1] == 48_000
    assert int(np.abs(sound[1]).argmax()) == pytest.approx(24_000, abs=2)


def test_a_levelled_mix_stays_in_its_place(bench: Bench) -> None:
    """The limiter and its higher rate move nothing."""
    click = bench.make("click.wav", *CLICK)
    sound = footage.samples(bench.render(film(click, part("a", click, 0, 1_000), loudness=-14), format="wav"))
    assert sound.shape[1] == 48_000
    assert int(np.abs(sound[0]).argmax()) == pytest.approx(24_000, abs=1)


def test_noise_goes_and_the_voice_stays(bench: Bench) -> None:
    """Hiss between the tones loses 8 dB or more, the tone less than 1."""
    noisy = bench.make(
        "noisy.wav",
        "-f",
        "lavfi",
        "-i",
        "aevalsrc=0.3*sin(2*PI*440*t)*between(mod(t\\,2)\\,0\\,1)+0.01*(random(0)*2-1):s=48000:d=6",
    )
    plain, clean = (
        footage.samples(bench.render(film(noisy, part("a", noisy, 0, 6_000, tone=tone)), format="wav"))
        for tone in (Tone(), Tone(denoise=15))
    )
    assert decibels(rms(plain, 5.3, 5.8)) - decibels(rms(clean, 5.3, 5.8)) > 8
    assert decibels(rms(clean, 4.2, 4.8)) == pytest.approx(decibels(rms(plain, 4.2, 4.8)), abs=1)


def test_panned_sound_is_on_its_side(bench: Bench) -> None:
    """All on the left at -100, with the power it had; a little to the right at 30."""
    tone = bench.make("tone.wav", "-f", "lavfi", "-i", "aevalsrc=0.3*sin(2*PI*440*t):s=48000:d=2")
    clips = [
        part("a", tone, 0, 1_000, tone=Tone(pan=-100)),
        part("b", tone, 1_000, 2_000, tone=Tone(pan=30)),
    ]
    sound = footage.samples(bench.render(film(tone, *clips), format="wav"))
    level = 0.3 / 2**0.5
    assert rms(sound[:1], 0.2, 0.8) == pytest.approx(level * 2**0.5, rel=0.02)
    assert rms(sound[1:], 0.2, 0.8) < 0.001
    assert rms(sound[:1], 1.2, 1.8) < level < rms(sound[1:], 1.2, 1.8)


@pytest.mark.parametrize(
    ("preset", "louder", "steady"),
    [
        ("bass", (60, 120), (2_000, 4_000)),
        ("treble", (6_000, 12_000), (200, 800)),
        ("voice", (2_500, 3_500), (400, 700)),
    ],
)
def test_an_equaliser_lifts_its_band(bench: Bench, preset: str, louder: tuple, steady: tuple) -> None:
    """At least 3 dB more of it, and the rest as it was."""
    noise = bench.make("noise.wav", "-f", "lavfi", "-i", "anoisesrc=r=48000:a=0.1:seed=3:d=3")
    plain, shaped = (
        footage.samples(bench.render(film(noise, part("a", noise, 0, 3_000, tone=tone)), format="wav"))
        for tone in (Tone(), Tone(equaliser=preset))
    )
    assert band(shaped, *louder, 0.5, 2.5) - band(plain, *louder, 0.5, 2.5) > 3
    assert band(shaped, *steady, 0.5, 2.5) - band(plain, *steady, 0.5, 2.5) == pytest.approx(0, abs=1.5)


def levelled(bench: Bench, project: Project, format: str):
    """A film rendered at its loudness, and what was measured of it."""
    work = bench.work()
    gain = gain_for(project, bench.paths, work, cancelled=lambda: False)
    output = Output(resolution="source", format=format)
    planned = plan(project, output, bench.paths, work, gain_db=gain)
    target = work / "film.part"
    encode(planned, target, on_progress=lambda _: None, cancelled=lambda: False)
    return measured(target)


@pytest.mark.parametrize("source", [footage.EXAMPLE, footage.CHAPLIN], ids=lambda path: path.stem)
@pytest.mark.parametrize(("target", "format"), [(-14, "m4a"), (-23, "wav")])
def test_a_film_is_as_loud_as_asked(bench: Bench, source, target: int, format: str) -> None:
    """Within 1 LU of the target, and no true peak above -1 dB, after the coder too."""
    medium = bench.take(source)
    length = min(medium.duration, from_ms(30_000)) // from_ms(1_000) * 1_000
    got = levelled(bench, film(medium, part("a", medium, 0, length), loudness=target), format)
    assert got.lufs == pytest.approx(target, abs=1)
    assert got.peak <= -1


def test_a_peaky_sound_is_brought_up_too(bench: Bench) -> None:
    """Clicks over quiet noise: the limiter holds the peaks, the loudness is still met."""
    peaky = bench.make(
        "peaky.wav",
        "-f",
        "lavfi",
        "-i",
        "aevalsrc=0.02*(random(0)*2-1)+0.9*lt(mod(n\\,24000)\\,40):s=48000:d=10",
    )
    got = levelled(bench, film(peaky, part("a", peaky, 0, 10_000), loudness=-16), "wav")
    assert got.lufs == pytest.approx(-16, abs=1)
    assert got.peak <= -1


def test_silence_is_left_alone(bench: Bench) -> None:
    """There is nothing to bring up."""
    silent = bench.make("silent.wav", "-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo:d=2")
    got = levelled(bench, film(silent, part("a", silent, 0, 2_000), loudness=-14), "wav")
    assert got.lufs <= -69


def test_a_detached_sound_is_heard_as_it_was(bench: Bench) -> None:
    """Sample for sample, but for the few at its ends."""
    tone = bench.make(
        "tone.mov",
        *("-f", "lavfi", "-i", "testsrc2=s=64x36:r=30:d=4"),
        *SPOKEN,
        "-c:a",
        "pcm_s16le",
        "-f",
        "mov",
        "-shortest",
    )
    project = film(tone, part("c1", tone, 0, 1_500), part("c2", tone, 2_000, 3_500), serial=3)
    before = footage.samples(bench.render(project, format="wav"))
    after = footage.samples(bench.render(DetachSound(clip="c2").apply(project), format="wav"))
    assert after == pytest.approx(before, abs=2e-3)


def test_another_sound_is_heard_in_a_clips_place(bench: Bench) -> None:
    """The first clip as it was, the second with the other tone, to the frame."""
    low = bench.make("low.wav", "-f", "lavfi", "-i", "aevalsrc=0.3*sin(2*PI*300*t):s=48000:d=4")
    high = bench.make("high.wav", "-f", "lavfi", "-i", "aevalsrc=0.3*sin(2*PI*900*t):s=48000:d=9")
    project = film((low, high), part("c1", low, 0, 1_500), part("c2", low, 2_000, 3_500), serial=3)
    sound = footage.samples(bench.render(ReplaceSound(clip="c2", media=high.id).apply(project), format="wav"))
    assert sound.shape[1] == 3 * 48_000
    assert footage.pitch(sound, 0, 1.5) == pytest.approx(300, abs=2)
    assert footage.pitch(sound, 1.5, 3) == pytest.approx(900, abs=2)
