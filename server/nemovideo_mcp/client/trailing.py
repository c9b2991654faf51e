"""The trailing "I encountered a temporary issue" that some answers end with, although all went well."""

import re
from typing import Final

from nemovideo_mcp.client.events import Event, Kind

DROPPED: Final = "trailing_issue"
_PHRASE: Final = "i encountered a temporary issue"
_LONGEST: Final = 240
_ISSUE: Final = re.compile(
    rf"\W*{_PHRASE}(?:\s+(?:while|when|with|processing)\b[^.,;!]*)?[.!…]*\s*(?:(?:please|try)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE_END: Final = (".", "!", "?", "…", "。", "！", "？", "\n", ":", ")", '"', "'")
_BLANK: Final = frozenset(" \t\r\n")
_MAY_BEGIN: Final = _BLANK | {"", "i", "I"}
_PASSING: Final = frozenset({Kind.HEARTBEAT, Kind.UNKNOWN, Kind.THOUGHT})


class Trailing:
    """Holds such a sentence back after a good answer: at the end it is dropped, before anything else it is said."""

    def __init__(self) -> None:
        self._out: list[Event] = []
        self._held: list[Event] = []
        self._spoken: Event | None = None

    def put(self, event: Event) -> None:
        """The next event."""
        if event.kind is Kind.TEXT:
            text = event.text
            if self._held or text[:1] in _MAY_BEGIN or "issue" in text:
                self._text(event)
                return
            self._out.append(event)  # most texts: neither the sentence nor a part of it
            if text[:1] not in _BLANK or text.strip():
                self._spoken = event
        else:
            if self._held and event.kind not in _PASSING:
                self._release()
            self._out.append(event)

    def taken(self) -> list[Event]:
        """The events that may be said by now."""
        out, self._out = self._out, []
        return out

    def finish(self) -> None:
        """The end: what is held is dropped if it is that sentence, and an unknown event says so."""
        if self._held and _ISSUE.fullmatch(_joined(self._held)):
            self._held = []
            self._out.append(Event(Kind.UNKNOWN, name=DROPPED))
        self._release()

    def _text(self, event: Event) -> None:
        if self._held:
            self._held.append(event)
            if not _may_become_issue(_joined(self._held)):
                self._release()
            return
        good, issue = _split(event)
        if good is not None:
            self._say(good)
        if issue is not None:
            self._hold_or_say(issue)

    def _hold_or_say(self, event: Event) -> None:
        if self._spoken is not None and _may_become_issue(event.text) and self._at_boundary(event):
            self._held.append(event)
        else:
            self._say(event)

    def _at_boundary(self, event: Event) -> bool:
        before = self._spoken
        if before is None or before.block != event.block or event.text[:1] == "\n":
            return True
        return before.text.rstrip(" \t").endswith(_SENTENCE_END)

    def _say(self, event: Event) -> None:
        self._out.append(event)
        if event.text.strip():
            self._spoken = event

    def _release(self) -> None:
        held, self._held = self._held, []
        for event in held:
            self._say(event)


def _split(event: Event) -> tuple[Event | None, Event | None]:
    """A text that ends with that sentence, in two; otherwise the text is whatever may begin it, or stays whole."""
    text = event.text
    if "issue" not in text:
        return None, event
    at = text.casefold().rfind(_PHRASE)
    if at <= 0 or not text[:at].strip() or not _ISSUE.fullmatch(text[at:]):
        return None, event
    return event._replace(text=text[:at]), event._replace(text=text[at:])


def _joined(events: list[Event]) -> str:
    return "".join(event.text for event in events)


def _may_become_issue(text: str) -> bool:
    begin = text.lstrip()[:1]
    if begin and begin not in "iI":  # most texts: no need to look at the rest
        return False
    said = text.strip().casefold()
    return _PHRASE.startswith(said) or (said.startswith(_PHRASE) and len(said) <= _LONGEST)
