"""Films that were held still, kept in the data folder: made when a render first wants them, dropped when there are too many."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nemovideo_mcp.studio.timeline.model import Project

if TYPE_CHECKING:
    from nemovideo_mcp.studio.render.steady import Stretch

_MOST_BYTES: Final = 8 * 2**30
SHARE: Final = 0.6  # of a render's work, when films are held still for it


def any_steady(project: Project) -> bool:
    """Whether anything on the timeline is to be held still."""
    cells = (cell for clip in project.clips if clip.beside for cell in clip.beside.cells)
    shown = (*(clip.treatment for clip in project.clips), *(cell.treatment for cell in cells))
    return any(one.steady for one in shown)


class Steadying:
    """The steadied films of every session, by what they were made of."""

    def __init__(self, data: Path) -> None:
        """`data` is the studio's folder; nothing is made yet."""
        self._folder = data / "steady"

    def made(
        self,
        project: Project,
        paths: Mapping[str, Path],
        on_progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> tuple[Project, dict[str, Path]]:
        """The project with its shaky films held still, and where its media lie; makes what is missing, which takes a while.

        Raises RenderFailed, RenderCancelled, BadMedia, OSError.
        """
        from nemovideo_mcp.studio.render.steady import make_steady, shaky

        wanted = shaky(project)
        missing = [one for one in wanted if not self._file(one).exists()]
        for number, one in enumerate(missing):
            self._make_room(wanted)

            def note(share: float, before: int = number) -> None:
                on_progress((before + share) / len(missing))

            make_steady(one, paths[one.medium.id], self._file(one), on_progress=note, cancelled=cancelled)
        return self.as_kept(project, paths)

    def as_kept(self, project: Project, paths: Mapping[str, Path]) -> tuple[Project, dict[str, Path]]:
        """The same as far as it was made before: what was not is still as it was shot."""
        from nemovideo_mcp.studio.render.steady import shaky, steadied

        ready = [one for one in shaky(project) if self._file(one).exists()]
        return steadied(project, ready), {**paths, **{one.made.id: self._file(one) for one in ready}}

    def _file(self, stretch: "Stretch") -> Path:
        return self._folder / f"{stretch.made.id}.mov"

    def _make_room(self, wanted: "list[Stretch]") -> None:
        """Drops the oldest films that this project does not want."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        stay = {self._file(one) for one in wanted}
        there = sorted(self._folder.glob("*.mov"), key=lambda file: file.stat().st_mtime)
        held = sum(file.stat().st_size for file in there)
        for file in (one for one in there if one not in stay):
            if held <= _MOST_BYTES:
                return
            held -= file.stat().st_size
            file.unlink(missing_ok=True)
