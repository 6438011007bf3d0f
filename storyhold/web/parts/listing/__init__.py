"""Listings of stories as the reader asked for them: narrowed, sorted, at a letter, on a page."""
