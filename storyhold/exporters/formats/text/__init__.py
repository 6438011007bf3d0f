"""Plain text, for whatever shows letters."""
