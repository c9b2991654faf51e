"""Captions made of words that are said: how they are laid on the film, and how their words move when it is cut."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import groupby
from typing import Final, TypeAlias

from nemovideo_mcp.studio.timeline.cues import LINE, lines_of, width
from nemovideo_mcp.studio.timeline.edit import Ids, changed
from nemovideo_mcp.studio.timeline.model import Project, Text, TimedWord
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import Ticks, from_ms, played
from nemovideo_mcp.studio.timeline.transcript import Word, stretches

Moved: TypeAlias = Callable[[Ticks, Ticks], tuple[Ticks, Ticks] | None]
_APART: Final = from_ms(1500)
_SHORTEST: Final = from_ms(60)
_UNITS: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff][^\w\s]*|[^\s\u3040-\u30ff\u3400-\u9fff]+")


def timed(words: Iterable[Word]) -> tuple[TimedWord, ...]:
    """Words of a transcript as words of a caption."""
    return tuple(TimedWord(text=w.text, at=w.start, end=w.end, joined=w.joined) for w in words)


def moved_caption(text: Text, moved: Moved, new_id: Callable[[], str]) -> list[Text]:
    """A caption after a cut: with the words that are left, in as many parts as they stand apart now.

    `moved` says where a stretch of the film stands now, None when it is gone.
    """
    placed = [(word, moved(word.at, word.end)) for word in text.words]
    left = [
        word.model_copy(update={"at": now[0], "end": now[1]})
        for word, now in placed
        if now and 2 * (now[1] - now[0]) >= min(word.end - word.at, now[1] - now[0] + 1)
    ]
    parts: list[Text] = []
    for words in _together(left):
        same = len(words) == len(text.words)
        lingering = moved(text.words[-1].end - 1, text.at + text.duration) if words[-1] is left[-1] else None
        end = (
            max(words[-1].end, lingering[1]) if lingering and lingering[0] <= words[-1].end else words[-1].end
        )
        update: dict[str, object] = {"at": words[0].at, "duration": end - words[0].at, "words": words}
        if not same:
            update["text"] = _text(words, max(LINE // 2, *map(width, text.text.splitlines())))
        parts.append(text.model_copy(update=update | ({"id": new_id()} if parts else {})))
    return [part for part in parts if part.duration > 0]


def without_unheard(project: Project) -> Project:
    """The project with its captions less the words that now play backwards, and are not heard from anywhere else."""
    backwards = [(at, at + clip.duration) for clip, at in placed(project.clips) if clip.backwards]
    heard = [(one.at, one.at + played(one.end - one.start, one.speed)) for one in stretches(project)]

    def moved(first: Ticks, last: Ticks) -> tuple[Ticks, Ticks] | None:
        lost = _within(first, last, backwards) and not _within(first, last, heard)
        return None if lost else (first, last)

    ids = Ids(project)
    texts = [
        part
        for text in project.texts
        for part in (moved_caption(text, moved, lambda: ids.new("t")) if text.words else [text])
    ]
    return changed(project, texts=tuple(texts), serial=ids.next)


def _within(first: Ticks, last: Ticks, spans: Iterable[tuple[Ticks, Ticks]]) -> bool:
    """Whether the middle of a stretch lies in one of these."""
    return any(start <= (first + last) // 2 < end for start, end in spans)


def _together(words: Sequence[TimedWord]) -> list[tuple[TimedWord, ...]]:
    """The words in runs: a new one where the next stands before the last, or long after it."""
    run, numbered = 0, []
    for index, word in enumerate(words):
        if (
            index
            and not 0 <= word.at - words[index - 1].at <= words[index - 1].end - words[index - 1].at + _APART
        ):
            run += 1
        numbered.append((run, word))
    return [tuple(word for _, word in group) for _, group in groupby(numbered, key=lambda one: one[0])]


def _text(words: Sequence[TimedWord], line: int) -> str:
    return "\n".join(lines_of([Word(w.text, w.at, w.end, w.joined) for w in words], line))


def with_words(old: Text, new: Text) -> Text:
    """A changed caption, its words in step: moved as it was, and when it reads otherwise, spread over the same time."""
    if not old.words:
        return new
    by = new.at - old.at
    words = tuple(
        w.model_copy(update={"at": max(0, w.at + by), "end": max(1, w.end + by)}) for w in old.words
    )
    if new.text != old.text:
        words = _reworded(words, new.text)
    return new.model_copy(update={"words": words})


def _reworded(words: Sequence[TimedWord], text: str) -> tuple[TimedWord, ...]:
    """The words of another text over the same time: those that were there before keep theirs, where that leaves room for the rest."""
    units = _units(text)
    same = SequenceMatcher(
        None, [_bare(w.text) for w in words], [_bare(word) for word, _ in units], autojunk=False
    )
    found: list[TimedWord] = []
    for kind, first, last, start, stop in same.get_opcodes():
        if kind == "equal":
            old = words[first:last]
            found += [
                was.model_copy(update={"text": word, "joined": joined})
                for was, (word, joined) in zip(old, units[start:stop], strict=True)
            ]
        else:
            begin = words[first].at if first < last else (found[-1].end if found else words[0].at)
            end = (
                words[last - 1].end
                if first < last
                else (words[first].at if first < len(words) else words[-1].end)
            )
            new = _spread(units[start:stop], begin, end)
            if any(word.end - word.at < _SHORTEST for word in new):
                return _spread(units, words[0].at, words[-1].end)
            found += new
    return tuple(found)


def _bare(word: str) -> str:
    return re.sub(r"\W", "", word).casefold() or word


def _units(text: str) -> list[tuple[str, bool]]:
    """The words of a text, a Chinese letter being one, and whether they stand close to the one before."""
    return [
        (match[0], match.start() > 0 and not text[match.start() - 1].isspace())
        for match in _UNITS.finditer(text)
    ]


def _spread(units: Sequence[tuple[str, bool]], start: Ticks, end: Ticks) -> tuple[TimedWord, ...]:
    """Words over a time, each as long as it has letters."""
    total, done = sum(len(word) for word, _ in units), 0
    words = []
    for word, joined in units:
        at = start + round(Fraction(done, total) * (end - start))
        done += len(word)
        until = start + round(Fraction(done, total) * (end - start))
        words.append(TimedWord(text=word, at=at, end=max(until, at + 1), joined=joined))
    return tuple(words)
