"""Answers the wire: the embedded editor, usable alone."""
