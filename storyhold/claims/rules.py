"""Measures of this room."""

from datetime import timedelta

LONGEST_WORDS = 2_000  # letters, as typed
LONGEST_LETTER = 10_000
LINK_LASTS = timedelta(days=14)
