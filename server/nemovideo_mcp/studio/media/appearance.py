"""How a file's picture and sound are coded, as far as a renderer must know it to keep them as they look and sound."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av

from nemovideo_mcp.studio.media import still
from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.opening import open_media, picture_stream, sound_stream
from nemovideo_mcp.studio.media.sniff import sniff_file

_UNSPECIFIED: Final = 2
_RGB: Final = 0
_BRIGHT: Final = (16, 18)  # PQ and HLG, as ITU-T H.273 numbers them
_SEEKABLE: Final = ("mp4", "mov", "mkv", "webm", "avi")


@dataclass(frozen=True)
class Appearance:
    """`guess_matrix`: the file names no colour matrix; `hdr`: PQ or HLG light; `rgb`: may hold transparency.

    `channels` of the first sound (0: none). `seekable`: a video that can be entered at any key frame.
    """

    guess_matrix: bool = False
    hdr: bool = False
    rgb: bool = False
    channels: int = 0
    seekable: bool = False


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
    if picture is None:
        return Appearance(channels=channels)
    codec = picture.codec_context
    return Appearance(
        guess_matrix=codec.colorspace == _UNSPECIFIED,
        hdr=codec.color_trc in _BRIGHT,
        rgb=codec.colorspace == _RGB,
        channels=channels,
        seekable=container in _SEEKABLE,
    )
