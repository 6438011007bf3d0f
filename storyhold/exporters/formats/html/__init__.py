"""One HTML file that needs nothing beside it: any browser shows it, now and in thirty years."""
