"""What follows the picture: how texts and sounds move when the clips of the main track do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from nemovideo_mcp.studio.timeline.captions import moved_caption
from nemovideo_mcp.studio.timeline.edit import Ids, changed
from nemovideo_mcp.studio.timeline.model import Clip, MediaKind, Overlay, Project, Sound, Text, starts
from nemovideo_mcp.studio.timeline.time import Ticks


@dataclass(frozen=True)
class Piece:
    """A stretch of the old timeline and where it stands on the new one, all in ticks."""

    start: Ticks
    end: Ticks
    new_start: Ticks
    new_end: Ticks

    def new(self, at: Ticks) -> Ticks:
        """Where a time within the old stretch stands now."""
        share = Fraction(at - self.start, self.end - self.start)
        return self.new_start + round(share * (self.new_end - self.new_start))

    def overlap(self, start: Ticks, end: Ticks) -> tuple[Ticks, Ticks] | None:
        """The part of a range that lies in the old stretch, if any."""
        first, last = max(start, self.start), min(end, self.end)
        return (first, last) if first < last else None


def kept(spans: Iterable[tuple[Ticks, Ticks]]) -> tuple[Piece, ...]:
    """The pieces of a film of which only these ranges stay, closed up."""
    pieces: list[Piece] = []
    at = 0
    for start, end in spans:
        if end > start:
            pieces.append(Piece(start, end, at, at + end - start))
            at += end - start
    return tuple(pieces)


def pieces_of(old: Sequence[Clip], new: Sequence[Clip]) -> list[Piece]:
    """How a film's stretches move when its clips are put in another order, changed in length, or left out.

    Each clip answers for the time up to the beginning of the next, so that no moment of the film is there twice.
    """
    there = {clip.id: (clip, at, end) for clip, (at, end) in zip(new, pairwise(starts(new)), strict=True)}
    pieces = []
    for clip, (at, end) in zip(old, pairwise(starts(old)), strict=True):
        if clip.id not in there:
            continue
        now, to, until = there[clip.id]
        same = now is clip or now.duration == clip.duration
        length = min(end - at, until - to)
        pieces.append(Piece(at, at + length, to, to + length) if same else Piece(at, end, to, until))
    return [piece for piece in pieces if piece.end > piece.start]


def follow(project: Project, clips: Sequence[Clip], pieces: Sequence[Piece], ids: Ids) -> Project:
    """The project with these clips, its texts and sounds moved as the pieces say."""
    stretched = any(p.end - p.start != p.new_end - p.new_start for p in pieces)
    sounds = [new for old in project.sounds for new in _moved_sound(old, pieces, ids, whole=stretched)]
    texts = [new for old in project.texts for new in _moved_text(old, pieces, ids)]
    project = changed(
        project, overlays=tuple(new for old in project.overlays for new in _moved_overlay(old, pieces))
    )
    return settled(
        changed(project, clips=tuple(clips), sounds=tuple(sounds), texts=tuple(texts), serial=ids.next)
    )


def _moved_text(text: Text, pieces: Sequence[Piece], ids: Ids) -> list[Text]:
    """A text keeps what is left of it in one run, from the first stretch it stood on; pinned ones stay."""
    if text.pinned:
        return [text]
    if text.words:
        return moved_caption(text, lambda first, last: _moved_run(first, last, pieces), lambda: ids.new("t"))
    run = _moved_run(text.at, text.at + text.duration, pieces)
    return [text.model_copy(update={"at": run[0], "duration": run[1] - run[0]})] if run else []


def _moved_overlay(overlay: Overlay, pieces: Sequence[Piece]) -> list[Overlay]:
    """An overlay moves as a text does; one over the whole film stays there."""
    if overlay.whole:
        return [overlay]
    run = _moved_run(overlay.at, overlay.at + overlay.duration, pieces)
    return [overlay.model_copy(update={"at": run[0], "duration": run[1] - run[0]})] if run else []


def _moved_run(first: Ticks, last: Ticks, pieces: Sequence[Piece]) -> tuple[Ticks, Ticks] | None:
    """What is left of a stretch, from the first piece it stood on for as long as it goes on."""
    run: tuple[Ticks, Ticks] | None = None
    for piece in sorted(pieces, key=lambda p: p.start):
        part = piece.overlap(first, last)
        if part is None:
            continue
        start, end = piece.new(part[0]), piece.new(part[1])
        if run is None:
            run = (start, end)
        elif start == run[1]:
            run = (run[0], end)
    return run if run and run[1] > run[0] else None


def _moved_sound(sound: Sound, pieces: Sequence[Piece], ids: Ids, *, whole: bool) -> list[Sound]:
    """Music stays; another sound is cut as the picture is, or moved `whole` when the picture is sped up."""
    if sound.role == "music":
        return [sound]
    parts: list[Sound] = []
    for piece in sorted(pieces, key=lambda p: p.start):
        part = piece.overlap(sound.at, sound.at + sound.end - sound.start)
        if part is None:
            continue
        if whole:
            return [sound.model_copy(update={"at": piece.new(part[0])})]
        parts.append(_part_of(sound, part, piece.new(part[0]), ids.new("s") if parts else sound.id))
    return _joined(parts)


def _part_of(sound: Sound, part: tuple[Ticks, Ticks], at: Ticks, new_id: str) -> Sound:
    start, end = sound.start + part[0] - sound.at, sound.start + part[1] - sound.at
    return sound.model_copy(
        update={
            "id": new_id,
            "at": at,
            "start": start,
            "end": end,
            "fade_in": min(sound.fade_in, end - start) if start == sound.start else 0,
            "fade_out": min(sound.fade_out, end - start) if end == sound.end else 0,
        }
    )


def _joined(parts: list[Sound]) -> list[Sound]:
    """Neighbours that play on without a gap are one sound again."""
    joined: list[Sound] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and last.end == part.start and last.at + last.end - last.start == part.at:
            joined[-1] = last.model_copy(update={"end": part.end, "fade_out": part.fade_out})
        else:
            joined.append(part)
    return joined


def settled(project: Project) -> Project:
    """The project with its texts within the film and its fades no longer than what they fade."""
    project = changed(project, clips=tuple(entered(project.clips)))
    length = project.duration
    texts = tuple(new for text in project.texts if (new := _within(text, length)))
    over = (_over_film(project, overlay, length) for overlay in project.overlays)
    fade_in = min(project.fade_in, length)
    return changed(
        project,
        clips=tuple(_clip_fades(clip) for clip in project.clips),
        texts=texts,
        overlays=tuple(overlay for overlay in over if overlay),
        fade_in=fade_in,
        fade_out=min(project.fade_out, length - fade_in),
        sound_in=min(project.sound_in, length),
        sound_out=min(project.sound_out, length - min(project.sound_in, length)),
    )


def entered(clips: Sequence[Clip]) -> list[Clip]:
    """The clips with transitions that fit: none before the first, none longer than what is left of either clip."""
    fitting: list[Clip] = []
    room = 0
    for clip in clips:
        length = min(clip.enters.duration, room, clip.duration) if clip.enters else 0
        if clip.enters and length != clip.enters.duration:
            enters = clip.enters.model_copy(update={"duration": length}) if length > 0 else None
            clip = clip.model_copy(update={"enters": enters})  # noqa: PLW2901  the clip as it fits
        fitting.append(clip)
        room = clip.duration - length
    return fitting


def _within(text: Text, length: Ticks) -> Text | None:
    if text.pinned == "end":
        duration = min(text.duration, length)
        at = length - duration
    else:
        at = text.at
        duration = min(text.duration, length - at)
    return text.model_copy(update={"at": at, "duration": duration}) if duration > 0 else None


def _over_film(project: Project, overlay: Overlay, length: Ticks) -> Overlay | None:
    """An overlay within the film, and no longer than its own medium runs."""
    at = 0 if overlay.whole else overlay.at
    duration = length if overlay.whole else min(overlay.duration, length - at)
    medium = project.medium(overlay.media)
    if medium.kind is MediaKind.VIDEO:
        duration = min(duration, medium.duration - overlay.start)
    return overlay.model_copy(update={"at": at, "duration": duration}) if duration > 0 else None


def _clip_fades(clip: Clip) -> Clip:
    if not (clip.fade_in or clip.fade_out or clip.sound_in or clip.sound_out):
        return clip
    length = clip.duration
    fade_in, sound_in = min(clip.fade_in, length), min(clip.sound_in, length)
    fitting = {
        "fade_in": fade_in,
        "fade_out": min(clip.fade_out, length - fade_in),
        "sound_in": sound_in,
        "sound_out": min(clip.sound_out, length - sound_in),
    }
    same = all(getattr(clip, name) == ticks for name, ticks in fitting.items())
    return clip if same else clip.model_copy(update=fitting)
