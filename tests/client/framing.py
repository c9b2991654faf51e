"""Streams typed by hand, and what the decoder makes of them."""

import json
from typing import Any

from nemovideo_mcp.client.stream import Event, Kind, Reply, decode


def events(data: bytes) -> list[Event]:
    """All events of a stream's bytes."""
    return list(decode([data]))


def frame(**said: Any) -> bytes:
    """One frame of one object."""
    return b"data: " + json.dumps(said).encode() + b"\n\n"


def adk(text: str, *, partial: bool = False, author: str = "nemo_agent", **more: Any) -> bytes:
    """One ADK event with one text."""
    content = {"parts": [{"text": text}], "role": "model"}
    return frame(
        content=content, author=author, invocationId="e-1", **({"partial": True} if partial else {}), **more
    )


def words(data: bytes) -> str:
    """What all text events say together."""
    return "".join(event.text for event in events(data) if event.kind is Kind.TEXT)


def reply(data: bytes) -> Reply:
    """A stream folded into an answer."""
    folded = Reply()
    for event in events(data):
        folded.add(event)
    return folded
