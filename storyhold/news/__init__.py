"""News of the archive, and what members say to it."""
