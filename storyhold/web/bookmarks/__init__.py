"""Keeping stories, series and authors, and the list of what one keeps."""
