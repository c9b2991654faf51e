"""A language's words by kind: the table its file holds, and how words are looked up in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from nemovideo_mcp.routing.fold import fold
from nemovideo_mcp.routing.kinds import Kind

LATIN = ("en", "de", "fr", "es", "pt", "nl")
CODES = (*LATIN, "zh", "ja", "ko", "ar")

_TYPO_KINDS = {Kind.EXPORT, Kind.RENDER, Kind.UPLOAD, Kind.CREDIT, Kind.BALANCE, Kind.STATE, Kind.FILM}
_COMMON = {
    Kind.FORMAT: "mp4, mov, webm, mkv, gif, mp3, wav, m4a, avi, prores, dnxhd, hevc, vp9, av1, wmv, flv, mpg, mpeg, ogv, ogg, flac, aac, apng, webp",
    Kind.SIZE: "4k, 2k, 8k, hd, full hd, fullhd, uhd, ultra hd, fhd, 1080, 720, 2160",
    Kind.TEXT: "srt, vtt, webvtt",
}


@dataclass(frozen=True)
class Lexicon:
    """Words of one language as its file states them.

    ``words``: kind → comma-separated words or phrases. ``split_verbs``: (verb, last word) → kind, for verbs whose
    particle ends the clause. ``lookalikes``: real words one letter from a command. ``endings``: taken off an unknown
    word before it is looked up again; ``openings`` likewise at its front. ``joints``: word endings after which a
    new clause may begin. ``askers``: endings that make a question of a clause. ``compounds``: an unknown word that ends in a film word is one.
    ``scored``: materials that are laid over a film, so that adding one is an edit: music, a logo.
    """

    code: str
    words: Mapping[Kind, str]
    split_verbs: Mapping[tuple[str, str], Kind] | None = None
    lookalikes: str = ""
    endings: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    askers: tuple[str, ...] = ()
    compounds: bool = False
    scored: str = ""


class Words:
    """A lexicon ready for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.phrases: dict[str, Kind] = {}
        for table in (_COMMON, lexicon.words):
            for kind, listed in sorted(table.items(), key=lambda entry: entry[0] is Kind.FILLER):
                for phrase in _listed(listed):
                    self.phrases.setdefault(phrase, kind)  # the kind that says more is listed first
        self.longest = max(phrase.count(" ") + 1 for phrase in self.phrases)
        self.longest_run = max(map(len, self.phrases))
        self._real = set(_listed(lexicon.lookalikes))
        self._scored = set(_listed(lexicon.scored))
        self._commands: defaultdict[str, list[str]] = defaultdict(list)  # by their first letter
        for command, kind in self.phrases.items():
            if kind in _TYPO_KINDS and len(command) >= 5 and command.isalpha():
                self._commands[command[0]].append(command)
        self._films = tuple(w for w, kind in self.phrases.items() if kind is Kind.FILM and len(w) >= 4)

    def kind(self, word: str) -> Kind | None:
        """Return the kind of one folded word, trying it without the language's endings and openings."""
        if found := self.phrases.get(word):
            return found
        for stem in self._stems(word):
            if len(stem) > 2 and (found := self.phrases.get(stem)):
                return found
        if self.lexicon.compounds and word.endswith(self._films) and word not in self._real:
            return Kind.FILM
        return None

    def _stems(self, word: str) -> Iterable[str]:
        fronts = [word, *(word[len(o) :] for o in self.lexicon.openings if word.startswith(o))]
        for front in fronts:
            yield front
            for ending in self.lexicon.endings:
                if front.endswith(ending) and len(front) > len(ending) + 2:
                    yield front[: -len(ending)]

    def is_scored(self, word: str) -> bool:
        """Tell whether a folded word is a material that is laid over a film."""
        return any(stem in self._scored for stem in self._stems(word))

    def misspelt(self, word: str) -> Kind | None:
        """Return the kind of the command word one slip away from ``word``, if there is one."""
        if len(word) < 5 or word in self._real or not word.isalpha():
            return None
        near = (c for c in self._commands.get(word[0], ()) if _one_slip(word, c))
        return next((self.phrases[command] for command in near), None)


def _listed(words: str) -> list[str]:
    spaced = fold(words).replace("'", " ").replace("’", " ").replace("-", " ")
    return [" ".join(word.split()) for word in spaced.split(",") if word.strip()]


def _one_slip(a: str, b: str) -> bool:
    """Tell whether one letter too many, too few, wrong, or one swapped pair makes ``a`` into ``b``."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return a == b
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    x, y = a[start:], b[start:]
    swapped = len(x) > 1 and len(y) > 1 and x[:2] == y[1::-1] and x[2:] == y[2:]
    return swapped or x[1:] == y[1:] or x[1:] == y or x == y[1:]


@lru_cache(maxsize=len(CODES))
def words_of(code: str) -> Words:
    """Return the words of a language in ``CODES``; its file is read the first time it is asked for."""
    lexicon: Lexicon = import_module(f"nemovideo_mcp.routing.lexicons.{code}").LEXICON
    return Words(lexicon)
