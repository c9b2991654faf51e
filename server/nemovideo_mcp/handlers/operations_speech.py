"""Sentences of the operations on what is said."""

from collections.abc import Callable
from typing import Any, Final

from nemovideo_mcp.handlers.wording import Names, quoted
from nemovideo_mcp.wire import operations_speech as speech

_STYLES: Final = {"plain": "plain", "boxed": "boxed", "bold": "bold", "highlight": "word by word"}
_TIMES: Final = {-1: "last", 1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def _add_subtitles(operation: speech.AddSubtitles, _: Names) -> str:
    track = " as a soft track" if operation.as_track else ""
    place = operation.place.replace("-", " ")
    return f"add {_STYLES[operation.style]} subtitles at the {place}{track}"


def _style_subtitles(operation: speech.StyleSubtitles, _: Names) -> str:
    said = (
        f"change the subtitles to {_STYLES[operation.style]}" if operation.style else "change the subtitles"
    )
    said += f" at the {operation.place.replace('-', ' ')}" if operation.place else ""
    said += f" in {operation.color}" if operation.color else ""
    said += f" size {operation.size}%" if operation.size else ""
    return said + {None: "", True: " as a soft track", False: " burned in"}[operation.as_track]


def _shift_subtitles(operation: speech.ShiftSubtitles, _: Names) -> str:
    return f"shift the subtitles {abs(operation.by_ms)} ms {'later' if operation.by_ms > 0 else 'earlier'}"


def _remove_subtitles(_: speech.RemoveSubtitles, __: Names) -> str:
    return "remove the subtitles"


def _cut_spoken(operation: speech.CutSpoken, _: Names) -> str:
    said = f"{'keep only' if operation.keep else 'cut out'} where they say {quoted(operation.words)}"
    return said + (f" for the {_TIMES[operation.which]} time" if operation.which else "")


SPEECH: Final[dict[str, Callable[[Any, Names], str]]] = {
    "add_subtitles": _add_subtitles,
    "style_subtitles": _style_subtitles,
    "shift_subtitles": _shift_subtitles,
    "remove_subtitles": _remove_subtitles,
    "cut_spoken": _cut_spoken,
}
