"""Sentences of the operations on the voiceover."""

from collections.abc import Callable
from typing import Any, Final

from nemovideo_mcp.handlers.wording import Names, moment, quoted
from nemovideo_mcp.wire import operations_voice as voice

_TONGUES: Final = {
    "en": "English",
    "zh": "Chinese",
    "fr": "French",
    "es": "Spanish",
    "de": "German",
    "it": "Italian",
    "pt": "Portuguese",
    "ja": "Japanese",
    "ko": "Korean",
    "ru": "Russian",
    "hi": "Hindi",
    "ar": "Arabic",
}


def _add(operation: voice.AddVoiceover, _: Names) -> str:
    tongue = f" in {_TONGUES[operation.language]}" if operation.language else ""
    name = (operation.voice or "").lower()
    who = (
        f" with a {name} voice"
        if name in {"male", "female"}
        else f" with the voice {operation.voice}"
        if name
        else ""
    )
    speed = f" at {operation.speed.normalize():f}x speed" if operation.speed != 1 else ""
    at = "" if operation.at_ms is None else f" at {moment(operation.at_ms)}"
    return f"add a voiceover{tongue}{who}{speed}{at} saying {quoted(operation.script)}"


def _remove(_: voice.RemoveVoiceover, __: Names) -> str:
    return "remove the voiceover"


VOICE: Final[dict[str, Callable[[Any, Names], str]]] = {"add_voiceover": _add, "remove_voiceover": _remove}
