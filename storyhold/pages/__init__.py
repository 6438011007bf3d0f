"""Pages that the archive writes itself, and links at the foot of all pages."""
