"""Finding stories by their words: an index of all public texts beside the database."""
