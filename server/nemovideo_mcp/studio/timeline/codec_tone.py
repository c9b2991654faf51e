"""How a sound's tone is spelt in the draft; what is as it came is left out."""

from typing import Any

from nemovideo_mcp.studio.timeline.model import UNCHANGED, Clip, Sound, Tone
from nemovideo_mcp.studio.timeline.time import to_ms
from nemovideo_mcp.wire.draft import Segment


def tone_look(one: Clip | Sound) -> dict[str, Any]:
    """The segment's `tone`, `ducked` and `leads`, where there are any."""
    look: dict[str, Any] = {}
    if one.tone != UNCHANGED:
        look["tone"] = one.tone.model_dump(mode="json", exclude_defaults=True)
    if isinstance(one, Clip):
        look |= {"sound_in": to_ms(one.sound_in)} if one.sound_in else {}
        look |= {"sound_out": to_ms(one.sound_out)} if one.sound_out else {}
    if isinstance(one, Sound) and one.ducked:
        look["ducked"] = True
    if isinstance(one, Sound) and one.leads:
        look["leads"] = True
    return look


def tone_of(segment: Segment) -> Tone:
    """A segment's tone; pydantic's ValidationError when it is none."""
    return Tone.model_validate(segment.tone or {})
