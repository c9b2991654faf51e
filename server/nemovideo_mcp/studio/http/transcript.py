"""Transcripts over HTTP: what is said in a timeline or a source; the listening goes on between the calls that ask for it."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from nemovideo_mcp.studio.agent.row import LackError
from nemovideo_mcp.studio.hearing import Hearing
from nemovideo_mcp.studio.http.body import success
from nemovideo_mcp.studio.http.errors import BadBody
from nemovideo_mcp.studio.http.guard import session_of
from nemovideo_mcp.studio.http.services import Services, services
from nemovideo_mcp.studio.speech.errors import StoppedError
from nemovideo_mcp.studio.store.sessions import Session
from nemovideo_mcp.studio.timeline.cues import cues_of
from nemovideo_mcp.studio.timeline.model import Media, Project
from nemovideo_mcp.studio.timeline.time import to_ms, to_seconds
from nemovideo_mcp.studio.timeline.transcript import Transcript, of_film, spoken_media, waiting_medium
from nemovideo_mcp.wire import transcript as wire

ANSWER_S: Final = 2.0
AGAIN_S: Final = 0.5
PATIENCE_S: Final = 60.0
LONGEST_WORD: Final = 8


@dataclass
class Listening:
    """The work on what a session wants to know; it stops when nobody has asked for a minute."""

    hearing: Hearing
    media: tuple[Media, ...]
    language: str
    asked: float = field(default_factory=time.monotonic)
    done: int = 0
    task: "asyncio.Task[dict[str, Transcript]] | None" = None

    @property
    def progress(self) -> float:
        """How much of the sound is behind it, in percent."""
        lengths = [float(to_seconds(medium.duration)) for medium in self.media]
        heard = sum(lengths[: self.done]) + (self.hearing.listened or 0.0)
        return round(min(99.0, 100 * heard / max(sum(lengths), 0.001)), 1)

    def listen(self) -> dict[str, Transcript]:
        """What is said in each medium, by its id."""
        found = {}
        for medium in self.media:
            found[medium.id] = self.hearing.transcript(medium.id, self.language) or Transcript()
            self.done += 1
        return found

    async def watch(self) -> None:
        """Gives it up when nobody asks any more."""
        while self.task is not None and not self.task.done():
            await asyncio.wait({self.task}, timeout=PATIENCE_S / 4)
            if time.monotonic() - self.asked > PATIENCE_S:
                self.hearing.leave()


async def transcript(request: Request) -> Response:
    """What is said in the timeline, or in the source of `clip`; `language` (ISO 639-1) saves finding it out.

    Answers within a few seconds, finished or not; 422 when there is no such clip or no model that hears it.
    """
    session, parts = await session_of(request), services(request)
    language = _language(request.query_params.get("language", ""))
    clip = request.query_params.get("clip", "").strip()
    now = await run_in_threadpool(parts.store.timelines.current, session.id)
    source = _source(now.project, clip) if clip else None
    source = source or waiting_medium(now.project)
    ids = (source.id,) if source else spoken_media(now.project)
    work = _work(parts, session, tuple(now.project.medium(one) for one in ids), language)
    found = await _result(parts, session, work)
    if found is None:
        waiting = wire.Transcript(status="processing", progress=work.progress, retry_after=AGAIN_S)
        return success(waiting.model_dump(mode="json"))
    told = await run_in_threadpool(_told, now.project, now.revision, source, found)
    return success(told)


async def cancel(request: Request) -> Response:
    """Stops listening for a session; what was heard to its end stays known."""
    session = await session_of(request)
    work = services(request).listening.pop(session.id, None)
    if work is not None:
        work.hearing.leave()
    return success({"cancelled": work is not None})


def _work(parts: Services, session: Session, media: tuple[Media, ...], language: str) -> Listening:
    """The work that is under way for this, else begun now; another of the same session is given up."""
    old = parts.listening.get(session.id)
    if old is not None and (old.media, old.language) == (media, language):
        old.asked = time.monotonic()
        return old
    if old is not None:
        old.hearing.leave()
    work = Listening(Hearing(parts.store, parts.transcripts, session.id), media, language)
    work.task = asyncio.create_task(run_in_threadpool(work.listen))
    watch: asyncio.Task[object] = asyncio.create_task(work.watch())
    parts.running.add(watch)
    watch.add_done_callback(parts.running.discard)
    parts.listening[session.id] = work
    return work


async def _result(parts: Services, session: Session, work: Listening) -> dict[str, Transcript] | None:
    """What was heard, if it is finished within the time of an answer. BadBody."""
    if work.task is None or not (await asyncio.wait({work.task}, timeout=ANSWER_S))[0]:
        return None
    if parts.listening.get(session.id) is work:
        del parts.listening[session.id]
    try:
        return work.task.result()
    except StoppedError as stopped:
        raise BadBody("The listening was stopped; ask again for the transcript.") from stopped
    except LackError as lack:
        raise BadBody(str(lack.facts.get("reason", lack))) from lack


def _language(said: str) -> str:
    language = said.strip().lower().split("-")[0]
    if language and not (language.isascii() and language.isalpha() and len(language) <= LONGEST_WORD):
        raise BadBody("language is a code such as en, zh or es.")
    return language


def _source(project: Project, clip: str) -> Media:
    """The medium of a clip or a sound by its id, or of a file by its name."""
    held = {one.id: one.media for one in project.clips} | {one.id: one.media for one in project.sounds}
    for medium in project.media:
        if medium.id == held.get(clip) or medium.name.casefold() == clip.casefold():
            return medium
    names = ", ".join([*held, *(medium.name for medium in project.media)]) or "nothing yet"
    raise BadBody(f"There is no clip or file {clip!r} here. There is: {names}.")


def _told(
    project: Project, revision: int, source: Media | None, found: dict[str, Transcript]
) -> dict[str, Any]:
    heard = found[source.id] if source else of_film(project, found)
    cues = cues_of(heard.words, source.duration if source else project.duration)
    told = wire.Transcript(
        status="completed",
        progress=100.0,
        revision=revision,
        source=source.name if source else None,
        language=heard.language,
        confidence=heard.confidence,
        doubt=heard.doubt,
        text=heard.text,
        cues=[wire.Spoken(start_ms=to_ms(c.start), end_ms=to_ms(c.end), text=c.text) for c in cues],
        words=[wire.Spoken(start_ms=to_ms(w.start), end_ms=to_ms(w.end), text=w.text) for w in heard.words],
    )
    return told.model_dump(mode="json")
