"""A crowd: thousands of invented stories, to see how an archive of that size behaves."""
