"""Projects and the texts they are kept as: a long one takes longer to read than to edit, and the last ones are asked for again."""

from collections import OrderedDict
from threading import Lock
from typing import Final

from nemovideo_mcp.studio.timeline.model import Project

_MOST: Final = 8


class Projects:
    """Reads and writes projects, and remembers the last few by their texts, so that none is ever older than its text."""

    def __init__(self) -> None:
        """Remembers none yet."""
        self._known: OrderedDict[str, Project] = OrderedDict()
        self._lock = Lock()

    def read(self, text: str) -> Project:
        """The project that is kept as this text."""
        with self._lock:
            known = self._known.get(text)
        return self._remembered(text, known or Project.model_validate_json(text))

    def written(self, project: Project) -> str:
        """The text to keep a project as."""
        text = project.model_dump_json()
        self._remembered(text, project)
        return text

    def _remembered(self, text: str, project: Project) -> Project:
        with self._lock:
            self._known[text] = project
            self._known.move_to_end(text)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return project
