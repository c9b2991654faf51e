"""Folders in, catalog out: where skills are found, which are refused, and that nothing ever escapes."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nemovideo_mcp.catalog import Catalog, install_folders, load
from requirements import requirement

from .conftest import SkillWriter

Read = Callable[[], Catalog]
FRONT = "name: {}\nversion: 1.0"


@requirement("SKILL-1")
def test_a_folder_holds_skills_one_or_two_levels_deep_and_may_be_one_itself(
    write: SkillWriter, shelf: Path, home: Path
) -> None:
    write("b", FRONT.format("b"))
    write("@owner/a", FRONT.format("a"))
    write("x/y/too-deep", FRONT.format("too-deep"))
    write(".hidden/c", FRONT.format("c"))
    write("b/inner", FRONT.format("part-of-b"))
    assert [skill.name for skill in load([shelf], home=home).skills] == ["a", "b"]
    assert [skill.name for skill in load([shelf / "b"], home=home).skills] == ["b"]


@requirement("SKILL-1")
def test_a_new_folder_is_a_new_skill(write: SkillWriter, read: Read) -> None:
    write("one", FRONT.format("one"))
    before = read()
    write("two", FRONT.format("two"))
    after = read()
    assert before.by_name("two") is None
    found = after.by_name("two")
    assert found is not None
    assert found.path.parent.name == "two"


@requirement("SKILL-3")
def test_a_duplicate_name_is_refused_with_both_paths(write: SkillWriter, read: Read) -> None:
    first, second = write("a", FRONT.format("same")), write("b", FRONT.format("same"))
    catalog = read()
    assert [skill.path for skill in catalog.skills] == [first]
    (refusal,) = catalog.refused
    assert refusal.path == second
    assert str(first) in refusal.reason
    assert str(second) in refusal.reason


@requirement("SKILL-3")
def test_one_file_reached_twice_is_no_duplicate(
    write: SkillWriter, shelf: Path, home: Path, tmp_path: Path
) -> None:
    write("a", FRONT.format("a"))
    (tmp_path / "again").symlink_to(shelf)
    catalog = load([shelf, shelf / "a", tmp_path / "again"], home=home)
    assert [skill.name for skill in catalog.skills] == ["a"]
    assert catalog.refused == ()


@requirement("SKILL-6")
def test_a_skill_of_another_api_is_listed_as_such_and_leaves_its_name_free(
    write: SkillWriter, read: Read
) -> None:
    foreign = write("a", FRONT.format("same"), "POST /api/v1/generate\n")
    ours = write("b", FRONT.format("same"))
    catalog = read()
    assert [skill.path for skill in catalog.skills] == [ours]
    (refusal,) = catalog.refused
    assert refusal.path == foreign
    assert "another API" in refusal.reason


@requirement("SKILL-3")
def test_a_folder_that_is_missing_or_empty_is_said_to_be_so(shelf: Path, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    catalog = load([tmp_path / "missing", file, shelf], home=home)
    assert [refusal.path for refusal in catalog.refused] == [tmp_path / "missing", file, shelf]
    assert "No such file" in catalog.refused[0].reason
    assert "Not a directory" in catalog.refused[1].reason
    assert "no SKILL.md" in catalog.refused[2].reason


@requirement("SKILL-4")
def test_a_link_may_stand_for_a_skills_folder_but_not_lead_its_file_elsewhere(
    write: SkillWriter, shelf: Path, home: Path, tmp_path: Path
) -> None:
    """A linked folder is how developers install; a linked file could show a private one."""
    private = tmp_path / "private.txt"
    private.write_text("---\nname: private\nversion: 1.0\n---\n/run_sse")
    for name, target in {"leaves": private, "loop": Path("SKILL.md"), "nowhere": tmp_path / "gone"}.items():
        (shelf / name).mkdir()
        (shelf / name / "SKILL.md").symlink_to(target)
    real = write("elsewhere/real", FRONT.format("real"))
    (shelf / "linked").symlink_to(real.parent)
    (shelf / "within").mkdir()
    (shelf / "within" / "text.md").write_text("---\nname: within\nversion: 1.0\n---\n/run_sse")
    (shelf / "within" / "SKILL.md").symlink_to("text.md")
    catalog = load([shelf], home=home)
    assert [skill.name for skill in catalog.skills] == ["real", "within"]
    reasons = {refusal.path.parent.name: refusal.reason for refusal in catalog.refused}
    assert set(reasons) == {"leaves", "loop", "nowhere"}
    assert "leaves its folder" in reasons["leaves"]
    assert all("cannot be read" in reasons[name] for name in ("loop", "nowhere"))


@requirement("SKILL-4")
def test_what_is_no_file_is_never_opened(shelf: Path, read: Read) -> None:
    """Reading a pipe would wait for ever."""
    (shelf / "folder" / "SKILL.md").mkdir(parents=True)
    (shelf / "pipe").mkdir()
    os.mkfifo(shelf / "pipe" / "SKILL.md")
    assert [refusal.reason for refusal in read().refused] == ["it is not a file"] * 2


@requirement("SKILL-3")
def test_installs_of_clawhub_openclaw_and_cursor_are_found_where_they_are(home: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    (home / ".cursor" / "skills").mkdir(parents=True)
    assert install_folders(home, work) == ()
    there = [
        work / "skills",
        home / ".clawhub" / "skills",
        home / ".openclaw" / "skills",
        home / ".cursor" / "skills",
    ]
    for number, folder in enumerate(there):
        (folder / "@me" / "s").mkdir(parents=True)
        (folder / "@me" / "s" / "SKILL.md").write_text(f"---\n{FRONT.format(f's{number}')}\n---\n/run_sse")
    catalog = load(install_folders(home, work), home=home)
    assert [skill.name for skill in catalog.skills] == ["s0", "s1", "s2", "s3"]
    assert [skill.platform for skill in catalog.skills] == ["unknown", "clawhub", "unknown", "cursor"]
    assert catalog.refused == ()


def _load_one(content: bytes) -> Catalog:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "SKILL.md").write_bytes(content)
        return load([Path(folder)], home=Path(folder))


@requirement("SKILL-4")
@given(
    st.binary(max_size=400), st.sampled_from([b"", b"---\n", b"---\nname: s\nversion: 1.0\n"]), st.booleans()
)
def test_whatever_the_bytes_are_the_file_is_a_skill_or_a_refusal(
    content: bytes, start: bytes, ends: bool
) -> None:
    catalog = _load_one(start + content + (b"\n---\n/run_sse" if ends else b""))
    assert len(catalog.skills) + len(catalog.refused) == 1


@requirement("SKILL-4")
@given(st.text(alphabet=st.sampled_from("\"'\\u{}[]:,-&*!|>#%@?~ \n\tabdDef089\x85\u2028🎬"), max_size=120))
def test_whatever_the_yaml_is_the_file_is_a_skill_or_a_refusal(yaml: str) -> None:
    catalog = _load_one(f"---\nname: s\nversion: 1.0\nmetadata: {yaml}\n---\n/run_sse".encode())
    assert len(catalog.skills) + len(catalog.refused) == 1
    for skill in catalog.skills:
        assert f"{skill.emoji}{skill.env}{skill.description}".encode()


@requirement("SKILL-2")
@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff"))
)
def test_a_sound_description_in_any_script_comes_back_whole(text: str) -> None:
    """Quoted with YAML's own escapes, so that repair of spoilt text has nothing to touch."""
    quoted = "".join(c if c.isascii() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
    (skill,) = _load_one(
        f'---\nname: s\nversion: 1.0\ndescription: "{quoted}"\n---\n/run_sse'.encode()
    ).skills
    assert skill.description == (" ".join(text.split()) or "s")
