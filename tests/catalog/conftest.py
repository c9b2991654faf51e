"""What the catalog's tests write skills with: real files in a folder of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nemovideo_mcp.catalog import Catalog, load

SkillWriter = Callable[..., Path]
BODY = "# A title\n\nSend it to /run_sse.\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder that holds nothing yet."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder for skills."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder


@pytest.fixture
def write(shelf: Path) -> SkillWriter:
    """Write `<shelf>/<folder>/SKILL.md` from frontmatter lines and a body, or from bytes as they are."""

    def write_skill(folder: str, front: str | bytes, body: str = BODY) -> Path:
        path = shelf / folder / "SKILL.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(front if isinstance(front, bytes) else f"---\n{front}\n---\n{body}".encode())
        return path

    return write_skill


@pytest.fixture
def read(shelf: Path, home: Path) -> Callable[[], Catalog]:
    """Load the shelf."""
    return lambda: load([shelf], home=home)
