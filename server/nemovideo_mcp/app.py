"""The composition root: puts the rooms together and owns their lifetimes; what is heavy waits for the first call."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
from anyio.abc import TaskGroup
from mcp.server import MCPServer

from nemovideo_mcp.catalog.folders import install_folders, shipped_folder
from nemovideo_mcp.catalog.load import Catalog, load
from nemovideo_mcp.catalog.shelf import Shelf
from nemovideo_mcp.catalog.skill import Skill
from nemovideo_mcp.settings import Settings
from nemovideo_mcp.tools.plain import plain_tools
from nemovideo_mcp.tools.resources import transcripts
from nemovideo_mcp.tools.server import ToolServer
from nemovideo_mcp.tools.skills import skill_tools
from nemovideo_mcp.tools.spec import Call, ToolSpec

if TYPE_CHECKING:
    from nemovideo_mcp.client.clock import Clock
    from nemovideo_mcp.handlers.desk import Desk
    from nemovideo_mcp.office import Office

INSTRUCTIONS = (
    "Edits and exports video with the user's own files. Call a skill tool with the user's words and the files; it uploads, "
    "edits and, when asked for the file, exports. The timeline is kept between calls; edits can be undone."
)


def skill_folders(settings: Settings) -> tuple[Path, ...]:
    """The shipped skills, those of `--skills`, and those of other hosts where they are wanted."""
    installed = install_folders(settings.home, Path.cwd()) if settings.installed_skills else ()
    return tuple(dict.fromkeys((shipped_folder(), *settings.skill_dirs, *installed)))


def read_catalog(settings: Settings) -> Catalog:
    """All of them as they are now; broken ones are warned of and left out."""
    return load(skill_folders(settings), home=settings.home, source_override=settings.skill_source)


class App:
    """One server process: its catalog and its tools at once, its office with the first call.

    `clock` is what all waiting for a backend goes by, the real one unless given.
    """

    def __init__(self, settings: Settings, clock: "Clock | None" = None) -> None:
        self.settings = settings
        self._clock = clock
        self._shelf = Shelf(
            skill_folders(settings), home=settings.home, source_override=settings.skill_source
        )
        self.tools = self._all_tools()
        self._office: Office | None = None
        self._group: TaskGroup | None = None

    @property
    def catalog(self) -> Catalog:
        """The skills as last read."""
        return self._shelf.catalog

    def refresh(self) -> bool:
        """Takes up skills that were added, changed or removed; whether there were any."""
        changed = self._shelf.refresh()
        if changed:
            self.tools = self._all_tools()
        return changed

    def server(self) -> ToolServer:
        """The MCP server over this app; its lifespan is the app's."""
        return ToolServer(
            lambda: self.tools,
            texts=(transcripts(self),),
            refresh=self.refresh,
            failed=self._failed,
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

    def _all_tools(self) -> tuple[ToolSpec, ...]:
        return (*skill_tools(self.catalog.skills, self), *plain_tools(self))

    def _failed(self, error: Exception, tool: str) -> None:
        if self._office is not None:
            self._office.note(error, tool)

    def _opened(self) -> "Office":
        from nemovideo_mcp.office import Office

        if self._group is None:
            raise RuntimeError("a tool was called outside the server's lifetime")
        return Office(self.settings, lambda: self.catalog, self._group, self._clock)

    @asynccontextmanager
    async def _lifespan(self, server: MCPServer[Any]) -> AsyncIterator[None]:
        async with anyio.create_task_group() as group:
            self._group = group
            if isinstance(server, ToolServer) and len(skill_folders(self.settings)) > 1:
                group.start_soon(server.watch)
            try:
                yield
            finally:
                group.cancel_scope.cancel()
                with anyio.CancelScope(shield=True):
                    await self.close()
