"""A script on its way to the timeline: read, spoken, and gently fitted to the film."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from nemovideo_mcp.studio.agent.row import Found, LackError
from nemovideo_mcp.studio.agent.voices import voice_for
from nemovideo_mcp.studio.timeline.edit import Edit, EditError
from nemovideo_mcp.studio.timeline.edits_repeating import Freeze
from nemovideo_mcp.studio.timeline.edits_voice import (
    FITS,
    PAUSE,
    AddVoiceover,
    Take,
    needed,
    placed_takes,
    room,
    slots,
    voices_in,
    without_voice,
)
from nemovideo_mcp.studio.timeline.model import Project, Saying
from nemovideo_mcp.studio.timeline.script import MOST_BYTES, Line, ScriptError, read_script
from nemovideo_mcp.studio.timeline.time import Ticks, from_ms, to_ms
from nemovideo_mcp.studio.timeline.transcript import (
    SENTENCE_ENDS,
    Transcript,
    Word,
    joined,
    of_film,
    spoken_media,
)

_CLOSE: Final = Fraction(1001, 1000)
_SENTENCE_PAUSE: Final = from_ms(600)
_AFTER: Final = from_ms(200)


def lines_of(words: str) -> tuple[Line, ...]:
    """The lines of a script; EditError when it cannot be read, is too long, or holds no words."""
    size = len(words.encode())
    if size > MOST_BYTES:
        raise EditError("long_voice_script", size=-(-size // 1000), limit=MOST_BYTES // 1000)
    try:
        lines = read_script(words)
    except ScriptError as error:
        raise EditError(error.problem, **error.facts) from error
    lines = tuple(line for line in lines if any(map(str.isalnum, line.text)))
    if not lines:
        raise EditError("no_script")
    return lines


def fitted(
    found: Found, lines: Sequence[Line], voice: str, speed: Fraction, at_ms: int | None
) -> tuple[Take, ...]:
    """The lines spoken, faster by up to 15 % where they would not fit otherwise."""
    takes = [
        _spoken(found, Saying(text=line.text, voice=voice, speed=speed), line.start_ms) for line in lines
    ]
    if not all(take.duration for take in takes):
        raise LackError("no_voice_here")
    return _fitted(found, takes, at_ms)


def _spoken(found: Found, saying: Saying, at_ms: int | None) -> Take:
    return Take(saying=saying, duration=found.senses.voices.speak(saying), at_ms=at_ms)


def _fitted(found: Found, takes: list[Take], at_ms: int | None) -> tuple[Take, ...]:
    project = without_voice(found.project)
    if found.has("EXTENDLAST"):
        return tuple(takes)
    if any(take.at_ms is not None for take in takes):
        limits = slots(project, takes)
    else:
        start, end = room(project, at_ms)
        limits = _even(takes, None if end is None else end - start)
    return tuple(_faster(found, take, most) for take, most in zip(takes, limits, strict=True))


def _even(takes: Sequence[Take], free: Ticks | None) -> list[Ticks | None]:
    """All of them shorter by the same factor, pauses left as they are."""
    if free is None or needed(takes) <= free:
        return [None] * len(takes)
    pauses = PAUSE * (len(takes) - 1)
    share = Fraction(free - pauses, needed(takes) - pauses)
    return [int(take.duration * share) for take in takes]


def _faster(found: Found, take: Take, most: Ticks | None) -> Take:
    """The take at the tempo that makes it fit, if that is within 15 %; as it is where that would not help."""
    if most is None or take.duration <= most or most <= 0:
        return take
    tempo = Fraction(take.duration, most) * _CLOSE
    if take.at_ms is not None:
        tempo = min(tempo, FITS)
    if tempo > FITS:
        return take
    return _spoken(found, take.saying.model_copy(update={"tempo": tempo.limit_denominator(1000)}), take.at_ms)


def extension(found: Found, takes: Sequence[Take], at_ms: int | None) -> Sequence[Edit]:
    """The last frame held for as long as the voice goes on, where that was asked for and is needed."""
    project = without_voice(found.project)
    if not found.has("EXTENDLAST") or not project.clips:
        return []
    start, end = room(project, at_ms)
    free = from_ms(at_ms or 0) if at_ms is not None else start
    timed = any(take.at_ms is not None for take in takes)
    last = max(_ends(takes)) if timed else free + needed(takes)
    over = last + _AFTER - (end or 0)
    return [Freeze(at_ms=to_ms(project.duration), duration_ms=max(1, to_ms(over)))] if over > 0 else []


def _ends(takes: Sequence[Take]) -> list[Ticks]:
    ends: list[Ticks] = []
    free = 0
    for take in takes:
        at = max(free, free if take.at_ms is None else from_ms(take.at_ms))
        free = at + take.duration
        ends.append(free)
    return ends


def retaken(found: Found, speed_of: Callable[[Found, Fraction], Fraction]) -> AddVoiceover:
    """The voiceover said again in another voice or pace: where it was as far as it fits, else spread anew."""
    sounds = voices_in(found.project)
    said = [(sound, found.project.medium(sound.media).saying) for sound in sounds]
    kept = [(sound, saying) for sound, saying in said if saying is not None]
    if not kept:
        raise EditError("no_voiceover")
    first = kept[0][1]
    voice = voice_for(found, "\n".join(saying.text for _, saying in kept), first.voice)
    speed = speed_of(found, first.speed)
    if voice.id == first.voice and speed == first.speed:
        raise LackError("voice_change")
    takes = [
        _spoken(found, Saying(text=saying.text, voice=voice.id, speed=speed), to_ms(sound.at))
        for sound, saying in kept
    ]
    level = kept[0][0].volume
    return AddVoiceover(takes=_where_they_fit(found, takes), level=level)


def _where_they_fit(found: Found, takes: list[Take]) -> tuple[Take, ...]:
    project: Project = without_voice(found.project)
    at_their_times = _fitted(found, takes, None)
    try:
        placed_takes(project, at_their_times, None)
    except EditError:
        return _fitted(found, [take.model_copy(update={"at_ms": None}) for take in takes], None)
    return at_their_times


def heard_lines(found: Found) -> tuple[Line, ...]:
    """What is said in the film, sentence by sentence with its times; LackError when nobody speaks."""
    heard: dict[str, Transcript] = {}
    for media in spoken_media(found.project):
        transcript = found.senses.transcript(media)
        heard[media] = transcript or Transcript()
        if transcript is not None and transcript.doubt == "not_english":
            raise LackError("nothing_said")
    film = of_film(found.project, heard)
    if not film.words:
        raise LackError("nothing_said")
    return tuple(
        Line(joined(words), to_ms(words[0].start), to_ms(words[-1].end)) for words in _sentences(film.words)
    )


def _sentences(words: Sequence[Word]) -> list[list[Word]]:
    sentences: list[list[Word]] = [[words[0]]]
    for before, word in pairwise(words):
        pause = word.start - before.end
        if pause >= _SENTENCE_PAUSE or (before.text.endswith(SENTENCE_ENDS) and pause > 0):
            sentences.append([])
        sentences[-1].append(word)
    return sentences
