"""A render reports its progress, stops when told, and leaves nothing half-made."""

from pathlib import Path

import psutil
import pytest

from nemovideo_mcp.studio.render.check import CheckFailed, check
from nemovideo_mcp.studio.render.encode import RenderCancelled, RenderFailed, encode
from nemovideo_mcp.studio.render.plan import RenderPlan
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, part


@pytest.fixture
def planned(bench: Bench) -> RenderPlan:
    """A render of some seconds."""
    example = bench.take(footage.EXAMPLE)
    return bench.plan(film(example, part("a", example, 0, 6_000)), resolution="480p")


def test_progress_rises_to_the_end(planned: RenderPlan) -> None:
    """Shares of the whole, each larger than the one before, the last one 1."""
    shares: list[float] = []
    encode(planned, planned.work / "film.part", on_progress=shares.append, cancelled=lambda: False)
    assert shares[-1] == 1.0
    assert shares == sorted(set(shares))
    assert len(shares) > 1


@requirement("EXP-7")
def test_cancelling_stops_the_encoder(planned: RenderPlan) -> None:
    """The encoder is running when it is told to stop, and gone when the call returns, its file with it."""
    seen: list[psutil.Process] = []

    def cancelled() -> bool:
        seen.extend(child for child in psutil.Process().children(recursive=True) if "ffmpeg" in child.name())
        return bool(seen)

    target = planned.work / "film.part"
    with pytest.raises(RenderCancelled):
        encode(planned, target, on_progress=lambda _: None, cancelled=cancelled)
    assert seen
    assert not any(child.is_running() and child.status() != psutil.STATUS_ZOMBIE for child in seen)
    assert not target.exists()


def test_an_encoder_that_fails_tells_why_without_paths(bench: Bench, planned: RenderPlan) -> None:
    """A medium that vanished is a failure in words; no path of the machine is in them."""
    for path in bench.paths.values():
        path.unlink()
    target = planned.work / "film.part"
    with pytest.raises(RenderFailed) as failure:
        encode(planned, target, on_progress=lambda _: None, cancelled=lambda: False)
    assert "No such file" in failure.value.detail
    assert str(bench.folder) not in f"{failure.value} {failure.value.detail}"
    assert not target.exists()


def test_a_medium_damaged_since_it_came_in_is_not_papered_over(bench: Bench) -> None:
    """A source that has lost its second half does not become a film whose last picture stands still."""
    picture, tone = ("-f", "lavfi", "-i", "testsrc2=s=160x90:d=6:r=25"), ("-f", "lavfi", "-i", "sine=d=6")
    medium = bench.make("whole.mp4", *picture, *tone, "-c:v", "libx264", "-movflags", "+faststart")
    place = bench.paths[medium.id]
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])
    with pytest.raises(RenderFailed, match="damaged"):
        bench.render(film(medium, part("a", medium, 0, 6_000), size=(160, 90)))


def test_a_caller_that_fails_takes_the_encoder_with_it(planned: RenderPlan) -> None:
    """An error in the progress callback ends the child too."""

    def stumble(_: float) -> None:
        raise ValueError("stumbled")

    with pytest.raises(ValueError, match="stumbled"):
        encode(planned, planned.work / "film.part", on_progress=stumble, cancelled=lambda: False)
    assert not [child for child in psutil.Process().children(recursive=True) if "ffmpeg" in child.name()]


@requirement("EXP-5")
@pytest.mark.parametrize("fault", ["longer", "wider", "silent", "cut off", "noise"])
def test_a_file_that_is_not_as_planned_fails_its_check(bench: Bench, fault: str) -> None:
    """A file of another length, size or sound, or one that breaks off, is never called done."""
    example = bench.take(footage.EXAMPLE)
    muted = bench.make("muted.mp4", "-i", str(footage.EXAMPLE), "-t", "2", "-an", "-c:v", "copy")
    wanted = bench.plan(film(example, part("a", example, 0, 1_000))).expected
    projects = {
        "longer": film(example, part("a", example, 0, 1_034)),
        "wider": film(example, part("a", example, 0, 1_000), size=(322, 180)),
        "silent": film(muted, part("a", muted, 0, 1_000)),
    }
    path: Path = bench.render(projects.get(fault, film(example, part("a", example, 0, 1_000))))
    if fault == "cut off":
        path.write_bytes(path.read_bytes()[:-4_000])
    if fault == "noise":
        path.write_bytes(b"\0" * 10_000)
    with pytest.raises(CheckFailed):
        check(path, wanted)
