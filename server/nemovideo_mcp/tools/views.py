"""What handlers know, as the tools' structured results and short texts."""

from collections.abc import Sequence
from pathlib import Path

from nemovideo_mcp.handlers.delivery import DELIVERED, Output
from nemovideo_mcp.handlers.export import Job
from nemovideo_mcp.handlers.flow import Outcome
from nemovideo_mcp.handlers.preview import Look
from nemovideo_mcp.handlers.projects import ProjectRecord
from nemovideo_mcp.handlers.state import Timeline
from nemovideo_mcp.handlers.summary import seconds
from nemovideo_mcp.handlers.support import Helped
from nemovideo_mcp.handlers.transcript import Told
from nemovideo_mcp.routing.help import HelpWanted
from nemovideo_mcp.routing.plan import Action, Plan
from nemovideo_mcp.tools.results import (
    EditResult,
    Frame,
    JobRef,
    OutputFile,
    PreviewResult,
    ProjectRef,
    RouteTaken,
    SkillResult,
    SpokenResult,
    TimelineOfProject,
    TimelineResult,
    TranscriptResult,
    UploadedFile,
)
from nemovideo_mcp.wire.transcript import Spoken
from nemovideo_mcp.wire.upload import UploadedFile as WireFile

MAX_TRANSCRIPT = 8000


def project(record: ProjectRecord, link: str | None = None) -> ProjectRef:
    """A project's id, name and page."""
    return ProjectRef(id=record.id, name=record.name, link=link)


def timeline(value: Timeline) -> TimelineResult:
    """The timeline's facts."""
    return TimelineResult.model_validate(value.facts())


def timeline_of(value: Timeline, record: ProjectRecord, link: str | None) -> TimelineOfProject:
    """The timeline's facts with their project."""
    return TimelineOfProject.model_validate(value.facts() | {"project": project(record, link)})


def output(value: Output) -> OutputFile:
    """A finished file."""
    return OutputFile(
        path=value.path,
        bytes=value.bytes,
        duration_ms=value.duration_ms,
        width=value.width,
        height=value.height,
    )


def job(value: Job) -> JobRef:
    """How an export stands."""
    return JobRef(id=value.id, state=value.state, progress=round(value.progress, 1))


def uploaded(value: WireFile) -> UploadedFile:
    """A file that came in."""
    return UploadedFile(
        name=value.filename,
        kind=value.file_type or "file",
        duration_ms=round(value.duration * 1000) if value.duration else None,
        width=value.width or None,
        height=value.height or None,
    )


def skill(plan: Plan, outcome: Outcome) -> SkillResult:
    """All that came of a prompt."""
    return SkillResult(
        route=RouteTaken(actions=list(plan.actions), why=plan.why, language=plan.language),
        reply=outcome.reply,
        project=project(outcome.project, outcome.link),
        timeline=timeline(outcome.timeline),
        changes=outcome.changes,
        outputs=[output(value) for value in outcome.outputs],
        job=job(outcome.job) if outcome.job else None,
        next_steps=outcome.next_steps,
    )


def helped(value: Helped, wanted: HelpWanted, language: str) -> SkillResult:
    """All that came of a request for help; its file and what was made of others are outputs that have no length."""
    found, file = value.found, value.file
    kept = [*([file] if file else []), *(seen.made for seen in found.files if seen.made)]
    saved = [Output(str(one), one.stat().st_size, None, None, None) for one in kept]
    return SkillResult(
        route=RouteTaken(actions=["support"], why=wanted.why, language=language),
        reply=value.text,
        project=project(found.project) if found.project else None,
        timeline=timeline(found.timeline) if found.timeline else None,
        changes=value.done,
        outputs=[output(one) for one in saved],
        job=None,
        next_steps=value.next_steps,
    )


def edited(outcome: Outcome) -> EditResult:
    """All that came of exact edits."""
    return EditResult(
        reply=outcome.reply,
        changes=outcome.changes,
        timeline=timeline(outcome.timeline),
        project=project(outcome.project, outcome.link),
        next_steps=outcome.next_steps,
    )


def previewed(seen: Look, link: str | None) -> PreviewResult:
    """What a preview shows."""
    frames = [Frame(at_ms=one.at_ms, width=one.width, height=one.height) for one in seen.preview.frames]
    return PreviewResult(project=project(seen.project, link), revision=seen.preview.revision, frames=frames)


def transcribed(told: Told, form: str, link: str | None) -> TranscriptResult:
    """What is said, cut at MAX_TRANSCRIPT characters of text, and of cues and words alike."""
    said = told.transcript
    cues = _fitting(said.cues)
    words = _fitting(said.words) if form == "json" else []
    text = said.text[:MAX_TRANSCRIPT]
    whole = len(text) == len(said.text) and len(cues) == len(said.cues)
    return TranscriptResult(
        text=text,
        language=said.language,
        cues=cues,
        words=words,
        whole=whole and (form != "json" or len(words) == len(said.words)),
        note=told.note,
        path=str(told.files[0]) if told.files else None,
        project=project(told.project, link),
    )


def transcript_text(result: TranscriptResult) -> str:
    """What is said, and where all of it lies."""
    saved = f"Saved as {result.path}." if result.path else ""
    more = "" if result.whole else "This is the beginning; the file has all of it."
    return "\n\n".join(part for part in (result.text, result.note, f"{more} {saved}".strip()) if part)


def _fitting(said: Sequence[Spoken]) -> list[SpokenResult]:
    """As many as fit into MAX_TRANSCRIPT characters of JSON."""
    room, kept = MAX_TRANSCRIPT, []
    for one in said:
        room -= len(one.text) + 48
        if room < 0:
            break
        kept.append(SpokenResult(start_ms=one.start_ms, end_ms=one.end_ms, text=one.text))
    return kept


def preview_text(result: PreviewResult) -> str:
    """The times that are seen, in seconds."""
    times = ", ".join(f"{seconds(frame.at_ms)} s" for frame in result.frames)
    return f"The timeline at revision {result.revision}: {times}."


def skill_text(plan: Plan, outcome: Outcome) -> str:
    """The reply; the timeline where it changed; what can follow, unless the editor has just said it."""
    lines = [outcome.reply]
    if (outcome.changes or outcome.outputs) and outcome.timeline.summary not in outcome.reply:
        lines.append(outcome.timeline.summary)
    if outcome.link and outcome.outputs:
        lines.append(f"Project page: {outcome.link}")
    if outcome.next_steps and Action.CHAT not in plan.actions:
        lines.append("Next: " + " ".join(outcome.next_steps))
    return "\n\n".join(line for line in lines if line)


def next_of(value: Job) -> list[str]:
    """What can follow an export."""
    if value.state == DELIVERED:
        return ["Open the file, or ask for another format or resolution."]
    return [f'Call get_job with job "{value.id}" until it is delivered.']


def paths(outputs: Sequence[Output]) -> list[Path]:
    """Where the files are."""
    return [Path(value.path) for value in outputs]
