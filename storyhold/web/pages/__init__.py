"""Reading the archive's own pages, and writing them in the office."""
