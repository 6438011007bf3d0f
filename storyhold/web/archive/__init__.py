"""The archive's own pages: set-up, office, terms."""
