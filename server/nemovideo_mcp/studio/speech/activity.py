"""Where in a sound somebody speaks: Silero, as it comes with faster-whisper."""

from typing import Final, TypeAlias

from nemovideo_mcp.studio.speech.sound import Samples

Span: TypeAlias = tuple[int, int]
_SILENCE_MS: Final = 300
_PAD_MS: Final = 30


def spoken(sound: Samples) -> list[Span]:
    """The stretches of speech as numbers of samples, in order; their edges are some 20 to 40 ms off on average."""
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    options = VadOptions(min_silence_duration_ms=_SILENCE_MS, speech_pad_ms=_PAD_MS)
    return [(span["start"], span["end"]) for span in get_speech_timestamps(sound, options)]
