"""How the timeline looks now: single frames of it as a picture, made by the graph that makes the film."""

import io
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, sqrt
from pathlib import Path
from typing import Final

import imageio_ffmpeg
from PIL import Image, ImageDraw, ImageFont

from nemovideo_mcp.studio import fonts
from nemovideo_mcp.studio.media import process
from nemovideo_mcp.studio.render.encode import RenderFailed, laid_out
from nemovideo_mcp.studio.render.output import NothingToRender, Output
from nemovideo_mcp.studio.render.plan import RenderPlan, still_plans
from nemovideo_mcp.studio.timeline.edit import point
from nemovideo_mcp.studio.timeline.model import Canvas, Project
from nemovideo_mcp.studio.timeline.time import as_text, frame_ticks, from_frames, to_frames, to_ms

MOST_SIDE: Final = 1280
MOST_FRAMES: Final = 25
_TOGETHER: Final = 3
_LIMITS: Final = process.Limits(timeout_s=60, max_file_bytes=MOST_SIDE * MOST_SIDE * 3, niceness=0)
_QUALITY: Final = 85


@dataclass(frozen=True)
class Shown:
    """A frame that was made: when it stands on the timeline in ms, and its pixels."""

    at_ms: int
    width: int
    height: int


@dataclass(frozen=True)
class Preview:
    """One JPEG of at most 1280 pixels a side, and the frames in it."""

    jpeg: bytes
    frames: tuple[Shown, ...]


def frame_at(project: Project, paths: Mapping[str, Path], at_ms: int) -> Preview:
    """The frame that stands at a time. EditError outside the film; NothingToRender, RenderFailed, BadMedia."""
    fps = _canvas(project).fps
    at = floor(point(project, at_ms) / frame_ticks(fps))
    return _preview(project, paths, [at])


def contact_sheet(project: Project, paths: Mapping[str, Path], count: int) -> Preview:
    """So many frames (2 to 25) from equal parts of the film, with their times. NothingToRender, RenderFailed, BadMedia."""
    frames = to_frames(project.duration, _canvas(project).fps)
    middles = [floor(Fraction(2 * part + 1, 2 * count) * frames) for part in range(count)]
    return _preview(project, paths, list(dict.fromkeys(middles)))


def _preview(project: Project, paths: Mapping[str, Path], numbers: Sequence[int]) -> Preview:
    canvas = _canvas(project)
    last = max(to_frames(project.duration, canvas.fps) - 1, 0)
    numbers = [min(number, last) for number in numbers]
    columns = ceil(sqrt(len(numbers)))
    size = _size(canvas, MOST_SIDE // columns)
    images = _frames(project, paths, numbers, size)
    times = [to_ms(from_frames(number, canvas.fps)) for number in numbers]
    picture = images[0] if len(images) == 1 else _sheet(images, numbers, canvas.fps, columns)
    return Preview(_jpeg(picture), tuple(Shown(at, *size) for at in times))


def _canvas(project: Project) -> Canvas:
    if project.canvas is None or not project.clips:
        raise NothingToRender(
            "There is no picture on the timeline to show; upload a video or a picture first."
        )
    return project.canvas


def _size(canvas: Canvas, most: int) -> tuple[int, int]:
    """The canvas's shape in even pixels, no larger than itself and than `most` on its long side."""
    scale = min(Fraction(1), Fraction(most, max(canvas.width, canvas.height)))
    return max(16, 2 * floor(canvas.width * scale / 2)), max(16, 2 * floor(canvas.height * scale / 2))


def _frames(
    project: Project, paths: Mapping[str, Path], numbers: Sequence[int], size: tuple[int, int]
) -> list[Image.Image]:
    """Each frame by a short run of ffmpeg in a folder of its own."""
    output = Output(resolution=f"{size[0]}x{size[1]}")
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        works = [Path(folder) / str(place) for place in range(len(numbers))]
        plans = still_plans(project, numbers, output, paths, works)
        with ThreadPoolExecutor(_TOGETHER) as workers:
            return list(workers.map(lambda plan: _frame(plan, size), plans))


def _frame(plan: RenderPlan, size: tuple[int, int]) -> Image.Image:
    plan.work.mkdir()
    environment = laid_out(plan)
    target = plan.work / "frame.rgb"
    argv = [imageio_ffmpeg.get_ffmpeg_exe(), *plan.arguments, f"file:{target}"]
    finished = process.run(
        argv, cancelled=lambda: False, limits=_LIMITS, cwd=plan.work, environment=environment
    )
    data = target.read_bytes() if target.exists() else b""
    if finished.code or len(data) != size[0] * size[1] * 3:
        raise RenderFailed("This frame could not be made; nothing was changed.", finished.stderr_tail)
    return Image.frombytes("RGB", size, data)


def _sheet(images: Sequence[Image.Image], numbers: Sequence[int], fps: Fraction, columns: int) -> Image.Image:
    """The frames in rows, each with its time in its corner."""
    width, height = images[0].size
    sheet = Image.new("RGB", (width * columns, height * ceil(len(images) / columns)))
    for place, (image, number) in enumerate(zip(images, numbers, strict=True)):
        _label(image, as_text(from_frames(number, fps)))
        sheet.paste(image, (place % columns * width, place // columns * height))
    return sheet


def _label(image: Image.Image, words: str) -> None:
    size = max(12, min(image.size) // 12)
    face = ImageFont.truetype(str(fonts.TEXT.file), size, layout_engine=ImageFont.Layout.BASIC)
    draw = ImageDraw.Draw(image)
    box = draw.textbbox((size // 2, size // 2), words, font=face)
    draw.rectangle((box[0] - 4, box[1] - 3, box[2] + 4, box[3] + 3), fill="black")
    draw.text((size // 2, size // 2), words, font=face, fill="white")


def _jpeg(image: Image.Image) -> bytes:
    held = io.BytesIO()
    image.save(held, format="JPEG", quality=_QUALITY)
    return held.getvalue()
