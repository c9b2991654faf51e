"""A bench: media taken in, projects rendered and proven."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from nemovideo_mcp.studio.render.check import Proof, check
from nemovideo_mcp.studio.render.encode import encode
from nemovideo_mcp.studio.render.plan import Output, RenderPlan, plan
from nemovideo_mcp.studio.timeline.model import Canvas, Clip, Media, Project
from nemovideo_mcp.studio.timeline.time import from_frames, from_ms
from studio import footage


class Bench:
    """A folder with media and renders in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths: dict[str, Path] = {}
        self.proof: Proof | None = None
        self._count = 0

    def take(self, path: Path) -> Media:
        """Take a file in."""
        medium, place = footage.take_in(path, self.folder / "media")
        self.paths[medium.id] = place
        return medium

    def make(self, name: str, *arguments: str) -> Media:
        """Make a file by ffmpeg and take it in."""
        return self.take(footage.make(self.folder / name, *arguments))

    def work(self) -> Path:
        """A fresh working folder."""
        self._count += 1
        work = self.folder / f"work{self._count}"
        work.mkdir()
        return work

    def plan(self, project: Project, **output: object) -> RenderPlan:
        """A plan, at the project's own size unless asked otherwise."""
        return plan(project, Output(**{"resolution": "source", **output}), self.paths, self.work())

    def render(self, project: Project, **output: object) -> Path:
        """A rendered and proven file."""
        planned = self.plan(project, **output)
        target = planned.work / "film.part"
        encode(planned, target, on_progress=lambda _: None, cancelled=lambda: False)
        self.proof = check(target, planned.expected)
        return target


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """An empty bench."""
    return Bench(tmp_path)


def film(
    media: Media | tuple[Media, ...], *clips: Clip, size: tuple[int, int] = (320, 180), fps: int = 30, **more
) -> Project:
    """A project of clips on a small canvas."""
    fit = more.pop("fit", "pad")
    canvas = Canvas(width=size[0], height=size[1], fps=Fraction(fps), fit=fit)
    media = media if isinstance(media, tuple) else (media,)
    return Project(canvas=canvas, media=media, clips=clips, **more)


def frames(name: str, medium: Media, first: int, last: int, fps: int = 30, **more) -> Clip:
    """A clip from one frame of the source up to another."""
    rate = Fraction(fps)
    return Clip(id=name, media=medium.id, start=from_frames(first, rate), end=from_frames(last, rate), **more)


def part(name: str, medium: Media, start_ms: int, end_ms: int, **more) -> Clip:
    """A clip from one time of the source up to another."""
    return Clip(id=name, media=medium.id, start=from_ms(start_ms), end=from_ms(end_ms), **more)
