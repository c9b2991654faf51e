"""Looking at the timeline through the real door: an image in the result, and what it shows."""

import io
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageStat

from conftest import Serve
from requirements import requirement

pytestmark = pytest.mark.anyio
MOST_BYTES = 1_000_000


@pytest.fixture
async def door(serve: Serve, chaplin: Path) -> Any:
    """A server with one film on its timeline."""
    async with serve() as opened:
        await opened.do("upload_media", files=[str(chaplin)])
        yield opened


async def seen(door: Any, **arguments: Any) -> tuple[Image.Image, dict[str, Any]]:
    """The image of a preview, and the facts beside it."""
    result = await door.call("preview_frame", **arguments)
    assert not result.is_error, result.content
    (image,) = (block for block in result.content if block.type == "image")
    data = b64decode(image.data)
    assert len(data) < MOST_BYTES
    picture = Image.open(io.BytesIO(data))
    assert Image.MIME[picture.format or ""] == image.mime_type
    return picture.convert("RGB"), result.structured_content


def light(picture: Image.Image) -> float:
    """How bright a picture is, 0 to 255."""
    return float(ImageStat.Stat(picture.convert("L")).mean[0])


@requirement("MCP-3")
async def test_a_frame_shows_the_timeline_as_it_stands(door: Any) -> None:
    """Before an edit the film, after it what the edit made of it."""
    film, told = await seen(door, at_ms=3000)
    assert (told["revision"], told["frames"]) == (1, [{"at_ms": 3000, "width": 640, "height": 360}])
    assert film.size == (640, 360)
    await door.do("edit_video", operations=[{"op": "fade_in", "duration_ms": 6000}])
    faded, told = await seen(door, at_ms=3000)
    assert told["revision"] == 2
    half = light(faded) / light(film)
    assert 0.4 < half < 0.6
    black, _ = await seen(door)
    assert max(high for _, high in black.getextrema()) < 16


async def test_a_sheet_holds_its_frames_row_by_row(door: Any) -> None:
    """As many as asked, from equal parts of the film, in one image of at most 1280 pixels."""
    sheet, told = await seen(door, count=12)
    assert [frame["at_ms"] for frame in told["frames"]][::11] == [400, 9200]
    assert {(frame["width"], frame["height"]) for frame in told["frames"]} == {(320, 180)}
    assert sheet.size == (1280, 540)


@requirement("MCP-4")
async def test_a_time_outside_or_an_empty_timeline_is_refused_in_words(door: Any) -> None:
    """With what there is instead."""
    assert "9.64 s long" in await door.refused("preview_frame", at_ms=60_000)
    assert "Send one" in await door.refused("preview_frame", at_ms=1, count=2)
    assert "count" in await door.refused("preview_frame", count=26)
    assert "upload" in (await door.refused("preview_frame", project="new")).lower()
