"""Stories and series as files to take along."""
