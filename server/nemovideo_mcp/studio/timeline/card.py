"""Cards: plain coloured pictures that the studio makes itself, as media of a project."""

import re
from fractions import Fraction
from typing import Final

from nemovideo_mcp.studio.timeline.model import Canvas, Media, MediaKind

PREFIX: Final = "card:"
SIDE: Final = 64
USUAL_CANVAS: Final = Canvas(width=1920, height=1080, fps=Fraction(30))
_COLOR: Final = re.compile(r"#[0-9a-f]{6}")
_NAMES: Final = {"#000000": "black", "#ffffff": "white"}


def is_card(media_id: str) -> bool:
    """Whether a medium is a card, not uploaded."""
    return media_id.startswith(PREFIX)


def color_of(media_id: str) -> str:
    """`#rrggbb` of a card; KeyError when the id names no colour."""
    color = media_id.removeprefix(PREFIX)
    if not is_card(media_id) or not _COLOR.fullmatch(color):
        raise KeyError(media_id)
    return color


def card_medium(color: str) -> Media:
    """The card of a colour as a still; it fills the frame, whatever the frame's shape."""
    name = f"{_NAMES.get(color, color)} card"
    return Media(id=PREFIX + color, name=name, kind=MediaKind.IMAGE, duration=0, width=SIDE, height=SIDE)


def readable_on(color: str) -> str:
    """White or black, whichever stands out more from a colour."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return "#000000" if 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2 > 0.25 else "#ffffff"
