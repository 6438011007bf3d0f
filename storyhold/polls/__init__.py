"""Questions to the members, one at a time, and their votes."""
