"""The office's desk for the fields of profiles."""
