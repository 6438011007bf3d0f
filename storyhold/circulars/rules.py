"""Measures of this room."""

LONGEST_SUBJECT = 200
LONGEST_TEXT = 20_000  # letters, as typed
KIND = "circular"  # the kind of news as which members choose whether they get these letters

# A portion. No more are written before those have left, so that stopping stops the rest.
AT_ONCE = 100
