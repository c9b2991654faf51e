"""How a file's picture and sound are coded, as far as a renderer must know it to keep them as they look and sound."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.video.stream import VideoStream

from nemovideo_mcp.studio.media import still
from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.opening import begins, open_media, picture_stream, sound_stream
from nemovideo_mcp.studio.media.rate import sane_rate
from nemovideo_mcp.studio.media.sniff import sniff_file
from nemovideo_mcp.studio.timeline.time import Ticks, from_seconds

_UNSPECIFIED: Final = 2
_PROGRESSIVE: Final = 1
_OFF: Final = Fraction(1, 10)  # of a frame: less than that is rounding
_WITH_ALPHA: Final = {"vp8": "libvpx", "vp9": "libvpx-vp9"}  # others leave transparency unread
_RGB: Final = 0
_BRIGHT: Final = (16, 18)  # PQ and HLG, as ITU-T H.273 numbers them
_SEEKABLE: Final = ("mp4", "mov", "mkv", "webm", "avi")


@dataclass(frozen=True)
class Appearance:
    """`guess_matrix`: the file names no colour matrix; `hdr`: PQ or HLG light; `rgb`: may hold transparency.

    `picture` and `sound` are numbers of streams; `channels` of the sound (0: none). `seekable`: a video that can be entered
    at any key frame. `interlaced`: two half pictures in one. `decoder`: the one that is needed where another would lose
    something. `late`: by how many ticks pictures come after the time of the frame that they are nearest to.
    """

    guess_matrix: bool = False
    hdr: bool = False
    rgb: bool = False
    channels: int = 0
    seekable: bool = False
    picture: int = 0
    sound: int = 0
    interlaced: bool = False
    decoder: str = ""
    late: Ticks = 0


def appearance(path: Path) -> Appearance:
    """Read it from a file's headers. Raises BadMedia when the file is no longer what was taken in."""
    container = sniff_file(path)
    if container in still.CONTAINERS:
        return Appearance(rgb=True)
    try:
        if container is not None:
            with open_media(path, container) as file:
                return _of_streams(file, container)
    except (av.FFmpegError, ValueError) as error:
        raise BadMedia(
            "broken", "A file of the project can no longer be read.", "Upload it again."
        ) from error
    raise BadMedia("broken", "A file of the project is no longer a media file.", "Upload it again.")


def _of_streams(file: av.container.InputContainer, container: str) -> Appearance:
    picture, sound = picture_stream(file), sound_stream(file)
    channels = sound.codec_context.channels if sound is not None else 0
    heard = sound.index if sound is not None else 0
    if picture is None:
        return Appearance(channels=channels, sound=heard)
    codec = picture.codec_context
    decoder = _WITH_ALPHA.get(codec.name, "") if picture.metadata.get("alpha_mode") == "1" else ""
    return Appearance(
        guess_matrix=codec.colorspace == _UNSPECIFIED and not _coloured(codec.format),
        hdr=codec.color_trc in _BRIGHT,
        rgb=codec.colorspace == _RGB or bool(decoder) or _coloured(codec.format) or _clear(codec.format),
        channels=channels,
        seekable=container in _SEEKABLE,
        picture=picture.index,
        sound=heard,
        interlaced=codec.field_order > _PROGRESSIVE,
        decoder=decoder,
        late=_late(file, picture),
    )


def _coloured(pixels: av.VideoFormat | None) -> bool:
    """Whether pixels are red, green and blue, or from a palette: no matrix has turned them into brightness and colour."""
    return pixels is not None and (pixels.is_rgb or pixels.has_palette)


def _clear(pixels: av.VideoFormat | None) -> bool:
    """Whether pixels have an opacity of their own."""
    return pixels is not None and any(part.is_alpha for part in pixels.components)


def _late(file: av.container.InputContainer, picture: VideoStream) -> Ticks:
    """How far the first picture stands after (before, below 0) a frame counted from the file's start.

    Where the sound begins first, pictures may stand half way between two frames: all of them would be shown half a frame too
    early or too late.
    """
    if picture.start_time is None or picture.time_base is None:
        return 0
    frame = 1 / sane_rate(picture.average_rate, picture.base_rate)
    after = picture.start_time * picture.time_base - begins(file)
    off = after - round(after / frame) * frame
    return from_seconds(off) if abs(off) > frame * _OFF else 0
