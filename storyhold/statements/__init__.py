"""Questions to the database that are written once and asked often."""
