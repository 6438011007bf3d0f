"""Pages: saying that an account is one's own, taking it over, and the archivist's desk for both."""
