"""A frame's fields: what kind of event it is, and its words, tools and errors under whichever name a server gives them."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from nemovideo_mcp.client.events import NOTHING, Event, Kind

ALIVE_WORDS: Final = frozenset({"heartbeat", "ping", "keepalive", "keep-alive", "keep_alive"})
_KINDS: Final = {
    Kind.TEXT: ("text", "message", "content", "delta", "textdelta"),
    Kind.THOUGHT: ("thought", "thinking", "reasoning"),
    Kind.TOOL_CALL: ("toolcall", "functioncall", "tooluse"),
    Kind.TOOL_RESULT: ("toolresult", "toolresponse", "functionresponse", "functionresult"),
    Kind.HEARTBEAT: ("heartbeat", "ping", "keepalive"),
    Kind.ERROR: ("error",),
}
_BY_WORD: Final = {word: kind for kind, words in _KINDS.items() for word in words} | {
    "tool_call": Kind.TOOL_CALL,
    "tool_result": Kind.TOOL_RESULT,
}
_DEFAULT_NAME: Final = "message"  # of a frame that names no event
_WORDS: Final = ("content", "text", "delta", "data", "message", "parts")
_NAMES: Final = ("name", "tool_name", "toolName", "tool", "function")
_ARGS: Final = ("args", "arguments", "input", "parameters")
_RESULTS: Final = ("result", "response", "output", "content")
_CODES: Final = ("errorCode", "error_code")
_MESSAGES: Final = ("errorMessage", "error_message")
_ERRORS: Final = frozenset({"error", *_CODES, *_MESSAGES})
_DEEPEST: Final = 4


def kind_of(name: str, said: Mapping[str, Any]) -> Kind | None:
    """The kind a frame says it is, by its type or its event's name; None when it says nothing known."""
    typed = said.get("type")
    if isinstance(typed, str) and typed in _BY_WORD:
        return _BY_WORD[typed]
    for word in (typed, said.get("event"), name if name != _DEFAULT_NAME else None):
        if isinstance(word, str):
            found = _BY_WORD.get(_folded(word))
            if found is not None:
                return found
    return Kind.HEARTBEAT if len(said) == 1 and not ALIVE_WORDS.isdisjoint(said) else None


def has_failed(said: Mapping[str, Any]) -> bool:
    """Whether a frame tells of an error; a field that is null or empty tells of none."""
    return not _ERRORS.isdisjoint(said) and any(said.get(key) for key in _ERRORS)


def words_in(value: Any, depth: int = _DEEPEST) -> str:
    """The words of a text frame, however deep they lie."""
    if isinstance(value, str):
        return value
    if depth and isinstance(value, Mapping):
        said = next((value[key] for key in _WORDS if value.get(key) is not None), None)
        return words_in(said, depth - 1)
    if depth and isinstance(value, list):
        return "".join(words_in(each, depth - 1) for each in value)
    return ""


def parts_of(content: Any) -> list[Any]:
    """The parts of a content, which is mostly an object with a list of them."""
    if isinstance(content, Mapping):
        content = content.get("parts") if "parts" in content else [content]
    if isinstance(content, (str, Mapping)):
        content = [content]
    if not isinstance(content, list):
        return []
    return [{"text": part} if isinstance(part, str) else part for part in content]


def tool_call(said: Mapping[str, Any]) -> Event:
    """A typed frame's call of a tool."""
    name, call_id = _tool(said)
    return Event(Kind.TOOL_CALL, "", name, mapping(_first(said, _ARGS)), NOTHING, call_id)


def tool_result(said: Mapping[str, Any], delta: Mapping[str, Any]) -> Event:
    """A typed frame's result of a tool; what went wrong with the tool is a result as well."""
    name, call_id = _tool(said)
    result = _first(said, _RESULTS)
    if result is None and said.get("error"):
        result = {"error": said["error"]}
    return Event(Kind.TOOL_RESULT, "", name, mapping(result), delta, call_id)


def error(said: Mapping[str, Any]) -> Event:
    """The error a frame tells of: its words, and its code as the name."""
    given = said.get("error")
    inner: Mapping[str, Any] = given if isinstance(given, dict) else {}
    nested = said.get("data")
    places = (said, inner, nested if isinstance(nested, dict) else {})
    code = next((found for place in places if (found := _first(place, (*_CODES, "code"))) is not None), None)
    words = (
        _first(said, _MESSAGES),
        given,
        *(_first(place, ("message", "detail", *_MESSAGES)) for place in places),
        nested,
        said.get("content"),
        said.get("text"),
    )
    details = said.get("error_details", said.get("errorDetails"))
    data = details if isinstance(details, dict) else inner or NOTHING
    text = next((each for each in words if isinstance(each, str) and each), "")
    return Event(Kind.ERROR, text, plain(code), data)


def mapping(value: Any) -> Mapping[str, Any]:
    """An object as it is; anything else as one value of it."""
    if isinstance(value, dict):
        return value
    return NOTHING if value is None else {"value": value}


def plain(value: Any) -> str:
    """A plain value in words; nothing for none and for what has parts."""
    if isinstance(value, str):
        return value
    return "" if value is None or isinstance(value, (dict, list)) else str(value)


def _tool(said: Mapping[str, Any]) -> tuple[str, str]:
    """A tool's name and the call's id."""
    named = _first(said, _NAMES)
    if isinstance(named, Mapping):
        named = named.get("name")
    return plain(named), plain(_first(said, ("id", "call_id", "callId", "tool_call_id")))


def _first(said: Mapping[str, Any], keys: Iterable[str]) -> Any:
    """The first of these fields that is there and not null, in the frame or in its data."""
    for key in keys:
        value = said.get(key)
        if value is not None:
            return value
    nested = said.get("data")
    return _first(nested, keys) if isinstance(nested, dict) else None


def _folded(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
