"""Readable folders and export targets: what is refused, and what the refusal says."""

from pathlib import Path

import pytest

from nemovideo_mcp.handlers.errors import BadPath
from nemovideo_mcp.handlers.folders import Folders
from nemovideo_mcp.handlers.target import Target, choose, place
from requirements import requirement


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with a film in it, a hidden folder, and a file outside."""
    folder = tmp_path / "home"
    (folder / ".ssh").mkdir(parents=True)
    (folder / ".ssh" / "key.mp4").touch()
    (folder / "holiday.mp4").touch()
    (tmp_path / "outside.mp4").touch()
    return folder


@requirement("UP-6")
def test_home_is_readable_without_hidden_folders(home: Path) -> None:
    """The usual rule, with a path as people write it."""
    folders = Folders(home)
    assert folders.readable("holiday.mp4") == (home / "holiday.mp4").resolve()
    for path in (home / ".ssh" / "key.mp4", home.parent / "outside.mp4", "../outside.mp4", home):
        with pytest.raises(BadPath):
            folders.readable(str(path))


@requirement("UP-6")
def test_a_link_that_leaves_the_folders_is_refused(home: Path) -> None:
    """Links are followed before the check."""
    (home / "innocent.mp4").symlink_to(home.parent / "outside.mp4")
    with pytest.raises(BadPath, match="outside the folders"):
        Folders(home).readable(str(home / "innocent.mp4"))


@requirement("UP-6")
def test_the_refusal_names_the_folders_and_what_was_perhaps_meant(home: Path) -> None:
    """A typo gets a suggestion, a foreign folder the list and the way to add it."""
    with pytest.raises(BadPath) as typo:
        Folders(home).readable(str(home / "holidya.mp4"))
    assert "holiday.mp4" in typo.value.next_step
    allowed = Folders(home, (home / "films",))
    with pytest.raises(BadPath, match="films") as foreign:
        allowed.readable(str(home / "holiday.mp4"))
    assert "--allow-dir" in foreign.value.next_step


def target(home: Path, path: str | None, *, format: str | None = None, overwrite: bool = False) -> Target:
    """The target of an export of a project called film."""
    return choose(
        path, stem="film", format=format, overwrite=overwrite, folders=Folders(home), videos=home / "Videos"
    )


@requirement("EXP-8")
def test_without_a_path_a_free_name_in_the_videos_folder_is_taken(home: Path) -> None:
    """A second export stands beside the first."""
    first = target(home, None).path
    first.touch()
    assert first == home / "Videos" / "film.mp4"
    assert target(home, None).path == home / "Videos" / "film (2).mp4"


@requirement("EXP-8")
def test_an_existing_file_stays_unless_asked(home: Path) -> None:
    """The error says how to ask."""
    with pytest.raises(BadPath, match="was left as it is") as refused:
        target(home, str(home / "holiday.mp4"))
    assert "overwrite" in refused.value.next_step
    assert target(home, str(home / "holiday.mp4"), overwrite=True).overwrite


@pytest.mark.parametrize(
    ("path", "format", "name"),
    [
        ("a.webm", None, "a.webm"),
        ("a", "gif", "a.gif"),
        ("", "wav", "film.wav"),
        ("a.v2", None, None),
        ("a.mp4", "mov", None),
    ],
)
def test_format_and_path_agree_or_are_refused(
    home: Path, path: str, format: str | None, name: str | None
) -> None:
    """The suffix says the format, the format completes the name."""
    if name is None:
        with pytest.raises(BadPath):
            target(home, path, format=format)
    else:
        assert target(home, path, format=format).path.name == name


def test_a_target_in_a_hidden_folder_or_in_none_is_refused(home: Path) -> None:
    """Anywhere else its user may write is fine: the file is always a film, and never replaces one unasked."""
    for path in (home / ".ssh" / "out.mp4", home / "nowhere" / "out.mp4", home / ("long" * 80 + ".mp4")):
        with pytest.raises(BadPath):
            target(home, str(path))
    assert target(home, str(home.parent / "out.mp4")).path == home.parent / "out.mp4"


@requirement("EXP-8")
def test_a_name_taken_meanwhile_is_not_overwritten(home: Path) -> None:
    """Two exports that end at once both keep their file."""
    part = home / ".part"
    part.write_bytes(b"new")
    (home / "film.mp4").write_bytes(b"old")
    final = place(part, home / "film.mp4", overwrite=False)
    assert (final.name, final.read_bytes(), (home / "film.mp4").read_bytes()) == (
        "film (2).mp4",
        b"new",
        b"old",
    )
    assert not part.exists()
