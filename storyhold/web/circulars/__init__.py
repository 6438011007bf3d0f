"""Pages: the office's desk for letters to the members."""
