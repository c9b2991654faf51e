"""Colour tables as filters: each clip's own, mixed to its strength, written into the working folder for the filter to read."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.render.graph import FORMAT
from nemovideo_mcp.studio.timeline.model import Lut, Project, Treatment

if TYPE_CHECKING:  # what a project draws from is asked before anything is rendered, and a run loads av
    from nemovideo_mcp.studio.render.runs import Run


def lut_steps(treatment: Treatment) -> list[str]:
    """The filters that put a picture's colours through its table, if it has one."""
    if treatment.lut is None:
        return []
    # Ten bits, so that a steep table finds no steps between two shades.
    return ["format=gbrp10", f"lut3d=file={_file(treatment.lut)}:interp=tetrahedral", FORMAT]


def lut_files(runs: "Iterable[Run]", paths: Mapping[str, Path]) -> dict[str, str]:
    """The tables of what is seen in some runs, by the names that `lut_steps` uses. BadMedia for one that is not there."""
    shown = (one for run in runs for one in (run, *run.sides))
    found = (one.pieces[0].treatment.lut for one in shown)
    return {_file(lut): _text(lut, paths) for lut in _alike(found)}


def luts(project: Project) -> set[Lut]:
    """Every table that something on the timeline is shown through."""
    cells = (cell.treatment for clip in project.clips if clip.beside for cell in clip.beside.cells)
    found = (treatment.lut for treatment in (*(clip.treatment for clip in project.clips), *cells))
    return _alike(found)


def _alike(found: Iterable[Lut | None]) -> set[Lut]:
    return {lut.model_copy(update={"name": "LUT"}) for lut in found if lut is not None}


def _file(lut: Lut) -> str:
    return f"{lut.id}-{lut.percent}.cube"


def _text(lut: Lut, paths: Mapping[str, Path]) -> str:
    path = paths.get(lut.id)
    if path is None or not path.exists():
        raise BadMedia(
            "broken", "The table of a LUT on the timeline is no longer there.", "Apply the LUT again."
        )
    text = path.read_text(encoding="ascii")
    if lut.percent == 100:
        return text
    from nemovideo_mcp.studio.media.cube import kept  # numpy is only loaded where it is mixed

    return kept(text).text(lut.percent)
