"""A colour taken out of a picture: the filters that make it see-through."""

from typing import Final

from nemovideo_mcp.studio.render.graph import ALPHA
from nemovideo_mcp.studio.timeline.model import Overlay

_EDGE: Final = 0.05  # how much further from the colour a picture is half there
_PALE: Final = (
    60  # a colour whose channels are nearer together than this has too little colour to be told by it
)
_PALE_SHARE: Final = 0.4


def keyed(overlay: Overlay) -> list[str]:
    """The filters for 4:2:0 video with alpha in BT.709; none for an overlay without a key."""
    if overlay.key is None:
        return []
    red, green, blue = (int(overlay.key[at : at + 2], 16) for at in (1, 3, 5))
    near = overlay.similarity / 100
    if max(red, green, blue) - min(red, green, blue) < _PALE:
        return ["format=rgba", f"colorkey=0x{overlay.key[1:]}:{near * _PALE_SHARE:.3f}:{_EDGE}", ALPHA]
    steps = [f"chromakey={_yuv(red, green, blue)}:{near:.3f}:{_EDGE}:yuv=1"]
    spills = green > 2 * max(red, blue) or blue > 2 * max(red, green)
    if spills:
        kind = "green" if green > blue else "blue"
        steps += ["format=rgba", f"despill=type={kind}:mix=0.5:expand=0", ALPHA]
    return steps


def _yuv(red: int, green: int, blue: int) -> str:
    """A colour as the film's own matrix writes it; the filter would take the older one's."""
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    written = (
        16 + luma * 219 / 255,
        128 + (blue - luma) / 1.8556 * 224 / 255,
        128 + (red - luma) / 1.5748 * 224 / 255,
    )
    return "0x" + "".join(f"{min(255, max(0, round(part))):02x}" for part in written)
