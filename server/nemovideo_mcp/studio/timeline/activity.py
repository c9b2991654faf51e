"""How loud a medium's sound is from moment to moment, and where in it nothing is heard."""

from dataclasses import dataclass
from typing import Final

from nemovideo_mcp.studio.timeline.time import Ticks, from_ms

STEP_MS: Final = 10
_SILENT_DB: Final = -120
_UNDER_LOUD_DB: Final = 30
_OVER_NOISE_DB: Final = 6
_LEAST_UNDER_DB: Final = 12


@dataclass(frozen=True)
class Activity:
    """`levels`: a byte for every 10 ms, how many dB below full scale the sound is then (120: nothing at all)."""

    levels: bytes

    def threshold_db(self) -> int:
        """Below this level nothing is said: well under what is loud here, and above the noise there always is."""
        heard = sorted(-level for level in self.levels if level < -_SILENT_DB)
        if not heard:
            return _SILENT_DB + 1
        loud, noise = heard[len(heard) * 95 // 100], heard[len(heard) // 10]
        return min(max(loud - _UNDER_LOUD_DB, noise + _OVER_NOISE_DB), loud - _LEAST_UNDER_DB)

    def quiet(self, start: Ticks, end: Ticks, threshold_db: float) -> list[tuple[Ticks, Ticks]]:
        """Stretches of the source between two times in which every step is below the threshold, in order."""
        step = from_ms(STEP_MS)
        found: list[tuple[Ticks, Ticks]] = []
        for index in range(start // step, -(-end // step)):
            if index < len(self.levels) and -self.levels[index] >= threshold_db:
                continue
            first, last = max(index * step, start), min((index + 1) * step, end)
            if found and found[-1][1] == first:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return found
