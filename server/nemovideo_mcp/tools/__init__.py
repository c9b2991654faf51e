"""Shows the product over MCP: a tool is a value, one loop registers them."""
