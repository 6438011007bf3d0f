"""`storyhold search`."""

from argparse import Namespace

from storyhold.site.arguments import Words
from storyhold.site.opening import open_existing_archive
from storyhold.site.terminal import say


def parser() -> Words:
    """Return what the command understands."""
    words = Words(
        "search",
        "The index of the search on this machine. The background work keeps it by itself, and\n"
        "makes it anew when it is lost or damaged. “rebuild” does so now; it is safe at any\n"
        "time, and readers find more and more stories meanwhile.",
    )
    words.add_argument("deed", choices=["rebuild"], metavar="DEED", help="rebuild")
    return words


def run(options: Namespace) -> int:
    """Make the index anew."""
    open_existing_archive(options)

    from storyhold.search.actions import Keeper
    from storyhold.search.here import the_index

    for waiting in Keeper().rebuild():
        say(f"{waiting:,} stories still to come")
    say(f"The index holds {len(the_index().held()):,} stories.")
    return 0
