"""Rows of the vocabulary that cut the film: cut out, keep, split, speed."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from nemovideo_mcp.studio.agent.moments import END, HALF, START, Moment, Span
from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import base_of, clip_ids, is_edge, length_ms, ms, span_ms
from nemovideo_mcp.studio.timeline.edit import Edit, EditError
from nemovideo_mcp.studio.timeline.edits_cutting import CutOut, Keep, Speed, Split
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, to_ms

FASTER_STEP: Final = Fraction(2)
MOST_PIECES: Final = 200


def _cut_out(found: Found) -> Sequence[Edit]:
    """Ranges said together are those of the film as it stands: the last one goes first."""
    spans = found.all("RANGE") or _edge(found)
    base = base_of(found)
    ranges = _apart([span_ms(span, found.project, base) for span in spans])
    return [CutOut(start_ms=start, end_ms=end) for start, end in reversed(ranges)]


def _apart(ranges: list[tuple[int, int | None]]) -> list[tuple[int, int | None]]:
    """In order, those that touch made one; a range that runs backwards is left for the edit to refuse."""
    merged: list[tuple[int, int | None]] = []
    for start, end in sorted(ranges, key=lambda one: one[0]):
        last = merged[-1] if merged else None
        if last and (last[1] is None or start <= last[1]):
            merged[-1] = (last[0], None if end is None or last[1] is None else max(end, last[1]))
        else:
            merged.append((start, end))
    return merged


def _edge(found: Found) -> list[Span]:
    """`5 seconds at the start`: a length at one end of the film."""
    point, length = found.one("POINT"), found.one("LENGTH")
    if (
        length is None and point is not None and found.has("BACK", "FRONT")
    ):  # "from 0:20 on, remove what is behind"
        return [Span(point, END, open=True) if found.has("BACK") else Span(START, point, open=True)]
    if found.has("BOTHENDS"):
        return [Span(START, length), Span(END.after(length, -1), END)]
    if length is None:
        raise LackError("how_much")
    if point == END:
        return [Span(END.after(length, -1), END)]
    if point is None:
        raise LackError("which_end", length=as_words(found, length))
    return [Span(point, point.after(length))]


def as_words(found: Found, length: Moment) -> str:
    """A length for a question."""
    return f"{length_ms(length, found.project) / 1000:g} s"


def _keep(found: Found) -> Sequence[Edit]:
    spans: list[Span] = found.all("RANGE") or [_from_to(found)]
    base = base_of(found)
    if len(spans) == 1 and base is None:
        start, end = span_ms(spans[0], found.project, base)
        return [Keep(start_ms=start, end_ms=end)]
    kept = _apart([span_ms(span, found.project, base) for span in spans])
    return [CutOut(start_ms=start, end_ms=end) for start, end in reversed(_gaps(found, kept, base))]


def _from_to(found: Found) -> Span:
    """`start at 5s and end at 12s`, `从10秒剪到20秒`: two times, each said on its own."""
    first, *later = [*found.all("POINT"), *found.all("LENGTH")]
    if not later:
        return Span(START, first)
    return Span(first, later[0])


def _gaps(
    found: Found, kept: list[tuple[int, int | None]], base: tuple[Ticks, Ticks] | None
) -> list[tuple[int, int | None]]:
    """What lies between the kept ranges; within one clip only what is that clip's."""
    gaps: list[tuple[int, int | None]] = []
    at: int | None = to_ms(base[0]) if base else 0
    for start, end in kept:
        if at is not None and start > at:
            gaps.append((at, start))
        at = end
    last = to_ms(sum(base) if base else found.project.duration)
    return [*gaps, (at, last if base else None)] if at is not None and at < last else gaps


def _to_range(found: Found) -> bool:
    """`shorten it to its first 6 seconds`: what stands behind "to" is what stays."""
    symbols = [token.symbol for token in found.tokens]
    before = symbols[: symbols.index("RANGE")]
    return before[-1:] in (["TO"], ["DOWNTO"]) or before[-2:] in (["TO", "ONLY"], ["DOWNTO", "ONLY"])


def _trim(found: Found) -> Sequence[Edit]:
    """`trim from 0:30 to 2:45` keeps that; `trim the first 5 seconds` drops them."""
    spans: list[Span] = found.all("RANGE")
    if len(spans) == 1 and _to_range(found):
        return _keep(found)
    if len(spans) == 1 and not is_edge(spans[0]) and not found.has("PART", "ALL", "OUT", "OFF", "VAGUE"):
        return _keep(found)
    return _cut_out(found)


def _to_length(found: Found) -> Sequence[Edit]:
    """`trim it to 10 seconds` keeps the first ten; a film that is shorter is not made longer."""
    length = length_ms(found.one("LENGTH"), found.project)
    base = base_of(found)
    whole = base[1] if base else found.project.duration
    if length > to_ms(whole):
        raise LackError("already_shorter", length=as_text(whole), wanted=f"{length / 1000:g} s")
    if base:
        return [CutOut(start_ms=to_ms(base[0]) + length, end_ms=to_ms(sum(base)))]
    return [Keep(start_ms=0, end_ms=length)]


def _begin(found: Found) -> Sequence[Edit]:
    return [Keep(start_ms=ms(found.one("POINT"), found.project))]


def _finish(found: Found) -> Sequence[Edit]:
    return [Keep(start_ms=0, end_ms=ms(found.one("POINT"), found.project))]


def _without_and_finish(found: Found) -> Sequence[Edit]:
    """`skip 3 s and stop at 0:30`: both times are those of the film as it stands; from the head unless an end is said."""
    span = found.one("RANGE") or Span(START, found.one("LENGTH"), open=True)
    start, end = span_ms(span, found.project)
    finish = ms(found.one("POINT"), found.project)
    if span.start == START and end is not None and end < finish:
        return [Keep(start_ms=end, end_ms=finish)]
    return [Keep(start_ms=0, end_ms=finish), CutOut(start_ms=start, end_ms=end)]


def _split(found: Found) -> Sequence[Edit]:
    """At every time named; `after 10 seconds` is at ten, `in half` at the middle, `into three parts` at the thirds."""
    points: list[Moment] = found.all("POINT")
    if (step := found.one("EVERY")) is not None:
        return _split_every(found, length_ms(step, found.project))
    if (parts := found.one("PARTS")) is not None:
        said, points = points, [Moment(share=Fraction(part, parts)) for part in range(1, parts)]
        points = said if len(said) == parts - 1 else points
        base = base_of(found)
        return [Split(at_ms=ms(point, found.project, base)) for point in points]
    if points:  # "at 5s, 10s and 20s": what follows are times as well
        points = [*points, *found.all("LENGTH"), *(Moment(seconds=number) for number in found.all("NUMBER"))]
    points += [span.start if span.end == END else span.end for span in found.all("RANGE") if span.open]
    if found.has("PLACE"):
        if found.one("PLACE") != "center":
            raise LackError("split_where")
        points.append(HALF)
    if not points and not found.has("HALVES"):
        raise LackError("split_where")
    points = points or [HALF]
    base = base_of(found)
    return [Split(at_ms=at) for at in sorted({ms(point, found.project, base) for point in points})]


def _split_every(found: Found, step: int) -> Sequence[Edit]:
    """At every so many milliseconds of the film, or of the clip that is named."""
    start, whole = base_of(found) or (0, found.project.duration)
    pieces = -(-to_ms(whole) // step) if step > 0 else 0
    if not 2 <= pieces <= MOST_PIECES:
        raise LackError("split_where")
    return [Split(at_ms=to_ms(start) + step * piece) for piece in range(1, pieces)]


def _factor(found: Found) -> tuple[Fraction, bool]:
    """The factor, and whether it counts from the present speed: faster and slower do, "to 2x" and "at 2x" do not."""
    slower = found.has("SLOWER", "SLOWMO", "QUIETER", "DOWN")
    moved = found.has("FASTER", "SLOWER", "LOUDER", "QUIETER", "UP", "DOWN")
    if found.has("NORMAL"):
        return Fraction(1), False
    factor: Fraction | None = found.one("FACTOR")
    percent: Fraction | None = found.one("PERCENT")
    if factor is None and percent is not None:
        change = moved and not found.has("TO", "DOWNTO")
        factor = 1 + (-percent if slower else percent) / 100 if change else percent / 100
        return factor, change
    if factor is None:
        if found.has("SLOWMO"):
            return Fraction(1, 2), False
        raise LackError("how_slow" if slower else "how_fast")
    if factor <= 0:
        raise EditError("bad_speed", factor=f"{float(factor):g}")
    if slower and factor > 1:
        factor = 1 / factor
    return factor, moved and not found.has("TO", "DOWNTO")


def _speed(found: Found) -> Sequence[Edit]:
    if found.has("VAGUE") and not found.has("RANGE"):
        raise LackError("which_part")
    factor, relative = _factor(found)
    base = base_of(found)
    spans: list[Span] = found.all("RANGE")
    if not spans:
        return [Speed(factor=factor, relative=relative, clips=clip_ids(found))]
    ranges = _apart([span_ms(span, found.project, base) for span in spans])
    return [
        Speed(factor=factor, relative=relative, start_ms=start, end_ms=end) for start, end in reversed(ranges)
    ]


def _vague(_found: Found) -> Sequence[Edit]:
    raise LackError("which_part")


CUTTING: Final[tuple[Row, ...]] = (
    Row(
        name="cut_out",
        kind="edit",
        does={"en": "take a part out and close the gap", "zh": "剪掉一段，前后接上"},
        examples={
            "en": (
                "cut out 0:05 to 0:08",
                "remove the last 3 seconds",
                "cut the first ten seconds of clip 2",
            ),
            "zh": ("剪掉从第5秒到第8秒", "删掉最后3秒"),
        },
        forms=(
            "CLEAR RANGE+ [PART|CLIP|CLIPWORD]",
            "NO KEEP RANGE+ [PART|ALL]",
            "REMOVE|CUT RANGE+ [BEGIN|FINISH|PART|ALL|OUT|OFF|CLIP|CLIPWORD|FILE|VAGUE]",
            "CROP RANGE+ [PART|ALL|OUT|OFF]",
            "TAKE RANGE+ [OUT|OFF|PART|ALL|CLIP|CLIPWORD|FILE|VAGUE]",
            "REMOVE|CUT|TRIM|TAKE LENGTH POINT [OUT|OFF|PART|CLIP|CLIPWORD]",
            "REMOVE|CUT POINT BACK|FRONT [BEGIN|OUT|OFF|PART|CLIP|ALL]",
            "REMOVE|CUT|TRIM|TAKE LENGTH BOTHENDS [OUT|OFF|CLIP|CLIPWORD]",
            "REMOVE|CUT|TRIM LENGTH [OUT|OFF|CLIP|CLIPWORD]",
        ),
        build=_cut_out,
    ),
    Row(
        name="keep",
        kind="edit",
        does={"en": "keep one part and drop the rest", "zh": "只保留一段，其余剪掉"},
        examples={
            "en": ("keep the first 6 seconds", "keep only 0:10 to 0:20", "keep the last third"),
            "zh": ("只保留前6秒", "保留第10秒到第20秒"),
        },
        forms=(
            "CLEAR EXCEPT RANGE+ [PART|CLIP|CLIPWORD]",
            "REMOVE|CUT ALL EXCEPT RANGE+ [PART|CLIP|CLIPWORD]",
            "EXCEPT RANGE+ REMOVE|CUT [ALL|PART]",
            "KEEP RANGE+ [STEPS|PART|ALL|ONLY|CLIP|CLIPWORD|FILE|VAGUE]",
            "TRIM|CUT TO|DOWNTO RANGE [FILE|VAGUE|DOWN|ONLY|CLIP|CLIPWORD|PART]",
            "TRIMTO RANGE [ONLY|PART]",
            "TRIMTO POINT LENGTH [ONLY|PART]",
            "TRIMTO POINT+ [ONLY|PART]",
            "BEGIN FINISH POINT+ [TRIM|CUT|KEEP|CHANGE|CLIP|CLIPWORD|USE]",
            "USE ONLY RANGE [PART]",
            "ONLY RANGE [KEEP|PART|CHANGE|ADD|USE|ALL]",
        ),
        build=_keep,
    ),
    Row(
        name="trim",
        kind="edit",
        does={
            "en": "trim to a range or a length, or trim an end off",
            "zh": "剪到某一段或某个时长，或剪去头尾",
        },
        examples={
            "en": ("trim from 0:30 to 2:45", "trim it to 10 seconds", "trim the first 5 seconds"),
            "zh": ("把视频剪到10秒", "时长改成10秒"),
        },
        forms=("TRIM RANGE+ [PART|ALL|OUT|OFF|CLIP|CLIPWORD|FILE|VAGUE|ONLY]",),
        build=_trim,
    ),
    Row(
        name="trim",
        kind="edit",
        does={"en": "trim to a length", "zh": "剪到某个时长"},
        examples={"en": (), "zh": ()},
        forms=(
            "TRIM|CUT|KEEP|CHANGE|ADD TO|DOWNTO LENGTH [DOWN|LENGTHWORD|SHORTER|CLIPWORD|ONLY|CLIP|FILE]",
            "QUIETER TO|DOWNTO LENGTH",
            "TRIMTO LENGTH [LENGTHWORD|CLIPWORD|CLIP|FILE]",
            "CHANGE LENGTHWORD LENGTH [DOWN|SHORTER|CLIPWORD|CLIP|FILE]",
            "CHANGE LENGTH [DOWN|LENGTHWORD|SHORTER|CLIPWORD|CLIP|FILE]",
            "LENGTHWORD LENGTH [TRIM|CUT]",
            "TRIM DOWN LENGTH",
            "DOWNTO LENGTH [MOVE|CHANGE|LENGTHWORD|CLIPWORD]",
        ),
        build=_to_length,
    ),
    Row(
        name="trim",
        kind="edit",
        does={"en": "begin the film at a time", "zh": "从某个时间开始"},
        examples={"en": (), "zh": ()},
        forms=("BEGIN POINT [CLIPWORD|CHANGE|TRIM|CUT|USE|CLIP]",),
        build=_begin,
    ),
    Row(
        name="trim",
        kind="edit",
        does={"en": "end the film at a time", "zh": "到某个时间结束"},
        examples={"en": (), "zh": ()},
        forms=("FINISH POINT [CLIPWORD|CHANGE|TRIM|CUT|USE|CLIP]",),
        build=_finish,
    ),
    Row(
        name="trim",
        kind="edit",
        does={"en": "leave a part out, then end at a time", "zh": "去掉一段，再到某个时间结束"},
        examples={"en": (), "zh": ()},
        forms=("REMOVE|CUT|TRIM RANGE|LENGTH FINISH POINT",),
        build=_without_and_finish,
    ),
    Row(
        name="cut_out",
        kind="edit",
        does={"en": "cut a part that still has to be named", "zh": "剪掉还没说清的一段"},
        examples={"en": (), "zh": ()},
        forms=(
            "REMOVE|CUT|TRIM|KEEP|TAKE VAGUE [OUT|OFF|POINT|CLIP]",
            "REMOVE|CUT|TRIM PART",
            "REMOVE|CUT|TRIM BEGIN|FINISH|BOTHENDS [OFF|CLIP|CLIPWORD]",
            "TRIM|CUT [DOWN|CLIPWORD|CLIP|SHORTER|CLIPS]",
            "CHANGE SHORTER",
            "TRIM|REMOVE POINT [CLIPWORD|CLIP]",
        ),
        build=_vague,
    ),
    Row(
        name="split",
        kind="edit",
        does={"en": "cut a clip in two, losing nothing", "zh": "在某处切开，不删内容"},
        examples={
            "en": ("split at 0:10", "split clip 2 in half"),
            "zh": ("在第10秒处切开", "从中间分成两段"),
        },
        forms=(
            "SPLIT|CUT|CHANGE PARTS [POINT+|HALVES|PLACE|COUNTED|CLIPWORD|CLIP|CLIPS|FILE|ALL|PART|SPLIT|CUT|TRIM|TO]",
            "SPLIT [POINT+|LENGTH+|RANGE+|HALVES|COUNTED|NUMBER+|CLIPWORD|CLIP|CLIPS|PLACE|PART|FILE]",
            "SPLIT|CUT EVERY [CLIPWORD|CLIP|CLIPS|FILE|ALL|PART|PARTS]",
            "CUT POINT+|HALVES [HALVES|COUNTED|CLIPWORD|CLIP|CLIPS|FILE]",
        ),
        build=_split,
    ),
    Row(
        name="speed",
        kind="edit",
        does={
            "en": "play faster or slower: all of it, a clip, or a range",
            "zh": "加速或放慢：整片、某个片段或某一段",
        },
        examples={
            "en": ("speed it up 2x", "slow down 0:05 to 0:08 to half speed", "play clip 2 at 1.5x"),
            "zh": ("加速到2倍", "把第二段放慢到0.5倍"),
        },
        forms=(
            "FASTER|SLOWER|SLOWMO [SHAPEWORD|FACTOR|PERCENT|RANGE+|CLIP|CLIPWORD|CLIPS|SPEED|CHANGE|FILE|DOWN|UP|VAGUE|PART|ALL|ADD|USE]",
            "SPEED UP|DOWN|LOUDER|QUIETER [FACTOR|PERCENT|RANGE+|CLIP|CLIPWORD|CLIPS|CHANGE|FILE|VAGUE|PART|ALL]",
            "FACTOR [SPEED|CHANGE|USE|RANGE+|CLIP|CLIPWORD|CLIPS|FILE|UP|PART|ADD|ALL]",
            "SPEED FACTOR|PERCENT|NORMAL [CHANGE|USE|RANGE+|CLIP|CLIPWORD|CLIPS|FILE|PART|ADD|ALL]",
            "NORMAL [SPEED|CHANGE|USE|RANGE+|CLIP|CLIPWORD|CLIPS|FILE|PART|ALL]",
            "SPEED CHANGE [CLIP|CLIPWORD|CLIPS|RANGE+]",
        ),
        build=_speed,
    ),
)
