"""Carries out a plan: its steps in their order, on one project, into one result."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nemovideo_mcp.client.errors import ApiError, NoSession
from nemovideo_mcp.client.reply import Sound
from nemovideo_mcp.handlers import chat, credits, export, lut, script, state, transcript, upload
from nemovideo_mcp.handlers.delivery import DELIVERED, Output
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.difference import difference
from nemovideo_mcp.handlers.errors import BadPrompt, HandlerError, NoTranscript
from nemovideo_mcp.handlers.export import Job, Order
from nemovideo_mcp.handlers.gui import Wish
from nemovideo_mcp.handlers.phrases import say
from nemovideo_mcp.handlers.phrases_errors import in_words
from nemovideo_mcp.handlers.projects import ProjectRecord
from nemovideo_mcp.handlers.state import Timeline
from nemovideo_mcp.handlers.subtitles import SUFFIXES, Format
from nemovideo_mcp.routing.plan import Action, Plan, Step

MAX_PROMPT_BYTES = 64_000


@dataclass
class Outcome:
    """What came of a prompt, gathered step by step."""

    project: ProjectRecord
    timeline: Timeline
    replies: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    job: Job | None = None
    link: str | None = None
    next_steps: list[str] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    sounds: list[Sound] = field(default_factory=list)
    refused: bool = False

    @property
    def reply(self) -> str:
        """All that was said, one paragraph a step."""
        return "\n\n".join(text for text in self.replies if text)


def check_prompt(prompt: str, files: Sequence[str]) -> None:
    """BadPrompt for a prompt that says nothing and brings nothing, or that is no sentence any more."""
    if not prompt.strip() and not files:
        raise BadPrompt(
            "The prompt is empty.", 'Say what to do, for example "trim the first 2 seconds", or send files.'
        )
    size = len(prompt.encode())
    if size > MAX_PROMPT_BYTES:
        raise BadPrompt(
            f"The prompt has {size} bytes; {MAX_PROMPT_BYTES} are read at most.",
            "Send a shorter one. Nothing was sent or changed.",
        )


async def run(desk: Desk, plan: Plan, wanted: str | None) -> Outcome:
    """Every step of the plan; when one fails, the error tells which went well before it."""
    plan = script.with_files_read(desk, plan)
    plan, tables = lut.with_tables(desk, plan)
    brought = {id(step): upload.sources(desk, step.files) for step in plan.steps if step.files}
    known = {record.id for record in desk.projects.all()}
    project, notice = await desk.project(wanted, plan.language)

    async def waiting() -> None:
        await desk.progress(0, None, say("queued", plan.language))

    async with desk.turns.turn(project.id, waiting):
        now = await state.read(desk, project)
        notices = [notice, chat.taken_back(desk, project, now, plan.language)]
        outcome = Outcome(project, now, [each for each in notices if each])
        try:
            await lut.send(desk, project, tables)
            for step in plan.steps:
                await _step_somewhere(desk, outcome, step, plan, brought.get(id(step)))
        except HandlerError as error:
            _left(desk, outcome, known)
            error.done = (*outcome.replies, *error.done)
            raise
        except ApiError as error:
            _left(desk, outcome, known)
            raise HandlerError(*in_words(error, plan.language), done=outcome.replies) from error
        await _granted(desk, outcome, plan)
    outcome.project = desk.projects.get(outcome.project.id)
    outcome.link = await desk.link(outcome.project)
    outcome.next_steps += next_steps(outcome, plan.language)
    return outcome


async def _step_somewhere(
    desk: Desk, outcome: Outcome, step: Step, plan: Plan, brought: upload.Sources | None
) -> None:
    """A step, once more in a new session where the backend does not know the old one any more and so did nothing."""
    said = len(outcome.replies)
    try:
        await _step(desk, outcome, step, plan, brought)
    except NoSession:
        if len(outcome.replies) > said:
            raise  # it was done, and is not done twice
        outcome.project, notice = await desk.reopened(outcome.project, plan.language)
        outcome.replies.append(notice)
        outcome.timeline = await state.read(desk, outcome.project)
        await _step(desk, outcome, step, plan, brought)


async def _step(desk: Desk, outcome: Outcome, step: Step, plan: Plan, brought: upload.Sources | None) -> None:
    project, language = outcome.project, plan.language
    if step.action is Action.UPLOAD:
        await _upload(desk, outcome, brought, language)
    elif step.action is Action.CHAT:
        said = await chat.chat(desk, project, step.text, outcome.timeline)
        outcome.replies.append(said.text)
        outcome.changes += said.changes
        outcome.wishes += said.wishes
        outcome.sounds += said.sounds
        outcome.refused = not said.acted
        if said.transcript:
            await _transcribed(desk, outcome, said.transcript, language)
        _renamed(desk, outcome, said.timeline)
        outcome.timeline = said.timeline
        if said.file and all(other.action is not Action.EXPORT for other in plan.steps):
            form, size = said.file
            await _export(desk, outcome, Step(Action.EXPORT, format=form, resolution=size), language)
    elif step.action is Action.EXPORT and outcome.refused and Wish.EXPORT not in outcome.wishes:
        outcome.replies.append(say("not_exported", language))
        outcome.next_steps.append(say("next_export", language))
    elif step.action is Action.EXPORT:
        await _export(desk, outcome, step, language)
    elif step.action is Action.STATE:
        outcome.replies.append(outcome.timeline.summary)
    else:
        outcome.replies.append((await credits.check(desk, language)).sentence)


async def _upload(desk: Desk, outcome: Outcome, brought: upload.Sources | None, language: str) -> None:
    if brought is None:
        outcome.replies.append(say("no_files", language))
        return
    files = await upload.upload(desk, outcome.project, brought)
    before, outcome.timeline = outcome.timeline, await state.read(desk, outcome.project)
    outcome.changes += difference(before.draft, outcome.timeline.draft)
    outcome.replies.append(
        upload.sentence(files, language, again=upload.nothing_new(files, before, outcome.timeline))
    )
    outcome.project = desk.projects.get(outcome.project.id)


async def _transcribed(desk: Desk, outcome: Outcome, form: str, language: str) -> None:
    """The transcript as a file, beside the words of the answer."""
    try:
        told = await transcript.fetch(desk, outcome.project, None, None)
    except NoTranscript:
        return  # the answer's own words stand
    kind: Format = form if form in SUFFIXES else "text"
    files = await transcript.save(desk, outcome.project, told, (kind,)) if told.cues else ()
    if files:
        paths = ", ".join(map(str, files))
        outcome.replies.append(say("transcript_saved", language, paths=paths))
        outcome.outputs += [Output(str(file), file.stat().st_size, None, None, None) for file in files]


def _renamed(desk: Desk, outcome: Outcome, after: Timeline) -> None:
    """A project that the editor renamed is called so here too."""
    was, now = (timeline.draft.metadata.get("title") for timeline in (outcome.timeline, after))
    if now and was != now:
        desk.projects.rename(outcome.project, str(now))
        outcome.project = desk.projects.get(outcome.project.id)


async def _export(desk: Desk, outcome: Outcome, step: Step, language: str) -> None:
    order = Order(format=step.format, resolution=step.resolution, path=step.path)
    job = await export.export(desk, outcome.project, order)
    outcome.job = job
    if job.output is not None:
        outcome.outputs.append(job.output)
    ignored = say("not_used", language, words=step.text) if step.text else ""
    outcome.replies.append(" ".join(text for text in (job_sentence(job, language), ignored) if text))


async def _granted(desk: Desk, outcome: Outcome, plan: Plan) -> None:
    """What the backend left to be clicked: an export that was asked for is run, a look is given."""
    exports = any(step.action is Action.EXPORT for step in plan.steps)
    for wish in dict.fromkeys(outcome.wishes):
        if wish in {Wish.SUMMARY, Wish.STATE}:
            if outcome.timeline.summary in outcome.reply:
                continue
            outcome.replies.append(outcome.timeline.summary)
        elif wish is Wish.CREDITS:
            outcome.replies.append((await credits.check(desk, plan.language)).sentence)
        elif wish is Wish.EDIT:
            outcome.next_steps.append(say("next_move", plan.language))
        elif wish is Wish.EXPORT and not exports:
            outcome.next_steps.append(say("next_export", plan.language))


def job_sentence(job: Job, language: str) -> str:
    """How an export stands, in one sentence."""
    if job.output is None:
        return say("rendering", language, percent=f"{job.progress:.0f}", job=job.id)
    output = job.output
    shape = f", {output.width}x{output.height}" if output.width else ""
    length = f"{(output.duration_ms or 0) / 1000:.1f} s"
    return say(
        "exported",
        language,
        path=output.path,
        size=f"{output.bytes / 1e6:.1f} MB",
        length=length,
        shape=shape,
    )


def next_steps(outcome: Outcome, language: str) -> list[str]:
    """What can follow, in the user's words."""
    if outcome.job is not None and outcome.job.state != DELIVERED:
        return [say("next_job", language, job=outcome.job.id)]
    if outcome.outputs:
        share = [say("next_share", language)] if outcome.link else []
        return [say("next_other_format", language), *share]
    if not outcome.timeline.draft.exportable:
        return [say("next_upload", language)]
    return [
        step
        for step in (say("next_edit", language), say("next_export", language))
        if step not in outcome.next_steps
    ]


def _left(desk: Desk, outcome: Outcome, known: set[str]) -> None:
    """Forgets a project that was made for a call of which nothing came."""
    if outcome.project.id not in known and not outcome.replies:
        desk.projects.forget(outcome.project)
