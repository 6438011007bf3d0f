"""The report of a rehearsal or a move: a page to read, JSON and CSV."""
