"""What is true of every project, whatever was done to it."""

from collections import Counter

from nemovideo_mcp.studio.timeline.model import Clip, MediaKind, Overlay, Project, Text, media_of
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import frame_ticks, from_frames, to_frames

OFF_BY = 4


def broken(project: Project) -> tuple[str, ...]:
    """What is wrong with a project, in words; empty for a sound one."""
    return (*_ids(project), *_clips(project), *_sounds(project), *_texts(project), *_fades(project))


def _ids(project: Project) -> list[str]:
    used = [one.id for one in project.clips] + [one.id for one in project.sounds]
    used += [one.id for one in project.texts] + [one.id for one in project.overlays]
    wrong = [f"id {one} is used {count} times" for one, count in Counter(used).items() if count > 1]
    numbers = [int(one[1:]) for one in used if one[1:].isdecimal()]
    if numbers and max(numbers) >= project.serial:
        wrong.append(f"serial {project.serial} would be handed out again")
    if len({medium.id for medium in project.media}) < len(project.media):
        wrong.append("a medium is known twice")
    return wrong


def _clips(project: Project) -> list[str]:
    wrong: list[str] = []
    if project.clips and project.canvas is None:
        return ["there are clips and no canvas"]
    for clip, start in placed(project.clips):
        wrong += _clip(project, clip)
        if project.canvas and not _on_frame(start + clip.duration, project):
            wrong.append(f"{clip.id} ends between two frames")
    return wrong


def _clip(project: Project, clip: Clip) -> list[str]:
    if all(medium.id != clip.media for medium in project.media):
        return [f"{clip.id} shows an unknown medium"]
    wrong = [] if clip.start < clip.end and clip.duration > 0 else [f"{clip.id} has no length"]
    if any(all(medium.id != one for medium in project.media) for one in media_of(clip)):
        wrong.append(f"{clip.id} has an unknown medium beside it")
    medium = project.medium(clip.media)
    if medium.kind is not MediaKind.IMAGE and clip.end > medium.duration:
        wrong.append(f"{clip.id} reaches past its medium")
    if medium.kind is MediaKind.AUDIO:
        wrong.append(f"{clip.id} has no picture")
    fades = max(clip.fade_in + clip.fade_out, clip.sound_in + clip.sound_out)
    return wrong + ([f"{clip.id} fades longer than it is"] if fades > clip.duration else [])


def _on_frame(at: int, project: Project) -> bool:
    """Whether a time is a frame's beginning, a few ticks of rounding aside; films under a frame have none."""
    if project.canvas is None or at < frame_ticks(project.canvas.fps):
        return True
    fps = project.canvas.fps
    return abs(from_frames(to_frames(at, fps), fps) - at) <= OFF_BY * len(project.clips)


def _sounds(project: Project) -> list[str]:
    wrong: list[str] = []
    for sound in project.sounds:
        if all(medium.id != sound.media for medium in project.media):
            wrong.append(f"{sound.id} plays an unknown medium")
        elif sound.start >= sound.end or sound.end > project.medium(sound.media).duration:
            wrong.append(f"{sound.id} reaches past its medium")
    return wrong


def _texts(project: Project) -> list[str]:
    length = project.duration
    laid: list[Text | Overlay] = [*project.texts, *project.overlays]
    return [f"{one.id} reaches past the film" for one in laid if one.at + one.duration > length]


def _fades(project: Project) -> list[str]:
    fades = max(project.fade_in + project.fade_out, project.sound_in + project.sound_out)
    return ["the film fades longer than it is"] if fades > project.duration else []
