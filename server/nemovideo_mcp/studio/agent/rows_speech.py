"""Rows of the vocabulary about what is said: read it, caption it, cut by it."""

from collections.abc import Sequence
from typing import Any, Final

from nemovideo_mcp.studio.agent.heard import (
    FILLERS,
    around,
    heard_in,
    heard_of,
    joined_ranges,
    nearest,
    occurrences,
    pairs,
    plain,
)
from nemovideo_mcp.studio.agent.replies_speech import times_told
from nemovideo_mcp.studio.agent.row import Found, LackError, Row, Told
from nemovideo_mcp.studio.agent.rows_text import change_text
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.agent.spoken import Said
from nemovideo_mcp.studio.agent.targets import length_ms
from nemovideo_mcp.studio.timeline.cues import Cue, cues_of
from nemovideo_mcp.studio.timeline.edit import Edit, require_clips
from nemovideo_mcp.studio.timeline.edits_shifting import ShiftSubtitles
from nemovideo_mcp.studio.timeline.edits_spoken import CutSpoken
from nemovideo_mcp.studio.timeline.edits_subtitles import (
    LOOKS,
    AddSubtitles,
    CueWord,
    RemoveSubtitles,
    SpokenCue,
    StyleSubtitles,
    line_on,
)
from nemovideo_mcp.studio.timeline.edits_text import RemoveText
from nemovideo_mcp.studio.timeline.model import Place
from nemovideo_mcp.studio.timeline.time import to_ms
from nemovideo_mcp.studio.timeline.transcript import Word

TOOL: Final = "get_transcript"
LONGEST_REPLY: Final = 20_000


_STEPS: Final = ("BIGGER", "SMALLER", "MORE", "LESS")


def _transcribe(found: Found, _: Language) -> Told:
    """What is said, in the reply; whoever asked can have it as a file."""
    text = heard_of(found).text
    if len(text) > LONGEST_REPLY:
        text = text[:LONGEST_REPLY].rstrip() + " …"
    return Told(text, tool=TOOL, args={"format": found.one("TRANSCRIBE").form})


def _subtitles(found: Found) -> Sequence[Edit]:
    """Captions of what is said; where there are some already, and a look is all that is said, that look."""
    project = found.project
    there = any(text.role == "caption" for text in project.texts)
    if (
        there
        and not found.has("ADD", "CAPTIONIT", "MAKE", "MATCHING")
        and (_look(found) or found.has(*_STEPS))
    ):
        return _restyle(found)
    require_clips(project)
    film = heard_in(found)
    look = {name: value for name, value in _look(found).items() if name in {"style", "place", "as_track"}}
    more = {name: value for name, value in _look(found).items() if name in {"color", "size"}}
    line = line_on(project, more.get("size") or LOOKS[look.get("style", "plain")]["size"])
    cues = tuple(_cue(cue) for cue in cues_of(film.words, project.duration, line))
    edits: list[Edit] = [AddSubtitles(cues=cues, language=film.language, **look)]
    return [*edits, StyleSubtitles(**more)] if more else edits


def _look(found: Found) -> dict[str, Any]:
    look: dict[str, Any] = {}
    if style := found.one("CAPSTYLE"):
        look["style"] = style
    elif found.has("BOX"):
        look["style"] = "boxed"
    if place := found.one("PLACE"):
        look["place"] = Place(place)
    if color := found.one("COLOR"):
        look["color"] = color
    size = found.one("SIZE") if found.one("PERCENT") is None else found.one("PERCENT")
    if size is not None:
        look["size"] = round(size)
    if found.has("SOFT", "BURNT"):
        look["as_track"] = found.has("SOFT")
    return look


def _restyle(found: Found) -> Sequence[Edit]:
    if not any(text.role == "caption" for text in found.project.texts):
        return change_text(found) if found.has("CAPTION") and found.project.texts else _subtitles(found)
    look = _look(found)
    if found.has(*_STEPS) and "size" not in look:
        size = next(text.size for text in found.project.texts if text.role == "caption")
        look["size"] = min(50, max(1, round(size * (1.5 if found.has("BIGGER", "MORE") else 2 / 3))))
    if not look:
        raise LackError("which_look")
    return [StyleSubtitles(**look)]


def _cue(cue: Cue) -> SpokenCue:
    return SpokenCue(start_ms=to_ms(cue.start), end_ms=to_ms(cue.end), words=tuple(map(_word, cue.words)))


def _word(word: Word) -> CueWord:
    return CueWord(start_ms=to_ms(word.start), end_ms=to_ms(word.end), text=word.text, joined=word.joined)


def _remove_subtitles(_: Found) -> Sequence[Edit]:
    return [RemoveSubtitles()]


def _shift(found: Found) -> Sequence[Edit]:
    """Captions later or earlier; "forward" means one to some people and the other to others, and so is asked."""
    by, way = found.one("CAPSHIFT")
    if not way:
        raise LackError("which_shift")
    return [ShiftSubtitles(by_ms=way * length_ms(by, found.project))]


def _find_said(found: Found, language: Language) -> Told:
    """When it is said, with nothing changed."""
    said: Said = found.one("ASKSAID") or found.one("SAID")
    words = heard_in(found).words
    places = pairs(words, said.words, said.until) if said.until else occurrences(words, said.words)
    return Told(
        times_told(
            said.words, [(words[a].start, words[b - 1].end) for a, b in _named(said, words, places)], language
        )
    )


def _named(said: Said, words: Sequence[Word], places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The one that is meant, or all; LackError where there is none, or not so many."""
    if not places:
        missing = said.words if not occurrences(words, said.words) else said.until or said.words
        raise LackError("not_said", words=missing, near=nearest(words, missing))
    if said.which is None:
        return places
    if abs(said.which) > len(places):
        raise LackError("not_so_often", words=said.words, count=len(places), number=abs(said.which))
    return [places[said.which - 1 if said.which > 0 else said.which]]


def _cut_said(found: Found) -> Sequence[Edit]:
    """Stretches in which something is said: cut out, or with "keep" all that stays."""
    said: Said = found.one("SAID")
    titled = [
        text.id
        for text in found.project.texts
        if not text.words and text.text.casefold() == said.words.casefold()
    ]
    if titled and not found.has("KEEP"):
        return [RemoveText(ids=tuple(titled))]
    require_clips(found.project)
    words = heard_in(found).words
    places = pairs(words, said.words, said.until) if said.until else occurrences(words, said.words)
    places = _named(said, words, places)
    keep = found.has("KEEP")
    ranges = joined_ranges([_stretch(found, words, place, said, keep=keep) for place in places])
    if said.side != "at":
        ranges = ranges[:1]
    return [CutSpoken(words=said.words, ranges_ms=ranges, keep=keep)]


def _stretch(
    found: Found, words: Sequence[Word], place: tuple[int, int], said: Said, *, keep: bool
) -> tuple[int, int]:
    """Where the words themselves are said, or all before or after them to the film's edge, in ms."""
    if said.side == "at":
        return around(found, words, *place, keep=keep)
    start, _end = around(found, words, *place, keep=not keep if said.side == "before" else keep)
    if said.side == "before":
        return 0, start
    return around(found, words, *place, keep=True)[1], to_ms(found.project.duration)


def _cut_fillers(found: Found) -> Sequence[Edit]:
    require_clips(found.project)
    words = heard_in(found).words
    places = [
        (at, at + 1)
        for at, word in enumerate(words)
        if set(plain(word.text)) & FILLERS and len(plain(word.text)) == 1
    ]
    if not places:
        raise LackError("no_fillers")
    ranges = joined_ranges([around(found, words, *place, keep=False) for place in places])
    return [
        CutSpoken(
            words=", ".join(dict.fromkeys(" ".join(plain(words[at].text)) for at, _ in places)),
            ranges_ms=ranges,
        )
    ]


_WITH: Final = (
    "CAPSTYLE|PLACE|COLOR|COLORWORD|SIZE|SIZEWORD|PERCENT|BOX|SOFT|BURNT|MATCHING|TONGUE|SPEECH|SCREEN|STYLE|ALL|ENTIRE|ALLCLIPS|CLIPS|"
    "CLIPWORD|CLIP|SAYING|BIGGER|SMALLER|POSITION|POSITIONING|SOUND|MAKE|USE|WORDSHOWN|TITLE"
)

SPEECH: Final[tuple[Row, ...]] = (
    Row(
        name="transcribe",
        kind="tell",
        does={
            "en": "tell what is said, as text, SRT, VTT or JSON",
            "zh": "把所说的话转成文字、SRT、VTT 或 JSON",
        },
        examples={
            "en": ("transcribe this video", "give me an SRT"),
            "zh": ("转写这个视频", "给我一个SRT字幕文件"),
        },
        forms=("TRANSCRIBE [TONGUE|FILM|IT]",),
        tell=_transcribe,
    ),
    Row(
        name="add_subtitles",
        kind="edit",
        does={
            "en": "add subtitles of what is said, in a style you name",
            "zh": "按所说的话加字幕，可指定样式",
        },
        examples={
            "en": ("add subtitles", "add word by word subtitles", "add subtitles as a soft track"),
            "zh": ("加字幕", "加逐字高亮的字幕"),
        },
        forms=(
            f"ADD|PUT|USE|MAKE|BURNT|CHANGE CAPTIONS|CAPTION [{_WITH}|CHANGE|PUT]",
            f"CAPTIONIT [{_WITH}|ADD|MOVE|CAPTIONS|CAPTION]",
            f"CAPTIONS [{_WITH}]",
            f"CAPTION CAPSTYLE|MATCHING|SOFT|BURNT [{_WITH}]",
        ),
        build=_subtitles,
    ),
    Row(
        name="style_subtitles",
        kind="edit",
        does={"en": "change the look or place of all subtitles", "zh": "修改全部字幕的样式或位置"},
        examples={
            "en": ("make the subtitles bold", "move the subtitles to the top"),
            "zh": ("字幕改成粗体", "把所有字幕移到顶部"),
        },
        forms=(
            f"CHANGE|MOVE|USE|REPLACE CAPTIONS CAPSTYLE|PLACE|COLOR|SIZE|BIGGER|SMALLER|PERCENT|SOFT|BURNT|BOX [{_WITH}|CHANGE]",
            f"CAPTIONS BIGGER|SMALLER [{_WITH}|CHANGE]",
            f"CHANGE|MOVE CAPTION CAPSTYLE|SOFT|BURNT|PLACE|BIGGER|SMALLER|COLOR [{_WITH}|CHANGE]",
            "CAPSTYLE [CAPTIONS|CAPTION|CHANGE|MAKE|USE|ADD]",
        ),
        build=_restyle,
    ),
    Row(
        name="remove_subtitles",
        kind="edit",
        does={"en": "remove the subtitles", "zh": "删除字幕"},
        examples={"en": ("remove the subtitles",), "zh": ("删除字幕",)},
        forms=(
            "REMOVE|NO|TAKE|CLEAR|MUTE CAPTIONS [ALL|OUT|OFF|SCREEN]",
            "REMOVE|CLEAR CAPTION [ALL|OUT|OFF|SCREEN]",
            "CAPHIDE [ALL]",
        ),
        build=_remove_subtitles,
    ),
    Row(
        name="shift_subtitles",
        kind="edit",
        does={"en": "show all subtitles earlier or later", "zh": "让全部字幕提前或延后"},
        examples={
            "en": ("shift the captions 1 second later", "the subtitles are 200 ms too late"),
            "zh": ("字幕延后1秒", "把字幕提前0.5秒"),
        },
        forms=("CAPSHIFT [ALL]",),
        build=_shift,
    ),
    Row(
        name="find_spoken",
        kind="tell",
        does={"en": "tell when something is said", "zh": "找出什么时候说到某句话"},
        examples={
            "en": ("find where she says banana", "when does he say goodbye?"),
            "zh": ("找到她说“香蕉”的地方",),
        },
        forms=("FINDSAID SAID [ALL]", "ASKSAID"),
        tell=_find_said,
    ),
    Row(
        name="cut_spoken",
        kind="edit",
        does={"en": "cut out, or keep alone, where something is said", "zh": "剪掉或只保留说到某句话的部分"},
        examples={
            "en": (
                "cut where he says banana",
                "keep only where she says banana at the end",
                'keep from "hello" to "goodbye"',
                "remove the ums",
            ),
            "zh": ("删掉说“香蕉”的部分", "只保留她最后一次说“香蕉”的部分", "去掉口头禅"),
        },
        forms=(
            "REMOVE|CUT|TRIM|KEEP|TAKE SAID [ONLY|PART|ALL|OUT|OFF|CUT|CLIP|CLIPWORD|SPEECH]",
            "REMOVE|CUT|TRIM|CLEAR UMS [ALL|OUT|OFF|SPEECH|SOUND|PART]",
        ),
        build=lambda found: _cut_fillers(found) if found.has("UMS") else _cut_said(found),
    ),
)
