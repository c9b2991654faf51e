"""The plain tools: what a model wants to do exactly, without a sentence in between."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any

from nemovideo_mcp.tools.arguments import (
    EditArguments,
    ExportArguments,
    JobArguments,
    NoArguments,
    PreviewArguments,
    ProjectArguments,
    TranscriptArguments,
    UploadArguments,
)
from nemovideo_mcp.tools.results import (
    CreditsResult,
    EditResult,
    ExportResult,
    PreviewResult,
    ProjectsResult,
    TimelineOfProject,
    TranscriptResult,
    UploadResult,
)
from nemovideo_mcp.tools.spec import Answer, Call, ToolSpec

if TYPE_CHECKING:
    from nemovideo_mcp.tools.actions import Desks


def _run(desks: "Desks", name: str) -> Callable[[Any, Call], Awaitable[Answer]]:
    """The action of that name; the handlers are imported with the first call, not with the listing."""

    async def run(arguments: Any, call: Call) -> Answer:
        from nemovideo_mcp.tools import actions

        action: Callable[..., Awaitable[Answer]] = getattr(actions, name)
        return await action(desks, arguments, call)

    return run


def plain_tools(desks: "Desks") -> Sequence[ToolSpec]:
    """All of them, in the order a job goes."""
    return (
        ToolSpec(
            name="upload_media",
            title="Add files to a project",
            description=(
                "Adds videos, pictures or sound to a project: local paths or http(s) addresses, 500 MB each. Videos and pictures "
                "go to the end of the timeline; sound waits to be used. The files themselves are only read. Use it to bring "
                "files without an edit; a skill tool takes files together with a request."
            ),
            arguments=UploadArguments,
            result=UploadResult,
            run=_run(desks, "upload_media"),
            open_world=True,
        ),
        ToolSpec(
            name="get_timeline",
            title="Read the timeline",
            description=(
                "Reads a project's timeline: revision, length, picture size, and tracks[{kind, label, segments[{id, start_ms, "
                "duration_ms, …}]}]. Use it before an exact edit and to check one."
            ),
            arguments=ProjectArguments,
            result=TimelineOfProject,
            run=_run(desks, "get_timeline"),
            reads_only=True,
            idempotent=True,
        ),
        ToolSpec(
            name="edit_video",
            title="Edit exactly",
            description=(
                "Edits a timeline by typed operations, exact to the frame, as one change that undo takes back: all of them, or "
                "none and the reason. For wishes in words call a skill tool."
            ),
            arguments=EditArguments,
            result=EditResult,
            run=_run(desks, "edit_video"),
        ),
        ToolSpec(
            name="preview_frame",
            title="Look at the timeline",
            description=(
                "Shows the timeline as it stands, as the export will look: the frame at a time, or a contact sheet. Use it to check "
                "an edit. Only in the studio."
            ),
            arguments=PreviewArguments,
            result=PreviewResult,
            run=_run(desks, "preview_frame"),
            reads_only=True,
            idempotent=True,
        ),
        ToolSpec(
            name="get_transcript",
            title="Read what is said",
            description=(
                "Turns the speech of the timeline, or of one source, into text and cues[{start_ms, end_ms, text}], and saves a file. "
                "For subtitles in the picture use a skill tool."
            ),
            arguments=TranscriptArguments,
            result=TranscriptResult,
            run=_run(desks, "get_transcript"),
            idempotent=True,
        ),
        ToolSpec(
            name="export_video",
            title="Export a finished file",
            description=(
                "Renders the timeline to a file, checks it, and saves it; free of credits. Answers with the file, or after wait_s "
                "with a job for get_job. An existing file stays unless overwrite is true. Not for subtitles or transcripts."
            ),
            arguments=ExportArguments,
            result=ExportResult,
            run=_run(desks, "export_video"),
            destructive=True,
            open_world=True,
        ),
        ToolSpec(
            name="get_job",
            title="Ask about an export",
            description=(
                "Says how an export stands and waits for its file up to wait_s seconds. Use it with the job id of an export "
                "that was not finished in its own call, also after a restart."
            ),
            arguments=JobArguments,
            result=ExportResult,
            run=_run(desks, "get_job"),
            reads_only=True,
            idempotent=True,
        ),
        ToolSpec(
            name="get_credits",
            title="Check credits",
            description="Reads the credit balance: available, frozen, total, and whether this backend charges at all.",
            arguments=NoArguments,
            result=CreditsResult,
            run=_run(desks, "get_credits"),
            reads_only=True,
            idempotent=True,
        ),
        ToolSpec(
            name="list_projects",
            title="List projects",
            description="Lists the projects on this computer, the current one first, and exports not delivered yet.",
            arguments=NoArguments,
            result=ProjectsResult,
            run=_run(desks, "list_projects"),
            reads_only=True,
            idempotent=True,
        ),
    )
