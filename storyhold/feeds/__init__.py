"""Atom feeds of stories, chapters and news."""
