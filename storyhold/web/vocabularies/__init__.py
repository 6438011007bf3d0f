"""The office's pages for tags, their kinds, and ratings."""
