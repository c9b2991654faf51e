"""Title, greeting, examples and topic of a skill, read through the catalog's door."""

from collections.abc import Callable

import pytest

from nemovideo_mcp.catalog import Catalog, Skill
from requirements import requirement

from .conftest import SkillWriter

Read = Callable[[], Catalog]
FRONT = "name: trim-long-video\nversion: 1.0"
END = "\n\nEverything goes to /run_sse.\n"


def _one(write: SkillWriter, read: Read, body: str) -> Skill:
    write("s", FRONT, body + END)
    (skill,) = read().skills
    return skill


@requirement("SKILL-2")
@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# Trim — It `now`\n\n## More", "Trim — It `now"),
        ("## Getting Started\n\n> Hello\n\n# The **real** title #\n", "The **real** title"),
        ("### Only this\n", "Only this"),
        ("```sh\n# a comment, no title\n```\n## Title\n", "Title"),
        ("Just words\n", "trim-long-video"),
        ("#hashtag\n", "trim-long-video"),
    ],
)
def test_the_title_is_the_top_heading_then_any_heading_then_the_name(
    write: SkillWriter, read: Read, body: str, title: str
) -> None:
    assert _one(write, read, body).title == title


@requirement("SKILL-5")
@pytest.mark.parametrize(
    ("body", "greeting"),
    [
        (
            "# T\n\n## Getting started\n\nHello there,\nsend a clip.\n\nMore words.\n",
            "Hello there, send a clip.",
        ),
        ('## 🎬 Getting Started\n\n> Hello!\n\n**Try saying:**\n- "trim it"\n', "Hello!"),
        ('Getting Started\nHello from plain text.\nTry saying:\n- "trim it"\n', "Hello from plain text."),
        (
            '## 0. First Contact\n\nGreet at once:\n\n> ✂️ Ready!\n> Send it.\n\n**Try saying:**\n- "trim it"\n',
            "✂️ Ready! Send it.",
        ),
        ('## Getting started\n\n### Try saying\n\n- "trim it"\n', ""),
        ("## Usage\n\nNo greeting here.\n", ""),
    ],
)
def test_the_greeting_is_the_paragraph_under_getting_started(
    write: SkillWriter, read: Read, body: str, greeting: str
) -> None:
    assert _one(write, read, body).greeting == greeting


@requirement("SKILL-5")
@pytest.mark.parametrize(
    ("body", "examples"),
    [
        ('Try saying:\n- "trim it"\n- "cut the end"\n\nNext\n- "no example"', ("trim it", "cut the end")),
        (
            '**Try saying:**\n\n* “trim it”\n\n* 「剪短视频」\n1. *"cut it"*\n',
            ("trim it", "剪短视频", "cut it"),
        ),
        ('### Try saying\n- "add the title "Hello" at the top"\n', ('add the title "Hello" at the top',)),
        ("Try saying\n- trim it to 10 s\n- \"don't cut\n", ("trim it to 10 s", "don't cut")),
        ('## Usage\n- "not said"\n', ()),
    ],
)
def test_the_examples_are_the_list_under_try_saying(
    write: SkillWriter, read: Read, body: str, examples: tuple[str, ...]
) -> None:
    assert _one(write, read, body).examples == examples


@requirement("SKILL-2")
def test_triggers_are_the_name_the_parts_of_the_title_and_the_telling_words(
    write: SkillWriter, read: Read
) -> None:
    skill = _one(write, read, "# Trim Long Video — Shorten Any Recording\n")
    assert skill.triggers == ("trim long video", "shorten any recording", "trim", "long")
