"""Renders: ordered once, done once, across ends of the process; the file is what was ordered."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import av
import psutil
import pytest

from requirements import requirement
from studio.http.calling import Caller
from studio.http.conftest import Start

MEDIA = Path(__file__).parents[2] / "media"
SERVE = (
    "import pathlib, sys; from nemovideo_mcp.studio.studio import Studio;"
    "Studio(pathlib.Path(sys.argv[1])).serve_forever(lambda url: print(url, flush=True))"
)


@pytest.fixture
def another(folder: Path) -> Iterator[list[Any]]:
    """Processes with a studio on the test's folder, by their start; killed at the end."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        process.kill()
        process.communicate()


def serve(another: list[Any], folder: Path) -> tuple[str, "subprocess.Popen[str]"]:
    """A studio in a process of its own: its URL, and the process."""
    process = subprocess.Popen([sys.executable, "-c", SERVE, str(folder)], stdout=subprocess.PIPE, text=True)
    another.append(process)
    assert process.stdout is not None
    return process.stdout.readline().strip(), process


def begun(told: dict[str, Any]) -> bool:
    """Whether a render is on its way."""
    return bool(told["status"] == "processing" and told["progress"] > 0)


@requirement("EXP-2")
def test_a_render_has_the_published_shape_and_gives_its_file(caller: Caller, clip: Path) -> None:
    """Pending with a hint when to ask again; completed with an address, a length and a size that are true."""
    caller.upload(clip)
    ordered = caller.order("render_a").json()
    assert ordered == {"id": "render_a", "status": "pending", "progress": 0.0, "retry_after": 0.25}
    told = caller.wait("render_a")
    output = told.pop("output")
    assert told == {"id": "render_a", "status": "completed", "progress": 100.0}
    file = caller.http.get(output["url"])
    assert (file.headers["content-type"], len(file.content)) == ("video/mp4", output["size"])
    assert output["url"] == f"{caller.url}/api/render/proxy/render_a/download"
    assert abs(output["duration"] - 2) < 0.05
    part = caller.http.get(output["url"], headers={"Range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, b"ftyp")


@requirement("EXP-9")
def test_sound_alone_can_be_ordered(caller: Caller, clip: Path, tmp_path: Path) -> None:
    """An mp3 has no picture, and comes with its own type."""
    caller.upload(clip)
    caller.order("render_sound", format="mp3")
    file = caller.http.get(caller.wait("render_sound")["output"]["url"])
    assert file.headers["content-type"] == "audio/mpeg"
    heard = tmp_path / "heard.mp3"
    heard.write_bytes(file.content)
    with av.open(str(heard)) as sound:
        assert [stream.type for stream in sound.streams] == ["audio"]


@requirement("EXP-6")
def test_the_same_id_is_the_same_render(own: Caller, folder: Path, clip: Path, song: Path) -> None:
    """An order that is repeated starts nothing new, during and after; another session cannot take the id."""
    own.upload(clip)
    own.order("render_once")
    assert own.order("render_once").json()["id"] == "render_once"
    done = own.wait("render_once")
    assert own.order("render_once").json() == done
    assert len(list((folder / "renders").iterdir())) == 1
    other = Caller(own.url, uuid4().hex).connect()
    other.upload(song)
    assert other.order("render_once", format="mp3").status_code == 409


@requirement("EXP-1")
def test_what_cannot_be_made_is_refused_at_once(caller: Caller, clip: Path, song: Path) -> None:
    """An empty timeline, sound as a picture, an unknown format, a draft of nonsense, an id that is a path."""
    assert "nothing" in _refused(caller.order("render_0", {"t": [], "d": 0})).lower()
    caller.upload(song)
    assert "mp3" in _refused(caller.order("render_1"))
    caller.upload(clip)
    assert "mp4" in _refused(caller.order("render_2", format="exe"))
    assert "1 to 120" in _refused(caller.order("render_3", fps=1000))
    _refused(
        caller.order(
            "render_4", {"t": [{"tt": 0, "sg": [{"id": "c1", "src": "unknown", "in": 0, "out": 9}]}]}
        )
    )
    _refused(caller.order("render_5", {"t": "many"}))
    _refused(caller.order("../../etc/render_6"))
    assert caller.http.get("/api/render/proxy/lambda/render_0").status_code == 404


@requirement("HEAD-4")
@pytest.mark.parametrize("name", ["X-Skill-Source", "X-Skill-Version", "X-Skill-Platform"])
def test_an_export_without_attribution_is_402_and_names_the_header(
    caller: Caller, clip: Path, name: str
) -> None:
    """All three are needed, and for exports only."""
    del caller.http.headers[name]
    assert caller.upload(clip).json()["code"] == 0
    refused = caller.order("render_x")
    assert refused.status_code == 402
    assert name in refused.json()["message"]
    assert caller.http.get("/api/render/proxy/lambda/render_x").status_code == 404


def test_an_older_draft_is_rendered_as_it_was(caller: Caller, clip: Path) -> None:
    """A draft read before an edit still gives what it says, not what came after."""
    caller.upload(clip)
    whole = caller.draft()
    caller.say("keep the first 1 second")
    caller.order("render_old", whole)
    caller.order("render_new")
    assert [round(caller.wait(one)["output"]["duration"]) for one in ("render_old", "render_new")] == [2, 1]


def test_a_changed_draft_is_rendered_as_it_says(caller: Caller, clip: Path) -> None:
    """A client may change the draft it sends; the timeline stays."""
    caller.upload(clip)
    draft = caller.draft()
    caller.order("render_changed", _first(draft, 1000))
    assert round(caller.wait("render_changed")["output"]["duration"]) == 1
    assert caller.draft()["rev"] == 1


@requirement("EXP-7")
def test_a_cancelled_render_stops_its_encoder(own: Caller, folder: Path) -> None:
    """No child of ours goes on, nothing is left on disk, and it stays cancelled."""
    own.upload(MEDIA / "example.mp4")
    own.order("render_long", resolution="1080p")
    own.wait("render_long", begun)
    assert _encoders()
    answer = own.http.post("/api/render/proxy/lambda/render_long/cancel")
    assert answer.json()["status"] == "cancelled"
    psutil.wait_procs(_encoders(), timeout=5)
    assert _encoders() == []
    assert own.wait("render_long")["status"] == "cancelled"
    assert own.http.get("/api/render/proxy/render_long/download").status_code == 409
    own.order("render_next", _first(own.draft(), 1000))
    assert own.wait("render_next")["status"] == "completed"
    assert [path.name for path in (folder / "renders").iterdir()] == ["render_next.mp4"]


@requirement("EXP-6")
def test_a_stopped_studio_goes_on_with_its_render(own: Caller, start: Start) -> None:
    """An orderly end leaves no encoder; the next start finishes what was ordered."""
    own.upload(MEDIA / "example.mp4")
    own.order("render_kept", _first(own.draft(), 12_000))
    own.wait("render_kept", begun)
    url = start()
    again = own.again(url)
    assert again.status("render_kept")["status"] in {"pending", "processing"}
    assert again.wait("render_kept")["status"] == "completed"


@requirement("EXP-6")
def test_a_killed_studio_is_taken_over_by_a_living_one(
    folder: Path, another: list[Any], start: Start
) -> None:
    """Two studios share a folder; one is killed in the middle of a render, and the other finishes it."""
    url, process = serve(another, folder)
    caller = Caller(url).connect()
    caller.upload(MEDIA / "example.mp4")
    beside = caller.again(start())
    assert beside.draft() == caller.draft()
    caller.order("render_orphan", _first(caller.draft(), 12_000))
    caller.wait("render_orphan", begun)
    process.kill()
    assert beside.wait("render_orphan")["status"] == "completed"
    assert beside.http.get(beside.status("render_orphan")["output"]["url"]).status_code == 200


def _encoders() -> list[psutil.Process]:
    return [child for child in psutil.Process().children(recursive=True) if "ffmpeg" in child.name()]


def _first(draft: dict[str, Any], ms: int) -> dict[str, Any]:
    """The draft with only the first milliseconds of its first clip."""
    draft["t"][0]["sg"] = [{**draft["t"][0]["sg"][0], "out": ms, "d": ms}]
    return draft


def _refused(answer: Any) -> str:
    assert answer.status_code == 422
    return str(answer.json()["message"])
