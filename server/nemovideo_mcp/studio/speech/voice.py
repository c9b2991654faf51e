"""What an engine that speaks is: text in, sound out, a sentence at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol, TypeAlias

import numpy as np

from nemovideo_mcp.studio.speech.errors import ModelError
from nemovideo_mcp.studio.timeline.voices import VOICES

Wave: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.float32]]"
RATE: Final = 24_000
_PAUSE_S: Final = 0.4
_SILENT: Final = 0.012
_LEAD, _TAIL, _SOFT = RATE // 40, RATE // 12, RATE // 100


class Speaker(Protocol):
    """An engine, loaded; it may speak with several voices."""

    def sentences(self, text: str) -> list[str]:
        """A text in the form in which each sentence is spoken (phonemes), in order; none when nothing of it can be."""

    def say(self, sentence: str, voice: str, speed: float) -> Wave:
        """One of these sentences at 24 kHz mono within ±1, by a voice's id; `speed` 1 is usual, more is faster."""


def load(engine: str, models: Path) -> Speaker:
    """An engine by its name, its files checked; `models` is where joined files are kept. ModelError, OSError."""
    if engine == "kokoro":
        from nemovideo_mcp.studio.speech.kokoro_voice import Kokoro

        return Kokoro(models)
    from nemovideo_mcp.studio.speech.hibari_voice import HibariVoice

    return HibariVoice()


def installed(voice: str) -> bool:
    """Whether everything this voice needs is there; its files are only checked when it speaks."""
    from nemovideo_mcp.studio.speech import hibari_voice, kokoro_voice

    known = VOICES[voice]
    if known.engine == "hibari":
        return hibari_voice.is_installed()
    return kokoro_voice.is_installed(known.language)


def spoken(speaker: Speaker, text: str, voice: str, speed: float) -> Iterator[tuple[float, Wave]]:
    """The sound of a text sentence by sentence, each with the share of the text (0 to 1) that is spoken by then.

    What an engine leaves silent around a sentence is cut off, and an even pause stands between two.
    """
    sentences = speaker.sentences(text)
    whole, done = sum(map(len, sentences)), 0
    for sentence in sentences:
        wave = _without_edges(speaker.say(sentence, voice, speed))
        pause = np.zeros(round(_PAUSE_S / speed * RATE) if done else 0, dtype=np.float32)
        done += len(sentence)
        yield done / whole, np.concatenate([pause, wave])


def _without_edges(wave: Wave) -> Wave:
    """Without the silence before and after; what is left begins and ends softly."""
    heard = np.flatnonzero(np.abs(wave) > _SILENT)
    if not len(heard):
        return wave[:0]
    wave = wave[max(0, heard[0] - _LEAD) : heard[-1] + _TAIL].copy()
    ramp = np.linspace(0, 1, min(_SOFT, len(wave)), dtype=np.float32)
    wave[: len(ramp)] *= ramp
    wave[len(wave) - len(ramp) :] *= ramp[::-1]
    return wave


def levelled(wave: Wave, level: float) -> Wave:
    """Louder by a factor; peaks that would not fit are bent, not cut."""
    bent: Wave = np.tanh(wave.astype(np.float32) * np.float32(level))
    return bent


def not_as_made(what: str) -> ModelError:
    """The refusal of files whose hash is another."""
    return ModelError(
        f"The files of {what} are not the ones this program was made for (a SHA-256 differs).",
        "Nothing was spoken. Install that package again.",
    )
