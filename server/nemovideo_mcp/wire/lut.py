"""Colour tables (LUTs): how a .cube file reaches the studio and what is known of it; the studio's own, not in the published API."""

from nemovideo_mcp.wire.base import Answer, Request


class LutRequest(Request):
    """The name of a .cube file, and its text."""

    name: str
    cube: str


class LutTaken(Answer):
    """A table the session now has: `id` by its content, `size` colours a side."""

    id: str
    name: str
    size: int
