"""Speaks the wire, to the studio and the cloud alike."""
