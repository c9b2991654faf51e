"""What a clause points at: times in milliseconds, clips and texts by id, uploaded files."""

from fractions import Fraction
from math import floor

from nemovideo_mcp.studio.agent.moments import END, START, Moment, Span
from nemovideo_mcp.studio.agent.row import Found, LackError
from nemovideo_mcp.studio.agent.slots import AllBut, CaptionNumber
from nemovideo_mcp.studio.timeline.edit import (
    LATE,
    EditError,
    clip_index,
    clip_names,
    clip_start,
    on_frame,
    point,
    require_clips,
)
from nemovideo_mcp.studio.timeline.edits_subtitles import require_captions
from nemovideo_mcp.studio.timeline.edits_text import text_with
from nemovideo_mcp.studio.timeline.library import is_made
from nemovideo_mcp.studio.timeline.model import Clip, Media, MediaKind, Project, Text, starts
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_seconds, to_seconds

LEAVING = frozenset(
    {"cut_out", "keep", "delete_clips", "remove_silence", "cut_spoken"}
)  # after these the rest is all there is
STILL_RATE = Fraction(30)


def ms(moment: Moment, project: Project, base: tuple[Ticks, Ticks] | None = None) -> int:
    """Milliseconds of the timeline; `base` is the stretch (start, length) the moment is said of, else the film."""
    start, length = base or (0, project.duration)
    fps = project.canvas.fps if project.canvas else STILL_RATE
    seconds = moment.at(to_seconds(length), fps)
    too_early = seconds < 0 and moment.share == 1
    if too_early or (base and seconds > to_seconds(length + LATE)):
        over = -(moment.seconds + moment.frames / fps) if too_early else seconds
        raise EditError("outside", at=as_text(from_seconds(over)), length=as_text(length))
    return floor((to_seconds(start) + seconds) * 1000 + Fraction(1, 2))


def length_ms(length: Moment, project: Project) -> int:
    """Milliseconds of a length; shares are those of the film."""
    return ms(length, project)


def span_ms(span: Span, project: Project, base: tuple[Ticks, Ticks] | None = None) -> tuple[int, int | None]:
    """Start and end in milliseconds; the film's own end is None, so that it is exact."""
    end = None if span.end == END and base is None else ms(span.end, project, base)
    return ms(span.start, project, base), end


def is_edge(span: Span) -> bool:
    """Whether a range is the film's head or tail (first …, last …, after …), not one from here to there."""
    return span.open or (span.start == START) != (span.end == END)


def base_of(found: Found) -> tuple[Ticks, Ticks] | None:
    """The clip a time is counted within, when exactly one was named."""
    clips = clips_named(found)
    if len(clips) != 1:
        return None
    index = next(i for i, clip in enumerate(found.project.clips) if clip.id == clips[0].id)
    return clip_start(found.project, index), clips[0].duration


def clips_named(found: Found) -> list[Clip]:
    """The clips a clause names by number or by file, in the order they were said; EditError for one that is not there."""
    clips: list[Clip] = []
    for token in found.tokens:
        if token.symbol == "CLIP":
            clips += [clip for number in token.value for clip in _meant(found, number)]
        elif token.symbol == "FILE":
            clips += [clip for clip in found.project.clips if clip.media == token.value]
        elif token.symbol in {"CLIPS", "ALLCLIPS"} and not found.has("CLIP", "FILE"):
            clips += found.project.clips
    return clips


def _meant(found: Found, number: int | str | AllBut) -> list[Clip]:
    if not isinstance(number, AllBut):
        return [_numbered(found, number)]
    left_out = [_numbered(found, one) for one in number.numbers]
    return [clip for clip in require_clips(found.project) if clip not in left_out]


def _numbered(found: Found, number: int | str) -> Clip:
    """A clip by its place, from 1 or (below 0) from the end, or by its id."""
    project = found.project
    clips = require_clips(project)
    if number == "middle":
        clips = _just_split(found) or clips
        if len(clips) % 2 == 0:
            raise LackError("which_clip", clips=clip_names(project))
        return clips[len(clips) // 2]
    if isinstance(number, str):
        return clips[clip_index(project, number)]
    if found.seen is not None and 0 < abs(number) <= len(found.seen.clips):
        meant = found.seen.clips[number - 1 if number > 0 else number].id
        return clips[clip_index(project, meant)]
    index = number - 1 if number > 0 else len(clips) + number
    if number == 0 or not 0 <= index < len(clips):
        raise EditError("no_clip", clip=number, clips=clip_names(project))
    return clips[index]


def _just_split(found: Found) -> tuple[Clip, ...]:
    """The pieces of the clip that the request before this one cut up."""
    if found.last is None or found.last.op != "split":
        return ()
    at = on_frame(found.project, point(found.project, getattr(found.last, "at_ms", 0)))
    clips, begins = found.project.clips, starts(found.project.clips)
    last = next((i for i, begin in enumerate(begins[:-1]) if abs(begin - at) <= len(begins)), 0)
    first = last
    while first and _goes_on(clips[first - 1], clips[first]):
        first -= 1
    while last + 1 < len(clips) and _goes_on(clips[last], clips[last + 1]):
        last += 1
    return clips[first : last + 1]


def _goes_on(before: Clip, after: Clip) -> bool:
    meet = after.end == before.start if before.backwards else before.end == after.start
    return before.media == after.media and meet


def _spoken_of(found: Found) -> tuple[str, ...]:
    """The clip that "it" is: the one that the request before this one was about, if it was about one."""
    if "one" not in found.all("IT") or found.last is None or found.has("FILM", "ALL", "ENTIRE", "CLIPWORD"):
        return ()
    about = [*getattr(found.last, "clips", ()), getattr(found.last, "clip", None)]
    there = {clip.id for clip in found.project.clips}
    named = tuple(one for one in about if one is not None)
    return named if len(named) == 1 and named[0] in there else ()


def _the_rest(found: Found) -> tuple[str, ...]:
    """`clip 1 black and white, the rest warmer`: the other clips; what is left of the film is all of it."""
    about = {*getattr(found.last, "clips", ()), getattr(found.last, "clip", None)} - {None}
    others = tuple(clip.id for clip in found.project.clips if clip.id not in about)
    if (
        found.last is not None
        and found.last.op not in LEAVING
        and getattr(found.last, "start_ms", None) is not None
    ):
        raise LackError("which_part")
    return others if about and others and found.last is not None and found.last.op not in LEAVING else ()


def clip_ids(found: Found) -> tuple[str, ...]:
    """Ids of the clips a clause is about; none means the whole film. Asks when "the clip" could be several."""
    named = clips_named(found)
    if named:
        return tuple(dict.fromkeys(clip.id for clip in named))
    if spoken_of := _spoken_of(found):
        return spoken_of
    if "rest" in found.all("ALL"):
        return _the_rest(found)
    if found.has("CLIPWORD") and len(found.project.clips) > 1 and not found.has("ALL", "ENTIRE"):
        raise LackError("which_clip", clips=clip_names(found.project))
    return ()


def one_clip(found: Found) -> Clip | None:
    """The one clip a clause names, or None for the film."""
    ids = clip_ids(found)
    if len(ids) > 1:
        raise LackError("which_clip", clips=clip_names(found.project))
    return next((clip for clip in found.project.clips if clip.id in ids), None)


def the_text(found: Found, quoted: str | None = None) -> Text:
    """The text a clause is about: by number, by its words, the only one, or the one just added."""
    texts = found.project.texts
    if not texts:
        raise LackError("no_text_yet")
    number: int | str | CaptionNumber | None = found.one("TEXTREF")
    if isinstance(number, CaptionNumber):
        return caption_at(found.project, number.number)
    if isinstance(number, str):
        return text_with(found.project, number)
    if number is not None:
        if not -len(texts) <= number <= len(texts) or not number:
            raise EditError("no_text", text=number, texts=text_names(found.project))
        return texts[number - 1 if number > 0 else number]
    if quoted is not None:
        return _worded(found.project, quoted)
    if len(texts) > 1 and not _just_added(found):
        raise LackError("which_text", texts=text_names(found.project))
    return texts[-1]


def caption_at(project: Project, number: int) -> Text:
    """A caption by its place in time, from 1, or from −1 counted from the last; EditError when there is none."""
    captions = require_captions(project)
    if not number or not -len(captions) <= number <= len(captions):
        raise EditError("no_caption_number", number=number, count=len(captions))
    return captions[number - 1 if number > 0 else number]


def _just_added(found: Found) -> bool:
    return found.last is not None and found.last.op in {"add_title", "change_text"}


def _worded(project: Project, quoted: str) -> Text:
    same = [text for text in project.texts if text.text.strip().lower() == quoted.strip().lower()]
    near = [text for text in project.texts if quoted.strip().lower() in text.text.lower()]
    for matching in (same, near):
        if matching:
            return matching[-1]
    raise EditError("no_text", text=f'"{quoted}"', texts=text_names(project))


def text_names(project: Project) -> str:
    """The texts as people see them, the first twelve."""
    names = [f'{n}. "{shown(text.text)}"' for n, text in enumerate(project.texts, 1)]
    return ", ".join(names[:12]) or "-"


def shown(text: str) -> str:
    """A text short enough for a sentence, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:77]}…"


def heard_media(found: Found) -> Media:
    """The file whose sound is meant as music: the named one, or the only uploaded audio; asks otherwise."""
    project = found.project
    named = found.one("FILE")
    if named is not None:
        return project.medium(named)
    audio = [m for m in project.media if m.kind is MediaKind.AUDIO and not is_made(m.id)]
    if not audio:
        raise LackError("no_audio_file")
    if len(audio) > 1:
        raise LackError("which_audio", names=", ".join(medium.name for medium in audio))
    return audio[0]
