"""The names of eFiction's tables: a prefix as somebody typed it, `fanfiction_`, and what it is."""

MIDDLE = "fanfiction_"

# Of the program itself, its blocks, its modules and its older versions.
_KNOWN = (
    "authorfields authorinfo authorprefs authors blocks categories challenges chapters"
    " characters classes classtypes coauthors codeblocks comments favauth favorites favseries"
    " favstor genres inseries log messages modules news online pagelinks panels poll"
    " poll_votes ratings recommendations reviews series settings shoutbox stats stories"
    " tracker warnings"
)
KNOWN = frozenset(_KNOWN.split())


def split(table: str) -> tuple[str, str] | None:
    """Return the prefix and the name of a table, or None where it is another program's.

    The prefix is as it was typed, without `fanfiction_`; the name is in lower case.
    """
    at = table.lower().rfind(MIDDLE)
    if at < 0 or at + len(MIDDLE) == len(table):
        return None
    return table[:at], table[at + len(MIDDLE) :].lower()
