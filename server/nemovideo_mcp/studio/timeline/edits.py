"""All edits there are, by the name each has in the vocabulary."""

from typing import Annotated, Final, TypeAlias, get_args

from pydantic import Field, TypeAdapter

from nemovideo_mcp.studio.timeline.edit import Edit
from nemovideo_mcp.studio.timeline.edits_beside import SplitScreen
from nemovideo_mcp.studio.timeline.edits_canvas import SetCanvas
from nemovideo_mcp.studio.timeline.edits_captions import AddCaptions
from nemovideo_mcp.studio.timeline.edits_card import AddCard, Countdown, Credits
from nemovideo_mcp.studio.timeline.edits_clips import (
    AddClips,
    Clear,
    DeleteClips,
    MoveClip,
    Rename,
    ReorderClips,
    StartOver,
    SwapClips,
)
from nemovideo_mcp.studio.timeline.edits_colour import RemoveEffects, SetEffect
from nemovideo_mcp.studio.timeline.edits_cutting import CutOut, Keep, Speed, Split
from nemovideo_mcp.studio.timeline.edits_framing import Crop, KenBurns, Scale
from nemovideo_mcp.studio.timeline.edits_keying import ChromaKey
from nemovideo_mcp.studio.timeline.edits_lengths import SetLength, Slideshow
from nemovideo_mcp.studio.timeline.edits_lut import ApplyLut
from nemovideo_mcp.studio.timeline.edits_mixing import Denoise, Duck, Equalise, Normalise, Pan
from nemovideo_mcp.studio.timeline.edits_overlay import AddOverlay, ChangeOverlay, RemoveOverlays
from nemovideo_mcp.studio.timeline.edits_picture import Aspect, FadeIn, FadeOut
from nemovideo_mcp.studio.timeline.edits_repeating import DuplicateClips, Freeze
from nemovideo_mcp.studio.timeline.edits_replacing import DetachSound, ReplaceSound
from nemovideo_mcp.studio.timeline.edits_reversing import Reverse
from nemovideo_mcp.studio.timeline.edits_script import FromScript
from nemovideo_mcp.studio.timeline.edits_shifting import ShiftSubtitles
from nemovideo_mcp.studio.timeline.edits_silence import RemoveSilence
from nemovideo_mcp.studio.timeline.edits_sound import AddMusic, Mute, RemoveMusic, Unmute, Volume
from nemovideo_mcp.studio.timeline.edits_spoken import CutSpoken
from nemovideo_mcp.studio.timeline.edits_steadying import Stabilise
from nemovideo_mcp.studio.timeline.edits_subtitles import AddSubtitles, RemoveSubtitles, StyleSubtitles
from nemovideo_mcp.studio.timeline.edits_text import AddTitle, ChangeText, RemoveText
from nemovideo_mcp.studio.timeline.edits_transition import RemoveTransitions, SetTransition
from nemovideo_mcp.studio.timeline.edits_turning import Flip, Rotate, Zoom
from nemovideo_mcp.studio.timeline.edits_voice import AddVoiceover, RemoveVoiceover

AnyEdit: TypeAlias = Annotated[
    Keep
    | CutOut
    | Split
    | Speed
    | Reverse
    | DeleteClips
    | MoveClip
    | SwapClips
    | ReorderClips
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
    | AddSubtitles
    | StyleSubtitles
    | ShiftSubtitles
    | RemoveSubtitles
    | CutSpoken
    | SplitScreen
    | FromScript
    | SetCanvas
    | AddTitle
    | ChangeText
    | RemoveText
    | Volume
    | Mute
    | Unmute
    | AddMusic
    | RemoveMusic
    | Duck
    | AddVoiceover
    | RemoveVoiceover
    | Normalise
    | Denoise
    | Pan
    | Equalise
    | RemoveSilence
    | ReplaceSound
    | DetachSound
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
    | ApplyLut
    | SetTransition
    | RemoveTransitions
    | AddOverlay
    | DuplicateClips
    | Freeze
    | ChangeOverlay
    | RemoveOverlays,
    Field(discriminator="op"),
]

EDITS: Final[dict[str, type[Edit]]] = {
    kind.model_fields["op"].default: kind for kind in get_args(get_args(AnyEdit)[0])
}
_READER: Final[TypeAdapter[AnyEdit]] = TypeAdapter(AnyEdit)


def edit_from(value: object) -> Edit:
    """An edit from its JSON form, told by `op`; pydantic's ValidationError when it is none."""
    edit: Edit = _READER.validate_python(value)
    return edit
