"""Sentences in, edits out: the list beside this file, in English and Chinese, half of it compounds and traps."""

import json
from pathlib import Path
from typing import Any

import pytest

from nemovideo_mcp.studio.agent.agent import TOOL, Answer, answer
from nemovideo_mcp.studio.timeline.activity import Activity
from nemovideo_mcp.studio.timeline.edits import edit_from
from nemovideo_mcp.studio.timeline.edits_overlay import AddOverlay
from nemovideo_mcp.studio.timeline.edits_sound import AddMusic
from nemovideo_mcp.studio.timeline.edits_text import AddTitle
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import from_ms
from requirements import requirement
from studio.senses import Heard


def film(media_id: str, name: str, ms: int) -> Media:
    """A 720p file with sound at 30 frames a second."""
    return Media(
        id=media_id,
        name=name,
        kind=MediaKind.VIDEO,
        duration=from_ms(ms),
        width=1280,
        height=720,
        fps=30,
        has_audio=True,
    )


SONG = Media(id="song", name="song.mp3", kind=MediaKind.AUDIO, duration=from_ms(60_000), has_audio=True)
ONE = project_with_media(Project(), film("example", "example.mp4", 42_400), SONG)
PROJECTS = {
    "empty": Project(),
    "one": ONE,
    "silent": project_with_media(Project(), film("example", "example.mp4", 42_400)),
    "titled": AddMusic(media="song").apply(AddTitle(text="Hello").apply(ONE)),
    "three": project_with_media(
        Project(),
        film("beach", "beach.mp4", 10_000),
        film("party", "party.mov", 8_000),
        film("sunset", "sunset.mp4", 12_000),
        SONG,
    ),
}
LOGO = Media(id="logo", name="logo.png", kind=MediaKind.IMAGE, duration=0, width=400, height=200)
PROJECTS["branded"] = project_with_media(PROJECTS["three"], LOGO)
STILLS = [LOGO.model_copy(update={"id": f"p{n}", "name": f"p{n}.jpg"}) for n in (1, 2, 3)]
PROJECTS["pictures"] = project_with_media(Project(), *STILLS)
PROJECTS["overlaid"] = AddOverlay(media="logo").apply(PROJECTS["branded"])
PROJECTS["full"] = AddMusic(media="song").apply(AddTitle(text="Hello").apply(PROJECTS["overlaid"]))
# Talk at -20 dB with a pause from 10 to 13 s and one from 20 to 20.8 s, in a room of -60 dB.
HEARD = Activity(bytes(60 if 1000 <= at < 1300 or 2000 <= at < 2080 else 20 for at in range(4240)))
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "sentences.jsonl").read_text("utf-8").splitlines()
]


def said(row: dict[str, Any]) -> Answer:
    """The answer to a row's sentence, on its project."""
    project = PROJECTS[row["on"]]
    return answer(
        row["text"], project, previous=PROJECTS["empty"], following=PROJECTS["three"], senses=Heard(HEARD)
    )


def plain(value: dict[str, Any]) -> dict[str, Any]:
    """An edit without what is left at its default."""
    return edit_from(value).model_dump(mode="json", exclude_defaults=True) | {"op": value["op"]}


@requirement("FLOW-1")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_sentence_is_understood_as_meant(row: dict[str, Any]) -> None:
    """Every sentence gives exactly its edits; what it should not do changes nothing and says why."""
    got = said(row)
    assert [plain(step.args) for step in got.steps if step.name == TOOL] == [
        plain(edit) for edit in row.get("edits", [])
    ], got.text
    assert got.move == row.get("move"), got.text
    if not row.get("edits") and not row.get("move"):
        assert got.project == PROJECTS[row["on"]]
        assert not got.changed
    for words in row.get("says", []):
        assert words in got.text
