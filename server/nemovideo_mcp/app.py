"""The composition root: puts the rooms together and owns their lifetimes; what is heavy waits for the first call."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import anyio
from anyio.abc import TaskGroup
from mcp.server import MCPServer

from nemovideo_mcp.catalog.folders import shipped_folder
from nemovideo_mcp.catalog.load import Catalog, load
from nemovideo_mcp.catalog.skill import Skill
from nemovideo_mcp.settings import Settings
from nemovideo_mcp.tools.plain import plain_tools
from nemovideo_mcp.tools.server import ToolServer
from nemovideo_mcp.tools.skills import skill_tool
from nemovideo_mcp.tools.spec import Call

if TYPE_CHECKING:
    from nemovideo_mcp.handlers.desk import Desk
    from nemovideo_mcp.office import Office

INSTRUCTIONS = (
    "Edits and exports video with the user's own files. Call a skill tool with the user's words and the files; it uploads, "
    "edits and, when asked for the file, exports. The timeline is kept between calls; edits can be undone."
)


def read_catalog(settings: Settings) -> Catalog:
    """The shipped skills and those of `--skills`; broken ones are warned of and left out."""
    folders = (shipped_folder(), *settings.skill_dirs)
    return load(folders, home=settings.home, source_override=settings.skill_source)


class App:
    """One server process: its catalog and its tools at once, its office with the first call."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.catalog = read_catalog(settings)
        self.tools = (*(skill_tool(skill, self) for skill in self.catalog.skills), *plain_tools(self))
        self._office: Office | None = None
        self._group: TaskGroup | None = None

    def server(self) -> ToolServer:
        """The MCP server over this app; its lifespan is the app's."""
        return ToolServer(
            lambda: self.tools,
            name="nemovideo-mcp",
            title="NemoVideo",
            version=version("nemovideo-mcp"),
            instructions=INSTRUCTIONS,
            lifespan=self._lifespan,
            log_level="WARNING",
        )

    async def desk(self, skill: Skill | None, call: Call) -> "Desk":
        """A desk under a skill's headers, connected."""
        if self._office is None:
            self._office = self._opened()
        return await self._office.desk(skill, call)

    async def close(self) -> None:
        """Closes what was opened."""
        office, self._office = self._office, None
        if office is not None:
            await office.close()

    def _opened(self) -> "Office":
        from nemovideo_mcp.office import Office

        if self._group is None:
            raise RuntimeError("a tool was called outside the server's lifetime")
        return Office(self.settings, self.catalog, self._group)

    @asynccontextmanager
    async def _lifespan(self, _: MCPServer[Any]) -> AsyncIterator[None]:
        async with anyio.create_task_group() as group:
            self._group = group
            try:
                yield
            finally:
                group.cancel_scope.cancel()
                with anyio.CancelScope(shield=True):
                    await self.close()
