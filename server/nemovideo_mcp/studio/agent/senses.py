"""What the agent can ask of the studio about a medium; edits that depend on it get plain values and stay pure."""

from typing import Protocol

from nemovideo_mcp.studio.timeline.activity import Activity
from nemovideo_mcp.studio.timeline.model import Lut, Saying
from nemovideo_mcp.studio.timeline.time import Ticks
from nemovideo_mcp.studio.timeline.transcript import Transcript


class Voices(Protocol):
    """The studio's voices, each named by its id; what is said once is kept."""

    def installed(self, voice: str, /) -> bool:
        """Whether everything this voice needs is there."""

    def speak(self, saying: Saying, /) -> Ticks:
        """How long it takes to say this; it is said for that. Takes a while. LackError when the voice cannot be used."""

    def sample(self, saying: Saying, /) -> bytes:
        """The same as a small MP3; LackError."""


class Mute:
    """No studio is there to ask: nothing can be said."""

    def installed(self, _: str, /) -> bool:
        """None is."""
        return False

    def speak(self, _: Saying, /) -> Ticks:
        """Nothing, which takes no time."""
        return 0

    def sample(self, _: Saying, /) -> bytes:
        """Nothing."""
        return b""


class Senses(Protocol):
    """The studio's ears and voices; each medium is named by its id, and listened to once."""

    @property
    def voices(self) -> Voices:
        """What it can speak with."""

    def steadies(self) -> bool:
        """Whether shaky films can be held still on this computer."""

    def luts(self) -> tuple[Lut, ...]:
        """The colour tables that were sent, the last one last."""

    def activity(self, media_id: str, /) -> Activity | None:
        """How loud its sound is from moment to moment; None when it cannot be listened to."""

    def transcript(self, media_id: str, language: str = "", /) -> Transcript | None:
        """What is said in it; None when it cannot be listened to. `language` as in ISO 639-1, "" to find it out.

        Takes a while the first time. Raises LackError when the recogniser cannot be used.
        """


class Deaf:
    """No studio is there to ask: nothing can be heard, nor said."""

    voices: Voices = Mute()

    def steadies(self) -> bool:
        """Nothing says that they cannot."""
        return True

    def luts(self) -> tuple[Lut, ...]:
        """None."""
        return ()

    def activity(self, _: str, /) -> Activity | None:
        """Nothing."""
        return None

    def transcript(self, _: str, _language: str = "", /) -> Transcript | None:
        """Nothing."""
        return None
