"""Previews: pictures of a timeline as it stands; the studio's own, not in the published API."""

from nemovideo_mcp.wire.base import Answer

MAX_FRAMES = 25


class PreviewFrame(Answer):
    """One frame of the picture: its time in ms, its size in pixels."""

    at_ms: int
    width: int
    height: int


class Preview(Answer):
    """A picture as base64 of its file, the timeline's revision it shows, and the frames in it, row by row."""

    revision: int
    mime_type: str
    image: str
    frames: list[PreviewFrame]
