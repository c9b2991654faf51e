"""Sound edits from the sentence to the file: built-in music is heard, silences are gone, the mix is as loud as asked."""

from pathlib import Path

import numpy as np
import pytest

from nemovideo_mcp.studio.render.loudness import measured
from studio.footage import pitch, rms, samples
from studio.http.calling import Caller, events
from studio.http.conftest import make

TALK = "0.2*sin(2*PI*300*t)*between(mod(t\\,3)\\,0\\,1)+0.0005*(random(0)*2-1)"


@pytest.fixture(scope="session")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine seconds of picture in which somebody speaks for a second and is silent for two, three times."""
    return make(
        tmp_path_factory.mktemp("media") / "talk.mp4",
        *("-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=9"),
        *("-f", "lavfi", "-i", f"aevalsrc={TALK}:s=48000:d=9"),
        *("-pix_fmt", "yuv420p", "-shortest"),
    )


def told(caller: Caller, text: str) -> str:
    """What the studio answers to a sentence."""
    parts = [event["content"]["parts"][0] for event in events(caller.say(text))]
    return next(part["text"] for part in reversed(parts) if "text" in part)


def export(caller: Caller, folder: Path, name: str) -> Path:
    """The film's sound as a WAV file."""
    caller.order(name, format="wav")
    file = folder / f"{name}.wav"
    file.write_bytes(caller.http.get(caller.wait(name)["output"]["url"]).content)
    return file


def test_built_in_music_is_made_heard_and_named(
    own: Caller, folder: Path, clip: Path, tmp_path: Path
) -> None:
    """No file is uploaded, and there is music under the tone, at the level that was told, until it fades out."""
    own.upload(clip)
    assert "lo-fi (built-in music) at 35%" in told(own, "add lo-fi background music")
    told(own, "mute the video")
    heard = samples(export(own, tmp_path, "render_music"))
    assert -45 < 20 * np.log10(rms(heard, 0.1, 1.2)) < -20
    assert rms(heard, 1.9, 2.0) < rms(heard, 0.5, 1.5) / 3
    assert [file.name for file in (folder / "music").iterdir()] == ["lo-fi-1.wav"]
    told(own, "start over")
    assert [track["role"] for track in own.draft()["t"]] == ["main"]


def test_silences_are_heard_and_cut_out(own: Caller, talk: Path, tmp_path: Path) -> None:
    """Nine seconds become a good three, the tone in every one of them; undo brings the pauses back."""
    own.upload(talk)
    assert "3 段静音" in told(own, "去掉静音")
    length = own.draft()["d"]
    assert length == pytest.approx(3_000 + 5 * 100, abs=100)
    heard = samples(export(own, tmp_path, "render_tight"))
    assert heard.shape[1] == pytest.approx(length * 48, abs=48)
    blocks = [rms(heard, at / 10, at / 10 + 0.1) for at in range(length // 100)]
    assert sum(block > 0.05 for block in blocks) >= 29
    assert pitch(heard, 0.1, 0.9) == pytest.approx(300, abs=3)
    told(own, "undo")
    assert own.draft()["d"] == 9_000


def test_a_film_is_exported_at_the_loudness_asked(own: Caller, talk: Path, tmp_path: Path) -> None:
    """Within 1 LU of -16, no peak above -1 dB."""
    own.upload(talk)
    assert "-16 LUFS" in told(own, "normalize the audio to -16 LUFS")
    got = measured(export(own, tmp_path, "render_level"))
    assert got.lufs == pytest.approx(-16, abs=1)
    assert got.peak <= -1
