"""Does what a plan says: one file per route, and the skills' own flows."""
