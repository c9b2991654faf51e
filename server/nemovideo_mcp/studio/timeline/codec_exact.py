"""Times that a draft rounds to milliseconds, made exact again: those of the project it was read from, cuts on frames."""

from fractions import Fraction
from typing import Any, Final

from pydantic import BaseModel

from nemovideo_mcp.studio.timeline.edit import changed
from nemovideo_mcp.studio.timeline.invariants import OFF_BY
from nemovideo_mcp.studio.timeline.model import Clip, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import Ticks, from_frames, to_frames, to_ms

_TIMES: Final = frozenset(
    {"start", "end", "at", "duration", "fade", "fade_in", "fade_out", "sound_in", "sound_out"}
)
_FILM: Final = ("fade_in", "fade_out", "sound_in", "sound_out")


def exact(read: Project, known: Project) -> Project:
    """What a draft says of `known`, or of a change to it: a time that reads as the known one is the known one.

    What is new or was changed by the draft's sender is brought onto frames.
    """
    clips = [_on_frames(clip, read) for clip in _all(read.clips, known.clips)]
    film = {name: _told(name, getattr(read, name), getattr(known, name)) for name in _FILM}
    return changed(
        read,
        clips=tuple(clips),
        sounds=_all(read.sounds, known.sounds),
        texts=_all(read.texts, known.texts),
        overlays=_all(read.overlays, known.overlays),
        **film,
    )


def _all(read: tuple[Any, ...], known: tuple[Any, ...]) -> tuple[Any, ...]:
    before = {one.id: one for one in known}
    return tuple(_told("", one, before.get(one.id)) for one in read)


def _told(name: str, new: Any, old: Any) -> Any:
    """The known value where the draft can only have meant it, else what it says."""
    if new == old or old is None or new is None:
        return new
    if isinstance(new, BaseModel) and type(new) is type(old):
        fields = type(new).model_fields
        same = {field: _told(field, getattr(new, field), getattr(old, field)) for field in fields}
        return (
            old if same == {field: getattr(old, field) for field in fields} else new.model_copy(update=same)
        )
    if isinstance(new, tuple) and isinstance(old, tuple) and len(new) == len(old):
        return tuple(_told(name, one, two) for one, two in zip(new, old, strict=True))
    if isinstance(new, Fraction) and isinstance(old, Fraction):
        return old if Fraction(float(old)).limit_denominator(1000) == new else new
    return old if name in _TIMES and to_ms(new) == to_ms(old) else new


def _on_frames(clip: Clip, project: Project) -> Clip:
    """The clip as long as a whole number of frames, no longer than its medium; one that is so stays as it is."""
    fps = project.canvas.fps if project.canvas else None
    if fps is None:
        return clip
    enters = clip.enters
    if enters and (length := _whole(enters.duration, fps)) != enters.duration and length:
        clip = clip.model_copy(update={"enters": enters.model_copy(update={"duration": length})})
    wanted = _whole(clip.duration, fps)
    if wanted == clip.duration or not wanted:
        return clip
    medium = project.medium(clip.media)
    most = None if medium.kind is MediaKind.IMAGE else medium.duration
    end = clip.start + round(wanted * clip.speed)
    if most is not None and end > most:
        end = clip.start + round(from_frames(to_frames(wanted, fps) - 1, fps) * clip.speed)
    return clip.model_copy(update={"end": end}) if end > clip.start else clip


def _whole(length: Ticks, fps: Fraction) -> Ticks:
    near = from_frames(to_frames(length, fps), fps)
    return length if abs(near - length) <= OFF_BY else near
