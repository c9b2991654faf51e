"""Uploads: shapes, limits, all of them or none."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import psutil
import pytest

from requirements import requirement
from studio.http.calling import Caller
from studio.http.conftest import Start


@requirement("UP-3")
def test_an_upload_has_the_published_shape_and_lands_on_the_timeline(caller: Caller, clip: Path) -> None:
    """Facts of the file, and one new revision with its clip."""
    answer = caller.upload(clip).json()
    (told,) = answer["data"]["files"]
    address, digest = told.pop("cdn_url"), told.pop("hash")
    told["duration"] = round(told["duration"], 1)
    facts = {
        "filename": "party.mp4",
        "file_type": "video",
        "duration": 2.0,
        "width": 320,
        "height": 180,
        "fps": 25.0,
    }
    assert told == facts
    assert answer == {"code": 0, "message": "", "data": {"files": [told], "session_state_applied": True}}
    assert len(digest) == 64
    assert caller.http.get(address).content == clip.read_bytes()
    draft = caller.draft()
    assert (draft["rev"], [(track["tt"], len(track["sg"])) for track in draft["t"]]) == (1, [(0, 1)])
    assert caller.state()["canvas_config"] == {"width": 320, "height": 180, "fps": 25.0}


@requirement("UP-3", "FLOW-2")
def test_several_files_in_one_call_are_one_revision(
    caller: Caller, clip: Path, still: Path, song: Path
) -> None:
    """Pictures go on the timeline in their order; sound is there to be used."""
    answer = caller.upload(still, song, clip).json()["data"]["files"]
    assert [(one["filename"], one["file_type"]) for one in answer] == [
        ("red.png", "image"),
        ("song.mp3", "audio"),
        ("party.mp4", "video"),
    ]
    state = caller.state()
    assert state["draft"]["rev"] == 1
    assert [one["m"]["title"] for one in state["draft"]["t"][0]["sg"]] == ["red", "party"]
    assert [info["filename"] for info in state["video_infos"]] == ["red.png", "song.mp3", "party.mp4"]


@requirement("UP-1", "UP-5")
@pytest.mark.parametrize(
    ("name", "content"),
    [("notes.mp4", b"these are words, not a film\n" * 40), ("empty.mp4", b""), ("a.exe", b"MZ" * 999)],
)
def test_what_is_no_media_is_4001_and_leaves_everything_as_it_was(
    own: Caller, folder: Path, tmp_path: Path, clip: Path, name: str, content: bytes
) -> None:
    """The refusal names the file; a good file of the same call is not kept either."""
    bad = tmp_path / name
    bad.write_bytes(content)
    before = own.state()
    answer = own.upload(clip, bad)
    assert (answer.status_code, answer.json()["code"]) == (200, 4001)
    assert name in answer.json()["message"]
    assert own.state() == before
    assert [path for kind in ("media", "incoming") for path in (folder / kind).iterdir()] == []


@requirement("UP-1")
def test_an_unsupported_type_is_refused_with_the_list(caller: Caller, tmp_path: Path) -> None:
    """Who sends a PDF hears what may be sent."""
    document = tmp_path / "paper.pdf"
    document.write_bytes(b"%PDF-1.7\n" + b"0" * 4000)
    message = caller.upload(document).json()["message"].lower()
    assert all(kind in message for kind in ("mp4", "webm", "png", "wav"))


@requirement("UP-2", "UP-4")
def test_a_file_over_the_limit_is_4002_and_memory_stays_flat(own: Caller, folder: Path) -> None:
    """501 MB are read as they come, by client and studio in this one process, and nothing of them is left."""
    head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="big.mp4"\r\n\r\n'
    process, most = psutil.Process(), 0
    before = process.memory_info().rss

    def body() -> Iterator[bytes]:
        nonlocal most
        yield head
        for number in range(501):
            yield bytes(1_000_000)
            if number % 20 == 0:
                most = max(most, process.memory_info().rss)
        yield b"\r\n--b--\r\n"

    answer = own.http.post(
        f"/api/upload-video/nemo_agent/me/{own.session_id}",
        content=body(),
        headers={"Content-Type": "multipart/form-data; boundary=b"},
    )
    assert (answer.status_code, answer.json()["code"]) == (200, 4002)
    assert "500 MB" in answer.json()["message"]
    assert most - before < 32 * 2**20
    assert list((folder / "incoming").iterdir()) == []
    assert own.draft()["rev"] == 0


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data; name="),
        ("multipart/form-data; boundary=b", b"no boundary at all"),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--b--\r\n',
        ),
        ("multipart/form-data", b""),
        ("text/plain", b"hello"),
        ("application/json", b'{"urls": []}'),
    ],
)
def test_a_form_that_is_none_is_422(caller: Caller, kind: str, body: bytes) -> None:
    """The answer says what a form has to be; nothing is kept."""
    path = f"/api/upload-video/nemo_agent/me/{caller.session_id}"
    answer = caller.http.post(path, content=body, headers={"Content-Type": kind})
    assert answer.status_code == 422
    assert answer.json()["detail"]


@pytest.mark.parametrize("name", ["../../etc/passwd.mp4", "C:\\films\\a.mp4", 'it\'s "mine".mp4', "影片.mp4"])
def test_a_files_name_is_shown_and_never_opened(own: Caller, folder: Path, clip: Path, name: str) -> None:
    """Folders in a name are dropped; everything lies in the data folder under its hash."""
    path = f"/api/upload-video/nemo_agent/me/{own.session_id}"
    answer = own.http.post(path, files=[("files", (name, clip.read_bytes()))]).json()["data"]["files"][0]
    assert answer["filename"] == name.replace("\\", "/").rsplit("/", 1)[-1]
    assert [one.stem for one in (folder / "media").iterdir()] == [answer["hash"]]


def test_the_same_content_twice_is_one_file(own: Caller, folder: Path, clip: Path) -> None:
    """It is stored once, and put on the timeline once."""
    own.upload(clip)
    assert own.upload(clip).json()["code"] == 0
    assert len(list((folder / "media").iterdir())) == 1
    assert len(own.draft()["t"][0]["sg"]) == 1


def test_a_client_that_leaves_in_the_middle_leaves_nothing(own: Caller, folder: Path) -> None:
    """Half an upload is no upload."""

    def body() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="half.mp4"\r\n\r\n' + bytes(
            3_000_000
        )
        raise ConnectionAbortedError

    with pytest.raises(ConnectionAbortedError):
        own.http.post(
            f"/api/upload-video/nemo_agent/me/{own.session_id}",
            content=body(),
            headers={"Content-Type": "multipart/form-data; boundary=b"},
        )
    assert own.draft()["rev"] == 0
    assert list((folder / "media").iterdir()) == []


@requirement("UP-3")
def test_an_address_that_cannot_be_had_keeps_nothing(caller: Caller, files: str) -> None:
    """The studio does not go into private networks, and one bad address refuses the whole call."""
    for urls in (
        ["http://127.0.0.1:9/film.mp4"],
        [f"{files}/party.mp4"],
        ["file:///etc/passwd"],
        ["film.mp4"],
    ):
        answer = _by_address(caller, *urls)
        assert answer.status_code == 422
        assert "Nothing of this upload was kept" in answer.json()["message"]
    assert caller.state()["video_infos"] == []


@requirement("UP-3")
def test_files_come_by_address_as_well(start: Start, files: str) -> None:
    """They are checked as uploads are, and a key in the address is not repeated."""
    caller = Caller(start(allowed_hosts=("127.0.0.1",))).connect()
    missing = _by_address(caller, f"{files}/party.mp4", f"{files}/none.mp4?key=s3cret")
    assert missing.status_code == 422
    assert "s3cret" not in missing.text
    assert caller.state()["video_infos"] == []
    told = _by_address(caller, f"{files}/party.mp4").json()["data"]["files"]
    assert [one["filename"] for one in told] == ["party.mp4"]
    assert caller.draft()["rev"] == 1


def _by_address(caller: Caller, *urls: str) -> httpx.Response:
    path = f"/api/upload-video/nemo_agent/me/{caller.session_id}"
    return caller.http.post(path, json={"urls": urls, "source_type": "url"})


@pytest.fixture
def files(clip: Path) -> Iterator[str]:
    """A server of files on loopback that has the clip."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(clip.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
