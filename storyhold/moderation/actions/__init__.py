"""Writing to those who keep the archive and to one another, and settling what was written."""
