"""Sentences of the operations that make something, and of the canvas."""

from collections.abc import Callable
from typing import Any, Final

from nemovideo_mcp.handlers.wording import Names, moment, quoted, span
from nemovideo_mcp.wire import operations_making as making

_LAYOUTS: Final = {"columns": "side by side", "rows": "one above the other", "grid": "in a grid"}


def _set_length(operation: making.SetLength, names: Names) -> str:
    what = names.clips(operation.clips) if operation.clips else "each picture"
    return f"show {what} for {moment(operation.duration_ms)}"


def _slideshow(operation: making.Slideshow, _: Names) -> str:
    said = "make a slideshow"
    if operation.each_ms is not None:
        said += f", each picture for {moment(operation.each_ms)}"
    if operation.total_ms is not None:
        said += f", {moment(operation.total_ms)} in all"
    if operation.fade_ms is not None:
        said += f", with crossfades of {moment(operation.fade_ms)}"
    return said


def _colors(operation: Any) -> str:
    text = "" if operation.color is None else f" with {operation.color} text"
    return f" on a {operation.background} background{text}"


def _position(operation: making.Card) -> str:
    return "" if operation.position is None else f" at position {operation.position}"


def _add_card(operation: making.AddCard, _: Names) -> str:
    words = f" saying {quoted(operation.text)}" if operation.text else ""
    return f"add a card{words}{_position(operation)} for {moment(operation.duration_ms)}{_colors(operation)}"


def _countdown(operation: making.Countdown, _: Names) -> str:
    return f"add a {operation.seconds} seconds countdown{_position(operation)}{_colors(operation)}"


def _credits(operation: making.Credits, _: Names) -> str:
    over = " over the film" if operation.over else ""
    return f"add rolling credits {quoted(operation.text)}{over} for {moment(operation.duration_ms)}{_colors(operation)}"


def _add_captions(operation: making.AddCaptions, _: Names) -> str:
    cues = [f"{span(cue.start_ms, cue.end_ms)} {quoted(cue.text)}" for cue in operation.cues]
    return f"add captions: {', '.join(cues)}"


def _split_screen(operation: making.SplitScreen, names: Names) -> str:
    return f"put {names.clips(operation.clips)} {_LAYOUTS[operation.layout]}"


def _from_script(operation: making.FromScript, _: Names) -> str:
    return f"make a video without music from this script: {quoted(operation.text)}"


def _canvas(operation: making.SetCanvas, _: Names) -> str:
    size = "" if operation.width is None else f" to {operation.width}x{operation.height}"
    rate = "" if operation.fps is None else f" at {operation.fps.normalize():f} fps"
    return f"set the canvas{size}{rate}"


MAKING: Final[dict[str, Callable[[Any, Names], str]]] = {
    "set_length": _set_length,
    "slideshow": _slideshow,
    "add_card": _add_card,
    "countdown": _countdown,
    "credits": _credits,
    "add_captions": _add_captions,
    "split_screen": _split_screen,
    "from_script": _from_script,
    "canvas": _canvas,
}
