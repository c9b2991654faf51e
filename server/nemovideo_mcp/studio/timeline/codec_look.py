"""How a clip's treatment, the way it enters, and overlays are spelt in the draft; what is plain is left out."""

from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.timeline.model import (
    PLAIN,
    Clip,
    Effect,
    Motion,
    Overlay,
    Place,
    Project,
    Text,
    TimedWord,
    Transition,
    Treatment,
)
from nemovideo_mcp.studio.timeline.remembered import Remembered
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from nemovideo_mcp.wire.draft import Segment

TEXT_LOOK: Final = ("x", "y", "outline", "outline_color", "highlight")


def clip_look(clip: Clip) -> dict[str, Any]:
    """The segment's `treatment` and `transition`, where there are any."""
    told = look_of_treatment(clip.treatment)
    look = {"treatment": told["tr"]} if told else {}
    if clip.backwards:
        look["backwards"] = True
    if clip.enters:
        way = {"way": clip.enters.way} if clip.enters.kind in ("wipe", "slide") else {}
        look["transition"] = {"kind": clip.enters.kind, "d": to_ms(clip.enters.duration), **way}
    return look


def look_of_treatment(treatment: Treatment) -> dict[str, Any]:
    """`tr` and how a treatment is spelt, or nothing for a plain one."""
    return {} if treatment is PLAIN else _look(treatment)


def _look_of(treatment: Treatment) -> dict[str, Any]:
    if treatment == PLAIN:
        return {}
    told = treatment.model_dump(mode="json", exclude_defaults=True)
    effects = {effect.kind.value: effect.amount for effect in treatment.effects}
    return {"tr": {**told, **({"effects": effects} if effects else {}), **_motion(treatment.motion)}}


_look: Final = Remembered(_look_of)


def _motion(motion: Motion | None) -> dict[str, Any]:
    if motion is None:
        return {}
    span = {"start": to_ms(motion.start), "end": to_ms(motion.end)}
    return {"motion": {"way": motion.way, "zoom": motion.zoom, **span}}


def _motion_of(told: dict[str, Any]) -> Motion:
    span = {name: from_ms(Fraction(told[name])) for name in ("start", "end")}
    return Motion.model_validate({**told, **span})


def treatment_of(segment: Segment) -> Treatment:
    """A segment's treatment; ValueError or pydantic's ValidationError when it is none."""
    return treatment_from(segment.treatment)


def treatment_from(said: dict[str, Any] | None) -> Treatment:
    """A treatment from its spelling; ValueError or pydantic's ValidationError when it is none."""
    told = dict(said or {})
    amounts = told.pop("effects", {})
    effects = tuple(Effect.model_validate({"kind": kind, "amount": amounts[kind]}) for kind in amounts)
    if moving := told.pop("motion", None):
        told["motion"] = _motion_of(moving)
    return Treatment(effects=effects, **told)


def transition_of(segment: Segment) -> Transition | None:
    """A segment's transition from the one before it, if it has any."""
    told = segment.transition
    if not told:
        return None
    way = {"way": told["way"]} if "way" in told else {}
    return Transition.model_validate(
        {"kind": told.get("kind"), "duration": from_ms(Fraction(told.get("d", 0))), **way}
    )


def text_look(text: Text) -> dict[str, Any]:
    """Where a text stands and its outline, as far as they are not the usual ones."""
    said = [[to_ms(w.at), to_ms(w.end), w.text, *([1] if w.joined else [])] for w in text.words]
    look = text.model_dump(mode="json", include=set(TEXT_LOOK), exclude_defaults=True)
    return look | ({"words": said} if said else {})


def words_of(about: dict[str, Any]) -> tuple[TimedWord, ...]:
    """The words of a caption that are said."""
    return tuple(
        TimedWord(text=str(text), at=from_ms(at), end=from_ms(max(end, at + 1)), joined=bool(joined))
        for at, end, text, *joined in about.get("words", ())
    )


def overlay_segment(overlay: Overlay, project: Project) -> Segment:
    """An overlay as a segment of the overlay track."""
    start, end = to_ms(overlay.at), to_ms(overlay.at + overlay.duration)
    about: dict[str, Any] = {"title": project.medium(overlay.media).name}
    about |= {"size": overlay.size, "opacity": overlay.opacity}
    about |= {name: at for name, at in (("x", overlay.x), ("y", overlay.y)) if at is not None}
    if overlay.key:
        about |= {"key": overlay.key, "similarity": overlay.similarity}
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
    look = {
        name: about[name]
        for name in ("size", "opacity", "whole", "x", "y", "key", "similarity")
        if name in about
    }
    return Overlay(
        id=overlay_id,
        media=media,
        at=from_ms(Fraction(segment.start or 0)),
        duration=from_ms(Fraction(segment.duration)),
        start=from_ms(Fraction(segment.source_in or 0)),
        place=Place(segment.place or "top-right"),
        **look,
    )
