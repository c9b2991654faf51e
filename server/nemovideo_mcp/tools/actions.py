"""What the tools do; imported with the first call, so that listing them stays light."""

from typing import Protocol

from nemovideo_mcp.catalog.skill import Skill
from nemovideo_mcp.handlers import credits, export, flow, state, upload
from nemovideo_mcp.handlers.delivery import ACTIVE
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.errors import BadPath
from nemovideo_mcp.handlers.export import Job, Order
from nemovideo_mcp.handlers.flow import job_sentence
from nemovideo_mcp.handlers.projects import ProjectRecord
from nemovideo_mcp.routing.router import route
from nemovideo_mcp.tools import views
from nemovideo_mcp.tools.arguments import (
    ExportArguments,
    JobArguments,
    NoArguments,
    ProjectArguments,
    SkillArguments,
    UploadArguments,
)
from nemovideo_mcp.tools.results import (
    CreditsResult,
    ExportResult,
    JobRef,
    ProjectEntry,
    ProjectsResult,
    UploadResult,
)
from nemovideo_mcp.tools.spec import Answer, Call


class Desks(Protocol):
    """Gives a desk to a call: under a skill's headers, connected."""

    async def desk(self, skill: Skill | None, call: Call) -> Desk:
        """The desk; None: the skill of the current project."""


async def run_skill(desks: Desks, skill: Skill, arguments: SkillArguments, call: Call) -> Answer:
    """Routes a prompt and carries the plan out."""
    flow.check_prompt(arguments.prompt, arguments.files)
    plan = route(arguments.prompt, attached=arguments.files, triggers=skill.triggers)
    outcome = await flow.run(await desks.desk(skill, call), plan, arguments.project)
    result = views.skill(plan, outcome)
    return Answer(views.skill_text(plan, outcome), result, views.paths(outcome.outputs))


async def upload_media(desks: Desks, arguments: UploadArguments, call: Call) -> Answer:
    """Brings files into a project."""
    desk = await desks.desk(None, call)
    wanted = upload.sources(desk, arguments.files)
    if not arguments.files:
        raise BadPath("No files were named.", "Send at least one path or address in files.")
    record, _ = await desk.project(arguments.project, "en")
    files = await upload.upload(desk, record, wanted)
    record = desk.projects.get(record.id)
    now, link = await state.read(desk, record), await desk.link(record)
    result = UploadResult(
        files=[views.uploaded(file) for file in files],
        project=views.project(record, link),
        timeline=views.timeline(now),
        next_steps=["Call a skill tool with what to change.", "Call export_video for the file."],
    )
    return Answer(f"{upload.sentence(files, 'en')}\n\n{now.summary}", result)


async def get_timeline(desks: Desks, arguments: ProjectArguments, call: Call) -> Answer:
    """Reads a project's timeline."""
    desk = await desks.desk(None, call)
    record, _ = await desk.project(arguments.project, "en")
    now = await state.read(desk, record)
    return Answer(now.summary, views.timeline_of(now, record, await desk.link(record)))


async def export_video(desks: Desks, arguments: ExportArguments, call: Call) -> Answer:
    """Orders a file and waits for it a while."""
    desk = await desks.desk(None, call)
    record, _ = await desk.project(arguments.project, "en")
    order = Order(**arguments.model_dump(exclude={"project"}))
    return await _exported(desk, record, await export.export(desk, record, order))


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
