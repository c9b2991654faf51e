"""Rendering: a project becomes a plan, a file, and a proof that the file is right."""
