"""Writing, answering and removing reviews."""
