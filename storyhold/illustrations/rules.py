"""Measures of illustrations."""

LONGEST_SIDE = 1200  # of what is kept, in pixels: twice what a phone shows
LONGEST_DESCRIPTION = 300
LONGEST_FILE_NAME = 100
LONGEST_OLD_PATH = 300
