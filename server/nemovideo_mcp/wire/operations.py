"""The operations there are, told apart by `op`: read strictly, and shown in few words."""

from functools import cache
from typing import Annotated, Any, Final, TypeAlias, get_args

from pydantic import Field, TypeAdapter, ValidationError

from nemovideo_mcp.wire.operation import Operation
from nemovideo_mcp.wire.operations_clips import (
    AddClips,
    Clear,
    CutOut,
    DeleteClips,
    DuplicateClips,
    Freeze,
    Keep,
    MoveClip,
    RemoveSilence,
    Rename,
    ReorderClips,
    Reverse,
    Speed,
    Split,
    StartOver,
    SwapClips,
)
from nemovideo_mcp.wire.operations_framing import ChromaKey, Crop, KenBurns, Lut, Scale, Stabilise
from nemovideo_mcp.wire.operations_making import (
    AddCaptions,
    AddCard,
    Countdown,
    Credits,
    FromScript,
    SetCanvas,
    SetLength,
    Slideshow,
    SplitScreen,
)
from nemovideo_mcp.wire.operations_picture import (
    AddOverlay,
    Aspect,
    ChangeOverlay,
    FadeIn,
    FadeOut,
    Flip,
    RemoveEffects,
    RemoveOverlays,
    RemoveTransitions,
    Rotate,
    SetEffect,
    SetTransition,
    Zoom,
)
from nemovideo_mcp.wire.operations_sound import (
    AddMusic,
    Denoise,
    DetachSound,
    Duck,
    Equalise,
    Mute,
    Normalise,
    Pan,
    RemoveMusic,
    ReplaceSound,
    Unmute,
    Volume,
)
from nemovideo_mcp.wire.operations_speech import (
    AddSubtitles,
    CutSpoken,
    RemoveSubtitles,
    ShiftSubtitles,
    StyleSubtitles,
)
from nemovideo_mcp.wire.operations_text import AddTitle, ChangeText, RemoveText
from nemovideo_mcp.wire.operations_voice import AddVoiceover, RemoveVoiceover

AnyOperation: TypeAlias = Annotated[
    Keep
    | CutOut
    | Split
    | Speed
    | Reverse
    | DeleteClips
    | MoveClip
    | SwapClips
    | ReorderClips
    | DuplicateClips
    | Freeze
    | RemoveSilence
    | AddClips
    | Rename
    | StartOver
    | Clear
    | SetLength
    | Slideshow
    | AddCard
    | Countdown
    | Credits
    | AddCaptions
    | SplitScreen
    | FromScript
    | SetCanvas
    | AddSubtitles
    | StyleSubtitles
    | ShiftSubtitles
    | RemoveSubtitles
    | CutSpoken
    | AddTitle
    | ChangeText
    | RemoveText
    | Volume
    | Mute
    | Unmute
    | AddMusic
    | RemoveMusic
    | Aspect
    | FadeIn
    | FadeOut
    | SetEffect
    | RemoveEffects
    | Rotate
    | Flip
    | Zoom
    | Crop
    | Scale
    | KenBurns
    | ChromaKey
    | Stabilise
    | Lut
    | SetTransition
    | RemoveTransitions
    | AddOverlay
    | ChangeOverlay
    | RemoveOverlays
    | AddVoiceover
    | RemoveVoiceover
    | Duck
    | Normalise
    | Denoise
    | Pan
    | Equalise
    | ReplaceSound
    | DetachSound,
    Field(discriminator="op"),
]

OPERATIONS: Final[dict[str, type[Operation]]] = {
    kind.model_fields["op"].default: kind for kind in get_args(get_args(AnyOperation)[0])
}


@cache
def _reader() -> TypeAdapter[Operation]:
    return TypeAdapter(AnyOperation)


def read_operation(value: Any) -> Operation:
    """An operation from its JSON form; ValueError with a sentence that names what does not fit and what would."""
    if isinstance(value, Operation):
        return value
    op = value.get("op") if isinstance(value, dict) else None
    if op not in OPERATIONS:
        raise ValueError(f"{op!r} is no operation; op is one of {', '.join(OPERATIONS)}")
    try:
        return _reader().validate_python(value)
    except ValidationError as error:
        faults = "; ".join(_fault(dict(fault), op) for fault in error.errors(include_url=False)[:5])
        raise ValueError(f"{faults}. It takes {signature(OPERATIONS[op])}") from error


def signature(kind: type[Operation]) -> str:
    """`cut_out(start_ms?, end_ms?)`: an operation's name and fields; those with `?` may be left out."""
    fields = {name: field for name, field in kind.model_fields.items() if name != "op"}
    said = [name if field.is_required() else f"{name}?" for name, field in fields.items()]
    return f"{kind.model_fields['op'].default}({', '.join(said)})"


def _fault(fault: dict[str, Any], op: str) -> str:
    where = ".".join(str(part) for part in fault["loc"] if part != op)
    if fault["type"] == "extra_forbidden":
        return f"{op} has no field {where}"
    if fault["type"] == "missing":
        return f"{op} needs {where}"
    said = str(fault["msg"]).removeprefix("Value error, ")
    return f"{where}: {said[:1].lower()}{said[1:]}" if where else said
