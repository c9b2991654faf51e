"""Cards as files: small PNGs of one colour, made when they are first needed."""

import os
from pathlib import Path
from tempfile import mkstemp

from PIL import Image

from nemovideo_mcp.studio.timeline.card import SIDE, color_of


def card_file(media_id: str, folder: Path) -> Path:
    """The PNG of a card in a folder, made now if it is not there; KeyError for no card, OSError."""
    color = color_of(media_id)
    path = folder / f"{color[1:]}.png"
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, part = mkstemp(prefix=f"{color[1:]}-", suffix=".part", dir=folder)
        with os.fdopen(handle, "wb") as file:
            Image.new("RGB", (SIDE, SIDE), color).save(file, format="PNG")
        Path(part).replace(path)  # whoever else makes it now makes the same bytes
    return path
