"""The timeline: exact time, frozen projects, pure edits."""
