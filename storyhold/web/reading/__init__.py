"""Shelves, history, and where a reader stopped."""
