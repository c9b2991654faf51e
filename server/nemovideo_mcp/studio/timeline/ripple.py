"""What follows the picture: how texts and sounds move when the clips of the main track do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from nemovideo_mcp.studio.timeline.edit import Ids, changed
from nemovideo_mcp.studio.timeline.model import Clip, Project, Sound, Text
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


def follow(project: Project, clips: Sequence[Clip], pieces: Sequence[Piece], ids: Ids) -> Project:
    """The project with these clips, its texts and sounds moved as the pieces say."""
    stretched = any(p.end - p.start != p.new_end - p.new_start for p in pieces)
    sounds = [new for old in project.sounds for new in _moved_sound(old, pieces, ids, whole=stretched)]
    texts = [new for old in project.texts for new in _moved_text(old, pieces)]
    return settled(
        changed(project, clips=tuple(clips), sounds=tuple(sounds), texts=tuple(texts), serial=ids.next)
    )


def _moved_text(text: Text, pieces: Sequence[Piece]) -> list[Text]:
    """A text keeps what is left of it in one run, from the first stretch it stood on; pinned ones stay."""
    if text.pinned:
        return [text]
    run: tuple[Ticks, Ticks] | None = None
    for piece in sorted(pieces, key=lambda p: p.start):
        part = piece.overlap(text.at, text.at + text.duration)
        if part is None:
            continue
        start, end = piece.new(part[0]), piece.new(part[1])
        if run is None:
            run = (start, end)
        elif start == run[1]:
            run = (run[0], end)
    if run is None or run[1] <= run[0]:
        return []
    return [text.model_copy(update={"at": run[0], "duration": run[1] - run[0]})]


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
    length = project.duration
    texts = tuple(new for text in project.texts if (new := _within(text, length)))
    fade_in = min(project.fade_in, length)
    return changed(
        project,
        clips=tuple(_clip_fades(clip) for clip in project.clips),
        texts=texts,
        fade_in=fade_in,
        fade_out=min(project.fade_out, length - fade_in),
    )


def _within(text: Text, length: Ticks) -> Text | None:
    if text.pinned == "end":
        duration = min(text.duration, length)
        at = length - duration
    else:
        at = text.at
        duration = min(text.duration, length - at)
    return text.model_copy(update={"at": at, "duration": duration}) if duration > 0 else None


def _clip_fades(clip: Clip) -> Clip:
    if not clip.fade_in and not clip.fade_out:
        return clip
    fade_in = min(clip.fade_in, clip.duration)
    fade_out = min(clip.fade_out, clip.duration - fade_in)
    if (fade_in, fade_out) == (clip.fade_in, clip.fade_out):
        return clip
    return clip.model_copy(update={"fade_in": fade_in, "fade_out": fade_out})
