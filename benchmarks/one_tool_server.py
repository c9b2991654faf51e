"""The yardstick of starting: a server of the same SDK with one tool."""

from mcp.server import MCPServer

server = MCPServer("one-tool")


@server.tool()
async def hello(name: str) -> str:
    """Says hello."""
    return f"Hello, {name}"


server.run("stdio")
