"""Brings what is said in a project as text, and puts it into files; what nobody said is never made up."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import mkstemp
from typing import Final

import anyio

from nemovideo_mcp.client.errors import Invalid, NotFound
from nemovideo_mcp.handlers import state
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.errors import NoTranscript
from nemovideo_mcp.handlers.phrases import say
from nemovideo_mcp.handlers.projects import ProjectRecord, file_stem
from nemovideo_mcp.handlers.state import Timeline
from nemovideo_mcp.handlers.subtitles import SUFFIXES, Format, written
from nemovideo_mcp.handlers.summary import placed
from nemovideo_mcp.handlers.target import place
from nemovideo_mcp.wire.draft import TrackType
from nemovideo_mcp.wire.transcript import Spoken, Transcript

_WORDS: Final = ("text", "content", "words", "title", "name")
_DOUBTS: Final = ("not_english", "uncertain", "backwards")


@dataclass(frozen=True, slots=True)
class Told:
    """A transcript of a project, the files it was written to, and what there is to say about it."""

    project: ProjectRecord
    transcript: Transcript
    files: tuple[Path, ...]
    note: str


async def tell(
    desk: Desk, wanted: str | None, form: Format, clip: str | None = None, language: str | None = None
) -> Told:
    """What is said in a project's timeline, or in the source of a clip. NoTranscript when that cannot be told."""
    project, _ = await desk.project(wanted, "en")
    told = await fetch(desk, project, clip, language)
    files = await save(desk, project, told, (form,)) if told.words or told.cues else ()
    return Told(project, told, files, note(told, "en"))


async def fetch(desk: Desk, project: ProjectRecord, clip: str | None, language: str | None) -> Transcript:
    """The transcript, with progress until it is there; NoTranscript. Whoever cancels the call ends the listening."""
    try:
        return await _listened(desk, project, clip, language)
    except NotFound:
        return _of_captions(await state.read(desk, project))
    except Invalid as error:
        raise NoTranscript(
            error.detail or error.message, "get_timeline shows the clips; nothing was changed."
        ) from error


async def _listened(desk: Desk, project: ProjectRecord, clip: str | None, language: str | None) -> Transcript:
    try:
        while True:
            told = await desk.api.transcript(project.session_id, clip=clip, language=language)
            if told.status == "completed":
                return told
            await desk.progress(told.progress, 100, say("listening", "en", percent=f"{told.progress:.0f}"))
            await desk.api.clock.sleep(told.retry_after or 1.0)
    except anyio.get_cancelled_exc_class():
        desk.later(partial(desk.api.cancel_transcript, project.session_id))
        raise


def _of_captions(now: Timeline) -> Transcript:
    """What a backend that gives no transcripts has put on the timeline as captions; NoTranscript when there are none."""
    cues = []
    for track in now.draft.tracks:
        if track.type != TrackType.TEXT:
            continue
        for piece in placed(track):
            words = next(
                (piece.segment.metadata[key] for key in _WORDS if piece.segment.metadata.get(key)), ""
            )
            if words:
                cues.append(Spoken(start_ms=round(piece.start), end_ms=round(piece.end), text=str(words)))
    if not cues:
        raise NoTranscript(
            "There are no captions on this timeline, and this backend gives no transcripts of its own.",
            'Ask its editor in words, for example "transcribe this video and add subtitles", then call this again.',
        )
    cues.sort(key=lambda cue: cue.start_ms)
    return Transcript(
        status="completed",
        revision=now.draft.revision or 0,
        text="\n".join(" ".join(cue.text.split()) for cue in cues),
        cues=cues,
    )


async def save(
    desk: Desk, project: ProjectRecord, told: Transcript, forms: Sequence[Format]
) -> tuple[Path, ...]:
    """Writes it into the Videos folder, a file for each form; nothing that stands there is replaced."""
    return tuple([await anyio.to_thread.run_sync(_saved, desk, project, told, form) for form in forms])


def _saved(desk: Desk, project: ProjectRecord, told: Transcript, form: Format) -> Path:
    desk.videos_dir.mkdir(parents=True, exist_ok=True)
    handle, part = mkstemp(prefix=".transcript-", suffix=".part", dir=desk.videos_dir)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(written(told, form))
    stem = file_stem(Path(told.source).stem if told.source else project.name)
    target = desk.videos_dir / f"{stem}.{SUFFIXES[form]}"
    return place(Path(part), target, overwrite=False)


def note(told: Transcript, language: str) -> str:
    """What has to be known about a transcript: that nobody speaks, or in a language that is not understood."""
    if told.doubt in _DOUBTS:
        return say(told.doubt, language)
    return "" if told.cues else say("nobody_speaks", language)
