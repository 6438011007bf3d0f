"""Moving an old archive in from the browser: bring the files, rehearse, read, move in."""
