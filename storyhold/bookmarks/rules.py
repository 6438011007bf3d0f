"""Decisions about what is kept, on plain values."""

MOST_LETTERS = 5_000  # in a comment
