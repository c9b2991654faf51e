"""The language of ffmpeg's filter graphs: times, labels, escapes, and what belongs to picture and sound alike."""

from fractions import Fraction
from pathlib import Path
from typing import Final

from nemovideo_mcp.studio.timeline.time import Ticks, to_seconds

ALPHA: Final = "format=pix_fmts=yuva420p:color_spaces=bt709:color_ranges=tv"
FORMAT: Final = "format=pix_fmts=yuv420p:color_spaces=bt709:color_ranges=tv"


def seconds(value: Fraction) -> str:
    """Seconds with the microseconds that ffmpeg reads, rounded to the nearest."""
    return f"{float(round(value, 6)):.6f}"


def at_ticks(ticks: Ticks) -> str:
    """A time in ticks as ffmpeg reads it."""
    return seconds(to_seconds(ticks))


def escaped(path: Path) -> str:
    """A path as an option's value inside a graph: one escape for the option's reader, one for the graph's."""
    text = path.as_posix()
    for special in ("\\':", "\\'[],;"):
        text = "".join(f"\\{char}" if char in special else char for char in text)
    return text


def labelled(chain: list[str], sources: list[str], target: str) -> str:
    """A chain of filters between labels; empty filters are left out."""
    heads = "".join(f"[{source}]" for source in sources)
    return f"{heads}{','.join(step for step in chain if step)}[{target}]"


def join(chains: list[str]) -> str:
    """Chains as one graph, a line each."""
    return ";\n".join(chains) + "\n"
