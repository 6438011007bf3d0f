"""Limits of this room, and the pages that other pages look for."""

LONGEST_SLUG = 60
LONGEST_TITLE = 200
LONGEST_PAGE = 200_000  # letters, as typed
LONGEST_LINK_TEXT = 60
LONGEST_ADDRESS = 300
LAST_PLACE = 99

HELP, RULES = "help", "rules"
