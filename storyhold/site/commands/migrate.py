"""`storyhold migrate`."""

from argparse import Namespace

from storyhold.site.arguments import Words
from storyhold.site.opening import open_archive
from storyhold.site.terminal import say


def parser() -> Words:
    """Return what the command understands."""
    return Words(
        "migrate",
        "Make the database of an archive, or bring it up to this version of Storyhold.\n"
        "“storyhold serve” does this by itself; run it by hand after an update when several\n"
        "servers share one database. Make a copy of the data folder first.",
    )


def run(options: Namespace) -> int:
    """Bring the database up to date."""
    folder = open_archive(options)

    from storyhold.site.preparing import bring_up_to_date

    steps = bring_up_to_date()
    done = f"{steps} steps done" if steps else "nothing to do"
    say(f"The archive in {folder} is up to date: {done}.")
    return 0
