"""The default recogniser: Whisper through faster-whisper, on the processor, in 8-bit numbers."""

import re
from collections.abc import Iterable, Iterator
from math import exp
from pathlib import Path
from typing import Any, Final

from nemovideo_mcp.studio.speech.activity import spoken
from nemovideo_mcp.studio.speech.errors import ModelError
from nemovideo_mcp.studio.speech.recogniser import Guess, Phrase, Spoken
from nemovideo_mcp.studio.speech.sound import RATE, Samples

BEAM: Final = 5
_NO_SPEECH: Final = 0.5
_UNSURE: Final = -0.9
_BABBLE: Final = -1.6
_REPEATING: Final = 2.4
_BELIEVED: Final = -0.75
_SHORTEST_S: Final = 0.05
_FEW: Final = 0.2  # of the words may be as short as no word is
_ROOM: Final = RATE // 5
_TEMPERATURE: Final = 0.0  # nothing is tried at random: the same sound gives the same words
_PAUSES: Final = {
    "min_silence_duration_ms": 300,
    "speech_pad_ms": 200,
}  # tight pauses: fewer words invented in them
_PEAK: Final = 0.7
_HISS: Final = 0.002
_SAID: Final = re.compile(r"[^\W_]|[&%+=@#$€£]")  # marks alone are nothing that is said
_CHINESE_MARKS: Final = str.maketrans(",?!:;", "，？！：；")
_PROMPTED: Final = 6
_PROMPTS: Final = {"zh": "以下是普通话的句子，用简体中文写成，有标点。"}  # keeps the script from mixing


class Whisper:
    """One loaded model; a folder with weights in CTranslate2's form."""

    def __init__(self, folder: Path, name: str) -> None:
        """Loads it, which takes a second or two; ModelError when it is no such model. Asks no network for anything."""
        from faster_whisper import WhisperModel

        try:
            self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)
        except (RuntimeError, ValueError, OSError) as error:
            raise ModelError(
                f"The speech model in {folder} cannot be loaded.",
                "Install it again, or name another with --model.",
            ) from error
        self.name = name

    @property
    def english_only(self) -> bool:
        """Whether the model knows no other language."""
        return not self._model.model.is_multilingual

    def language_of(self, sound: Samples) -> Guess:
        """Which language is spoken in what is speech of it."""
        if self.english_only:
            return Guess("en", 1.0)
        language, confidence, _ = self._model.detect_language(
            sound, vad_filter=True, language_detection_segments=3
        )
        return Guess(language, float(confidence))

    def phrases(self, sound: Samples, language: str) -> Iterator[Phrase]:
        """What is said; stretches that are no speech, or that are guessed without any confidence, are left out."""
        even, done = _even(sound), 0.0
        looped = False
        for segment in self._segments(even, language, vad_filter=True, vad_parameters=_PAUSES):
            if _repeats(segment):
                looped = True
                continue
            if looped:
                yield from self._again(even, done, float(segment.start), language)
            looped, done = False, float(segment.end)
            yield from _phrases(segment, language)
        if looped:
            yield from self._again(even, done, len(sound) / RATE, language)

    def _again(self, sound: Samples, start_s: float, end_s: float, language: str) -> Iterator[Phrase]:
        """A stretch in which the same came over and over, heard again from pause to pause: who does say it over and over is
        believed, a model that went round in circles is not.
        """
        first = round(start_s * RATE)
        for start, end in spoken(sound[first : round(end_s * RATE)]):
            begin = max(first, first + start - _ROOM)
            for segment in self._segments(sound[begin : first + end + _ROOM], language):
                words = segment.words or ()
                short = sum(word.end - word.start < _SHORTEST_S for word in words)
                sensible = not _repeats(segment) or short <= len(words) * _FEW
                believed = sensible and segment.avg_logprob >= _BELIEVED
                yield from _phrases(segment, language, begin / RATE) if believed else (Phrase((), 0.0),)

    def _segments(self, sound: Samples, language: str, **more: Any) -> Iterable[Any]:
        found: Iterable[Any]
        found, _ = self._model.transcribe(
            sound,
            language=language,
            beam_size=BEAM,
            temperature=_TEMPERATURE,
            compression_ratio_threshold=_REPEATING,
            word_timestamps=True,
            condition_on_previous_text=False,
            initial_prompt=_PROMPTS.get(language),
            hotwords=_PROMPTS.get(
                language
            ),  # the prompt is heeded in the first half minute only, these always
            **more,
        )
        return found


def _phrases(segment: Any, language: str, later_s: float = 0.0) -> Iterator[Phrase]:
    """What the model made of a stretch, if there is anything in it; without words where it found no sense."""
    words = tuple(_spoken(word, language, later_s) for word in segment.words or () if _SAID.search(word.word))
    if segment.avg_logprob < _BABBLE:
        yield Phrase((), 0.0)
    elif words and not _invented(segment, language):
        yield Phrase(words, exp(segment.avg_logprob))


def _even(sound: Samples) -> Samples:
    """The sound as loud as the recordings the model knows, over a hiss of −54 dB: from utter silence it invents words."""
    import numpy as np

    loud = max(float(np.percentile(np.abs(sound[:: RATE // 4000]), 99.9)), 1e-4)
    hiss = np.random.default_rng(0).standard_normal(len(sound), dtype=np.float32)
    return (sound * np.float32(_PEAK / loud) + hiss * np.float32(_HISS)).astype(np.float32)


def _invented(segment: Any, language: str) -> bool:
    """Whether this is what the model says when nobody speaks: notes in brackets, its prompt, words it does not believe itself."""
    text = segment.text.strip()
    if text[:1] in "([♪*" and text[-1:] in ")]♪*.":
        return True
    if len(text) >= _PROMPTED and text.strip("。，") in _PROMPTS.get(language, ""):
        return True
    return bool(segment.no_speech_prob > _NO_SPEECH and segment.avg_logprob < _UNSURE)


def _repeats(segment: Any) -> bool:
    """Whether the same words come over and over."""
    return bool(segment.compression_ratio > _REPEATING)


def _spoken(word: Any, language: str, later_s: float) -> Spoken:
    text = word.word.translate(_CHINESE_MARKS) if language == "zh" else word.word
    return Spoken(
        text.strip(),
        float(word.start) + later_s,
        float(word.end) + later_s,
        float(word.probability),
        joined=not text[:1].isspace(),
    )
