"""Reads a captured chat stream and prints its events, one line of JSON each."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from nemovideo_mcp.client.stream import decode
from nemovideo_mcp.settings import Settings

_CHUNK = 65_536


def run(settings: Settings) -> int:
    """`kind` and `text` of each event, and what else it says; 2 when the file cannot be read."""
    try:
        for event in decode(_chunks(Path(settings.options.file))):
            print(json.dumps(event.as_json()))
    except OSError as error:
        print(f"nemovideo-mcp: {settings.options.file} cannot be read: {error.strerror}", file=sys.stderr)
        return 2
    return 0


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk
