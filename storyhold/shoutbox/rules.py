"""Limits of this room."""

LONGEST_SHOUT = 200  # letters
LONGEST_NAME = 60
