"""How a clip that shares the picture is spelt in the draft; one that has it to itself says nothing."""

from fractions import Fraction
from typing import Any

from nemovideo_mcp.studio.timeline.codec_look import look_of_treatment, treatment_from
from nemovideo_mcp.studio.timeline.model import Beside, Cell, Clip
from nemovideo_mcp.studio.timeline.time import from_ms, to_ms
from nemovideo_mcp.wire.draft import Segment


def beside_look(clip: Clip) -> dict[str, Any]:
    """The segment's `beside`, where there is any."""
    if clip.beside is None:
        return {}
    cells = [
        {
            "src": cell.media,
            "off": to_ms(cell.offset),
            "vol": cell.volume,
            **look_of_treatment(cell.treatment),
        }
        for cell in clip.beside.cells
    ]
    return {"beside": {"layout": clip.beside.layout, "own": clip.beside.own, "cells": cells}}


def beside_of(segment: Segment, known: set[str]) -> Beside | None:
    """What a segment shares the picture with; ValueError when it draws from a file that is not `known`, or is none."""
    if not segment.beside:
        return None
    cells = tuple(_cell(cell, known) for cell in segment.beside.get("cells", ()))
    return Beside.model_validate({**segment.beside, "cells": cells})


def _cell(told: dict[str, Any], known: set[str]) -> Cell:
    if told.get("src") not in known:
        raise ValueError(f"a cell draws from {told.get('src')}, a file this project does not have")
    return Cell(
        media=str(told["src"]),
        offset=from_ms(Fraction(told.get("off", 0))),
        treatment=treatment_from(told.get("tr")),
        volume=told.get("vol", 100),
    )
