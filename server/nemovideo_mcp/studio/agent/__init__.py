"""The editing agent: a sentence becomes edits, edits become an answer."""
