"""The office's desk for blocks."""
