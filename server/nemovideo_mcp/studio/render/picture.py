"""The picture's filter graph: every run sampled on the film's frames, shaped, joined, faded, and written on."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Final, Literal

from nemovideo_mcp.studio.media.appearance import Appearance
from nemovideo_mcp.studio.render.beside import cells, stacked
from nemovideo_mcp.studio.render.effects import coloured, turned
from nemovideo_mcp.studio.render.framing import box, fine, moved, pad
from nemovideo_mcp.studio.render.graph import FORMAT, escaped, join, labelled, seconds
from nemovideo_mcp.studio.render.overlay import Over, Sheet, white
from nemovideo_mcp.studio.render.parts import Part
from nemovideo_mcp.studio.render.pieces import Piece
from nemovideo_mcp.studio.render.runs import Run
from nemovideo_mcp.studio.render.transitions import joined
from nemovideo_mcp.studio.render.window import Still
from nemovideo_mcp.studio.timeline.card import is_card
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import TICKS_PER_SECOND, to_frames, to_seconds

_HAIRLINE: Final = 2
_HD_HEIGHT: Final = 720
_TAGS: Final = "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
_WHOLE: Final = "bwdif=mode=send_frame:deint=interlaced"  # half pictures become one each
_FLATTEN: Final = "format=rgba,premultiply=inplace=1,format=gbrp"  # what is transparent becomes black
_TO_SDR: Final = "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv"


@dataclass(frozen=True)
class Frame:
    """The film's picture: pixels, frames a second, and what happens to a medium of another shape."""

    width: int
    height: int
    fps: Fraction
    fit: Literal["pad", "crop"]


def picture_graph(
    runs: list[Run],
    frame: Frame,
    project: Project,
    frames: int,
    texts: tuple[str, Path] | None,
    only: Still | Part | None = None,
    overs: Sequence[Over] = (),
) -> str:
    """The graph from inputs `[n:…]` to `[picture]`; `texts` is an ASS file in the working folder and the fonts' one.

    With `only` the runs are those of a still's window, and the picture is its one frame, at its time in the film; or those of a
    part: what is laid on them is laid by the film's time, and the part begins at 0. `overs` lie under the texts.
    """
    chains = [_run(number, run, frame) for number, run in enumerate(runs)]
    joins, ends, film = joined(runs, frame.fps)
    chains += joins
    if isinstance(only, Still):
        film += [f"select=eq(n\\,{only.window.inside})", f"setpts=N+{only.window.frame}"]
    if isinstance(only, Part):
        film.append(f"setpts=N+{only.begins}")
    faded = only.film if isinstance(only, Still) else only.around if only else runs
    film += _clip_fades(faded, frame.fps)
    for number, over in enumerate([*_white_dips(faded, frame), *overs]):
        chains += [over.chain, labelled(film, ends, f"m{number}")]
        ends, film = [f"m{number}", over.label], [over.filter]
    if texts is not None:
        file, fonts = texts
        film.append(f"ass=filename={file}:fontsdir={escaped(fonts)}:shaping=complex")
    film += [*_film_fades(project, frames, frame.fps), _TAGS]
    if isinstance(only, Part):
        # What lies over the film may go on after the part.
        film += [f"setpts=round(PTS-{only.begins / frame.fps}/TB)", f"trim=end_frame={only.frames}"]
    return join([*chains, labelled(film, ends, "picture")])


def as_gif(graph: str) -> str:
    """The same film with a palette for each picture, so that no picture waits in memory for the last one."""
    palette = "split[p0][p1];[p0]palettegen=stats_mode=single[p2];[p1][p2]paletteuse=new=1:dither=bayer:bayer_scale=3"
    return join([graph.rstrip("\n"), f"[picture]{palette}[gif]"])


def _run(number: int, run: Run, frame: Frame) -> str:
    medium = run.pieces[0].medium
    if medium.kind is MediaKind.AUDIO:
        black = f"color=black:s={frame.width}x{frame.height}:r={frame.fps}"
        return labelled([black, f"trim=end_frame={run.frames}", "setsar=1", FORMAT], [], f"v{number}")
    if run.sides:
        return _shared(number, run, frame)
    if run.turned:
        return _turned(number, run, frame)
    return labelled(_alone(run, frame), [f"{number}:{run.look.picture}"], f"v{number}")


def _alone(run: Run, frame: Frame) -> list[str]:
    """The filters that make a run's picture of its medium."""
    medium = run.pieces[0].medium
    still, live = _shown(run, medium, frame)
    sampled = _sampled(run, frame.fps)
    # What is the same in every frame of a picture that stands still is done to it once.
    return [*still, *sampled, *live] if medium.kind is MediaKind.IMAGE else [*sampled, *still, *live]


def _shared(number: int, run: Run, frame: Frame) -> str:
    """The run's picture and those beside it, each filling its cell."""
    laid = cells(run.pieces[0].layout, 1 + len(run.sides), frame.width, frame.height)
    sources = [(number, run), *((side.input, side) for side in run.sides)]
    chains, labels = list[str](), list[str]()
    for place, ((source, one), (_, _, width, height)) in enumerate(zip(sources, laid, strict=True)):
        labels.append(f"v{number}_{place}")
        chain = _alone(one, Frame(width, height, frame.fps, "crop"))
        chains.append(labelled(chain, [f"{source}:{one.look.picture}"], labels[-1]))
    chains.append(labelled(stacked(laid, frame.width, frame.height), labels, f"v{number}"))
    return join(chains).rstrip("\n")


def _turned(number: int, run: Run, frame: Frame) -> str:
    """A stretch short enough to be held is turned here; of more than one that was done before, in the film's own shape."""
    medium = run.pieces[0].medium
    if len(run.turned) > 1:
        source, chain = "V:0", [f"settb={1 / frame.fps}", "setpts=N", FORMAT, "setsar=1"]
    else:
        source, chain = f"{run.look.picture}", turned_around(run.turned[0], medium, frame)
    return labelled([*chain, *_shown(run, medium, frame)[1]], [f"{run.input}:{source}"], f"v{number}")


def turned_around(part: Run, medium: Media, frame: Frame) -> list[str]:
    """The filters that show a stretch backwards: turned at the smaller of its two sizes."""
    sampled, still = _sampled(part, frame.fps), _shown(part, medium, frame)[0]
    small = medium.width * medium.height <= frame.width * frame.height
    return [*sampled, "reverse", *still] if small else [*sampled, *still, "reverse"]


def _sampled(run: Run, fps: Fraction) -> list[str]:
    """Exactly the run's frames: at each moment of the film the source's frame nearest to it, the last one held."""
    first = run.pieces[0]
    # A still is the same at all its times: its one frame stands at the first.
    offset = 0 if first.medium.kind is MediaKind.IMAGE else first.start + run.look.late - run.seek
    speed = first.speed
    offsets = run.offsets(fps)
    spans = [(at, at + piece.frames - 1) for at, piece in zip(offsets, run.pieces, strict=True)]
    shift = f"setpts=(PTS-({offset}))*{speed.denominator}/{speed.numerator}"
    whole = [_WHOLE] if run.look.interlaced else []
    even = f"fps={fps}:start_time=0:round=near:eof_action=pass"  # a still is shorter than a frame may be
    chain = [*whole, f"settb=1/{TICKS_PER_SECOND}", shift, even]
    chain += ["tpad=stop=-1:stop_mode=clone", f"trim=end_frame={spans[-1][1] + 1}"]
    if len(spans) > 1:
        chain += [f"select={_within_any(spans)}", "setpts=N"]
    return chain


def _within_any(spans: list[tuple[int, int]]) -> str:
    """True for frames in one of the spans; a balanced tree, as ffmpeg refuses expressions more than 100 deep."""
    if len(spans) == 1:
        return f"between(n\\,{spans[0][0]}\\,{spans[0][1]})"
    half = len(spans) // 2
    return f"({_within_any(spans[:half])}+{_within_any(spans[half:])})"


def _shown(run: Run, medium: Media, frame: Frame) -> tuple[list[str], list[str]]:
    """Colours and shape of the film, what already has them passing through untouched; and what differs from frame to frame."""
    colour = _colours(run.look, medium)
    piece, treatment = run.pieces[0], run.pieces[0].treatment
    turn, medium = turned(treatment, medium)
    tone = [_TO_SDR] if run.look.hdr else []
    effects = coloured(treatment, min(frame.width, frame.height))
    size = box(treatment, frame.width, frame.height)
    if motion := treatment.motion:
        large = fine(motion, medium, size)
        resize = _cropped(medium, *large)
        live = [*moved(motion, piece, frame.fps, large, size), *effects]
        edges = pad(treatment, size, (frame.width, frame.height))
        return [*colour, *turn, *resize, *tone, FORMAT, "setsar=1"], [*live, *edges]
    fills = frame.fit == "crop" or is_card(run.pieces[0].medium.id)
    resize, size = (_cropped(medium, *size), size) if fills else _padded(medium, *size)
    edges = pad(treatment, size, (frame.width, frame.height))
    return [*colour, *turn, *resize, *tone, FORMAT, *effects, *edges, "setsar=1"], []


def _colours(look: Appearance, medium: Media) -> list[str]:
    """What is not said of a file's colours said, and what is transparent black."""
    matrix = (
        [f"setparams=colorspace={'bt709' if _is_hd(medium) else 'smpte170m'}"] if look.guess_matrix else []
    )
    return [*matrix, *([_FLATTEN] if look.rgb else [])]


def as_film(look: Appearance, medium: Media) -> list[str]:
    """The filters that make every picture of a file one in the film's colours and square, even pixels, of its own size."""
    whole, tone = [_WHOLE] if look.interlaced else [], [_TO_SDR] if look.hdr else []
    size = ":".join(str(2 * ceil(side / 2)) for side in (medium.width, medium.height))
    return [*whole, *_colours(look, medium), f"scale={size}", *tone, FORMAT, "setsar=1"]


def _is_hd(medium: Media) -> bool:
    return min(medium.width, medium.height) >= _HD_HEIGHT


def _padded(medium: Media, width: int, height: int) -> tuple[list[str], tuple[int, int]]:
    """The whole picture, as large as it fits, and its size: less than the room there is by more than a hairline, or all of it."""
    scale = min(Fraction(width, medium.width), Fraction(height, medium.height))
    size = _within(medium.width * scale, width), _within(medium.height * scale, height)
    return [f"scale={size[0]}:{size[1]}"], size


def _within(length: Fraction, limit: int) -> int:
    even = max(2, 2 * round(length / 2))
    return limit if limit - even <= _HAIRLINE else even


def _cropped(medium: Media, width: int, height: int) -> list[str]:
    """The picture's middle, as much as fills the room there is; what will not be seen is cut before it is scaled."""
    scale = max(Fraction(width, medium.width), Fraction(height, medium.height))
    wide, high = _needed(width, medium.width, scale), _needed(height, medium.height, scale)
    size = _covering(wide * scale, width), _covering(high * scale, height)
    steps = []
    if (wide, high) != (medium.width, medium.height):
        steps.append(f"crop=iw*{wide}/{medium.width}:ih*{high}/{medium.height}")
    steps.append(f"scale={size[0]}:{size[1]}")
    if size != (width, height):
        steps.append(f"crop={width}:{height}")
    return steps


def _needed(target: int, source: int, scale: Fraction) -> int:
    """Source pixels that fill the target, rounded out to even."""
    return min(source, 2 * ceil(target / scale / 2))


def _covering(length: Fraction, target: int) -> int:
    return max(target, 2 * round(length / 2))


def _clip_fades(runs: list[Run], fps: Fraction) -> list[str]:
    found = [piece for run in runs for piece in run.pieces]
    steps = [step for piece in found for step in _piece_fades(piece, fps)]
    return steps + [step for before, after in pairwise(found) for step in _dip(before, after, fps)]


def _dip(before: Piece, after: Piece, fps: Fraction) -> list[str]:
    """Down to a colour before the cut and up from it after, half of the transition each."""
    if after.enters is None or after.enters.kind != "dip_black":
        return []
    cut, half = after.first_frame, to_seconds(after.enters.duration) / 2
    out = _fade("out", cut / fps - half, half, (before.first_frame, cut), fps)
    back = _fade("in", cut / fps, half, (cut, cut + after.frames), fps)
    return [out, back]


def _white_dips(runs: list[Run], frame: Frame) -> list[Over]:
    """White over the cuts that go through it: a fade to white would take every frame of the film to full colour and back."""
    found = [piece for run in runs for piece in run.pieces]
    sheet = Sheet(frame.width, frame.height, frame.fps)
    dips: list[Over] = []
    for before, after in pairwise(found):
        if after.enters and after.enters.kind == "dip_white":
            cut, half = after.first_frame, max(1, to_frames(after.enters.duration // 2, frame.fps))
            first, last = max(before.first_frame, cut - half), min(cut + after.frames, cut + half)
            dips.append(white(len(dips), first, last, cut, sheet))
    return dips


def _piece_fades(piece: Piece, fps: Fraction) -> list[str]:
    start, end = piece.first_frame, piece.first_frame + piece.frames
    steps = []
    if piece.fade_in:
        steps.append(_fade("in", start / fps, to_seconds(piece.fade_in), (start, end), fps))
    if piece.fade_out:
        length = to_seconds(piece.fade_out)
        steps.append(_fade("out", end / fps - length, length, (start, end), fps))
    return steps


def _film_fades(project: Project, frames: int, fps: Fraction) -> list[str]:
    steps = []
    if project.fade_in:
        steps.append(_fade("in", Fraction(0), to_seconds(project.fade_in), (0, frames), fps))
    if project.fade_out:
        length = to_seconds(project.fade_out)
        steps.append(_fade("out", frames / fps - length, length, (0, frames), fps))
    return steps


def _fade(way: str, start: Fraction, length: Fraction, span: tuple[int, int], fps: Fraction) -> str:
    """A fade from or to black that touches no frame outside the span; one that begins before it is cut short."""
    if start < 0:
        start, length = Fraction(0), length + start
    half = Fraction(1, 2) / fps
    window = f"between(t\\,{seconds(span[0] / fps - half)}\\,{seconds(span[1] / fps - half)})"
    return f"fade=t={way}:st={seconds(start)}:d={seconds(length)}:enable={window}"
