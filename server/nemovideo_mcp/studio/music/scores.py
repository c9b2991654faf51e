"""The scores: what is played in each style, bar by bar."""

from collections.abc import Callable
from typing import Final

import numpy as np

from nemovideo_mcp.studio.music import instruments as play
from nemovideo_mcp.studio.music.loop import Loop, Wave, high_pass, low_pass
from nemovideo_mcp.studio.music.sheet import Chord, Sheet
from nemovideo_mcp.studio.timeline.library import Tune

# Dm9, G13, Cmaj9, Am9
_LO_FI: Final = (
    Chord(38, (53, 57, 60, 64)),
    Chord(43, (53, 57, 59, 64)),
    Chord(36, (52, 55, 59, 62)),
    Chord(45, (52, 55, 59, 60)),
)
_LO_FI_TUNE: Final = (
    ((0.5, 72), (1.5, 76), (2, 74)),
    ((0.5, 71), (2, 69), (3, 67)),
    ((1, 67), (1.5, 69), (2.5, 71)),
    ((0, 72), (1.5, 71), (2.5, 67)),
)
# G, D, Em, C
_UPBEAT: Final = (
    Chord(43, (55, 59, 62, 67)),
    Chord(38, (54, 57, 62, 66)),
    Chord(40, (55, 59, 64, 67)),
    Chord(36, (55, 60, 64, 67)),
)
_UPBEAT_TUNE: Final = (
    ((0, 79), (1, 78), (1.5, 79), (2.5, 83)),
    ((0, 81), (1.5, 78), (2.5, 74)),
    ((0, 76), (1, 79), (1.5, 78), (2.5, 76)),
    ((0, 74), (1, 76), (2, 79), (3, 78)),
)
# Fmaj9, Am7, Dm9, Bbmaj9
_CALM: Final = (
    Chord(41, (53, 57, 60, 64, 67)),
    Chord(45, (52, 57, 60, 64, 67)),
    Chord(38, (53, 57, 60, 65, 64)),
    Chord(46, (53, 57, 58, 62, 65)),
)
_CALM_TUNE: Final = (
    ((0, 72), (2, 76), (3, 79)),
    ((0, 76), (2.5, 72)),
    ((0, 74), (1.5, 77), (3, 76)),
    ((0, 72), (2, 69), (3, 70)),
)
# Dm, Bb, F, C, and a second half over Gm, Dm, A
_CINEMATIC: Final = (
    Chord(38, (50, 57, 62, 65)),
    Chord(34, (50, 58, 62, 65)),
    Chord(41, (53, 57, 60, 65)),
    Chord(36, (52, 55, 60, 64)),
    Chord(43, (50, 55, 58, 62)),
    Chord(38, (50, 53, 57, 62)),
    Chord(33, (49, 52, 57, 64)),
    Chord(33, (49, 52, 57, 61)),
)
_CINEMATIC_TUNE: Final = (74, 77, 72, 76, 74, 77, 76, 73)


def lo_fi(tune: Tune) -> Loop:
    """Jazz chords on an electric piano, a slow swung beat, a record's dust."""
    chords, rhythm = Sheet(tune, swing=0.12), Sheet(tune, swing=0.12)
    for bar in range(tune.bars):
        chord = _LO_FI[bar % 4]
        chords.play(bar, 0, chord.notes, 1.4, play.keys, 0.2)
        chords.play(bar, 2.5, chord.notes[1:], 1.3, play.keys, 0.13)
        rhythm.play(bar, 0, (chord.bass,), 1.6, play.bass, 0.24)
        rhythm.play(bar, 2.5, (chord.bass + (7 if bar % 2 else 0),), 1.2, play.bass, 0.18)
        if bar % 8 >= 4:
            for beat, note in _LO_FI_TUNE[bar % 4]:
                chords.play(bar, beat, (note,), 0.9, play.keys, 0.16)
        _lo_fi_drums(rhythm, bar)
    samples = chords.loop.wave.shape[1]
    dust = play.crackle(7, samples / 48_000)
    chords.loop.echo(1.1, seed=1)
    mixed = _mixed(chords, (0.0, low_pass(samples, 4_500)), rhythm, (0.0, low_pass(samples, 8_000)))
    mixed.add(0, dust, 0.55)
    return mixed


def _lo_fi_drums(sheet: Sheet, bar: int) -> None:
    for beat in (0, 2.5) if bar % 2 else (0, 1.75, 2.5):
        sheet.lay(bar, beat, play.kick(), 0.36)
    for beat in (1, 3):
        sheet.lay(bar, beat, play.snare(bar % 5), 0.21, 0.08)
    for eighth in range(8):
        sheet.lay(bar, eighth / 2, play.hat(20 + eighth), 0.1 if eighth % 2 else 0.16, -0.25)


def upbeat(tune: Tune) -> Loop:
    """Four bright chords, a steady beat, picked strings running over them."""
    chords, rhythm = Sheet(tune), Sheet(tune)
    for bar in range(tune.bars):
        chord, part = _UPBEAT[bar % 4], bar // 8
        for eighth in range(8):
            note = chord.notes[(0, 2, 1, 3, 2, 1, 3, 2)[eighth]] + 12
            chords.play(bar, eighth / 2, (note,), 0.5, play.pluck, 0.15 if eighth % 2 else 0.2)
            rhythm.play(bar, eighth / 2, (chord.bass + 12 * (eighth % 2),), 0.4, play.bass, 0.26)
        for beat in (0, 1.5, 3):
            chords.play(bar, beat, chord.notes, 0.9, play.piano, 0.12)
        if part != 1:
            for beat, note in _UPBEAT_TUNE[bar % 4]:
                chords.play(bar, beat, (note,), 0.9, play.bell if part else play.pluck, 0.17)
        _upbeat_drums(rhythm, bar, full=part != 1 or bar % 8 >= 4)
    samples = chords.loop.wave.shape[1]
    return _mixed(chords, (0.22, high_pass(samples, 90)), rhythm, (0.06, np.ones(samples // 2 + 1)))


def _upbeat_drums(sheet: Sheet, bar: int, *, full: bool) -> None:
    for beat in range(4):
        sheet.lay(bar, beat, play.kick(50), 0.5)
        sheet.lay(bar, beat + 0.5, play.hat(40 + beat, 0.08), 0.24, 0.2)
        if full and beat % 2:
            sheet.lay(bar, beat, play.clap(beat), 0.26)
    if bar % 8 == 7:
        for sixteenth in range(4):
            sheet.lay(bar, 3 + sixteenth / 4, play.snare(sixteenth), 0.1 + 0.04 * sixteenth)


def calm(tune: Tune) -> Loop:
    """Long strings, a slow piano, now and then a bell."""
    far, near = Sheet(tune), Sheet(tune)
    for bar in range(tune.bars):
        chord = _CALM[bar % 4]
        far.play(bar, 0, (chord.bass, *chord.notes), 4, play.strings, 0.07)
        near.play(bar, 0, (chord.bass,), 3.5, play.bass, 0.14)
        for number, note in enumerate((*chord.notes[:4], *chord.notes[2:0:-1])):
            near.play(bar, number * 0.5, (note,), 1.5, play.piano, 0.12)
        if bar % 8 >= 2:
            for beat, note in _CALM_TUNE[bar % 4]:
                near.play(bar, beat, (note,), 1.8, play.piano, 0.2)
        if bar % 4 == 3:
            far.play(bar, 2, (chord.notes[2] + 24,), 1, play.bell, 0.06)
    samples = far.loop.wave.shape[1]
    return _mixed(far, (0.5, low_pass(samples, 3_200)), near, (0.28, low_pass(samples, 6_000)))


def cinematic(tune: Tune) -> Loop:
    """Strings that grow from a few to many, low drums, a slow horn-like line on top."""
    bows, drums = Sheet(tune), Sheet(tune)
    for bar in range(tune.bars):
        chord, part = _CINEMATIC[bar % 8], bar // 8
        growth = (0.85, 1.0, 1.12)[part]
        bows.play(bar, 0, (chord.bass, *chord.notes), 4, play.strings, 0.075 * growth)
        for eighth in range(8):
            note = chord.notes[(0, 2, 1, 2, 3, 2, 1, 2)[eighth]] + 12
            stress = 0.11 if eighth % 4 == 0 else 0.07
            bows.play(bar, eighth / 2, (note,), 0.3, _short, stress * growth)
        if part:
            bows.play(
                bar, 0, (_CINEMATIC_TUNE[bar % 8], _CINEMATIC_TUNE[bar % 8] - 12), 3.8, _horn, 0.1 * growth
            )
        for beat in ((0,), (0, 2.5), (0, 1.5, 2.5, 3.5))[part]:
            drums.lay(bar, beat, play.drum(bar % 3), 0.4 if beat == 0 else 0.2)
    samples = bows.loop.wave.shape[1]
    return _mixed(bows, (0.4, low_pass(samples, 5_000)), drums, (0.35, low_pass(samples, 2_500)))


def _short(hertz: float, seconds: float) -> Wave:
    return play.strings(hertz, seconds, attack=0.02, release=0.18)


def _horn(hertz: float, seconds: float) -> Wave:
    return play.strings(hertz, seconds, attack=0.35, release=0.5)


def _mixed(
    first: Sheet, first_room: tuple[float, Wave], second: Sheet, second_room: tuple[float, Wave]
) -> Loop:
    """Two groups, each with its share of one hall and its colour."""
    mixed = Loop(first.loop.wave.shape[1])
    for sheet, (share, colour) in ((first, first_room), (second, second_room)):
        if share:
            hall = Loop(mixed.wave.shape[1])
            hall.mix(sheet.loop)
            hall.echo(2.4, seed=11)
            sheet.loop.mix(hall, share)
        sheet.loop.shape(colour)
        mixed.mix(sheet.loop)
    return mixed


SCORES: Final[dict[str, Callable[[Tune], Loop]]] = {
    "lo-fi": lo_fi,
    "upbeat": upbeat,
    "calm": calm,
    "cinematic": cinematic,
}
