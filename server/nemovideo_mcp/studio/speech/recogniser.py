"""What a recogniser of speech is: sound in, words with their times out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # numpy and av take a while to load, and nobody may ever speak
    from nemovideo_mcp.studio.speech.sound import Samples


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word as it was recognised: times in seconds of the sound, `sure` from 0 to 1."""

    text: str
    start_s: float
    end_s: float
    sure: float
    joined: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words recognised in one go; `sure` from 0 to 1 is how likely all of them are. Without words: no sense was found."""

    words: tuple[Spoken, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Guess:
    """A language, as in ISO 639-1, and how likely it is, from 0 to 1."""

    language: str
    confidence: float


class Recogniser(Protocol):
    """An engine with a model. Its methods take sound at 16 kHz mono, of some minutes at most."""

    @property
    def name(self) -> str:
        """What it is; results are kept under it, so it changes when the results would."""

    @property
    def english_only(self) -> bool:
        """Whether it knows no other language."""

    def language_of(self, sound: "Samples") -> Guess:
        """Which language is spoken."""

    def phrases(self, sound: "Samples", language: str) -> Iterator[Phrase]:
        """What is said, phrase by phrase as it is recognised; the caller may stop at any."""
