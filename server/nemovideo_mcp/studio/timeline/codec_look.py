"""How a clip's treatment, the way it enters, and overlays are spelt in the draft; what is plain is left out."""

from fractions import Fraction
from typing import Any

from nemovideo_mcp.studio.timeline.model import (
    PLAIN,
    Clip,
    Effect,
    Overlay,
    Place,
    Project,
    Transition,
    Treatment,
)
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from nemovideo_mcp.wire.draft import Segment


def clip_look(clip: Clip) -> dict[str, Any]:
    """The segment's `treatment` and `transition`, where there are any."""
    look: dict[str, Any] = {}
    if clip.treatment != PLAIN:
        told = clip.treatment.model_dump(mode="json", exclude_defaults=True)
        effects = {effect.kind.value: effect.amount for effect in clip.treatment.effects}
        look["treatment"] = {**told, **({"effects": effects} if effects else {})}
    if clip.enters:
        look["transition"] = {"kind": clip.enters.kind, "d": to_ms(clip.enters.duration)}
    return look


def treatment_of(segment: Segment) -> Treatment:
    """A segment's treatment; ValueError or pydantic's ValidationError when it is none."""
    told = dict(segment.treatment or {})
    amounts = told.pop("effects", {})
    effects = tuple(Effect.model_validate({"kind": kind, "amount": amounts[kind]}) for kind in amounts)
    return Treatment(effects=effects, **told)


def transition_of(segment: Segment) -> Transition | None:
    """A segment's transition from the one before it, if it has any."""
    told = segment.transition
    if not told:
        return None
    return Transition.model_validate(
        {"kind": told.get("kind"), "duration": from_ms(Fraction(told.get("d", 0)))}
    )


def overlay_segment(overlay: Overlay, project: Project) -> Segment:
    """An overlay as a segment of the overlay track."""
    start, end = to_ms(overlay.at), to_ms(overlay.at + overlay.duration)
    about = {"title": project.medium(overlay.media).name, "size": overlay.size, "opacity": overlay.opacity}
    return Segment(
        id=overlay.id,
        start=start,
        duration=end - start,
        metadata={**about, "whole": overlay.whole},
        source=overlay.media,
        source_in=to_ms(overlay.start),
        place=overlay.place.value,
    )


def overlay_of(segment: Segment, overlay_id: str, media: str) -> Overlay:
    """The overlay a segment describes; pydantic's ValidationError or ValueError when it is none."""
    about = segment.metadata
    look = {name: about[name] for name in ("size", "opacity", "whole") if name in about}
    return Overlay(
        id=overlay_id,
        media=media,
        at=from_ms(Fraction(segment.start or 0)),
        duration=from_ms(Fraction(segment.duration)),
        start=from_ms(Fraction(segment.source_in or 0)),
        place=Place(segment.place or "top-right"),
        **look,
    )
