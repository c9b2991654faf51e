"""Colour tables where a sentence names their files."""

from typing import Final

from nemovideo_mcp.studio.agent.slots import Recogniser, recogniser

ENDING: Final = ".cube"
LUTS: Final[tuple[Recogniser, ...]] = (
    recogniser(
        r"(?<![a-z0-9_./\\-])[a-z0-9_][a-z0-9_.()+-]*\.cube(?![a-z0-9_])", lambda m: ("LUTFILE", m[0])
    ),
)
