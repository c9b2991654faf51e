"""Clips that share the picture: where each cell lies, and how cells become one picture and one sound."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from nemovideo_mcp.studio.render.graph import FORMAT
from nemovideo_mcp.studio.render.runs import Run


def with_side_inputs(runs: Sequence[Run], first: int) -> list[Run]:
    """The runs with inputs of their own, numbered from `first`, for what is seen beside them."""
    numbers = count(first)
    return [
        replace(run, sides=tuple(replace(side, input=next(numbers)) for side in run.sides))
        if run.sides
        else run
        for run in runs
    ]


def cells(layout: str, number: int, width: int, height: int) -> list[tuple[int, int, int, int]]:
    """x, y, width and height of so many cells, in even pixels that fill the picture without a gap."""
    across, down = {"columns": (number, 1), "rows": (1, number)}.get(layout, (2, (number + 1) // 2))
    xs, ys = _edges(width, across), _edges(height, down)
    return [
        (
            xs[n % across],
            ys[n // across],
            xs[n % across + 1] - xs[n % across],
            ys[n // across + 1] - ys[n // across],
        )
        for n in range(number)
    ]


def _edges(length: int, parts: int) -> list[int]:
    return [*(2 * (length * part // parts // 2) for part in range(parts)), length]


def stacked(laid: Sequence[tuple[int, int, int, int]], width: int, height: int) -> list[str]:
    """The filters that put pictures of these cells together; where there is none it is black."""
    places = "|".join(f"{x}_{y}" for x, y, _, _ in laid)
    covered = sum(wide * high for _, _, wide, high in laid) == width * height
    full = max(x + wide for x, _, wide, _ in laid), max(y + high for _, y, _, high in laid)
    pad = [] if full == (width, height) else [f"pad={width}:{height}"]
    return [
        f"xstack=inputs={len(laid)}:layout={places}{'' if covered else ':fill=black'}",
        *pad,
        FORMAT,
        "setsar=1",
    ]
