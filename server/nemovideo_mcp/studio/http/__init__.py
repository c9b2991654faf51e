"""The studio's HTTP face: one file per wire file."""
