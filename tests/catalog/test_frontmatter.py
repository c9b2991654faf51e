"""Frontmatter as it is found in the wild, read through the catalog's door."""

from collections.abc import Callable

import pytest

from nemovideo_mcp.catalog import Catalog
from requirements import requirement

from .conftest import BODY, SkillWriter

Read = Callable[[], Catalog]


@requirement("SKILL-2")
def test_every_field_comes_from_the_frontmatter(write: SkillWriter, read: Read) -> None:
    """Name, version, description, emoji and declared variables are what the YAML block says."""
    write(
        "folder-name-does-not-matter",
        """\
name: cut-it
version: "2.3.4"
description: >
  Cuts a film
  where it drags.

  Keeps the sound.
license: MIT-0
displayName: "Cut — it: now"
metadata:
  openclaw:
    emoji: "✂️"
    requires:
      env:
        - NEMO_TOKEN
        - OTHER
      configPaths:
        - ~/.config/nemovideo/
    primaryEnv: NEMO_TOKEN
    envVars:
      - name: EXTRA
        required: false""",
    )
    (skill,) = read().skills
    assert (skill.name, skill.version, skill.emoji) == ("cut-it", "2.3.4", "✂️")
    assert skill.description == "Cuts a film where it drags. Keeps the sound."
    assert skill.env == ("NEMO_TOKEN", "OTHER", "EXTRA")
    assert skill.body == BODY


@requirement("SKILL-2")
@pytest.mark.parametrize(
    "metadata",
    [
        'metadata: {"openclaw": {"emoji": "🎬", "requires": {"env": ["A_TOKEN"]}, "primaryEnv": "A_TOKEN"}}',
        'metadata: {"openclaw":{"emoji":"\\ud83c\\udfac","requires":{"env":["A_TOKEN"]}}}',
        """metadata: '{"openclaw": {"emoji": "🎬", "requires": {"env": ["A_TOKEN"]}}}'""",
        "metadata:\n  emoji: 🎬\n  requires:\n    env: [A_TOKEN]",
        "metadata:\n  clawdbot:\n    emoji: 🎬\n    primaryEnv: A_TOKEN",
        'metadata:\n  {\n    "openclaw":\n      { "emoji": "🎬", "requires": { "env": ["A_TOKEN"], }, },\n  }',
    ],
    ids=["one-line-json", "escaped-json", "json-in-a-string", "no-namespace", "old-namespace", "spread-json"],
)
def test_metadata_is_read_in_every_form_it_is_written_in(
    write: SkillWriter, read: Read, metadata: str
) -> None:
    write("s", f'name: s\nversion: "1.0.0"\n{metadata}')
    (skill,) = read().skills
    assert (skill.emoji, skill.env) == ("🎬", ("A_TOKEN",))


@requirement("SKILL-2")
@pytest.mark.parametrize(
    ("written", "version"),
    [
        ("1.10", "1.10"),
        ("1.0", "1.0"),
        ("'2.0'", "2.0"),
        ("1e3", "1e3"),
        ("0x10", "0x10"),
        ("010", "010"),
        ("2026-01-02", "2026-01-02"),
    ],
)
def test_a_version_stays_as_it_was_written(
    write: SkillWriter, read: Read, written: str, version: str
) -> None:
    """A bare version is no number and no date: it goes into a header."""
    write("s", f"name: s\nversion: {written}")
    assert read().skills[0].version == version


@requirement("SKILL-2")
def test_a_version_under_metadata_counts_and_a_missing_description_is_the_title(
    write: SkillWriter, read: Read
) -> None:
    write("s", 'name: s\nmetadata:\n  version: "3.1"')
    (skill,) = read().skills
    assert (skill.version, skill.description, skill.emoji, skill.env) == ("3.1", "A title", "", ())


@requirement("SKILL-4")
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize(
    "mark", [b"", b"\xef\xbb\xbf", "ï»¿".encode()], ids=["plain", "bom", "twice-encoded-bom"]
)
def test_line_ends_byte_order_marks_and_a_missing_last_line_end_do_no_harm(
    write: SkillWriter, read: Read, ending: str, mark: bytes
) -> None:
    text = "---\nname: s\nversion: 1.0\n---\n# Ends — here: /run_sse".replace("\n", ending)
    write("s", mark + text.encode())
    (skill,) = read().skills
    assert (skill.name, skill.version, skill.title) == ("s", "1.0", "Ends — here: /run_sse")


@requirement("SKILL-4")
@pytest.mark.parametrize("mistaken_for", ["latin-1", "cp1252"])
def test_twice_encoded_lines_are_repaired_and_sound_ones_are_left(
    write: SkillWriter, read: Read, mistaken_for: str
) -> None:
    """Spoilt and sound lines stand side by side in one file; a check mark hides U+0085, which ends no line."""

    def twice(text: str) -> str:
        return text.encode().decode(mistaken_for)

    check = (
        "✅" if mistaken_for == "latin-1" else "☂"
    )  # cp1252 has no character for the bytes of the check mark
    lines = [
        "---",
        "name: s",
        "version: 1.0",
        twice("description: Schnitt für „Filme“ — 视频"),
        "metadata: {emoji: 🎬}",
        "---",
        twice(f"# {check} Überschrift"),
        "Ein Café, ein Fluß, 导出 → /run_sse",
    ]
    write("s", "\n".join(lines).encode())
    (skill,) = read().skills
    assert skill.description == "Schnitt für „Filme“ — 视频"
    assert (skill.emoji, skill.title) == ("🎬", f"{check} Überschrift")
    assert skill.body.endswith("Ein Café, ein Fluß, 导出 → /run_sse")


@requirement("SKILL-4")
def test_a_line_of_which_one_part_was_encoded_twice_is_repaired_too(write: SkillWriter, read: Read) -> None:
    spoilt = "✅ fertig".encode().decode("latin-1")
    write("s", f"name: s\nversion: 1.0\ndescription: 导出 → {spoilt}, Café")
    assert read().skills[0].description == "导出 → ✅ fertig, Café"


@requirement("SKILL-4")
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"# No frontmatter\n/run_sse\n", "no frontmatter"),
        (b"", "no frontmatter"),
        (b"---\nname: s\nversion: 1.0\n/run_sse", "never ends"),
        (b"---\nname: s\nversion: 1.0\ndescription: a: b: c\n---\n/run_sse", "not valid YAML (line 4"),
        (b"---\n- a\n---\n/run_sse", "not a list of"),
        (b"---\n---\n/run_sse", "not a list of"),
        (b"---\nversion: 1.0\n---\n/run_sse", 'no "name"'),
        (b"---\nname: s\n---\n/run_sse", 'no "version"'),
        (b"---\nname: [s]\nversion: 1.0\n---\n/run_sse", '"name" in its frontmatter must be text'),
        (b"---\nname: two words\nversion: 1.0\n---\n/run_sse", "cannot name a tool"),
        (b"---\nname: " + b"n" * 65 + b"\nversion: 1.0\n---\n/run_sse", "cannot name a tool"),
        ("---\nname: schön\nversion: 1.0\n---\n/run_sse".encode(), "cannot name a tool"),
        (
            b'---\nname: s\nversion: "1.0\\r\\nX-Evil: 1\\x07"\n---\n/run_sse',
            "cannot be sent in a header",
        ),
        ("---\nname: s\n---\n/run_sse".encode("utf-16"), "not UTF-8"),
        ("---\nname: s\ndescription: für\n---\n".encode("latin-1"), "not UTF-8"),
        (b"---\nname: s\x00\nversion: 1.0\n---\n/run_sse", "not valid YAML"),
        (b"---\nname: s\nversion: 1.0\nx: " + b"[" * 50_000 + b"\n---\n/run_sse", "nested deeper"),
        (b"---\nname: s\nversion: 1.0\nx: &a [*a]\n---\n/run_sse", "not valid YAML"),
        (b"---\nname: s\nversion: 1.0\nx: " + b"y" * 70_000 + b"\n---\n/run_sse", "longer than 65,536"),
        (b"---\nname: s\nversion: 1.0\n---\n/run_sse" + b" " * 1024 * 1024, "larger than 1024 KiB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_skill_is_refused_with_its_reason_and_the_others_load(
    write: SkillWriter, read: Read, content: bytes, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    broken = write("broken", content)
    write("sound", "name: sound\nversion: 1.0")
    catalog = read()
    assert [skill.name for skill in catalog.skills] == ["sound"]
    (refusal,) = catalog.refused
    assert refusal.path == broken
    assert reason in refusal.reason
    (warning,) = caplog.records
    assert str(broken) in warning.getMessage()
    assert refusal.reason in warning.getMessage()


@requirement("SKILL-4")
def test_a_bomb_of_aliases_costs_nothing(write: SkillWriter, read: Read) -> None:
    """Ten to the thirtieth values on paper; nobody counts them."""
    bomb = ["x0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    bomb += [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 10)}]" for n in range(1, 30)]
    write("s", "name: s\nversion: 1.0\n" + "\n".join(bomb))
    assert read().by_name("s") is not None
