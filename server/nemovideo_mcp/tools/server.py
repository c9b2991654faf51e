"""The MCP server: lists the tools it is given, calls them, and turns every failure into words."""

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final
from weakref import WeakSet

import anyio
import anyio.to_thread
from mcp.server import MCPServer, ServerRequestContext
from mcp.server.lowlevel import NotificationOptions
from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError, ToolError
from mcp.server.session import ServerSession
from mcp.server.stdio import stdio_server
from mcp.server.subscriptions import ToolsListChanged
from mcp_types import CallToolResult, ListToolsResult, PaginatedRequestParams, ResourceTemplate, TextContent
from mcp_types import Tool as WireTool
from pydantic import AnyUrl

from nemovideo_mcp.handlers.errors import NoSuchProject
from nemovideo_mcp.tools.errors import told
from nemovideo_mcp.tools.resources import NoSuchText, TextResource
from nemovideo_mcp.tools.spec import Answer, ToolSpec

WATCH_S: Final = 2.0

_log = logging.getLogger(__name__)


class _Caller:
    """Progress of one call, sent to the client that made it.

    The protocol wants numbers that only grow, and a call has several phases (bytes sent, percent rendered): each phase
    is one unit more. A number that says nothing new is not sent; a sign of life always is.
    """

    def __init__(self, context: Context[Any, Any]) -> None:
        self._context = context
        self._phase = 0
        self._last = 0.0
        self._message = ""

    async def progress(self, done: float, total: float | None, message: str) -> None:
        """Best effort: a client that has gone does not stop the work."""
        value = self._value(done, total)
        if total and value <= self._last and message == self._message:
            return
        self._last, self._message = max(value, self._last + 1e-6), message
        try:
            await self._context.report_progress(self._last, self._phase + 1 if total else None, message)
        except (anyio.ClosedResourceError, anyio.BrokenResourceError):
            _log.debug("progress could not be sent")

    def _value(self, done: float, total: float | None) -> float:
        if not total:
            return self._last
        share = min(done / total, 1.0)
        if self._phase + share < self._last - 1e-3:
            self._phase += 1
        return self._phase + share


class ToolServer(MCPServer[Any]):
    """An MCPServer whose tools are ToolSpecs, and what it can read TextResources.

    `failed` is told of every call that ends in an error; `refresh` takes up what tools there are now, and says whether
    they are others than before.
    """

    def __init__(
        self,
        specs: Callable[[], Sequence[ToolSpec]],
        *,
        texts: Sequence[TextResource] = (),
        failed: Callable[[Exception, str], None] = lambda _error, _tool: None,
        refresh: Callable[[], bool] = lambda: False,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self._specs, self._texts = specs, tuple(texts)
        self._failed = failed
        self._refresh = refresh
        self._sessions: WeakSet[ServerSession] = WeakSet()

    async def run_stdio_async(self) -> None:
        """Serves over stdio, and says that the list of tools may change."""
        options = self._lowlevel_server.create_initialization_options(NotificationOptions(tools_changed=True))
        async with stdio_server() as (incoming, outgoing):
            await self._lowlevel_server.run(incoming, outgoing, options)

    async def watch(self) -> None:
        """Looks every few seconds whether the tools are others by now, and announces it."""
        while True:
            await anyio.sleep(WATCH_S)
            if await anyio.to_thread.run_sync(self._refresh):
                await self._announce()

    async def _announce(self) -> None:
        await self._subscriptions.publish(ToolsListChanged())
        for session in list(self._sessions):
            try:
                await session.send_tool_list_changed()
            except Exception:  # noqa: BLE001 - a client that has gone needs no news
                _log.debug("a client could not be told of the new tools", exc_info=True)

    async def _handle_list_tools(
        self, ctx: ServerRequestContext[Any], params: PaginatedRequestParams | None
    ) -> ListToolsResult:
        self._sessions.add(ctx.session)
        if self._refresh():
            await self._announce()
        return await super()._handle_list_tools(ctx, params)

    async def list_tools(self) -> list[WireTool]:
        """Every tool, in the order given."""
        return [spec.wire for spec in self._specs()]

    def _tool_input_schema(self, name: str) -> dict[str, Any] | None:
        spec = self._find(name)
        return None if spec is None else spec.wire.input_schema

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult:
        """Runs a tool; every failure is a result with `is_error` and three things said: what, what was done, what next."""
        spec = self._find(name)
        if spec is None:
            names = ", ".join(spec.name for spec in self._specs())
            raise ToolError(f"There is no tool {name!r}. The tools are: {names}.")
        caller = _Caller(context or Context(mcp_server=self))
        try:
            answer = await spec.run(spec.parse(arguments), caller)
        except Exception as error:  # noqa: BLE001 - the one place where failures become words
            self._failed(error, name)
            return CallToolResult(content=[TextContent(type="text", text=told(error, name))], is_error=True)
        return _result(answer)

    async def list_resource_templates(self) -> list[ResourceTemplate]:
        """Every kind of text that can be read."""
        return [text.wire for text in self._texts]

    async def read_resource(
        self, uri: AnyUrl | str, context: Context[Any, Any] | None = None
    ) -> Iterable[ReadResourceContents]:
        """The text behind an address; ResourceError in the words in which a tool would fail."""
        for text in self._texts:
            if (named := text.named(str(uri))) is not None:
                break
        else:
            raise ResourceNotFoundError(self._unreadable(str(uri)))
        try:
            content = await text.read(named, _Caller(context or Context(mcp_server=self)))
        except Exception as error:  # as with the tools: failures become words
            self._failed(error, text.name)
            kind = ResourceNotFoundError if isinstance(error, NoSuchText | NoSuchProject) else ResourceError
            raise kind(told(error, text.name)) from error
        return [ReadResourceContents(content=content.text, mime_type=content.mime_type)]

    def _unreadable(self, uri: str) -> str:
        kinds = ", ".join(str(text.template) for text in self._texts)
        return (
            f"Nothing can be read at {uri}. What can be read here: {kinds}. Files are opened where they lie."
        )

    def _find(self, name: str) -> ToolSpec | None:
        return next((spec for spec in self._specs() if spec.name == name), None)


def _result(answer: Answer) -> CallToolResult:
    text = TextContent(type="text", text=answer.text)
    structure = answer.result.model_dump(mode="json")
    return CallToolResult(
        content=[text, *answer.images(), *answer.audio(), *answer.links()], structured_content=structure
    )
