"""Shaky films held still: which stretches of which films that is for, and how each becomes a film of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from hashlib import sha256
from math import ceil, floor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import imageio_ffmpeg

from nemovideo_mcp.studio.media import process
from nemovideo_mcp.studio.media.appearance import Appearance, appearance
from nemovideo_mcp.studio.render.encode import RenderFailed, encode
from nemovideo_mcp.studio.render.graph import at_ticks
from nemovideo_mcp.studio.render.guard import GUARD
from nemovideo_mcp.studio.render.picture import as_film
from nemovideo_mcp.studio.render.plan import Expected, RenderPlan
from nemovideo_mcp.studio.timeline.model import Beside, Cell, Clip, Media, MediaKind, Motion, Project
from nemovideo_mcp.studio.timeline.time import Ticks, from_frames, from_seconds, to_frames

NEEDED: Final = frozenset({"vidstabdetect", "vidstabtransform"})
NO_STABILISER: Final = (
    "The ffmpeg on this computer has no stabiliser (vidstab), so that shaky films cannot be held still here; "
    "say “remove the stabilisation” to export without it."
)
_STEP: Final = from_seconds(10)  # so that a small trim does not ask for another film
_VERSION: Final = 1
_MOVES: Final = "moves.trf"
_FOUND: Final = 0.35  # of the work
_LIMITS: Final = process.Limits(timeout_s=60)
_QUIET: Final = ("-hide_banner", "-nostdin", "-nostats", "-loglevel", "warning", "-y", "-xerror")
_TOLD: Final = ("-progress", "pipe:1", "-stats_period", "0.25")
# Coded twice, so with more than an eye can see.
_CODING: Final = ("-c:v", "libx264", "-preset", "superfast", "-crf", "12", "-c:a", "pcm_s16le")
_EXACT: Final = ("-fps_mode", "passthrough", "-enc_time_base:v", "1:90000", "-video_track_timescale", "90000")


@dataclass(frozen=True)
class Stretch:
    """Ticks `start` to `end` of a film, to be held still by so many `percent`."""

    medium: Media
    start: Ticks
    end: Ticks
    percent: int

    @property
    def made(self) -> Media:
        """The film it becomes, which begins at its `start`."""
        told = f"{_VERSION}:{self.medium.id}:{self.start}:{self.end}:{self.percent}"
        name = f"steady-{sha256(told.encode()).hexdigest()[:32]}"
        return self.medium.model_copy(update={"id": name, "duration": self.end - self.start})


def shaky(project: Project) -> list[Stretch]:
    """What a project wants held still: of each film the stretches it uses, those that lie near each other as one."""
    wanted: dict[tuple[str, int], list[tuple[Ticks, Ticks]]] = {}
    for clip in project.clips:
        for media, percent, offset in _seen(clip):
            if percent and project.medium(media).kind is MediaKind.VIDEO:
                used = wanted.setdefault((media, percent), [])
                used.append(_around(clip.start + offset, clip.end + offset, project.medium(media)))
    return [
        Stretch(project.medium(media), start, end, percent)
        for (media, percent), used in wanted.items()
        for start, end in _united(used)
    ]


def _seen(clip: Clip) -> list[tuple[str, int, Ticks]]:
    """The media of a clip, how steady each is to be, and how much later than the clip's own it stands."""
    cells = clip.beside.cells if clip.beside else ()
    return [(clip.media, clip.treatment.steady, 0), *((c.media, c.treatment.steady, c.offset) for c in cells)]


def _around(start: Ticks, end: Ticks, medium: Media) -> tuple[Ticks, Ticks]:
    """A stretch rounded out to whole steps, on frames, within the film."""
    first, last = _STEP * floor(Fraction(max(0, start), _STEP)), _STEP * ceil(Fraction(end, _STEP))
    fps = medium.fps or Fraction(25)
    begin = min(from_frames(to_frames(first, fps), fps), max(0, start))
    return begin, max(end, min(last, medium.duration))


def _united(used: list[tuple[Ticks, Ticks]]) -> list[tuple[Ticks, Ticks]]:
    united: list[tuple[Ticks, Ticks]] = []
    for start, end in sorted(used):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def steadied(project: Project, ready: list[Stretch]) -> Project:
    """The project with the films that are `ready` in place of the shaky ones they were made of."""
    clips = tuple(_steadied(clip, ready) for clip in project.clips)
    media = (*project.media, *(stretch.made for stretch in ready))
    return project.model_copy(update={"clips": clips, "media": media})


def _steadied(clip: Clip, ready: list[Stretch]) -> Clip:
    own = _holding(clip.media, clip.treatment.steady, clip.start, clip.end, ready)
    began = own.start if own else 0
    beside = _cells(clip.beside, clip, began, ready) if clip.beside else None
    if own is None:
        return clip.model_copy(update={"beside": beside})
    treatment = clip.treatment
    if motion := treatment.motion:
        treatment = treatment.model_copy(update={"motion": _moved(motion, began)})
    moved = {"media": own.made.id, "start": clip.start - began, "end": clip.end - began}
    return clip.model_copy(update={**moved, "treatment": treatment, "beside": beside})


def _moved(motion: Motion, by: Ticks) -> Motion:
    return motion.model_copy(update={"start": max(0, motion.start - by), "end": max(1, motion.end - by)})


def _cells(beside: Beside, clip: Clip, began: Ticks, ready: list[Stretch]) -> Beside:
    return beside.model_copy(update={"cells": tuple(_cell(one, clip, began, ready) for one in beside.cells)})


def _cell(cell: Cell, clip: Clip, began: Ticks, ready: list[Stretch]) -> Cell:
    """A cell that goes with a clip which begins `began` ticks earlier in its own new film."""
    found = _holding(
        cell.media, cell.treatment.steady, clip.start + cell.offset, clip.end + cell.offset, ready
    )
    offset = cell.offset + began
    if found is None:
        return cell.model_copy(update={"offset": offset})
    return cell.model_copy(update={"media": found.made.id, "offset": offset - found.start})


def _holding(media: str, percent: int, start: Ticks, end: Ticks, ready: list[Stretch]) -> Stretch | None:
    for one in ready:
        inside = one.start <= max(0, start) and end <= one.end
        if percent and (one.medium.id, one.percent) == (media, percent) and inside:
            return one
    return None


@cache
def can_steady() -> bool:
    """Whether the ffmpeg there is can do it; asked once."""
    found: set[str] = set()
    argv = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-filters"]
    process.run(
        argv, cancelled=lambda: False, limits=_LIMITS, on_line=lambda line: found.update(line.split()[1:2])
    )
    return found >= NEEDED


def make_steady(
    stretch: Stretch,
    source: Path,
    target: Path,
    *,
    on_progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> None:
    """Write the film a stretch becomes: how the camera moves is found first, then taken out. Blocks.

    It has the size of the stretch's medium in square pixels, its times, and its sound as it was; it is enlarged as far as no edge
    of a moved picture is seen. Raises RenderFailed, RenderCancelled, BadMedia.
    """
    if not can_steady():
        raise RenderFailed(NO_STABILISER, "no vidstab")
    look = appearance(source)
    with TemporaryDirectory(prefix="steady-", dir=target.parent) as folder:
        plan = _Steady(stretch, source, look, Path(folder))
        found = Path(folder) / "found.crc"
        encode(
            plan.finding(), found, on_progress=lambda share: on_progress(_FOUND * share), cancelled=cancelled
        )
        rest = 1 - _FOUND
        part = Path(folder) / "steady.mov"
        encode(
            plan.moving(),
            part,
            on_progress=lambda share: on_progress(_FOUND + rest * share),
            cancelled=cancelled,
        )
        part.chmod(0o600)
        part.replace(target)


class _Steady:
    """The two runs of one stretch."""

    def __init__(self, stretch: Stretch, source: Path, look: Appearance, work: Path) -> None:
        self._stretch, self._source, self._look, self._work = stretch, source, look, work
        self._fps = stretch.medium.fps or Fraction(25)

    def finding(self) -> RenderPlan:
        """How the camera moves goes into a file in the working folder; what is written besides is of no use."""
        find = f"vidstabdetect=result={_MOVES}:shakiness=8:accuracy=9:fileformat=binary"
        return self._plan([find, "scale=16:16"], "-an", "-f", "framecrc")

    def moving(self) -> RenderPlan:
        """The film with that taken out."""
        smoothing = max(1, round(self._fps * self._stretch.percent / 100))
        move = f"vidstabtransform=input={_MOVES}:smoothing={smoothing}:optzoom=1:crop=keep:interpol=bilinear"
        sound = ["-map", f"1:{self._look.sound}"] if self._look.channels else ["-an"]
        first = ["setpts=PTS-STARTPTS"] if self._stretch.start else []
        even = ["-af", "aresample=async=1:first_pts=0"] if self._look.channels else []
        return self._plan([move, *first], *sound, *even, *_CODING, *_EXACT, "-f", "mov")

    def _plan(self, steps: list[str], *rest: str) -> RenderPlan:
        stretch, look = self._stretch, self._look
        length = at_ticks(stretch.end - stretch.start)
        chain = ",".join([*as_film(look, stretch.medium), *steps])
        # A quarter of a frame early, so that the first picture is not lost to rounding.
        early = max(0, stretch.start + look.late - from_seconds(1 / self._fps / 4)) if stretch.start else 0
        arguments = [*_QUIET, *_TOLD, *self._input(early), *self._input(stretch.start)]
        arguments += ["-map", f"0:{look.picture}", "-vf", chain, "-t", length, *rest]
        arguments += ["-map_metadata", "-1", "-map_chapters", "-1"]
        return RenderPlan(tuple(arguments), {}, self._work, self._expected())

    def _input(self, at: Ticks) -> list[str]:
        decoder = ["-c:v", self._look.decoder] if self._look.decoder else []
        seek = ["-ss", at_ticks(at)] if at else []
        return [*GUARD, *seek, *decoder, "-i", f"file:{self._source.absolute()}"]

    def _expected(self) -> Expected:
        medium, length = self._stretch.medium, self._stretch.end - self._stretch.start
        frames = to_frames(length, self._fps)
        size = (medium.width, medium.height, self._fps)
        return Expected("mov", length, frames, *size, has_audio=False, samples=0)
