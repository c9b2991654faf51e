"""What an edit is: a frozen value that makes a new project of an old one, or says why it cannot."""

from abc import ABC, abstractmethod
from typing import Final

from nemovideo_mcp.studio.timeline.model import Clip, Frozen, Project, media_of, starts
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, frame_ticks, from_ms, snap

LATE: Final = from_ms(100)

PROBLEMS: Final[dict[str, str]] = {
    "nothing_there": "There is nothing on the timeline yet; upload a video, a picture or a sound first.",
    "no_picture": "There is no picture on the timeline; upload a video or a picture first.",
    "before_zero": "A time cannot be negative: {at}; the film runs from 0 s to {length}.",
    "outside": "{at} is outside the film, which is {length} long.",
    "backwards": "The range runs backwards, from {start} to {end}; give the earlier time first.",
    "no_frame": "There is not one frame between {start} and {end}; the shortest piece is {frame}.",
    "nothing_left": "That would leave nothing of the film ({length}); keep a part of it, or start over.",
    "at_the_cut": "There is already a cut at {at}; a split goes inside a clip.",
    "no_clip": "There is no clip {clip}; the timeline has {clips}.",
    "no_cues": "Nothing is said that could be a caption.",
    "no_caption_number": "There is no caption {number}; there are {count}.",
    "shifted_out": "So far off no caption would be seen in the film.",
    "no_captions": "There are no captions; say “add subtitles” first.",
    "not_in_order": "The stretches to cut lie over each other.",
    "same_clip": "Those are the same clip; name two different ones.",
    "no_position": "There is no position {position}; the timeline has {clips}.",
    "not_all_clips": "An order names every clip once; the timeline has {clips}.",
    "no_medium": "There is no uploaded file {name}; the files are {names}.",
    "not_a_picture": "{name} is sound alone and cannot be a clip; it can be added as music.",
    "no_sound_in": "{name} has no sound to play as music.",
    "no_tune": "There is no built-in music {name}; there is {names}.",
    "no_sound": "There is no sound to change on the timeline.",
    "no_music": "There is no music on the timeline.",
    "no_text": "There is no text {text} on the timeline; the texts are {texts}.",
    "empty_text": "The text is empty; say what it should read.",
    "long_text": "The text has {count} characters; at most {limit} fit.",
    "bad_text": "The text holds control characters, which cannot be drawn.",
    "bad_size": "A text size of {size} % does not fit; 1 to 50 % of the picture's short side do.",
    "bad_color": "{color} is not a colour; give it as #rrggbb.",
    "short_still": "A picture needs a length above zero; {duration} was given.",
    "short_text": "A text needs a length above zero; {duration} was given.",
    "bad_fade": "A fade of {duration} does not fit; from 0 s to {length} does.",
    "fades_meet": "Fades of {fade_in} and {fade_out} are longer together than the {length} they share.",
    "bad_volume": "A volume of {percent} % does not fit; 0 to 400 % do.",
    "no_silences": "There is no silence to take out.",
    "silences_meet": "The silences to take out must be in order and apart.",
    "no_detach": "The sound of {name} cannot be laid beside it: the clip is muted, plays backwards, or is not at its own speed.",
    "bad_loudness": "A loudness of {lufs} LUFS does not fit; {low} to {high} LUFS do (-14 suits the web).",
    "bad_denoise": "Taking {db} dB of noise away does not fit; 0 to {most} dB do.",
    "bad_pan": "A side of {percent} % does not fit; -100 (left) to 100 (right) do.",
    "no_level": "A volume needs one of percent, dB or a factor.",
    "bad_speed": "A speed of {factor}x does not fit; 0.1x to 10x do.",
    "long_reverse": "{length} are too much to play backwards; at most {most} of a film are: name a shorter part.",
    "bad_amount": "An amount of {amount} % does not fit; {lowest} to 100 % do.",
    "bad_turn": "A turn of {degrees} degrees does not fit; 90, 180 and 270 do.",
    "bad_steady": "A strength of {percent} % does not fit; 0 (off) to 100 % do.",
    "bad_lut": "A strength of {percent} % does not fit; 1 to 100 % do, and “remove the LUT” takes it away.",
    "no_shake": "Only films can be stabilised; there is none of them in {what}.",
    "bad_zoom": "A zoom to {percent} % does not fit; 100 % (the whole picture) to 1000 % do.",
    "bad_crop": "That crop does not fit: at least {least} pixels each way must stay, within a picture of {size}.",
    "bad_scale": "A size of {percent} % does not fit; 5 to 100 % do (say zoom in for more).",
    "bad_position": "A place at {percent} % is outside the picture; 0 to 100 % are in it.",
    "bad_outline": "An outline of {percent} % does not fit; 0 to {most} % of the letters' size do.",
    "no_key": "{name} plays at another speed, or its picture is changed; take that away before a colour is keyed out of it.",
    "bad_motion": "A move with {percent} % enlargement does not fit; 101 to 300 % do.",
    "one_clip": "A transition goes between two clips; the timeline has only one, or that clip is the first.",
    "not_neighbours": "A transition goes between two clips that follow each other.",
    "bad_times": "{times} more times does not fit; 1 to {most} do.",
    "in_transition": "Two clips are seen at {at}; choose a time beside the transition.",
    "bad_transition": "A transition of {duration} does not fit here; up to {most} does (half of the shorter clip).",
    "no_overlay": "There is no overlay {overlay}; over the picture lie: {overlays}.",
    "bad_share": "{percent} % does not fit; a size or an opacity has 1 to 100 %.",
    "nothing_under": "{name} is all there is on the timeline; upload the film it should lie over first.",
    "bad_length": "A length of {length} does not fit; {least} to {most} does.",
    "no_stills": "There is no picture on the timeline to show for a time; upload pictures first.",
    "too_short": "{name} is only {length} long and cannot be made {wanted} long by cutting; slow it down, hold its last frame, "
    "or duplicate it.",
    "bad_count": "A countdown from {count} does not fit; 1 to {most} seconds do.",
    "cells": "A split screen shows two to {most} clips in this layout; the timeline has {clips}.",
    "no_cell": "{name} is split or plays backwards already and cannot go into a split screen.",
    "no_turn": "{name} shares the picture with others and cannot be played backwards; undo the split screen first.",
    "cell_speeds": "Clips of different speeds cannot share a split screen; give them one speed first: {clips}.",
    "bad_canvas": "A canvas of {size} pixels does not fit; each side has {least} to {most} pixels, an even number.",
    "bad_fps": "{fps} frames a second do not fit; {least} to {most} do.",
    "long_script": "The script has {count} paragraphs; at most {limit} fit.",
    "no_script": "There are no words to speak in that; letters or numbers are needed.",
    "script_too_long": "The script takes {script} to speak and {film} of the film are free: it is {over} too long. Shorten it, or say it "
    "faster ({percent} % more speed, “… at {speed}x speed”), or let the last frame stand longer: “… and extend the last frame”.",
    "script_far_too_long": "The script takes {script} to speak and {film} of the film are free: it is {over} too long, also for the fastest "
    "voice there is (2x). Shorten it, or let the last frame stand longer: “… and extend the last frame”.",
    "cue_too_long": "Cue {cue} of the script is {over} too long for its place; the next one begins at {next}. Shorten it, move the next one, "
    "or say all of it faster (“… at 1.3x speed”).",
    "cue_after_end": "Cue {cue} of the script begins at {at} and would end {over} after the film, which is {film} long. Shorten it, say it "
    "faster, or let the last frame stand longer: “… and extend the last frame”.",
    "bad_cue": "The script looks like subtitles, but this line has no times that can be read: {cue}. Each is written as "
    "00:00:01,000 --> 00:00:04,000.",
    "long_voice_script": "The script has {size} kB; up to {limit} kB are spoken in one go. Send it in parts.",
    "no_voiceover": "There is no voiceover on the timeline.",
    "bad_voice_speed": "A speaking speed of {speed}x does not fit; 0.5x to 2x do.",
    "bad_name": "A project's name has 1 to {limit} characters.",
}


class EditError(ValueError):
    """An edit that does not fit the project; nothing was changed.

    `problem` is a key of `PROBLEMS`, `facts` fill its sentence: other languages say it from these.
    """

    def __init__(self, problem: str, **facts: str | int) -> None:
        """Make the English sentence; `facts` hold words and numbers ready to be read."""
        self.problem = problem
        self.facts = facts
        super().__init__(PROBLEMS[problem].format(**facts))


class Edit(Frozen, ABC):
    """One thing done to a project; `op` is its name in the vocabulary, times are milliseconds of the timeline."""

    op: str

    @abstractmethod
    def apply(self, project: Project) -> Project:
        """The project after the edit; EditError when it does not fit."""


class Ids:
    """Hands out ids that were never used; `next` is the serial to store with the new project."""

    def __init__(self, project: Project) -> None:
        """Go on where the project stands."""
        self.next = project.serial

    def new(self, prefix: str) -> str:
        """A fresh id such as `c7`."""
        self.next += 1
        return f"{prefix}{self.next - 1}"


def changed(project: Project, **parts: object) -> Project:
    """A copy with these parts replaced, checked as those of a new project are; what is the same stays the very same thing."""
    checked = Project(**parts)
    return project.model_copy(
        update={name: _unless_new(getattr(project, name), getattr(checked, name)) for name in parts}
    )


def _unless_new(old: object, new: object) -> object:
    """The old tuple, if the new one holds the very same things: what is known of it need not be worked out again."""
    if not isinstance(old, tuple) or not isinstance(new, tuple) or len(old) != len(new):
        return new
    return old if all(one is other for one, other in zip(old, new, strict=True)) else new


def require_film(project: Project) -> Ticks:
    """Length of the film in ticks; EditError when there is none."""
    if not project.duration:
        raise EditError("nothing_there")
    return project.duration


def require_clips(project: Project) -> tuple[Clip, ...]:
    """The clips; EditError when there are none."""
    if not project.clips:
        raise EditError("no_picture" if project.sounds else "nothing_there")
    return project.clips


def clip_names(project: Project) -> str:
    """The clips as people see them: `1. beach, 2. party`, the first twelve of them."""
    names = [f"{n}. {stem(project, clip)}" for n, clip in enumerate(project.clips[:12], 1)]
    return ", ".join(names) + (" …" if len(project.clips) > 12 else "")


def stem(project: Project, clip: Clip) -> str:
    """The name of a clip's file without its ending, `a + b` where it shares the picture."""
    return " + ".join(_stem(project, project.medium(media).name) for media in media_of(clip))


def _stem(project: Project, name: str) -> str:
    """A file's name without its ending; all of it when another file has the same one."""
    bare = name.rsplit(".", 1)[0]
    others = {medium.name for medium in project.media} - {name}
    return name if not bare or bare in {other.rsplit(".", 1)[0] for other in others} else bare


def clip_index(project: Project, clip_id: str) -> int:
    """Where a clip stands, from 0; EditError when it does not."""
    for index, clip in enumerate(require_clips(project)):
        if clip.id == clip_id:
            return index
    raise EditError("no_clip", clip=clip_id, clips=clip_names(project))


def clip_start(project: Project, index: int) -> Ticks:
    """Where on the timeline the clip at this index begins."""
    return starts(project.clips)[index]


def on_frame(project: Project, ticks: Ticks) -> Ticks:
    """The nearest frame of the canvas, the film's end counting as one; without a picture, the time itself."""
    length = project.duration
    if project.canvas is None:
        return min(ticks, length)
    nearest = snap(ticks, project.canvas.fps)
    half = frame_ticks(project.canvas.fps) / 2
    return length if nearest > length or length - nearest < half else nearest


def point(project: Project, at_ms: int) -> Ticks:
    """A time on the timeline in ticks; EditError outside the film (a tenth of a second past its end is its end)."""
    length = require_film(project)
    at = from_ms(at_ms)
    if at < 0:
        raise EditError("before_zero", at=as_signed(at), length=as_text(length))
    if at > length + LATE:
        raise EditError("outside", at=as_text(at), length=as_text(length))
    return min(at, length)


def span(project: Project, start_ms: int, end_ms: int | None) -> tuple[Ticks, Ticks]:
    """A range on frames in ticks, `end_ms` None meaning the film's end; EditError when it holds no frame."""
    length = require_film(project)
    start, end = point(project, start_ms), length if end_ms is None else point(project, end_ms)
    if start > end:
        raise EditError("backwards", start=as_text(start), end=as_text(end))
    first, last = on_frame(project, start), on_frame(project, end)
    if first >= last:
        raise EditError("no_frame", start=as_text(start), end=as_text(end), frame=_frame_words(project))
    return first, last


def _frame_words(project: Project) -> str:
    if project.canvas is None:
        return as_text(from_ms(1))
    return as_text(round(frame_ticks(project.canvas.fps)))


def as_signed(ticks: Ticks) -> str:
    """A time that may be negative, in words."""
    return f"-{as_text(-ticks)}" if ticks < 0 else as_text(ticks)
