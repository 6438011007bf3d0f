"""A story's title page, and the author's desk: details, publishing, trash, co-authors."""
