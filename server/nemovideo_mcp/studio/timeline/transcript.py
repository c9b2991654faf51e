"""What is said, word by word with its times: of one medium, or of the film that its clips make."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from nemovideo_mcp.studio.timeline.model import Clip, Media, Project
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import Ticks, from_ms

Doubt: TypeAlias = Literal["", "not_english", "uncertain", "backwards"]
LONG_PAUSE: Final = from_ms(1500)
_SENTENCE_PAUSE: Final = from_ms(700)
_LONG_PARAGRAPH: Final = 400
SENTENCE_ENDS: Final = (".", "?", "!", "…", "。", "？", "！", '."', '?"', '!"', ".”", "?”", "!”", "。”")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its punctuation; times in ticks. `joined`: no space stands before it (Chinese, "-self")."""

    text: str
    start: Ticks
    end: Ticks
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """Words in order of time. `language` as in ISO 639-1, empty where nothing was said; `confidence` from 0 to 1.

    `doubt`: the recogniser knows English only, and this does not sound like it; or it was unsure throughout;
    or there are no words because the film plays backwards.
    """

    words: tuple[Word, ...] = ()
    language: str = ""
    confidence: float = 0.0
    doubt: Doubt = ""

    @property
    def text(self) -> str:
        """Everything said, in paragraphs parted by a blank line; a paragraph ends at a pause."""
        return "\n\n".join(joined(paragraph) for paragraph in paragraphs(self.words))


def joined(words: Iterable[Word]) -> str:
    """The words as one line of text."""
    return "".join(word.text if word.joined else f" {word.text}" for word in words).strip()


def paragraphs(words: tuple[Word, ...]) -> Iterator[list[Word]]:
    """The words, parted at long pauses, and in a long paragraph at the shorter ones between sentences."""
    current: list[Word] = []
    for word, following in pairwise((*words, None)):
        if word is None:
            continue
        current.append(word)
        if following is None or _parts(current, following):
            yield current
            current = []


def _parts(paragraph: list[Word], following: Word) -> bool:
    pause = following.start - paragraph[-1].end
    if not paragraph[-1].text.endswith(SENTENCE_ENDS):
        return pause >= 2 * LONG_PAUSE
    return pause >= LONG_PAUSE or (
        pause >= _SENTENCE_PAUSE and sum(len(word.text) + 1 for word in paragraph) >= _LONG_PARAGRAPH
    )


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is heard of a medium in the film, in ticks: its source from `start` to `end`, beginning at `at` in the film."""

    media: str
    start: Ticks
    end: Ticks
    at: Ticks
    speed: Fraction = Fraction(1)


def stretches(project: Project) -> list[Stretch]:
    """All in which somebody may be understood: not what is muted or music, nor what plays backwards."""
    found = [one for clip, at in placed(project.clips) if _heard(clip) for one in _of_clip(clip, at)]
    found += [
        Stretch(sound.media, sound.start, sound.end, sound.at)
        for sound in project.sounds
        if sound.role != "music" and not sound.muted and sound.volume
    ]
    return [one for one in found if project.medium(one.media).has_audio]


def _heard(clip: Clip) -> bool:
    return bool(clip.volume) and not clip.muted and not clip.backwards


def _of_clip(clip: Clip, at: Ticks) -> Iterator[Stretch]:
    """A clip's own sound, and that of what is seen beside it."""
    if clip.beside is None or clip.beside.own:
        yield Stretch(clip.media, clip.start, clip.end, at, clip.speed)
    for cell in clip.beside.cells if clip.beside else ():
        if cell.volume:
            yield Stretch(cell.media, clip.start + cell.offset, clip.end + cell.offset, at, clip.speed)


def spoken_media(project: Project) -> tuple[str, ...]:
    """The ids of the media whose words the film's transcript is made of, each once."""
    return tuple(dict.fromkeys(one.media for one in stretches(project)))


def waiting_medium(project: Project) -> Media | None:
    """What was brought last and can be heard, where nothing is on the timeline yet: a recording without a picture."""
    if project.clips or project.sounds:
        return None
    return next((medium for medium in reversed(project.media) if medium.has_audio), None)


def of_film(project: Project, heard: Mapping[str, Transcript]) -> Transcript:
    """What is said in the film as it is cut, ordered and sped up; `heard` by the ids of media."""
    words = [word for one in stretches(project) for word in _moved(heard[one.media], one)]
    end = project.duration
    kept = tuple(sorted((word for word in words if word.start < end), key=lambda word: word.start))
    sources = [heard[media] for media in spoken_media(project)]
    main = max(sources, key=lambda source: len(source.words), default=Transcript())
    doubts: list[Doubt] = [source.doubt for source in sources if source.doubt]
    if not kept and not doubts and any(clip.backwards and not clip.muted for clip in project.clips):
        doubts.append("backwards")
    return Transcript(
        kept, main.language if kept else "", main.confidence if kept else 0.0, doubts[0] if doubts else ""
    )


def _moved(heard: Transcript, of: Stretch) -> Iterator[Word]:
    """The words whose middle lies in the stretch, as times of the film."""
    for word in heard.words:
        if of.start <= (word.start + word.end) // 2 < of.end:
            first, last = max(word.start, of.start) - of.start, min(word.end, of.end) - of.start
            start, end = of.at + round(first / of.speed), of.at + round(last / of.speed)
            yield Word(word.text, start, end, word.joined)
