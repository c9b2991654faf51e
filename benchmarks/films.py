"""CPU of making films: a long one trimmed by a smart cut, and the standard timeline, beside x264 alone and moviepy."""

import resource
import shutil
import subprocess
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import FFMPEG, MEDIA, Row, scratch

if TYPE_CHECKING:
    from nemovideo_mcp.studio.timeline.model import Media, Project

X264 = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-profile:v", "high", "-pix_fmt", "yuv420p")
LOSSLESS = ("-c:v", "libx264", "-preset", "ultrafast", "-qp", "0")
GRAIN = "scale=1920:1080,fps=30,noise=alls=3:allf=t,setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709"
MOVIEPY = Path(__file__).with_name("moviepy_timeline.py")


async def smartcut() -> list[Row]:
    """A plain trim of ten minutes of 1080p by smart cut, against coding a minute of it anew, each with its proof."""
    from nemovideo_mcp.studio.render.check import check
    from nemovideo_mcp.studio.render.encode import encode
    from nemovideo_mcp.studio.render.output import Output
    from nemovideo_mcp.studio.render.plan import plan
    from nemovideo_mcp.studio.render.smartcut import smart_cut

    with scratch() as folder:
        medium, path = _taken(_long(folder), folder)
        paths, target, output = {medium.id: path}, folder / "out.mp4", Output("mp4")

        def cut() -> None:
            project = _trimmed(medium, 3_500, 596_700)
            assert smart_cut(project, output, paths, target, on_progress=_nowhere, cancelled=_never)

        def anew() -> None:
            planned = plan(_trimmed(medium, 3_500, 33_500), output, paths, folder)
            encode(planned, target, on_progress=_nowhere, cancelled=_never)
            check(target, planned.expected)

        quick, slow = _cpu(cut), _cpu(anew) * (596_700 - 3_500) / 30_000
    what = f"CPU of trimming 10 min of 1080p, coded anew {slow:.0f} s (from 30 s of it) / smart cut {quick:.1f} s"
    return [Row(what, f"{slow / quick:.1f}", ">= 20", slow >= 20 * quick)]


async def standard() -> list[Row]:
    """Three 10 s clips of 1080p, two crossfades, title, logo, ducked music, fade out: x264 alone, moviepy, and ours."""
    from nemovideo_mcp.studio.render.encode import encode
    from nemovideo_mcp.studio.render.output import Output
    from nemovideo_mcp.studio.render.plan import plan, plan_of_picture

    with scratch() as folder:
        files = [_clip(folder, number) for number in range(3)] + [_logo(folder), _music(folder)]
        taken = [_taken(file, folder) for file in files]
        paths = {medium.id: path for medium, path in taken}
        target, same = folder / "out.mp4", folder / "same.mp4"
        project = _timeline([medium for medium, _ in taken])
        planned = plan(project, Output("mp4"), paths, folder)
        ours = _cpu(lambda: encode(planned, target, on_progress=_nowhere, cancelled=_never))
        exact = plan_of_picture(project, Output("mp4"), paths, folder, LOSSLESS)
        encode(exact, same, on_progress=_nowhere, cancelled=_never)
        read = [FFMPEG, "-v", "error", "-y", "-threads", "1", "-i", str(same), "-an"]
        both = _cpu(lambda: _run(*read, *X264, str(folder / "bare.mp4")))
        bare = both - _cpu(lambda: _run(*read, "-f", "null", "-"))
        theirs = _of_moviepy(files, folder)
    what = f"CPU of the standard timeline, ours {ours:.1f} s / x264 alone {bare:.1f} s"
    rows = [Row(what, f"{ours / bare:.2f}", "<= 1.35", ours <= 1.35 * bare)]
    if theirs is None:
        return [*rows, Row("the same by moviepy", "uv could not get moviepy", "", kept=True)]
    what = f"CPU of the standard timeline, ours {ours:.1f} s / moviepy {theirs:.1f} s"
    return [*rows, Row(what, f"{ours / theirs:.2f}", "< 0.5", ours < theirs / 2)]


def _of_moviepy(files: list[Path], folder: Path) -> float | None:
    """CPU of the same film by moviepy, which is no dependency of ours: uv brings it for this."""
    uv = shutil.which("uv")
    command = [str(uv), "run", "--isolated", "--no-project", "--with", "moviepy", "python"]
    if uv is None or subprocess.run([*command, "-c", "import moviepy"], check=False).returncode:
        return None
    return _cpu(lambda: _run(*command, str(MOVIEPY), *map(str, files), str(folder / "moviepy.mp4")))


def _timeline(media: "list[Media]") -> "Project":
    from nemovideo_mcp.studio.timeline.model import Canvas, Clip, Overlay, Project, Sound, Text, Transition
    from nemovideo_mcp.studio.timeline.time import from_ms

    *films, logo, music = media
    cross = Transition(kind="crossfade", duration=from_ms(1_000))
    clips = tuple(
        Clip(id=f"c{n}", media=one.id, start=0, end=from_ms(10_000), enters=cross if n else None)
        for n, one in enumerate(films)
    )
    return Project(
        canvas=Canvas(width=1920, height=1080, fps=Fraction(30)),
        media=tuple(media),
        clips=clips,
        texts=(Text(id="t", text="A holiday by the sea", at=0, duration=from_ms(4_000)),),
        overlays=(Overlay(id="l", media=logo.id, duration=from_ms(28_000), whole=True),),
        sounds=(Sound(id="m", media=music.id, at=0, start=0, end=music.duration, volume=60, ducked=True),),
        fade_out=from_ms(1_000),
    )


def _trimmed(medium: "Media", start_ms: int, end_ms: int) -> "Project":
    from nemovideo_mcp.studio.timeline.model import Canvas, Clip, Project
    from nemovideo_mcp.studio.timeline.time import from_ms

    clip = Clip(id="c", media=medium.id, start=from_ms(start_ms), end=from_ms(end_ms))
    return Project(canvas=Canvas(width=1920, height=1080, fps=Fraction(30)), media=(medium,), clips=(clip,))


def _long(folder: Path) -> Path:
    """Ten minutes: one film of 30 s again and again, as it was coded, and a voice that goes on all the while."""
    film, sound, long = folder / "film.mp4", folder / "sound.m4a", folder / "long.mp4"
    source = ("-stream_loop", "3", "-i", str(MEDIA / "chaplin.mp4"), "-t", "30")
    _run(FFMPEG, "-v", "error", *source, "-an", "-vf", GRAIN, *X264, "-g", "60", str(film))
    _run(
        FFMPEG,
        "-v",
        "error",
        "-stream_loop",
        "14",
        "-i",
        str(MEDIA / "example.mp4"),
        "-vn",
        "-t",
        "600",
        str(sound),
    )
    both = ("-stream_loop", "19", "-i", str(film), "-i", str(sound))
    _run(FFMPEG, "-v", "error", *both, "-c", "copy", "-map", "0:v", "-map", "1:a", str(long))
    return long


def _clip(folder: Path, number: int) -> Path:
    clip = folder / f"clip{number}.mp4"
    source = ("-ss", str(4 * number), "-stream_loop", "3", "-i", str(MEDIA / "chaplin.mp4"))
    _run(FFMPEG, "-v", "error", *source, "-t", "10", "-vf", GRAIN, *X264, "-c:a", "aac", str(clip))
    return clip


def _logo(folder: Path) -> Path:
    logo = folder / "logo.png"
    _run(
        FFMPEG,
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        "color=red@0.6:s=300x120,format=rgba",
        "-frames:v",
        "1",
        str(logo),
    )
    return logo


def _music(folder: Path) -> Path:
    music = folder / "music.mp3"
    _run(FFMPEG, "-v", "error", "-f", "lavfi", "-i", "sine=220:d=40:r=44100", "-ac", "2", str(music))
    return music


def _taken(file: Path, folder: Path) -> "tuple[Media, Path]":
    from nemovideo_mcp.studio.media.ingest import ingest

    shelf, part = folder / "media", folder / "incoming.part"
    shelf.mkdir(exist_ok=True)
    shutil.copy(file, part)
    return ingest(part, file.name, shelf)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def _cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process and of the children it waited for meanwhile."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.process_time()
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() - begun + after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _nowhere(_: float) -> None:
    """Progress that nobody watches."""


def _never() -> bool:
    return False
