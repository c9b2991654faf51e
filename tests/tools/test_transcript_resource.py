"""A transcript read as a resource: by the link of an answer, by its address, and what is said of a wrong one."""

import json
import re
from pathlib import Path

import pytest
from mcp import MCPError
from mcp_types import ReadResourceResult, ResourceLink, TextResourceContents

from conftest import Door, Serve
from requirements import requirement
from studio.footage import make

pytestmark = pytest.mark.anyio


async def read(door: Door, uri: str) -> TextResourceContents:
    """What stands behind an address."""
    result = await door.client.read_resource(uri)
    assert isinstance(result, ReadResourceResult)
    (content,) = result.contents
    assert isinstance(content, TextResourceContents)
    return content


def short(door: Door, example: Path, name: str = "talk.mp4") -> str:
    """The seconds in which she says banana, small."""
    return str(make(door.home / name, "-ss", "38", "-t", "4", "-i", str(example), "-s", "160x90"))


@requirement("TXT-1")
async def test_the_link_of_a_transcript_can_be_read(serve: Serve, example: Path) -> None:
    """What the server reads out at it is what the saved file holds, in the same form; the link bears the file's name."""
    async with serve() as door:
        await door.do("upload_media", files=[short(door, example)])
        for form in ("text", "srt", "vtt", "json"):
            told = await door.call("get_transcript", format=form)
            assert told.structured_content is not None
            (link,) = [block for block in told.content if isinstance(block, ResourceLink)]
            saved = Path(told.structured_content["path"])
            content = await read(door, str(link.uri))
            assert content.text == saved.read_text("utf-8")
            assert "banana" in content.text.lower()
            assert (link.name, link.mime_type) == (saved.name, content.mime_type)


@requirement("TXT-1")
async def test_a_resource_follows_the_timeline_and_names_sources(serve: Serve, example: Path) -> None:
    """It is the timeline as it stands when it is read; a source, also one with an odd name, keeps its own times."""
    async with serve() as door:
        done = await door.do("upload_media", files=[short(door, example, "她 & me.mp4")])
        (kind,) = (await door.client.list_resource_templates()).resource_templates
        assert kind.uri_template == "nemovideo://transcript/{project}/{format}{?clip,language}"
        address = f"nemovideo://transcript/{done['project']['id']}/json"
        before = json.loads((await read(door, address)).text)
        await door.do("edit_video", operations=[{"op": "cut_out", "start_ms": 0, "end_ms": 1000}])
        after = json.loads((await read(door, "nemovideo://transcript/current/json")).text)
        assert abs(before["words"][0]["start_ms"] - after["words"][0]["start_ms"] - 1000) <= 20
        told = await door.call("get_transcript", format="json", clip="她 & me.mp4")
        (link,) = [block for block in told.content if isinstance(block, ResourceLink)]
        assert json.loads((await read(door, str(link.uri))).text)["words"] == before["words"]


async def test_a_skill_s_transcript_is_linked_so_too(serve: Serve, example: Path) -> None:
    """The skill's answer links its transcript as get_transcript does, and a film as the file that it is."""
    async with serve() as door:
        files = [short(door, example)]
        told = await door.call("transcribe-video-to-text", prompt="give me an SRT", files=files)
        (link,) = [block for block in told.content if isinstance(block, ResourceLink)]
        assert "banana" in (await read(door, str(link.uri))).text.lower()
        film = await door.call("export_video", resolution="480p")
        (link,) = [block for block in film.content if isinstance(block, ResourceLink)]
        assert str(link.uri).startswith("file:///")


WRONG = (
    ("nemovideo://transcript/current/text", "There is no project yet"),
    ("nemovideo://transcript/p-nobody/text", "There is no project 'p-nobody'"),
    ("nemovideo://transcript/current/docx", "The forms are text, srt, vtt, json"),
    ("nemovideo://transcript/current/text?language=something-long", "language"),
    ("nemovideo://transcript/..%2F..%2Fetc/text", "There is no project"),
    ("nemovideo://films/all", "What can be read here: nemovideo://transcript/{project}/{format}"),
    ("file:///etc/passwd", "Nothing can be read at file:///etc/passwd"),
)


async def test_a_wrong_address_is_refused_in_words(serve: Serve) -> None:
    """It is told what is wrong and what can be read, and no project is opened for it."""
    async with serve() as door:
        for address, said in WRONG:
            with pytest.raises(MCPError, match=re.escape(said)) as refused:
                await door.client.read_resource(address)
            assert refused.value.error.code == -32602
        assert (await door.do("list_projects"))["projects"] == []


async def test_what_cannot_be_told_is_said(serve: Serve, example: Path) -> None:
    """A clip that is not there is named as get_transcript names it."""
    async with serve() as door:
        await door.do("upload_media", files=[short(door, example)])
        with pytest.raises(MCPError, match=r"no clip or file 'x\.mp4'"):
            await door.client.read_resource("nemovideo://transcript/current/srt?clip=x.mp4")
