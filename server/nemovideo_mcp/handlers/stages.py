"""Generation in two stages: the raw clip is told of when it is there, the finished film with its tracks after."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from nemovideo_mcp.client.events import Event, Kind
from nemovideo_mcp.handlers.phrases import say
from nemovideo_mcp.handlers.summary import seconds

_MAKES: Final = ("generate", "text_to_video", "image_to_video", "text2video", "seedance")
_BAD: Final = frozenset({"error", "failed", "failure", "cancelled"})


class Stages:
    """Listens to a stream for clips that were generated; `raw` are the sentences about them, one each.

    `again` is what to say when the stream ends too early, by its name among the phrases.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._open = 0
        self.raw: list[str] = []
        self.again = "look_again"

    def hear(self, event: Event) -> str:
        """What the user should be shown of this event at once; mostly nothing."""
        if event.kind is Kind.TOOL_CALL:
            makes = _makes(event.name)
            self._open += makes
            return say("generating" if makes else "editing", self._language)
        if event.kind is Kind.TOOL_RESULT and _makes(event.name) and self._open:
            self._open -= 1
            return self._told(event)
        return ""

    def _told(self, event: Event) -> str:
        if str(event.data.get("status", "")).lower() in _BAD or event.data.get("error"):
            return ""
        name = _clip(event)
        self.raw.append(say("raw", self._language, name=name))
        return say("raw_now", self._language, name=name)


def _makes(tool: str) -> bool:
    return any(word in tool.lower() for word in _MAKES)


def _clip(event: Event) -> str:
    """What is known of the clip: its name and length, as far as either was told."""
    infos = event.state_delta.get("video_infos")
    last = infos[-1] if isinstance(infos, Sequence) and infos and not isinstance(infos, str) else event.data
    facts: Mapping[str, Any] = last if isinstance(last, Mapping) else {}
    name, length = facts.get("filename"), facts.get("duration")
    said = [str(name)] if isinstance(name, str) and "/" not in name else []
    said += [f"{seconds(float(length) * 1000)} s"] if isinstance(length, int | float) and length > 0 else []
    return f" ({', '.join(said)})" if said else ""
