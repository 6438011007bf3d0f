"""The pages, one thin room per subject."""
