"""Where a clip's picture stands in the frame, and how it slowly moves: a Ken Burns."""

from fractions import Fraction
from math import ceil
from typing import Final

from nemovideo_mcp.studio.render.pieces import Piece
from nemovideo_mcp.studio.timeline.model import Media, Motion, Treatment
from nemovideo_mcp.studio.timeline.time import frame_ticks

_FINEST: Final = Fraction(3, 2)  # as many times the frame's pixels are moved over, where the medium has them


def box(treatment: Treatment, width: int, height: int) -> tuple[int, int]:
    """The even pixels of the frame that a clip may fill."""
    if treatment.scale == 100:
        return width, height
    return tuple(max(2, 2 * round(Fraction(side * treatment.scale, 200))) for side in (width, height))  # type: ignore[return-value]  # two of them


def pad(treatment: Treatment, inner: tuple[int, int], outer: tuple[int, int]) -> list[str]:
    """Black around a picture that is smaller than the frame; all of the picture is kept in it."""
    if inner == outer:
        return []
    if (treatment.x, treatment.y) == (50, 50):
        return [f"pad={outer[0]}:{outer[1]}:(ow-iw)/2:(oh-ih)/2"]
    x, y = (
        corner(at, *sides)
        for at, sides in zip((treatment.x, treatment.y), zip(inner, outer, strict=True), strict=True)
    )
    return [f"pad={outer[0]}:{outer[1]}:{x}:{y}"]


def corner(percent: int, inner: int, outer: int) -> int:
    """Where something begins whose middle stands at a share of what it is in, kept within; even, as chroma is."""
    begin = 2 * round(Fraction(outer * percent, 200) - Fraction(inner, 4))
    return max(0, min(begin, outer - inner))


def fine(motion: Motion, medium: Media, size: tuple[int, int]) -> tuple[int, int]:
    """The even pixels at which a picture is moved over: up to those that its enlarged part needs, as far as it has them."""
    there = min(Fraction(medium.width, size[0]), Fraction(medium.height, size[1]))
    times = max(Fraction(1), min(Fraction(motion.zoom, 100), _FINEST, there))
    return 2 * ceil(size[0] * times / 2), 2 * ceil(size[1] * times / 2)


def moved(
    motion: Motion, piece: Piece, fps: Fraction, large: tuple[int, int], size: tuple[int, int]
) -> list[str]:
    """The filters that show the moving view; its corners fall between pixels, so that it moves by the same bit each frame.

    `large` is the picture's size, `size` what comes out.
    """
    step, length = frame_ticks(fps) * piece.speed, motion.end - motion.start
    # Played backwards, a picture is still moved over as was asked, from what is seen first.
    gone = motion.end - piece.end if piece.backwards else piece.start - motion.start
    share = f"clip(({float(Fraction(gone) / length):.9f}+in*{float(step / length):.12f})\\,0\\,1)"
    least = 100 / motion.zoom
    across, down = f"{1 - least:.9f}", f"{1 - least:.9f}"
    ways = {
        "in": (f"{across}/2*{share}", f"{down}/2*{share}", f"(1-{across}*{share})"),
        "out": (f"{across}/2*(1-{share})", f"{down}/2*(1-{share})", f"(1-{across}*(1-{share}))"),
        "right": (f"{across}*{share}", f"{down}/2", f"{least:.9f}"),
        "left": (f"{across}*(1-{share})", f"{down}/2", f"{least:.9f}"),
        "down": (f"{across}/2", f"{down}*{share}", f"{least:.9f}"),
        "up": (f"{across}/2", f"{down}*(1-{share})", f"{least:.9f}"),
    }
    x, y, part = ways[motion.way]
    corners = [f"x0=W*({x})", f"y0=H*({y})", f"x1=W*({x}+{part})", f"y1=H*({y})"]
    corners += [f"x2=W*({x})", f"y2=H*({y}+{part})", f"x3=W*({x}+{part})", f"y3=H*({y}+{part})"]
    # Where there are pixels to spare the plain way of reading between them is as sharp, and half the work.
    between = "cubic" if large == size else "linear"
    steps = [f"perspective={':'.join(corners)}:interpolation={between}:eval=frame"]
    return steps if large == size else [*steps, f"scale={size[0]}:{size[1]}"]
