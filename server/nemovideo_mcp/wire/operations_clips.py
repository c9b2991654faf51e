"""Operations that cut the film, and those of whole clips and of the project."""

from typing import Annotated, Literal

from pydantic import Field

from nemovideo_mcp.wire.operation import Factor, File, Id, Ids, Ms, Operation, Ranged, SomeIds, Words


class Keep(Operation):
    """Keep one range and drop the rest; without `end_ms` to the film's end."""

    op: Literal["keep"] = "keep"
    start_ms: Ms = 0
    end_ms: Ms | None = None


class CutOut(Operation):
    """Take one range out and close the gap; without `end_ms` to the film's end."""

    op: Literal["cut_out"] = "cut_out"
    start_ms: Ms = 0
    end_ms: Ms | None = None


class Split(Operation):
    """Cut a clip in two; nothing is lost."""

    op: Literal["split"] = "split"
    at_ms: Ms


class Speed(Operation):
    """Play faster or slower: all, some clips, or a range; `relative` counts from the present speed."""

    op: Literal["speed"] = "speed"
    factor: Factor
    relative: bool = False
    clips: Ids = ()
    start_ms: Ms | None = None
    end_ms: Ms | None = None


class Reverse(Ranged):
    """Play backwards: all, its clips in the other order, some clips, or a range; `on` false: forwards again."""

    op: Literal["reverse"] = "reverse"
    on: bool = True


class DeleteClips(Operation):
    """Take whole clips out."""

    op: Literal["delete_clips"] = "delete_clips"
    clips: SomeIds


class MoveClip(Operation):
    """Put a clip at a position, counted from 1."""

    op: Literal["move_clip"] = "move_clip"
    clip: Id
    position: Annotated[int, Field(ge=1, le=100_000)]


class SwapClips(Operation):
    """Exchange the places of two clips."""

    op: Literal["swap_clips"] = "swap_clips"
    first: Id
    second: Id


class ReorderClips(Operation):
    """Put all clips in a new order."""

    op: Literal["reorder_clips"] = "reorder_clips"
    clips: SomeIds


class DuplicateClips(Operation):
    """Show clips so many times more, right after themselves; without any named, the whole film."""

    op: Literal["duplicate_clips"] = "duplicate_clips"
    clips: Ids = ()
    times: Annotated[int, Field(ge=1, le=50)] = 1


class Freeze(Operation):
    """Hold the frame at a time, silently."""

    op: Literal["freeze"] = "freeze"
    at_ms: Ms
    duration_ms: Annotated[Ms, Field(ge=1)] = 2000


class RemoveSilence(Operation):
    """Take silences of at least this length out; the editor hears where they are."""

    op: Literal["remove_silence"] = "remove_silence"
    shortest_ms: Annotated[Ms, Field(ge=1)] = 500


class AddClips(Operation):
    """Put uploaded videos or pictures after the last clip, or into the film at a time; a still for `duration_ms`."""

    op: Literal["add_clips"] = "add_clips"
    media: Annotated[tuple[File, ...], Field(min_length=1, max_length=50)]
    at_ms: Ms | None = None
    duration_ms: Annotated[Ms, Field(ge=1)] = 5000


class Rename(Operation):
    """Give the project another name."""

    op: Literal["rename"] = "rename"
    name: Words


class Clear(Operation):
    """Empty the timeline; the uploaded files stay."""

    op: Literal["clear"] = "clear"


class StartOver(Operation):
    """Begin again from the uploaded files."""

    op: Literal["start_over"] = "start_over"
