"""Sentences of the operations on what a clip shows and where it stands."""

from collections.abc import Callable
from pathlib import PureWindowsPath
from typing import Any, Final

from nemovideo_mcp.handlers.wording import Names, plain_name, quoted, where
from nemovideo_mcp.wire import operations_framing as framing

_WAYS: Final = {"in": "zooming in", "out": "zooming out"}


def position(operation: Any) -> str:
    """` at x 20% y 80%`, as far as either was given."""
    said = [f"{name} {at}%" for name in ("x", "y") if (at := getattr(operation, name)) is not None]
    return f" at {' '.join(said)}" if said else ""


def _crop(operation: framing.Crop, names: Names) -> str:
    unit = "px" if operation.unit == "px" else "%"
    said = [
        f"{name} {value}{unit}"
        for name in ("x", "y", "width", "height")
        if (value := getattr(operation, name)) is not None
    ]
    verb = "crop further to" if operation.relative else "crop to"
    return f"{verb} the region {' '.join(said)}{where(operation, names)}"


def _scale(operation: framing.Scale, names: Names) -> str:
    to = "" if operation.percent is None else f" to {operation.percent}%"
    return f"scale the picture{to}{position(operation)}{where(operation, names)}"


def _ken_burns(operation: framing.KenBurns, names: Names) -> str:
    which = where(operation, names)
    if operation.way == "none":
        return f"remove the ken burns effect{which}"
    way = _WAYS.get(operation.way, f"panning {operation.way}")
    return f"add a ken burns effect {way} to {operation.percent}%{which}"


def _chroma_key(operation: framing.ChromaKey, names: Names) -> str:
    over = "" if operation.over is None else f" over {names.clip(operation.over)}"
    return f"key out the {operation.color} of {names.layer(operation.id)} by {operation.amount}%{over}"


def _stabilise(operation: framing.Stabilise, names: Names) -> str:
    if not operation.percent:
        return f"remove the stabilisation{where(operation, names)}"
    return f"stabilise by {operation.percent}%{where(operation, names)}"


def _lut(operation: framing.Lut, names: Names) -> str:
    if operation.file is None:
        return f"remove the LUT{where(operation, names)}"
    name = plain_name(PureWindowsPath(operation.file.strip()).name)
    return f"apply the LUT {quoted(name)} at {operation.percent}%{where(operation, names)}"


FRAMING: Final[dict[str, Callable[[Any, Names], str]]] = {
    "crop": _crop,
    "scale": _scale,
    "ken_burns": _ken_burns,
    "chroma_key": _chroma_key,
    "stabilise": _stabilise,
    "lut": _lut,
}
