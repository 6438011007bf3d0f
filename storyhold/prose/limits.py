"""Bounds that keep reading linear in time and shallow in memory, whatever is typed."""

MAX_OPEN_BLOCKS = 400
"""Blocks open at once; deeper ones are read as plain text of the innermost."""

MAX_NESTING = 24
"""Kept containers (quotation, list, table …) inside one another."""

MAX_MARKS = 16
"""Kept inline elements around one letter."""

MAX_EQUAL_MARKS = 3
"""Of these, with the same name and attributes; HTML5 restores no more either."""

MAX_SYMBOLS = 300
"""Letters in a row of symbols that is still a scene break."""

MAX_COMMAND_BYTES = 10_000_000
"""The largest file the command reads."""
