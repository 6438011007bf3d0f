"""Home, lists of stories, tags."""
