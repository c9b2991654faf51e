"""One still of a media file, as PNG."""

from pathlib import Path
from typing import Final

import av
from PIL import Image

from nemovideo_mcp.studio.media import still
from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.opening import begins, open_media, picture_stream
from nemovideo_mcp.studio.media.sniff import sniff_file
from nemovideo_mcp.studio.timeline.time import Ticks, to_seconds

_SEND_AGAIN: Final = "Check the file and send it again."


def frame_png(path: Path, at: Ticks, into: Path, max_side: int = 1920) -> None:
    """Write what a file shows at a time (ticks from its start; past the end: its last picture) as PNG to `into`.

    Upright, in square pixels, at most `max_side` pixels on a side. Raises BadMedia when there is no such picture.
    """
    container = sniff_file(path)
    if container is None:
        raise BadMedia("unsupported", "The content is of no type this editor reads.", _SEND_AGAIN)
    image = still.upright(path) if container in still.CONTAINERS else _of_video(path, container, at)
    image.thumbnail((max_side, max_side))
    image.save(into, format="PNG")


def _of_video(path: Path, container: str, at: Ticks) -> Image.Image:
    try:
        with open_media(path, container) as file:
            frame, shape = _at(file, at)
    except (av.FFmpegError, ValueError) as error:
        raise BadMedia("broken", "The picture cannot be decoded.", _SEND_AGAIN) from error
    image: Image.Image = frame.to_image()  # type: ignore[no-untyped-call] # PyAV does not type its keywords
    if shape != 1:
        image = image.resize((round(image.width * shape), image.height))
    return image.rotate(frame.rotation, expand=True) if frame.rotation else image


def _at(file: av.container.InputContainer, at: Ticks) -> tuple[av.VideoFrame, float]:
    """The last picture that begins no later than the time, and its pixels' shape."""
    stream = picture_stream(file)
    if stream is None or stream.time_base is None:
        raise BadMedia("unsupported", "The file has sound but no picture.", _SEND_AGAIN)
    wanted = round((to_seconds(at) + begins(file)) / stream.time_base)
    file.seek(wanted, stream=stream, backward=True)
    found: av.VideoFrame | None = None
    for frame in file.decode(stream):
        if found is not None and frame.pts is not None and frame.pts > wanted:
            break
        found = frame
    if found is None:
        raise BadMedia("broken", "Not one picture of the file can be decoded.", _SEND_AGAIN)
    return found, float(stream.sample_aspect_ratio or 1)
