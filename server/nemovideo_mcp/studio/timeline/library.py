"""The music the studio makes itself: its styles, their length, and how one of them is a medium of a project."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from nemovideo_mcp.studio.timeline.card import PREFIX as CARD_PREFIX
from nemovideo_mcp.studio.timeline.model import Media, MediaKind
from nemovideo_mcp.studio.timeline.time import Ticks, from_seconds
from nemovideo_mcp.studio.timeline.voices import PREFIX as VOICE_PREFIX

PREFIX: Final = "library:"
BEATS_IN_A_BAR: Final = 4


@dataclass(frozen=True)
class Tune:
    """A piece in four-four time that ends where it begins; `beats_per_minute` make a whole number of samples."""

    style: str
    beats_per_minute: int
    bars: int

    @property
    def seconds(self) -> Fraction:
        """Exact length of one turn."""
        return Fraction(60 * BEATS_IN_A_BAR * self.bars, self.beats_per_minute)

    @property
    def duration(self) -> Ticks:
        """Length of one turn in ticks."""
        return from_seconds(self.seconds)


TUNES: Final[dict[str, Tune]] = {
    tune.style: tune
    for tune in (
        Tune("lo-fi", 75, 16),
        Tune("upbeat", 120, 24),
        Tune("calm", 64, 16),
        Tune("cinematic", 80, 24),
    )
}


def is_library(media_id: str) -> bool:
    """Whether a medium is one of the studio's own tunes."""
    return media_id.startswith(PREFIX)


def is_made(media_id: str) -> bool:
    """Whether a medium is a tune, a voice or a card the studio made, not a file that somebody uploaded."""
    return media_id.startswith((PREFIX, VOICE_PREFIX, CARD_PREFIX))


def tune_of(media_id: str) -> Tune:
    """The tune behind `library:<style>`; KeyError when there is none."""
    return TUNES[media_id.removeprefix(PREFIX)]


def library_medium(media_id: str) -> Media:
    """The tune as a medium with sound alone; KeyError when there is none of this id."""
    tune = tune_of(media_id)
    return Media(
        id=media_id,
        name=f"{tune.style} (built-in music)",
        kind=MediaKind.AUDIO,
        duration=tune.duration,
        has_audio=True,
    )
