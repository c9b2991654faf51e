"""The house's own rules: which room imports which, how long a file may be, what every module says of itself."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "server" / "nemovideo_mcp"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAME = "nemovideo_mcp"

ARROWS = {
    "wire": set(),
    "catalog": set(),
    "routing": {"catalog"},
    "client": {"wire"},
    "studio": {"wire"},
    "handlers": {"client", "wire", "routing", "catalog"},
    "tools": {"handlers", "routing", "catalog", "wire", "client.errors"},
}
STUDIO = {
    "timeline": set(),
    "agent": {"timeline"},
    "media": {"timeline"},
    "speech": {"media", "timeline"},
    "render": {"timeline", "media", "fonts"},
    "store": {"timeline"},
    "music": {"timeline"},
}
THIRD_PARTIES = {
    "httpx": ("client", "studio/media/fetch"),
    "httpx_sse": ("client",),
    "mcp": ("tools", "app.py", "commands"),
    "mcp_types": ("tools", "app.py", "commands"),
    "starlette": ("studio/http",),
    "uvicorn": ("studio",),
    "av": ("studio",),
    "numpy": ("studio/music", "studio/media", "studio/speech"),
    "faster_whisper": ("studio/speech",),
    "hibari": ("studio/speech",),
    "onnxruntime": ("studio/speech",),
    "PIL": ("studio", "commands/doctor.py"),
    "dbos": ("studio/jobs",),
    "subprocess": ("studio/media/process.py",),
}
MAY_IMPORT_WIRE = ("studio/http/", "studio/timeline/codec")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _ours(path: Path) -> Iterator[str]:
    for name in _imports(path):
        if name.startswith(f"{NAME}."):
            yield name.removeprefix(f"{NAME}.")


def _allowed(name: str, rooms: set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


@pytest.mark.parametrize("path", [path for path in MODULES if "/" in _place(path)], ids=_place)
def test_a_room_imports_only_where_its_arrows_point(path: Path) -> None:
    """The arrows of the house are binding."""
    room = _place(path).split("/")[0]
    if room in ARROWS:
        wrong = [name for name in _ours(path) if not _allowed(name, ARROWS[room] | {room})]
        assert not wrong


@pytest.mark.parametrize("path", sorted((PACKAGE / "studio").rglob("*.py")), ids=_place)
def test_inside_the_studio_the_arrows_hold_too(path: Path) -> None:
    """Only http sees everything; only http and the codec speak the wire."""
    place = _place(path)
    room = place.split("/")[1]
    inside = [name.removeprefix("studio.") for name in _ours(path) if name.startswith("studio.")]
    if room in STUDIO:
        assert not [name for name in inside if not _allowed(name, STUDIO[room] | {room})]
    if not place.startswith(MAY_IMPORT_WIRE):
        assert not [name for name in _ours(path) if name.startswith("wire")]


@pytest.mark.parametrize("path", MODULES, ids=_place)
def test_third_parties_stay_in_their_rooms(path: Path) -> None:
    """A library is known where it is needed, and nowhere else."""
    for name in _imports(path):
        homes = THIRD_PARTIES.get(name.split(".")[0])
        assert homes is None or _place(path).startswith(homes), name


@pytest.mark.parametrize("path", MODULES, ids=_place)
def test_a_module_is_short_and_says_what_belongs_in_it(path: Path) -> None:
    """At most 400 lines, and one sentence first."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    assert ast.get_docstring(ast.parse(text))


def test_the_tests_are_no_longer_than_that_either() -> None:
    """A file of tests has one noun too."""
    files = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")]
    assert [file.name for file in files if len(file.read_text(encoding="utf-8").splitlines()) > 400] == []


@pytest.mark.parametrize("path", MODULES, ids=_place)
def test_what_is_public_is_documented(path: Path) -> None:
    """Every public class and function says its shapes; protocol stubs and nested functions are exempt."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    members = [node for owner in classes if not owner.name.startswith("_") for node in owner.body]
    for node in (*tree.body, *members):
        if isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        ) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


@pytest.mark.parametrize("path", MODULES, ids=_place)
def test_only_settings_reads_the_environment(path: Path) -> None:
    """os.environ is handed to the settings by the entry point, and read nowhere else."""
    if _place(path) in {"settings.py", "__main__.py"}:
        return
    assert not re.search(r"os\.environ|os\.getenv|getenv\(", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "room", ["", *ARROWS, *(f"studio/{name}" for name in STUDIO), "studio/http", "commands"]
)
def test_a_room_exports_only_names_it_has(room: str) -> None:
    """A room's front says what it is; names are imported from the file of their noun, or listed and real."""
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    listed = [node.value for node in tree.body if isinstance(node, ast.Assign)]
    assert {element for value in listed for element in ast.literal_eval(value)} == imported


def test_no_file_of_the_tree_names_this_machine_or_a_registry() -> None:
    """Paths of a machine and hosts of registries never enter a commit."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    files = [ROOT / name for name in names.split("\0") if name]
    texts = {
        file: file.read_bytes()
        for file in files
        if file.is_file() and file.suffix not in {".mp4", ".ttc", ".ttf"}
    }
    here = [f"{folder}/".encode() for folder in (ROOT, Path.home()) if folder != Path("/")]
    assert [file for file, text in texts.items() if any(path in text for path in here)] == []
    assert [
        file for file, text in texts.items() if re.search(rb"https?://[^ \"]+/(simple|packages)/", text)
    ] == []
    assert not {file.name for file in files} & {"uv.lock", "utils.py", "helpers.py"}
