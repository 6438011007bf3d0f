"""Storyhold: a home for fiction."""

__version__ = "0.1.0"
