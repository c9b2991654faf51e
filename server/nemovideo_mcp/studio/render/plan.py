"""A project and an output become one ffmpeg run: its arguments, the texts it reads, and what must come out."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Final

from nemovideo_mcp.studio import fonts
from nemovideo_mcp.studio.media.appearance import Appearance, appearance
from nemovideo_mcp.studio.render.beside import with_side_inputs
from nemovideo_mcp.studio.render.graph import at_ticks
from nemovideo_mcp.studio.render.guard import GUARD
from nemovideo_mcp.studio.render.lut import lut_files
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
from nemovideo_mcp.studio.render.parts import LIST, Part, listed, parts
from nemovideo_mcp.studio.render.picture import Frame, as_gif, picture_graph, turned_around
from nemovideo_mcp.studio.render.pieces import Grid, pieces
from nemovideo_mcp.studio.render.runs import Run, runs, with_inputs
from nemovideo_mcp.studio.render.soft import CODERS, INPUT, drawn, soft_captions, srt_file, tongue
from nemovideo_mcp.studio.render.sound import can_be_heard, places, sound_graph
from nemovideo_mcp.studio.render.title import ass_file
from nemovideo_mcp.studio.render.window import Still, seen_at, window
from nemovideo_mcp.studio.timeline.model import Overlay, Project, media_of
from nemovideo_mcp.studio.timeline.time import SAMPLE_RATE, Ticks, from_frames, from_seconds

__all__ = ["BadOutput", "Expected", "NothingToRender", "Output", "RenderPlan", "plan"]

_JOINING: Final = (*GUARD[:2], "-format_whitelist", "concat,mov", "-f", "concat", "-safe", "0")
_MANY_INPUTS: Final = 4
_FEW_CORES: Final = 2
_QUIET: Final = ("-hide_banner", "-nostdin", "-nostats", "-loglevel", "warning", "-y", "-xerror")
# Coded twice, so with more than an eye can see; no pictures out of order, so that stretches can be put behind each other.
_TURNED_CODING: Final = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "8", "-bf", "0", "-f", "h264")
_RAW: Final = ("-c:v", "rawvideo", "-pix_fmt", "rgb24")
_TEXTS, _PICTURE, _SOUND, _CAPTIONS = "texts.ass", "picture.graph", "sound.graph", "captions.srt"


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
    has_captions: bool = False


@dataclass(frozen=True)
class Turning:
    """A stretch played backwards into a file: ffmpeg's arguments up to its name; it goes behind what `file` in `work` holds."""

    arguments: tuple[str, ...]
    file: str
    frames: int


@dataclass(frozen=True)
class RenderPlan:
    """One run: ffmpeg's arguments up to the target's name, the files to write into `work` first, and what comes out.

    `turnings` are runs that go before it, in their order; before those `parts` are made, each into a `part_file` in `work`.
    """

    arguments: tuple[str, ...]
    files: Mapping[str, str]
    work: Path
    expected: Expected
    turnings: tuple[Turning, ...] = ()
    parts: tuple["RenderPlan", ...] = ()


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


def plan_of_picture(
    project: Project, output: Output, paths: Mapping[str, Path], work: Path, coding: Sequence[str]
) -> RenderPlan:
    """As `plan`, but of the picture alone, for an encoder that is told so by `coding`."""
    return _Planner(project, output, paths, work, _looks(project, paths), coding=coding).plan(0.0)


def plan_with_picture(
    project: Project, output: Output, paths: Mapping[str, Path], work: Path, picture: Path, gain_db: float
) -> RenderPlan:
    """As `plan`, but with a picture that is there already, in an MP4 file of its own, and is taken as it is."""
    return _Planner(project, output, paths, work, _looks(project, paths), coding=picture).plan(gain_db)


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
    used = {one for clip in project.clips for one in media_of(clip)} | {
        sound.media for sound in project.sounds
    }
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
        only: int | Part | None = None,
        coding: Sequence[str] | Path | None = None,
    ) -> None:
        self._project, self._output, self._paths, self._work = project, output, paths, work
        self._coded = coding if isinstance(coding, Path) else None
        self._coding = None if isinstance(coding, Path) else coding
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
        if isinstance(only, int) and fps is not None:
            self._still = Still(window(found, min(only, self._frames - 1), fps), self._runs)
            self._runs = runs(self._still.window.pieces, looks, fps)
        self._part = only if isinstance(only, Part) else None
        if self._part is not None:
            self._runs = self._part.runs
        alone = self._part is not None or self._still is not None or self._coding is not None
        self._soft = () if alone or not self._frame else soft_captions(project, output.format)
        self._caption_input = 0
        self._laid = places(project, looks, len(self._runs), self._samples)
        self._heard = output.has_sound and can_be_heard(self._runs, self._laid) and not self._coding

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
        made = self._in_parts(files)
        arguments = [*_QUIET]
        arguments += ["-progress", "pipe:1", "-stats_period", "0.25"]
        arguments += self._inputs()
        if self._coded:
            arguments += _JOINING if made else GUARD
            arguments += ["-i", f"file:{self._coded.absolute()}"]
            arguments += ["-map", f"{arguments.count('-i') - 1}:v:0", "-c:v", "copy"]
        elif self._frame:
            arguments += self._picture(files, self._frame)
        if self._heard:
            files[_SOUND] = sound_graph(self._runs, self._laid, self._project, self._samples, gain_db)
            arguments += ["-/filter_complex", _SOUND, "-map", "[sound]", *sound_coding(self._output)]
        if self._soft:
            files[_CAPTIONS] = srt_file(self._soft)
            arguments += ["-map", f"{self._caption_input}:s:0", "-c:s", CODERS[self._output.format]]
            arguments += tongue(self._project, self._output.format)
        arguments += ["-map_metadata", "-1", "-map_chapters", "-1", *muxing(self._output)]
        return RenderPlan(tuple(arguments), files, self._work, self._expected(), self._turnings(), made)

    def _in_parts(self, files: dict[str, str]) -> tuple[RenderPlan, ...]:
        """The parts of a picture from many inputs, which is then there already, in a file that lists them."""
        frame = self._frame
        if frame is None or self._coded or self._coding or self._output.format == "gif":
            return ()
        found = parts(self._runs)
        if not found:
            return ()
        files[LIST] = listed(found, frame.fps)
        self._coded = self._work / LIST
        given = (self._project, self._output, self._paths, self._work, self._looks)
        return tuple(_Planner(*given, only=part).of_part(frame, part) for part in found)

    def of_part(self, frame: Frame, part: Part) -> RenderPlan:
        """The finished plan of one part of a picture, without its sound."""
        self._laid, files = [], dict[str, str]()
        arguments = [*_QUIET, "-progress", "pipe:1", "-stats_period", "0.25", *self._inputs()]
        arguments += [*self._picture(files, frame), "-an", "-f", "mp4"]
        length = from_frames(part.frames, frame.fps)
        expected = replace(self._expected(), duration=length, frames=part.frames, has_audio=False)
        return RenderPlan(tuple(arguments), files, self._work, expected, self._turnings())

    def still(self) -> RenderPlan:
        """The finished plan of one frame."""
        if self._frame is None:
            raise NothingToRender("There is no picture on the timeline to show.")
        self._laid = []
        files: dict[str, str] = {}
        arguments = [*_QUIET]
        arguments += [*self._inputs(), *self._picture(files, self._frame)]
        arguments += ["-an", "-frames:v", "1", "-f", "rawvideo"]
        return RenderPlan(tuple(arguments), files, self._work, self._expected())

    def _picture(self, files: dict[str, str], frame: Frame) -> list[str]:
        texts = ass_file(drawn(self._project, self._output.format), frame, self._frames)
        if texts:
            files[_TEXTS] = texts
        files |= lut_files(self._runs, self._paths)
        written = (_TEXTS, fonts.FOLDER) if texts else None
        sheet = Sheet(frame.width, frame.height, frame.fps)
        before = len(self._runs) + len(self._laid)
        overs = laid_over(self._project, self._looks, before, self._frames, sheet)
        self._runs = with_inputs(self._runs, before + len(self._over(frame)))
        only = self._still or self._part
        graph = picture_graph(self._runs, frame, self._project, self._frames, written, only, overs)
        is_gif = self._output.format == "gif"
        files[_PICTURE] = as_gif(graph) if is_gif else graph
        target = "[gif]" if is_gif else "[picture]"
        coding = _RAW if self._still else self._coding or picture_coding(self._output)
        return ["-/filter_complex", _PICTURE, "-map", target, *coding]

    def _inputs(self) -> list[str]:
        threads = ["-threads", "1"] if self._still or len(self._runs) > _MANY_INPUTS or _few_cores() else []
        arguments: list[str] = []
        for run in self._runs:
            media = run.pieces[0].medium.id
            arguments += [*GUARD, *threads, *_entry(run.seek), *self._file(media)]
        for item in self._laid:
            arguments += [*GUARD, *self._file(item.sound.media)]
        if self._frame and not self._coded:
            for overlay in self._over(self._frame):
                arguments += [*GUARD, *self._file(overlay.media)]
            for number, run in enumerate(self._runs):
                arguments += self._turned_input(number, run, threads) if run.turned else []
        self._runs = with_side_inputs(self._runs, arguments.count("-i"))
        for side in (side for run in self._runs for side in run.sides):
            arguments += [*GUARD, *threads, *_entry(side.seek), *self._file(side.pieces[0].medium.id)]
        if self._soft:
            self._caption_input = arguments.count("-i")
            arguments += [*INPUT, "-i", f"file:{_CAPTIONS}"]
        return arguments

    def _turned_input(self, number: int, run: Run, threads: list[str]) -> list[str]:
        """Where the picture of a run that plays backwards comes from: its medium, or a file that is made first."""
        if len(run.turned) == 1:
            media = run.pieces[0].medium.id
            return [*GUARD, *threads, "-an", *_entry(run.turned[0].seek), *self._file(media)]
        rate = str(self._frame.fps if self._frame else 1)
        made = ["-protocol_whitelist", "file", "-f", "h264", "-framerate", rate]
        return [*made, "-i", f"file:{turned_file(number)}"]

    def _turnings(self) -> tuple[Turning, ...]:
        """What is turned around before the film is made, stretch by stretch."""
        made: list[Turning] = []
        for number, run in enumerate(self._runs if self._frame and not self._coded else []):
            medium = run.pieces[0].medium
            for part in run.turned if len(run.turned) > 1 else ():
                assert self._frame is not None  # noqa: S101  only a film with a picture comes here
                chain = ",".join(turned_around(part, medium, self._frame))
                source = [*GUARD, "-an", *_entry(part.seek), *self._file(medium.id)]
                arguments = [*_QUIET, *source, "-map", f"0:{part.look.picture}", "-vf", chain]
                made.append(Turning((*arguments, *_TURNED_CODING), turned_file(number), part.frames))
        return tuple(made)

    def _over(self, frame: Frame) -> list[Overlay]:
        return shown(self._project, self._frames, frame.fps)

    def _file(self, media: str) -> list[str]:
        decoder = self._looks[media].decoder
        return [*(["-c:v", decoder] if decoder else []), "-i", f"file:{self._paths[media].absolute()}"]

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
            has_captions=bool(self._soft),
        )


def _few_cores() -> bool:
    """Whether the encoder alone keeps this computer busy: a decoder's own threads then only get in its way."""
    return (os.cpu_count() or 1) <= _FEW_CORES


def _entry(seek: Ticks) -> list[str]:
    """Enter at the key frame before a time and keep what comes before it: the graph cuts exactly."""
    return ["-noaccurate_seek", "-ss", at_ticks(seek)] if seek else []


def turned_file(number: int) -> str:
    """The file in the working folder that holds the picture of a run that plays backwards."""
    return f"turned{number}.h264"
