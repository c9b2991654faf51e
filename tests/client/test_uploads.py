"""Uploads: streamed from disk, refused early, told in bytes."""

import os
import re
import tracemalloc
from pathlib import Path

import pytest

from client.gateway import Gateway, Play, ok, refusal
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.client import SkillClient
from nemovideo_mcp.client.uploads import CONTENT_TYPES
from nemovideo_mcp.wire.upload import EXTENSIONS, MAX_BYTES
from requirements import requirement

pytestmark = pytest.mark.anyio

UPLOAD = "POST /api/upload-video/nemo_agent/me/55"
MIB = 1024 * 1024


def _file(folder: Path, name: str, size: int) -> Path:
    """A sparse file: it has a length, and takes no room."""
    path = folder / name
    with path.open("wb") as file:
        file.truncate(size)
    return path


@requirement("UP-1", "UP-3")
async def test_several_files_go_in_one_form(gateway: Gateway, api: SkillClient, tmp_path: Path) -> None:
    """Field `files`, repeated, with name and type of each."""
    answer = {
        "files": [{"filename": "a.MP4", "file_type": "video", "duration": 30.5}],
        "session_state_applied": True,
    }
    gateway.plays(UPLOAD, ok(answer))
    paths = [tmp_path / "a.MP4", tmp_path / '音乐 "1".mp3']
    for path in paths:
        path.write_bytes(path.name.encode())
    uploaded = await api.upload_files("55", paths)
    assert [(file.filename, file.duration) for file in uploaded.files] == [("a.MP4", 30.5)]
    (heard,) = gateway.calls(UPLOAD)
    assert re.findall(
        rb'form-data; name="files"; filename="(.*?)"\r\nContent-Type: (.*?)\r\n', heard.body
    ) == [
        (b"a.MP4", b"video/mp4"),
        ("音乐 %221%22.mp3".encode(), b"audio/mpeg"),
    ]
    assert heard.body.count(b"\r\n\r\na.MP4\r\n") == 1


@requirement("UP-1")
async def test_every_accepted_kind_has_its_content_type() -> None:
    """The table is as long as the list."""
    assert set(CONTENT_TYPES) == set(EXTENSIONS)


@requirement("UP-3")
async def test_addresses_go_as_json(gateway: Gateway, api: SkillClient) -> None:
    """In the published form; anything but http and https is refused here."""
    gateway.plays(UPLOAD, ok([{"filename": "x.mp4"}]))
    assert (await api.upload_urls("55", ["https://cdn.example/x.mp4"])).files[0].filename == "x.mp4"
    assert gateway.calls(UPLOAD)[0].json() == {"urls": ["https://cdn.example/x.mp4"], "source_type": "url"}
    with pytest.raises(errors.Invalid):
        await api.upload_urls("55", ["file:///etc/passwd"])


@requirement("UP-4")
async def test_a_file_of_500_mb_does_not_pass_through_memory(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """Server and client together stay within a few MiB; progress is in bytes and ends at the whole."""
    gateway.plays(UPLOAD, ok({"files": []}))
    told: list[tuple[int, int]] = []

    async def progress(done: int, total: int) -> None:
        told.append((done, total))

    path = _file(tmp_path, "long.mp4", MAX_BYTES)
    await api.upload_files("55", [_file(tmp_path, "a.png", 10)], progress)
    assert told == [(10, 10)]
    told.clear()
    tracemalloc.start()
    try:
        await api.upload_files("55", [path], progress)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 16 * MIB
    assert gateway.heard[-1].size > MAX_BYTES
    assert told == sorted(told)
    assert told[-1] == (MAX_BYTES, MAX_BYTES)
    assert len(told) <= MAX_BYTES / MIB + 1


@requirement("UP-2")
async def test_a_file_over_the_limit_is_refused_before_a_byte_is_sent(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """With its size, the limit, and what to do."""
    paths = [_file(tmp_path, "small.mp4", 10), _file(tmp_path, "big.mp4", 501_000_000)]
    with pytest.raises(errors.FileTooLarge, match=r"big\.mp4.*501 MB.*500 MB.*Compress"):
        await api.upload_files("55", paths)
    assert gateway.heard == []


@requirement("UP-1")
async def test_a_kind_that_is_not_accepted_is_refused_with_the_list(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """By name here, by content there."""
    with pytest.raises(errors.UnsupportedFile, match=r"\.txt.*mp4, mov"):
        await api.upload_files("55", [_file(tmp_path, "notes.txt", 10)])
    assert gateway.heard == []
    gateway.plays(UPLOAD, refusal(4001, "clip.mp4 is a text file"))
    with pytest.raises(errors.UnsupportedFile, match="text file"):
        await api.upload_files("55", [_file(tmp_path, "clip.mp4", 10)])


async def test_what_cannot_be_read_is_refused(gateway: Gateway, api: SkillClient, tmp_path: Path) -> None:
    """A missing file, a folder, a pipe: nothing hangs, nothing is sent."""
    (tmp_path / "folder.mp4").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.mp4")
    for name in ("missing.mp4", "folder.mp4", "pipe.mp4", "nul\0.mp4"):
        with pytest.raises(errors.UnreadableFile):
            await api.upload_files("55", [tmp_path / name])
    assert gateway.heard == []


async def test_a_file_that_shrinks_while_it_is_sent_is_an_error(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """What was announced cannot be sent any more."""
    gateway.plays(UPLOAD, ok({"files": []}))
    path = _file(tmp_path, "a.mp4", 20 * MIB)

    async def shrink(done: int, total: int) -> None:
        os.truncate(path, MIB)

    with pytest.raises(errors.ApiError):
        await api.upload_files("55", [path], shrink)


async def test_a_file_that_grows_is_sent_as_it_was_announced(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """A recording that goes on meanwhile."""
    gateway.plays(UPLOAD, ok({"files": []}))
    path = _file(tmp_path, "a.mp4", 4 * MIB)

    async def grow(done: int, total: int) -> None:
        os.truncate(path, 8 * MIB)

    await api.upload_files("55", [path], grow)
    assert 4 * MIB < gateway.heard[-1].size < 5 * MIB


@requirement("AUTH-8")
async def test_an_upload_is_repeated_whole_after_a_renewal(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """The files are read from their beginning again."""
    gateway.plays(UPLOAD, refusal(1001), ok({"files": []}))
    path = tmp_path / "a.mp4"
    path.write_bytes(b"0123456789")
    await api.upload_files("55", [path])
    first, second = gateway.calls(UPLOAD)
    assert first.body.count(b"0123456789") == second.body.count(b"0123456789") == 1


async def test_an_early_refusal_is_heard_while_sending(
    gateway: Gateway, api: SkillClient, tmp_path: Path
) -> None:
    """HTTP 413 of a proxy on the way."""
    gateway.plays(UPLOAD, Play(body=b"<html>too large</html>", status=413))
    with pytest.raises(errors.FileTooLarge):
        await api.upload_files("55", [_file(tmp_path, "a.mp4", 1000)])
