"""A project and an output become one ffmpeg run: its arguments, the texts it reads, and what must come out."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

from nemovideo_mcp.studio import fonts
from nemovideo_mcp.studio.media.appearance import Appearance, appearance
from nemovideo_mcp.studio.render.graph import at_ticks
from nemovideo_mcp.studio.render.output import (
    BadOutput,
    Format,
    NothingToRender,
    Output,
    muxing,
    picture_coding,
    rate,
    size,
    sound_coding,
)
from nemovideo_mcp.studio.render.overlay import Sheet, laid_over, shown
from nemovideo_mcp.studio.render.picture import Frame, as_gif, picture_graph
from nemovideo_mcp.studio.render.pieces import Grid, pieces
from nemovideo_mcp.studio.render.runs import runs
from nemovideo_mcp.studio.render.sound import can_be_heard, places, sound_graph
from nemovideo_mcp.studio.render.title import ass_file
from nemovideo_mcp.studio.render.window import Still, seen_at, window
from nemovideo_mcp.studio.timeline.model import Project
from nemovideo_mcp.studio.timeline.time import SAMPLE_RATE, Ticks, from_frames, from_seconds

__all__ = ["BadOutput", "Expected", "NothingToRender", "Output", "RenderPlan", "plan"]

_READABLE: Final = "mov,matroska,avi,gif,mp3,wav,aac,image2,png_pipe,jpeg_pipe,webp_pipe,webp_anim"
_GUARD: Final = ("-protocol_whitelist", "file", "-format_whitelist", _READABLE, "-max_pixels", "134217728")
_MANY_INPUTS: Final = 4
_FEW_CORES: Final = 2
_RAW: Final = ("-c:v", "rawvideo", "-pix_fmt", "rgb24")
_TEXTS, _PICTURE, _SOUND = "texts.ass", "picture.graph", "sound.graph"


@dataclass(frozen=True)
class Expected:
    """What the file must be: `duration` in ticks, `samples` at 48 kHz; no picture: frames, width, height 0, fps None."""

    format: Format
    duration: Ticks
    frames: int
    width: int
    height: int
    fps: Fraction | None
    has_audio: bool
    samples: int


@dataclass(frozen=True)
class RenderPlan:
    """One run: ffmpeg's arguments up to the target's name, the files to write into `work` first, and what comes out."""

    arguments: tuple[str, ...]
    files: Mapping[str, str]
    work: Path
    expected: Expected


def plan(
    project: Project, output: Output, paths: Mapping[str, Path], work: Path, *, gain_db: float = 0.0
) -> RenderPlan:
    """Plan a render; writes nothing, reads the headers of the media it uses.

    `paths` by media id; `work` is a folder for the plan's own files, the child's working folder. `gain_db` is what
    `loudness.gain_for` found for a project that has a loudness.
    Raises NothingToRender, BadOutput, BadMedia (a file of the project is gone bad), KeyError (a medium without a path).
    """
    looks = _looks(project, paths)
    return _Planner(project, output, paths, work, looks).plan(gain_db)


def still_plans(
    project: Project, numbers: Sequence[int], output: Output, paths: Mapping[str, Path], works: Sequence[Path]
) -> list[RenderPlan]:
    """Plans of single frames of the film, by their numbers, as raw RGB of the output's size; each has its folder.

    They are made by the graph that makes the film. Raises as `plan` does.
    """
    looks, fps = _looks(project, paths), rate(output, project.canvas) if project.canvas else Fraction(1)
    return [
        _Planner(seen_at(project, number, fps), output, paths, work, looks, number).still()
        for number, work in zip(numbers, works, strict=True)
    ]


def _looks(project: Project, paths: Mapping[str, Path]) -> dict[str, Appearance]:
    used = {clip.media for clip in project.clips} | {sound.media for sound in project.sounds}
    used |= {overlay.media for overlay in project.overlays}
    return {media: appearance(paths[media]) for media in sorted(used)}


class _Planner:
    """The parts of one plan, in the order in which they need each other."""

    def __init__(
        self,
        project: Project,
        output: Output,
        paths: Mapping[str, Path],
        work: Path,
        looks: dict[str, Appearance],
        seen: int | None = None,
    ) -> None:
        self._project, self._output, self._paths, self._work = project, output, paths, work
        self._looks = looks
        self._frame = self._picture_frame()
        fps = self._frame.fps if self._frame else rate(Output(), project.canvas) if project.canvas else None
        grid = Grid(fps)
        self._frames = grid.frame(project.duration) if self._frame else 0
        self._samples = grid.sample(project.duration)
        if not self._samples:
            raise NothingToRender(
                "There is nothing on the timeline to export yet: add a clip or a sound first."
            )
        found = pieces(project, grid)
        self._runs = runs(found, looks, fps)
        self._still: Still | None = None
        if seen is not None and fps is not None:
            self._still = Still(window(found, min(seen, self._frames - 1), fps), self._runs)
            self._runs = runs(self._still.window.pieces, looks, fps)
        self._laid = places(project, looks, len(self._runs), self._samples)
        self._heard = output.has_sound and can_be_heard(self._runs, self._laid)

    def _picture_frame(self) -> Frame | None:
        if not self._output.has_picture:
            return None
        canvas = self._project.canvas
        if not self._project.clips or canvas is None:
            if self._project.sounds or self._project.clips:
                raise NothingToRender(
                    "There is sound on the timeline but no picture: export it as mp3, wav or m4a."
                )
            raise NothingToRender("There is nothing on the timeline to export yet: add a clip first.")
        width, height = size(self._output, canvas)
        return Frame(width, height, rate(self._output, canvas), canvas.fit)

    def plan(self, gain_db: float) -> RenderPlan:
        """The finished plan."""
        if not self._output.has_picture and not self._heard:
            raise NothingToRender(
                "Nothing on the timeline has a sound: export it as mp4, or add a sound first."
            )
        files: dict[str, str] = {}
        arguments = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "warning", "-y", "-xerror"]
        arguments += ["-progress", "pipe:1", "-stats_period", "0.25"]
        arguments += self._inputs()
        if self._frame:
            arguments += self._picture(files, self._frame)
        if self._heard:
            files[_SOUND] = sound_graph(self._runs, self._laid, self._project, self._samples, gain_db)
            arguments += ["-/filter_complex", _SOUND, "-map", "[sound]", *sound_coding(self._output)]
        arguments += ["-map_metadata", "-1", "-map_chapters", "-1", *muxing(self._output)]
        return RenderPlan(tuple(arguments), files, self._work, self._expected())

    def still(self) -> RenderPlan:
        """The finished plan of one frame."""
        if self._frame is None:
            raise NothingToRender("There is no picture on the timeline to show.")
        self._laid = []
        files: dict[str, str] = {}
        arguments = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "warning", "-y", "-xerror"]
        arguments += [*self._inputs(), *self._picture(files, self._frame)]
        arguments += ["-an", "-frames:v", "1", "-f", "rawvideo"]
        return RenderPlan(tuple(arguments), files, self._work, self._expected())

    def _picture(self, files: dict[str, str], frame: Frame) -> list[str]:
        texts = ass_file(self._project.texts, frame, self._frames)
        if texts:
            files[_TEXTS] = texts
        drawn = (_TEXTS, fonts.FOLDER) if texts else None
        sheet = Sheet(frame.width, frame.height, frame.fps)
        before = len(self._runs) + len(self._laid)
        overs = laid_over(self._project, self._looks, before, self._frames, sheet)
        graph = picture_graph(self._runs, frame, self._project, self._frames, drawn, self._still, overs)
        is_gif = self._output.format == "gif"
        files[_PICTURE] = as_gif(graph) if is_gif else graph
        target = "[gif]" if is_gif else "[picture]"
        coding = _RAW if self._still else picture_coding(self._output)
        return ["-/filter_complex", _PICTURE, "-map", target, *coding]

    def _inputs(self) -> list[str]:
        threads = ["-threads", "1"] if self._still or len(self._runs) > _MANY_INPUTS or _few_cores() else []
        arguments: list[str] = []
        for run in self._runs:
            arguments += [*_GUARD, *threads, *_entry(run.seek), "-i", self._url(run.pieces[0].medium.id)]
        for item in self._laid:
            arguments += [*_GUARD, "-i", self._url(item.sound.media)]
        if self._frame:
            for overlay in shown(self._project, self._frames, self._frame.fps):
                arguments += [*_GUARD, "-i", self._url(overlay.media)]
        return arguments

    def _url(self, media: str) -> str:
        return f"file:{self._paths[media].absolute()}"

    def _expected(self) -> Expected:
        frame = self._frame
        length = (
            from_frames(self._frames, frame.fps)
            if frame
            else from_seconds(Fraction(self._samples, SAMPLE_RATE))
        )
        return Expected(
            format=self._output.format,
            duration=length,
            frames=self._frames,
            width=frame.width if frame else 0,
            height=frame.height if frame else 0,
            fps=frame.fps if frame else None,
            has_audio=self._heard,
            samples=self._samples,
        )


def _few_cores() -> bool:
    """Whether the encoder alone keeps this computer busy: a decoder's own threads then only get in its way."""
    return (os.cpu_count() or 1) <= _FEW_CORES


def _entry(seek: Ticks) -> list[str]:
    """Enter at the key frame before a time and keep what comes before it: the graph cuts exactly."""
    return ["-noaccurate_seek", "-ss", at_ticks(seek)] if seek else []
