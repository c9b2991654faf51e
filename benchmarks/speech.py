"""How well and how fast speech is recognised: beside the engine alone, against the clock, and by length."""

import multiprocessing
import re
import resource
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import jiwer

from measuring import FFMPEG, MEDIA, Row, scratch

SONNET = (
    "One. From fairest creatures we desire increase, that thereby beauty's rose might never die, but as the riper should by "
    "time decease, his tender heir might bear his memory: but thou contracted to thine own bright eyes, feed'st thy light's "
    "flame with self-substantial fuel, making a famine where abundance lies, thy self thy foe, to thy sweet self too cruel: "
    "thou that art now the world's fresh ornament, and only herald to the gaudy spring, within thine own bud buriest thy "
    "content, and tender churl mak'st waste in niggarding: pity the world, or else this glutton be, to eat the world's due, "
    "by the grave and thee."
)
MODERN = (
    "Hello. This is an example video for your convenience and pleasure. You are allowed to use this voice for any purpose, "
    "including commercial uses. On the bottom right you can see the time. When the time reaches 40 seconds, I will say banana. "
    "Banana."
)
SPEECH_EDGES_S = (0.226, 1.314, 13.858, 40.034)


async def speech() -> list[Row]:
    """CPU beside the engine called directly, times real time (by CPU seconds: two quiet cores do no worse), word errors, and how far captions are from the speech."""
    with scratch() as folder:
        return await anyio.to_thread.run_sync(_speech, folder)


async def speech_memory() -> list[Row]:
    """Peak memory of a process that transcribes ten minutes, and one that transcribes an hour."""
    with scratch() as folder:
        short, long = [await anyio.to_thread.run_sync(_peak, folder, minutes) for minutes in (10, 60)]
    ratio = long / short
    what = f"peak memory of transcribing 60 min / 10 min ({long:.0f} MB / {short:.0f} MB)"
    return [Row(what, f"{ratio:.2f}", "<= 1.2", ratio <= 1.2)]


def _speech(folder: Path) -> list[Row]:
    long = _looped(folder, 4)
    ours = _apart(_ours, long)
    bare = _apart(_bare, long)
    ratio, fast = ours["cpu"] / bare["cpu"], ours["seconds"] / ours["cpu"]
    hard = _errors(SONNET, _apart(_ours, MEDIA / "sonnet.wav")["text"])
    told = _apart(_ours, MEDIA / "example.mp4")
    easy = _errors(MODERN, told["text"])
    off = _onsets(told["cues"])
    return [
        Row(
            f"CPU of {ours['seconds']:.0f} s of speech, ours / the engine alone",
            f"{ratio:.2f}",
            "<= 1.15",
            ratio <= 1.15,
        ),
        Row("times real time, on one core (CPU seconds)", f"{fast:.1f}", ">= 8", fast >= 8),
        Row("word errors, a hard reading of 1609 (%)", f"{hard:.1f}", "<= 11", hard <= 11.05),
        Row("word errors, clean modern speech (%)", f"{easy:.1f}", "<= 4", easy <= 4),
        Row("captions' onset from the edge of speech, mean (ms)", f"{off:.0f}", "<= 120", off <= 120),
    ]


def _looped(folder: Path, minutes: int) -> Path:
    path = folder / f"{minutes}.wav"
    words = [
        FFMPEG,
        "-v",
        "error",
        "-y",
        "-stream_loop",
        "-1",
        "-i",
        str(MEDIA / "sonnet.wav"),
        "-t",
        str(60 * minutes),
    ]
    subprocess.run([*words, "-ar", "16000", "-ac", "1", str(path)], check=True, stdin=subprocess.DEVNULL)
    return path


def _peak(folder: Path, minutes: int) -> float:
    return float(_apart(_ours, _looped(folder, minutes))["peak_mb"])


def _apart(work: Callable[[Path], dict[str, Any]], path: Path) -> dict[str, Any]:
    """Work in a process of its own, after its imports and its model are there; CPU and wall in seconds."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, (path,))


def _measured(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    wall, cpu = time.perf_counter(), time.process_time()
    told = work()
    told |= {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    return told | {"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _ours(path: Path) -> dict[str, Any]:
    from nemovideo_mcp.studio.speech.engines import Engines
    from nemovideo_mcp.studio.speech.listening import Listening
    from nemovideo_mcp.studio.timeline.cues import cues_of
    from nemovideo_mcp.studio.timeline.time import to_ms

    engines = Engines(path.parent, None)
    engines.for_language("en")
    last = [0.0]

    def work() -> dict[str, Any]:
        told = Listening(engines, "en", last.append).listen(path)
        starts = [to_ms(cue.start) / 1000 for cue in cues_of(told.words)]
        return {"text": told.text, "cues": starts, "seconds": max(last)}

    return _measured(work)


def _bare(path: Path) -> dict[str, Any]:
    from faster_whisper import WhisperModel

    from nemovideo_mcp.studio.speech.weights import english_model

    model = WhisperModel(str(english_model()), device="cpu", compute_type="int8")

    def work() -> dict[str, Any]:
        found, _ = model.transcribe(
            str(path),
            language="en",
            beam_size=5,
            vad_filter=True,
            word_timestamps=True,
            condition_on_previous_text=False,
        )
        return {"text": " ".join(segment.text for segment in found)}

    return _measured(work)


def _errors(wanted: str, said: str) -> float:
    return 100 * float(jiwer.wer(_plain(wanted), _plain(said)))


def _plain(text: str) -> str:
    return " ".join(
        re.sub(r"[^a-z0-9' ]", " ", re.sub(r"^1\.", "one", text.lower()).replace("-", " ")).split()
    )


def _onsets(starts: list[float]) -> float:
    """How far, on average, the first caption after an edge of speech begins from it."""
    off = [min(abs(start - edge) for start in starts) for edge in SPEECH_EDGES_S]
    return 1000 * sum(off) / len(off)
