"""A whole recording listened to: piece by piece, its words at the edges of what is heard, its language told."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol, TypeAlias

from nemovideo_mcp.studio.speech.activity import Span, spoken
from nemovideo_mcp.studio.speech.clamping import clamped
from nemovideo_mcp.studio.speech.recogniser import Guess, Phrase, Recogniser
from nemovideo_mcp.studio.speech.sound import RATE, Piece, Samples, pieces
from nemovideo_mcp.studio.timeline.transcript import Doubt, Transcript, Word

Heard: TypeAlias = Callable[[float], None]
FOREIGN: Final = 0.3
UNCERTAIN: Final = 0.45
_ENOUGH: Final = 3
_MUCH: Final = 3  # seconds of speech in which a word should have been found
_SURE_LANGUAGE: Final = 0.5


class Engines(Protocol):
    """The recognisers that are there."""

    def for_language(self, language: str) -> Recogniser:
        """The one to use for a language; "" when nobody said which."""

    def many(self) -> Recogniser | None:
        """One that knows more languages than English; None when none is installed."""


class Listening:
    """One recording on its way to a transcript."""

    def __init__(
        self, engines: Engines, language: str, heard: Heard, engine: Recogniser | None = None
    ) -> None:
        """`language` as in ISO 639-1, "" to find it out; `heard` is told up to where, in seconds, and may raise to stop.

        `engine` begins, where it is given; else the one for the language.
        """
        self._engines, self._heard = engines, heard
        self._engine = engine or engines.for_language(language)
        self._guess = Guess(language, 1.0) if language else None
        self._known = False  # whether the language was told by who knows more than one
        self._words: list[Word] = []
        self._sure: list[float] = []
        self._spoken = 0

    def listen(self, path: Path) -> Transcript:
        """Everything that is said in a file; no words where nobody speaks. BadMedia, ModelError, what `heard` raises.

        What is no English, whoever said it was, is heard again by who knows other languages, where that is installed.
        """
        told = self._listened(path)
        other = self._engines.many() if told.doubt and self._doubtful() else None
        return Listening(self._engines, "", self._heard, other).listen(path) if other else told

    def _listened(self, path: Path) -> Transcript:
        for piece in pieces(path):
            self._heard(piece.start / RATE)
            if spans := spoken(piece.sound):
                self._take(piece, spans)
            if self._foreign(_ENOUGH):
                break
        return self._result()

    def _take(self, piece: Piece, spans: Sequence[Span]) -> None:
        guess = self._guess = self._guess or self._language(piece.sound)
        self._spoken += sum(end - start for start, end in spans)
        found: list[Phrase] = []
        for phrase in self._engine.phrases(piece.sound, guess.language):
            found.append(phrase)
            self._sure.append(phrase.sure)
            self._heard(piece.start / RATE + (phrase.words[-1].end_s if phrase.words else 0.0))
            if self._foreign(_ENOUGH):
                break
        self._words += clamped([word for phrase in found for word in phrase.words], spans, piece.start)

    def _language(self, sound: Samples) -> Guess:
        """What is spoken; when that is plainly English, the engine for English goes on."""
        guess = self._engine.language_of(sound)
        if guess.confidence >= _SURE_LANGUAGE:
            self._known = not self._engine.english_only
            better = self._engines.for_language(guess.language)
            if guess.language == "en" or not better.english_only:
                self._engine = better
        return guess

    def _foreign(self, least: int) -> bool:
        """Whether a recogniser of English has found so little sense that this can hardly be English."""
        sure = sorted(self._sure)
        return self._doubtful() and len(sure) >= least and sure[len(sure) // 2] < FOREIGN

    def _doubtful(self) -> bool:
        """Whether it is only supposed that this is English."""
        return self._engine.english_only and not self._known

    def _result(self) -> Transcript:
        guess = self._guess or Guess("", 0.0)
        lost = self._doubtful() and not self._words and self._spoken >= _MUCH * RATE
        if lost or self._foreign(1):
            return Transcript(doubt="not_english")
        if not self._words:
            return Transcript()
        middle = sorted(self._sure)[len(self._sure) // 2]
        doubt: Doubt = "uncertain" if middle < UNCERTAIN else ""
        return Transcript(tuple(self._words), guess.language, round(guess.confidence * middle, 3), doubt)
