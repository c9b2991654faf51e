"""The voices the studio speaks with: their names, what they speak, and how what one said is a medium of a project."""

import hashlib
import json
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Saying
from nemovideo_mcp.studio.timeline.time import Ticks

Gender: TypeAlias = Literal["female", "male"]
PREFIX: Final = "voice:"
EDITION: Final = 1  # counts up when a voice sounds different, so that no old file is taken for the new one
EXTRA: Final = "nemovideo-mcp[voices]"
SLOWEST, FASTEST = 0.5, 2.0
_SHOWN: Final = 40


@dataclass(frozen=True)
class Voice:
    """One voice; `language` as in ISO 639-1, `engine` names what speaks with it, `extra` the package it comes with."""

    id: str
    name: str
    chinese: str
    language: str
    accent: str
    gender: Gender
    engine: Literal["hibari", "kokoro"]
    extra: str = ""


VOICES: Final[dict[str, Voice]] = {
    voice.id: voice
    for voice in (
        Voice("heart", "Heart", "Heart", "en", "American", "female", "hibari"),
        Voice("bella", "Bella", "Bella", "en", "American", "female", "kokoro", EXTRA),
        Voice("michael", "Michael", "Michael", "en", "American", "male", "kokoro", EXTRA),
        Voice("xiaoxiao", "Xiaoxiao", "晓晓", "zh", "Mandarin", "female", "kokoro", EXTRA),
        Voice("yunyang", "Yunyang", "云扬", "zh", "Mandarin", "male", "kokoro", EXTRA),
    )
}
USUAL: Final = "heart"


def is_voice(media_id: str) -> bool:
    """Whether a medium is something the studio said."""
    return media_id.startswith(PREFIX)


def media_id_of(saying: Saying) -> str:
    """The id of what is said so: the same words in the same voice at the same pace are the same medium."""
    facts = [EDITION, saying.voice, str(saying.speed), str(saying.tempo), saying.text]
    return PREFIX + hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:40]


def voice_medium(saying: Saying, duration: Ticks) -> Media:
    """What was said as a medium with sound alone, `duration` ticks long."""
    words = " ".join(saying.text.split())
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
    return Media(
        id=media_id_of(saying),
        name=f"{VOICES[saying.voice].name}: {shown}",
        kind=MediaKind.AUDIO,
        duration=duration,
        has_audio=True,
        saying=saying,
    )
