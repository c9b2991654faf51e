"""Senses for tests of the agent: what was heard is said beforehand."""

from dataclasses import dataclass, field

from nemovideo_mcp.studio.agent.senses import Deaf, Mute, Voices
from nemovideo_mcp.studio.timeline.activity import Activity
from nemovideo_mcp.studio.timeline.model import Lut, Saying
from nemovideo_mcp.studio.timeline.time import Ticks, from_ms
from nemovideo_mcp.studio.timeline.transcript import Transcript, Word

TALK = (
    ("Hello.", 500, 900),
    ("This", 1500, 1700),
    ("is,", 1700, 1900),
    ("um,", 2000, 2300),
    ("a", 2400, 2450),
    ("banana.", 2450, 3000),
    ("香", 4000, 4200),
    ("蕉。", 4200, 4500),
    ("Banana.", 6000, 6500),
    ("Goodbye.", 6900, 7400),
)


def talk(*words: tuple[str, int, int]) -> Transcript:
    """A transcript of words with their times in ms; Chinese ones stand without spaces."""
    told = tuple(
        Word(text, from_ms(start), from_ms(end), not text[0].isascii()) for text, start, end in words
    )
    return Transcript(told, "en", 0.9)


class Voiced(Mute):
    """Every voice is there, and says a letter in sixty milliseconds, faster at a higher speed or tempo."""

    def installed(self, _: str, /) -> bool:
        """All of them."""
        return True

    def speak(self, saying: Saying, /) -> Ticks:
        """As long as the words are."""
        return round(from_ms(60 * len(saying.text)) / (saying.speed * saying.tempo))

    def sample(self, _: Saying, /) -> bytes:
        """Some sound."""
        return b"mp3"


class Talking(Deaf):
    """Nothing is heard, and everything can be said."""

    voices: Voices = Voiced()


@dataclass
class Heard(Deaf):
    """The same is heard in every medium."""

    voices = Voiced()

    levels: Activity
    words: Transcript = field(default_factory=lambda: talk(*TALK))

    def luts(self) -> tuple[Lut, ...]:
        """Two tables."""
        return (Lut(id="a" * 64, name="look.cube"), Lut(id="b" * 64, name="Teal & Orange.cube"))

    def activity(self, _: str, /) -> Activity:
        """What was said beforehand."""
        return self.levels

    def transcript(self, _: str, _language: str = "", /) -> Transcript:
        """What was said beforehand."""
        return self.words
