"""Where notes go: a tune's time in bars and beats, its chords in note numbers, and the hand that lays them down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from nemovideo_mcp.studio.music.loop import RATE, Loop, Wave
from nemovideo_mcp.studio.timeline.library import BEATS_IN_A_BAR, Tune

A4: Final = 69


def hertz(note: float) -> float:
    """The pitch of a note number (69 is A at 440 Hz)."""
    return float(440 * 2 ** ((note - A4) / 12))


@dataclass(frozen=True)
class Chord:
    """A bass note and the notes over it, by number."""

    bass: int
    notes: tuple[int, ...]


class Sheet:
    """One group of instruments of a tune; each has a loop of its own, so that it can have its own room."""

    def __init__(self, tune: Tune, swing: float = 0.0) -> None:
        """`swing` delays every second eighth, in shares of a beat."""
        self.tune, self._swing = tune, swing
        self.loop = Loop(round(tune.seconds * RATE))
        self._played: dict[tuple[Callable[[float, float], Wave], int, float], Wave] = {}

    @property
    def beat(self) -> float:
        """Seconds of a beat."""
        return 60 / self.tune.beats_per_minute

    def at(self, bar: int, beat: float) -> float:
        """Seconds from the start; eighths off the beat swing."""
        late = self._swing if beat % 1 >= 0.5 else 0.0
        return (bar * BEATS_IN_A_BAR + beat + late) * self.beat

    def lay(self, bar: int, beat: float, sound: Wave, gain: float, pan: float = 0.0) -> None:
        """A stroke."""
        self.loop.add(self.at(bar, beat), sound, gain, pan)

    def play(
        self,
        bar: int,
        beat: float,
        notes: Sequence[int],
        beats: float,
        voice: Callable[[float, float], Wave],
        gain: float,
    ) -> None:
        """Notes together, held for some beats, spread a little over the room, the lowest in its middle."""
        for number, note in enumerate(notes):
            side = (0.0, -0.35, 0.35, -0.2, 0.2, 0.0)[number % 6]
            sound = self._sound(voice, note, beats)
            self.loop.add(self.at(bar, beat) + 0.008 * number, sound, gain, side)

    def _sound(self, voice: Callable[[float, float], Wave], note: int, beats: float) -> Wave:
        """A tune plays the same few notes many times."""
        key = (voice, note, beats)
        if key not in self._played:
            self._played[key] = voice(hertz(note), beats * self.beat)
        return self._played[key]
