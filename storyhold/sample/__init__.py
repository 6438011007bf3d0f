"""A believable archive to look around in: our own stories, people and reviews."""
