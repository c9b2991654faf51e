"""Shows the timeline as it stands: the frame at a time, or a sheet of frames."""

from dataclasses import dataclass

from nemovideo_mcp.client.errors import Invalid, NotFound
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.errors import NoPreview
from nemovideo_mcp.handlers.projects import ProjectRecord
from nemovideo_mcp.wire.preview import Preview


@dataclass(frozen=True, slots=True)
class Look:
    """A picture of a project's timeline."""

    project: ProjectRecord
    preview: Preview


async def look(desk: Desk, wanted: str | None, at_ms: int | None, count: int | None) -> Look:
    """The picture; NoPreview when the backend has none, or there is none at that time."""
    if at_ms is not None and count is not None:
        raise NoPreview("Both at_ms and count were given.", "Send one: at_ms for a frame, count for a sheet.")
    record, _ = await desk.project(wanted, "en")
    try:
        return Look(record, await desk.api.preview(record.session_id, at_ms=at_ms, count=count))
    except NotFound as error:
        raise NoPreview(
            "This backend gives no previews; only the studio, which runs on your own computer, does.",
            "Use get_timeline to see what is where, or export_video for the file.",
        ) from error
    except Invalid as error:
        raise NoPreview(error.detail or error.message, "Use get_timeline to see what is where.") from error
