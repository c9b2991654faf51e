"""What is heard of a file: levels at their times, silences found in talk whatever the noise of the room."""

from fractions import Fraction
from pathlib import Path

import pytest

from nemovideo_mcp.studio.media.activity import activity
from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.timeline.activity import Activity
from nemovideo_mcp.studio.timeline.time import from_ms, from_seconds, to_ms
from studio import footage

TALK = "0.3*sin(2*PI*300*t)*(0.55+0.45*sin(2*PI*5*t))*between(mod(t\\,4)\\,1\\,3)"


def pauses(heard: Activity, seconds: int) -> list[tuple[int, int]]:
    """The quiet stretches of half a second and more, in ms."""
    found = heard.quiet(0, from_seconds(Fraction(seconds)), heard.threshold_db())
    return [(to_ms(a), to_ms(b)) for a, b in found if b - a >= from_ms(500)]


@pytest.mark.parametrize("noise", [0, 0.0005, 0.005], ids=["studio", "room", "street"])
@pytest.mark.parametrize("ending", ["wav", "mp3", "m4a", "mkv"])
def test_pauses_are_found_in_any_room(tmp_path: Path, noise: float, ending: str) -> None:
    """Two seconds of talk, two of pause: each pause to 30 ms, with -inf, -70 or -50 dB of noise under it."""
    path = footage.make(
        tmp_path / f"talk.{ending}",
        "-f",
        "lavfi",
        "-i",
        f"aevalsrc={TALK}+{noise}*(random(0)*2-1):s=44100:d=8",
    )
    assert pauses(activity(path), 8) == [
        (0, pytest.approx(1_000, abs=30)),
        (pytest.approx(3_000, abs=30), pytest.approx(5_000, abs=30)),
        (pytest.approx(7_000, abs=30), 8_000),
    ]


def test_a_steady_sound_has_no_pauses(tmp_path: Path) -> None:
    """Music all the way is no silence, however soft."""
    path = footage.make(tmp_path / "soft.wav", "-f", "lavfi", "-i", "sine=f=440:d=3,volume=-30dB")
    assert pauses(activity(path), 3) == []


def test_nothing_at_all_is_silence_throughout(tmp_path: Path) -> None:
    """A silent track is one pause."""
    path = footage.make(tmp_path / "none.wav", "-f", "lavfi", "-i", "anullsrc=d=2")
    heard = activity(path)
    assert [(to_ms(a), to_ms(b)) for a, b in heard.quiet(0, from_seconds(2), heard.threshold_db())] == [
        (0, 2_000)
    ]


def test_what_is_no_media_file_is_said(tmp_path: Path) -> None:
    """A file gone bad is a typed error."""
    path = tmp_path / "words.txt"
    path.write_text("no sound")
    with pytest.raises(BadMedia):
        activity(path)
