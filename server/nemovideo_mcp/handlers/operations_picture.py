"""Sentences of the operations on the picture."""

from collections.abc import Callable
from typing import Any, Final

from nemovideo_mcp.handlers.operations_framing import FRAMING, position
from nemovideo_mcp.handlers.wording import SEPARATOR, Names, moment, ranged, span, where
from nemovideo_mcp.wire import operations_picture as picture

_LEVELS: Final = ("brightness", "contrast", "saturation")
_KINDS: Final = {
    "crossfade": "crossfade",
    "wipe": "wipe",
    "slide": "slide",
    "dip_black": "dip to black",
    "dip_white": "dip to white",
}


def _aspect(operation: picture.Aspect, _: Names) -> str:
    return f"crop to {operation.shape}" if operation.fit == "crop" else f"make it {operation.shape} with bars"


def _fade(operation: picture.Fade, names: Names) -> str:
    whose = " the music" if operation.music else f" {names.clip(operation.clip)}" if operation.clip else ""
    if operation.sound and not operation.music:
        whose = f" the sound{' of' + whose if whose else ''}"
    return f"{operation.op.replace('_', ' ')}{whose} over {moment(operation.duration_ms)}"


def _effect(operation: picture.SetEffect, names: Names) -> str:
    """Levels are said as shares of what came, 100 % being as it came; the others as amounts."""
    kind, amount = operation.kind.replace("_", " "), operation.amount
    if operation.relative:
        verb = "reduce" if amount < 0 else "increase"
        return f"{verb} the {kind} by {abs(amount)}%{where(operation, names)}"
    level = 100 + amount if operation.kind in _LEVELS else amount
    return f"set the {kind} to {level}%{where(operation, names)}"


def _remove_effects(operation: picture.RemoveEffects, names: Names) -> str:
    kinds = [kind.replace("_", " ") for kind in operation.kinds] or ["effects"]
    return SEPARATOR.join(f"remove the {kind}{where(operation, names)}" for kind in kinds)


def _rotate(operation: picture.Rotate, names: Names) -> str:
    """Clip by clip: turning all of them at once is turning the film, and its shape with it."""
    turn = f"{abs(operation.degrees)} degrees {'counterclockwise' if operation.degrees < 0 else 'clockwise'}"
    if operation.clips and not ranged(operation):
        return SEPARATOR.join(f"rotate {names.clip(one)} {turn}" for one in dict.fromkeys(operation.clips))
    return f"rotate {turn}{ranged(operation)}"


def _flip(operation: picture.Flip, names: Names) -> str:
    return f"flip {operation.way}ly{where(operation, names)}"


def _zoom(operation: picture.Zoom, names: Names) -> str:
    return f"zoom in to {operation.percent}%{where(operation, names)}"


def _transition(operation: picture.SetTransition, names: Names) -> str:
    length = "" if operation.duration_ms is None else f" over {moment(operation.duration_ms)}"
    way = f"{operation.way}ward " if operation.kind in ("wipe", "slide") else ""
    said = f"add a {way}{_KINDS[operation.kind]}"
    if not operation.clips:
        return f"{said} between all clips{length}"
    return SEPARATOR.join(f"{said} into {clip}{length}" for clip in names.later(operation.clips))


def _remove_transitions(operation: picture.RemoveTransitions, names: Names) -> str:
    if not operation.clips:
        return "remove the transitions"
    return SEPARATOR.join(f"remove the transition into {clip}" for clip in names.later(operation.clips))


def _overlay_timing(operation: Any) -> str:
    """When an overlay is seen."""
    at, length = operation.at_ms, operation.duration_ms
    if at is None:
        return "" if length is None else f" for {moment(length)}"
    return f" {span(at, None if length is None else at + length)}"


def _add_overlay(operation: picture.AddOverlay, names: Names) -> str:
    file = names.file(operation.media, ("video", "image"))
    place = operation.place.replace("-", " ")
    said = f"overlay {file} at the {place}{position(operation)} size {operation.size}%{_overlay_timing(operation)}"
    faint = [] if operation.opacity == 100 else [f"change the overlay to {operation.opacity}% opacity"]
    return SEPARATOR.join([said, *faint])


def _change_overlay(operation: picture.ChangeOverlay, names: Names) -> str:
    """A sentence for each percentage, as one has room for one."""
    change = f"change {names.overlay(operation.id)}"
    place = "" if operation.place is None else f" at the {operation.place.replace('-', ' ')}"
    rest = place + position(operation) + _overlay_timing(operation)
    said = [f"{change} to {operation.opacity}% opacity"] if operation.opacity is not None else []
    if operation.size is not None:
        said.append(f"{change} to size {operation.size}%{rest}")
    elif rest:
        said.append(f"{change}{rest}")
    return SEPARATOR.join(said)


def _remove_overlays(operation: picture.RemoveOverlays, names: Names) -> str:
    return SEPARATOR.join(f"remove {names.overlay(one)}" for one in dict.fromkeys(operation.ids))


PICTURE: Final[dict[str, Callable[[Any, Names], str]]] = {
    "aspect": _aspect,
    "fade_in": _fade,
    "fade_out": _fade,
    "effect": _effect,
    "remove_effects": _remove_effects,
    "rotate": _rotate,
    "flip": _flip,
    "zoom": _zoom,
    **FRAMING,
    "transition": _transition,
    "remove_transitions": _remove_transitions,
    "add_overlay": _add_overlay,
    "change_overlay": _change_overlay,
    "remove_overlays": _remove_overlays,
}
