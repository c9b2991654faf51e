"""Rows of the vocabulary that bend time: backwards, there and back, faster in steps."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from nemovideo_mcp.studio.agent.moments import HALF, START, Moment, Span
from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import base_of, clip_ids, clips_named, ms, span_ms
from nemovideo_mcp.studio.timeline.edit import Edit, on_frame, point, require_clips
from nemovideo_mcp.studio.timeline.edits_cutting import Keep, Speed, Split, split_at
from nemovideo_mcp.studio.timeline.edits_repeating import DuplicateClips
from nemovideo_mcp.studio.timeline.edits_reversing import Reverse
from nemovideo_mcp.studio.timeline.time import to_ms


def _reverse(found: Found) -> Sequence[Edit]:
    """Ranges said together are those of the film as it stands: the last one goes first."""
    on = not found.has("FORWARDS", "REMOVE", "NO")
    if found.has("VAGUE") and not found.has("RANGE"):
        raise LackError("which_part")
    base = base_of(found)
    spans: list[Span] = found.all("RANGE")
    if not spans:
        return [Reverse(clips=clip_ids(found), on=on)]
    ranges = sorted((span_ms(span, found.project, base) for span in spans), reverse=True)
    return [Reverse(start_ms=start, end_ms=end, on=on) for start, end in ranges]


def _reverse_at(found: Found) -> Sequence[Edit]:
    """`backwards at double speed`: turned round, then faster or slower; both of the same clips."""
    factor = _factors(found)[1]
    ids = clip_ids(found)
    return [Reverse(clips=ids), Speed(factor=factor, clips=ids)]


def _boomerang(found: Found) -> Sequence[Edit]:
    """Forwards, then the same backwards: a clip, the film, or a range that is kept for it."""
    project, span = found.project, found.one("RANGE")
    require_clips(project)
    edits: list[Edit] = []
    if span is not None:
        start, end = span_ms(span, project, base_of(found))
        edits.append(Keep(start_ms=start, end_ms=end))
        project = edits[0].apply(project)
    ids = () if span is not None else clip_ids(found)
    edits.append(DuplicateClips(clips=ids))
    if not ids:
        return [*edits, Reverse(start_ms=to_ms(project.duration))]
    there = {clip.id for clip in project.clips}
    copies = [clip.id for clip in edits[-1].apply(project).clips if clip.id not in there]
    return [*edits, Reverse(clips=tuple(copies))]


def _ramp(found: Found) -> Sequence[Edit]:
    """From one speed to another in two steps: halfway at a time, or through a range at the speed between the two."""
    base = base_of(found) or (0, found.project.duration)
    require_clips(found.project)
    first, last = _factors(found)
    span: Span | None = found.one("RANGE")
    if span is not None:
        a, b = ms(span.start, found.project, base), ms(span.end, found.project, base)
    else:
        points: list[Moment] = found.all("POINT")
        a = b = ms(points[0] if points and points[0] != START else HALF, found.project, base)
    begin, end = to_ms(base[0]), to_ms(sum(base))
    if not begin < a < end:
        raise LackError("ramp_where")
    steps = [(b, end, last), (a, b, (first + last) / 2), (begin, a, first)]
    return [Speed(factor=speed, start_ms=at, end_ms=to) for at, to, speed in steps if at < to and speed != 1]


def _factors(found: Found) -> tuple[Fraction, Fraction]:
    """The speeds it goes from and to; from the film's own when only one is said."""
    said: list[Fraction] = [
        Fraction(1) if token.symbol == "NORMAL" else token.value
        for token in found.tokens
        if token.symbol in {"FACTOR", "NORMAL"}
    ]
    said += [percent / 100 for percent in found.all("PERCENT")]
    if len(said) > 1:
        return said[0], said[1]
    if not said and found.has("SLOWMO"):
        return Fraction(1), Fraction(1, 2)
    if not said:
        raise LackError("how_slow" if found.has("SLOWER", "SLOWMO") else "how_fast")
    slower = found.has("SLOWER", "SLOWMO") and said[0] > 1
    return Fraction(1), 1 / said[0] if slower else said[0]


def _split_out(found: Found) -> Sequence[Edit]:
    """A range becomes a clip of its own: cut on both sides, nothing lost."""
    project, base = found.project, base_of(found)
    ranges = [span_ms(span, project, base) for span in found.all("RANGE")]
    edges = [to_ms(project.duration) if edge is None else edge for span in ranges for edge in span]
    inside = [at for at in edges if split_at(project, on_frame(project, point(project, at))) is not project]
    if not inside:
        raise LackError("already_so")
    return [Split(at_ms=at) for at in inside]


def _cross_sounds(_found: Found) -> Sequence[Edit]:
    raise LackError("sound_crossfade")


def _sound_file(_found: Found) -> Sequence[Edit]:
    raise LackError("sound_file")


def _as_it_is(found: Found) -> Sequence[Edit]:
    """What is to stay as it is stays so; a clip that is named must be there."""
    clips_named(found)
    return []


def _in_the_middle(_found: Found) -> Sequence[Edit]:
    raise LackError("which_part")


_WHICH: Final = "CLIP+|CLIPS|CLIPWORD|FILE|ALL|PART|ENTIRE|VAGUE"
_PACE: Final = "FACTOR|PERCENT|FASTER|SLOWER|SPEED|SLOWMO|NORMAL"
_DOING: Final = "USE|ADD|CHANGE|MOVE|SPEED|EFFECTWORD|SHAPEWORD|AGAIN|SCREEN"

TIME: Final[tuple[Row, ...]] = (
    Row(
        name="reverse",
        kind="edit",
        does={
            "en": "play backwards: the whole film, a clip, or a range",
            "zh": "倒放：整片、某个片段或某一段",
        },
        examples={
            "en": ("play it backwards", "reverse clip 2", "reverse 0:05 to 0:08"),
            "zh": ("倒放", "把第二段倒放"),
        },
        forms=(
            f"BACKWARDS [RANGE+|SOUND|{_DOING}|{_WHICH}]",
            f"BACKWARDS ONLY CLIP|FILE|CLIPWORD [{_DOING}|{_WHICH}]",
            f"BACKWARDS REMOVE|NO [RANGE+|{_DOING}|{_WHICH}]",
            f"FORWARDS [RANGE+|{_DOING}|{_WHICH}]",
        ),
        build=_reverse,
    ),
    Row(
        name="reverse",
        kind="edit",
        does={"en": "play backwards at a speed", "zh": "以某个速度倒放"},
        examples={"en": (), "zh": ()},
        forms=(
            f"BACKWARDS FACTOR|FASTER|SLOWER|SLOWMO [FACTOR|PERCENT|FASTER|SLOWER|SLOWMO|{_DOING}|{_WHICH}]",
            f"BACKWARDS PERCENT SPEED [{_DOING}|{_WHICH}]",
        ),
        build=_reverse_at,
    ),
    Row(
        name="reverse",
        kind="edit",
        does={"en": "play there and back", "zh": "来回播放"},
        examples={"en": (), "zh": ()},
        forms=(f"BOOMERANG [RANGE|OUT|{_DOING}|{_WHICH}]",),
        build=_boomerang,
    ),
    Row(
        name="speed",
        kind="edit",
        does={"en": "faster or slower in the middle", "zh": "中间变速"},
        examples={"en": (), "zh": ()},
        forms=(f"PLACE FASTER|SLOWER|SLOWMO|BACKWARDS [{_PACE}|{_DOING}|PART|FACTOR|FILM]",),
        build=_in_the_middle,
    ),
    Row(
        name="speed",
        kind="edit",
        does={"en": "speed up or slow down in two steps", "zh": "分两步变速"},
        examples={"en": (), "zh": ()},
        forms=(
            "RAMP [ADD|USE|CHANGE|CLIP|CLIPWORD|ALL|EFFECTWORD]",
            f"RAMP {_PACE} [FACTOR+|PERCENT+|NORMAL|FASTER|SLOWER|SLOWMO|SPEED|RANGE|POINT+|UP|DOWN|HALVES|BEGIN|{_DOING}|{_WHICH}]",
        ),
        build=_ramp,
    ),
    Row(
        name="split",
        kind="edit",
        does={"en": "make a range a clip of its own", "zh": "把一段单独成为片段"},
        examples={"en": (), "zh": ()},
        forms=("RANGE+ OWNCLIP [KEEP|TAKE|SPLIT|CUT|MOVE|ADD|CHANGE|OUT|CLIP|CLIPWORD|FILE|PART|DUPLICATE]",),
        build=_split_out,
    ),
    Row(
        name="transition",
        kind="edit",
        does={"en": "crossfade sounds", "zh": "声音交叉淡化"},
        examples={"en": (), "zh": ()},
        forms=(
            "CROSSFADE SOUND [ADD|USE|CHANGE|BETWEEN|COUNTED|LENGTH|CLIP+|CLIPS|CLIPWORD|ALL|TRANSITION]",
        ),
        build=_cross_sounds,
    ),
    Row(
        name="export",
        kind="edit",
        does={"en": "take the sound out as a file", "zh": "单独导出声音"},
        examples={"en": (), "zh": ()},
        forms=("SOUNDFILE [CLIP|CLIPWORD|FILE|ALL|USE|OUT|SOUND|SHAPEWORD|SCREEN]",),
        build=_sound_file,
    ),
    Row(
        name="keep",
        kind="edit",
        does={"en": "leave a part as it is", "zh": "保持不变"},
        examples={"en": (), "zh": ()},
        forms=(
            f"LEAVE UNCHANGED|ONLY [STILLS|RANGE|SOUND|MUSIC|SCREEN|TITLE|{_WHICH}]",
            "LEAVE OTHERS [ONLY|UNCHANGED]",
            "LEAVE IT|CLIP [IT|CLIP+]",
            "KEEP ALL [UNCHANGED]",
            "OTHERS UNCHANGED|NO [KEEP|USE|CHANGE]",
            "KEEP TITLE|TEXTREF|MUSIC|SOUND|OVERLAYWORD|CAPTIONS [ORIGINAL|ALL|UNCHANGED|EXCEPT]",
            f"UNCHANGED RANGE|CLIP|SOUND|MUSIC|ALL|FILM|SPEED|TITLE|CLIPS [KEEP|USE|CHANGE|{_WHICH}]",
        ),
        build=_as_it_is,
    ),
)
