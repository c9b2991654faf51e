"""Video skills as MCP tools, and the studio that answers them on this machine."""
