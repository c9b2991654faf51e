"""What is said in the film as it stands: found in its words, and cut where it is quiet."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from nemovideo_mcp.studio.agent.numbers import digits
from nemovideo_mcp.studio.agent.row import Found, LackError
from nemovideo_mcp.studio.timeline.edit import require_clips
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import Ticks, from_ms, to_ms
from nemovideo_mcp.studio.timeline.transcript import (
    Transcript,
    Word,
    joined,
    of_film,
    spoken_media,
    waiting_medium,
)

_BEFORE: Final = from_ms(120)
_AFTER: Final = from_ms(180)
_CLOSE: Final = from_ms(60)
_REACH: Final = from_ms(80)
_ALIKE: Final = 0.8
_NEAREST: Final = 3
_ARTICLE: Final = re.compile(r"^\s*(?:the|an?)\s+", re.IGNORECASE)
FILLERS: Final = frozenset(
    {
        "um",
        "umm",
        "uhm",
        "uh",
        "uhh",
        "er",
        "erm",
        "ah",
        "hmm",
        "hm",
        "mm",
        "mmm",
        "嗯",
        "呃",
        "额",
        "啊",
        "哦",
    }
)


def heard_in(found: Found) -> Transcript:
    """The words of the film with their times in it; LackError when there is nothing to listen to, or nobody speaks."""
    if not found.project.sounds:
        require_clips(found.project)
    media = spoken_media(found.project)
    told = {one: found.senses.transcript(one) for one in media}
    film = of_film(found.project, {one: said or Transcript() for one, said in told.items()})
    if not film.doubt and all(one is None for one in told.values()):
        raise LackError("nothing_to_hear")
    return _spoken(found, film)


def heard_of(found: Found) -> Transcript:
    """The words of the film, or where there is none, of the recording that was brought; as `heard_in` raises."""
    waiting = waiting_medium(found.project)
    if waiting is None:
        return heard_in(found)
    said = found.senses.transcript(waiting.id)
    if said is None:
        raise LackError("nothing_to_hear")
    return _spoken(found, said)


def _spoken(found: Found, said: Transcript) -> Transcript:
    """The transcript if there are words in it, in the language that was named, if one was: nothing is translated."""
    wanted = found.one("TRANSCRIBE")
    asked = wanted.tongue if wanted else found.one("TONGUE")
    if said.words and asked and said.language and asked != said.language:
        raise LackError("other_tongue", asked=asked, speaks=said.language)
    if said.words:
        return said
    if said.doubt == "not_english":
        raise LackError("not_english")
    if said.doubt == "backwards":
        raise LackError("backwards")
    raise LackError("nobody_speaks")


def plain(text: str) -> list[str]:
    """The words of a text as they are compared: without case and marks, numbers in digits, Chinese letter by letter."""
    even = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    words = re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+(?:'[^\W_]+)?", even)
    return [digits(word) for word in words]


def occurrences(words: Sequence[Word], said: str) -> list[tuple[int, int]]:
    """The stretches (first word, word after the last) in which this is said, the same or nearly so."""
    return _occurrences(words, said) or _occurrences(words, _ARTICLE.sub("", said))


def _occurrences(words: Sequence[Word], said: str) -> list[tuple[int, int]]:
    wanted = plain(said)
    units = [(unit, index) for index, word in enumerate(words) for unit in plain(word.text)]
    if not wanted:
        return []
    windows = range(len(units) - len(wanted) + 1)
    same = [at for at in windows if [unit for unit, _ in units[at : at + len(wanted)]] == wanted]
    if not same and sum(map(len, wanted)) >= 4:
        same = [
            at
            for at in windows
            if _alike([unit for unit, _ in units[at : at + len(wanted)]], wanted) >= _ALIKE
        ]
    found: list[tuple[int, int]] = []
    for at in same:
        first, last = units[at][1], units[at + len(wanted) - 1][1] + 1
        if not found or first >= found[-1][1]:
            found.append((first, last))
    return found


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    return SequenceMatcher(None, " ".join(one), " ".join(other)).ratio()


def nearest(words: Sequence[Word], said: str) -> str:
    """What was heard that comes nearest to these words."""
    wanted = plain(said)
    length = max(1, min(len(wanted), len(words)))
    ways = {
        joined(words[at : at + length]).strip(".,!?。，！？"): _alike(
            [unit for word in words[at : at + length] for unit in plain(word.text)], wanted
        )
        for at in range(len(words) - length + 1)
    }
    return ", ".join(f"“{way}”" for way in sorted(ways, key=lambda way: -ways[way])[:_NEAREST])


def around(found: Found, words: Sequence[Word], first: int, last: int, *, keep: bool) -> tuple[int, int]:
    """The stretch of the film in ms in which some words are said: what is kept has a breath on either side, what is cut none.

    Where the next word follows at once the cut goes to the quietest moment between the two.
    """
    length = found.project.duration
    before = words[first - 1].end if first else 0
    after = words[last].start if last < len(words) else length
    start, end = words[first].start, max(word.end for word in words[first:last])
    start = _edge(found, before, start, _BEFORE if keep else 0, from_left=True)
    end = _edge(found, end, after, _AFTER if keep else 0, from_left=False)
    return max(0, to_ms(start)), min(to_ms(length), to_ms(end))


def _edge(found: Found, left: Ticks, right: Ticks, breath: Ticks, *, from_left: bool) -> Ticks:
    """Where to cut between two words that end and begin there."""
    word = right if from_left else left
    gap = max(0, right - left)
    if gap < _CLOSE:
        return _quietest(found, word)
    step = min(breath, gap // 2)
    return word - step if from_left else word + step


def _quietest(found: Found, at: Ticks) -> Ticks:
    """The quietest hundredth of a second near a time of the film."""
    for clip, start in placed(found.project.clips):
        if start <= at < start + clip.duration:
            levels = found.senses.activity(clip.media)
            break
    else:
        return at
    if levels is None or clip.speed != 1 or clip.backwards or not levels.levels:
        return at
    step = from_ms(10)
    source = clip.start + at - start
    steps = range(max(0, (source - _REACH) // step), min(len(levels.levels), (source + _REACH) // step + 1))
    best = max(steps, key=lambda one: (levels.levels[one], -abs(one * step - source)), default=None)
    return (
        at
        if best is None
        else min(max(start, start + best * step + step // 2 - clip.start), start + clip.duration)
    )


def joined_ranges(ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The stretches in order, those that touch or lie over each other as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return tuple(merged)


def pairs(words: Sequence[Word], first: str, last: str) -> list[tuple[int, int]]:
    """The stretches from these words to the next time those are said."""
    ends = occurrences(words, last)
    found = []
    for start, after in occurrences(words, first):
        end = next((stop for begin, stop in ends if begin >= after), None)
        if end is not None:
            found.append((start, end))
    return found
