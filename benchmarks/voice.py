"""How well and how fast the voices speak: heard back, against the clock, and how loud a narrated film is."""

import multiprocessing
import re
import time
from pathlib import Path
from typing import Any, Final

import anyio
import jiwer

from measuring import MEDIA, Row, scratch, server, serving

_NUMBERS: Final = {
    "three": "3",
    "six": "6",
    "eight": "8",
    "five": "5",
    "third": "3rd",
    "fifth": "5th",
    "second": "2nd",
}
# What is written, and as what it may be heard: readings are tried in turn, and the nearest counts.
SENTENCES: Final = (
    ("Our new café opens on March 3rd at 9:30 a.m.", "our new cafe opens on march third at nine thirty am"),
    ("The total comes to $1,249.99, including tax.", ""),
    ("Dr. Smith will see you in room 204 on Tuesday.", "doctor smith will see you in room 204 on tuesday"),
    ("Visit www.example.com/pricing to learn more.", "visit example.com slash pricing to learn more"),
    ("Send your questions to hello@example.com.", "send your questions to hello at example.com"),
    (
        "The temperature dropped to -5°C overnight.",
        "the temperature dropped to minus 5 degrees celsius overnight",
    ),
    (
        "About 35% of our users live in the U.S. or the UK.",
        "about 35 percent of our users live in the us or the uk",
    ),
    ("NASA launched the rocket on July 16, 1969.", "nasa launched the rocket on july 16th 1969"),
    ("It weighs 2.5 kg and is 30 cm long.", "it weighs 2.5 kilograms and is 30 centimeters long"),
    ("Chapter 12 begins on page 347.", ""),
    ("In 2024, sales grew from 1.2 million to 3.4 million.", ""),
    ("Call us at 415-555-0142 between 8 and 5.", "call us at 415 555 0142 between eight and five"),
    ("The film runs at 24 fps in 4K.", "the film runs at 24 frames per second in 4k"),
    (
        "We walked 3/4 of a mile down 5th Avenue.",
        "we walked three quarters of a mile down fifth avenue",
    ),
    ("Don't worry, it's easier than it looks!", ""),
    (
        "Turn left at St. James Street, then take the 2nd exit.",
        "turn left at st james street then take the second exit",
    ),
    ("Version 2.1 is twice as fast as version 1.0.", ""),
    ("The meeting is on 12/25/2025 at noon.", "the meeting is on december 25th 2025 at noon"),
    (
        "Mr. and Mrs. Jones bought fruit, e.g. six red apples.",
        "mr and mrs jones bought fruit for example six red apples",
    ),
    ("Thank you for watching, and see you next week.", ""),
)
SCRIPT: Final = "Meet Charlie, a little man with a big hat.\n\nEvery morning, something goes wrong."


async def voice() -> list[Row]:
    """Word errors of the usual voice and its times real time; how loud a film is that it speaks over."""
    from nemovideo_mcp.studio.render.loudness import measured

    with scratch() as folder:
        told = await anyio.to_thread.run_sync(_apart, folder, "heart")
        heard = await anyio.to_thread.run_sync(_heard, folder, told["files"])
        loud = measured(await _narrated(folder))
    errors, by_cpu, by_clock = _errors(heard), told["spoken"] / told["cpu"], told["spoken"] / told["wall"]
    what = f"voice: seconds of speech / seconds of CPU ({by_clock:.0f} by the clock)"
    return [
        Row("voice: word errors of 20 sentences, heard back (%)", f"{errors:.1f}", "<= 3", errors <= 3),
        Row(what, f"{by_cpu:.0f}", ">= 20", by_cpu >= 20),
        Row("a narrated film's loudness (LUFS)", f"{loud.lufs:.1f}", "-14 ± 1", abs(loud.lufs + 14) <= 1),
        Row("its true peak (dBTP)", f"{loud.peak:.1f}", "<= -1", loud.peak <= -1),
    ]


async def fine_voice() -> list[Row]:
    """The same of a voice of the extra, which is there for its sound and not for its speed."""
    with scratch() as folder:
        told = await anyio.to_thread.run_sync(_apart, folder, "michael")
        heard = await anyio.to_thread.run_sync(_heard, folder, told["files"])
    errors, by_cpu, by_clock = _errors(heard), told["spoken"] / told["cpu"], told["spoken"] / told["wall"]
    what = f"extra voice: seconds of speech / seconds of CPU ({by_clock:.1f} by the clock)"
    return [
        Row("extra voice: word errors of 20 sentences, heard back (%)", f"{errors:.1f}", "<= 3", errors <= 3),
        Row(what, f"{by_cpu:.1f}", "no bound", kept=True),
    ]


def _apart(folder: Path, voice_id: str) -> dict[str, Any]:
    """Spoken in a process of its own, so that its CPU time is that of speaking alone."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_spoken, (folder, voice_id))


def _spoken(folder: Path, voice_id: str) -> dict[str, Any]:
    """The files of the sentences, their length, and what speaking took once the engine was there, in seconds."""
    from nemovideo_mcp.studio.speaking import Speaking
    from nemovideo_mcp.studio.timeline.model import Saying
    from nemovideo_mcp.studio.timeline.time import to_seconds

    speaking = Speaking(folder / "spoken")
    speaking.file(Saying(text="Hello.", voice=voice_id))
    sayings = [Saying(text=written, voice=voice_id) for written, _ in SENTENCES]
    wall, cpu = time.perf_counter(), time.process_time()
    spoken = sum(float(to_seconds(speaking.duration(one))) for one in sayings)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {"files": [speaking.file(one) for one in sayings], "spoken": spoken, "wall": wall, "cpu": cpu}


def _heard(folder: Path, files: list[Path]) -> list[str]:
    """What Whisper base makes of each file."""
    from faster_whisper import WhisperModel

    from nemovideo_mcp.studio.speech.weights import multilingual_model

    whisper = WhisperModel(str(multilingual_model(folder / "models")), device="cpu", compute_type="int8")
    heard = []
    for file in files:
        segments, _ = whisper.transcribe(str(file), language="en", beam_size=5)
        heard.append(" ".join(segment.text.strip() for segment in segments))
    return heard


def _errors(heard: list[str]) -> float:
    """Of all words, in percent."""
    wrong = words = 0
    for (written, reading), said in zip(SENTENCES, heard, strict=True):
        tries = [jiwer.process_words(_plain(one), _plain(said)) for one in (written, reading) if one]
        best = min(tries, key=lambda one: one.wer)
        wrong += best.substitutions + best.deletions + best.insertions
        words += best.substitutions + best.deletions + best.hits
    return 100 * wrong / words


def _plain(text: str) -> str:
    """Letters and digits alone: how a number or an abbreviation is set is the recogniser's choice."""
    text = text.lower().replace("é", "e").replace("9.30", "9:30")
    text = re.sub(r"(?<=\d)[,:](?=\d)|[.'](?=\w)|(?<=\w)@(?=\w)", "", text.replace("a.m.", "am"))
    text = re.sub(r"\b(\w+) at (?=\w+com\b)", r"\1at", text)
    text = re.sub(r"[^a-z0-9$%]+", " ", text)
    return " ".join(_NUMBERS.get(word, word) for word in text.split())


async def _narrated(folder: Path) -> Path:
    """A film with music and a voiceover, as it is exported."""
    prompt = f"Add a voiceover and calm background music.\n\nThe script:\n{SCRIPT}"
    asked = {"prompt": prompt, "files": [str(MEDIA / "chaplin.mp4")]}
    async with serving(server(folder)) as (client, _):
        await client.call_tool("ai-voiceover-for", asked)
        made = await client.call_tool("export_video", {"resolution": "480p", "wait_s": 300})
    assert made.structured_content is not None, made
    return Path(made.structured_content["outputs"][0]["path"])
