"""Writing to the members."""
