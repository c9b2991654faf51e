"""Operations as the canonical English sentences that say them; pure."""

from collections.abc import Callable
from typing import Any, Final

from nemovideo_mcp.handlers.operations_framing import position
from nemovideo_mcp.handlers.operations_making import MAKING
from nemovideo_mcp.handlers.operations_picture import PICTURE
from nemovideo_mcp.handlers.operations_sound import SOUND
from nemovideo_mcp.handlers.operations_speech import SPEECH
from nemovideo_mcp.handlers.operations_voice import VOICE
from nemovideo_mcp.handlers.wording import SEPARATOR, Names, listed, moment, quoted, span, where
from nemovideo_mcp.wire import operations_clips as clips
from nemovideo_mcp.wire import operations_text as text
from nemovideo_mcp.wire.operation import Operation

_STILL_MS: Final = 5000


def sentence(operation: Operation, names: Names) -> str:
    """One operation in words; NotThere when it names what is not there."""
    return SENTENCES[operation.op](operation, names)


def _keep(operation: clips.Keep, _: Names) -> str:
    return f"keep {span(operation.start_ms, operation.end_ms)}"


def _cut_out(operation: clips.CutOut, _: Names) -> str:
    return f"cut out {span(operation.start_ms, operation.end_ms)}"


def _split(operation: clips.Split, _: Names) -> str:
    return f"split at {moment(operation.at_ms)}"


def _speed(operation: clips.Speed, names: Names) -> str:
    verb = "speed up" if operation.relative else "set the speed to"
    return f"{verb} {operation.factor.normalize():f}x{where(operation, names)}"


def _reverse(operation: clips.Reverse, names: Names) -> str:
    return f"play{where(operation, names)} {'backwards' if operation.on else 'forwards again'}"


def _delete_clips(operation: clips.DeleteClips, names: Names) -> str:
    return f"delete {names.clips(operation.clips)}"


def _move_clip(operation: clips.MoveClip, names: Names) -> str:
    return f"move {names.clip(operation.clip)} to position {operation.position}"


def _swap_clips(operation: clips.SwapClips, names: Names) -> str:
    one, two = names.clip(operation.first), names.clip(operation.second)
    return f"swap {one} and {two}"


def _reorder_clips(operation: clips.ReorderClips, names: Names) -> str:
    each = [names.clip(clip).removeprefix("clip ") for clip in operation.clips]
    return f"reorder clips {listed(each)}"


def _duplicate_clips(operation: clips.DuplicateClips, names: Names) -> str:
    """`3 times` is how often it is seen in all."""
    what = names.clips(operation.clips) if operation.clips else "the video"
    return f"duplicate {what} {operation.times + 1} times"


def _freeze(operation: clips.Freeze, _: Names) -> str:
    return f"freeze the frame at {moment(operation.at_ms)} for {moment(operation.duration_ms)}"


def _remove_silence(operation: clips.RemoveSilence, _: Names) -> str:
    return f"remove pauses longer than {moment(operation.shortest_ms)}"


def _add_clips(operation: clips.AddClips, names: Names) -> str:
    each = [names.file(media, ("video", "image")) for media in operation.media]
    at = "" if operation.at_ms is None else f" at {moment(operation.at_ms)}"
    length = "" if operation.duration_ms == _STILL_MS else f" for {moment(operation.duration_ms)}"
    return f"add {' '.join(each)} again{at}{length}"


def _rename(operation: clips.Rename, _: Names) -> str:
    return f"rename the project to {quoted(operation.name)}"


def _clear(_: clips.Clear, __: Names) -> str:
    return "clear the timeline"


def _start_over(_: clips.StartOver, __: Names) -> str:
    return "start over"


def _timing(operation: Any) -> str:
    """When a text stands: at an end of the film, in a range, at a time; how long."""
    length = operation.duration_ms
    lasting = "" if length is None else f" for {moment(length)}"
    if operation.anchor is not None:
        return f" at the {operation.anchor}{lasting}"
    if operation.at_ms is None:
        return lasting
    if length is None:
        return f" at {moment(operation.at_ms)}"
    return f" {span(operation.at_ms, operation.at_ms + length)}"


def _look(operation: Any, *, given: set[str]) -> str:
    """Place, colour and size, as far as they were given."""
    place = f" at the {operation.place.replace('-', ' ')}" if "place" in given and operation.place else ""
    color = f" in {operation.color}" if "color" in given and operation.color else ""
    size = f" size {operation.size}%" if "size" in given and operation.size else ""
    fade = f" with text fades of {moment(operation.fade_ms)}" if "fade_ms" in given else ""
    edge = ""
    if operation.outline is not None or operation.outline_color is not None:
        thick = "" if operation.outline is None else f" {operation.outline}%"
        edge = f" with a{thick} {operation.outline_color or ''} outline"
    box = " with a background box" if operation.box else ""
    return place + position(operation) + color + size + edge + box + fade


def _add_title(operation: text.AddTitle, _: Names) -> str:
    look = _look(operation, given=operation.model_fields_set)
    if operation.at_ms == 0 and operation.anchor is None and operation.duration_ms is None:
        operation = operation.model_copy(update={"duration_ms": 3000})
    return f"add the title {quoted(operation.text)}{look}{_timing(operation)}"


def _change_text(operation: text.ChangeText, names: Names) -> str:
    words = f" to read {quoted(operation.text)}" if operation.text is not None else ""
    look = _look(operation, given=operation.model_fields_set)
    which, rest = names.text(operation.id), f"{words}{look}{_timing(operation)}"
    said = [f"change {which}{rest}"] if rest else []
    if operation.box is False:
        said.append(f"remove the background box of {which}")
    return SEPARATOR.join(said)


def _remove_text(operation: text.RemoveText, names: Names) -> str:
    return SEPARATOR.join(f"remove {names.text(one)}" for one in dict.fromkeys(operation.ids))


SENTENCES: Final[dict[str, Callable[[Any, Names], str]]] = {
    "keep": _keep,
    "cut_out": _cut_out,
    "split": _split,
    "speed": _speed,
    "reverse": _reverse,
    "delete_clips": _delete_clips,
    "move_clip": _move_clip,
    "swap_clips": _swap_clips,
    "reorder_clips": _reorder_clips,
    "duplicate_clips": _duplicate_clips,
    "freeze": _freeze,
    "remove_silence": _remove_silence,
    "add_clips": _add_clips,
    "rename": _rename,
    "clear": _clear,
    "start_over": _start_over,
    "add_title": _add_title,
    "change_text": _change_text,
    "remove_text": _remove_text,
    **PICTURE,
    **SOUND,
    **VOICE,
    **SPEECH,
    **MAKING,
}
