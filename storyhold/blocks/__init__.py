"""Blocks: what the first page, and the side of every page, are composed of."""
