"""The MCP server: lists the tools it is given, calls them, and turns every failure into words."""

import logging
from collections.abc import Callable, Sequence
from typing import Any

import anyio
from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, TextContent
from mcp_types import Tool as WireTool

from nemovideo_mcp.tools.errors import told
from nemovideo_mcp.tools.spec import Answer, ToolSpec

_log = logging.getLogger(__name__)


class _Caller:
    """Progress of one call, sent to the client that made it.

    The protocol wants numbers that only grow, and a call has several phases (bytes sent, percent rendered): each phase
    is one unit more, and what says nothing new is not sent.
    """

    def __init__(self, context: Context[Any, Any]) -> None:
        self._context = context
        self._phase = 0
        self._last = 0.0
        self._message = ""

    async def progress(self, done: float, total: float | None, message: str) -> None:
        """Best effort: a client that has gone does not stop the work."""
        value = self._value(done, total)
        if value <= self._last and message == self._message:
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
    """An MCPServer whose tools are ToolSpecs; `prepare` runs before every listing and call."""

    def __init__(self, specs: Callable[[], Sequence[ToolSpec]], **options: Any) -> None:
        super().__init__(**options)
        self._specs = specs

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
            return CallToolResult(content=[TextContent(type="text", text=told(error, name))], is_error=True)
        return _result(answer)

    def _find(self, name: str) -> ToolSpec | None:
        return next((spec for spec in self._specs() if spec.name == name), None)


def _result(answer: Answer) -> CallToolResult:
    text = TextContent(type="text", text=answer.text)
    structure = answer.result.model_dump(mode="json")
    return CallToolResult(content=[text, *answer.images(), *answer.links()], structured_content=structure)
