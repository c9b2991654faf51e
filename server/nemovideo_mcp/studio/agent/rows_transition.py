"""Rows of the vocabulary about what happens between clips."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from nemovideo_mcp.studio.agent.row import Found, Row
from nemovideo_mcp.studio.agent.rows_framing import direction
from nemovideo_mcp.studio.agent.targets import clips_named, length_ms
from nemovideo_mcp.studio.timeline.edit import Edit, EditError
from nemovideo_mcp.studio.timeline.edits_transition import RemoveTransitions, SetTransition


def _kind(found: Found) -> str:
    if found.has("WIPE", "SLIDE"):
        return "wipe" if found.has("WIPE") else "slide"
    if found.has("DIP_WHITE") or found.one("COLOR") == "#ffffff":
        return "dip_white"
    if found.has("DIP_BLACK", "FADE_OUT") or found.one("COLOR") == "#000000":
        return "dip_black"
    return "crossfade"


def _into(found: Found) -> dict[str, Any]:
    """The clips it leads into: of two that are named the later; of one, that one; none for every cut."""
    named = list(dict.fromkeys(clip.id for clip in clips_named(found)))
    order = [clip.id for clip in found.project.clips]
    if not named or len(named) == len(order) > 2:
        return {}
    places = sorted(order.index(clip) for clip in named)
    if len(places) == 1:
        later = places[0] + 1 if found.has("AFTER") else places[0]
        if not 0 < later < len(order):
            raise EditError("one_clip")
        return {"clips": (order[later],)}
    after = [place for before, place in pairwise(places) if place == before + 1]
    if not after:
        raise EditError("not_neighbours")
    return {"clips": tuple(order[place] for place in after)} if len(order) > 2 else {}


def _transition(found: Found) -> Sequence[Edit]:
    if found.has("REMOVE", "NO"):
        return [RemoveTransitions(**_into(found))]
    length = found.one("LENGTH")
    timing = {} if length is None else {"duration_ms": length_ms(length, found.project)}
    kind, way = _kind(found), direction(found)
    moving = {"way": way} if way and kind in ("wipe", "slide") else {}
    return [SetTransition.model_validate({"kind": kind, **moving, **timing, **_into(found)})]


_PLAIN: Final = (
    "ADD|USE|CHANGE|REMOVE|NO|BETWEEN|CLIP+|CLIPS|ALL|CLIPWORD|FILE+|LENGTH|BEFORE|AFTER|COLOR|COUNTED|"
    "LENGTHWORD|PART|JOIN|EFFECTWORD|INORDER|SCREEN"
)
_WITH: Final = f"{_PLAIN}|TRANSITION|CROSSFADE|FADE"
_MOVING: Final = f"{_PLAIN}|TRANSITION|WAY|PLACE|UP|DOWN|CLOCKWISE|COUNTER|MOVE|STILLS"

TRANSITIONS: Final[tuple[Row, ...]] = (
    Row(
        name="transition",
        kind="edit",
        does={
            "en": "crossfade, wipe or slide between clips, or dip to black or white",
            "zh": "片段之间加转场：叠化、擦除、滑动、闪黑、闪白",
        },
        examples={
            "en": (
                "add a crossfade between all clips",
                "add a 0.5 second dip to black between clips 1 and 2",
                "slide to the left between clips 1 and 2",
            ),
            "zh": ("所有片段之间加叠化", "第一段和第二段之间加闪白", "所有片段之间加向左的滑动转场"),
        },
        forms=(
            f"WIPE|SLIDE [{_MOVING}]",
            f"CROSSFADE|DIP_WHITE|TRANSITION|DIP_BLACK [{_WITH}]",
            f"FADE BETWEEN [{_PLAIN}]",
            f"ADD FADE BETWEEN [{_PLAIN}]",
            f"FADE_OUT BETWEEN [{_PLAIN}]",
            f"FADE_BOTH BETWEEN [{_PLAIN}]",
        ),
        build=_transition,
    ),
    Row(
        name="remove_transitions",
        kind="edit",
        does={"en": "take transitions away", "zh": "去掉转场"},
        examples={"en": ("remove the transitions",), "zh": ("去掉转场",)},
        forms=(f"REMOVE|NO TRANSITION|CROSSFADE|WIPE|SLIDE [{_WITH}|WIPE|SLIDE]",),
        build=_transition,
    ),
)
