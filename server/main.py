"""Runs the server where it is not installed: the entry point of the bundle."""

from nemovideo_mcp.__main__ import main

main()
