"""Versions before 3.0: their tables, seen as those of 3.x."""
