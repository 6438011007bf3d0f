"""Reading the shoutbox, shouting, and clearing it."""
