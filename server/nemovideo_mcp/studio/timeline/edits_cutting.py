"""Edits that cut the film: keep, cut out, split, speed."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.edit import (
    Edit,
    EditError,
    Ids,
    changed,
    clip_index,
    on_frame,
    point,
    require_clips,
    span,
)
from nemovideo_mcp.studio.timeline.model import Clip, Project, Ratio, starts
from nemovideo_mcp.studio.timeline.ripple import Piece, entered, follow, kept, pieces_of
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_frames, to_frames

SLOWEST: Final = Fraction(1, 10)
FASTEST: Final = Fraction(10)
_RISES: Final = ("fade_in", "sound_in")
_FALLS: Final = ("fade_out", "sound_out")


def slice_of(clip: Clip, start: Ticks, end: Ticks) -> Clip:
    """The part of a clip between two times counted from its beginning on the timeline."""
    whole = clip.duration
    if start == 0 and end == whole:
        return clip
    first, last = round(start * clip.speed), round(end * clip.speed)
    if clip.backwards:
        source = (clip.start if end == whole else clip.end - last, clip.end - first)
    else:
        source = (clip.start + first, clip.end if end == whole else clip.start + last)
    return clip.model_copy(
        update={
            "start": source[0],
            "end": source[1],
            **{name: min(getattr(clip, name), end - start) if start == 0 else 0 for name in _RISES},
            **{name: min(getattr(clip, name), end - start) if end == whole else 0 for name in _FALLS},
        }
    )


def keep_spans(project: Project, spans: Sequence[tuple[Ticks, Ticks]]) -> Project:
    """The project of which only these ranges stay, in order and closed up; EditError when nothing stays."""
    pieces = kept(spans)
    if not pieces:
        raise EditError("nothing_left", length=as_text(project.duration))
    ids = Ids(project)
    return follow(project, _clips_within(project, pieces, ids), pieces, ids)


def _clips_within(project: Project, pieces: Sequence[Piece], ids: Ids) -> list[Clip]:
    """What of each clip lies in the pieces; the first part of a clip keeps its id."""
    clips: list[Clip] = []
    there: set[str] = set()
    for piece in pieces:
        last = piece.start
        for clip, at in placed(project.clips):
            part = piece.overlap(at, at + clip.duration)
            if part is None:
                continue
            cut = _entering(slice_of(clip, part[0] - at, part[1] - at), last - part[0], cut=part[0] > at)
            clips.append(cut.model_copy(update={"id": ids.new("c")}) if clip.id in there else cut)
            there.add(clip.id)
            last = part[1]
    return clips


def _entering(clip: Clip, overlap: Ticks, *, cut: bool) -> Clip:
    """A part of a clip with the transition it still has: a crossfade that is cut into is as long as what is left of it."""
    old = clip.enters
    if old is None or (old.overlap and old.overlap == overlap) or not (cut or old.overlap):
        return clip
    left = old.model_copy(update={"duration": overlap}) if old.overlap and overlap > 0 else None
    return clip.model_copy(update={"enters": left})


class Keep(Edit):
    """Keep one range and drop the rest; `end_ms` None is the film's end."""

    op: Literal["keep"] = "keep"
    start_ms: int = 0
    end_ms: int | None = None

    def apply(self, project: Project) -> Project:
        """Closed up to the kept range."""
        return keep_spans(project, [span(project, self.start_ms, self.end_ms)])


class CutOut(Edit):
    """Take one range out and close the gap; `end_ms` None is the film's end."""

    op: Literal["cut_out"] = "cut_out"
    start_ms: int = 0
    end_ms: int | None = None

    def apply(self, project: Project) -> Project:
        """What stood before and after the range, joined."""
        start, end = span(project, self.start_ms, self.end_ms)
        return keep_spans(project, [(0, start), (end, project.duration)])


class Split(Edit):
    """Cut a clip in two at a time of the film; nothing is lost."""

    op: Literal["split"] = "split"
    at_ms: int

    def apply(self, project: Project) -> Project:
        """One clip more."""
        require_clips(project)
        at = on_frame(project, point(project, self.at_ms))
        after = split_at(project, at)
        if after is project:
            raise EditError("at_the_cut", at=as_text(at))
        return after


def split_at(project: Project, at: Ticks) -> Project:
    """The project with a cut at this time; the project itself when there is one already."""
    for index, (clip, start) in enumerate(placed(project.clips)):
        inside = at - start
        if 0 < inside < clip.duration:
            if _in_transition(project, index, at):
                return project
            ids = Ids(project)
            right = slice_of(clip, inside, clip.duration).model_copy(
                update={"id": ids.new("c"), "enters": None}
            )
            both = (slice_of(clip, 0, inside), right)
            clips = (*project.clips[:index], *both, *project.clips[index + 1 :])
            return changed(project, clips=clips, serial=ids.next)
    return project


def _in_transition(project: Project, index: int, at: Ticks) -> bool:
    """Whether two clips are seen at a time within the clip at this index; there is nothing to cut there."""
    begins = starts(project.clips)
    enters = project.clips[index].enters
    early = enters is not None and bool(index) and at <= begins[index] + enters.overlap
    return early or (index + 1 < len(project.clips) and at >= begins[index + 1])


class Speed(Edit):
    """Play faster or slower: the whole film, some clips, or a range.

    `factor` counts from the source's own speed, or from the present one when `relative`.
    """

    op: Literal["speed"] = "speed"
    factor: Ratio
    relative: bool = False
    clips: tuple[str, ...] = ()
    start_ms: int | None = None
    end_ms: int | None = None

    def apply(self, project: Project) -> Project:
        """Whole frames at the new speed; texts move with the picture, sounds laid under it start with it."""
        require_clips(project)
        if not SLOWEST <= self.factor <= FASTEST:
            raise EditError("bad_speed", factor=speed_words(self.factor))
        project, chosen = self._chosen(project)
        old = project.clips
        new = entered([self._sped(project, clip) if clip.id in chosen else clip for clip in old])
        return follow(project, new, pieces_of(old, new), Ids(project))

    def _chosen(self, project: Project) -> tuple[Project, set[str]]:
        if self.start_ms is not None or self.end_ms is not None:
            start, end = span(project, self.start_ms or 0, self.end_ms)
            project = split_at(split_at(project, start), end)
            return project, {clip.id for clip, at in placed(project.clips) if start <= at < end}
        if self.clips:
            return project, {project.clips[clip_index(project, clip)].id for clip in self.clips}
        return project, {clip.id for clip in project.clips}

    def _sped(self, project: Project, clip: Clip) -> Clip:
        """The clip at its new speed, its end drawn in to a whole number of frames."""
        speed = clip.speed * self.factor if self.relative else self.factor
        if not SLOWEST <= speed <= FASTEST:
            raise EditError("bad_speed", factor=speed_words(speed))
        sped = clip.model_copy(update={"speed": speed})
        if project.canvas is None:
            return sped
        fps = project.canvas.fps
        frames = max(1, to_frames(sped.duration, fps))
        end = clip.start + round(from_frames(frames, fps) * speed)
        while end > clip.end and frames > 1:
            frames -= 1
            end = clip.start + round(from_frames(frames, fps) * speed)
        if end > clip.end:
            # One frame is the least that can be seen: what is shorter than that at this speed plays as slowly as fills it.
            return sped.model_copy(update={"speed": Fraction(clip.end - clip.start, from_frames(1, fps))})
        if clip.backwards:
            return sped.model_copy(update={"start": clip.end - (end - clip.start)})
        return sped.model_copy(update={"end": end})


def speed_words(factor: Fraction) -> str:
    """`2`, `0.5`, `1.25`: a factor for people."""
    return f"{float(factor):.3f}".rstrip("0").rstrip(".")
