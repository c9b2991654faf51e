"""The smart cut: frames copied from their sources, those around the cuts made anew, the sound mixed as in any render."""

import logging
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from pathlib import Path
from typing import Final

import av

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.h264 import BadStream
from nemovideo_mcp.studio.media.reel import Coding, Interrupted, NoReel, Reel, read_reel
from nemovideo_mcp.studio.render.check import CheckFailed, Proof, check
from nemovideo_mcp.studio.render.encode import RenderCancelled, RenderFailed, encode
from nemovideo_mcp.studio.render.output import Output, rate
from nemovideo_mcp.studio.render.pieces import Piece
from nemovideo_mcp.studio.render.plan import plan_of_picture, plan_with_picture
from nemovideo_mcp.studio.render.smart import Stretch, film_to_cut, stretches
from nemovideo_mcp.studio.render.splice import Part, splice
from nemovideo_mcp.studio.render.spliced import counting
from nemovideo_mcp.studio.timeline.model import Project

log = logging.getLogger(__name__)

_PICTURE: Final = "picture.mp4"
_TOGETHER: Final = 12  # stretches made in one run: each may need an input of its own
_CRF: Final = "16"  # these frames were coded once before
_PROFILES: Final = {"Baseline": "baseline", "Constrained Baseline": "baseline", "Main": "main"}
_COLOURS: Final = {1: "bt709", 2: "undef"}
_ODD: Final = (NoReel, BadMedia, BadStream, RenderFailed, CheckFailed, av.FFmpegError, OSError, ValueError)
_MADE, _COPIED, _MIXED = 0.3, 0.5, 0.95  # shares of the work that lie behind when a step is done


class _SmartCut:
    """One film on its way; `work` is a folder that is there."""

    def __init__(
        self,
        project: Project,
        output: Output,
        paths: Mapping[str, Path],
        work: Path,
        cancelled: Callable[[], bool],
    ) -> None:
        self._project, self._output, self._paths, self._work = project, output, paths, work
        self._cancelled = cancelled
        self._fps = rate(output, project.canvas) if project.canvas else Fraction(1)

    def run(
        self, film: list[Piece], target: Path, gain_db: float, on_progress: Callable[[float], None]
    ) -> Proof | None:
        """Write the film to `target` and prove it; None when it cannot be cut so."""
        reels = {piece.medium.id: self._reel(piece) for piece in film}
        found = stretches(film, reels)
        if not found:
            return None
        parts = self._parts(found, reels, _between(on_progress, 0.0, _MADE))
        picture = self._work / _PICTURE
        copying = _between(on_progress, _MADE, _COPIED)
        spliced = splice(parts, self._fps, picture, on_progress=copying, cancelled=self._cancelled)
        mixed = plan_with_picture(self._project, self._output, self._paths, self._work, picture, gain_db)
        mixing = _between(on_progress, _COPIED, _MIXED)
        encode(mixed, target, on_progress=mixing, cancelled=self._cancelled)
        return check(target, mixed.expected, counting(spliced, self._fps, self._cancelled))

    def _reel(self, piece: Piece) -> Reel:
        return read_reel(self._paths[piece.medium.id], self._fps, self._cancelled)

    def _parts(
        self, found: Sequence[Stretch], reels: Mapping[str, Reel], on_progress: Callable[[float], None]
    ) -> list[Part]:
        coding = next(iter(reels.values())).coding
        new = [stretch for stretch in found if stretch.packet is None]
        made: list[Part] = []
        for first in range(0, len(new), _TOGETHER):
            share = _between(on_progress, first / len(new), min(1.0, (first + _TOGETHER) / len(new)))
            made += self._made(new[first : first + _TOGETHER], coding, f"made{first}.mp4", share)
        if len({part.reel.coding for part in made}) > 1:
            raise NoReel("what was made anew is not coded alike")
        rest = iter(made)
        return [
            next(rest)
            if stretch.packet is None
            else Part(self._path(stretch), reels[stretch.piece.medium.id], stretch.packet, stretch.frames)
            for stretch in found
        ]

    def _path(self, stretch: Stretch) -> Path:
        return self._paths[stretch.piece.medium.id]

    def _made(
        self, new: Sequence[Stretch], coding: Coding, name: str, on_progress: Callable[[float], None]
    ) -> list[Part]:
        """Stretches encoded one after the other, each of them beginning with a picture that needs none before it."""
        clips = tuple(stretch.clip(number) for number, stretch in enumerate(new))
        project = self._project.model_copy(update={"clips": clips, "sounds": (), "loudness": None})
        starts = [0, *accumulate(stretch.frames for stretch in new)]
        arguments = _coding(coding, starts[:-1])
        planned = plan_of_picture(project, self._output, self._paths, self._work, arguments)
        target = self._work / name
        encode(planned, target, on_progress=on_progress, cancelled=self._cancelled)
        reel = read_reel(target, self._fps, self._cancelled)
        if len(reel.order) != starts[-1] or not set(starts[:-1]) <= set(reel.entries):
            raise NoReel("what was made anew is not what was asked for")
        return [
            Part(target, reel, first, stretch.frames) for first, stretch in zip(starts[:-1], new, strict=True)
        ]


def smart_cut(
    project: Project,
    output: Output,
    paths: Mapping[str, Path],
    target: Path,
    *,
    gain_db: float = 0.0,
    on_progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> Proof | None:
    """Write the film to `target` with most of its frames copied, and prove it; None when the ordinary render is needed.

    Arguments as those of `plan` and `encode`; `target` lies in the working folder. Nothing but a cancellation is raised: whatever else happens, `target` is
    gone, the log says why, and the ordinary render has the last word. Raises RenderCancelled and what `cancelled` raises.
    """
    film = film_to_cut(project, output)
    if not film:
        return None
    try:
        return _SmartCut(project, output, paths, target.parent, cancelled).run(
            film, target, gain_db, on_progress
        )
    except (RenderCancelled, Interrupted) as stop:
        target.unlink(missing_ok=True)
        raise RenderCancelled("The render was cancelled.") from stop
    except _ODD as odd:
        log.info("no smart cut: %s", odd)
        target.unlink(missing_ok=True)
        return None
    finally:
        (target.parent / _PICTURE).unlink(missing_ok=True)


def _coding(coding: Coding, starts: Sequence[int]) -> list[str]:
    """An encoder's arguments for frames that stand beside copied ones: their profile, their colours, a number of their own."""
    names = zip(("colorprim", "transfer", "colormatrix"), coding.colours, strict=True)
    colours = [f"{name}={_COLOURS[number]}" for name, number in names]
    own = ":".join([f"sps-id={coding.sets.free_id}", *colours])
    keys = "+".join(f"eq(n,{start})" for start in starts)
    profile = _PROFILES.get(coding.profile, "high")
    return [
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", _CRF, "-profile:v", profile),
        *("-forced-idr", "1", "-force_key_frames", f"expr:{keys}", "-x264-params", own),
    ]


def _between(on_progress: Callable[[float], None], low: float, high: float) -> Callable[[float], None]:
    """Progress of a step within the whole."""
    return lambda share: on_progress(low + share * (high - low))
