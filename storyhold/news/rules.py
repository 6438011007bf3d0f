"""Limits of this room."""

LONGEST_TITLE = 200
LONGEST_NEWS = 200_000  # letters, as typed
LONGEST_COMMENT = 10_000
