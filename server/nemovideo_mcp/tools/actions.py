"""What the tools do; imported with the first call, so that listing them stays light."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from mcp_types import ResourceLink
from pydantic import ValidationError

from nemovideo_mcp.catalog.skill import Skill
from nemovideo_mcp.client.errors import ApiError
from nemovideo_mcp.handlers import credits, edit, export, flow, preview, state, support, transcript, upload
from nemovideo_mcp.handlers.delivery import ACTIVE
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.errors import BadPath, HandlerError
from nemovideo_mcp.handlers.export import Job, Order
from nemovideo_mcp.handlers.flow import job_sentence
from nemovideo_mcp.handlers.projects import ProjectRecord
from nemovideo_mcp.handlers.subtitles import written
from nemovideo_mcp.routing.help import HelpWanted, help_wanted, is_help_desk
from nemovideo_mcp.routing.plan import Plan
from nemovideo_mcp.routing.router import route
from nemovideo_mcp.tools import views
from nemovideo_mcp.tools.arguments import (
    EditArguments,
    ExportArguments,
    JobArguments,
    NoArguments,
    PreviewArguments,
    ProjectArguments,
    SkillArguments,
    TranscriptArguments,
    UploadArguments,
)
from nemovideo_mcp.tools.resources import CURRENT, NoSuchText, transcript_link
from nemovideo_mcp.tools.results import (
    CreditsResult,
    ExportResult,
    JobRef,
    ProjectEntry,
    ProjectsResult,
    UploadResult,
)
from nemovideo_mcp.tools.spec import Answer, Call, Picture


class Desks(Protocol):
    """Gives a desk to a call: under a skill's headers, connected."""

    async def desk(self, skill: Skill | None, call: Call) -> Desk:
        """The desk; None: the skill of the current project."""


async def run_skill(desks: Desks, skill: Skill, arguments: SkillArguments, call: Call) -> Answer:
    """Routes a prompt and carries the plan out."""
    flow.check_prompt(arguments.prompt, arguments.files)
    plan = route(arguments.prompt, attached=arguments.files, triggers=skill.triggers)
    wanted = help_wanted(arguments.prompt, plan) if is_help_desk(skill.name) else None
    if wanted is not None:
        return await _helped(await desks.desk(skill, call), wanted, plan, arguments)
    desk = await desks.desk(skill, call)
    number = desk.doings.begin(skill.name, arguments.prompt, desk.api.clock.utc())
    outcome = await flow.run(desk, plan, arguments.project)
    result, said = views.skill(plan, outcome), views.skill_text(plan, outcome)
    desk.doings.end(number, outcome.reply)
    files, readable = _linked(outcome.project.id, views.paths(outcome.outputs))
    return Answer(said, result, files, sounds=outcome.sounds, readable=readable)


async def _helped(desk: Desk, wanted: HelpWanted, plan: Plan, arguments: SkillArguments) -> Answer:
    files = [*arguments.files, *(file for step in plan.steps for file in step.files)]
    asked = list(dict.fromkeys(files))
    helped = await support.help_with(desk, wanted, arguments.prompt, asked, arguments.project, plan.language)
    result = views.helped(helped, wanted, plan.language)
    return Answer(helped.text, result, [helped.file] if helped.file else [])


async def upload_media(desks: Desks, arguments: UploadArguments, call: Call) -> Answer:
    """Brings files into a project."""
    desk = await desks.desk(None, call)
    wanted = upload.sources(desk, arguments.files)
    if not arguments.files:
        raise BadPath("No files were named.", "Send at least one path or address in files.")
    known = {each.id for each in desk.projects.all()}
    record, notice = await desk.project(arguments.project, "en")
    before = await state.read(desk, record)
    try:
        files = await upload.upload(desk, record, wanted)
    except ApiError:
        if record.id not in known:
            desk.projects.forget(record)  # made for this call, and nothing came of it
        raise
    record = desk.projects.get(record.id)
    now, link = await state.read(desk, record), await desk.link(record)
    result = UploadResult(
        files=[views.uploaded(file) for file in files],
        project=views.project(record, link),
        timeline=views.timeline(now),
        next_steps=["Call a skill tool with what to change.", "Call export_video for the file."],
    )
    told = upload.sentence(files, "en", again=upload.nothing_new(files, before, now))
    return Answer(_paragraphs(notice, told, now.summary), result)


async def get_timeline(desks: Desks, arguments: ProjectArguments, call: Call) -> Answer:
    """Reads a project's timeline."""
    desk = await desks.desk(None, call)
    record, notice = await desk.project(arguments.project, "en")
    now = await state.read(desk, record)
    link = await desk.link(record)
    return Answer(_paragraphs(notice, now.summary), views.timeline_of(now, record, link))


async def edit_video(desks: Desks, arguments: EditArguments, call: Call) -> Answer:
    """Carries out typed operations as one change."""
    desk = await desks.desk(None, call)
    outcome = await edit.edit(desk, arguments.operations, arguments.project, arguments.base_revision)
    return Answer(f"{outcome.reply}\n\n{outcome.timeline.summary}", views.edited(outcome))


async def preview_frame(desks: Desks, arguments: PreviewArguments, call: Call) -> Answer:
    """Shows the timeline as it stands."""
    desk = await desks.desk(None, call)
    seen = await preview.look(desk, arguments.project, arguments.at_ms, arguments.count)
    result = views.previewed(seen, await desk.link(seen.project))
    picture = Picture(seen.preview.image, seen.preview.mime_type)
    return Answer(views.preview_text(result), result, image=picture)


async def get_transcript(desks: Desks, arguments: TranscriptArguments, call: Call) -> Answer:
    """Says what is said."""
    desk = await desks.desk(None, call)
    told = await transcript.tell(
        desk, arguments.project, arguments.format, arguments.clip, arguments.language
    )
    result = views.transcribed(told, arguments.format, await desk.link(told.project))
    files, readable = _linked(told.project.id, told.files, arguments.clip, arguments.language)
    return Answer(views.transcript_text(result), result, files, readable=readable)


def _linked(
    project: str, files: Iterable[Path], clip: str | None = None, language: str | None = None
) -> tuple[list[Path], list[ResourceLink]]:
    """The files of an answer, and apart from them the links to its transcripts, which the server can read."""
    links = {file: transcript_link(project, file, clip, language) for file in files}
    return [file for file, link in links.items() if not link], [link for link in links.values() if link]


async def read_transcript(desks: Desks, named: Mapping[str, str], call: Call) -> str:
    """A transcript in one of its forms, of a project that is there; no project is opened for it, and no file saved."""
    arguments = _read_arguments(named)
    desk = await desks.desk(None, call)
    wanted = named["project"]
    record = desk.projects.current() if wanted == CURRENT else desk.projects.get(wanted)
    if record is None:
        raise NoSuchText("There is no project yet.", "Bring a film in with upload_media or a skill tool.")
    told = await transcript.fetch(desk, record, arguments.clip, arguments.language)
    return written(told, arguments.format)


def _read_arguments(named: Mapping[str, str]) -> TranscriptArguments:
    try:
        return TranscriptArguments.model_validate({key: named[key] for key in named if key != "project"})
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        raise NoSuchText(f"The address cannot be right: {fault['loc'][0]}: {fault['msg']}.", "") from error


async def export_video(desks: Desks, arguments: ExportArguments, call: Call) -> Answer:
    """Orders a file and waits for it a while."""
    desk = await desks.desk(None, call)
    record, notice = await desk.project(arguments.project, "en")
    order = Order(**arguments.model_dump(exclude={"project"}))
    try:
        job = await export.export(desk, record, order)
    except HandlerError as error:
        error.message = f"{notice} {error.message}".strip()
        raise
    return await _exported(desk, record, job)


async def get_job(desks: Desks, arguments: JobArguments, call: Call) -> Answer:
    """Says how an export stands."""
    desk = await desks.desk(None, call)
    job = await export.follow(desk, arguments.job, arguments.wait_s)
    return await _exported(desk, desk.projects.get(job.project), job)


async def get_credits(desks: Desks, _: NoArguments, call: Call) -> Answer:
    """Reads the balance."""
    found = await credits.check(await desks.desk(None, call), "en")
    balance = found.balance
    result = CreditsResult(
        available=balance.available,
        frozen=balance.frozen,
        total=found.total,
        metered=balance.metered,
        sentence=found.sentence,
    )
    return Answer(found.sentence, result)


async def list_projects(desks: Desks, _: NoArguments, call: Call) -> Answer:
    """Lists projects and unfinished exports."""
    desk = await desks.desk(None, call)
    return _listed(desk)


async def _exported(desk: Desk, record: ProjectRecord, job: Job) -> Answer:
    outputs = [job.output] if job.output else []
    result = ExportResult(
        job=views.job(job),
        project=views.project(record, await desk.link(record)),
        outputs=[views.output(output) for output in outputs],
        next_steps=views.next_of(job),
    )
    return Answer(job_sentence(job, "en"), result, views.paths(outputs))


def _paragraphs(*said: str) -> str:
    return "\n\n".join(each for each in said if each)


def _listed(desk: Desk) -> Answer:
    records = desk.projects.all()
    entries = [
        ProjectEntry(id=record.id, name=record.name, current=not index)
        for index, record in enumerate(records)
    ]
    unfinished = [
        JobRef(id=record.id, state=record.state, progress=0)
        for record in desk.projects.exports()
        if record.state in ACTIVE
    ]
    text = "\n".join(f"{entry.id}: {entry.name}{' (current)' * entry.current}" for entry in entries)
    return Answer(
        text or "There are no projects yet.", ProjectsResult(projects=entries, unfinished=unfinished)
    )
