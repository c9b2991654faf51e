"""How an uploaded file enters the project: as a clip, as a sound, or only as something to draw from."""

from fractions import Fraction
from math import floor
from typing import Final

from nemovideo_mcp.studio.timeline.edit import Ids, changed
from nemovideo_mcp.studio.timeline.model import Canvas, Clip, Media, MediaKind, Project, Sound
from nemovideo_mcp.studio.timeline.ripple import settled
from nemovideo_mcp.studio.timeline.time import (
    Ticks,
    frame_ticks,
    from_frames,
    from_ms,
    from_seconds,
    to_frames,
)

STILL_LENGTH: Final = from_seconds(5)
STILL_FPS: Final = Fraction(30)
SANE_FPS: Final = (Fraction(1), Fraction(120))
NEARLY: Final = from_ms(1)


def project_with_media(project: Project, *media: Media) -> Project:
    """The project that knows these files of one upload, in their order.

    Videos and stills go to the end of the main track (a still for 5 s), the first one sets the canvas; a sound is only
    made available, unless there is no picture at all: then it is put on the timeline itself. A file that is there
    already is not put there twice.
    """
    for medium in (m for m in media if m.kind is not MediaKind.AUDIO):
        project = _shown(_known(project, medium), medium.id)
    for medium in (m for m in media if m.kind is MediaKind.AUDIO):
        project = _heard(_known(project, medium), medium)
    return project


def with_clip(project: Project, medium: Media, still: Ticks = STILL_LENGTH) -> Project:
    """The project with a picture it knows put after the last clip, `still` ticks of it if it does not move.

    Without a canvas, the picture sets it.
    """
    canvas = project.canvas or _canvas_of(medium)
    ids = Ids(project)
    clip = Clip(id=ids.new("c"), media=medium.id, start=0, end=_whole_frames(medium, canvas.fps, still))
    return settled(changed(project, canvas=canvas, clips=(*project.clips, clip), serial=ids.next))


def _known(project: Project, medium: Media) -> Project:
    if any(known.id == medium.id for known in project.media):
        return project
    return changed(project, media=(*project.media, _on_own_frames(medium)))


def _on_own_frames(medium: Media) -> Media:
    """A video's length as its frames have it: containers round it to their own clock, by up to a millisecond."""
    if medium.kind is not MediaKind.VIDEO or not medium.fps:
        return medium
    exact = from_frames(to_frames(medium.duration, medium.fps), medium.fps)
    return medium.model_copy(update={"duration": exact}) if abs(exact - medium.duration) <= NEARLY else medium


def _shown(project: Project, media_id: str) -> Project:
    if any(clip.media == media_id for clip in project.clips):
        return project
    return with_clip(project, project.medium(media_id))


def _heard(project: Project, medium: Media) -> Project:
    if project.clips or not medium.duration or any(sound.media == medium.id for sound in project.sounds):
        return project
    ids = Ids(project)
    at = project.duration
    sound = Sound(id=ids.new("s"), media=medium.id, at=at, start=0, end=medium.duration, role="sound")
    return changed(project, sounds=(*project.sounds, sound), serial=ids.next)


def _canvas_of(medium: Media) -> Canvas:
    """A canvas of the picture's own size, made even, and of its own rate where that is a sane one."""
    low, high = SANE_FPS
    fps = medium.fps if medium.fps and low <= medium.fps <= high else STILL_FPS
    return Canvas(width=even(medium.width), height=even(medium.height), fps=fps)


def even(pixels: int) -> int:
    """Pixels that a coder takes: even, and at least two."""
    return max(2, pixels - pixels % 2)


def _whole_frames(medium: Media, fps: Fraction, still: Ticks) -> Ticks:
    """The longest whole number of frames that the medium fills, a picture for `still` ticks."""
    length = still if medium.kind is MediaKind.IMAGE else medium.duration
    frames = floor(Fraction(length) / frame_ticks(fps))
    return from_frames(frames, fps) if frames else max(1, length)
