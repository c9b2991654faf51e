"""The platform told from where a skill is installed (HEAD-2)."""

from pathlib import Path

import pytest

from nemovideo_mcp.catalog import install_platform, load
from requirements import requirement

TEXT = "---\nname: s\nversion: 1.0\n---\n/run_sse"


def _install(folder: Path, text: str = TEXT) -> Path:
    folder.mkdir(parents=True)
    (folder / "SKILL.md").write_text(text)
    return folder


@requirement("HEAD-2")
@pytest.mark.parametrize(
    ("place", "platform"),
    [
        (".clawhub/skills/s", "clawhub"),
        (".clawhub/s", "clawhub"),
        (".cursor/skills/s", "cursor"),
        (".cursor/skills/@owner/s", "cursor"),
        (".cursor/other/s", "unknown"),
        (".clawhub-old/s", "unknown"),
        ("work/.cursor/skills/s", "unknown"),
        ("skills/s", "unknown"),
        (".cursor/skills/../../skills/s", "unknown"),
    ],
)
def test_the_folder_tells_the_platform(home: Path, place: str, platform: str) -> None:
    (home / ".cursor/skills").mkdir(parents=True)
    folder = _install(home / place)
    (skill,) = load([folder], home=home).skills
    assert skill.platform == platform


@requirement("HEAD-2")
def test_the_users_own_word_wins_unless_it_is_blank(home: Path) -> None:
    folder = _install(home / ".cursor/skills/s")
    said = [
        load([folder], home=home, source_override=word).skills[0].platform
        for word in ("mine", " mine ", "", "  ")
    ]
    assert said == ["mine", "mine", "cursor", "cursor"]


@requirement("HEAD-2")
def test_a_link_counts_where_it_is_installed_then_where_it_leads(home: Path, tmp_path: Path) -> None:
    """A checkout linked into Cursor is Cursor's; a link from elsewhere into ClawHub's folder is ClawHub's."""
    checkout = _install(tmp_path / "checkout/s")
    installed = _install(home / ".clawhub/skills/s")
    (home / ".cursor/skills").mkdir(parents=True)
    for link, target in ((home / ".cursor/skills/s", checkout), (tmp_path / "link", installed)):
        link.symlink_to(target)
    (home / ".cursor/skills/both").symlink_to(installed)
    platforms = [
        install_platform(place / "SKILL.md", home, None)
        for place in (home / ".cursor/skills/s", tmp_path / "link", home / ".cursor/skills/both")
    ]
    assert platforms == ["cursor", "clawhub", "cursor"]


@requirement("HEAD-2")
def test_a_home_that_is_a_link_is_the_same_home(home: Path, tmp_path: Path) -> None:
    folder = _install(home / ".cursor/skills/s")
    (tmp_path / "linked-home").symlink_to(home)
    assert install_platform(folder, tmp_path / "linked-home", None) == "cursor"
    assert install_platform(tmp_path / "linked-home/.cursor/skills/s", home, None) == "cursor"


@requirement("HEAD-3")
def test_each_skill_has_its_own_three_values(home: Path) -> None:
    one = _install(home / ".cursor/skills/one", "---\nname: one\nversion: 1.10\n---\n/run_sse")
    two = _install(home / ".clawhub/two", '---\nname: two\nversion: "0.9.1"\n---\n/run_sse')
    values = [(skill.name, skill.version, skill.platform) for skill in load([one, two], home=home).skills]
    assert values == [("one", "1.10", "cursor"), ("two", "0.9.1", "clawhub")]
