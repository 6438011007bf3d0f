"""Stories come in: old archives are read, reported on, filed away and proved whole."""
