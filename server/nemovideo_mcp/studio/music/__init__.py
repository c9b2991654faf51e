"""The studio's own music: written as notes, sounded by arithmetic alone, the same on every machine."""
