"""PDF for paper: tagged, so that it can be read aloud as well. Set by the press."""
