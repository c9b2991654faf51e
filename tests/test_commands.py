"""The command line, as a terminal meets it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from client.test_stream import GOLDEN, merged
from conftest import MEDIA, environment
from nemovideo_mcp.client.stream import Event, Kind
from requirements import requirement

TESTS = Path(__file__).parent


def run(home: Path, *words: str, code: int = 0) -> str:
    """Runs a command that must end with this code; its stdout."""
    command = [sys.executable, "-m", "nemovideo_mcp", *words]
    done = subprocess.run(
        command,
        check=False,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == code, done.stderr
    return done.stdout


@requirement("FLOW-1")
def test_the_demo_makes_a_film_and_shows_a_frame_of_it(tmp_path: Path) -> None:
    """What the README's first command promises, on the sample that ships."""
    said = run(tmp_path, "demo", "--out", str(tmp_path))
    assert (tmp_path / "nemovideo-demo.mp4").stat().st_size > 10_000
    assert (tmp_path / "nemovideo-demo.png").read_bytes().startswith(b"\x89PNG")
    assert '2. Title: "Hello, world" (0-3s)' in said


def test_the_demo_says_why_it_cannot(tmp_path: Path) -> None:
    """A film that is none is an error in words, not a trace."""
    (tmp_path / "film.mp4").write_text("no film")
    assert "Traceback" not in run(tmp_path, "demo", str(tmp_path / "film.mp4"), code=1)


def test_the_doctor_finds_a_healthy_product(tmp_path: Path) -> None:
    """Versions, folders, skills, and the main job in a scratch folder."""
    said = run(tmp_path, "doctor")
    assert "picture in, title on it, film out" in " ".join(said.replace("│", " ").split())
    assert not (tmp_path / "data" / "studio.db").exists()


@requirement("SKILL-2", "HEAD-2")
def test_the_skills_are_listed_with_their_headers(tmp_path: Path) -> None:
    """Each with its version and platform."""
    said = "".join(run(tmp_path, "skills").split())
    assert "1.0.0" in said
    assert "unknown" in said


@requirement("ROUTE-10")
def test_a_plan_is_one_line_of_json(tmp_path: Path) -> None:
    """And the measurement of a file of prompts is another."""
    plan = json.loads(run(tmp_path, "route", "trim it and send me the file"))
    assert plan["actions"] == ["chat", "export"]
    report = json.loads(run(tmp_path, "route", "--eval", str(TESTS / "routing" / "dev.jsonl")))
    assert report["total"] >= report["correct"] > 400
    assert report["by_language"]["en"] >= 0.97
    run(tmp_path, "route", code=2)
    run(tmp_path, "route", "--eval", str(MEDIA / "example.mp4"), code=2)


@requirement("SSE-5", "SSE-6", "SSE-10")
@pytest.mark.parametrize("path", sorted((TESTS / "client" / "adk").glob("*.sse")), ids=lambda path: path.stem)
def test_a_captured_stream_is_printed_event_by_event(tmp_path: Path, path: Path) -> None:
    """Kind and text, one line of JSON each, and the same story whichever way it was streamed."""
    lines = run(tmp_path, "stream", str(path)).splitlines()
    printed = [json.loads(line) for line in lines]
    assert merged([Event(Kind(each["kind"]), each["text"]) for each in printed]) == merged(
        [Event(Kind(kind), text) for kind, text in GOLDEN[path.name.partition(".")[0]]]
    )


def test_a_stream_that_cannot_be_read_or_is_cut_is_told(tmp_path: Path) -> None:
    """A missing file is an error of the command, a cut frame an event."""
    cut = tmp_path / "cut.sse"
    cut.write_bytes(b'data: {"text":"Hi."}\n\ndata: {"text":"and th')
    printed = [json.loads(line) for line in run(tmp_path, "stream", str(cut)).splitlines()]
    assert (printed[0]["kind"], printed[0]["text"]) == ("text", "Hi.")
    assert printed[1]["kind"] == "error"
    run(tmp_path, "stream", str(tmp_path / "missing.sse"), code=2)


@requirement("AUTH-4")
def test_logging_out_forgets_the_token_and_keeps_the_projects(tmp_path: Path) -> None:
    """Once there was one, then there is none."""
    identity = tmp_path / "data" / "identity"
    identity.mkdir(parents=True)
    (identity / "token-0123456789abcdef.json").write_text("{}")
    assert "was removed" in run(tmp_path, "logout")
    assert "no stored token" in run(tmp_path, "logout")
