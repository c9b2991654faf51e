"""Sentences of the operations on sound."""

from collections.abc import Callable
from typing import Any, Final

from nemovideo_mcp.handlers.wording import SEPARATOR, Names, NotThere, moment
from nemovideo_mcp.wire import operations_sound as sound

TUNE: Final = "library:"
TUNES: Final = ("lo-fi", "upbeat", "calm", "cinematic")
_TARGETS: Final = {
    "all": "everything",
    "clips": "the original sound",
    "music": "the music",
    "voice": "the voiceover",
}
_PRESETS: Final = {"voice": "voice eq", "bass": "more bass", "treble": "more treble"}


def _heard(operation: Any, names: Names) -> str:
    return names.clips(operation.clips) if operation.clips else _TARGETS[operation.target]


def _volume(operation: sound.Volume, names: Names) -> str:
    if operation.percent is not None:
        level = f"{operation.percent}%"
    elif operation.db is not None:
        level = f"{operation.db:+f} dB"
    else:
        level = f"{operation.factor:f}x"
    return f"set the volume of {_heard(operation, names)} to {level}"


def _mute(operation: sound.Mute, names: Names) -> str:
    return f"{operation.op} {_heard(operation, names)}"


def _add_music(operation: sound.AddMusic, names: Names) -> str:
    tune = operation.media.removeprefix(TUNE) if operation.media.startswith(TUNE) else ""
    if tune and tune not in TUNES:
        raise NotThere(f"There is no built-in music {tune!r}.", f"There is {', '.join(TUNES)}.")
    music = f"{tune} background music" if tune else f"{names.file(operation.media)} as background music"
    said = [f"add {music} at {operation.level}%"]
    for way, length in (("in", operation.fade_in_ms), ("out", operation.fade_out_ms)):
        if length or (tune and way == "out"):
            said.append(f"fade {way} the music over {moment(length)}")
    return SEPARATOR.join(said)


def _remove_music(_: sound.RemoveMusic, __: Names) -> str:
    return "remove the music"


def _duck(operation: sound.Duck, _: Names) -> str:
    return "duck the music under the voice" if operation.on else "turn off the ducking"


def _normalise(operation: sound.Normalise, _: Names) -> str:
    if operation.lufs is None:
        return "turn off loudness normalization"
    return f"normalize the loudness to {operation.lufs} LUFS"


def _denoise(operation: sound.Denoise, names: Names) -> str:
    return f"denoise {_heard(operation, names)} by {operation.db} dB"


def _pan(operation: sound.Pan, names: Names) -> str:
    side = "left" if operation.percent < 0 else "right"
    return f"pan {_heard(operation, names)} {abs(operation.percent)}% {side}"


def _equalise(operation: sound.Equalise, names: Names) -> str:
    if not operation.preset:
        return f"turn off the equalizer for {_heard(operation, names)}"
    return f"add {_PRESETS[operation.preset]} for {_heard(operation, names)}"


def _replace_sound(operation: sound.ReplaceSound, names: Names) -> str:
    clip, file = names.clip(operation.clip), names.file(operation.media)
    return f"replace the sound of {clip} with {file} at {operation.level}%"


def _detach_sound(operation: sound.DetachSound, names: Names) -> str:
    return f"detach the sound of {names.clip(operation.clip)}"


SOUND: Final[dict[str, Callable[[Any, Names], str]]] = {
    "volume": _volume,
    "mute": _mute,
    "unmute": _mute,
    "add_music": _add_music,
    "remove_music": _remove_music,
    "duck": _duck,
    "normalise": _normalise,
    "denoise": _denoise,
    "pan": _pan,
    "equalise": _equalise,
    "replace_sound": _replace_sound,
    "detach_sound": _detach_sound,
}
