"""What lies over the picture: uploaded pictures and films in a corner, and the white of a dip."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from nemovideo_mcp.studio.media.appearance import Appearance
from nemovideo_mcp.studio.render.framing import corner
from nemovideo_mcp.studio.render.graph import ALPHA, at_ticks, labelled, seconds
from nemovideo_mcp.studio.render.keying import keyed
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Overlay, Project
from nemovideo_mcp.studio.timeline.time import TICKS_PER_SECOND, to_frames

_MARGIN: Final = 0.03  # of the short side
_TO_SDR: Final = "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv"


@dataclass(frozen=True)
class Sheet:
    """The film's picture: pixels and frames a second."""

    width: int
    height: int
    fps: Fraction


@dataclass(frozen=True)
class Over:
    """A chain that ends in a label of its own, and the filter that lays it over the film."""

    chain: str
    label: str
    filter: str


def shown(project: Project, frames: int, fps: Fraction) -> list[Overlay]:
    """The overlays that are seen, in the order in which they lie."""
    return [one for one in project.overlays if _window(one, frames, fps) is not None]


def laid_over(
    project: Project, looks: Mapping[str, Appearance], first_input: int, frames: int, sheet: Sheet
) -> list[Over]:
    """Every overlay that is seen, each with an input of its own, numbered from `first_input`."""
    overs = []
    for number, overlay in enumerate(shown(project, frames, sheet.fps)):
        medium = project.medium(overlay.media)
        window = _window(overlay, frames, sheet.fps)
        if window is None:
            continue
        width, height = _size(overlay, medium, sheet)
        look = looks[overlay.media]
        chain = [
            *_sampled(overlay, medium, sheet.fps),
            *_coloured(look, medium),
            f"scale={width}:{height}",
            ALPHA,
            *keyed(overlay),
            f"colorchannelmixer=aa={overlay.opacity / 100:g}" if overlay.opacity < 100 else "",
            ALPHA if overlay.opacity < 100 else "",
            "setsar=1",
        ]
        label = f"o{number}"
        x, y = _corner(overlay, width, height, sheet)
        during = _during(*window, sheet.fps)
        lay = f"overlay={x}:{y}:format=yuv420:eof_action=repeat:enable={during}"
        overs.append(Over(labelled(chain, [f"{first_input + number}:{look.picture}"], label), label, lay))
    return overs


def white(number: int, first: int, last: int, cut: int, sheet: Sheet) -> Over:
    """White that grows from frame `first` to the cut and goes by frame `last`."""
    fps = sheet.fps
    rise, fall = seconds((cut - first) / fps), seconds((last - cut) / fps)
    chain = [
        f"color=white:s={sheet.width}x{sheet.height}:r={fps}:d={seconds((last - first) / fps)}",
        ALPHA,
        f"fade=t=in:st=0:d={rise}:alpha=1",
        f"fade=t=out:st={rise}:d={fall}:alpha=1",
        f"setpts=PTS+({seconds(first / fps)}/TB)",
    ]
    label = f"w{number}"
    lay = f"overlay=0:0:format=yuv420:eof_action=pass:enable={_during(first, last, fps)}"
    return Over(labelled(chain, [], label), label, lay)


def _window(overlay: Overlay, frames: int, fps: Fraction) -> tuple[int, int] | None:
    first = to_frames(overlay.at, fps)
    last = min(to_frames(overlay.at + overlay.duration, fps), frames)
    return (first, last) if first < last else None


def _during(first: int, last: int, fps: Fraction) -> str:
    """True from frame `first` to the one before `last`."""
    half = Fraction(1, 2) / fps
    return f"between(t\\,{seconds(max(first / fps - half, Fraction(0)))}\\,{seconds(last / fps - half)})"


def _sampled(overlay: Overlay, medium: Media, fps: Fraction) -> list[str]:
    if medium.kind is MediaKind.IMAGE:
        return []
    start, end = at_ticks(overlay.start), at_ticks(overlay.start + overlay.duration)
    begins = f"setpts=PTS-STARTPTS+({at_ticks(overlay.at)}/TB)"
    return [f"trim=start={start}:end={end}", f"settb=1/{TICKS_PER_SECOND}", begins, f"fps={fps}"]


def _coloured(look: Appearance, medium: Media) -> list[str]:
    if look.hdr:
        return [_TO_SDR]
    matrix = "bt709" if min(medium.width, medium.height) >= 720 else "smpte170m"
    named = [f"setparams=colorspace={matrix}"] if look.guess_matrix else []
    return [*named, "format=rgba"] if look.rgb else named


def _size(overlay: Overlay, medium: Media, sheet: Sheet) -> tuple[int, int]:
    """Even pixels: its share of the film's width, or less where it would be higher than the film."""
    width = Fraction(sheet.width * overlay.size, 100)
    height = width * medium.height / medium.width
    scale = min(Fraction(1), sheet.height / height)
    return max(2, 2 * round(width * scale / 2)), max(2, 2 * round(height * scale / 2))


def _corner(overlay: Overlay, width: int, height: int, sheet: Sheet) -> tuple[int, int]:
    margin = round(min(sheet.width, sheet.height) * _MARGIN)
    x = _along(overlay.place, ("left", "right"), sheet.width - width, margin)
    y = _along(overlay.place, ("top", "bottom"), sheet.height - height, margin)
    return (
        x if overlay.x is None else corner(overlay.x, width, sheet.width),
        y if overlay.y is None else corner(overlay.y, height, sheet.height),
    )


def _along(
    place: str, sides: tuple[Literal["left", "top"], Literal["right", "bottom"]], room: int, margin: int
) -> int:
    margin = min(margin, room // 2)
    if sides[0] in place.split("-"):
        return margin
    return room - margin if sides[1] in place.split("-") else room // 2
